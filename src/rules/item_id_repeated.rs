//! See [`RULE`].

use std::collections::BTreeSet;

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::{Customer, Opportunity};
use crate::say;

/// Two items of a list have the same id.
pub static RULE: Rule = Rule {
    name: "item-id-repeated",
    level: Level::Error,
    what: Label::new(
        "Contacts of a customer and competitors of an opportunity have ids of their own.",
        "客户的联系人、机会的竞争对手各有自己的编号。",
    ),
    why: Label::new(
        "The id is the item's address; a command would change the wrong one.",
        "编号是条目的地址，重复会使命令改错对象。",
    ),
    example: "contacts:\n  - id: c-7k3q\n    name: 张三\n  - id: c-7k3q\n    name: 李四",
    remedy: Label::new("Give one of them another id.", "为其中之一换一个编号。"),
    clauses: &["TAG-3.1.3b"],
    kinds: &[Kind::Customer, Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let (list, ids): (&str, Vec<&str>) = if row.kind == Kind::Customer {
            let Some(customer) = cx.book.get::<Customer>(row.id) else { return };
            ("contacts", customer.record.contacts.iter().map(|contact| &*contact.id).collect())
        } else {
            let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
            let rivals = deal.record.competition.as_ref().map(|it| &it.rivals);
            let ids = rivals.map(|rivals| rivals.iter().map(|rival| &*rival.id).collect());
            ("competition.rivals", ids.unwrap_or_default())
        };
        let mut seen = BTreeSet::new();
        for (at, id) in ids.into_iter().enumerate() {
            if !seen.insert(id) {
                let message =
                    say!(en: "the id `{id}` is taken already", zh: "编号 `{id}` 已被使用");
                sink.value(row, &format!("{list}.{at}.id"), message);
            }
        }
    }),
};
