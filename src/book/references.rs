//! Who refers to whom.

use std::collections::HashMap;

use super::{AnyRow, Book};
use crate::base::field::{Fields, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::{Key, Route};

/// A reference from one record to another.
pub struct Reference<'b> {
    /// Where it stands in its record.
    pub route: Route,
    /// The kind that it refers to.
    pub kind: Kind,
    /// The id that it refers to.
    pub id: &'b Id,
    /// Whether it is written with its kind: `customer/acme`.
    pub with_kind: bool,
}

impl Reference<'_> {
    /// What stands in the file for a reference to the record `id` in its place.
    pub fn spelt(&self, id: &str) -> String {
        if self.with_kind { self.kind.reference(id) } else { id.to_owned() }
    }
}

/// For each record, the records that refer to it, by kind and position in the sorted ids.
pub(super) type Index = HashMap<(Kind, Id), Vec<(Kind, Id)>>;

impl AnyRow<'_> {
    /// Calls `visit` with every reference of the record.
    pub fn references<'b>(&'b self, visit: &mut dyn FnMut(Reference<'b>)) {
        walk(self.fields, &mut Route::root(), visit);
    }
}

fn walk<'b>(fields: &'b dyn Fields, route: &mut Route, visit: &mut dyn FnMut(Reference<'b>)) {
    for (index, field) in fields.table().iter().enumerate() {
        if !field.shape.may_refer() {
            continue;
        }
        route.push(Key::Name(field.key.into()));
        walk_view(fields.value(index), route, visit);
        route.pop();
    }
}

fn walk_view<'b>(view: View<'b>, route: &mut Route, visit: &mut dyn FnMut(Reference<'b>)) {
    match view {
        View::Ref(kind, id) => {
            visit(Reference { route: route.clone(), kind, id, with_kind: false });
        }
        View::AnyRef(kind, id) => {
            visit(Reference { route: route.clone(), kind, id, with_kind: true });
        }
        View::Group(fields) => walk(fields, route, visit),
        View::List(items) => {
            for index in 0..items.len() {
                route.push(Key::Index(index));
                walk_view(items.at(index), route, visit);
                route.pop();
            }
        }
        _ => {}
    }
}

impl Book<'_> {
    /// The records that refer to a record, sorted. Reads the whole book at the first call.
    pub fn referrers(&self, kind: Kind, id: &Id) -> &[(Kind, Id)] {
        let index = self.references.get_or_init(|| self.index_references());
        index.get(&(kind, id.clone())).map_or(&[], Vec::as_slice)
    }

    fn index_references(&self) -> Index {
        let mut index = Index::new();
        for kind in Kind::ALL {
            for row in self.rows(kind) {
                row.references(&mut |reference| {
                    let from = index.entry((reference.kind, reference.id.clone())).or_default();
                    if from.last() != Some(&(kind, row.id.clone())) {
                        from.push((kind, row.id.clone()));
                    }
                });
            }
        }
        index
    }
}
