//! Working days: `calendar/YYYY.yaml` says which weekdays are off and which weekend days are worked.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::base::date::Date;
use crate::text::decode::decode;
use crate::text::fault::Fault;
use crate::text::yaml;

/// The working calendar of a book.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    years: BTreeSet<i32>,
    off: BTreeSet<Date>,
    worked: BTreeSet<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: i32,
    off: Vec<Date>,
    #[serde(default)]
    worked: Vec<Date>,
}

impl Calendar {
    /// Adds the file of a year.
    pub fn add(&mut self, source: &str) -> Vec<Fault> {
        let (tree, mut faults) = yaml::parse(source);
        if !faults.is_empty() {
            return faults;
        }
        let (year, found) = decode::<Year>(&tree);
        faults.extend(found);
        if let Some(year) = year {
            self.years.insert(year.year);
            self.off.extend(year.off);
            self.worked.extend(year.worked);
        }
        faults
    }

    /// Whether `date` is worked; Monday to Friday where the year is not known.
    pub fn is_working_day(&self, date: Date) -> bool {
        let weekday = date.weekday().num_days_from_monday() < 5;
        self.worked.contains(&date) || (weekday && !self.off.contains(&date))
    }

    /// Whether the holidays of the year are known.
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// The day `days` working days after (before, where negative) `date`.
    pub fn add_working_days(&self, date: Date, days: i64) -> Date {
        let step = days.signum();
        // Far beyond any deadline, and it keeps a typed number from counting for minutes.
        let mut left = days.abs().min(10_000);
        let mut day = date;
        while left > 0 {
            let Some(next) = day.checked_add_days(step) else { return day };
            day = next;
            if self.is_working_day(day) {
                left -= 1;
            }
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn holidays_are_skipped_and_worked_weekends_count() {
        let mut calendar = Calendar::default();
        let faults = calendar
            .add("year: 2026\noff: [2026-10-01, 2026-10-02, 2026-10-05]\nworked: [2026-10-10]\n");
        assert!(faults.is_empty(), "{faults:?}");
        // Wednesday; Thursday, Friday and Monday are off, Saturday the 10th is worked.
        assert_eq!(calendar.add_working_days(date("2026-09-30"), 1), date("2026-10-06"));
        assert_eq!(calendar.add_working_days(date("2026-10-09"), 1), date("2026-10-10"));
        assert_eq!(calendar.add_working_days(date("2026-10-06"), -1), date("2026-09-30"));
    }

    #[test]
    fn an_unknown_year_counts_monday_to_friday() {
        let calendar = Calendar::default();
        assert_eq!(calendar.add_working_days(date("2026-11-20"), 1), date("2026-11-23"));
        assert!(!calendar.knows(2026));
    }
}
