//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::Book;
use crate::facts::credit;
use crate::facts::steps::is_untouched_import;
use crate::model::common::Outcome;
use crate::model::{Opportunity, Order};
use crate::say;

/// A deal is won and nobody has placed its order.
pub static RULE: Rule = Rule {
    name: "order-missing",
    level: Level::Warning,
    what: Label::new(
        "A deal that is won has its order within the working days that the policy gives.",
        "赢单后应在制度规定的工作日内下订单。",
    ),
    why: Label::new(
        "What is agreed on and not ordered is not delivered (DEV-5.7.2A). Imported deals are judged where orders were imported as well.",
        "谈成而未下单，就不会交付（DEV-5.7.2A）。同时导入了订单时，导入的机会也一并判断。",
    ),
    example: "outcome: won\nclosed: {on: 2026-10-12}   # and no order names the deal",
    remedy: Label::new("Place the order.", "下订单。"),
    clauses: &["DEV-5.7.2A"],
    kinds: &[Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
        let won = deal.record.outcome() == Outcome::Won;
        let judged = || !is_untouched_import(row) || imports_orders(cx.book);
        if !cx.wide || !won || !judged() {
            return;
        }
        let Some(on) = credit::decided_on(deal.record, cx.today) else { return };
        let limit = cx.book.policy().order().after_close_days;
        let due = cx.book.calendar().add_working_days(on, limit);
        let ordered = cx.book.referring::<Order>(Kind::Opportunity, row.id).next().is_some();
        if due < cx.today && !ordered {
            let id = row.id;
            let message = say!(
                en: "won on {on} and not ordered; the order was due on {due}",
                zh: "{on} 赢单，尚未下单；应于 {due} 前下单"
            );
            sink.value(row, "outcome", message).help(say!(
                en: "place it: `salesops add order opportunity={id}`",
                zh: "下订单：`salesops add order opportunity={id}`"
            ));
        }
    }),
};

// Where only deals were brought along, their orders stand elsewhere. Ids begin with the day: the first
// order is one of the oldest, and so an imported one where any are.
fn imports_orders(book: &Book<'_>) -> bool {
    book.iter::<Order>().next().is_some_and(|order| order.record.imported.is_some())
}
