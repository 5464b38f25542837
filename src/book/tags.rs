//! The dictionary: what the files under `tags/` say of tags and core fields (TAG-3.1.3).

use super::{Book, Row};
use crate::base::kind::Kind;
use crate::model::TagDefinition;

impl Book<'_> {
    /// The definition of `key` of a kind: a tag, or a core field.
    pub fn definition(&self, kind: Kind, key: &str) -> Option<Row<'_, TagDefinition>> {
        self.get(&id(kind, key))
    }

    /// Whether the values of a tag are masked in outputs: its definition says so, or cannot be read
    /// (TAG-6.1.2).
    pub fn hides_tag(&self, kind: Kind, key: &str) -> bool {
        match self.definition(kind, key) {
            Some(row) => row.record.sensitive == Some(true),
            None => self.has(Kind::Tag, &id(kind, key)),
        }
    }
}

fn id(kind: Kind, key: &str) -> String {
    format!("{}.{key}", kind.key())
}
