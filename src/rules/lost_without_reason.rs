//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps::is_untouched_import;
use crate::model::Opportunity;
use crate::model::common::Outcome;
use crate::say;

/// A lost deal does not say why.
pub static RULE: Rule = Rule {
    name: "lost-without-reason",
    level: Level::Error,
    what: Label::new("A lost opportunity gives its reason.", "输单的机会应写明输单原因。"),
    why: Label::new(
        "What is lost without a reason teaches nothing (DEV-5.12).",
        "没有原因的输单无法总结经验（DEV-5.12）。",
    ),
    example: "outcome: lost\n# and no lost_reason",
    remedy: Label::new(
        "Reopen it and close it by `salesops lose`, which asks.",
        "重新打开，再用 `salesops lose` 关闭并写明原因。",
    ),
    clauses: &["DEV-5.12.1", "DEV-5.12.2", "DEV-5.12.3", "DEV-5.12.4", "DEV-5.12.5"],
    kinds: &[Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
        let record = deal.record;
        if record.outcome() == Outcome::Lost
            && record.lost_reason.is_none()
            && !is_untouched_import(row)
        {
            sink.value(
                row,
                "outcome",
                say!(en: "lost, but nobody says why", zh: "已输单，但未写明原因"),
            );
        }
    }),
};
