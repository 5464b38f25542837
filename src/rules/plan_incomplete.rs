//! See [`RULE`].

use super::{Check, Cx, Rule, Sink};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::AnyRow;
use crate::model::Plan;
use crate::model::plan::PlanStatus;
use crate::say;

/// A plan without one of its parts.
pub static RULE: Rule = Rule {
    name: "plan-incomplete",
    level: Level::Warning,
    what: Label::new(
        "A plan says its goal, its strategy and its steps, each step with what is done by when.",
        "开发计划应写明目标、策略和步骤，每步写明事项和期限。",
    ),
    why: Label::new(
        "A plan without dates is a wish (OPS-3.1.1).",
        "没有期限的计划只是愿望（OPS-3.1.1）。",
    ),
    example: "subject: lead/lead-1\ngoal: 年内签约",
    remedy: Label::new("Fill in what is missing.", "补齐所缺内容。"),
    clauses: &["OPS-3.1.1"],
    kinds: &[Kind::Plan],
    check: Check::Record(check),
};

fn check(cx: &Cx<'_>, row: &AnyRow<'_>, sink: &mut Sink<'_>) {
    let Some(plan) = cx.book.get::<Plan>(row.id).map(|row| row.record) else { return };
    if plan.status() != PlanStatus::Active {
        return;
    }
    let blank = |text: &Option<String>| text.as_deref().is_none_or(|it| it.trim().is_empty());
    let mut lacking: Vec<(&str, String, Text)> = Vec::new();
    if blank(&plan.goal) {
        lacking.push((
            "goal",
            "goal=TEXT".to_owned(),
            say!(en: "the goal is missing", zh: "缺少目标"),
        ));
    }
    if blank(&plan.strategy) {
        let message = say!(en: "the strategy is missing", zh: "缺少策略");
        lacking.push(("strategy", "strategy=TEXT".to_owned(), message));
    }
    if plan.steps.is_empty() {
        let message = say!(en: "there are no steps", zh: "缺少步骤");
        lacking.push(("steps", "steps+=DATE:TEXT".to_owned(), message));
    }
    let reference = row.reference();
    for (key, part, message) in lacking {
        let command =
            crate::base::placeholder::in_both(&format!("salesops set {reference} {part}"));
        let (en, zh) = (&command.en, &command.zh);
        sink.value(row, key, message).help(say!(en: "supply it: `{en}`", zh: "补充：`{zh}`"));
    }
    for (at, step) in plan.steps.iter().enumerate() {
        let n = at + 1;
        if step.due.is_none() {
            let message = say!(en: "step {n} has no date", zh: "第 {n} 步没有期限");
            let route = format!("steps.{at}");
            sink.value(row, &route, message).help(say!(
                en: "supply it: `salesops set {reference} {route}.due=DATE`",
                zh: "补充：`salesops set {reference} {route}.due=日期`"
            ));
        }
    }
}
