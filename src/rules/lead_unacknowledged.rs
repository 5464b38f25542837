//! See [`RULE`].

use super::{Check, Rule, lead_entry_late::judged};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::{clock, lead};
use crate::say;

/// Who got a lead has not taken note of it.
pub static RULE: Rule = Rule {
    name: "lead-unacknowledged",
    level: Level::Warning,
    what: Label::new(
        "Who got a lead takes note of it within `assign.ack_hours`; a contact says as much.",
        "得到线索的成员应在 `assign.ack_hours` 小时内确认接收；已联系客户视为确认。",
    ),
    why: Label::new(
        "A lead that its owner does not know of is nobody's (OPS-2.4.2).",
        "负责人不知道的线索等于没人负责（OPS-2.4.2）。",
    ),
    example: "owner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-16T09:00:00+08:00   # today is 2026-11-21",
    remedy: Label::new(
        "Take note of it, or give it to somebody else.",
        "确认接收，或改分给其他人。",
    ),
    clauses: &["OPS-2.4.2"],
    kinds: &[Kind::Lead, Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        if !cx.wide || row.kind != Kind::Lead {
            return;
        }
        let Some(lead) = judged(cx, row) else { return };
        let Some(given) = &lead.assignment else { return };
        // Whoever has it now got it another way.
        if given.acknowledged_at.is_some() || lead.owner.as_deref() != Some(&*given.to) {
            return;
        }
        let due = clock::due(cx.book, given.at, cx.book.policy().assign().ack_hours);
        let late = clock::day(cx.book, due) < cx.today;
        if late && !lead::is_contacted_since(cx.book, row.id, given) {
            let (reference, due) = (row.reference(), due.to_minute());
            let name = cx.book.name_of(Kind::Member, &given.to);
            let message = say!(
                en: "{name} has not taken note of it; due {due}",
                zh: "{name} 尚未确认接收，{due} 到期"
            );
            sink.value(row, "assignment", message).help(say!(
                en: "take note: `salesops ack {reference}`",
                zh: "确认接收：`salesops ack {reference}`"
            ));
        }
    }),
};
