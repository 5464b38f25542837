//! See [`RULE`].

use super::{Check, Rule, lead_entry_late::judged};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::plans;
use crate::say;

/// A lead that was handed out has no plan.
pub static RULE: Rule = Rule {
    name: "plan-missing",
    level: Level::Warning,
    what: Label::new(
        "An assigned lead of a grade in `plan.required_for_grades` has a plan within `plan.due_after_assign_days` \
         working days.",
        "等级在 `plan.required_for_grades` 之内的线索，分配后 `plan.due_after_assign_days` 个工作日内应有开发计划。",
    ),
    why: Label::new(
        "Goal, strategy and steps come before the work (OPS-3.1.1).",
        "先有目标、策略和步骤，再行动（OPS-3.1.1）。",
    ),
    example: "grade: high\nassignment: {to: li-wei, at: 2026-11-10T09:00:00+08:00}",
    remedy: Label::new("Draw up a plan.", "制定开发计划。"),
    clauses: &["OPS-3.1.1"],
    kinds: &[Kind::Lead, Kind::Plan],
    check: Check::Record(|cx, row, sink| {
        if !cx.wide || row.kind != Kind::Lead {
            return;
        }
        let Some(lead) = judged(cx, row).filter(|lead| lead.owner.is_some()) else { return };
        let Some(due) = plans::due(cx.book, lead).filter(|due| *due < cx.today) else { return };
        if plans::of(cx.book, Kind::Lead, row.id).next().is_some() {
            return;
        }
        let reference = row.reference();
        let message = say!(en: "no development plan; it was due on {due}", zh: "没有开发计划，应于 {due} 前制定");
        sink.value(row, "assignment", message).help(say!(
            en: "draw it up: `salesops add plan subject={reference} goal=TEXT strategy=TEXT`",
            zh: "制定计划：`salesops add plan subject={reference} goal=内容 strategy=内容`"
        ));
    }),
};
