//! See [`RULE`].

use super::{Check, Rule, lead_entry_late::judged};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::lead;
use crate::model::common::Degree;
use crate::say;

/// A low lead has been silent so long that it may be dropped.
pub static RULE: Rule = Rule {
    name: "lead-idle",
    level: Level::Note,
    what: Label::new(
        "A low lead without a contact for `lead.low_abandon_after_days` is given up, or planned anew.",
        "低等级线索超过 `lead.low_abandon_after_days` 天没有接触，应放弃或重新安排。",
    ),
    why: Label::new(
        "A list of dead leads hides the living ones (OPS-2.3.4).",
        "失效线索会淹没有效线索（OPS-2.3.4）。",
    ),
    example: "grade: low   # the last call was 200 days ago",
    remedy: Label::new("Give it up for a reason, or contact it.", "说明原因后放弃，或再联系一次。"),
    clauses: &["OPS-2.3.4"],
    kinds: &[Kind::Lead, Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        if !cx.wide || row.kind != Kind::Lead {
            return;
        }
        let Some(lead) = judged(cx, row).filter(|lead| lead.grade == Some(Degree::Low)) else {
            return;
        };
        if lead::is_idle(cx.book, row.id, lead, cx.today) {
            let reference = row.reference();
            let days = cx.book.policy().lead().low_abandon_after_days;
            let message = say!(
                en: "a low lead, and no contact for {days} days",
                zh: "低等级线索，已超过 {days} 天没有接触"
            );
            sink.value(row, "grade", message).help(say!(
                en: "give it up: `salesops abandon {reference} REASON`",
                zh: "放弃：`salesops abandon {reference} 原因`"
            ));
        }
    }),
};
