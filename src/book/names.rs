//! Names of records, for finding them.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::Book;
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::likeness::{Likeness, Sought};
use crate::base::name::normal;

/// The names of each kind, read at first use.
#[derive(Default)]
pub(super) struct Cache([OnceLock<Names>; Kind::ALL.len()]);

/// The names of a kind, sorted by name, then bearer.
struct Names {
    names: Vec<Name>,
    // Whose name it is, at the same place: the bearers of one name are a slice.
    ids: Vec<Id>,
}

/// A name in its normal form.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    text: Box<str>,
    /// Whether it is another name than the one that the record goes by.
    alias: bool,
}

// The fields that hold names; the first two are what a record goes by.
const FIELDS: [&str; 6] = ["name", "label", "aliases", "former_names", "former_ids", "email"];
const OWN: usize = 2;

impl Book<'_> {
    /// The records of `kind` that bear a name: as name, alias, former name or label.
    pub fn named(&self, kind: Kind, name: &str) -> &[Id] {
        let (names, name) = (self.names(kind), normal(name));
        let from = names.names.partition_point(|known| *known.text < *name);
        let same = names.names[from..].partition_point(|known| *known.text == *name);
        &names.ids[from..from + same]
    }

    /// All names of a kind, sorted, each with one of its bearers.
    pub fn all_names(&self, kind: Kind) -> impl Iterator<Item = (&str, &Id)> {
        let names = self.names(kind);
        names.names.iter().map(|name| &*name.text).zip(&names.ids)
    }

    /// The records of `kind` whose names are like what is sought, each with its closest name, in
    /// the order of their ids.
    pub fn like(&self, kind: Kind, sought: &Sought) -> Vec<(Id, Likeness)> {
        let names = self.names(kind);
        let all = names.names.par_iter().zip(&names.ids);
        let mut hits: Vec<(Id, Likeness)> = all
            .filter_map(|(name, id)| {
                let likeness = match sought.likeness(&name.text)? {
                    Likeness::Exact if name.alias => Likeness::Alias,
                    likeness => likeness,
                };
                Some((id.clone(), likeness))
            })
            .collect();
        hits.sort_unstable();
        hits.dedup_by(|next, first| next.0 == first.0);
        hits
    }

    fn names(&self, kind: Kind) -> &Names {
        self.names.0[kind as usize].get_or_init(|| self.read_names(kind))
    }

    // Kinds without a field for names are not decoded.
    fn read_names(&self, kind: Kind) -> Names {
        let has_names = kind.fields().iter().any(|field| FIELDS.contains(&field.key));
        let rows = if has_names { self.rows(kind) } else { Vec::new() };
        let of_row = |row: &super::AnyRow<'_>| {
            let mut names = Vec::new();
            for (at, key) in FIELDS.iter().enumerate() {
                each_text(row.fields.get(key), &mut |text| {
                    let name = Name { text: normal(text).into(), alias: at >= OWN };
                    names.push((name, row.id.clone()));
                });
            }
            names
        };
        let mut all: Vec<(Name, Id)> = rows.par_iter().flat_map_iter(of_row).collect();
        all.par_sort_unstable_by(|a, b| {
            (&a.0.text, &a.1, a.0.alias).cmp(&(&b.0.text, &b.1, b.0.alias))
        });
        all.dedup_by(|next, first| next.0.text == first.0.text && next.1 == first.1);
        let (names, ids) = all.into_iter().filter(|(name, _)| !name.text.is_empty()).unzip();
        Names { names, ids }
    }
}

fn each_text(view: View<'_>, visit: &mut dyn FnMut(&str)) {
    match view {
        View::Text(text) => visit(text),
        View::List(items) => (0..items.len()).for_each(|at| each_text(items.at(at), visit)),
        View::Group(fields) => {
            (0..fields.table().len()).for_each(|at| each_text(fields.value(at), visit));
        }
        _ => {}
    }
}
