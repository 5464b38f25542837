//! Spans of days: a calendar unit, a range, or the time up to now.

use super::date::Date;

mod parse;
#[cfg(test)]
mod tests;
mod unit;

pub use unit::Unit;

/// The days from `from` up to, but not including, `to`; at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    from: Date,
    to: Date,
}

impl Period {
    /// All time, written `..`.
    pub const ALL: Period = Period { from: Date::MIN, to: Date::END };

    /// The days from `from` up to, but not including, `to`, or `None` when there are none.
    pub fn new(from: Date, to: Date) -> Option<Period> {
        (from < to).then_some(Period { from, to })
    }

    /// The first day.
    pub fn from(self) -> Date {
        self.from
    }

    /// The day after the last, as in half-open intervals; [`Date::END`] when the end is open.
    pub fn to(self) -> Date {
        self.to
    }

    /// The last day.
    pub fn last(self) -> Date {
        self.to.add_days(-1)
    }

    /// How many days; at least one.
    pub fn days(self) -> i64 {
        self.to.days_since(self.from)
    }

    /// Whether `date` lies within.
    pub fn contains(self, date: Date) -> bool {
        self.from <= date && date < self.to
    }

    /// The unit that this is one whole of, if any.
    pub fn unit(self) -> Option<Unit> {
        Unit::ALL.into_iter().find(|unit| unit.bucket(self.from) == self)
    }

    /// The period just before, of equal length: as many months where this one is whole months
    /// (2026-11 → 2026-10, 2026-q1 → 2025-q4), else as many days. `None` when it would begin
    /// before the calendar, as for an open start.
    pub fn previous(self) -> Option<Period> {
        let from = match self.whole_months() {
            Some(months) => self.from.checked_add_months(-months)?,
            None => self.from.checked_add_days(-self.days())?,
        };
        Some(Period { from, to: self.from })
    }

    /// The shortest text that [`Period::parse`] reads as this, whatever the day: the key of a unit
    /// (`2026-q4`), else a range with both ends included (`2026-11-02..2026-11-20`), open ends
    /// left out (`2026..`).
    pub fn label(self) -> String {
        match self.unit() {
            Some(unit) => unit.key(self.from),
            None => self.range_label(),
        }
    }

    fn range_label(self) -> String {
        let ends = self.end_unit();
        let end = |open: bool, date: Date| if open { String::new() } else { ends.key(date) };
        let from = end(self.from == Date::MIN, self.from);
        let to = end(self.to == Date::END, self.last());
        format!("{from}..{to}")
    }

    /// The largest of year, month and day that this is a whole number of.
    fn end_unit(self) -> Unit {
        let fits = |unit: &Unit| {
            unit.bucket(self.from).from == self.from && unit.bucket(self.last()).to == self.to
        };
        [Unit::Year, Unit::Month].into_iter().find(fits).unwrap_or(Unit::Day)
    }

    fn whole_months(self) -> Option<i64> {
        let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
        let whole = self.from.day() == 1 && self.to.day() == 1;
        whole.then(|| months(self.to) - months(self.from))
    }
}
