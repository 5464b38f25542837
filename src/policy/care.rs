//! Parameters of the care for customers after the sale, and between sales.

use serde::Deserialize;

use crate::base::date::Date;
use crate::base::text::Text;
use crate::model::common::Grade;

/// Parameters of greetings and services (ITS-7.3).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Care {
    /// How many days before a day it is seen to (ITS-7.3.1).
    pub lead_days: i64,
    /// The festivals on which customers are greeted (ITS-7.3.1).
    pub festivals: Vec<String>,
    /// After how many days a key customer gets a training or a technical service again (ITS-7.3.2).
    pub value_service_every_days: i64,
}

/// Parameters of return visits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revisit {
    /// After how many days a customer is revisited again, by its grade (ITS-3.6.1).
    pub interval_days: ByCustomerGrade,
    /// How many days after a deal is won the customer is revisited (TEL-3.5.3).
    pub after_close_days: i64,
}

/// Parameters of contacts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    /// After how many days a key account hears from us again (DEV-KA-12).
    pub key_account_days: i64,
}

/// A number of days for each grade of customer.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByCustomerGrade {
    #[serde(rename = "A")]
    a: i64,
    #[serde(rename = "B")]
    b: i64,
    #[serde(rename = "C")]
    c: i64,
}

impl ByCustomerGrade {
    /// The days for a grade.
    pub fn of(self, grade: Grade) -> i64 {
        match grade {
            Grade::A => self.a,
            Grade::B => self.b,
            Grade::C => self.c,
        }
    }
}

/// A festival: its names, and its days.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Festival {
    en: String,
    zh: String,
    on: Vec<String>,
}

impl Festival {
    /// Its name for people.
    pub fn name(&self) -> Text {
        Text { en: self.en.clone().into(), zh: self.zh.clone().into() }
    }

    /// Its days from `from` until before `to`.
    pub fn days(&self, from: Date, to: Date) -> impl Iterator<Item = Date> + '_ {
        let of_year = move |typed: &str| {
            (from.year()..=to.year()).filter_map(move |year| day(typed, year)).collect::<Vec<_>>()
        };
        let all = self.on.iter().flat_map(move |typed| match Date::parse_iso(typed) {
            Ok(day) => vec![day],
            Err(_) => of_year(typed.as_str()),
        });
        all.filter(move |day| *day >= from && *day < to)
    }

    /// The first of its days that can be read neither as `2026-02-17` nor as `10-01`.
    pub fn bad_day(&self) -> Option<&str> {
        let is_bad =
            |typed: &&String| Date::parse_iso(typed).is_err() && day(typed, 2028).is_none();
        self.on.iter().find(is_bad).map(String::as_str)
    }
}

// `10-01` of a year.
fn day(typed: &str, year: i32) -> Option<Date> {
    let (month, day) = typed.split_once('-')?;
    Date::ymd(year, month.parse().ok()?, day.parse().ok()?)
}
