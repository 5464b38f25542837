//! See [`RULE`].

use super::{Check, Rule, lead_entry_late::judged};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::lead;
use crate::model::common::Degree;
use crate::say;

/// A high lead has not been met.
pub static RULE: Rule = Rule {
    name: "lead-without-meeting",
    level: Level::Warning,
    what: Label::new(
        "A high lead is visited, met or shown a demo within `followup.high_meeting_within_days` of its grade.",
        "高等级线索应在评级后 `followup.high_meeting_within_days` 天内面谈、会议或演示。",
    ),
    why: Label::new(
        "A strong interest is answered face to face (OPS-3.3.1a).",
        "意向强的客户要当面沟通（OPS-3.3.1a）。",
    ),
    example: "grade: high\ngraded: {on: 2026-11-01}   # today is 2026-11-21, and only calls",
    remedy: Label::new("Meet it and log that.", "安排面谈或演示并记录。"),
    clauses: &["OPS-3.3.1a"],
    kinds: &[Kind::Lead, Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        if !cx.wide || row.kind != Kind::Lead {
            return;
        }
        let Some(lead) = judged(cx, row).filter(|lead| lead.grade == Some(Degree::High)) else {
            return;
        };
        let days = cx.book.policy().followup().high_meeting_within_days;
        let Some(due) = lead.graded.as_ref().and_then(|graded| graded.on.checked_add_days(days))
        else {
            return;
        };
        if due < cx.today && !lead::is_met(cx.book, row.id) {
            let reference = row.reference();
            let message = say!(
                en: "a high lead that nobody has met; due {due}",
                zh: "高等级线索尚未面谈或演示，{due} 到期"
            );
            sink.value(row, "graded", message).help(say!(
                en: "when it is done: `salesops log visit {reference} TEXT`",
                zh: "完成后记录：`salesops log visit {reference} 内容`"
            ));
        }
    }),
};
