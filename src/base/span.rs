//! Months, quarters and years, by their keys: what targets and assessments are for.

use std::fmt;

use serde::de::{Deserialize, Deserializer};

use super::period::{Period, Unit};
use super::scalar;
use super::text::Text;
use crate::base::date::Date;
use crate::say;

/// A month, a quarter or a year: `2026-11`, `2026-q4`, `2026`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    period: Period,
    key: Box<str>,
}

impl Span {
    /// Reads a key.
    ///
    /// # Errors
    /// When it is not the key of a month, quarter or year.
    pub fn parse(text: &str) -> Result<Span, Text> {
        // A whole unit's key means the same on every day.
        let read = Period::parse(text, Date::MIN).ok().and_then(Span::of);
        read.filter(|span| *span.key == *text).ok_or_else(|| none(text))
    }

    /// Reads what a person types on the day `today`: `本月`, `last-month`, `q4`.
    ///
    /// # Errors
    /// When it is no period, or not a whole month, quarter or year.
    pub fn typed(text: &str, today: Date) -> Result<Span, Text> {
        Span::of(Period::parse(text, today)?).ok_or_else(|| none(text))
    }

    /// The period as a span, where it is a whole month, quarter or year.
    pub fn of(period: Period) -> Option<Span> {
        let unit = period.unit()?;
        let is_long = matches!(unit, Unit::Month | Unit::Quarter | Unit::Year);
        is_long.then(|| Span { period, key: unit.key(period.from()).into() })
    }

    /// The month that contains a day.
    pub fn month(day: Date) -> Span {
        let period = Unit::Month.bucket(day);
        Span { period, key: Unit::Month.key(period.from()).into() }
    }

    /// Its days.
    pub fn period(&self) -> Period {
        self.period
    }

    /// Its key.
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Span, D::Error> {
        scalar::deserialize(decoder, Span::parse)
    }
}

fn none(text: &str) -> Text {
    say!(
        en: "`{text}` is not a month, quarter or year; write `2026-11`, `2026-q4` or `2026`",
        zh: "`{text}` 不是月、季度或年；请写 `2026-11`、`2026-q4` 或 `2026`"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_hold_keys_and_nothing_else() {
        for key in ["2026-11", "2026-q4", "2026"] {
            assert_eq!(Span::parse(key).unwrap().to_string(), key);
        }
        for text in ["2026-w47", "2026-11-21", "本月", "q4", "2026-13", "2026-Q4", "2026-h1", ""]
        {
            assert!(Span::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn people_type_what_they_say() {
        let today = Date::parse_iso("2026-11-21").unwrap();
        let typed = |text: &str| Span::typed(text, today).map(|span| span.to_string());
        assert_eq!(typed("上月").unwrap(), "2026-10");
        assert_eq!(typed("q4").unwrap(), "2026-q4");
        assert_eq!(typed("今年").unwrap(), "2026");
        assert!(typed("本周").is_err() && typed("近30天").is_err());
        assert_eq!(Span::month(today).key(), "2026-11");
    }
}
