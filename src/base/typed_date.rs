//! Dates as people type them, in both languages.
//!
//! | typed | means |
//! |---|---|
//! | `2026-11-21` `2026/11/21` `2026.11.21` `20261121` `2026年11月21日` | that day |
//! | `11-21` `11月21日` `11月21号` | that day of the current year, past or not |
//! | `21号` `下月5号` `去年3月5日` | the missing month and year are the current ones |
//! | `today` `tomorrow` `yesterday` `今天` `明天` `后天` `大后天` `昨天` `前天` | days around today |
//! | `+3d` `-5d` `+2w` `+1m` `+1q` `+1y` `in 3 days` `3 days ago` `3天后` `两周前` `一个月后` | a distance |
//! | `+3wd` `3个工作日后` | a distance in working days |
//! | `wed` `wednesday` `周三` `星期三` `礼拜三` | the coming one, today included |
//! | `this-wed` `next-wed` `last-wed` `本周三` `下周三` `上周三` | that day of this, the next, the last ISO week |
//! | `month-end` `next-month-end` `quarter-end` `year-end` `月底` `下月初` `季末` `11月底` `明年初` | the edge of a unit |
//!
//! A weekday includes today because a date that is too early is seen at once, and one that is a
//! week late is a customer forgotten. Months keep the day where they have it: 01-31 `+1m` is 02-28.
//! What does not say which number is the month (`1/2/2026`, `1/2`) is refused.

use chrono::Weekday;

use super::date::Date;
use super::date_words as words;
use super::period::Unit;
use super::text::Text;
use crate::say;

#[cfg(test)]
mod tests;

/// Reads a date as typed on the day `today`; the forms stand in the [module page](self).
///
/// `add_working_days` gives the day that is so many working days after a date, or before it when
/// negative; it is asked only for forms that count working days.
pub fn parse_date(
    text: &str,
    today: Date,
    add_working_days: &dyn Fn(Date, i64) -> Date,
) -> Result<Date, Text> {
    let typed = words::tidy(text);
    match distance(&typed) {
        Some((days, Step::WorkingDay)) => in_calendar(Some(add_working_days(today, days))),
        _ => calendar_date(&typed, today).unwrap_or_else(|| Err(not_a_date(text))),
    }
}

/// What reading in one form comes to: `None` is "not written in this form".
type Reading = Option<Result<Date, Text>>;

/// Every form but those that count working days, of text that went through [`words::tidy`].
pub(super) fn calendar_date(typed: &str, today: Date) -> Reading {
    numeric(typed, today)
        .or_else(|| year_month_day(typed, today))
        .or_else(|| words::day_word(typed).map(|days| in_calendar(today.checked_add_days(days))))
        .or_else(|| far(typed, today))
        .or_else(|| weekday(typed, today))
        .or_else(|| edge_of_unit(typed, today))
}

/// Numbers with one kind of separator between them, or eight digits.
fn numeric(typed: &str, today: Date) -> Reading {
    let separator = typed.chars().find(|c| !c.is_ascii_digit()).unwrap_or('-');
    if !matches!(separator, '-' | '/' | '.') {
        return None;
    }
    let sized = |part: &str| Some((words::number(part)?, part.len()));
    // No form has four numbers; to take one too many is to notice, and to stop early.
    let numbers = typed.split(separator).take(4).map(sized).collect::<Option<Vec<_>>>()?;
    match numbers[..] {
        [(all, 8)] => Some(Date::existing((all / 10_000) as i32, all / 100 % 100, all % 100)),
        [(year, 4), (month, 1 | 2), (day, 1 | 2)] => Some(Date::existing(year as i32, month, day)),
        [(month, 1 | 2), (day, 1 | 2)] if separator == '-' => {
            Some(Date::existing(today.year(), month, day))
        }
        [(a, 1 | 2), (b, 1 | 2)] => Some(Err(month_unclear(typed, a, b, today.year()))),
        [(a, 1 | 2), (b, 1 | 2), (year, 4)] => Some(Err(month_unclear(typed, a, b, year as i32))),
        [(_, 1 | 2), (_, 1 | 2), (_, 1 | 2)] => Some(Err(year_too_short(typed))),
        _ => None,
    }
}

/// `2026年11月21日`, with the year, or year and month, left out or named: `去年`, `下月`.
fn year_month_day(typed: &str, today: Date) -> Reading {
    let year = typed.contains('年').then(|| words::split_year(typed, today)).flatten();
    let (year, rest) = year.map_or((None, typed), |(year, rest)| (Some(year), rest));
    let (first, rest) = match month(rest, year, today) {
        Some((first, rest)) => (Some(first), rest),
        None if year.is_some() => return None,
        None => (None, rest),
    };
    let (day, unit) = words::count(rest)?;
    let is_day = matches!(unit, "日" | "号") || (unit.is_empty() && first.is_some());
    if !is_day {
        return None;
    }
    let (year, month) = first.unwrap_or((today.year(), today.month()));
    Some(Date::existing(year, month, u32::try_from(day).ok()?))
}

/// The year and month that `text` begins with, and what follows. 本月 and 下月 bring their own year.
fn month(text: &str, year: Option<i32>, today: Date) -> Option<((i32, u32), &str)> {
    if let (None, Some((shift, rest))) = (year, words::shifted(text)) {
        let first = today.first_of_month().checked_add_months(shift)?;
        return Some(((first.year(), first.month()), rest.strip_prefix('月')?));
    }
    let (month, rest) = words::count(text)?;
    let year = year.unwrap_or(today.year());
    Some(((year, u32::try_from(month).ok()?), rest.strip_prefix('月')?))
}

/// What a distance from today is counted in.
enum Step {
    WorkingDay,
    Calendar(Unit),
}

fn far(typed: &str, today: Date) -> Reading {
    let (count, Step::Calendar(unit)) = distance(typed)? else { return None };
    Some(in_calendar(unit.checked_add(today, count)))
}

/// A distance from today; negative is the past.
fn distance(typed: &str) -> Option<(i64, Step)> {
    let (sign, amount) = direction(typed)?;
    let (count, word) = words::amount(amount)?;
    // 三月后 is "after March" as much as "in three months", which is 三个月后.
    if word == "月" && !amount.contains('个') {
        return None;
    }
    let step = match word {
        "wd" | "workday" | "workdays" | "working-day" | "working-days" | "工作日" => {
            Step::WorkingDay
        }
        _ => Step::Calendar(words::unit(word)?),
    };
    Some((sign * count, step))
}

fn direction(typed: &str) -> Option<(i64, &str)> {
    const BEFORE: [(&str, i64); 3] = [("+", 1), ("in-", 1), ("-", -1)];
    // Longer words stand before those they end with.
    const AFTER: [(&str, i64); 7] =
        [("-ago", -1), ("之后", 1), ("以后", 1), ("后", 1), ("之前", -1), ("以前", -1), ("前", -1)];
    let after = || AFTER.iter().find_map(|(word, sign)| Some((*sign, typed.strip_suffix(word)?)));
    words::strip_any(typed, &BEFORE).or_else(after)
}

fn weekday(typed: &str, today: Date) -> Reading {
    let of_week = |day: Weekday| i64::from(day.num_days_from_monday());
    let now = of_week(today.weekday());
    let days = match words::weekday(typed) {
        Some(day) => (of_week(day) - now).rem_euclid(7),
        None => {
            let (weeks, name) = words::shifted(typed)?;
            weeks * 7 + of_week(words::weekday(name)?) - now
        }
    };
    Some(in_calendar(today.checked_add_days(days)))
}

/// Which end of a unit.
#[derive(Clone, Copy)]
enum Edge {
    First,
    Last,
}

fn edge_of_unit(typed: &str, today: Date) -> Reading {
    let (edge, name) = edge(typed)?;
    let named = |name: &str| match words::unit(name) {
        Some(unit) => Some(unit.bucket(today)),
        None => words::calendar_unit(name, today),
    };
    // People say the unit twice: 今年年底, 下个月月底.
    let unit = named(name).or_else(|| named(name.strip_suffix(['年', '月'])?))?;
    if unit.days() <= 7 {
        return None; // 周末 is the weekend, not the last day of the week.
    }
    Some(Ok(match edge {
        Edge::First => unit.from(),
        Edge::Last => unit.last(),
    }))
}

fn edge(typed: &str) -> Option<(Edge, &str)> {
    const BEFORE: [(&str, Edge); 2] = [("end-of-", Edge::Last), ("start-of-", Edge::First)];
    const AFTER: [(&str, Edge); 5] = [
        ("-end", Edge::Last),
        ("-start", Edge::First),
        ("底", Edge::Last),
        ("末", Edge::Last),
        ("初", Edge::First),
    ];
    let after = || AFTER.iter().find_map(|(word, edge)| Some((*edge, typed.strip_suffix(word)?)));
    words::strip_any(typed, &BEFORE).or_else(after)
}

fn in_calendar(date: Option<Date>) -> Result<Date, Text> {
    date.filter(|date| *date <= Date::MAX).ok_or_else(Date::out_of_calendar)
}

fn not_a_date(text: &str) -> Text {
    say!(
        en: "`{text}` is not a date; write `2026-11-21`, `11-21`, `tomorrow`, `+3wd` or `next-fri`",
        zh: "`{text}` 不是日期，可以写 `2026-11-21`、`11月21日`、`明天`、`3天后`、`下周五`",
    )
}

fn month_unclear(typed: &str, a: u32, b: u32, year: i32) -> Text {
    match (Date::ymd(year, a, b), Date::ymd(year, b, a)) {
        (Some(one), Some(other)) if one != other => say!(
            en: "`{typed}` does not say which number is the month; write `{one}` or `{other}`",
            zh: "`{typed}` 看不出哪个数是月份，请写 `{one}` 或 `{other}`",
        ),
        (Some(only), _) | (_, Some(only)) => say!(
            en: "`{typed}` must begin with the year; write `{only}`",
            zh: "`{typed}` 要把年份写在前面，请写 `{only}`",
        ),
        (None, None) => not_a_date(typed),
    }
}

fn year_too_short(typed: &str) -> Text {
    say!(
        en: "`{typed}` must have the year first and in four digits, as in `2026-11-21`",
        zh: "`{typed}` 要先写四位数的年份，如 `2026-11-21`",
    )
}
