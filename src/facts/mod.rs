//! What follows from records: computed in one place, read by gates, metrics, rules and reports.

pub mod activity;
pub mod credit;
pub mod identity;
pub mod opportunity;
pub mod people;
pub mod protection;
pub mod search;

use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::model::common::Outcome;
use crate::model::{Lead, Opportunity};

/// Whether somebody still has to work a record: no closed opportunity, no lead that was abandoned
/// or has become a customer, and none of these that cannot be read.
pub fn is_open(book: &Book<'_>, kind: Kind, id: &Id) -> bool {
    match kind {
        Kind::Lead => book.get::<Lead>(id).is_some_and(|lead| lead.record.is_open()),
        Kind::Opportunity => {
            book.get::<Opportunity>(id).is_some_and(|deal| deal.record.outcome() == Outcome::Open)
        }
        _ => true,
    }
}
