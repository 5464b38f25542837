//! Key customers: those that a query of the policy fits (OPS-3.4.1).

use crate::base::date::Date;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::book::{AnyRow, Book};
use crate::query::{Asker, Query};

/// What makes a customer a key one.
pub struct Key(Vec<Query>);

impl Key {
    /// As the policy says; queries that cannot be read are a finding of the policy, and left out.
    pub fn of(book: &Book<'_>, today: Date) -> Key {
        let all = queries(book, today);
        Key(all.filter_map(Result::ok).collect())
    }

    /// Whether a customer is one.
    pub fn is(&self, book: &Book<'_>, customer: AnyRow<'_>) -> bool {
        customer.kind == Kind::Customer && self.0.iter().any(|query| query.fits(book, customer))
    }
}

/// The queries of `visit.key_customer_def`, in order.
pub fn queries<'q>(
    book: &'q Book<'_>,
    today: Date,
) -> impl Iterator<Item = Result<Query, Text>> + 'q {
    let asker = Asker { me: None, today, sure: false };
    let all = book.policy().visit().key_customer_def.iter();
    all.map(move |query| {
        Ok(Query::parse(book, Kind::Customer, std::slice::from_ref(query), asker)?)
    })
}
