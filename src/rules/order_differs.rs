//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::orders;
use crate::facts::steps::is_untouched_import;
use crate::model::Order;
use crate::model::order::OrderStatus;
use crate::say;

/// An order does not cost what its contract says.
pub static RULE: Rule = Rule {
    name: "order-differs",
    level: Level::Warning,
    what: Label::new(
        "An order costs what its contract says, within the tolerance of the policy, unless a change was made.",
        "订单金额应与合同一致（在制度允许的偏差之内），已执行变更的除外。",
    ),
    why: Label::new(
        "A wrong price is invoiced before anybody sees it (OPS-5.1.1).",
        "价格有误往往到开票时才被发现（OPS-5.1.1）。",
    ),
    example: "contract: con-261020-0sfh7   # of 480000.00\namount: 48000.00",
    remedy: Label::new("Correct the order, or have it changed.", "更正订单，或办理变更。"),
    clauses: &["OPS-5.1.1"],
    kinds: &[Kind::Order],
    check: Check::Record(|cx, row, sink| {
        let Some(order) = cx.book.get::<Order>(row.id).map(|order| order.record) else { return };
        let settled = order.status() == OrderStatus::Cancelled;
        if order.is_changed() || settled || is_untouched_import(row) {
            return;
        }
        if let Some((agreed, ours)) = orders::differs_from_contract(cx.book, order) {
            let message = say!(
                en: "the order comes to {ours}, its contract to {agreed}",
                zh: "订单金额为 {ours}，合同金额为 {agreed}"
            );
            sink.value(row, "contract", message);
        }
    }),
};
