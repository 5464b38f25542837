//! What follows from orders: how they stand against their contracts.

use crate::base::decimal::{Decimal, Rounding};
use crate::base::field::{Node, View};
use crate::base::id::Id;
use crate::base::money::Money;
use crate::book::Book;
use crate::model::customer::Rating;
use crate::model::order::OrderStatus;
use crate::model::{Contract, Customer, Order};

/// The amounts of an order's contract and of the order, where they are further apart than the policy
/// tolerates; `None` too where one of them is not known or they are in two currencies.
pub fn differs_from_contract(book: &Book<'_>, order: &Order) -> Option<(Decimal, Decimal)> {
    let contract = book.get::<Contract>(order.contract.as_deref()?)?.record;
    let (agreed, ours) = (contract.total()?, order.total()?);
    let policy = book.policy();
    let own = |currency: Option<_>| currency.unwrap_or_else(|| policy.currency());
    if own(contract.currency) != own(order.currency) {
        return None;
    }
    let gap = agreed.max(ours).checked_sub(agreed.min(ours))?;
    let share = gap.checked_mul(Decimal::from_int(100))?;
    (share > agreed.checked_mul(policy.order().price_tolerance)?).then_some((agreed, ours))
}

/// The deals that an order comes from: its own, else its contract's, and those that it also serves.
pub fn deals<'b>(book: &'b Book<'_>, order: &'b Order) -> Vec<&'b Id> {
    let of_contract = || {
        let contract = book.get::<Contract>(order.contract.as_deref()?)?;
        Some(&*contract.record.opportunity)
    };
    let own = order.opportunity.as_deref().or_else(of_contract);
    let mut deals: Vec<&Id> =
        own.into_iter().chain(order.also_for.iter().map(|id| &**id)).collect();
    deals.sort_unstable();
    deals.dedup();
    deals
}

/// An amount of an order in its currency, rounded half away from zero to the minor unit.
pub fn money(book: &Book<'_>, order: &Order, amount: Decimal) -> Option<Money> {
    let currency = order.currency.unwrap_or_else(|| book.policy().currency());
    let rounded = amount.rounded(currency.exponent(), Rounding::HalfAwayFromZero)?;
    Money::from_decimal(rounded, currency).ok()
}

/// Whether an order that is not reviewed yet comes from a customer who is rated below the least
/// rating that orders need no approval for. How it is rated later is of no matter.
pub fn is_of_low_credit(book: &Book<'_>, order: &Order) -> bool {
    if order.status() != OrderStatus::Received {
        return false;
    }
    let customer = book.get::<Customer>(&order.customer);
    let credit = customer.and_then(|it| it.record.credit.as_deref());
    let rating = credit.and_then(|credit| match credit.rating.view() {
        View::Key(key) => Rating::parse(key),
        _ => None,
    });
    // Ratings go from the best to the worst.
    rating.is_some_and(|rating| rating > book.policy().credit().order_gate_min_rating)
}
