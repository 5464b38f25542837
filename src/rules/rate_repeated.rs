//! See [`RULE`].

use std::collections::HashMap;

use super::{Check, Rule};
use crate::base::currency::Currency;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::Row;
use crate::model::Rate;
use crate::say;

/// Two files give a rate of one currency for the same time.
pub static RULE: Rule = Rule {
    name: "rate-repeated",
    level: Level::Error,
    what: Label::new(
        "A currency has one rate of exchange for the same days.",
        "同一币种在同一期间只有一个汇率。",
    ),
    why: Label::new(
        "Which of the two is meant? Every converted amount would depend on it (OPS-7.2.1).",
        "不知以哪个为准，所有折算金额都会受影响（OPS-7.2.1）。",
    ),
    example: "# rates/2026-11.yaml and rates/2026-11-b.yaml, both with\nperiod: 2026-11\nrates:\n  - {currency: USD, rate: 7.11}",
    remedy: Label::new("Keep one of them.", "保留其中一个。"),
    clauses: &["OPS-7.2.1"],
    kinds: &[Kind::Rate],
    check: Check::Book(|cx, sink| {
        let mut seen: HashMap<(&str, Currency), Row<'_, Rate>> = HashMap::new();
        for row in cx.book.iter::<Rate>() {
            for (at, quote) in row.record.rates.iter().enumerate() {
                let place = (row.record.period.key(), quote.currency);
                let first = *seen.entry(place).or_insert(row);
                // Twice in one file is another finding.
                if first.id == row.id {
                    continue;
                }
                let (code, other) = (quote.currency.code(), first.erase().reference());
                let message = say!(
                    en: "{other} has a rate of {code} for the same time already",
                    zh: "{other} 已有同一期间的 {code} 汇率"
                );
                sink.value(&row.erase(), &format!("rates.{at}.currency"), message);
            }
        }
    }),
};
