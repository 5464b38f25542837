//! Names of records, for finding them.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Book;
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::width::normalize_width;
use crate::model::TagDefinition;

/// The names of each kind, read at first use.
#[derive(Default)]
pub(super) struct Cache([OnceLock<HashMap<String, Vec<Id>>>; Kind::ALL.len()]);

/// A name as it is compared: case, width and blanks do not count.
pub fn normal(name: &str) -> String {
    let narrow = normalize_width(name);
    narrow.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Book<'_> {
    /// Whether the values of a tag are masked in outputs: its definition says so, or cannot be read
    /// (TAG-6.1.2).
    pub fn hides_tag(&self, kind: Kind, key: &str) -> bool {
        let id = format!("{}.{key}", kind.key());
        match self.get::<TagDefinition>(&id) {
            Some(row) => row.record.sensitive == Some(true),
            None => self.has(Kind::Tag, &id),
        }
    }

    /// The records of `kind` that bear a name: as name, alias, former name or label.
    pub fn named(&self, kind: Kind, name: &str) -> &[Id] {
        let names = self.names.0[kind as usize].get_or_init(|| self.read_names(kind));
        names.get(&normal(name)).map_or(&[], Vec::as_slice)
    }

    /// All names of a kind, sorted, with their bearers.
    pub fn all_names(&self, kind: Kind) -> Vec<(&str, &[Id])> {
        let names = self.names.0[kind as usize].get_or_init(|| self.read_names(kind));
        let mut all: Vec<(&str, &[Id])> =
            names.iter().map(|(name, ids)| (name.as_str(), ids.as_slice())).collect();
        all.sort_unstable();
        all
    }

    fn read_names(&self, kind: Kind) -> HashMap<String, Vec<Id>> {
        let mut names: HashMap<String, Vec<Id>> = HashMap::new();
        for row in self.rows(kind) {
            let mut add = |name: &str| {
                let ids = names.entry(normal(name)).or_default();
                if ids.last() != Some(row.id) {
                    ids.push(row.id.clone());
                }
            };
            for key in ["name", "aliases", "former_names", "label", "email"] {
                each_text(row.fields.get(key), &mut add);
            }
        }
        names
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
