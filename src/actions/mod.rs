//! What people want done, one file an intent: a pure plan of new texts, judged before it is written.

pub mod actor;
pub mod add;
pub mod advance;
pub mod approve;
pub mod assess;
pub mod assign;
pub mod bulk;
mod carry;
pub mod close;
pub mod grade;
pub mod handover;
pub mod known;
pub mod layout;
pub mod leads;
pub mod log;
pub mod merge;
pub mod plan;
pub mod pool;
pub mod rename;
pub mod set;
pub mod start;
pub mod starts;
pub mod step;
#[cfg(test)]
mod tests;
pub mod transfer;
pub mod typed;
pub mod verdict;
pub mod verify;
mod waive;

pub use actor::Actor;
pub use plan::Plan;
pub use verdict::{Verdict, judge};

use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::book::{AnyRow, Book, Row, Stored};
use crate::flow::gates::Missing;
use crate::say;

/// Why an action does not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be understood or carried out: exit 2.
    Cannot(Text),
    /// The policy does not allow it as things stand: exit 1.
    Forbidden(Text),
    /// Gates are not satisfied: exit 1, with what is missing.
    Gates(Vec<Missing>),
}

impl From<Text> for Refusal {
    fn from(why: Text) -> Refusal {
        Refusal::Cannot(why)
    }
}

/// The record, where its file can be read.
///
/// # Errors
/// When it cannot, with what says why.
pub fn readable<'b>(book: &'b Book<'_>, kind: Kind, id: &Id) -> Result<AnyRow<'b>, Text> {
    book.any(kind, id).ok_or_else(|| unreadable(kind, id))
}

/// [`readable`] of a record whose type is known.
///
/// # Errors
/// When it cannot, with what says why.
pub fn readable_as<'b, R: Stored>(book: &'b Book<'_>, id: &Id) -> Result<Row<'b, R>, Text> {
    book.get::<R>(id).ok_or_else(|| unreadable(R::KIND, id))
}

fn unreadable(kind: Kind, id: &Id) -> Text {
    let reference = kind.reference(id);
    say!(
        en: "{reference} cannot be read; see `salesops check {reference}`",
        zh: "无法读取 {reference}；请见 `salesops check {reference}`"
    )
}
