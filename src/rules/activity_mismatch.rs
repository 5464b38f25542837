//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::{Activity, Opportunity};
use crate::say;

/// An activity names an opportunity of another customer.
pub static RULE: Rule = Rule {
    name: "activity-mismatch",
    level: Level::Error,
    what: Label::new(
        "An activity names a customer and an opportunity of another customer.",
        "活动所写的客户与其销售机会的客户不同。",
    ),
    why: Label::new(
        "The contact would count for the wrong customer.",
        "这次接触会记到错误的客户名下。",
    ),
    example: "customer: acme\nopportunity: starlight-7k3q",
    remedy: Label::new("Correct one of the two.", "更正其中之一。"),
    clauses: &["OPS-3.3.2"],
    kinds: &[Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        let Some(activity) = cx.book.get::<Activity>(row.id) else { return };
        let (Some(customer), Some(deal)) =
            (activity.record.customer.as_deref(), activity.record.opportunity.as_deref())
        else {
            return;
        };
        let Some(deal) = cx.book.get::<Opportunity>(deal) else { return };
        let Some(theirs) = deal.record.customer.as_deref() else { return };
        if theirs != customer {
            let id = deal.id;
            let message = say!(
                en: "opportunity `{id}` is of `{theirs}`, not of `{customer}`",
                zh: "销售机会 `{id}` 属于 `{theirs}`，不属于 `{customer}`"
            );
            sink.value(row, "customer", message)
                .remedy(format!("salesops set {} customer={theirs}", row.reference()));
        }
    }),
};
