//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Label;
use crate::facts::payments;
use crate::model::Customer;
use crate::say;

/// A customer has paid late since its credit was rated.
pub static RULE: Rule = Rule {
    name: "credit-outdated",
    level: Level::Warning,
    what: Label::new(
        "The credit of a customer that pays late is rated anew.",
        "客户逾期付款后，应重新评定其信用等级。",
    ),
    why: Label::new(
        "The rating decides which orders need an approval; it follows how the customer pays (TAG-2.1.7a, TAG-2.1.7b).",
        "信用等级决定哪些订单须审批，应与付款记录相符（TAG-2.1.7a、TAG-2.1.7b）。",
    ),
    example: "credit:\n  rating: AA\n  rated_on: 2026-03-01\n# and a payment due in September came in October",
    remedy: Label::new(
        "Rate it anew and write down when; one or two late payments take it down a step, three or more two.",
        "重新评级并写明日期；逾期一至两次降一级，三次以上降两级。",
    ),
    clauses: &["TAG-2.1.7a", "TAG-2.1.7b"],
    kinds: &[Kind::Customer],
    check: Check::Record(|cx, row, sink| {
        let Some(customer) = cx.book.get::<Customer>(row.id).filter(|_| cx.wide) else { return };
        let credit = customer.record.credit.as_deref();
        let Some(credit) = credit.filter(|credit| credit.rating.is_some()) else { return };
        let late = payments::overdue(cx.book, row.id, cx.today);
        let Some(last) = late.last else { return };
        if credit.rated_on.is_some_and(|rated| rated >= last) {
            return;
        }
        let (count, days, reference) = (late.count, late.max_days, row.reference());
        let message = say!(
            en: "late payments: {count}, by {days} days at most, the last since {last}; the rating is older",
            zh: "逾期付款 {count} 次，最长 {days} 天，最近一次自 {last} 起；信用等级评定在此之前"
        );
        sink.key(row, Route::name("credit"), message).help(say!(
            en: "rate it anew: `salesops set {reference} credit.rating=VALUE credit.rated_on=today`",
            zh: "重新评级：`salesops set {reference} credit.rating=值 credit.rated_on=今天`"
        ));
    }),
};
