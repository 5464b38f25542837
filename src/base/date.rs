//! Days, instants and zones: strict reading, one written form, calendar arithmetic.
//!
//! Nothing here reads a clock, and nothing panics: the calendar of salesops runs from 1900 to 2999,
//! and arithmetic that would leave it stops at its edge or says `None`.

use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate, NaiveTime, TimeDelta};
use chrono::{Timelike, Weekday};
use serde::de::{Deserialize, Deserializer};

use super::scalar;
use super::text::Text;
use crate::say;

#[cfg(test)]
pub(crate) mod tests;

/// A day without time or zone. Files, JSON and `Display` have it as `2026-11-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The first day of the calendar, 1900-01-01.
    pub const MIN: Date = Date(NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day that exists"));
    /// The last day of the calendar, 2999-12-31.
    pub const MAX: Date = Date(NaiveDate::from_ymd_opt(2999, 12, 31).expect("a day that exists"));
    /// The day after [`Date::MAX`]: only ever the exclusive end of a period, and never parsed.
    pub const END: Date = Date(NaiveDate::from_ymd_opt(3000, 1, 1).expect("a day that exists"));

    /// The day, or `None` when it does not exist or its year is not within 1900 and 2999.
    pub fn ymd(year: i32, month: u32, day: u32) -> Option<Date> {
        NaiveDate::from_ymd_opt(year, month, day).map(Date).filter(|date| date.is_parseable())
    }

    /// The Monday of an ISO week, or `None` when the year has no such week in the calendar.
    pub fn from_iso_week(year: i32, week: u32) -> Option<Date> {
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
            .map(Date)
            .filter(|date| date.is_parseable())
    }

    /// Reads `2026-11-21` and nothing else: four, two and two digits, a day that exists.
    pub fn parse_iso(text: &str) -> Result<Date, Text> {
        let (year, month, day) = iso_parts(text).ok_or_else(|| {
            say!(
                en: "`{text}` is not a date; write year-month-day, as in `2026-11-21`",
                zh: "`{text}` 不是日期，请按 年-月-日 写，如 `2026-11-21`",
            )
        })?;
        Date::existing(year, month, day)
    }

    /// [`Date::ymd`] with the reason why not.
    pub(super) fn existing(year: i32, month: u32, day: u32) -> Result<Date, Text> {
        Date::ymd(year, month, day).ok_or_else(|| {
            if (Date::MIN.year()..=Date::MAX.year()).contains(&year) {
                say!(
                    en: "there is no day `{year}-{month:02}-{day:02}`",
                    zh: "没有 `{year}-{month:02}-{day:02}` 这一天",
                )
            } else {
                Date::out_of_calendar()
            }
        })
    }

    /// What to say of a day before [`Date::MIN`] or after [`Date::MAX`].
    pub(super) fn out_of_calendar() -> Text {
        say!(
            en: "a date must lie between `1900-01-01` and `2999-12-31`",
            zh: "日期须在 `1900-01-01` 与 `2999-12-31` 之间",
        )
    }

    /// The year, 1900 to 2999 (3000 for [`Date::END`]).
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The ISO week as its own year and number: 2027-01-01 lies in `(2026, 53)`.
    pub fn iso_week(self) -> (i32, u32) {
        let week = self.0.iso_week();
        (week.year(), week.week())
    }

    /// The first day of this month.
    pub fn first_of_month(self) -> Date {
        self.add_days(1 - i64::from(self.day()))
    }

    /// How many days after `other` this is; negative when it is before.
    pub fn days_since(self, other: Date) -> i64 {
        self.0.signed_duration_since(other.0).num_days()
    }

    /// The day `days` later, or earlier when negative; stops at [`Date::MIN`] and [`Date::END`].
    pub fn add_days(self, days: i64) -> Date {
        self.checked_add_days(days).unwrap_or(edge(days))
    }

    /// [`Date::add_days`], but `None` beyond [`Date::MIN`] and [`Date::END`].
    pub fn checked_add_days(self, days: i64) -> Option<Date> {
        let moved = self.0.checked_add_signed(TimeDelta::try_days(days)?)?;
        Some(Date(moved)).filter(|date| date.is_representable())
    }

    /// The same day `months` later, or earlier when negative, and the last day of a month that is
    /// too short for it; stops at [`Date::MIN`] and [`Date::END`].
    pub fn add_months(self, months: i64) -> Date {
        self.checked_add_months(months).unwrap_or(edge(months))
    }

    /// [`Date::add_months`], but `None` beyond [`Date::MIN`] and [`Date::END`].
    pub fn checked_add_months(self, months: i64) -> Option<Date> {
        let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
        let moved = match months < 0 {
            true => self.0.checked_sub_months(count)?,
            false => self.0.checked_add_months(count)?,
        };
        Some(Date(moved)).filter(|date| date.is_representable())
    }

    fn is_parseable(self) -> bool {
        (Date::MIN..=Date::MAX).contains(&self)
    }

    fn is_representable(self) -> bool {
        (Date::MIN..=Date::END).contains(&self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Date, D::Error> {
        scalar::deserialize(decoder, Date::parse_iso)
    }
}

/// A moment, to the second, with the offset it was written in.
///
/// Equality and order are those of the moment: 09:00+08:00 equals 01:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(DateTime<FixedOffset>);

impl Instant {
    /// The moment without its fraction of a second, or `None` when its day, in its own offset, is
    /// not within 1900 and 2999.
    pub fn new(time: DateTime<FixedOffset>) -> Option<Instant> {
        let whole = time.with_nanosecond(0)?;
        Date(whole.date_naive()).is_parseable().then_some(Instant(whole))
    }

    /// Reads `2026-10-08T09:12:00+08:00`; the seconds may be left out, the offset may be `Z`.
    pub fn parse(text: &str) -> Result<Instant, Text> {
        let malformed = || {
            say!(
                en: "`{text}` is not a time; write it as in `2026-10-08T09:12:00+08:00`",
                zh: "`{text}` 不是时间，请写成 `2026-10-08T09:12:00+08:00` 的样子",
            )
        };
        let (day, rest) = text.split_once('T').ok_or_else(malformed)?;
        let zone = rest.find(['Z', '+', '-']).ok_or_else(malformed)?;
        let (clock, zone) = rest.split_at(zone);
        let date = Date::parse_iso(day)?;
        let time = clock_time(clock).ok_or_else(malformed)?;
        let Offset(offset) = if zone == "Z" { Offset::UTC } else { Offset::parse(zone)? };
        let moment = date.0.and_time(time).and_local_timezone(offset).single();
        moment.and_then(Instant::new).ok_or_else(malformed)
    }

    /// The moment at a clock time such as `09:30` or `9:30:15` of a day, in a zone.
    pub fn at(day: Date, clock: &str, zone: Offset) -> Option<Instant> {
        let hours = clock.split(':').next()?;
        let padded = if hours.len() == 1 { format!("0{clock}") } else { clock.to_owned() };
        let moment = day.0.and_time(clock_time(&padded)?).and_local_timezone(zone.0);
        moment.single().and_then(Instant::new)
    }

    /// The day on the calendar where this was written, that is in its own offset.
    pub fn date(self) -> Date {
        Date(self.0.date_naive())
    }

    /// The moment for arithmetic with clock times.
    pub fn datetime(self) -> DateTime<FixedOffset> {
        self.0
    }

    /// The day and the minute, for people: `2026-10-08 09:12`.
    pub fn to_minute(self) -> String {
        self.0.format("%Y-%m-%d %H:%M").to_string()
    }

    /// The same time of another day, in its own offset.
    pub fn on(self, date: Date) -> Option<Instant> {
        let moment = date.0.and_time(self.0.time()).and_local_timezone(*self.0.offset());
        moment.single().and_then(Instant::new)
    }

    /// The first moment of a day, in its own offset.
    pub fn at_start_of(self, date: Date) -> Option<Instant> {
        let moment = date.0.and_time(NaiveTime::MIN).and_local_timezone(*self.0.offset());
        moment.single().and_then(Instant::new)
    }

    /// The moment so much later, within the calendar.
    pub fn later(self, by: TimeDelta) -> Option<Instant> {
        self.0.checked_add_signed(by).and_then(Instant::new)
    }

    /// The same moment, in another offset.
    pub fn in_zone(self, zone: Offset) -> Option<Instant> {
        Instant::new(self.0.with_timezone(&zone.0))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S%:z"))
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Instant, D::Error> {
        scalar::deserialize(decoder, Instant::parse)
    }
}

/// A zone with a fixed distance from UTC, written `+08:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Offset(FixedOffset);

impl Offset {
    /// Universal time, `+00:00`.
    pub const UTC: Offset = Offset(FixedOffset::east_opt(0).expect("no distance is in range"));

    /// Reads `+08:00` or `-03:30`; at most fourteen hours, as no place on Earth is further.
    pub fn parse(text: &str) -> Result<Offset, Text> {
        offset_seconds(text).and_then(FixedOffset::east_opt).map(Offset).ok_or_else(|| {
            say!(
                en: "`{text}` is not a zone; write the distance from UTC, as in `+08:00`",
                zh: "`{text}` 不是时区，请写与 UTC 的差，如 `+08:00`",
            )
        })
    }

    /// The zone for arithmetic with clock times.
    pub fn fixed(self) -> FixedOffset {
        self.0
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<'de> Deserialize<'de> for Offset {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Offset, D::Error> {
        scalar::deserialize(decoder, Offset::parse)
    }
}

fn edge(direction: i64) -> Date {
    if direction < 0 { Date::MIN } else { Date::END }
}

fn iso_parts(text: &str) -> Option<(i32, u32, u32)> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    parts.next().is_none().then_some((year as i32, month, day))
}

fn clock_time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.split(':');
    let hour = digits(parts.next()?, 2)?;
    let minute = digits(parts.next()?, 2)?;
    let second = parts.next().map_or(Some(0), |second| digits(second, 2))?;
    parts.next().is_none().then(|| NaiveTime::from_hms_opt(hour, minute, second))?
}

fn offset_seconds(text: &str) -> Option<i32> {
    let (sign, distance) = match text.split_at_checked(1)? {
        ("+", distance) => (1, distance),
        ("-", distance) => (-1, distance),
        _ => return None,
    };
    let (hours, minutes) = distance.split_once(':')?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= 14 * 60).then_some(sign * total as i32 * 60)
}

/// Exactly `len` digits; `len` is at most four, so that the number fits any integer type.
fn digits(text: &str, len: usize) -> Option<u32> {
    let is_number = text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}
