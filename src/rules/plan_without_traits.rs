//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::plans;
use crate::model::Plan;
use crate::model::plan::PlanStatus;
use crate::say;

/// A plan that builds on nothing that is known of the customer.
pub static RULE: Rule = Rule {
    name: "plan-without-traits",
    level: Level::Warning,
    what: Label::new(
        "A plan names at least one trait of the customer that it builds on: a field or tag of its subject \
         or of the customer that is filled in.",
        "开发计划应至少写明一项所依据的客户特点：对象或其客户中已填写的字段或标签。",
    ),
    why: Label::new(
        "A plan fits the traits and needs of that customer, or it is anybody's (OPS-3.1.2).",
        "计划须结合该客户的特点和需求，否则放在谁身上都一样（OPS-3.1.2）。",
    ),
    example: "subject: customer/acme\ntraits:\n  - tags.decision_style   # which is not filled in",
    remedy: Label::new(
        "Name a field or tag, and fill it in where it is empty.",
        "写明一个字段或标签；若为空，先补填。",
    ),
    clauses: &["OPS-3.1.2", "TAG-5.1.1b"],
    kinds: &[Kind::Plan],
    check: Check::Record(|cx, row, sink| {
        let Some(plan) = cx.book.get::<Plan>(row.id).map(|row| row.record) else { return };
        if plan.status() != PlanStatus::Active || plans::builds_on_something(cx.book, plan) {
            return;
        }
        let reference = row.reference();
        let message = match plan.traits.is_empty() {
            true => say!(en: "no trait of the customer is named", zh: "没有写明所依据的客户特点"),
            false => say!(
                en: "none of the traits is filled in on the record",
                zh: "所写的客户特点在记录中均未填写"
            ),
        };
        sink.value(row, "traits", message).help(say!(
            en: "name one: `salesops set {reference} traits+=FIELD`",
            zh: "写明一项：`salesops set {reference} traits+=字段`"
        ));
    }),
};
