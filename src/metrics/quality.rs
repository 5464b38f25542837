//! How well records are kept (TAG-7.2): what is filled of what is required, what was entered in time,
//! what audits found nothing in.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::lot::{Event, Lot};
use super::{DIGITS, rate};
use crate::base::date::Date;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::Period;
use crate::book::{AnyRow, Book, Row};
use crate::facts::freshness::{self, Freshness};
use crate::facts::required::{self, Asked};
use crate::facts::steps::is_untouched_import;
use crate::facts::{audit, clock, contact, lead};
use crate::model::target::Who;
use crate::model::{Activity, Audit, Lead};
use crate::policy::quality::Parts;

/// A part of a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many are as they should be.
    pub part: usize,
    /// Of how many.
    pub whole: usize,
}

impl Share {
    /// The share, with six digits; `None` of nothing.
    pub fn rate(self) -> Option<Decimal> {
        rate::share(i128::try_from(self.part).ok()?, i128::try_from(self.whole).ok()?)
    }

    fn add(self, other: Share) -> Share {
        Share { part: self.part + other.part, whole: self.whole + other.whole }
    }

    fn of(good: bool) -> Share {
        Share { part: usize::from(good), whole: 1 }
    }
}

/// How well somebody's records are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// The required fields that are filled, of all.
    pub completeness: Share,
    /// What was entered in time, of all that was entered.
    pub timeliness: Share,
    /// The audited records in which nothing was found, of all that were looked at.
    pub audit: Share,
}

impl Quality {
    /// The mean of the rates of which something is known, each with its weight; 1 is all. `None` where
    /// nothing is known.
    pub fn score(&self, weights: Parts) -> Option<Decimal> {
        let parts = [
            (self.completeness, weights.completeness),
            (self.timeliness, weights.timeliness),
            (self.audit, weights.audit),
        ];
        let known = parts.into_iter().filter_map(|(share, weight)| Some((share.rate()?, weight)));
        let (mut sum, mut all) = (Decimal::ZERO, 0_i128);
        for (rate, weight) in known {
            sum = sum.checked_add(rate.checked_mul(Decimal::from_int(weight.into()))?)?;
            all += i128::from(weight);
        }
        if all == 0 {
            return None;
        }
        sum.div(Decimal::from_int(all), DIGITS, Rounding::HalfEven)
    }
}

/// A record that lacks a required field.
#[derive(Clone, Copy, Debug)]
pub struct Lacking<'b> {
    /// The kind of record.
    pub kind: Kind,
    /// The field, a dotted route.
    pub field: &'b str,
}

/// How well the records of a book are kept.
pub struct Kept<'b> {
    fields: Lot<'b, (Share, Vec<Lacking<'b>>)>,
    entries: Lot<'b, bool>,
    audited: Lot<'b, bool>,
    // Only reports ask for it.
    fresh: OnceCell<Lot<'b, bool>>,
    book: &'b Book<'b>,
    day: Date,
}

impl<'b> Kept<'b> {
    /// As the book says by the end of a day.
    pub fn new(book: &'b Book<'b>, day: Date) -> Kept<'b> {
        let rows = audit::KINDS.into_iter().flat_map(|kind| book.rows(kind));
        let fields = rows.filter_map(|row| filled(book, row));
        let activities = book.iter::<Activity>().filter_map(|row| told(book, row));
        let leads = book.iter::<Lead>().filter_map(|row| received(book, row));
        let audits = audit::finished(book, day).flat_map(|row| looked_at(book, row));
        let by_then = |event: &Event<'b, bool>| event.on <= day;
        Kept {
            fields: Lot::new(fields.filter(|event| event.on <= day).collect()),
            entries: Lot::new(activities.chain(leads).filter(by_then).collect()),
            audited: Lot::new(audits.collect()),
            fresh: OnceCell::new(),
            book,
            day,
        }
    }

    /// How well somebody's records are kept: of the records that were there by the end of the period,
    /// as they are today; of what was entered and audited within it.
    pub fn of(&self, who: Who<'_>, period: Period) -> Quality {
        let sum =
            |shares: &mut dyn Iterator<Item = Share>| shares.fold(Share::default(), Share::add);
        Quality {
            completeness: sum(&mut self.there(who, period).map(|event| event.what.0)),
            timeliness: sum(&mut self.entries.of(who, period).map(|it| Share::of(it.what))),
            audit: sum(&mut self.audited.of(who, period).map(|it| Share::of(it.what))),
        }
    }

    /// How many of somebody's records that were there by the end of the period were looked over in time
    /// (TAG-4.1), as it is on the day; nothing of kinds that nobody looks over in this book.
    pub fn freshness(&self, who: Who<'_>, period: Period) -> Share {
        let fresh = self.fresh.get_or_init(|| Lot::new(looked_over(self.book, self.day)));
        let there = fresh.of_all_time(who).filter(|event| event.on < period.to());
        there.map(|event| Share::of(event.what)).fold(Share::default(), Share::add)
    }

    /// What is missing in somebody's records that were there by the end of a period, by day of entry.
    pub fn lacking(
        &self,
        who: Who<'_>,
        period: Period,
    ) -> impl Iterator<Item = (String, Lacking<'b>)> {
        self.there(who, period)
            .flat_map(|event| event.what.1.iter().map(move |lacking| (event.reference(), *lacking)))
    }

    /// The records that were entered late or found wanting, and those that lack something, of somebody
    /// and a period, sorted.
    pub fn wanting(&self, who: Who<'_>, period: Period) -> Vec<String> {
        let late = self.entries.of(who, period).chain(self.audited.of(who, period));
        let late = late.filter(|event| !event.what).map(Event::reference);
        let mut all: Vec<String> =
            late.chain(self.lacking(who, period).map(|(reference, _)| reference)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn there(
        &self,
        who: Who<'_>,
        period: Period,
    ) -> impl Iterator<Item = &Event<'b, (Share, Vec<Lacking<'b>>)>> {
        self.fields.of_all_time(who).filter(move |event| event.on < period.to())
    }
}

// The required fields of a record that somebody has in hand; of an import that nobody has touched
// nothing is asked yet.
fn filled<'b>(book: &'b Book<'b>, row: AnyRow<'b>) -> Option<Event<'b, (Share, Vec<Lacking<'b>>)>> {
    if !row.is_open() || is_untouched_import(&row) {
        return None;
    }
    let asked: Vec<Asked<'b>> = required::asked(book, row).collect();
    let lacking = asked.iter().filter(|asked| asked.missing);
    let lacking: Vec<_> =
        lacking.map(|asked| Lacking { kind: row.kind, field: asked.field }).collect();
    let share = Share { part: asked.len() - lacking.len(), whole: asked.len() };
    let owner = freshness::keeper(book, row);
    let on = contact::known_since(book, row).unwrap_or(Date::MIN);
    (share.whole > 0).then(|| Event::of(book, on, owner, (row.kind, row.id), (share, lacking)))
}

fn told<'b>(book: &'b Book<'b>, row: Row<'b, Activity>) -> Option<Event<'b, bool>> {
    let it = row.record;
    let entered = it.entered.as_ref().filter(|_| it.imported.is_none())?;
    let limit = contact::record_limit(book, it, entered.at)?;
    let who = it.member.as_deref().or(entered.by.as_deref());
    Some(Event::of(book, it.on, who, (Kind::Activity, row.id), limit.is_kept))
}

fn received<'b>(book: &'b Book<'b>, row: Row<'b, Lead>) -> Option<Event<'b, bool>> {
    let it = row.record;
    let in_time = lead::entered_in_time(book, it)?;
    let entered = it.entered.as_ref()?;
    let on = clock::day(book, entered.at);
    Some(Event::of(book, on, entered.by.as_deref(), (Kind::Lead, row.id), in_time))
}

// As it is on the day.
fn looked_over<'b>(book: &'b Book<'b>, day: Date) -> Vec<Event<'b, bool>> {
    let fresh = Freshness::new(book, day);
    let kinds = audit::KINDS.into_iter().filter(|kind| fresh.is_kept(*kind));
    let rows = kinds.flat_map(|kind| book.rows(kind));
    let events = rows.filter_map(|row| {
        let is_fresh = !fresh.due(row)?.is_late(day);
        let owner = freshness::keeper(book, row);
        let came = freshness::came(book, row).unwrap_or(Date::MIN);
        Some(Event::of(book, came, owner, (row.kind, row.id), is_fresh))
    });
    events.collect()
}

// For who entered the record, else whose it is.
fn looked_at<'b>(book: &'b Book<'b>, row: Row<'b, Audit>) -> impl Iterator<Item = Event<'b, bool>> {
    let on = row.record.on;
    // A record counts once, however often it is named.
    let mut seen = HashSet::new();
    let once = row.record.records.iter().filter(move |it| seen.insert((it.kind, &it.id)));
    once.map(move |it| {
        let author = book.any(it.kind, &it.id).and_then(audit::author);
        let who: Option<&Id> = author.or_else(|| book.owner_of(it.kind, &it.id));
        Event::of(book, on, who, (it.kind, &it.id), row.record.is_clean(it))
    })
}
