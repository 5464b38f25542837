//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps::is_untouched_import;
use crate::model::Opportunity;
use crate::model::common::Outcome;
use crate::say;

/// A closed deal teaches nothing.
pub static RULE: Rule = Rule {
    name: "missing-lesson",
    level: Level::Warning,
    what: Label::new(
        "A won or lost opportunity says what worked or what failed.",
        "赢单或输单的机会应总结有效做法或不足之处。",
    ),
    why: Label::new(
        "The team learns from its own deals (DEV-5.10).",
        "团队从自己的案例中学习（DEV-5.10）。",
    ),
    example: "outcome: won\n# and no lesson",
    remedy: Label::new("Write the lesson down.", "写下经验教训。"),
    clauses: &["DEV-5.10"],
    kinds: &[Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
        let ended = matches!(deal.record.outcome(), Outcome::Won | Outcome::Lost);
        let told = deal.record.lesson.as_ref();
        let told = told.is_some_and(|lesson| lesson.worked.is_some() || lesson.failed.is_some());
        if ended && !told && !is_untouched_import(row) {
            let reference = row.reference();
            sink.at(
                row,
                Place::File,
                say!(en: "closed without a lesson", zh: "已关闭但没有经验总结"),
            )
            .help(say!(
                en: "write it: `salesops set {reference} lesson.worked=TEXT`",
                zh: "写下经验：`salesops set {reference} lesson.worked=文字`"
            ));
        }
    }),
};
