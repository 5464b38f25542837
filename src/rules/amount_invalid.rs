//! See [`RULE`].

use super::{Check, Rule};
use crate::base::decimal::Decimal;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::base::text::Label;
use crate::facts::opportunity::currency;
use crate::model::Opportunity;
use crate::say;

/// An amount is negative or has more decimals than its currency.
pub static RULE: Rule = Rule {
    name: "amount-invalid",
    level: Level::Error,
    what: Label::new(
        "An amount or price is negative, or has more decimals than its currency.",
        "金额或价格为负数，或小数位数超过币种允许的位数。",
    ),
    why: Label::new(
        "It cannot be summed exactly, so no figure would count it.",
        "无法精确汇总，任何统计都不会计入。",
    ),
    example: "amount: 480000.005\ncurrency: CNY",
    remedy: Label::new("Write the amount as it was agreed.", "按约定的金额书写。"),
    clauses: &[],
    kinds: &[Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
        let currency = currency(deal.record, cx.book.policy());
        let mut amounts: Vec<(String, Decimal)> = Vec::new();
        amounts.extend(deal.record.amount.map(|amount| ("amount".to_owned(), amount)));
        for (at, line) in deal.record.lines.iter().enumerate() {
            amounts.extend(line.price.map(|price| (format!("lines.{at}.price"), price)));
        }
        if let Some(closed) = &deal.record.closed {
            amounts.extend(closed.amount.map(|amount| ("closed.amount".to_owned(), amount)));
        }
        for (route, amount) in amounts {
            if amount.is_negative() {
                let message = say!(en: "{amount} is negative", zh: "{amount} 为负数");
                sink.value(row, &route, message);
            } else if let Err(why) = Money::from_decimal(amount, currency) {
                sink.value(row, &route, why);
            }
        }
    }),
};
