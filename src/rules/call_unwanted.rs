//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::contact;
use crate::facts::steps::is_untouched_import;
use crate::model::Activity;
use crate::say;

/// Somebody was called who does not want it.
pub static RULE: Rule = Rule {
    name: "call-unwanted",
    level: Level::Warning,
    what: Label::new(
        "Nobody is called, or written to by text message or WeChat, who does not want it (`do_not_call`).",
        "不致电、不发短信或微信给不希望被联系的人（`do_not_call`）。",
    ),
    why: Label::new(
        "Calls against a person's will lose the customer, and break the law on personal data.",
        "违背本人意愿的联系会失去客户，也违反个人信息保护的规定。",
    ),
    example: "# contacts.c-1.do_not_call: true\ntype: call\ncustomer: acme\nmet:\n  - c-1",
    remedy: Label::new(
        "If the customer called, say so; otherwise leave it be.",
        "若为客户主动联系，请写明；否则不再联系。",
    ),
    clauses: &[],
    kinds: &[Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        let Some(activity) = cx.book.get::<Activity>(row.id) else { return };
        if is_untouched_import(row) {
            return;
        }
        if let Some(person) = contact::unwilling(cx.book, activity.record) {
            let (name, reference) = (&person.name, row.reference());
            let message = say!(en: "{name} does not want to be called", zh: "{name} 不希望被致电");
            sink.value(row, "type", message).help(say!(
                en: "if {name} called: `salesops set {reference} inbound=yes`",
                zh: "若为对方来电：`salesops set {reference} inbound=yes`"
            ));
        }
    }),
};
