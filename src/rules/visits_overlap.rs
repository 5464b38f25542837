//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::stops;
use crate::say;

/// Two visits of one member at the same time.
pub static RULE: Rule = Rule {
    name: "visits-overlap",
    level: Level::Warning,
    what: Label::new(
        "Tasks of one member do not overlap (`starts_at`, `ends_at`).",
        "同一成员的任务时间不重叠（`starts_at`、`ends_at`）。",
    ),
    why: Label::new(
        "Route and time are planned; nobody is at two places at once (DEV-5.4.2, DEV-5.4.3).",
        "拜访须安排路线和时间，一个人不能同时在两处（DEV-5.4.2、DEV-5.4.3）。",
    ),
    example: "starts_at: 2026-11-24T09:00:00+08:00\nends_at: 2026-11-24T11:00:00+08:00   # and another from 10:00",
    remedy: Label::new("Move one of the two.", "调整其中一项的时间。"),
    clauses: &["DEV-5.4.3"],
    kinds: &[Kind::Task],
    check: Check::Book(|cx, sink| {
        for (late, early) in stops::overlaps(cx.book) {
            let other = early.erase().reference();
            let until = early.record.ends_at.map_or_else(String::new, |at| at.to_minute());
            let message = say!(en: "{other} takes until {until}", zh: "{other} 到 {until} 才结束");
            sink.value(&late.erase(), "starts_at", message);
        }
    }),
};
