//! What a deal counts for on a day: when it was decided, whose it was, how much it was worth.
//!
//! What was written at the closing holds from that day on, so that figures of the past stay when a
//! deal changes hands later. Before the closing nothing of it is known yet.

use super::opportunity::{currency, customer, standing};
use super::people::customer_territory;
use crate::base::date::Date;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::id::Id;
use crate::base::money::Money;
use crate::book::Book;
use crate::model::common::{Closed, Outcome};
use crate::model::opportunity::Line;
use crate::model::{Member, Opportunity};
use crate::policy::Policy;

/// The day of the outcome that stood at the end of `day`; `None` while the deal is open, and where
/// nothing dates the outcome.
///
/// A deal that was closed and opened again keeps its first closing in `moves` only.
pub fn decided_on(deal: &Opportunity, day: Date) -> Option<Date> {
    let outcome = standing(deal, day)?.outcome;
    if outcome == Outcome::Open {
        return None;
    }
    let moved = deal.moves.iter().filter(|step| step.on <= day && step.outcome == Some(outcome));
    closing(deal, day).map(|closed| closed.on).or_else(|| moved.map(|step| step.on).max())
}

/// Whether the deal was opened again after a closing, by the end of `day`.
pub fn was_reopened(deal: &Opportunity, day: Date) -> bool {
    let outcomes = deal.moves.iter().filter(|step| step.on <= day).filter_map(|step| step.outcome);
    outcomes.skip_while(|outcome| *outcome == Outcome::Open).any(|outcome| outcome == Outcome::Open)
}

/// The owner that the deal's figures go to: at the closing where it was closed, else on `day`.
pub fn owner_on(deal: &Opportunity, day: Date) -> Option<&Id> {
    let closed = closing(deal, day);
    let written = closed.and_then(|closed| closed.owner.as_deref());
    let standing_on = closed.map_or(day, |closed| closed.on);
    let stood = || standing(deal, standing_on).map_or(deal.owner.as_deref(), |then| then.owner);
    written.or_else(stood)
}

/// The team that the deal's figures go to: at the closing, else its owner's of today.
pub fn team_on<'b>(deal: &'b Opportunity, book: &'b Book<'_>, day: Date) -> Option<&'b str> {
    let written = closing(deal, day).and_then(|closed| closed.team.as_deref());
    written.or_else(|| book.get::<Member>(owner_on(deal, day)?)?.record.team.as_deref())
}

/// The territory of the deal: at the closing, else its own, its customer's or its owner's of today.
pub fn territory_on<'b>(deal: &'b Opportunity, book: &'b Book<'_>, day: Date) -> Option<&'b Id> {
    let written = closing(deal, day).and_then(|closed| closed.territory.as_deref());
    written
        .or(deal.territory.as_deref())
        .or_else(|| customer_territory(customer(deal, book)?.record, book))
        .or_else(|| book.get::<Member>(owner_on(deal, day)?)?.record.territory.as_deref())
}

/// The amount: at the closing where it was closed by the end of `day`, else the one on record,
/// since amounts of past days are not kept.
///
/// The sum of lines rounds to the minor unit, half away from zero. `None` where no amount is known
/// or one was written with more decimals than its currency has.
pub fn amount_on(deal: &Opportunity, policy: &Policy, day: Date) -> Option<Money> {
    let own = currency(deal, policy);
    let closed = closing(deal, day);
    if let Some((closed, amount)) = closed.and_then(|closed| Some((closed, closed.amount?))) {
        return Money::from_decimal(amount, closed.currency.unwrap_or(own)).ok();
    }
    let total = deal.total()?;
    let money = if deal.is_priced_by_line() { minor_units(total, own.exponent())? } else { total };
    Money::from_decimal(money, own).ok()
}

/// A computed amount with the decimals of its currency, half away from zero.
fn minor_units(amount: Decimal, exponent: u8) -> Option<Decimal> {
    amount.rounded(exponent, Rounding::HalfAwayFromZero)
}

/// How the amount of a deal falls to its products, by id: one product gets the whole, several get
/// their priced lines, each rounded; `None` where nothing says how much. Empty without lines.
pub fn by_product(deal: &Opportunity, amount: Option<Money>) -> Vec<(&Id, Option<Money>)> {
    let mut products: Vec<&Id> = deal.lines.iter().map(|line| &*line.product).collect();
    products.sort_unstable();
    products.dedup();
    if let [only] = products[..] {
        return vec![(only, amount)];
    }
    let share = |product: &Id| -> Option<Money> {
        let currency = amount?.currency();
        let lines = deal.lines.iter().filter(|line| *line.product == *product);
        let priced = lines.filter_map(Line::total);
        let sum = priced.map(Some).reduce(|sum, next| sum?.checked_add(next?))??;
        Money::from_decimal(minor_units(sum, currency.exponent())?, currency).ok()
    };
    products.into_iter().map(|product| (product, share(product))).collect()
}

fn closing(deal: &Opportunity, day: Date) -> Option<&Closed> {
    deal.closed.as_deref().filter(|closed| closed.on <= day)
}
