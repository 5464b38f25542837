//! The public pool (公海): customers and open leads that nobody has. The moves say who gave one up
//! and who took it out.

use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{AnyRow, Book};
use crate::model::common::Move;
use crate::model::{Customer, Lead};
use crate::text::glance::Ids;

/// The kinds that the pool holds.
pub const KINDS: [Kind; 2] = [Kind::Customer, Kind::Lead];

/// The step that put a record into the pool, unless somebody has it since.
pub fn entered(moves: &[Move]) -> Option<&Move> {
    let decides = |step: &&Move| step.owner.is_some() || step.pool == Some(true);
    moves.iter().rev().find(decides).filter(|step| step.pool == Some(true))
}

/// [`entered`] of a customer or lead; `None` for other kinds.
pub fn entered_by<'b>(book: &'b Book<'_>, kind: Kind, id: &Id) -> Option<&'b Move> {
    entered(match kind {
        Kind::Customer => &book.get::<Customer>(id)?.record.moves,
        Kind::Lead => &book.get::<Lead>(id)?.record.moves,
        _ => return None,
    })
}

/// What is in the pool: the customers and the open leads without an owner, by kind and id.
pub fn held<'b>(book: &'b Book<'b>) -> Vec<AnyRow<'b>> {
    let free = |row: &AnyRow<'_>| row.is_open() && book.owner_of(row.kind, row.id).is_none();
    KINDS.into_iter().flat_map(|kind| book.rows(kind)).filter(free).collect()
}

/// What a member has, and took out of the pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// The customers of the member.
    pub customers: usize,
    /// What the member took out of the pool on the day, customers and leads.
    pub taken: usize,
}

/// The share of a member on a day. Decodes only the customers and leads that name the member.
pub fn share(book: &Book<'_>, member: &Id, day: Date) -> Share {
    let ids = Ids::new([&**member]);
    let took = |step: &&Move| {
        step.on == day && step.pool == Some(false) && step.owner.as_deref() == Some(member)
    };
    let mut share = Share::default();
    for row in book.sift::<Customer>(&|bytes| ids.may_stand_in(bytes)) {
        share.customers += usize::from(row.record.owner.as_deref() == Some(member));
        share.taken += row.record.moves.iter().filter(took).count();
    }
    for row in book.sift::<Lead>(&|bytes| ids.may_stand_in(bytes)) {
        share.taken += row.record.moves.iter().filter(took).count();
    }
    share
}
