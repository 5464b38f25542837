//! Key customers: those that a query of the policy fits (OPS-3.4.1).

use std::sync::Arc;

use crate::base::date::Date;
use crate::base::kind::Kind;
use crate::book::{AnyRow, Book};
use crate::query::Query;

/// What makes a customer a key one.
pub struct Key(Vec<Arc<Query>>);

impl Key {
    /// As the policy says; queries that cannot be read are a finding of the policy, and left out.
    pub fn of(book: &Book<'_>, today: Date) -> Key {
        let all = book.policy().visit().key_customer_def.iter();
        let read = |typed: &String| Query::of_policy(book, Kind::Customer, typed, today).ok();
        Key(all.filter_map(read).collect())
    }

    /// Whether a customer is one.
    pub fn is(&self, book: &Book<'_>, customer: AnyRow<'_>) -> bool {
        customer.kind == Kind::Customer && self.0.iter().any(|query| query.fits(book, customer))
    }
}
