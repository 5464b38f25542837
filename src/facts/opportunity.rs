//! Where an opportunity stands, now or on a past day.

use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::id::Id;
use crate::book::{Book, Row};
use crate::model::common::Outcome;
use crate::model::{Customer, Member, Opportunity};
use crate::policy::{Phase, Policy};

/// Where an opportunity stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing<'b> {
    /// The stage.
    pub stage: &'b str,
    /// The outcome.
    pub outcome: Outcome,
    /// The owner.
    pub owner: Option<&'b Id>,
    /// Since when it is in the stage; `None` where no move says.
    pub since: Option<Date>,
}

/// The opportunity as it stood at the end of `day`; `None` where it did not exist yet.
///
/// Folds `moves` and `closed` up to the day. A deal that nothing dates counts from its import on.
pub fn standing<'b>(deal: &'b Opportunity, day: Date) -> Option<Standing<'b>> {
    if opened(deal).is_some_and(|opened| opened > day) {
        return None;
    }
    let later = deal.moves.iter().any(|step| step.on > day)
        || deal.closed.as_ref().is_some_and(|closed| closed.on > day);
    let current = Standing {
        stage: &deal.stage,
        outcome: deal.outcome(),
        owner: deal.owner.as_deref(),
        since: stage_entry(deal, day),
    };
    Some(if later { folded(deal, day, current) } else { current })
}

fn folded<'b>(deal: &'b Opportunity, day: Date, current: Standing<'b>) -> Standing<'b> {
    let mut standing = Standing { outcome: Outcome::Open, ..current };
    // Before the first owner of the moves stands whoever it was taken from; nobody wrote it down.
    for step in deal.moves.iter().filter(|step| step.on <= day) {
        if let Some(stage) = &step.stage {
            standing.stage = stage;
        }
        if let Some(owner) = &step.owner {
            standing.owner = Some(owner);
        }
        if let Some(outcome) = step.outcome {
            standing.outcome = outcome;
        }
    }
    if deal.closed.as_ref().is_some_and(|closed| closed.on <= day) {
        standing.outcome = deal.outcome();
    }
    standing
}

fn stage_entry(deal: &Opportunity, day: Date) -> Option<Date> {
    let entered = deal.moves.iter().filter(|step| step.stage.is_some() && step.on <= day);
    entered.map(|step| step.on).max()
}

/// The day that a deal came into being: its first move, else its entry, else its import.
pub fn opened(deal: &Opportunity) -> Option<Date> {
    let first = deal.moves.iter().map(|step| step.on).min();
    first
        .or_else(|| deal.entered.as_ref().map(|entered| entered.at.date()))
        .or_else(|| deal.imported.as_ref().map(|imported| imported.on))
}

/// Whether only the import dates a deal.
pub fn is_undated(deal: &Opportunity) -> bool {
    deal.moves.is_empty() && deal.entered.is_none() && deal.imported.is_some()
}

/// The day that it was closed, won or lost.
pub fn closed_on(deal: &Opportunity) -> Option<Date> {
    deal.closed.as_ref().map(|closed| closed.on)
}

/// The currency of a deal's amounts: its own, else the policy's.
pub fn currency(deal: &Opportunity, policy: &Policy) -> Currency {
    deal.currency.unwrap_or_else(|| policy.currency())
}

/// The chance to win in per cent: its own evaluation's, else the stage's.
pub fn probability(deal: &Opportunity, stage: &str, policy: &Policy) -> i64 {
    let own = deal.evaluation.as_ref().and_then(|evaluation| evaluation.probability);
    let own = own.filter(|percent| (0..=100).contains(percent));
    own.or_else(|| policy.stage(stage).map(|stage| stage.probability)).unwrap_or(0)
}

/// The furthest stage of the selling phase that a deal ever reached, by its place in the order.
pub fn furthest_stage(deal: &Opportunity, policy: &Policy, day: Date) -> Option<usize> {
    let moved = deal.moves.iter().filter(|step| step.on <= day);
    let reached = moved.filter_map(|step| step.stage.as_deref());
    let now = standing(deal, day).map(|standing| standing.stage);
    let selling = |key: &str| policy.stage(key).is_some_and(|stage| stage.phase == Phase::Selling);
    reached
        .chain(now)
        .map(|key| if selling(key) { key } else { policy.closing_stage().unwrap_or(key) })
        .filter_map(|key| policy.stage_rank(key))
        .max()
}

/// The owner that figures of the deal go to: at the close where it is closed, else now.
pub fn credited_owner(deal: &Opportunity) -> Option<&Id> {
    let at_close = deal.closed.as_ref().and_then(|closed| closed.owner.as_deref());
    at_close.or(deal.owner.as_deref())
}

/// The team that figures of the deal go to: at the close where it is closed, else its owner's.
pub fn team<'b>(deal: &'b Opportunity, book: &'b Book<'_>) -> Option<&'b str> {
    let at_close = deal.closed.as_ref().and_then(|closed| closed.team.as_deref());
    at_close.or_else(|| member_of(book, credited_owner(deal)?)?.record.team.as_deref())
}

/// The territory of a deal: at the close where it is closed, else the present one.
pub fn territory<'b>(deal: &'b Opportunity, book: &'b Book<'_>) -> Option<&'b Id> {
    let at_close = deal.closed.as_ref().and_then(|closed| closed.territory.as_deref());
    at_close.or_else(|| territory_now(deal, book))
}

/// The territory of a deal today: its own, else its customer's, else its owner's.
pub fn territory_now<'b>(deal: &'b Opportunity, book: &'b Book<'_>) -> Option<&'b Id> {
    let own = deal.territory.as_deref();
    own.or_else(|| super::people::customer_territory(customer(deal, book)?.record, book))
        .or_else(|| member_of(book, deal.owner.as_deref()?)?.record.territory.as_deref())
}

/// The customer of a deal.
pub fn customer<'b>(deal: &Opportunity, book: &'b Book<'_>) -> Option<Row<'b, Customer>> {
    book.get::<Customer>(deal.customer.as_deref()?)
}

fn member_of<'b>(book: &'b Book<'_>, id: &Id) -> Option<Row<'b, Member>> {
    book.get::<Member>(id)
}
