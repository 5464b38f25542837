use proptest::prelude::*;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer, U32Deserializer};

use super::*;

fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, String> {
    let scalar: StrDeserializer<'_, ValueError> = text.into_deserializer();
    T::deserialize(scalar).map_err(|error| error.to_string())
}

/// Any day of the calendar.
pub(crate) fn any_date() -> impl Strategy<Value = Date> {
    (0..=Date::MAX.days_since(Date::MIN)).prop_map(|days| Date::MIN.add_days(days))
}

#[test]
fn iso_days_only() {
    for good in ["2026-11-21", "1900-01-01", "2999-12-31", "2028-02-29", "2000-02-29"] {
        assert_eq!(date(good).to_string(), good);
    }
    for bad in [
        "",
        "2026",
        "2026-11",
        "2026-11-21 ",
        " 2026-11-21",
        "2026-1-21",
        "2026-11-2",
        "02026-11-21",
        "+2026-11-21",
        "2026-11-21-01",
        "2026-11-+1",
        "2026/11/21",
        "20261121",
        "2026-11-21T00:00:00Z",
        "２０２６-11-21",
        "2026-00-10",
        "2026-13-10",
        "2026-02-29",
        "1900-02-29",
        "1899-12-31",
        "3000-01-01",
    ] {
        assert!(Date::parse_iso(bad).is_err(), "{bad}");
    }
}

#[test]
fn refusals_say_why() {
    let why = |text| Date::parse_iso(text).unwrap_err();
    assert_eq!(why("2026-02-30").en, "there is no day `2026-02-30`");
    assert_eq!(why("2026-02-30").zh, "没有 `2026-02-30` 这一天");
    assert_eq!(why("1899-12-31").en, "a date must lie between `1900-01-01` and `2999-12-31`");
    assert_eq!(
        why("21.11.2026").en,
        "`21.11.2026` is not a date; write year-month-day, as in `2026-11-21`"
    );
}

#[test]
fn edges_of_the_calendar_hold() {
    assert_eq!(Date::MAX.add_days(1), Date::END);
    assert_eq!(Date::MAX.add_days(i64::MAX), Date::END);
    assert_eq!(Date::MIN.add_days(i64::MIN), Date::MIN);
    assert_eq!(Date::MAX.add_months(i64::MAX), Date::END);
    assert_eq!(Date::MAX.add_months(i64::MIN), Date::MIN);
    assert_eq!(Date::MAX.checked_add_days(2), None);
    assert_eq!(Date::MIN.checked_add_days(-1), None);
    assert_eq!(Date::MIN.checked_add_months(-1), None);
    assert_eq!(Date::ymd(3000, 1, 1), None);
}

#[test]
fn months_keep_the_day_where_they_have_it() {
    for (from, months, to) in [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-11-21", 2, "2027-01-21"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
    ] {
        assert_eq!(date(from).add_months(months), date(to), "{from} {months:+}");
    }
}

#[test]
fn parts_of_a_day() {
    let day = date("2027-01-01");
    assert_eq!((day.year(), day.month(), day.day()), (2027, 1, 1));
    assert_eq!(day.weekday(), Weekday::Fri);
    assert_eq!(day.iso_week(), (2026, 53));
    assert_eq!(Date::from_iso_week(2026, 53), Some(date("2026-12-28")));
    assert_eq!(Date::from_iso_week(2027, 53), None);
    assert_eq!(date("2028-02-10").first_of_month(), date("2028-02-01"));
    assert_eq!(date("2026-11-21").days_since(date("2026-12-01")), -10);
}

#[test]
fn instants_read_and_write() {
    for (typed, written) in [
        ("2026-10-08T09:12:00+08:00", "2026-10-08T09:12:00+08:00"),
        ("2026-10-08T09:12+08:00", "2026-10-08T09:12:00+08:00"),
        ("2026-10-08T09:12:59Z", "2026-10-08T09:12:59+00:00"),
        ("2026-10-08T00:00-03:30", "2026-10-08T00:00:00-03:30"),
        ("1900-01-01T00:00+14:00", "1900-01-01T00:00:00+14:00"),
        ("2999-12-31T23:59:59-14:00", "2999-12-31T23:59:59-14:00"),
    ] {
        assert_eq!(Instant::parse(typed).unwrap().to_string(), written);
    }
    for bad in [
        "",
        "2026-10-08",
        "2026-10-08T",
        "2026-10-08T09:12",
        "2026-10-08 09:12:00+08:00",
        "2026-10-08T9:12:00+08:00",
        "2026-10-08T24:00:00+08:00",
        "2026-10-08T09:60:00+08:00",
        "2026-10-08T09:12:60+08:00",
        "2026-10-08T09:12:00.5+08:00",
        "2026-10-08T09:12:00:00Z",
        "2026-10-08T09:12:00+0800",
        "2026-10-08T09:12:00+15:00",
        "2026-10-08T09:12:00ZZ",
        "2026-02-30T09:12:00Z",
    ] {
        assert!(Instant::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn instants_compare_by_moment_and_keep_their_own_day() {
    let shanghai = Instant::parse("2026-10-08T07:30:00+08:00").unwrap();
    let utc = Instant::parse("2026-10-07T23:30:00Z").unwrap();
    assert_eq!(shanghai, utc);
    assert_eq!(shanghai.date(), date("2026-10-08"));
    assert_eq!(utc.date(), date("2026-10-07"));
    assert!(Instant::parse("2026-10-08T07:30:01+08:00").unwrap() > utc);
}

#[test]
fn instants_drop_fractions_of_a_second() {
    let moment = DateTime::parse_from_rfc3339("2026-10-08T09:12:00.987+08:00").unwrap();
    let instant = Instant::new(moment).unwrap();
    assert_eq!(instant, Instant::parse("2026-10-08T09:12:00+08:00").unwrap());
    assert_eq!(instant.datetime().nanosecond(), 0);
}

#[test]
fn offsets_read_and_write() {
    for good in ["+08:00", "-03:30", "+00:00", "+14:00", "-14:00"] {
        assert_eq!(Offset::parse(good).unwrap().to_string(), good);
    }
    assert_eq!(Offset::parse("+08:00").unwrap().fixed().local_minus_utc(), 8 * 3600);
    for bad in ["", "08:00", "+8:00", "+0800", "+08", "+08:60", "+14:01", "+80:00", "Z", "+08:00 "]
    {
        assert!(Offset::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn serde_reads_the_same_forms() {
    assert_eq!(read::<Date>("2026-11-21"), Ok(date("2026-11-21")));
    assert_eq!(read::<Date>("2026-02-30"), Err(Date::parse_iso("2026-02-30").unwrap_err().pack()));
    assert!(read::<Instant>("2026-10-08T09:12:00+08:00").is_ok());
    assert!(read::<Instant>("2026-10-08").unwrap_err().contains("is not a time"));
    assert!(read::<Offset>("+08:00").is_ok());
    assert!(read::<Offset>("Beijing").unwrap_err().contains("is not a zone"));
    let number: U32Deserializer<ValueError> = 20_261_121_u32.into_deserializer();
    assert!(Date::deserialize(number).is_err());
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in ".*|[0-9TZ:+-]{0,30}") {
        let _ = (Date::parse_iso(&text), Instant::parse(&text), Offset::parse(&text));
    }

    #[test]
    fn days_round_trip(date in any_date()) {
        prop_assert_eq!(Date::parse_iso(&date.to_string()), Ok(date));
    }

    #[test]
    fn instants_round_trip(date in any_date(), second in 0_u32..86_400, minutes in -840_i32..=840) {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap();
        let offset = FixedOffset::east_opt(minutes * 60).unwrap();
        let moment = date.0.and_time(time).and_local_timezone(offset).unwrap();
        let instant = Instant::new(moment).unwrap();
        prop_assert_eq!(instant.date(), date);
        let read = Instant::parse(&instant.to_string()).unwrap();
        prop_assert_eq!(read.to_string(), instant.to_string());
    }

    #[test]
    fn arithmetic_is_total(date in any_date(), count in any::<i64>()) {
        for moved in [date.add_days(count), date.add_months(count)] {
            prop_assert!((Date::MIN..=Date::END).contains(&moved));
        }
        if let Some(moved) = date.checked_add_days(count) {
            prop_assert_eq!(moved.days_since(date), count);
        }
    }
}
