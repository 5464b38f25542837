//! Books of a few files: what is found, what is read, who refers to whom.

mod find;
mod loading;
mod meaning;
mod planned;
mod references;

use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::store::Memory;

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// The book, whose files must have no faults.
fn open(tree: &Memory) -> Book<'_> {
    let book = Book::open(tree).unwrap();
    for kind in Kind::ALL {
        assert!(book.faults(kind).is_empty(), "{:?}", book.faults(kind));
    }
    book
}
