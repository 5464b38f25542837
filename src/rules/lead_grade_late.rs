//! See [`RULE`].

use super::{Check, Rule, lead_entry_late::judged};
use crate::base::finding::Level;
use crate::base::finding::Place;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::clock;
use crate::say;

/// A lead waits to be graded.
pub static RULE: Rule = Rule {
    name: "lead-grade-late",
    level: Level::Warning,
    what: Label::new(
        "An open lead is graded within `lead.grade_within_days` working days of being entered.",
        "线索应在录入后 `lead.grade_within_days` 个工作日内评级。",
    ),
    why: Label::new(
        "Without a grade nobody knows which leads to call first (OPS-2.3.1).",
        "没有评级就不知道先联系谁（OPS-2.3.1）。",
    ),
    example: "entered: {at: 2026-11-10T09:00:00+08:00}   # today is 2026-11-21, and no grade",
    remedy: Label::new("Grade it.", "评级。"),
    clauses: &["OPS-2.3.1"],
    kinds: &[Kind::Lead],
    check: Check::Record(|cx, row, sink| {
        let Some(lead) = judged(cx, row).filter(|lead| lead.grade.is_none()) else { return };
        let Some(entered) = &lead.entered else { return };
        let days = cx.book.policy().lead().grade_within_days;
        let due = clock::due_day(cx.book, clock::day(cx.book, entered.at), days);
        if due < cx.today {
            let reference = row.reference();
            sink.at(
                row,
                Place::File,
                say!(en: "not graded; due {due}", zh: "尚未评级，{due} 到期"),
            )
            .help(say!(
                en: "grade it: `salesops grade {reference}`",
                zh: "评级：`salesops grade {reference}`"
            ))
            .remedy(format!("salesops grade {reference}"));
        }
    }),
};
