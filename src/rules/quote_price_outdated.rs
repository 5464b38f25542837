//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::prices;
use crate::facts::steps::is_untouched_import;
use crate::model::proposal::Response;
use crate::model::{Opportunity, Proposal};
use crate::say;

/// The list price of a quoted product has changed since.
pub static RULE: Rule = Rule {
    name: "quote-price-outdated",
    level: Level::Warning,
    what: Label::new(
        "An open proposal quotes products whose list prices are still those of its day: when it was submitted, else entered.",
        "未结束的提案所报产品的目录价，与提案当日（提交日，否则录入日）相同。",
    ),
    why: Label::new(
        "After a change of the list the customer gets a price that nobody stands by (OPS-4.4.1). The price is kept on purpose as long as `valid_until` runs.",
        "价格调整后，客户手里的报价可能已无法兑现（OPS-4.4.1）。`valid_until` 之前的报价视为有意保留。",
    ),
    example: "submitted_on: 2026-10-20\nlines:\n  - {product: crm, price: 900}   # and the list price changed on 2026-11-01",
    remedy: Label::new(
        "Revise the proposal: `salesops proposal revise REF`.",
        "修订提案：`salesops proposal revise REF`。",
    ),
    clauses: &["OPS-4.4.1"],
    kinds: &[Kind::Proposal],
    check: Check::Record(|cx, row, sink| {
        let Some(proposal) = cx.book.get::<Proposal>(row.id).map(|it| it.record) else { return };
        let promised = proposal.valid_until.is_some_and(|until| cx.today <= until);
        let declined = proposal.customer_response == Some(Response::Declined);
        let deal = cx.book.get::<Opportunity>(&proposal.opportunity);
        let over = !row.is_open() || declined || deal.is_some_and(|deal| !deal.erase().is_open());
        if promised || over || is_untouched_import(row) {
            return;
        }
        let entered = || proposal.entered.as_ref().map(|entered| entered.at.date());
        let Some(day) = proposal.submitted_on.or_else(entered) else { return };
        for (at, line) in proposal.lines.iter().enumerate() {
            let price = |on| prices::in_force(cx.book, &line.product, on);
            let (Some(then), Some(now)) = (price(day), price(cx.today)) else { continue };
            if (then.list, then.currency) == (now.list, now.currency) {
                continue;
            }
            let (product, before, after) = (&*line.product, then.list, now.list);
            let message = say!(
                en: "the list price of {product} was {before} on {day} and is {after} now",
                zh: "{product} 的目录价在 {day} 为 {before}，现为 {after}"
            );
            let reference = row.reference();
            sink.value(row, &format!("lines.{at}.product"), message).help(say!(
                en: "make a new version: `salesops proposal revise {reference}`",
                zh: "制定新版本：`salesops proposal revise {reference}`"
            ));
        }
    }),
};
