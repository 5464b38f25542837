//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Task;
use crate::say;

/// Nobody has to do a task.
pub static RULE: Rule = Rule {
    name: "task-unowned",
    level: Level::Warning,
    what: Label::new(
        "An open task names who does it: a member or a department.",
        "未完成的任务应写明承办的成员或部门。",
    ),
    why: Label::new(
        "No step is left without an owner (OPS-1.1, TAG-5.2.2a).",
        "每个环节都要有负责人（OPS-1.1、TAG-5.2.2a）。",
    ),
    example: "what: 准备演示环境
# and neither who nor department",
    remedy: Label::new("Name who does it.", "写明由谁承办。"),
    clauses: &["OPS-1.1", "TAG-5.2.2a"],
    kinds: &[Kind::Task],
    check: Check::Record(|cx, row, sink| {
        let Some(task) = cx.book.get::<Task>(row.id).map(|task| task.record) else { return };
        if task.done.is_none() && task.who.is_none() && task.department.is_none() {
            let reference = row.reference();
            let message = say!(en: "nobody is named who does it", zh: "没有写明承办人");
            sink.at(row, Place::File, message).help(say!(
                en: "name a member: `salesops set {reference} who=MEMBER`",
                zh: "写明承办人：`salesops set {reference} who=成员`"
            ));
        }
    }),
};
