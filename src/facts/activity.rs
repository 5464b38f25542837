//! What activities say of customers and opportunities.

use std::collections::HashMap;

use crate::base::date::Date;
use crate::base::id::Id;
use crate::book::{Book, Row};
use crate::model::{Activity, Opportunity};

/// The last contact with each customer and about each opportunity, up to a day.
#[derive(Clone, Debug, Default)]
pub struct LastContact<'b> {
    customers: HashMap<&'b Id, Date>,
    opportunities: HashMap<&'b Id, Date>,
}

impl<'b> LastContact<'b> {
    /// Read from all activities up to `day`, once.
    pub fn of(book: &'b Book<'_>, day: Date) -> LastContact<'b> {
        let mut last = LastContact::default();
        for row in book.iter::<Activity>().filter(|row| row.record.on <= day) {
            let note = |map: &mut HashMap<&'b Id, Date>, id: Option<&'b Id>| {
                if let Some(id) = id {
                    let known = map.entry(id).or_insert(row.record.on);
                    *known = (*known).max(row.record.on);
                }
            };
            note(&mut last.customers, row.record.customer.as_deref());
            note(&mut last.opportunities, row.record.opportunity.as_deref());
        }
        last
    }

    /// The last contact about an opportunity.
    pub fn with_opportunity(&self, id: &Id) -> Option<Date> {
        self.opportunities.get(id).copied()
    }

    /// The last contact with a customer.
    pub fn with_customer(&self, id: &Id) -> Option<Date> {
        self.customers.get(id).copied()
    }
}

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
