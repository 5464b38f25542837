//! Which territories cover which divisions.

use std::collections::HashMap;

use super::Book;
use crate::base::division;
use crate::base::id::Id;
use crate::model::Territory;

/// The territories that name a division among their districts, by its stem, sorted.
pub(super) type Index = HashMap<Box<str>, Vec<Id>>;

impl Book<'_> {
    /// The territory that a division lies in: the one with the closest district, a city before its
    /// province; of several the first by id. Reads all territories at the first call.
    pub fn territory_of(&self, stem: &str) -> Option<&Id> {
        let prefixes = [6, 4, 2].into_iter().filter_map(|length| stem.get(..length));
        prefixes.filter_map(|prefix| self.claims_of(prefix).first()).next()
    }

    /// The territories that name a division itself, by its stem.
    pub fn claims_of(&self, stem: &str) -> &[Id] {
        let index = self.territories.get_or_init(|| self.index_territories());
        index.get(stem).map_or(&[], Vec::as_slice)
    }

    fn index_territories(&self) -> Index {
        let mut index = Index::new();
        for row in self.iter::<Territory>() {
            for stem in row.record.districts.iter().filter_map(|typed| stem_of(typed)) {
                let claims: &mut Vec<Id> = index.entry(stem.into()).or_default();
                if claims.last() != Some(row.id) {
                    claims.push(row.id.clone());
                }
            }
        }
        index
    }
}

/// The stem of a district as territories write it: a code or a name.
pub fn stem_of(district: &str) -> Option<&str> {
    division::stem(district).or_else(|| division::named(district))
}
