//! The calendar units that reports group by.

use crate::base::date::Date;
use crate::base::date_words as words;
use crate::base::period::Period;
use crate::base::text::{Label, Text};
use crate::say;

/// A unit of the calendar. Weeks are ISO weeks: they begin on Monday, and belong to the year that
/// has most of their days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// One day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// A calendar year.
    Year,
}

impl Unit {
    /// All units, shortest first.
    pub const ALL: [Unit; 5] = [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year];

    /// Reads the name of a unit: `week`, `weekly`, `w`, `周`.
    pub fn parse(text: &str) -> Result<Unit, Text> {
        words::unit(&words::tidy(text)).ok_or_else(|| {
            say!(
                en: "`{text}` is not a unit of time; write `day`, `week`, `month`, `quarter` or `year`",
                zh: "`{text}` 不是时间单位，可以写 `日`、`周`、`月`、`季`、`年`",
            )
        })
    }

    /// The name of the unit.
    pub const fn label(self) -> Label {
        match self {
            Unit::Day => Label::new("day", "日"),
            Unit::Week => Label::new("week", "周"),
            Unit::Month => Label::new("month", "月"),
            Unit::Quarter => Label::new("quarter", "季度"),
            Unit::Year => Label::new("year", "年"),
        }
    }

    /// The whole unit that contains `date`. What lies past the calendar is cut off, and
    /// [`Date::END`] counts to the last unit.
    pub fn bucket(self, date: Date) -> Period {
        let from = self.first_day(date.min(Date::MAX));
        Period { from, to: self.checked_add(from, 1).unwrap_or(Date::END) }
    }

    /// The unit that follows `period`, or `None` at the end of the calendar. From one bucket to
    /// the next there is neither gap nor overlap.
    pub fn next(self, period: Period) -> Option<Period> {
        (period.to < Date::END).then(|| self.bucket(period.to))
    }

    /// The key of the unit that contains `date`; keys of one unit sort as their dates do:
    /// `2026-11-21`, `2026-w47`, `2026-11`, `2026-q4`, `2026`.
    pub fn key(self, date: Date) -> String {
        let (year, month) = (date.year(), date.month());
        match self {
            Unit::Day => date.to_string(),
            Unit::Week => {
                let (year, week) = date.iso_week();
                format!("{year}-w{week:02}")
            }
            Unit::Month => format!("{year}-{month:02}"),
            Unit::Quarter => format!("{year}-q{}", month.div_ceil(3)),
            Unit::Year => year.to_string(),
        }
    }

    /// The unit `count` after the one that contains `today`, or before it when negative; `None`
    /// outside the calendar.
    pub(in crate::base) fn around(self, today: Date, count: i64) -> Option<Period> {
        let from = self.checked_add(self.first_day(today), count)?;
        (from <= Date::MAX).then(|| self.bucket(from))
    }

    /// The date `count` units after `date`, or before it when negative; `None` outside the
    /// calendar.
    pub(in crate::base) fn checked_add(self, date: Date, count: i64) -> Option<Date> {
        match self {
            Unit::Day => date.checked_add_days(count),
            Unit::Week => date.checked_add_days(count.checked_mul(7)?),
            Unit::Month => date.checked_add_months(count),
            Unit::Quarter => date.checked_add_months(count.checked_mul(3)?),
            Unit::Year => date.checked_add_months(count.checked_mul(12)?),
        }
    }

    fn first_day(self, date: Date) -> Date {
        let month_of_year = i64::from(date.month()) - 1;
        match self {
            Unit::Day => date,
            Unit::Week => date.add_days(-i64::from(date.weekday().num_days_from_monday())),
            Unit::Month => date.first_of_month(),
            Unit::Quarter => date.first_of_month().add_months(-(month_of_year % 3)),
            Unit::Year => date.first_of_month().add_months(-month_of_year),
        }
    }
}
