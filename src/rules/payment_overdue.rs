//! See [`RULE`].

use super::{Check, Cx, Rule};
use crate::base::finding::Level;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::facts::steps::is_untouched_import;
use crate::facts::{payments, people};
use crate::model::Payment;
use crate::model::payment::PaymentStatus;
use crate::say;

/// A payment is late.
pub static RULE: Rule = Rule {
    name: "payment-overdue",
    level: Level::Warning,
    what: Label::new(
        "A payment comes in by the day it is due. The longer it is late, the higher up it goes.",
        "款项应按期收到；逾期越久，由越高一级的上级处理。",
    ),
    why: Label::new(
        "Who collects early collects most (TEL-3.5.2, DEV-GAR-6).",
        "越早催收，收回的越多（TEL-3.5.2、DEV-GAR-6）。",
    ),
    example: "due: 2026-10-31\namount: 48000.00",
    remedy: Label::new("Remind the customer, record what comes in.", "催收并记录到账。"),
    clauses: &["TEL-3.5.2", "DEV-GAR-6"],
    kinds: &[Kind::Payment],
    check: Check::Record(|cx, row, sink| {
        let Some(payment) = cx.book.get::<Payment>(row.id).map(|it| it.record) else { return };
        let days = payments::days_late(cx.book, payment, cx.today);
        let open = payment.status() == PaymentStatus::Due;
        if days == 0 || !open || is_untouched_import(row) {
            return;
        }
        let (left, reference) = (payment.outstanding(), row.reference());
        let Text { en, zh } = match turn(cx, payment, days) {
            Some((limit, who)) => say!(
                en: "; more than {limit} days: it is for {who} now",
                zh: "；超过 {limit} 天，应由 {who} 处理"
            ),
            None => Text::same(""),
        };
        let message = Text {
            en: format!("{left} is {days} days late{en}").into(),
            zh: format!("{left} 已逾期 {days} 天{zh}").into(),
        };
        sink.value(row, "due", message).help(say!(
            en: "`salesops payment remind {reference}`; when it comes in: `salesops payment pay {reference}`",
            zh: "催收：`salesops payment remind {reference}`；到账后：`salesops payment pay {reference}`"
        ));
    }),
};

// Past each limit it goes one superior further up, as far as there are superiors.
fn turn<'b>(cx: &Cx<'b>, payment: &'b Payment, days: i64) -> Option<(i64, &'b Id)> {
    let limits = &cx.book.policy().payment().escalate_days;
    let mut who = payment.owner.as_deref()?;
    let mut past = None;
    for limit in limits.iter().filter(|limit| **limit < days) {
        who = people::manager(cx.book, who).unwrap_or(who);
        past = Some(*limit);
    }
    past.map(|limit| (limit, who))
}
