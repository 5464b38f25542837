//! Clauses: what a record must, or must not, be.

use super::Query;
use super::path::Path;
use super::test::Test;
use super::word::Word;
use crate::base::date::Date;
use crate::book::{AnyRow, Book};

/// One condition; of several on one field, all of them.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// Whether it must not hold.
    pub(super) negated: bool,
    /// What is asked.
    pub(super) what: What,
}

/// What is asked.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// A word stands in a name.
    Word(Word),
    /// A value passes one of the tests.
    Field(Path, Vec<Test>),
    /// All conditions of a saved query hold.
    View(Query),
}

impl Clause {
    /// Whether a record fits on a day.
    pub(super) fn fits<'b>(&self, book: &'b Book<'b>, row: AnyRow<'b>, day: Date) -> bool {
        let holds = match &self.what {
            What::Word(word) => word.fits(book, row, day),
            What::View(query) => query.fits(book, row),
            What::Field(path, tests) => tests.iter().any(|test| has(book, row, day, (path, test))),
        };
        holds != self.negated
    }
}

fn has<'b>(book: &'b Book<'b>, row: AnyRow<'b>, day: Date, (path, test): (&Path, &Test)) -> bool {
    match test {
        Test::None => !path.any(book, row, day, &mut |_| true),
        test => path.any(book, row, day, &mut |view| test.fits(book, view)),
    }
}
