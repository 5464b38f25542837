//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Plan;
use crate::model::plan::PlanStatus;
use crate::say;

/// A step of a plan is overdue.
pub static RULE: Rule = Rule {
    name: "plan-step-overdue",
    level: Level::Warning,
    what: Label::new(
        "A step of an active plan is done by its date.",
        "执行中的计划，各步骤应在期限内完成。",
    ),
    why: Label::new(
        "A plan that nobody carries out helps nobody (OPS-3.1.1).",
        "不执行的计划没有用处（OPS-3.1.1）。",
    ),
    example: "steps:\n  - {id: s-1, due: 2026-11-10, what: 送样机}",
    remedy: Label::new("Do it, or move the date.", "完成该步骤，或调整期限。"),
    clauses: &["OPS-3.1.1"],
    kinds: &[Kind::Plan],
    check: Check::Record(|cx, row, sink| {
        let Some(plan) = cx.book.get::<Plan>(row.id).map(|row| row.record) else { return };
        if plan.status() != PlanStatus::Active {
            return;
        }
        for (at, step) in plan.steps.iter().enumerate().filter(|(_, step)| step.done.is_none()) {
            let Some(due) = step.due.filter(|due| *due < cx.today) else { continue };
            let (reference, route) = (row.reference(), format!("steps.{at}"));
            let message = say!(en: "overdue since {due}", zh: "{due} 到期，尚未完成");
            sink.value(row, &route, message).help(say!(
                en: "when it is done: `salesops set {reference} {route}.done=today`",
                zh: "完成后：`salesops set {reference} {route}.done=today`"
            ));
        }
    }),
};
