//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Task;
use crate::say;

/// A task is not done although its day has passed.
pub static RULE: Rule = Rule {
    name: "task-overdue",
    level: Level::Warning,
    what: Label::new("A task is done by the day it is due.", "任务应在截止日期前完成。"),
    why: Label::new(
        "Members finish their tasks in time (TAG-5.2.2b); what waits here is waited for elsewhere.",
        "成员应按时限完成任务（TAG-5.2.2b）；一处拖延，处处等待。",
    ),
    example: "what: 准备演示环境
due: 2026-11-10",
    remedy: Label::new(
        "Do it and write down when, or agree on another day.",
        "完成后记录日期，或另行约定截止日期。",
    ),
    clauses: &["TAG-5.2.2b"],
    kinds: &[Kind::Task],
    check: Check::Record(|cx, row, sink| {
        let Some(task) = cx.book.get::<Task>(row.id).map(|task| task.record) else { return };
        let Some(due) = task.due.filter(|due| task.done.is_none() && *due < cx.today) else {
            return;
        };
        let reference = row.reference();
        let message = say!(en: "overdue since {due}", zh: "{due} 到期，尚未完成");
        sink.value(row, "due", message).help(say!(
            en: "when it is done: `salesops set {reference} done=today`",
            zh: "完成后：`salesops set {reference} done=今天`"
        ));
    }),
};
