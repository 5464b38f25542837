//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps::is_untouched_import;
use crate::model::Order;
use crate::say;

/// An order is not delivered although its day has passed.
pub static RULE: Rule = Rule {
    name: "delivery-overdue",
    level: Level::Warning,
    what: Label::new("An order is delivered by the day it is due.", "订单应按期交付。"),
    why: Label::new(
        "On-time delivery is what the contract promises (OPS-5.4.1, TEL-3.5.2).",
        "按期交付是合同的承诺（OPS-5.4.1、TEL-3.5.2）。",
    ),
    example: "status: in_progress\ndelivery_due: 2026-11-10",
    remedy: Label::new(
        "Deliver it, or agree with the customer on another day by a change of the order.",
        "尽快交付，或与客户商定新的交期并办理订单变更。",
    ),
    clauses: &["OPS-5.4.1", "TEL-3.5.2", "ITS-2.2.3c"],
    kinds: &[Kind::Order],
    check: Check::Record(|cx, row, sink| {
        let Some(order) = cx.book.get::<Order>(row.id).map(|order| order.record) else { return };
        let waits = row.is_open() && order.delivered_on.is_none();
        let Some(due) = order.delivery_due.filter(|due| waits && *due < cx.today) else { return };
        if is_untouched_import(row) {
            return;
        }
        let reference = row.reference();
        let days = cx.today.days_since(due);
        let message = say!(
            en: "due on {due}, {days} days ago, and not delivered",
            zh: "{due} 到期，已逾期 {days} 天，尚未交付"
        );
        sink.value(row, "delivery_due", message).help(say!(
            en: "when it is delivered: `salesops order deliver {reference}`",
            zh: "交付后：`salesops order deliver {reference}`"
        ));
    }),
};
