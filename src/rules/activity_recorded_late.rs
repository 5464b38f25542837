//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::facts::contact;
use crate::model::Activity;
use crate::say;

/// An activity was written down late.
pub static RULE: Rule = Rule {
    name: "activity-recorded-late",
    level: Level::Note,
    what: Label::new(
        "An activity is written down within `activity.record_hours`, a call of telesales within \
         `call.record_hours`, a visit within `visit.report_days`. Without `at`, the clock starts at the end of the day.",
        "活动应在 `activity.record_hours` 小时内记录，电销电话在 `call.record_hours` 小时内，拜访在 \
         `visit.report_days` 个工作日内。未写 `at` 的，自当日结束起算。",
    ),
    why: Label::new(
        "What is written down days later is half forgotten (OPS-3.3.2, OPS-3.4.3, TEL-2.1.2).",
        "几天后再补记，内容已忘了一半（OPS-3.3.2、OPS-3.4.3、TEL-2.1.2）。",
    ),
    example: "type: visit\non: 2026-11-10\nentered: {at: 2026-11-18T09:00:00+08:00, by: li-wei}",
    remedy: Label::new("Log on the day.", "当天记录。"),
    clauses: &["OPS-3.3.2", "OPS-3.4.3", "TEL-2.1.2", "TEL-3.3.4"],
    kinds: &[Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        let Some(activity) = cx.book.get::<Activity>(row.id).map(|row| row.record) else { return };
        let Some(entered) = activity.entered.as_ref().filter(|_| activity.imported.is_none())
        else {
            return;
        };
        let Some(limit) = contact::record_limit(cx.book, activity, entered.at) else { return };
        if limit.is_kept {
            return;
        }
        let on = activity.on;
        let Text { en, zh } = limit.allowed;
        let message = say!(
            en: "of {on}, written down later than {en} after it",
            zh: "{on} 的活动，超过{zh}才记录"
        );
        sink.value(row, "entered", message);
    }),
};
