//! See [`RULE`].

use super::{Check, Rule, lead_entry_late::judged};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::{clock, pool};
use crate::say;

/// A graded lead waits for somebody to work it.
pub static RULE: Rule = Rule {
    name: "lead-assign-late",
    level: Level::Warning,
    what: Label::new(
        "A graded lead is assigned within `assign.within_days` working days.",
        "已评级的线索应在 `assign.within_days` 个工作日内分配。",
    ),
    why: Label::new(
        "A lead that nobody has is worked by nobody (OPS-2.4.2).",
        "没有负责人的线索没人跟进（OPS-2.4.2）。",
    ),
    example: "grade: mid\ngraded: {on: 2026-11-10}   # today is 2026-11-21, and no owner",
    remedy: Label::new("Assign it, or give it up for a reason.", "分配，或说明原因后放弃。"),
    clauses: &["OPS-2.4.2"],
    kinds: &[Kind::Lead],
    check: Check::Record(|cx, row, sink| {
        let Some(lead) = judged(cx, row).filter(|lead| lead.owner.is_none()) else { return };
        let Some(graded) = &lead.graded else { return };
        // Whoever wants it takes it out of the pool.
        if pool::entered(&lead.moves).is_some() {
            return;
        }
        let due = clock::due_day(cx.book, graded.on, cx.book.policy().assign().within_days);
        if due < cx.today {
            let reference = row.reference();
            let message = say!(en: "nobody's yet; due {due}", zh: "尚未分配，{due} 到期");
            sink.value(row, "graded", message).help(say!(
                en: "assign it: `salesops assign {reference}`",
                zh: "分配：`salesops assign {reference}`"
            ));
        }
    }),
};
