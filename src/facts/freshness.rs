//! Since when nobody has looked a record over, and when it is due (TAG-4.1).

use std::collections::{HashMap, HashSet};

use super::cadence::Due;
use super::{audit, contact, people, steps};
use crate::base::date::{Date, Instant};
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

/// A day, and on it the moment at which that was entered.
type Moment = (Date, Option<Instant>);

/// When a record was looked over, and in which groups: all where none is named.
type Sweep<'b> = (Moment, &'b [String]);

/// What was looked over up to a day.
pub struct Freshness<'b> {
    book: &'b Book<'b>,
    day: Date,
    groups: PerKind<Vec<&'b str>>,
    swept: HashMap<(Kind, &'b Id), Vec<Sweep<'b>>>,
    // When a record was last found wrong.
    wrong: HashMap<(Kind, &'b Id), Moment>,
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
        let mut wrong: HashMap<_, Moment> = HashMap::new();
        for row in book.iter::<Verification>().filter(|row| row.record.on <= day) {
            let it = row.record;
            let excepted: HashSet<(Kind, &Id)> =
                it.exceptions.iter().map(|record| (record.kind, &record.id)).collect();
            let moment = (it.on, it.entered.as_ref().map(|entered| entered.at));
            for key in &excepted {
                let last = wrong.entry(*key).or_insert(moment);
                *last = moment.max(*last);
            }
            for record in it.records.iter() {
                let key = (record.kind, &record.id);
                if !excepted.contains(&key) {
                    swept.entry(key).or_default().push((moment, &*it.groups));
                }
            }
        }
        let kinds = swept.keys().chain(wrong.keys()).map(|(kind, _)| *kind).collect();
        Freshness { book, day, groups: of_kind, swept, wrong, kinds }
    }

    /// Whether records of a kind are looked over in this book at all.
    pub fn is_kept(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    /// When a record is due to be looked over: so many days after it last was, in all groups of its
    /// tags, or was entered; a deal also after its last step. What was found wrong since is due at
    /// once. `None` for what is closed or gone, and where nothing says since when it is there.
    pub fn due(&self, row: AnyRow<'_>) -> Option<Due> {
        let days = every(self.book.policy(), row.kind)?;
        if !row.is_open() || self.has_left(row) {
            return None;
        }
        let swept = self.swept_at(row);
        let wrong = self.wrong.get(&(row.kind, row.id)).filter(|wrong| Some(**wrong) > swept);
        let swept = swept.map(|(on, _)| on);
        if let Some((on, _)) = wrong {
            return Some(Due { on: on.checked_add_days(-1)?, last: swept });
        }
        let came = came(self.book, row);
        let moved = match row.kind {
            Kind::Opportunity => steps::days(row).filter(|on| *on <= self.day).max(),
            _ => None,
        };
        let since = swept.max(came).max(moved)?;
        Some(Due { on: since.checked_add_days(days)?, last: swept })
    }

    // When the last of all groups was looked over.
    fn swept_at(&self, row: AnyRow<'_>) -> Option<Moment> {
        let sweeps = self.swept.get(&(row.kind, row.id))?;
        let whole = sweeps.iter().filter(|(_, groups)| groups.is_empty()).map(|(at, _)| *at).max();
        let of_group = |group: &&str| {
            let named = sweeps.iter().filter(|(_, groups)| groups.iter().any(|it| it == group));
            named.map(|(at, _)| *at).max().max(whole)
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
