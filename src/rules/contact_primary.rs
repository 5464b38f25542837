//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Customer;
use crate::say;

/// A customer with contacts has no primary one, or several.
pub static RULE: Rule = Rule {
    name: "contact-primary",
    level: Level::Warning,
    what: Label::new(
        "Exactly one contact of a customer is the primary one.",
        "客户应有且只有一位主要联系人。",
    ),
    why: Label::new(
        "Whoever stands in must know whom to call first (TAG-2.1.1c).",
        "接手的人需要知道先联系谁（TAG-2.1.1c）。",
    ),
    example: "contacts:\n  - id: c-7k3q\n    name: 张三   # and no primary: true",
    remedy: Label::new("Mark the one to ask first.", "标出首先联系的人。"),
    clauses: &["TAG-2.1.1c"],
    kinds: &[Kind::Customer],
    check: Check::Record(|cx, row, sink| {
        let Some(customer) = cx.book.get::<Customer>(row.id) else { return };
        let contacts = &customer.record.contacts;
        let primary = contacts.iter().filter(|contact| contact.primary == Some(true)).count();
        if contacts.is_empty() || primary == 1 {
            return;
        }
        let reference = row.reference();
        if primary == 0 {
            let message = say!(en: "no contact is the primary one", zh: "没有主要联系人");
            let first = &contacts[0].id;
            sink.value(row, "contacts", message)
                .remedy(format!("salesops set {reference} contacts.{first}.primary=yes"));
        } else {
            let second = contacts.iter().filter(|contact| contact.primary == Some(true)).nth(1);
            let id = second.map_or("", |contact| &contact.id);
            let message =
                say!(en: "{primary} contacts are primary", zh: "有 {primary} 位主要联系人");
            let said = sink.value(row, &format!("contacts.{id}.primary"), message);
            // One fewer each time: with three, the command of the next finding takes the third.
            if primary == 2 {
                said.remedy(format!("salesops set {reference} contacts.{id}.primary="));
            }
        }
    }),
};
