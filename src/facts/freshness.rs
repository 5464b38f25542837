//! Since when nobody has looked a record over, and when it is due (TAG-4.1).

use std::collections::{HashMap, HashSet};

use super::cadence::Due;
use super::{audit, contact, people, steps};
use crate::base::date::Date;
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::{Kind, PerKind};
use crate::book::{AnyRow, Book};
use crate::model::tag::TagStatus;
use crate::model::{Member, TagDefinition, Verification};
use crate::policy::Policy;

/// In how many days the records of a kind are looked over; `None` for kinds that carry no tags.
pub fn every(policy: &Policy, kind: Kind) -> Option<i64> {
    let refresh = policy.refresh();
    match kind {
        Kind::Customer => Some(refresh.customer_days),
        Kind::Opportunity => Some(refresh.opportunity_days),
        Kind::Product => Some(refresh.product_days),
        Kind::Member => Some(refresh.member_days),
        _ => None,
    }
}

/// The groups of tags that records of a kind have, sorted.
pub fn groups<'b>(book: &'b Book<'_>, kind: Kind) -> Vec<&'b str> {
    let of_kind = |id: &str| id.split('.').next() == Some(kind.key());
    let all = book.iter::<TagDefinition>().filter(|row| {
        of_kind(row.id)
            && row.record.derived != Some(true)
            && row.record.status != Some(TagStatus::Retired)
    });
    let mut groups: Vec<&str> = all.filter_map(|row| row.record.group.as_deref()).collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

/// A day on which a record was looked over, and in which groups: all where none is named.
type Sweep<'b> = (Date, &'b [String]);

/// What was looked over up to a day.
pub struct Freshness<'b> {
    book: &'b Book<'b>,
    day: Date,
    groups: PerKind<Vec<&'b str>>,
    swept: HashMap<(Kind, &'b Id), Vec<Sweep<'b>>>,
    kinds: HashSet<Kind>,
}

impl<'b> Freshness<'b> {
    /// As the verifications of a book say by the end of a day.
    pub fn new(book: &'b Book<'b>, day: Date) -> Freshness<'b> {
        let mut of_kind = PerKind::<Vec<&str>>::default();
        for kind in audit::KINDS {
            of_kind[kind] = groups(book, kind);
        }
        let mut swept: HashMap<_, Vec<_>> = HashMap::new();
        for row in book.iter::<Verification>().filter(|row| row.record.on <= day) {
            let it = row.record;
            let excepted: HashSet<(Kind, &Id)> =
                it.exceptions.iter().map(|record| (record.kind, &record.id)).collect();
            for record in it.records.iter() {
                let key = (record.kind, &record.id);
                if !excepted.contains(&key) {
                    swept.entry(key).or_default().push((it.on, &*it.groups));
                }
            }
        }
        let kinds = swept.keys().map(|(kind, _)| *kind).collect();
        Freshness { book, day, groups: of_kind, swept, kinds }
    }

    /// Whether records of a kind are looked over in this book at all.
    pub fn is_kept(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    /// When a record is due to be looked over: so many days after it last was, in all groups of its
    /// tags, or was entered; a deal also after its last step. `None` for what is closed or gone, and
    /// where nothing says since when it is there.
    pub fn due(&self, row: AnyRow<'_>) -> Option<Due> {
        let days = every(self.book.policy(), row.kind)?;
        if !row.is_open() || self.has_left(row) {
            return None;
        }
        let swept = self.swept_on(row);
        let came = came(self.book, row);
        let moved = match row.kind {
            Kind::Opportunity => steps::days(row).filter(|on| *on <= self.day).max(),
            _ => None,
        };
        let since = swept.max(came).max(moved)?;
        Some(Due { on: since.checked_add_days(days)?, last: swept })
    }

    // The last day by which all groups were looked over.
    fn swept_on(&self, row: AnyRow<'_>) -> Option<Date> {
        let sweeps = self.swept.get(&(row.kind, row.id))?;
        let whole = sweeps.iter().filter(|(_, groups)| groups.is_empty()).map(|(on, _)| *on).max();
        let of_group = |group: &&str| {
            let named = sweeps.iter().filter(|(_, groups)| groups.iter().any(|it| it == group));
            named.map(|(on, _)| *on).max().max(whole)
        };
        let by_group = self.groups[row.kind].iter().map(of_group).min().flatten();
        by_group.max(whole)
    }

    fn has_left(&self, row: AnyRow<'_>) -> bool {
        let member = (row.kind == Kind::Member).then(|| self.book.get::<Member>(row.id)).flatten();
        member.is_some_and(|member| people::has_left(member.record, self.day))
    }
}

/// Who looks a record over: its owner, else who entered it.
pub fn keeper<'b>(book: &'b Book<'_>, row: AnyRow<'b>) -> Option<&'b Id> {
    book.owner_of(row.kind, row.id).or_else(|| audit::author(row))
}

/// The day on which a record came into the book: was entered, or imported.
pub fn came(book: &Book<'_>, row: AnyRow<'_>) -> Option<Date> {
    let imported = || {
        let View::Group(imported) = row.fields.get("imported") else { return None };
        match imported.get("on") {
            View::Date(on) => Some(on),
            _ => None,
        }
    };
    contact::known_since(book, row).or_else(imported)
}
