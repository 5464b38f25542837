//! See [`RULE`].

use super::{Check, Cx, Rule};
use crate::base::date::Date;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::model::{Activity, Audit, Opportunity, Verification};
use crate::say;

/// Something that has happened is dated after today.
pub static RULE: Rule = Rule {
    name: "dated-in-future",
    level: Level::Error,
    what: Label::new(
        "An activity, a move, a close, an audit or a verification is dated after today.",
        "活动、变动、关闭、数据审核或核实的日期晚于今天。",
    ),
    why: Label::new(
        "It records what has happened; plans belong in `next`.",
        "它记录已经发生的事；计划应写在 `next` 中。",
    ),
    example: "on: 2027-01-05   # today is 2026-11-21",
    remedy: Label::new("Correct the date.", "更正日期。"),
    clauses: &["OPS-3.3.2", "TAG-3.2.1b"],
    kinds: &[Kind::Activity, Kind::Opportunity, Kind::Audit, Kind::Verification],
    check: Check::Record(|cx, row, sink| {
        let mut dates: Vec<(String, Date)> = Vec::new();
        if let Some(on) = day_of(cx, row) {
            dates.push(("on".to_owned(), on));
        }
        if let Some(activity) =
            cx.book.get::<Activity>(row.id).filter(|_| row.kind == Kind::Activity)
        {
            dates.push(("on".to_owned(), activity.record.on));
        } else if let Some(deal) = cx.book.get::<Opportunity>(row.id) {
            let moves = deal.record.moves.iter().enumerate();
            dates.extend(moves.map(|(at, step)| (format!("moves.{at}.on"), step.on)));
            dates.extend(deal.record.closed.as_ref().map(|c| ("closed.on".to_owned(), c.on)));
        }
        for (route, date) in dates.into_iter().filter(|(_, date)| *date > cx.today) {
            let today = cx.today;
            let message = say!(
                en: "{date} is after today ({today})",
                zh: "{date} 晚于今天（{today}）"
            );
            sink.value(row, &route, message);
        }
    }),
};

fn day_of(cx: &Cx<'_>, row: &AnyRow<'_>) -> Option<Date> {
    match row.kind {
        Kind::Audit => Some(cx.book.get::<Audit>(row.id)?.record.on),
        Kind::Verification => Some(cx.book.get::<Verification>(row.id)?.record.on),
        _ => None,
    }
}
