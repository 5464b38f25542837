//! Names of records, for finding them.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::{AnyRow, Book};
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::{Kind, PerKind};
use crate::base::likeness::{Likeness, Sought};
use crate::base::name::normal;
use crate::text::glance;

/// The names of each kind, read at first use.
#[derive(Default)]
pub(super) struct Cache(PerKind<OnceLock<Names>>);

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
        if !has_names(kind) {
            return Vec::new();
        }
        if let Some(names) = self.names.0[kind].get() {
            return names.like(sought);
        }
        let rows = self.sift_rows(kind, &|bytes| may_bear(bytes, sought));
        like_of(&rows, sought)
    }

    fn names(&self, kind: Kind) -> &Names {
        self.names.0[kind].get_or_init(|| self.read_names(kind))
    }

    fn read_names(&self, kind: Kind) -> Names {
        let rows = if has_names(kind) { self.rows(kind) } else { Vec::new() };
        let of_row = |row: &AnyRow<'_>| {
            let mut names = Vec::new();
            each_name(row, &mut |text, alias| {
                names.push((Name { text: text.into(), alias }, row.id.clone()));
            });
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

/// Whether a record bears a name that is like what is sought, as far as the bytes of its file tell.
pub fn may_bear(bytes: &[u8], sought: &Sought) -> bool {
    let is_like = |name: &&str| sought.likeness(&normal(name)).is_some();
    glance::names(bytes).is_none_or(|names| names.iter().any(is_like))
}

/// Of these records, those whose names are like what is sought.
pub(super) fn like_of(rows: &[AnyRow<'_>], sought: &Sought) -> Vec<(Id, Likeness)> {
    let closest = |row: &AnyRow<'_>| {
        let mut closest = None;
        each_name(row, &mut |text, alias| {
            let likeness = (!text.is_empty()).then(|| likeness(sought, &text, alias)).flatten();
            closest = closest.into_iter().chain(likeness).min();
        });
        Some((row.id.clone(), closest?))
    };
    rows.par_iter().filter_map(closest).collect()
}

fn likeness(sought: &Sought, name: &str, alias: bool) -> Option<Likeness> {
    Some(match sought.likeness(name)? {
        Likeness::Exact if alias => Likeness::Alias,
        likeness => likeness,
    })
}

impl Names {
    fn like(&self, sought: &Sought) -> Vec<(Id, Likeness)> {
        let all = self.names.par_iter().zip(&self.ids);
        let like = |(name, id): (&Name, &Id)| {
            Some((id.clone(), likeness(sought, &name.text, name.alias)?))
        };
        let mut hits: Vec<(Id, Likeness)> = all.filter_map(like).collect();
        hits.sort_unstable();
        hits.dedup_by(|next, first| next.0 == first.0);
        hits
    }
}

// Kinds without a field for names are not decoded.
fn has_names(kind: Kind) -> bool {
    kind.fields().iter().any(|field| FIELDS.contains(&field.key))
}

// The names of a record in their normal form, each with whether it is another than its own.
fn each_name(row: &AnyRow<'_>, visit: &mut dyn FnMut(String, bool)) {
    for (at, key) in FIELDS.iter().enumerate() {
        each_text(row.fields.get(key), &mut |text| visit(normal(text), at >= OWN));
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
