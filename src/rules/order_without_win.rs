//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::orders;
use crate::model::common::Outcome;
use crate::model::{Opportunity, Order};
use crate::say;

/// An order comes from a deal that is not won.
pub static RULE: Rule = Rule {
    name: "order-without-win",
    level: Level::Warning,
    what: Label::new(
        "An order that is not cancelled comes from deals that are won.",
        "未取消的订单所对应的机会应已赢单。",
    ),
    why: Label::new(
        "Either the deal was forgotten and counts as open, or goods go out that nobody has sold (OPS-1.1, DEV-5.7.2A). Imported orders are judged as well.",
        "要么机会忘了关闭、仍计为进行中，要么在交付没有谈成的货（OPS-1.1、DEV-5.7.2A）。导入的订单同样判断。",
    ),
    example: "opportunity: acme-7k3q   # which is lost\nstatus: in_progress",
    remedy: Label::new(
        "Close the deal, or take the deal out of the order, or cancel the order.",
        "关闭该机会，或从订单中去掉该机会，或取消订单。",
    ),
    clauses: &["OPS-1.1", "DEV-5.7.2A"],
    kinds: &[Kind::Order],
    check: Check::Record(|cx, row, sink| {
        let Some(order) = cx.book.get::<Order>(row.id).map(|it| it.record) else { return };
        if order.is_cancelled() {
            return;
        }
        for id in orders::deals(cx.book, order) {
            let Some(deal) = cx.book.get::<Opportunity>(id) else { continue };
            let outcome = deal.record.outcome();
            if outcome == Outcome::Won {
                continue;
            }
            let at = order.also_for.iter().position(|other| **other == *id);
            let route = match at {
                Some(at) => format!("also_for.{at}"),
                None if order.opportunity.is_some() => "opportunity".to_owned(),
                None => "contract".to_owned(),
            };
            let (en, zh) = (outcome.label().en, outcome.label().zh);
            let message = say!(
                en: "the deal `{id}` is {en}, not won",
                zh: "机会 `{id}` {zh}，尚未赢单"
            );
            sink.value(row, &route, message).help(say!(
                en: "when it is won: `salesops win {id}`",
                zh: "已赢单：`salesops win {id}`"
            ));
        }
    }),
};
