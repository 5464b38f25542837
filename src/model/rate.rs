//! Rates of exchange: what an amount in another currency counts in reports.

use super::common::{Entered, Imported};
use super::macros::fields;
use super::types::{List, Tags};
use crate::base::currency::Currency;
use crate::base::decimal::Decimal;
use crate::base::span::Span;

fields! {
    /// The rates of a time, such as a month.
    pub struct Rate {
        period: Span, "period" "期间", "the days for which the rates hold; of several the shortest" "汇率适用的期间；有多个时以最短的为准";
        rates: List<Quote>, "rates" "各币种汇率", "what one unit of each currency is worth" "各币种一个单位的价值" { inline: true, list_key: Some("currency") };
        source: Option<String>, "source" "来源", "where they were taken from" "汇率的出处";
        note: Option<String>, "note" "备注", "free text" "自由文字";
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

fields! {
    /// The rate of a currency.
    pub struct Quote {
        currency: Currency, "currency" "币种", "which one" "币种";
        rate: Decimal, "rate" "汇率", "how much of the policy's currency one unit is, such as 7.12" "一个单位折合制度币种的金额，如 7.12";
    }
}
