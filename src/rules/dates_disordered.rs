//! See [`RULE`].

use super::{Check, Cx, Rule, Sink};
use crate::base::date::Date;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::facts::steps;
use crate::model::{Audit, Member, Notice, Opportunity};
use crate::say;

/// Dates that must follow each other do not.
pub static RULE: Rule = Rule {
    name: "dates-disordered",
    level: Level::Error,
    what: Label::new(
        "Moves are dated in order, a close not before the first move, leaving not before joining, \
         an audit or a notice not finished before it began.",
        "变动按日期先后排列；关闭不早于第一次变动；离职不早于入职；数据审核和整改通知的各步骤不早于其日期。",
    ),
    why: Label::new(
        "Cycles and times in a stage would be negative.",
        "否则销售周期和阶段停留时间会成为负数。",
    ),
    example: "moves:\n  - {on: 2026-11-18, stage: solution}\n  - {on: 2026-10-08, stage: interested}",
    remedy: Label::new("Correct the date.", "更正日期。"),
    clauses: &["TAG-3.2.2b"],
    kinds: &[Kind::Opportunity, Kind::Member, Kind::Audit, Kind::Notice],
    check: Check::Record(|cx, row, sink| {
        if row.kind == Kind::Member {
            let Some(member) = cx.book.get::<Member>(row.id) else { return };
            if let (Some(joined), Some(left)) = (member.record.joined_on, member.record.left_on)
                && left < joined
            {
                let message =
                    say!(en: "left before joining ({joined})", zh: "离职早于入职（{joined}）");
                sink.value(row, "left_on", message);
            }
            return;
        }
        if let Some(begun) = begun(cx, row) {
            return steps_after(row, begun, sink);
        }
        let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
        for (at, pair) in deal.record.moves.windows(2).enumerate() {
            let (before, after) = (pair[0].on, pair[1].on);
            if after < before {
                let message = say!(
                    en: "{after} stands after {before}; moves go by date",
                    zh: "{after} 排在 {before} 之后；变动应按日期排列"
                );
                sink.value(row, &format!("moves.{}.on", at + 1), message);
            }
        }
        if let (Some(closed), Some(first)) = (&deal.record.closed, deal.record.moves.first()) {
            let (end, begin) = (closed.on, first.on);
            if end < begin {
                let message = say!(
                    en: "closed on {end}, before its first move ({begin})",
                    zh: "关闭于 {end}，早于第一次变动（{begin}）"
                );
                sink.value(row, "closed.on", message);
            }
        }
    }),
};

// The day of an audit or a notice.
fn begun(cx: &Cx<'_>, row: &AnyRow<'_>) -> Option<Date> {
    match row.kind {
        Kind::Audit => Some(cx.book.get::<Audit>(row.id)?.record.on),
        Kind::Notice => Some(cx.book.get::<Notice>(row.id)?.record.issued_on),
        _ => None,
    }
}

fn steps_after(row: &AnyRow<'_>, begun: Date, sink: &mut Sink<'_>) {
    let mut before = begun;
    for (at, on) in steps::days(*row).enumerate() {
        if on < before {
            let message = say!(
                en: "{on} stands after {before}; steps go by date",
                zh: "{on} 排在 {before} 之后；各步骤应按日期排列"
            );
            sink.value(row, &format!("moves.{at}.on"), message);
        }
        before = before.max(on);
    }
}
