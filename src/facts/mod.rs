//! What follows from records: computed in one place, read by gates, metrics, rules and reports.

pub mod activity;
pub mod assessment;
pub mod audit;
pub mod cadence;
pub mod capacity;
pub mod care;
pub mod clock;
pub mod contact;
pub mod credit;
pub mod digest;
pub mod freshness;
pub mod history;
pub mod holding;
pub mod identity;
pub mod lead;
pub mod opportunity;
pub mod orders;
pub mod payments;
pub mod people;
pub mod plans;
pub mod pool;
pub mod prices;
pub mod protection;
pub mod rates;
pub mod registration;
pub mod required;
pub mod scripts;
pub mod search;
pub mod spending;
pub mod steps;
pub mod stops;
#[cfg(test)]
mod tests;
pub mod tickets;
pub mod upkeep;

use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::Book;

/// Whether somebody still has to work a record: no closed opportunity, no lead that was abandoned
/// or has become a customer, and none that cannot be read.
pub fn is_open(book: &Book<'_>, kind: Kind, id: &Id) -> bool {
    book.any(kind, id).is_some_and(|row| row.is_open())
}
