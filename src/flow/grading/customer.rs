//! Customers A, B and C, by what they bought in the window and may still buy (TEL-4.2).

use std::collections::HashMap;

use super::{Criterion, Grader, Verdict, score, within};
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::text::{Label, Text};
use crate::book::{AnyRow, Book};
use crate::facts::credit;
use crate::model::common::{Grade, Outcome};
use crate::model::{Customer, Opportunity};
use crate::policy::scoring::{MOST, Points};
use crate::say;

/// What a customer bought in the window.
pub(super) struct Won {
    deals: i64,
    amount: Option<Money>,
    // Deals whose currency is not the policy's; sums never mix currencies.
    foreign: i64,
}

/// What each customer bought in the months that count, up to today.
pub(super) fn won<'b>(book: &'b Book<'b>, today: Date) -> HashMap<&'b Id, Won> {
    let policy = book.policy();
    let since = today.checked_add_months(-policy.customer().grade_window).unwrap_or(today);
    let mut sums: HashMap<&Id, Won> = HashMap::new();
    for row in book.iter::<Opportunity>() {
        let Some(customer) = row.record.customer.as_deref() else { continue };
        let closed = credit::decided_on(row.record, today).filter(|on| since < *on && *on <= today);
        if row.record.outcome() != Outcome::Won || closed.is_none() {
            continue;
        }
        let zero = Some(Money::zero(policy.currency()));
        let sum = sums.entry(customer).or_insert(Won { deals: 0, amount: zero, foreign: 0 });
        sum.deals += 1;
        match credit::amount_on(row.record, policy, today) {
            Some(amount) if amount.currency() == policy.currency() => {
                sum.amount = sum.amount.and_then(|sum| sum.checked_add(amount));
            }
            Some(_) => sum.foreign += 1,
            None => {}
        }
    }
    sums
}

pub(super) fn grade<'b>(grader: &Grader<'b>, row: AnyRow<'b>) -> Option<Verdict> {
    grader.book.get::<Customer>(row.id)?;
    let policy = grader.book.policy().customer();
    let won = grader.won.get(row.id);
    let deals = won.map_or(0, |won| won.deals);
    let amount = won.and_then(|won| won.amount).map_or(Decimal::ZERO, Money::to_decimal);
    let parts = [
        (
            "frequency",
            Label::new("frequency", "购买频率"),
            policy.grade_weights.frequency,
            reached(&policy.points.frequency, Decimal::from_int(i128::from(deals))),
        ),
        (
            "amount",
            Label::new("amount", "购买金额"),
            policy.grade_weights.amount,
            reached(&policy.points.amount, amount),
        ),
        (
            "potential",
            Label::new("potential", "潜在价值"),
            policy.grade_weights.potential,
            grader.counted(&grader.potential, row),
        ),
    ];
    let criterion =
        |(key, label, weight, because): (&'static str, Label, i64, Vec<(Text, i64)>)| {
            let points = within(&because, MOST);
            Criterion { key, label, weight: Some(weight), points, because }
        };
    let criteria: Vec<Criterion> = parts.into_iter().map(criterion).collect();
    let score = score(&criteria);
    let grade = match score {
        score if score >= Decimal::from_int(i128::from(policy.cut_a)) => Grade::A,
        score if score >= Decimal::from_int(i128::from(policy.cut_b)) => Grade::B,
        _ => Grade::C,
    };
    let mut remarks = Vec::new();
    if let Some(foreign) = won.map(|won| won.foreign).filter(|n| *n > 0) {
        remarks.push(say!(
            en: "deals in another currency, left out of the amount: {foreign}",
            zh: "未计入金额的其他币种成交：{foreign} 笔"
        ));
    }
    let clauses = &["TEL-4.2.1"];
    Some(Verdict { grade: grade.key(), label: grade.label(), score, criteria, remarks, clauses })
}

// The highest step that a figure reaches.
fn reached(steps: &[Points], figure: Decimal) -> Vec<(Text, i64)> {
    let under = steps.iter().filter(|step| step.from.is_some_and(|from| from <= figure));
    let best = under.max_by_key(|step| step.points);
    best.map(|step| (step.text(), step.points)).into_iter().collect()
}
