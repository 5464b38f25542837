//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Opportunity;
use crate::model::common::Outcome;
use crate::say;

/// An open deal should have been decided already.
pub static RULE: Rule = Rule {
    name: "close-date-past",
    level: Level::Warning,
    what: Label::new(
        "The expected close of an open opportunity is past.",
        "进行中的机会，预计成交日期已过。",
    ),
    why: Label::new(
        "A forecast built on it promises what should have come already (OPS-4.1.2).",
        "据此所作的预测包含了本应已经发生的成交（OPS-4.1.2）。",
    ),
    example: "expected_close: 2026-10-31   # today is 2026-11-21",
    remedy: Label::new(
        "Set the day now expected, or close the opportunity.",
        "改为现在预计的日期，或关闭机会。",
    ),
    clauses: &["OPS-4.1.2"],
    kinds: &[Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
        let Some(expected) = deal.record.expected_close else { return };
        if deal.record.outcome() == Outcome::Open && expected < cx.today {
            let days = cx.today.days_since(expected);
            let reference = row.reference();
            sink.value(
                row,
                "expected_close",
                say!(en: "the expected close passed {days} days ago", zh: "预计成交日期已过 {days} 天"),
            )
            .help(say!(
                en: "set the day now expected: `salesops set {reference} expected_close=DATE`",
                zh: "改为现在预计的日期：`salesops set {reference} expected_close=日期`"
            ));
        }
    }),
};
