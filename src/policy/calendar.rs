//! Working days: `calendar/YYYY.yaml` says which weekdays are off and which weekend days are worked.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde::Deserialize;

use crate::base::date::{Date, Instant};
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
        let mut left = days.unsigned_abs().min(10_000);
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

    /// The moment `hours` of working days after `from`: the clock stands still on days off, and a
    /// working day has 24 hours. What begins on a day off begins with the next working day. The
    /// days are those of the offset of `from`; beyond the calendar, its last moment.
    pub fn add_working_hours(&self, from: Instant, hours: i64) -> Instant {
        let hours = hours.clamp(0, 240_000);
        let mut day = from.date();
        let mut start = from;
        if !self.is_working_day(day) {
            day = self.add_working_days(day, 1);
            start = from.at_start_of(day).unwrap_or(from);
        }
        let last = self.add_working_days(day, hours / 24);
        let Some(same_time) = start.on(last) else { return from };
        // What is left of a day may lead into days off, which are passed over.
        let Some(end) = same_time.later(TimeDelta::hours(hours % 24)) else { return same_time };
        if end.date() == last || self.is_working_day(end.date()) {
            return end;
        }
        end.on(self.add_working_days(last, 1)).unwrap_or(end)
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use serde_json::Value as Json;

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

    // OPS-2.2.1: "24 hours" on a Friday are over on Monday.
    #[test]
    fn hours_stand_still_on_days_off() {
        let mut calendar = Calendar::default();
        calendar.add("year: 2026\noff: [2026-10-01, 2026-10-02]\nworked: [2026-10-10]\n");
        let after = |from: &str, hours: i64| {
            let from = Instant::parse(&format!("{from}:00+08:00")).unwrap();
            calendar.add_working_hours(from, hours).to_string()[..16].to_owned()
        };
        assert_eq!(after("2026-11-20T17:00", 24), "2026-11-23T17:00");
        assert_eq!(after("2026-11-20T17:00", 4), "2026-11-20T21:00");
        assert_eq!(after("2026-11-20T22:00", 4), "2026-11-23T02:00", "into the weekend");
        assert_eq!(after("2026-11-21T10:00", 24), "2026-11-24T00:00", "from a Saturday");
        assert_eq!(after("2026-11-21T10:00", 0), "2026-11-23T00:00");
        assert_eq!(after("2026-09-30T09:00", 24), "2026-10-05T09:00", "holidays");
        assert_eq!(after("2026-10-09T09:00", 24), "2026-10-10T09:00", "a worked Saturday");
        assert_eq!(after("2026-11-16T09:00", 72), "2026-11-19T09:00");
        for hours in [i64::MIN, -1, i64::MAX] {
            for from in ["1900-01-01T00:00", "2999-12-31T23:59"] {
                after(from, hours);
            }
        }
    }

    #[test]
    fn what_is_wrong_with_a_file_is_told() {
        let sources =
            ["", "year: 2026\n", "off: [", "year: x\noff: []\n", "year: 2026\noff: []\nof: []\n"];
        for source in sources {
            assert!(!Calendar::default().add(source).is_empty(), "{source:?}");
        }
        let mut calendar = Calendar::default();
        assert_eq!(calendar.add("year: 2026\noff: [2026-02-30, 2026-10-01]\n").len(), 1);
        assert!(!calendar.is_working_day(date("2026-10-01")), "the other days count");
        assert!(Calendar::default().add("year: 2026\noff: []").is_empty());
    }

    #[test]
    fn no_number_of_days_leads_out_of_time() {
        let calendar = Calendar::default();
        for days in [i64::MIN, -1, 0, 1, i64::MAX] {
            for start in ["1900-01-01", "2026-11-21", "2999-12-31"] {
                calendar.add_working_days(date(start), days);
            }
        }
        assert_eq!(calendar.add_working_days(date("2026-11-21"), 0), date("2026-11-21"));
    }

    /// Eight years of published holidays, counted by another program.
    #[test]
    fn agrees_with_working_days_computed_elsewhere() {
        let Some(folder) = data() else { return };
        let calendar = published(&folder);
        let truth = json(&folder.join("truth.json"));
        let mut checked = 0;
        for (month, count) in truth["workdays_per_month"].as_object().unwrap() {
            let first = date(&format!("{month}-01"));
            let days =
                (0..31).map(|n| first.add_days(n)).filter(|day| day.month() == first.month());
            let worked = days.filter(|day| calendar.is_working_day(*day)).count();
            assert_eq!(worked as u64, count.as_u64().unwrap(), "{month}");
            checked += 1;
        }
        for case in truth["add_workdays"].as_array().unwrap() {
            let [from, days, to] = &case.as_array().unwrap()[..] else { panic!("{case}") };
            let (from, to) = (date(from.as_str().unwrap()), date(to.as_str().unwrap()));
            assert_eq!(calendar.add_working_days(from, days.as_i64().unwrap()), to, "{case}");
            checked += 1;
        }
        assert!(checked > 100);
    }

    fn data() -> Option<PathBuf> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/holidays_cn");
        if path.exists() {
            return Some(path);
        }
        eprintln!("skipped: no data set at {}", path.display());
        None
    }

    #[expect(clippy::disallowed_methods, reason = "reads the data set, which is no book")]
    fn json(path: &Path) -> Json {
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    }

    fn published(folder: &Path) -> Calendar {
        let mut calendar = Calendar::default();
        for year in 2019..=2026 {
            let year_file = json(&folder.join(format!("{year}.json")));
            let days = year_file["days"].as_array().unwrap();
            let of = |is_off: bool| -> Vec<&str> {
                let fits = days.iter().filter(|day| day["isOffDay"] == is_off);
                fits.map(|day| day["date"].as_str().unwrap()).collect()
            };
            let (off, worked) = (of(true).join(", "), of(false).join(", "));
            let source = format!("year: {year}\noff: [{off}]\nworked: [{worked}]\n");
            let faults = calendar.add(&source);
            assert!(faults.is_empty(), "{faults:?}");
        }
        calendar
    }
}
