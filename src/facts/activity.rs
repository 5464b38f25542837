//! What activities say of customers and opportunities.

use crate::base::id::Id;
use crate::book::{Book, Row};
use crate::model::{Activity, Opportunity};

/// The activities about a deal: those that name it, and those with its customer that name none.
pub fn of_deal<'b>(
    book: &'b Book<'_>,
    id: &'b Id,
    deal: &'b Opportunity,
) -> impl Iterator<Item = Row<'b, Activity>> {
    book.iter::<Activity>().filter(move |row| match &row.record.opportunity {
        Some(other) => **other == *id,
        None => {
            let customer = row.record.customer.as_deref();
            customer.is_some() && customer == deal.customer.as_deref()
        }
    })
}
