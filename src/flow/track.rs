//! Tracks: which gates a deal must pass.

use crate::base::date::Date;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::book::{Book, Row};
use crate::model::Opportunity;
use crate::policy::Track;
use crate::query::Query;

/// The first track whose query fits the deal, with its key; `None` asks for every gate.
///
/// # Errors
/// When the query of a track cannot be read.
pub fn of<'p>(
    book: &'p Book<'_>,
    deal: Row<'_, Opportunity>,
    today: Date,
) -> Result<Option<(&'p str, &'p Track)>, Text> {
    for (key, track) in book.policy().tracks() {
        let query = Query::of_policy(book, Kind::Opportunity, &track.when, today)?;
        if query.fits(book, deal.erase()) {
            return Ok(Some((key, track)));
        }
    }
    Ok(None)
}
