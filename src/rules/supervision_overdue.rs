//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::audit;
use crate::model::audit::Scope;
use crate::say;

/// Nobody has looked for long whether the tag system is carried out.
pub static RULE: Rule = Rule {
    name: "supervision-overdue",
    level: Level::Note,
    what: Label::new(
        "Those who supervise look at the records every `supervision.every_days`. Only where supervision \
         is on record, or somebody holds a role of `supervision.roles`.",
        "监督岗位每隔 `supervision.every_days` 天检查一次。仅在已有监督检查记录，或有成员担任 `supervision.roles` 时检查。",
    ),
    why: Label::new(
        "What nobody looks at is not kept up (TAG-7.1.1).",
        "没有人检查的制度会流于形式（TAG-7.1.1）。",
    ),
    example: "on: 2026-09-30\nscope: supervision\nby: sun-li\nstatus: finished  # and it is the 21st of November",
    remedy: Label::new(
        "Look: `salesops add audit scope=supervision`, then `salesops audit draw -`.",
        "进行检查：`salesops add audit scope=supervision`，然后 `salesops audit draw -`。",
    ),
    clauses: &["TAG-7.1.1"],
    kinds: &[Kind::Member, Kind::Audit],
    check: Check::Book(|cx, sink| {
        let days = cx.book.policy().supervision().every_days;
        let help = say!(
            en: "begin one: `salesops add audit scope=supervision`",
            zh: "开始检查：`salesops add audit scope=supervision`"
        );
        if let Some(last) = audit::last(cx.book, Scope::Supervision, cx.today) {
            let (on, ago) = (last.record.on, cx.today.days_since(last.record.on));
            if ago > days {
                let message = say!(
                    en: "the last supervision was {ago} days ago, on {on}; the policy asks for one every {days}",
                    zh: "上次监督检查在 {ago} 天前（{on}）；制度要求每 {days} 天一次"
                );
                sink.value(&last.erase(), "on", message).help(help);
            }
            return;
        }
        if let Some(member) = audit::auditors(cx.book, Scope::Supervision, cx.today).next() {
            let message = say!(
                en: "holds a role that supervises, and no supervision is on record; the policy asks for one every {days} days",
                zh: "担任监督岗位，但没有监督检查记录；制度要求每 {days} 天一次"
            );
            sink.at(&member.erase(), Place::File, message).help(help);
        }
    }),
};
