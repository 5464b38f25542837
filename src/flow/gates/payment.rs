//! The gates of payments (TEL-3.5.2, OPS-5.4.2).

use super::{Check, Gate};
use crate::base::text::Label;
use crate::facts::payments;
use crate::model::order::OrderStatus;
use crate::model::payment::PaymentStatus;
use crate::model::{Order, Payment};
use crate::say;

pub(in crate::flow) static FITS: Gate = Gate {
    name: "payment-fits",
    label: Label::new("payment that fits", "收款金额"),
    doc: Label::new(
        "No more comes in than is due (TEL-3.5.2).",
        "收到的款项不超过应收金额（TEL-3.5.2）。",
    ),
    clauses: &["TEL-3.5.2"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(payment) = subject.record::<Payment>() else { return };
        let due = payment.amount;
        if let Some(received) = payment.received().filter(|received| *received > due) {
            let message = say!(
                en: "{received} would have come in, {due} is due",
                zh: "收款将达 {received}，应收为 {due}"
            );
            sink.want("received", message, "payment pay", "received+=AMOUNT");
        }
    }),
};

pub(in crate::flow) static PAID: Gate = Gate {
    name: "order-paid",
    label: Label::new("paid order", "按期付款"),
    doc: Label::new(
        "What is due for the order by now is paid (OPS-5.4.2, TEL-3.5.2).",
        "到期的款项均已付清（OPS-5.4.2、TEL-3.5.2）。",
    ),
    clauses: &["OPS-5.4.2", "TEL-3.5.2"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(order) = subject.record::<Order>().filter(|_| subject.wide) else { return };
        // What falls due after it was closed is asked for by the payments themselves.
        if order.status() == OrderStatus::Closed {
            return;
        }
        for payment in payments::of_order(subject.book, subject.row.id, order) {
            let (due, left) = (payment.record.due, payment.record.outstanding());
            if payment.record.status() != PaymentStatus::Due || due > subject.day {
                continue;
            }
            let reference = payment.erase().reference();
            let message = say!(
                en: "{left} of {reference}, due on {due}, is not paid",
                zh: "{reference} 应于 {due} 支付，尚欠 {left}"
            );
            sink.lack("status", message, format!("salesops payment pay {reference}"));
        }
    }),
};
