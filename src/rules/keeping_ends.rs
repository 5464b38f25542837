//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::{Level, Place};
use crate::base::route::Route;
use crate::base::text::Label;
use crate::facts::pool::KINDS;
use crate::flow::recycling::idle;
use crate::say;

/// A customer or lead is soon kept for its owner no longer.
pub static RULE: Rule = Rule {
    name: "keeping-ends",
    level: Level::Note,
    what: Label::new(
        "The owner of a customer or lead is warned `pool.warn_days` before it is recycled into the public pool.",
        "客户或线索收回公海之前 `pool.warn_days` 天，应提醒其负责人。",
    ),
    why: Label::new(
        "Who develops, benefits (DEV-REG-1); what nobody touches is for others, or dropped (OPS-2.3.4).",
        "谁开发，谁收益（DEV-REG-1）；长期无人跟进的应让给他人或放弃（OPS-2.3.4）。",
    ),
    example: "# last touched 170 days ago
name: 北方机械
owner: li-wei",
    remedy: Label::new(
        "Get in touch and log it, or release it.",
        "联系客户并记录，或主动放回公海。",
    ),
    clauses: &["DEV-REG-1", "OPS-2.3.4"],
    kinds: &KINDS,
    check: Check::Book(|cx, sink| {
        for kind in KINDS {
            // A query that cannot be read is a finding of the policy.
            for it in idle(cx.book, kind, cx.today).unwrap_or_default() {
                if it.is_over(cx.today) || it.row.has(&Route::name("imported")) {
                    continue;
                }
                let (until, reference) = (it.until, it.row.reference());
                let message = say!(
                    en: "kept for its owner until {until}, then anybody's",
                    zh: "为负责人保留至 {until}，此后收回公海"
                );
                sink.at(&it.row, Place::Value(Route::name("owner")), message).help(say!(
                    en: "get in touch: `salesops log call {reference} TEXT`",
                    zh: "联系客户：`salesops log call {reference} 内容`"
                ));
            }
        }
    }),
};
