//! Plans: the changes that an action wants, put together without writing anything.

use std::collections::HashMap;

use super::layout::Table;
use crate::base::change::Change;
use crate::base::edit::Edit;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::Book;
use crate::say;
use crate::text::{edit, emit};

/// What an action would change.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The files, referents first.
    pub changes: Vec<Change>,
    /// The records.
    pub touched: Vec<(Kind, Id)>,
    /// What it does, in words.
    pub done: Vec<Text>,
    /// The next sensible step.
    pub next: Option<Text>,
    /// The record that gets another id.
    pub renamed: Option<Renamed>,
    // Where each file stands among the changes, as far as they have been counted.
    places: HashMap<Box<str>, usize>,
}

/// A record that gets another id, and its files.
#[derive(Clone, Debug)]
pub struct Renamed {
    /// Its kind.
    pub kind: Kind,
    /// Its id and file before.
    pub from: (Id, Box<str>),
    /// Its id and file afterwards.
    pub to: (Id, Box<str>),
}

impl Plan {
    /// Adds edits of an existing record. Several calls for one record add up.
    ///
    /// # Errors
    /// When the file cannot be edited safely.
    pub fn edit(
        &mut self,
        book: &Book<'_>,
        kind: Kind,
        id: &Id,
        edits: &[Edit],
    ) -> Result<(), Text> {
        let missing = || say!(en: "`{id}` does not exist", zh: "`{id}` 不存在");
        let path = book.path(kind, id).ok_or_else(missing)?;
        let at = match self.place(path) {
            Some(at) => at,
            None => {
                let bytes = book.tree().read(path).map_err(|_| missing())?;
                let after = Some(bytes.clone());
                self.changes.push(Change { path: path.into(), before: Some(bytes), after });
                self.touched.push((kind, id.clone()));
                self.changes.len() - 1
            }
        };
        let now = self.changes[at].after.take().unwrap_or_default();
        let text = String::from_utf8(now)
            .map_err(|_| say!(en: "`{path}` is not UTF-8", zh: "`{path}` 不是 UTF-8 编码"))?;
        let edited = edit::apply(&text, edits, &Table(kind)).map_err(|why| in_file(path, &why))?;
        self.changes[at].after = Some(edited.into_bytes());
        Ok(())
    }

    // Thousands of records may be edited by one plan.
    fn place(&mut self, path: &str) -> Option<usize> {
        for at in self.places.len()..self.changes.len() {
            self.places.insert(self.changes[at].path.clone(), at);
        }
        self.places.get(path).copied()
    }

    /// Adds a new record.
    pub fn create(&mut self, kind: Kind, id: &Id, path: &str, value: &Value) {
        let text = emit::emit(value, kind.fields());
        self.changes.push(Change { path: path.into(), before: None, after: Some(text.into()) });
        self.touched.push((kind, id.clone()));
    }

    /// This plan and a later one that was made over what this one leaves.
    #[must_use]
    pub fn then(mut self, later: Plan) -> Plan {
        for change in later.changes {
            match self.changes.iter_mut().find(|known| known.path == change.path) {
                Some(known) => known.after = change.after,
                None => self.changes.push(change),
            }
        }
        for touched in later.touched {
            if !self.touched.contains(&touched) {
                self.touched.push(touched);
            }
        }
        for line in later.done {
            if !self.done.contains(&line) {
                self.done.push(line);
            }
        }
        self.next = later.next.or(self.next);
        self
    }

    /// The files as the plan leaves them, for an [`Overlay`](crate::store::Overlay).
    pub fn texts(&self) -> impl Iterator<Item = (Box<str>, Option<Vec<u8>>)> {
        self.changes.iter().map(|change| (change.path.clone(), change.after.clone()))
    }

    /// Drops changes that change nothing, and the records of theirs.
    pub fn settle(&mut self) {
        let mut changed = self.changes.iter().map(|change| change.before != change.after);
        self.touched.retain(|_| changed.next().unwrap_or(true));
        self.changes.retain(|change| change.before != change.after);
        self.places.clear();
    }
}

fn in_file(path: &str, why: &Text) -> Text {
    Text { en: format!("{path}: {}", why.en).into(), zh: format!("{path}：{}", why.zh).into() }
}
