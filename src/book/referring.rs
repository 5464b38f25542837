//! Which records of one kind name a record: the contracts of a deal, the approvals of a contract.

use std::collections::HashMap;

use super::{Book, Row, Stored};
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;

/// The records of one kind by what their own fields refer to, each list sorted.
pub(super) type Index = HashMap<(Kind, Id), Vec<Id>>;

impl Book<'_> {
    /// The records of a kind whose own fields (not their groups'), lists of references too, refer to a record, sorted. Reads
    /// all records of the kind at the first call.
    pub fn referring<R: Stored>(&self, kind: Kind, id: &Id) -> impl Iterator<Item = Row<'_, R>> {
        let index = self.referring[R::KIND].get_or_init(|| self.index_referring::<R>());
        let ids = index.get(&(kind, id.clone())).map_or(&[][..], Vec::as_slice);
        ids.iter().filter_map(|id| self.get::<R>(id))
    }

    fn index_referring<R: Stored>(&self) -> Index {
        let mut index = Index::new();
        for row in self.iter::<R>() {
            let fields = row.erase().fields;
            for at in 0..fields.table().len() {
                note(&mut index, fields.value(at), row.id);
            }
        }
        index
    }
}

fn note(index: &mut Index, view: View<'_>, own: &Id) {
    match view {
        View::Ref(kind, id) | View::AnyRef(kind, id) => {
            let of = index.entry((kind, id.clone())).or_default();
            if of.last() != Some(own) {
                of.push(own.clone());
            }
        }
        View::List(items) => (0..items.len()).for_each(|at| note(index, items.at(at), own)),
        _ => {}
    }
}
