//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::activity::is_visit;
use crate::facts::contact;
use crate::facts::steps::is_untouched_import;
use crate::say;

/// A visit that nobody agreed on beforehand.
pub static RULE: Rule = Rule {
    name: "visit-unannounced",
    level: Level::Note,
    what: Label::new(
        "Before a visit there is a call, a message or a meeting with the customer, at most \
         `visit.appointment_days` earlier, or the visit says `appointment: true` \
         (`visit.appointment_required`).",
        "拜访之前 `visit.appointment_days` 天内应有电话、消息或会面，或在拜访中写明 `appointment: true`\
         （`visit.appointment_required`）。",
    ),
    why: Label::new(
        "Who comes unannounced finds nobody who decides (DEV-5.4.1).",
        "不预约就上门，见不到能拍板的人（DEV-5.4.1）。",
    ),
    example: "type: visit\non: 2026-11-18\ncustomer: acme   # and no call before it",
    remedy: Label::new(
        "Call first; if the visit was agreed on otherwise, say so.",
        "先电话预约；以其他方式约定的，请写明。",
    ),
    clauses: &["DEV-5.4.1"],
    kinds: &[Kind::Customer, Kind::Lead, Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        let policy = cx.book.policy().visit();
        if !cx.wide || row.kind == Kind::Activity || !policy.appointment_required {
            return;
        }
        let all: Vec<_> = cx.book.activities_with(row.kind, row.id).collect();
        for (at, visit) in all.iter().enumerate().filter(|(_, it)| is_visit(it.record)) {
            let activity = visit.erase();
            let days = policy.appointment_days;
            if contact::is_announced(visit.record, &all[..at], &all[at + 1..], days)
                || is_untouched_import(&activity)
            {
                continue;
            }
            let reference = activity.reference();
            let message = say!(
                en: "a visit without a call or message in the {days} days before it",
                zh: "此次拜访之前 {days} 天内没有电话或消息"
            );
            sink.value(&activity, "type", message).help(say!(
                en: "if it was agreed on: `salesops set {reference} appointment=yes`",
                zh: "已约定的：`salesops set {reference} appointment=yes`"
            ));
        }
    }),
};
