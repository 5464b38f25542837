//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Meeting;
use crate::say;

/// Nobody has done what a meeting decided.
pub static RULE: Rule = Rule {
    name: "decision-overdue",
    level: Level::Warning,
    what: Label::new(
        "What a meeting decided has somebody who does it, and is done by its day.",
        "会议决议有责任人，并按期完成。",
    ),
    why: Label::new(
        "A decision without an owner and a day is only talk (OPS-8.3.2, OPS-1.1).",
        "没有责任人和期限的决议只是说说而已（OPS-8.3.2、OPS-1.1）。",
    ),
    example: "decisions:\n  - {what: 更新报价模板, who: li-wei, due: 2026-11-10}",
    remedy: Label::new("Do it, or say who does.", "完成决议，或写明由谁完成。"),
    clauses: &["OPS-8.3.2", "OPS-1.1"],
    kinds: &[Kind::Meeting],
    check: Check::Record(|cx, row, sink| {
        let Some(it) = cx.book.get::<Meeting>(row.id).map(|row| row.record) else { return };
        let reference = row.reference();
        for (at, decision) in it.decisions.iter().enumerate() {
            if decision.done.is_some() {
                continue;
            }
            let route = format!("decisions.{at}.what");
            if decision.who.is_none() {
                let message = say!(en: "nobody is to do it", zh: "没有责任人");
                sink.value(row, &route, message).help(say!(
                    en: "`salesops set {reference} decisions.{at}.who=MEMBER`",
                    zh: "`salesops set {reference} decisions.{at}.who=成员`"
                ));
            }
            if let Some(due) = decision.due.filter(|due| *due < cx.today) {
                let message = say!(en: "overdue since {due}", zh: "自 {due} 起逾期");
                sink.value(row, &route, message).help(say!(
                    en: "when it is done: `salesops set {reference} decisions.{at}.done=today`",
                    zh: "完成后：`salesops set {reference} decisions.{at}.done=今天`"
                ));
            }
        }
    }),
};
