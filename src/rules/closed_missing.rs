//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Opportunity;
use crate::model::common::Outcome;
use crate::say;

/// Outcome and `closed` contradict each other.
pub static RULE: Rule = Rule {
    name: "closed-missing",
    level: Level::Error,
    what: Label::new(
        "A won or lost opportunity has no `closed`, or an open one has it.",
        "赢单或输单的机会没有 `closed`，或进行中的机会有 `closed`。",
    ),
    why: Label::new(
        "Figures of the past use what was true at the close; without its day it counts nowhere.",
        "历史数字采用关闭时的情况；没有关闭日期就无法计入。",
    ),
    example: "outcome: won\n# and no closed",
    remedy: Label::new(
        "Close it by `salesops win` or `salesops lose`, which write it.",
        "用 `salesops win` 或 `salesops lose` 关闭，命令会写入。",
    ),
    clauses: &["OPS-1.3.4"],
    kinds: &[Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
        let ended = matches!(deal.record.outcome(), Outcome::Won | Outcome::Lost);
        let reference = row.reference();
        match (ended, &deal.record.closed) {
            (true, None) => {
                let outcome = deal.record.outcome().key();
                let message = say!(
                    en: "the outcome is {outcome}, but `closed` is missing",
                    zh: "结果为 {outcome}，但缺少 `closed`"
                );
                sink.value(row, "outcome", message).help(say!(
                    en: "reopen it and close it again: `salesops reopen {reference} REASON`",
                    zh: "重新打开后再关闭：`salesops reopen {reference} 原因`"
                ));
            }
            (false, Some(_)) => {
                let message = say!(
                    en: "`closed` is written, but the outcome is not won or lost",
                    zh: "写有 `closed`，但结果不是赢单或输单"
                );
                sink.value(row, "closed", message).help(say!(
                    en: "remove `closed`, or close the opportunity by its command",
                    zh: "删去 `closed`，或用命令关闭机会"
                ));
            }
            _ => {}
        }
    }),
};
