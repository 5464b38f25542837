//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Assessment;
use crate::model::assessment::Grading;
use crate::say;

/// A member has failed and has no personal plan.
pub static RULE: Rule = Rule {
    name: "coaching-missing",
    level: Level::Warning,
    what: Label::new(
        "A failed assessment has a plan of coaching within the policy's days.",
        "考核不合格的，应在制度规定的天数内有辅导计划。",
    ),
    why: Label::new(
        "Below the standard the manager makes a personal training plan; coaching comes before \
         anything else (ITS-4.4.3, OPS-8.2.2).",
        "不达标的由经理制定个性化培训计划；先辅导，再作其他处理（ITS-4.4.3、OPS-8.2.2）。",
    ),
    example: "result: fail\ndecided_on: 2026-11-05\n# and on the 16th no coaching",
    remedy: Label::new("Write the plan down.", "制定并写明辅导计划。"),
    clauses: &["ITS-4.4.3", "OPS-8.2.2"],
    kinds: &[Kind::Assessment],
    check: Check::Record(|cx, row, sink| {
        let Some(it) = cx.book.get::<Assessment>(row.id).map(|row| row.record) else { return };
        let planned = it.coaching.as_ref().is_some_and(|plan| !plan.items.is_empty());
        if planned || !it.is_final() || it.result != Some(Grading::Fail) {
            return;
        }
        let within = cx.book.policy().assess().training_plan_days;
        let Some(on) = it.decided_on else { return };
        let days = cx.today.days_since(on);
        if days <= within {
            return;
        }
        let reference = row.reference();
        let message = say!(
            en: "no coaching plan {days} days after the result; {within} are allowed",
            zh: "结果确定 {days} 天后仍没有辅导计划，期限为 {within} 天"
        );
        sink.value(row, "result", message).help(say!(
            en: "write it down: `salesops set {reference} coaching.items+=TEXT coaching.due=DATE`",
            zh: "写明计划：`salesops set {reference} coaching.items+=内容 coaching.due=日期`"
        ));
    }),
};
