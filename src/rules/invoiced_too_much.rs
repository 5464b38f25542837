//! See [`RULE`].

use super::{Check, Rule};
use crate::base::decimal::Decimal;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps::is_untouched_import;
use crate::model::Order;
use crate::say;

/// The invoices of an order come to more than the order.
pub static RULE: Rule = Rule {
    name: "invoiced-too-much",
    level: Level::Warning,
    what: Label::new(
        "The invoices of an order come to no more than the order.",
        "订单的开票总额不超过订单金额。",
    ),
    why: Label::new(
        "An invoice too many is a tax that nobody gives back (OPS-5.4.2).",
        "多开的发票会带来无法收回的税款（OPS-5.4.2）。",
    ),
    example: "amount: 48000.00\ninvoices:\n  - {amount: 84000.00, no: \"24312001\", on: 2026-11-10}",
    remedy: Label::new(
        "Correct the invoice, or have the order changed.",
        "更正发票，或办理订单变更。",
    ),
    clauses: &["OPS-5.4.2"],
    kinds: &[Kind::Order],
    check: Check::Record(|cx, row, sink| {
        let Some(order) = cx.book.get::<Order>(row.id).map(|it| it.record) else { return };
        let zero = Decimal::from_int(0);
        let sum = order.invoices.iter().try_fold(zero, |sum, it| sum.checked_add(it.amount));
        let (Some(sum), Some(total)) = (sum, order.total()) else { return };
        if sum > total && !is_untouched_import(row) {
            let message = say!(
                en: "the invoices come to {sum}, the order to {total}",
                zh: "开票总额为 {sum}，订单金额为 {total}"
            );
            sink.key(row, crate::base::route::Route::name("invoices"), message);
        }
    }),
};
