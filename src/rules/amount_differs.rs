//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Opportunity;
use crate::say;

/// The amount of a deal is not the sum of its lines.
pub static RULE: Rule = Rule {
    name: "amount-differs",
    level: Level::Error,
    what: Label::new(
        "Every line of a deal has a price, but its amount is not their sum.",
        "机会的每条明细都有价格，但金额不等于明细合计。",
    ),
    why: Label::new(
        "One deal would count with two amounts: by line in product figures, as a whole elsewhere.",
        "同一机会会有两个金额：产品统计按明细，其他统计按总额。",
    ),
    example: "amount: 500000.00\nlines:\n  - product: erp-cloud\n    qty: 1\n    price: 480000.00",
    remedy: Label::new(
        "Clear the amount; it follows from the lines.",
        "清除金额；金额由明细得出。",
    ),
    clauses: &[],
    kinds: &[Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
        let (Some(written), true) = (deal.record.amount, deal.record.is_priced_by_line()) else {
            return;
        };
        let Some(sum) = deal.record.total() else { return };
        if written != sum {
            let message = say!(
                en: "the amount is {written}, but the lines add up to {sum}",
                zh: "金额为 {written}，而明细合计为 {sum}"
            );
            sink.value(row, "amount", message)
                .remedy(format!("salesops set {} amount=", row.reference()));
        }
    }),
};
