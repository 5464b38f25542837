//! See [`RULE`].

use super::lead_entry_late::judged;
use super::{Check, Rule};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Activity;
use crate::model::activity::CallResult;
use crate::say;

/// A lead that showed strong interest is no opportunity yet.
pub static RULE: Rule = Rule {
    name: "lead-convert-late",
    level: Level::Warning,
    what: Label::new(
        "A lead that shows strong interest becomes an opportunity within `lead.convert_within_days`.",
        "线索表现出强烈意向后，应在 `lead.convert_within_days` 个工作日内转为销售机会。",
    ),
    why: Label::new(
        "Interest cools: it is turned into an opportunity promptly (OPS-4.1.1).",
        "意向会冷却，应及时转为销售机会（OPS-4.1.1）。",
    ),
    example: "# a call on 2026-11-02 with call_result: interested
status: contacted",
    remedy: Label::new("Convert the lead, or say what keeps it.", "转化线索，或写明暂缓的原因。"),
    clauses: &["OPS-4.1.1"],
    kinds: &[Kind::Lead, Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        if !cx.wide || row.kind != Kind::Lead || judged(cx, row).is_none() {
            return;
        }
        let talks = cx.book.referring::<Activity>(Kind::Lead, row.id);
        let keen = talks.filter(|it| it.record.call_result == Some(CallResult::Interested));
        let Some(since) = keen.map(|it| it.record.on).max() else { return };
        let days = cx.book.policy().lead().convert_within_days;
        let due = cx.book.calendar().add_working_days(since, days);
        if due >= cx.today {
            return;
        }
        let reference = row.reference();
        let message = say!(
            en: "strong interest on {since}; it was to become an opportunity by {due}",
            zh: "{since} 表现出强烈意向，应在 {due} 前转为销售机会"
        );
        sink.at(row, Place::File, message).help(say!(
            en: "convert it: `salesops convert {reference}`",
            zh: "转化：`salesops convert {reference}`"
        ));
    }),
};
