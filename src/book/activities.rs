//! Which activities are about whom.

use std::collections::HashMap;

use super::{Book, Row};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::model::{Activity, Lead, Opportunity};

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

    /// All activities with a customer or lead, as [`Book::with_whom`] says, the earliest first. Reads
    /// all activities at the first call.
    pub fn activities_with(&self, kind: Kind, id: &Id) -> impl Iterator<Item = Row<'_, Activity>> {
        let index = self.company.get_or_init(|| self.index_company());
        let ids = index.get(&(kind, id.clone())).map_or(&[][..], Vec::as_slice);
        ids.iter().filter_map(|id| self.get::<Activity>(id))
    }

    fn index_company(&self) -> Index {
        let mut rows: Vec<Row<'_, Activity>> = self.iter::<Activity>().collect();
        rows.sort_by_key(|row| (row.record.on, row.record.at.map(|at| at.datetime()), row.id));
        let mut index = Index::new();
        for row in rows {
            if let Some((kind, id)) = self.with_whom(row.record) {
                index.entry((kind, id.clone())).or_default().push(row.id.clone());
            }
        }
        index
    }

    /// The customer that an activity is with: its own, its deal's, or the one that its lead became;
    /// else its lead.
    pub fn with_whom<'s>(&'s self, activity: &'s Activity) -> Option<(Kind, &'s Id)> {
        if let Some(customer) = activity.customer.as_deref() {
            return Some((Kind::Customer, customer));
        }
        let deal = activity.opportunity.as_deref().and_then(|id| self.get::<Opportunity>(id));
        if let Some(customer) = deal.and_then(|row| row.record.customer.as_deref()) {
            return Some((Kind::Customer, customer));
        }
        let lead = activity.lead.as_deref()?;
        let became = self.get::<Lead>(lead).and_then(|row| row.record.customer.as_deref());
        Some(became.map_or((Kind::Lead, lead), |customer| (Kind::Customer, customer)))
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
