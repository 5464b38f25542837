//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps::is_untouched_import;
use crate::model::Payment;
use crate::model::payment::PaymentStatus;
use crate::say;

/// A payment is due in a few days and nobody has reminded the customer.
pub static RULE: Rule = Rule {
    name: "payment-reminder-due",
    level: Level::Note,
    what: Label::new(
        "The customer is reminded some days before a payment is due.",
        "款项到期前若干天应提醒客户。",
    ),
    why: Label::new(
        "A word in time spares a late payment (TEL-3.5.2).",
        "及时提醒可避免逾期（TEL-3.5.2）。",
    ),
    example: "due: 2026-11-24   # today is 2026-11-21\namount: 48000.00",
    remedy: Label::new("Remind the customer and record it.", "提醒客户并记录。"),
    clauses: &["TEL-3.5.2"],
    kinds: &[Kind::Payment],
    check: Check::Record(|cx, row, sink| {
        let Some(payment) = cx.book.get::<Payment>(row.id).map(|it| it.record) else { return };
        if payment.status() != PaymentStatus::Due || is_untouched_import(row) {
            return;
        }
        let days = payment.due.days_since(cx.today);
        let limit = cx.book.policy().payment().remind_days_before;
        let from = payment.due.add_days(-limit);
        let mut reminders = payment.collections.iter().filter_map(|it| it.on);
        if (0..=limit).contains(&days) && !reminders.any(|on| on >= from) {
            let reference = row.reference();
            let message = say!(
                en: "due in {days} days; the customer is not reminded yet",
                zh: "{days} 天后到期，尚未提醒客户"
            );
            sink.value(row, "due", message).help(say!(
                en: "when it is done: `salesops payment remind {reference}`",
                zh: "提醒后：`salesops payment remind {reference}`"
            ));
        }
    }),
};
