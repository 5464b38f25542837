//! Bare words: what is looked for in the names of a record.

use super::path::Path;
use super::walk;
use crate::base::date::Date;
use crate::base::field::View;
use crate::base::fold;
use crate::base::kind::Kind;
use crate::book::{AnyRow, Book};

/// A word, with the places where it is looked for.
#[derive(Clone, Debug)]
pub(super) struct Word {
    part: Box<str>,
    paths: Vec<Path>,
}

/// What people know a record by, as far as its kind has it.
const NAMES: [&str; 13] = [
    "id",
    "name",
    "aliases",
    "former_names",
    "label.en",
    "label.zh",
    "customer",
    "customer.name",
    "customer.aliases",
    "what",
    "subject",
    "contact.name",
    "content",
];

impl Word {
    /// A word that was typed, for records of a kind.
    pub(super) fn new(book: &Book<'_>, kind: Kind, typed: &str) -> Word {
        let has = |key: &&&str| {
            let head = key.split('.').next();
            **key == "id" || kind.fields().iter().any(|field| Some(field.key) == head)
        };
        let paths = NAMES.iter().filter(has).filter_map(|key| walk::read(book, kind, key).ok());
        Word { part: fold::fold(typed).into(), paths: paths.collect() }
    }

    /// Whether the record has it in a name.
    pub(super) fn fits<'b>(&self, book: &'b Book<'b>, row: AnyRow<'b>, day: Date) -> bool {
        let mut has = |view: View<'_>| match view {
            View::Text(text) => fold::contains(text, &self.part),
            View::Ref(_, id) | View::AnyRef(_, id) => fold::contains(id, &self.part),
            _ => false,
        };
        self.paths.iter().any(|path| path.any(book, row, day, &mut has))
    }
}
