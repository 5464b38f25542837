use proptest::prelude::*;

use super::*;

/// Saturday, ISO week 47.
const TODAY: &str = "2026-11-21";

fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

/// Working days without holidays: Monday to Friday.
fn weekdays(from: Date, count: i64) -> Date {
    let mut day = from;
    for _ in 0..count.abs() {
        day = day.add_days(count.signum());
        while day.weekday().num_days_from_monday() >= 5 {
            day = day.add_days(count.signum());
        }
    }
    day
}

fn parse(text: &str) -> Result<Date, Text> {
    parse_date(text, date(TODAY), &weekdays)
}

fn all(table: &[(&str, &str)]) {
    for (typed, expected) in table {
        assert_eq!(parse(typed), Ok(date(expected)), "{typed}");
    }
}

#[test]
fn numbers() {
    all(&[
        ("2026-11-21", "2026-11-21"),
        ("2026/11/21", "2026-11-21"),
        ("2026.11.21", "2026-11-21"),
        ("2026/1/5", "2026-01-05"),
        ("20261121", "2026-11-21"),
        ("11-21", "2026-11-21"),
        ("1-5", "2026-01-05"),
        ("2026 11 21", "2026-11-21"),
        ("  2026-11-21  ", "2026-11-21"),
        ("２０２６－１１－２１", "2026-11-21"),
        ("２０２６／１１／２１", "2026-11-21"),
    ]);
}

#[test]
fn chinese_numbers() {
    all(&[
        ("2026年11月21日", "2026-11-21"),
        ("2026 年 11 月 21 日", "2026-11-21"),
        ("２０２６年１１月２１日", "2026-11-21"),
        ("2025年1月5号", "2025-01-05"),
        ("11月21日", "2026-11-21"),
        ("11月21号", "2026-11-21"),
        ("11月21", "2026-11-21"),
        ("3月5日", "2026-03-05"),
        ("十一月二十一日", "2026-11-21"),
        ("三月十号", "2026-03-10"),
        ("去年3月5日", "2025-03-05"),
        ("明年1月31日", "2027-01-31"),
        ("下月5号", "2026-12-05"),
        ("下个月5日", "2026-12-05"),
        ("上月30日", "2026-10-30"),
        ("本月1日", "2026-11-01"),
        ("30号", "2026-11-30"),
    ]);
}

#[test]
fn days_around_today() {
    all(&[
        ("today", "2026-11-21"),
        ("Tomorrow", "2026-11-22"),
        ("YESTERDAY", "2026-11-20"),
        ("今天", "2026-11-21"),
        ("明天", "2026-11-22"),
        ("明日", "2026-11-22"),
        ("后天", "2026-11-23"),
        ("大后天", "2026-11-24"),
        ("昨天", "2026-11-20"),
        ("前天", "2026-11-19"),
        ("大前天", "2026-11-18"),
    ]);
}

#[test]
fn distances() {
    all(&[
        ("+3d", "2026-11-24"),
        ("＋3d", "2026-11-24"),
        ("-5d", "2026-11-16"),
        ("+2w", "2026-12-05"),
        ("+1m", "2026-12-21"),
        ("-1q", "2026-08-21"),
        ("+1y", "2027-11-21"),
        ("+3wd", "2026-11-25"),
        ("-1wd", "2026-11-20"),
        ("in 3 days", "2026-11-24"),
        ("in 3 working days", "2026-11-25"),
        ("2 weeks ago", "2026-11-07"),
        ("3天后", "2026-11-24"),
        ("３天后", "2026-11-24"),
        ("3 天 以后", "2026-11-24"),
        ("三天之后", "2026-11-24"),
        ("3天前", "2026-11-18"),
        ("十日前", "2026-11-11"),
        ("两周后", "2026-12-05"),
        ("2个星期后", "2026-12-05"),
        ("一个月后", "2026-12-21"),
        ("十二个月前", "2025-11-21"),
        ("一年后", "2027-11-21"),
        ("3个工作日后", "2026-11-25"),
        ("三个工作日后", "2026-11-25"),
        ("1个工作日前", "2026-11-20"),
    ]);
}

#[test]
fn weekdays_of_this_and_other_weeks() {
    all(&[
        ("sat", "2026-11-21"), // today included
        ("周六", "2026-11-21"),
        ("sun", "2026-11-22"),
        ("sunday", "2026-11-22"),
        ("周日", "2026-11-22"),
        ("星期天", "2026-11-22"),
        ("mon", "2026-11-23"),
        ("Friday", "2026-11-27"),
        ("周三", "2026-11-25"),
        ("星期三", "2026-11-25"),
        ("礼拜三", "2026-11-25"),
        ("this-wed", "2026-11-18"),
        ("本周五", "2026-11-20"),
        ("这周五", "2026-11-20"),
        ("这个星期五", "2026-11-20"),
        ("next-fri", "2026-11-27"),
        ("next fri", "2026-11-27"),
        ("下周三", "2026-11-25"),
        ("下星期三", "2026-11-25"),
        ("下个礼拜天", "2026-11-29"),
        ("下下周一", "2026-11-30"),
        ("last-mon", "2026-11-09"),
        ("上周一", "2026-11-09"),
    ]);
}

#[test]
fn edges_of_units() {
    all(&[
        ("month-end", "2026-11-30"),
        ("end of month", "2026-11-30"),
        ("month-start", "2026-11-01"),
        ("next-month-end", "2026-12-31"),
        ("quarter-end", "2026-12-31"),
        ("last-quarter-end", "2026-09-30"),
        ("year-end", "2026-12-31"),
        ("月底", "2026-11-30"),
        ("月末", "2026-11-30"),
        ("本月底", "2026-11-30"),
        ("月初", "2026-11-01"),
        ("下月底", "2026-12-31"),
        ("下个月底", "2026-12-31"),
        ("下个月月底", "2026-12-31"),
        ("下月初", "2026-12-01"),
        ("上月末", "2026-10-31"),
        ("季末", "2026-12-31"),
        ("季度末", "2026-12-31"),
        ("下季度初", "2027-01-01"),
        ("年底", "2026-12-31"),
        ("今年年底", "2026-12-31"),
        ("明年初", "2027-01-01"),
        ("明年年初", "2027-01-01"),
        ("2月底", "2026-02-28"),
        ("2028年2月底", "2028-02-29"),
        ("上半年末", "2026-06-30"),
    ]);
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "",
        " ",
        "-",
        "+",
        "..",
        "soon",
        "2026",
        "2026-11",
        "11",
        "1121",
        "2026-11-21-5",
        "3d",
        "+d",
        "+3",
        "+3x",
        "+100000d",
        "3天",
        "周",
        "一",
        "日",
        "下一",
        "下天",
        "周fri",
        "周末",
        "周八",
        "本周末",
        "下周",
        "3月后",
        "后",
        "底",
        "月",
        "11月",
        "2026年",
        "去年本月5日",
        "二十一",
        "十十日",
        "0号x",
        "今明天",
    ] {
        let refused = parse(text).unwrap_err();
        assert!(refused.en.contains("is not a date"), "{text}: {}", refused.en);
    }
}

#[test]
fn days_that_do_not_exist_are_named() {
    for (text, day) in [
        ("2026-02-30", "2026-02-30"),
        ("2-29", "2026-02-29"),
        ("2026年13月1日", "2026-13-01"),
        ("31号", "2026-11-31"),
        ("20260230", "2026-02-30"),
    ] {
        assert_eq!(parse(text).unwrap_err().en, format!("there is no day `{day}`"));
    }
}

#[test]
fn the_calendar_has_ends() {
    for text in ["1899-12-31", "3000/1/1", "-99999w", "+99999m", "+99999y", "1000年后"] {
        let refused = parse(text).unwrap_err();
        assert!(refused.en.starts_with("a date must lie between"), "{text}: {}", refused.en);
    }
    let beyond = parse_date("+1wd", Date::MAX, &|from, days| from.add_days(days));
    assert!(beyond.is_err());
}

#[test]
fn an_unclear_order_is_refused_with_the_readings() {
    for (text, en, zh) in [
        (
            "1/2/2026",
            "`1/2/2026` does not say which number is the month; write `2026-01-02` or `2026-02-01`",
            "`1/2/2026` 看不出哪个数是月份，请写 `2026-01-02` 或 `2026-02-01`",
        ),
        (
            "1/2",
            "`1/2` does not say which number is the month; write `2026-01-02` or `2026-02-01`",
            "`1/2` 看不出哪个数是月份，请写 `2026-01-02` 或 `2026-02-01`",
        ),
        (
            "21.11.2026",
            "`21.11.2026` must begin with the year; write `2026-11-21`",
            "`21.11.2026` 要把年份写在前面，请写 `2026-11-21`",
        ),
        (
            "26-11-21",
            "`26-11-21` must have the year first and in four digits, as in `2026-11-21`",
            "`26-11-21` 要先写四位数的年份，如 `2026-11-21`",
        ),
    ] {
        let refused = parse(text).unwrap_err();
        assert_eq!((refused.en.as_ref(), refused.zh.as_ref()), (en, zh));
    }
}

#[test]
fn working_days_are_asked_only_where_typed() {
    let never = |_: Date, _: i64| -> Date { panic!("no working days were typed") };
    assert_eq!(parse_date("+3d", date(TODAY), &never), Ok(date("2026-11-24")));
}

/// Pieces of every form, so that what is put together often comes close to one.
fn nearly() -> impl Strategy<Value = String> {
    let piece = "[0-9]{1,4}|[-/.+年月日号天周季个后前底末初本下上这去今明一二三十两]|工作日|星期|\
                 next|last|in| |end|fri|wd|[dwmqy]|q[0-9]|w[0-9]{2}|[０-９]";
    prop::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(
        text in prop_oneof![".*", nearly()],
        today in crate::base::date::tests::any_date(),
    ) {
        let read = parse_date(&text, today, &|from, days| from.add_days(days));
        prop_assert!(read.is_err() || read.is_ok_and(|date| (Date::MIN..=Date::MAX).contains(&date)));
    }

    #[test]
    fn written_dates_are_read_back(
        date in crate::base::date::tests::any_date(),
        today in crate::base::date::tests::any_date(),
    ) {
        let (year, month, day) = (date.year(), date.month(), date.day());
        for written in [
            date.to_string(),
            format!("{year}/{month}/{day}"),
            format!("{year}{month:02}{day:02}"),
            format!("{year}年{month}月{day}日"),
        ] {
            prop_assert_eq!(parse_date(&written, today, &weekdays), Ok(date));
        }
    }
}
