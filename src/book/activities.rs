//! Which activities are about whom.

use std::collections::HashMap;

use super::{Book, Row};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::model::Activity;

/// The activities that name an opportunity, by it; those that name none, by their customer; those
/// that name a lead, by it as well.
pub(super) type Index = HashMap<(Kind, Id), Vec<Id>>;

impl Book<'_> {
    /// The activities that name an opportunity or a lead, or those with a customer that name no
    /// opportunity, sorted.
    /// Reads all activities at the first call.
    pub fn activities_of(&self, kind: Kind, id: &Id) -> impl Iterator<Item = Row<'_, Activity>> {
        let index = self.activities.get_or_init(|| self.index_activities());
        let ids = index.get(&(kind, id.clone())).map_or(&[][..], Vec::as_slice);
        ids.iter().filter_map(|id| self.get::<Activity>(id))
    }

    fn index_activities(&self) -> Index {
        let mut index = Index::new();
        for row in self.iter::<Activity>() {
            for (kind, id) in about(row.record) {
                index.entry((kind, id.clone())).or_default().push(row.id.clone());
            }
        }
        index
    }
}

/// The records that an activity is about: its opportunity, else its customer, and its lead.
pub fn about(activity: &Activity) -> impl Iterator<Item = (Kind, &Id)> {
    let dealt = match (&activity.opportunity, &activity.customer) {
        (Some(deal), _) => Some((Kind::Opportunity, &**deal)),
        (None, Some(customer)) => Some((Kind::Customer, &**customer)),
        (None, None) => None,
    };
    dealt.into_iter().chain(activity.lead.as_ref().map(|lead| (Kind::Lead, &**lead)))
}
