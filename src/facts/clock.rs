//! When clocks run out: hours by the policy's way of counting, in the book's zone.

use chrono::TimeDelta;

use crate::base::date::{Date, Instant};
use crate::book::Book;
use crate::policy::assign::Hours;

/// The moment at which `hours` have passed since `from`.
pub fn due(book: &Book<'_>, from: Instant, hours: i64) -> Instant {
    let from = from.in_zone(book.policy().zone()).unwrap_or(from);
    match book.policy().clock().hours {
        Hours::Working => book.calendar().add_working_hours(from, hours),
        Hours::Calendar => from.later(TimeDelta::hours(hours.clamp(0, 240_000))).unwrap_or(from),
    }
}

/// The day on which `days` working days have passed since `from`.
pub fn due_day(book: &Book<'_>, from: Date, days: i64) -> Date {
    book.calendar().add_working_days(from, days)
}

/// The day of a moment, in the book's zone.
pub fn day(book: &Book<'_>, at: Instant) -> Date {
    book.policy().day(at).unwrap_or_else(|| at.date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    #[test]
    fn the_policy_says_how_hours_run_and_the_zone_which_day_it_is() {
        let friday = Instant::parse("2026-11-20T09:00:00Z").unwrap();
        let due_by = |policy: &'static str| {
            let tree = Memory::new([("salesops.toml", policy)]);
            due(&Book::open(&tree).unwrap(), friday, 24).to_string()
        };
        assert_eq!(due_by(""), "2026-11-23T17:00:00+08:00");
        assert_eq!(due_by("[clock]\nhours = \"calendar\"\n"), "2026-11-21T17:00:00+08:00");
        let tree = Memory::new([("salesops.toml", "")]);
        let book = Book::open(&tree).unwrap();
        let late = Instant::parse("2026-11-20T20:00:00Z").unwrap();
        assert_eq!(day(&book, late), Date::parse_iso("2026-11-21").unwrap());
    }
}
