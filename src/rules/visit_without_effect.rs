//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::activity::is_visit;
use crate::facts::steps::is_untouched_import;
use crate::model::Activity;
use crate::say;

/// A visit without a word on how it went.
pub static RULE: Rule = Rule {
    name: "visit-without-effect",
    level: Level::Note,
    what: Label::new(
        "A visit says how well it went: good, fair or poor.",
        "拜访应写明效果：好、一般或差。",
    ),
    why: Label::new(
        "The record of a visit sums up its effect; after a poor one the next visit is prepared anew (OPS-3.4.3).",
        "拜访记录须总结效果；效果差的，再访前要重新准备（OPS-3.4.3）。",
    ),
    example: "type: visit\non: 2026-11-18\ncustomer: acme\ncontent: 看了车间",
    remedy: Label::new("Say how it went.", "写明效果。"),
    clauses: &["OPS-3.4.3"],
    kinds: &[Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        let Some(visit) = cx.book.get::<Activity>(row.id).map(|row| row.record) else { return };
        if !is_visit(visit) || visit.effect.is_some() || is_untouched_import(row) {
            return;
        }
        let reference = row.reference();
        let message = say!(en: "how the visit went is missing", zh: "缺少拜访效果");
        sink.value(row, "type", message).help(say!(
            en: "say it: `salesops set {reference} effect=TEXT`",
            zh: "补充：`salesops set {reference} effect=内容`"
        ));
    }),
};
