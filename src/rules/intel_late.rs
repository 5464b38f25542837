//! See [`RULE`].

use std::collections::HashMap;

use super::{Check, Rule};
use crate::base::date::Date;
use crate::base::finding::Level;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::people;
use crate::model::{Intel, Member};
use crate::say;

/// A member has told nothing of the market for long.
pub static RULE: Rule = Rule {
    name: "intel-late",
    level: Level::Note,
    what: Label::new(
        "A member who has told of the market before does so every `intel.rep_every_days`.",
        "曾提供市场信息的成员，每 `intel.rep_every_days` 天应再提供一次。",
    ),
    why: Label::new(
        "Market and competitors are watched regularly, and the strategy follows (DEV-SOP-4).",
        "须定期收集市场和竞争对手信息，据以调整策略（DEV-SOP-4）。",
    ),
    example: "# intel/2026/…yaml, and nothing by the same owner since\non: 2026-08-03\nowner: li-wei",
    remedy: Label::new("Write down what was learnt meanwhile.", "补充其间了解到的信息。"),
    clauses: &["DEV-SOP-4"],
    kinds: &[Kind::Intel, Kind::Member],
    check: Check::Book(|cx, sink| {
        let mut last: HashMap<&Id, Date> = HashMap::new();
        for row in cx.book.iter::<Intel>() {
            let (Some(owner), Some(on)) = (row.record.owner.as_deref(), row.record.on) else {
                continue;
            };
            if on <= cx.today {
                let latest = last.entry(owner).or_insert(on);
                *latest = on.max(*latest);
            }
        }
        let limit = cx.book.policy().intel().rep_every_days;
        for row in cx.book.iter::<Member>() {
            let Some(on) = last.get(row.id) else { continue };
            let days = cx.today.days_since(*on);
            if days > limit && !people::has_left(row.record, cx.today) {
                let message = say!(
                    en: "the last word on the market was {days} days ago; the policy allows {limit}",
                    zh: "距上次提供市场信息已 {days} 天，制度规定不超过 {limit} 天"
                );
                sink.value(&row.erase(), "name", message).help(say!(
                    en: "write it down: `salesops add intel subject=TEXT finding=TEXT`",
                    zh: "补充：`salesops add intel subject=内容 finding=内容`"
                ));
            }
        }
    }),
};
