//! What has been spent of budgets (ITS-5.3).

use crate::base::decimal::Decimal;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::model::expense::ExpenseStatus;
use crate::model::{Budget, Expense};

/// What claims have taken or are about to take from a category of a budget, those of `without` left
/// out; `None` where the sum overflows.
pub fn spent(book: &Book<'_>, budget: &Id, category: &str, without: &Id) -> Option<Decimal> {
    let claims = book.referring::<Expense>(Kind::Budget, budget);
    let counts = |status| matches!(status, ExpenseStatus::Submitted | ExpenseStatus::Paid);
    let claims = claims.filter(|row| counts(row.record.status()) && row.id != without);
    let lines = claims.flat_map(|row| row.record.lines.iter());
    let mut amounts = lines.filter(|line| *line.category == *category).map(|line| line.amount);
    amounts.try_fold(Decimal::ZERO, Decimal::checked_add)
}

/// What a category of a budget has left beside the claim `without`, which may be below zero.
pub fn left(book: &Book<'_>, budget: &Id, category: &str, without: &Id) -> Option<Decimal> {
    let record = book.get::<Budget>(budget)?.record;
    record.of(category)?.checked_sub(spent(book, budget, category, without)?)
}
