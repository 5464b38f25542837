//! See [`RULE`].

use super::{Check, Cx, Rule};
use crate::base::date::Date;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::facts::steps;
use crate::facts::steps::is_untouched_import;
use crate::model::Order;
use crate::model::order::OrderStatus;
use crate::say;

/// An order waits longer for its next step than the policy allows.
pub static RULE: Rule = Rule {
    name: "order-late",
    level: Level::Warning,
    what: Label::new(
        "An order is reviewed, confirmed, dispatched and accepted, and a change of it assessed, within the days that the policy gives.",
        "订单的评审、确认、下达、验收以及变更评估应在制度规定的期限内完成。",
    ),
    why: Label::new(
        "What lies with us is late with the customer (OPS-5.1, OPS-5.2, OPS-5.4).",
        "在我方停留多久，客户就多等多久（OPS-5.1、OPS-5.2、OPS-5.4）。",
    ),
    example: "status: reviewed\nmoves:\n  - {on: 2026-11-10, by: li-wei, status: reviewed}",
    remedy: Label::new("Take the next step.", "办理下一步骤。"),
    clauses: &["OPS-5.1.1", "OPS-5.1.2", "OPS-5.2.1", "OPS-5.3.2", "OPS-5.4.2"],
    kinds: &[Kind::Order],
    check: Check::Record(|cx, row, sink| {
        let Some(order) = cx.book.get::<Order>(row.id).map(|order| order.record) else { return };
        if is_untouched_import(row) {
            return;
        }
        let reference = row.reference();
        let since = steps::since(&order.moves, order.entered.as_ref());
        if let Some((step, label, due)) = since.and_then(|since| due(cx, order.status(), since))
            && due < cx.today
        {
            let (en, zh) = (label.en, label.zh);
            let message = say!(
                en: "the {en} was due on {due}",
                zh: "{zh}应于 {due} 前完成"
            );
            let status = if order.status.is_some() { "status" } else { "customer" };
            sink.value(row, status, message).help(say!(
                en: "the step: `salesops order {step} {reference}`",
                zh: "办理：`salesops order {step} {reference}`"
            ));
        }
        let Some((at, change)) = order.open_change() else { return };
        let assessed = change.delivery_days.is_some() && change.cost.is_some();
        let Some(on) = change.requested_on.filter(|_| !assessed) else { return };
        let limit = cx.book.policy().order().change_assess_days;
        let due = cx.book.calendar().add_working_days(on, limit);
        if due < cx.today {
            let id = &*change.id;
            let message = say!(
                en: "what the change does to delivery and cost was due on {due}",
                zh: "变更对交期和成本的影响应于 {due} 前评估"
            );
            sink.value(row, &format!("changes.{at}.what"), message).help(Text {
                en: format!(
                    "assess it: `salesops set {reference} changes.{id}.delivery_days=DAYS \
                     changes.{id}.cost=AMOUNT`"
                )
                .into(),
                zh: format!(
                    "评估：`salesops set {reference} changes.{id}.delivery_days=天数 \
                     changes.{id}.cost=金额`"
                )
                .into(),
            });
        }
    }),
};

// The step that an order waits for, and by when it is due.
fn due(cx: &Cx<'_>, status: OrderStatus, since: Date) -> Option<(&'static str, Label, Date)> {
    let order = cx.book.policy().order();
    let working = |days| cx.book.calendar().add_working_days(since, days);
    Some(match status {
        OrderStatus::Received => {
            ("review", Label::new("review", "评审"), working(order.review_days))
        }
        OrderStatus::Reviewed => {
            let label = Label::new("confirmation by the customer", "客户确认");
            ("confirm", label, working(order.confirm_days))
        }
        OrderStatus::Confirmed => {
            ("dispatch", Label::new("dispatch", "下达"), working(order.dispatch_days))
        }
        OrderStatus::Delivered => {
            ("accept", Label::new("acceptance", "验收"), since.add_days(order.acceptance_days))
        }
        _ => return None,
    })
}
