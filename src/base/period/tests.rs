use proptest::prelude::*;

use super::*;
use crate::base::date::tests::any_date;
use crate::base::text::Text;

/// Saturday, ISO week 47, fourth quarter.
const TODAY: &str = "2026-11-21";

fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn parse(text: &str) -> Result<Period, Text> {
    Period::parse(text, date(TODAY))
}

fn label(text: &str) -> String {
    parse(text).unwrap_or_else(|why| panic!("{}", why.en)).label()
}

/// Each typed text is a period of the given label.
fn all(table: &[(&str, &str)]) {
    for (typed, expected) in table {
        assert_eq!(label(typed), *expected, "{typed}");
    }
}

#[test]
fn units_by_their_keys() {
    for (typed, from, to) in [
        ("2026", "2026-01-01", "2027-01-01"),
        ("2026-q3", "2026-07-01", "2026-10-01"),
        ("2026-11", "2026-11-01", "2026-12-01"),
        ("2026-w47", "2026-11-16", "2026-11-23"),
        ("2026-w53", "2026-12-28", "2027-01-04"),
        ("2026-11-21", "2026-11-21", "2026-11-22"),
        ("2026-h1", "2026-01-01", "2026-07-01"),
    ] {
        assert_eq!(Some(parse(typed).unwrap()), Period::new(date(from), date(to)), "{typed}");
    }
}

#[test]
fn units_in_other_writings() {
    all(&[
        ("2026q3", "2026-q3"),
        ("2026Q3", "2026-q3"),
        ("2026 Q3", "2026-q3"),
        ("q3", "2026-q3"),
        ("2026/11", "2026-11"),
        ("2026-1", "2026-01"),
        ("2026W47", "2026-w47"),
        ("２０２６－１１", "2026-11"),
        ("2026年", "2026"),
        ("2026年11月", "2026-11"),
        ("2026 年 11 月", "2026-11"),
        ("2026年11月份", "2026-11"),
        ("2026年第三季度", "2026-q3"),
        ("2026年三季度", "2026-q3"),
        ("2026年3季度", "2026-q3"),
        ("2026年q3", "2026-q3"),
        ("2026年第47周", "2026-w47"),
        ("2026年上半年", "2026-01..2026-06"),
        ("11月", "2026-11"),
        ("十二月", "2026-12"),
        ("第三季度", "2026-q3"),
        ("下半年", "2026-07..2026-12"),
        ("去年11月", "2025-11"),
        ("去年四季度", "2025-q4"),
        ("明年1月", "2027-01"),
    ]);
}

#[test]
fn units_around_today() {
    all(&[
        ("this-week", "2026-w47"),
        ("this month", "2026-11"),
        ("this-quarter", "2026-q4"),
        ("this-year", "2026"),
        ("last-week", "2026-w46"),
        ("Last-Month", "2026-10"),
        ("last-quarter", "2026-q3"),
        ("last-year", "2025"),
        ("next-week", "2026-w48"),
        ("next-month", "2026-12"),
        ("next-quarter", "2027-q1"),
        ("next-year", "2027"),
        ("本周", "2026-w47"),
        ("这周", "2026-w47"),
        ("本月", "2026-11"),
        ("这个月", "2026-11"),
        ("本季度", "2026-q4"),
        ("本季", "2026-q4"),
        ("本年", "2026"),
        ("今年", "2026"),
        ("上周", "2026-w46"),
        ("上上周", "2026-w45"),
        ("上月", "2026-10"),
        ("上个月", "2026-10"),
        ("上季度", "2026-q3"),
        ("去年", "2025"),
        ("前年", "2024"),
        ("明年", "2027"),
        ("下周", "2026-w48"),
        ("下月", "2026-12"),
        ("下个月", "2026-12"),
        ("下季度", "2027-q1"),
    ]);
}

#[test]
fn days_are_periods_too() {
    all(&[
        ("today", "2026-11-21"),
        ("yesterday", "2026-11-20"),
        ("今天", "2026-11-21"),
        ("昨天", "2026-11-20"),
        ("11月21日", "2026-11-21"),
        ("20261121", "2026-11-21"),
        ("下周三", "2026-11-25"),
    ]);
}

#[test]
fn up_to_and_from_today() {
    all(&[
        ("ytd", "2026-01-01..2026-11-21"),
        ("qtd", "2026-10-01..2026-11-21"),
        ("mtd", "2026-11-01..2026-11-21"),
        ("wtd", "2026-11-16..2026-11-21"),
        ("年初至今", "2026-01-01..2026-11-21"),
        ("本月至今", "2026-11-01..2026-11-21"),
        ("last-30-days", "2026-10-23..2026-11-21"),
        ("last 30 days", "2026-10-23..2026-11-21"),
        ("last-1-day", "2026-11-21"),
        ("last-2-weeks", "2026-11-08..2026-11-21"),
        ("past-3-months", "2026-08-22..2026-11-21"),
        ("近30天", "2026-10-23..2026-11-21"),
        ("近３０天", "2026-10-23..2026-11-21"),
        ("最近三十天", "2026-10-23..2026-11-21"),
        ("近三个月", "2026-08-22..2026-11-21"),
        ("过去一年", "2025-11-22..2026-11-21"),
        ("next-7-days", "2026-11-21..2026-11-27"),
        ("未来两周", "2026-11-21..2026-12-04"),
    ]);
}

#[test]
fn ranges_include_both_ends() {
    all(&[
        ("2026-11-02..2026-11-20", "2026-11-02..2026-11-20"),
        ("2026-11-02 .. 2026-11-20", "2026-11-02..2026-11-20"),
        ("2026-01..2026-03", "2026-q1"),
        ("2026-01..2026-02", "2026-01..2026-02"),
        ("2026-q1..2026-q4", "2026"),
        ("2024..2025", "2024..2025"),
        ("2026-11-21..2026-11-21", "2026-11-21"),
        ("2026-11..2026-11-10", "2026-11-01..2026-11-10"),
        ("本月..下月", "2026-11..2026-12"),
        ("11月1日..今天", "2026-11-01..2026-11-21"),
        ("today..+30d", "2026-11-21..2026-12-21"),
        ("今天。。月底", "2026-11-21..2026-11-30"),
        ("2026..", "2026.."),
        ("2026-10..", "2026-10.."),
        ("今天..", "2026-11-21.."),
        ("..2026-06", "..2026-06"),
        ("..昨天", "..2026-11-20"),
        ("..", ".."),
    ]);
    assert_eq!(parse("..").unwrap(), Period::ALL);
    assert_eq!(parse("2026..").unwrap().to(), Date::END);
}

#[test]
fn a_reversed_range_is_refused_with_the_right_one() {
    let refused = parse("2026-03 .. 2026-01").unwrap_err();
    assert_eq!(refused.en, "`2026-03..2026-01` ends before it begins; write `2026-01..2026-03`");
    assert_eq!(refused.zh, "`2026-03..2026-01` 的结束早于开始，请写 `2026-01..2026-03`");
}

#[test]
fn what_is_no_period_is_refused() {
    for text in [
        "",
        " ",
        "-",
        ".",
        "...",
        "soon",
        "2026-",
        "20",
        "202611",
        "2026-q5",
        "2026-q0",
        "2026-13",
        "2026-0",
        "2026-w00",
        "2026-w54",
        "2027-w53",
        "1899",
        "3000",
        "last",
        "last-",
        "last-days",
        "last-0-days",
        "last-99999-years",
        "近",
        "近天",
        "上",
        "13月",
        "第五季度",
        "3周",
        "+3wd",
        "2026-01..2026-03..2026-04",
        "2026-h3",
        "至今",
        "2026-11-21..soon",
    ] {
        let refused = parse(text).unwrap_err();
        assert!(refused.en.contains("is not a period"), "{text}: {}", refused.en);
    }
    assert_eq!(parse("2026-02-30").unwrap_err().en, "there is no day `2026-02-30`");
}

#[test]
fn the_period_before() {
    for (typed, before) in [
        ("2026-11", "2026-10"),
        ("2026-01", "2025-12"),
        ("2026-03", "2026-02"),
        ("2026-q1", "2025-q4"),
        ("2026", "2025"),
        ("2026-w01", "2025-w52"),
        ("2026-11-21", "2026-11-20"),
        ("2026-h1", "2025-07..2025-12"),
        ("2026-11-11..2026-11-20", "2026-11-01..2026-11-10"),
        ("mtd", "2026-10-11..2026-10-31"),
    ] {
        assert_eq!(parse(typed).unwrap().previous().unwrap().label(), before, "{typed}");
    }
    for typed in ["..", "..2026", "2026..", "1900", "1900-01-01"] {
        assert_eq!(parse(typed).unwrap().previous(), None, "{typed}");
    }
}

#[test]
fn units_have_names_in_both_languages() {
    for (typed, unit) in [
        ("day", Unit::Day),
        ("D", Unit::Day),
        ("天", Unit::Day),
        ("日", Unit::Day),
        ("weeks", Unit::Week),
        ("周", Unit::Week),
        ("星期", Unit::Week),
        ("month", Unit::Month),
        ("月", Unit::Month),
        ("quarter", Unit::Quarter),
        ("季度", Unit::Quarter),
        ("季", Unit::Quarter),
        ("year", Unit::Year),
        ("年", Unit::Year),
    ] {
        assert_eq!(Unit::parse(typed), Ok(unit), "{typed}");
    }
    for unit in Unit::ALL {
        assert_eq!(Unit::parse(unit.label().en), Ok(unit));
        assert_eq!(Unit::parse(unit.label().zh), Ok(unit));
    }
    assert!(Unit::parse("fortnight").is_err());
}

#[test]
fn keys() {
    let keys = |day| Unit::ALL.map(|unit| unit.key(date(day)));
    assert_eq!(
        keys("2026-11-21"),
        ["2026-11-21", "2026-w47", "2026-11", "2026-q4", "2026"].map(String::from)
    );
    assert_eq!(
        keys("2027-01-01"),
        ["2027-01-01", "2026-w53", "2027-01", "2027-q1", "2027"].map(String::from)
    );
}

#[test]
fn buckets_tile_the_calendar() {
    for unit in Unit::ALL {
        let mut bucket = unit.bucket(Date::MIN);
        assert_eq!(bucket.from, Date::MIN, "{unit:?}");
        let mut key = unit.key(bucket.from);
        while let Some(next) = unit.next(bucket) {
            assert_eq!(next.from, bucket.to, "{unit:?}");
            assert!(next.from < next.to, "{unit:?}");
            let next_key = unit.key(next.from);
            assert!(key < next_key, "{key} {next_key}");
            (bucket, key) = (next, next_key);
        }
        assert_eq!(bucket.to, Date::END, "{unit:?}");
        assert_eq!(unit.bucket(Date::END), bucket);
    }
}

/// Pieces of every form, so that what is put together often comes close to one.
fn nearly() -> impl Strategy<Value = String> {
    let piece = "[0-9]{1,4}|[-/.年月日周季个近本下上这去今明一二三十两第。]|\\.\\.|季度|半年|至今|\
                 next-|last-|this-| |days|month|[ymqw]td|[qwh][0-9]{1,2}|[０-９]";
    prop::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_a_period_of_days_or_refused(
        text in prop_oneof![".*", nearly()],
        today in any_date(),
    ) {
        let _ = Unit::parse(&text);
        if let Ok(period) = Period::parse(&text, today) {
            prop_assert!(period.from < period.to && Date::MIN <= period.from && period.to <= Date::END);
            prop_assert_eq!(Period::parse(&period.label(), today), Ok(period));
        }
    }

    #[test]
    fn labels_are_read_back(from in any_date(), last in any_date(), today in any_date()) {
        let period = Period::new(from.min(last), from.max(last).add_days(1)).unwrap();
        prop_assert_eq!(Period::parse(&period.label(), today), Ok(period));
    }

    #[test]
    fn buckets_hold_their_dates_and_are_named_by_their_keys(date in any_date(), today in any_date()) {
        for unit in Unit::ALL {
            let bucket = unit.bucket(date);
            prop_assert!(bucket.contains(date));
            prop_assert_eq!(unit.bucket(bucket.last()), bucket);
            prop_assert_eq!(unit.key(bucket.from), unit.key(bucket.last()));
            prop_assert_eq!(Period::parse(&unit.key(date), today), Ok(bucket));
        }
    }

    #[test]
    fn the_period_before_ends_where_this_begins(from in any_date(), days in 1_i64..1000) {
        let period = Period::new(from, from.add_days(days)).unwrap();
        if let Some(previous) = period.previous() {
            prop_assert!(previous.from < previous.to);
            prop_assert_eq!(previous.to, period.from);
        }
    }
}
