//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::View;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::{is_open, people};
use crate::model::Member;
use crate::say;

/// The owner does not work here any more.
pub static RULE: Rule = Rule {
    name: "owner-left",
    level: Level::Warning,
    what: Label::new(
        "The owner of an open opportunity or lead, a customer or a territory works here.",
        "进行中的机会和线索、客户和区域，其负责人应在职。",
    ),
    why: Label::new(
        "No step is left without an owner (OPS-1.1).",
        "每个环节都要有负责人（OPS-1.1）。",
    ),
    example: "# members/li-wei.yaml: left_on: 2026-10-31\nowner: li-wei",
    remedy: Label::new("Hand it over.", "移交给其他成员。"),
    clauses: &["OPS-1.1", "ITS-1.2"],
    kinds: &[Kind::Opportunity, Kind::Lead, Kind::Customer, Kind::Territory],
    check: Check::Record(|cx, row, sink| {
        let View::Ref(_, owner) = row.fields.get("owner") else { return };
        if !is_open(cx.book, row.kind, row.id) {
            return;
        }
        let Some(member) = cx.book.get::<Member>(owner) else { return };
        if people::has_left(member.record, cx.today) {
            let name = &member.record.name;
            let message = say!(en: "{name} does not work here any more", zh: "{name} 已不在职");
            sink.value(row, "owner", message);
        }
    }),
};
