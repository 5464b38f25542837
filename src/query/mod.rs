//! The query language: `stage:negotiation owner:me amount:10万.. tags.vip:yes not:grade:C` and
//! bare words. One language for list, report, export, bulk edits and tracks.
//!
//! A query is read once: routes become positions in the field tables, values what they are compared
//! with. Then every record is asked without anything being looked up by name. Conditions on
//! different fields must all hold; of several on one field, one.

mod clause;
mod computed;
mod path;
mod policy;
mod read;
mod rename;
mod shortcut;
mod sort;
mod tag;
mod test;
mod value;
mod walk;
mod word;
mod wrong;

#[cfg(test)]
mod tests;

pub use computed::fields as computed;
pub use path::Path;
pub use read::no_view;
pub use rename::renamed;
pub use sort::{Order, sort};
pub use walk::{names, names_within};
pub use wrong::Wrong;

use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{AnyRow, Book};
use clause::Clause;

/// Who asks, and when: what `me` and `this-month` mean.
#[derive(Clone, Copy)]
pub struct Asker<'a> {
    /// The member.
    pub me: Option<&'a Id>,
    /// The day.
    pub today: Date,
    /// Whether a name must be a record's own, not only like one: for what is to be written.
    pub sure: bool,
}

/// A query over one kind of record.
#[derive(Clone, Debug)]
pub struct Query {
    clauses: Vec<Clause>,
    /// The day on which records are asked.
    day: Date,
}

impl Query {
    /// Reads a query over records of `kind`, one or more conditions an element; blanks part them.
    /// `view:NAME` stands for a saved query.
    ///
    /// # Errors
    /// When a field, value, period, amount or view is not known, with a suggestion and the place.
    pub fn parse(
        book: &Book<'_>,
        kind: Kind,
        terms: &[String],
        asker: Asker<'_>,
    ) -> Result<Query, Wrong> {
        read::query(book, kind, &terms.join(" "), asker)
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// The records of `kind` that fit, sorted by id.
    pub fn rows<'b>(&self, book: &'b Book<'b>, kind: Kind) -> Vec<AnyRow<'b>> {
        book.rows(kind).into_iter().filter(|row| self.fits(book, *row)).collect()
    }

    /// Whether a record fits.
    pub fn fits<'b>(&self, book: &'b Book<'b>, row: AnyRow<'b>) -> bool {
        self.clauses.iter().all(|clause| clause.fits(book, row, self.day))
    }
}
