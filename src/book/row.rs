//! Rows: a record with its id and file.

use super::Book;
use crate::base::field::{Ends, Field, Fields, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::{Key, Route};
use crate::model::Record;

/// A record of a known type.
pub struct Row<'b, R> {
    /// Its id.
    pub id: &'b Id,
    /// Its file, relative to the book.
    pub path: &'b str,
    /// What it says.
    pub record: &'b R,
    /// Whether its file has no faults.
    pub whole: bool,
    /// Whether its file silences a rule (`# salesops: allow …`).
    pub allows: bool,
}

impl<R> Clone for Row<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Row<'_, R> {}

impl<'b, R: Record> Row<'b, R> {
    /// The same row without its type.
    pub fn erase(self) -> AnyRow<'b> {
        AnyRow {
            kind: R::KIND,
            id: self.id,
            path: self.path,
            fields: self.record,
            whole: self.whole,
            allows: self.allows,
        }
    }
}

/// A record of any kind.
#[derive(Clone, Copy)]
pub struct AnyRow<'b> {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: &'b Id,
    /// Its file, relative to the book.
    pub path: &'b str,
    /// What it says.
    pub fields: &'b dyn Fields,
    /// Whether its file has no faults.
    pub whole: bool,
    /// Whether its file silences a rule.
    pub allows: bool,
}

impl AnyRow<'_> {
    /// `kind/id`, the form that is printed wherever an id alone is ambiguous.
    pub fn reference(&self) -> String {
        self.kind.reference(self.id)
    }

    /// Whether something stands at a route.
    pub fn has(&self, route: &Route) -> bool {
        if let ([Key::Name(head), key, ..], View::Tags(tags)) =
            (route.keys(), self.fields.get("tags"))
            && **head == *"tags"
        {
            return tags.contains_key(&*key.to_string());
        }
        View::Group(self.fields).at(route.keys()).is_some_and(|view| !view.is_absent())
    }

    /// Whether somebody still has to do something with it, as far as its own fields say.
    pub fn is_open(&self) -> bool {
        let ended = |(field, at): (&Field, usize)| match (field.ends, self.fields.value(at)) {
            (Ends::Never, _) => false,
            (Ends::Any, view) => !view.is_absent(),
            (Ends::At(keys), View::Key(key) | View::Text(key)) => keys.contains(&key),
            (Ends::At(_), _) => false,
        };
        !self.fields.table().iter().zip(0..).any(ended)
    }

    /// What people call it: its name or label; what has neither goes by its customer.
    pub fn name(&self, book: &Book<'_>) -> String {
        for key in ["name", "what", "title"] {
            if let View::Text(name) = self.fields.get(key) {
                return name.to_owned();
            }
        }
        match (self.kind, self.fields.get("label"), self.fields.get("customer")) {
            (Kind::Tag, View::Group(label), _) => match label.get(book.policy().lang_key()) {
                View::Text(name) => name.to_owned(),
                _ => self.id.to_string(),
            },
            (Kind::Handover, _, _) => match (self.fields.get("from"), self.fields.get("to")) {
                (View::Ref(_, from), View::Ref(_, to)) => {
                    let [from, to] = [from, to].map(|id| book.name_of(Kind::Member, id));
                    format!("{from} → {to}")
                }
                _ => self.id.to_string(),
            },
            (Kind::Audit, _, _) => match (self.fields.get("on"), self.fields.get("by")) {
                (View::Date(on), View::Ref(kind, id)) => format!("{on} {}", book.name_of(kind, id)),
                _ => self.id.to_string(),
            },
            (Kind::Notice, _, _) => {
                let first = match self.fields.get("findings") {
                    View::List(items) if !items.is_empty() => Some(items.at(0)),
                    _ => None,
                };
                let problem = match first {
                    Some(View::Group(finding)) => finding.get("problem"),
                    _ => View::Absent,
                };
                match (self.fields.get("to"), problem) {
                    (View::Ref(kind, id), View::Text(problem)) => {
                        format!("{}: {problem}", book.name_of(kind, id))
                    }
                    (View::Ref(kind, id), _) => book.name_of(kind, id),
                    _ => self.id.to_string(),
                }
            }
            (Kind::Assessment, _, _) => {
                match (self.fields.get("period"), self.fields.get("member")) {
                    (View::Text(month), View::Ref(kind, id)) => {
                        format!("{month} {}", book.name_of(kind, id))
                    }
                    _ => self.id.to_string(),
                }
            }
            (_, _, View::Ref(kind, id)) if self.kind != Kind::Activity => book.name_of(kind, id),
            _ => self.id.to_string(),
        }
    }
}
