//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps;
use crate::model::Notice;
use crate::model::notice::NoticeStatus;
use crate::say;

/// What an audit found is not put right in time, or nobody has seen that it is.
pub static RULE: Rule = Rule {
    name: "notice-overdue",
    level: Level::Warning,
    what: Label::new(
        "What a notice tells of is put right by its day, and seen to be so by another within \
         `notice.fix_days` working days after.",
        "整改通知应按期完成整改，并在其后 `notice.fix_days` 个工作日内由他人复查。",
    ),
    why: Label::new(
        "A problem that is found and left teaches that nobody looks (TAG-7.1.3, TAG-4.3.2).",
        "发现问题却不整改，等于告诉大家没有人在意（TAG-7.1.3、TAG-4.3.2）。",
    ),
    example: "issued_on: 2026-11-02\nto: li-wei\ndue: 2026-11-09\nstatus: open",
    remedy: Label::new(
        "Put it right: `salesops notice fix REF result=TEXT`; then another: `salesops notice verify REF`.",
        "整改：`salesops notice fix 记录 result=内容`；再由他人复查：`salesops notice verify 记录`。",
    ),
    clauses: &["TAG-7.1.3", "TAG-4.3.2"],
    kinds: &[Kind::Notice],
    check: Check::Record(|cx, row, sink| {
        let Some(it) = cx.book.get::<Notice>(row.id).map(|row| row.record) else { return };
        let days = cx.book.policy().notice().fix_days;
        let reference = row.reference();
        match it.status() {
            NoticeStatus::Open => {
                let due = it
                    .due
                    .unwrap_or_else(|| cx.book.calendar().add_working_days(it.issued_on, days));
                if due >= cx.today {
                    return;
                }
                let (to, late) = (&*it.to, cx.today.days_since(due));
                let message = say!(
                    en: "{to} has not put it right, {late} days after {due}",
                    zh: "{to} 未按期整改，已超过 {due} {late} 天"
                );
                let key = if it.due.is_some() { "due" } else { "issued_on" };
                sink.value(row, key, message).help(say!(
                    en: "put it right: `salesops notice fix {reference} result=TEXT`",
                    zh: "整改：`salesops notice fix {reference} result=内容`"
                ));
            }
            NoticeStatus::Fixed => {
                let on = it.fixed_on.or_else(|| steps::since(&it.moves, it.entered.as_ref()));
                let on = on.unwrap_or(it.issued_on);
                if cx.book.calendar().add_working_days(on, days) >= cx.today {
                    return;
                }
                let message = say!(
                    en: "put right on {on}, and nobody has seen it; the policy allows {days} working days",
                    zh: "{on} 已整改，尚无人复查；制度限 {days} 个工作日"
                );
                sink.value(row, "status", message).help(say!(
                    en: "see whether it is: `salesops notice verify {reference}`",
                    zh: "复查：`salesops notice verify {reference}`"
                ));
            }
            NoticeStatus::Verified | NoticeStatus::Withdrawn => {}
        }
    }),
};
