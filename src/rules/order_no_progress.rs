//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps;
use crate::facts::steps::is_untouched_import;
use crate::model::Order;
use crate::model::order::OrderStatus;
use crate::say;

/// Nobody has looked at an order that is being carried out, or nobody has told the customer.
pub static RULE: Rule = Rule {
    name: "order-no-progress",
    level: Level::Warning,
    what: Label::new(
        "The progress of an order under way is written down and told to the customer as often as the policy says.",
        "执行中的订单应按制度规定的频率记录进度，并告知客户。",
    ),
    why: Label::new(
        "A delay is mended while there is time, and the customer hears it from us (OPS-5.3.1, ITS-3.5.2).",
        "尽早发现才来得及补救，客户也应从我方得知（OPS-5.3.1、ITS-3.5.2）。",
    ),
    example: "status: in_progress\nprogress:\n  - {text: 已完成设计, on: 2026-11-02}",
    remedy: Label::new(
        "Ask the departments, write down how it goes, tell the customer.",
        "向各部门了解进度，记录并告知客户。",
    ),
    clauses: &["OPS-5.3.1", "ITS-3.5.2", "ITS-2.2.3c", "TEL-2.1.3"],
    kinds: &[Kind::Order],
    check: Check::Record(|cx, row, sink| {
        let Some(order) = cx.book.get::<Order>(row.id).map(|order| order.record) else { return };
        let under_way = matches!(order.status(), OrderStatus::Dispatched | OrderStatus::InProgress);
        if !under_way || is_untouched_import(row) {
            return;
        }
        let (policy, reference) = (cx.book.policy(), row.reference());
        let last = order.progress.iter().enumerate().max_by_key(|(_, it)| it.on);
        let looked = last.map(|(_, it)| it.on);
        let looked = looked.or_else(|| steps::since(&order.moves, order.entered.as_ref()));
        let days = looked.map_or(0, |on| cx.today.days_since(on));
        let limit = policy.order().progress_every_days;
        if days > limit {
            let message = say!(
                en: "no progress is written down for {days} days; the policy gives {limit}",
                zh: "已 {days} 天没有进度记录，制度规定 {limit} 天"
            );
            sink.value(row, "status", message).help(say!(
                en: "write it down: `salesops set {reference} progress+=TEXT`",
                zh: "记录进度：`salesops set {reference} progress+=内容`"
            ));
        }
        let Some((at, it)) = last.filter(|(_, it)| it.told_customer_on.is_none()) else { return };
        let (on, limit) = (it.on, policy.delivery().customer_update_days);
        if cx.today.days_since(on) > limit {
            let message = say!(
                en: "the customer has not been told of {on} within {limit} days",
                zh: "{on} 的进度未在 {limit} 天内告知客户"
            );
            sink.value(row, &format!("progress.{at}.on"), message).help(say!(
                en: "when the customer was told: `salesops set {reference} progress.{at}.told_customer_on=DATE`",
                zh: "告知客户的日期：`salesops set {reference} progress.{at}.told_customer_on=日期`"
            ));
        }
    }),
};
