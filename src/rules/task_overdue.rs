//! See [`RULE`].

use super::{Check, Rule};
use crate::base::date::Date;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::Book;
use crate::facts::clock;
use crate::model::Task;
use crate::say;

/// A task is not done although its day has passed.
pub static RULE: Rule = Rule {
    name: "task-overdue",
    level: Level::Warning,
    what: Label::new("A task is done by the day it is due.", "任务应在截止日期前完成。"),
    why: Label::new(
        "Members finish their tasks in time (TAG-5.2.2b), and departments what they are asked for, within \
         `resource.request_days` where no day is agreed (OPS-4.3.2); what waits here is waited for elsewhere.",
        "成员应按时限完成任务（TAG-5.2.2b）；请求各部门的事项未约定日期的，应在 `resource.request_days` 天内办理\
         （OPS-4.3.2）；一处拖延，处处等待。",
    ),
    example: "what: 准备演示环境
due: 2026-11-10",
    remedy: Label::new(
        "Do it and write down when, or agree on another day.",
        "完成后记录日期，或另行约定截止日期。",
    ),
    clauses: &["TAG-5.2.2b", "OPS-4.3.2", "TEL-2.3.3", "DEV-KA-15"],
    kinds: &[Kind::Task],
    check: Check::Record(|cx, row, sink| {
        let Some(task) = cx.book.get::<Task>(row.id).map(|task| task.record) else { return };
        let due = task.due.or_else(|| answer_due(cx.book, task));
        let Some(due) = due.filter(|due| task.done.is_none() && *due < cx.today) else {
            return;
        };
        let reference = row.reference();
        let message = say!(en: "overdue since {due}", zh: "{due} 到期，尚未完成");
        let key = if task.due.is_some() { "due" } else { "department" };
        sink.value(row, key, message).help(say!(
            en: "when it is done: `salesops set {reference} done=today`",
            zh: "完成后：`salesops set {reference} done=今天`"
        ));
    }),
};

// By when a department is to have done what it was asked for, where no day is agreed on.
fn answer_due(book: &Book<'_>, task: &Task) -> Option<Date> {
    let asked = task.entered.as_ref().filter(|_| task.department.is_some())?;
    let days = book.policy().resource().request_days;
    Some(book.calendar().add_working_days(clock::day(book, asked.at), days))
}
