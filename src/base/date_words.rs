//! The words for days, units and distances in both languages: what typed dates and periods share.
//!
//! Every function takes text that went through [`tidy`].

use chrono::Weekday;

use super::date::Date;
use super::period::{Period, Unit};
use super::width::normalize_width;

/// The text with full-width forms narrowed, ASCII in lower case, and spaces gone where Chinese
/// stands, else joined by `-`: `next  Fri` is `next-fri`, `２０２６ 年` is `2026年`.
pub(super) fn tidy(text: &str) -> String {
    let narrow = normalize_width(text).to_ascii_lowercase();
    let joint = if narrow.is_ascii() { "-" } else { "" };
    narrow.split_whitespace().collect::<Vec<_>>().join(joint)
}

/// What `text` begins with in a table of prefixes, and what follows it.
pub(super) fn strip_any<'a, T: Copy>(text: &'a str, table: &[(&str, T)]) -> Option<(T, &'a str)> {
    table.iter().find_map(|(prefix, value)| Some((*value, text.strip_prefix(prefix)?)))
}

/// A number of one to eight ASCII digits.
pub(super) fn number(text: &str) -> Option<u32> {
    let is_number = (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// A count and the word it counts, as in `3d`, `30-days`, `两周`, `3个工作日`. Counts have at most
/// five digits, or are Chinese numerals up to 九十九.
pub(super) fn amount(text: &str) -> Option<(i64, &str)> {
    let (count, rest) = count(text)?;
    Some((count, rest.strip_prefix(['-', '个']).unwrap_or(rest)))
}

/// The number that `text` begins with, and what follows it.
pub(super) fn count(text: &str) -> Option<(i64, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let (digits, rest) = text.split_at(digits);
        return (digits.len() <= 5).then_some((i64::from(number(digits)?), rest));
    }
    let end = text.find(|c| c != '十' && numeral_digit(c).is_none()).unwrap_or(text.len());
    let (numeral, rest) = text.split_at(end);
    Some((numeral_value(numeral)?, rest))
}

/// The unit that a word names: `week`, `weeks`, `w`, `周`, `星期`.
pub(super) fn unit(word: &str) -> Option<Unit> {
    match word {
        "d" | "day" | "days" | "日" | "天" => Some(Unit::Day),
        "w" | "week" | "weeks" | "周" | "星期" | "礼拜" => Some(Unit::Week),
        "m" | "month" | "months" | "月" => Some(Unit::Month),
        "q" | "quarter" | "quarters" | "季" | "季度" => Some(Unit::Quarter),
        "y" | "year" | "years" | "年" => Some(Unit::Year),
        _ => None,
    }
}

/// How many days from today a word says: `tomorrow` and `明天` are 1.
pub(super) fn day_word(word: &str) -> Option<i64> {
    match word {
        "大前天" => Some(-3),
        "前天" => Some(-2),
        "yesterday" | "昨天" | "昨日" => Some(-1),
        "today" | "今天" | "今日" | "本日" | "当天" | "当日" => Some(0),
        "tomorrow" | "明天" | "明日" => Some(1),
        "后天" => Some(2),
        "大后天" => Some(3),
        _ => None,
    }
}

/// A weekday by its name: `fri`, `friday`, `周五`, `星期五`, `礼拜五`.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    if let Some(((), numeral)) = strip_any(word, &[("周", ()), ("星期", ()), ("礼拜", ())]) {
        return chinese_weekday(numeral);
    }
    match word {
        "mon" | "monday" => Some(Weekday::Mon),
        "tue" | "tues" | "tuesday" => Some(Weekday::Tue),
        "wed" | "wednesday" => Some(Weekday::Wed),
        "thu" | "thur" | "thurs" | "thursday" => Some(Weekday::Thu),
        "fri" | "friday" => Some(Weekday::Fri),
        "sat" | "saturday" => Some(Weekday::Sat),
        "sun" | "sunday" => Some(Weekday::Sun),
        _ => None,
    }
}

/// How many units from the present one a prefix says, and the unit or weekday after it: `last-`
/// and `上` are -1.
pub(super) fn shifted(text: &str) -> Option<(i64, &str)> {
    // Longer prefixes stand before those they begin with.
    const PREFIXES: [(&str, i64); 16] = [
        ("this-", 0),
        ("next-", 1),
        ("last-", -1),
        ("previous-", -1),
        ("这个", 0),
        ("这", 0),
        ("本", 0),
        ("当", 0),
        ("下下个", 2),
        ("下下", 2),
        ("下个", 1),
        ("下", 1),
        ("上上个", -2),
        ("上上", -2),
        ("上个", -1),
        ("上", -1),
    ];
    strip_any(text, &PREFIXES)
}

/// The year that `text` begins with, and what follows it: `2026-q3`, `2026q3`, `2026年3月`,
/// `去年3月`. Digits must be set off from the year: `202611` has none.
pub(super) fn split_year(text: &str, today: Date) -> Option<(i32, &str)> {
    const WORDS: [(&str, i32); 7] = [
        ("前年", -2),
        ("去年", -1),
        ("今年", 0),
        ("本年", 0),
        ("当年", 0),
        ("明年", 1),
        ("后年", 2),
    ];
    if let Some((years, rest)) = strip_any(text, &WORDS) {
        return Some((today.year() + years, rest));
    }
    let (year, rest) = text.split_at_checked(4)?;
    let year = number(year)? as i32;
    match rest.chars().next() {
        Some('年') => Some((year, &rest['年'.len_utf8()..])),
        Some('-' | '/' | '.') => Some((year, &rest[1..])).filter(|(_, part)| !part.is_empty()),
        Some('0'..='9') => None,
        _ => Some((year, rest)),
    }
}

/// A calendar unit by its key or name: `2026`, `2026-q3`, `2026-w47`, `2026-11`, `2026年三季度`,
/// `11月` and `上半年` of this year, `last-month`, `下个月`. Days are not among them.
pub(super) fn calendar_unit(text: &str, today: Date) -> Option<Period> {
    if let Some((shift, unit_word)) = shifted(text)
        && let Some(unit) = unit(unit_word).filter(|unit| *unit != Unit::Day)
    {
        return unit.around(today, shift);
    }
    match split_year(text, today) {
        Some((year, "")) => months(year, 1, 12),
        Some((year, part)) => part_of_year(year, part).or_else(|| bare_month(year, part)),
        None => part_of_year(today.year(), text),
    }
}

fn chinese_weekday(numeral: &str) -> Option<Weekday> {
    match numeral {
        "一" => Some(Weekday::Mon),
        "二" => Some(Weekday::Tue),
        "三" => Some(Weekday::Wed),
        "四" => Some(Weekday::Thu),
        "五" => Some(Weekday::Fri),
        "六" => Some(Weekday::Sat),
        "日" | "天" => Some(Weekday::Sun),
        _ => None,
    }
}

fn part_of_year(year: i32, part: &str) -> Option<Period> {
    if let Some(half) = half(part) {
        return months(year, half * 6 - 5, 6);
    }
    if let Some(week) = week(part) {
        return Some(Unit::Week.bucket(Date::from_iso_week(year, week)?));
    }
    if let Some(quarter) = quarter(part) {
        return months(year, quarter * 3 - 2, 3);
    }
    let (month, "月" | "月份") = count(part)? else { return None };
    months(year, u32::try_from(month).ok()?, 1)
}

fn bare_month(year: i32, part: &str) -> Option<Period> {
    let month = number(part).filter(|_| part.len() <= 2)?;
    months(year, month, 1)
}

fn half(part: &str) -> Option<u32> {
    match part {
        "h1" | "上半年" => Some(1),
        "h2" | "下半年" => Some(2),
        _ => None,
    }
}

fn week(part: &str) -> Option<u32> {
    if let Some(week) = part.strip_prefix('w') {
        return number(week).filter(|_| week.len() <= 2);
    }
    let (week, "周") = count(part.strip_prefix('第')?)? else { return None };
    u32::try_from(week).ok()
}

fn quarter(part: &str) -> Option<u32> {
    match part.strip_prefix('第').unwrap_or(part) {
        "q1" | "一季度" | "1季度" | "一季" => Some(1),
        "q2" | "二季度" | "2季度" | "二季" => Some(2),
        "q3" | "三季度" | "3季度" | "三季" => Some(3),
        "q4" | "四季度" | "4季度" | "四季" => Some(4),
        _ => None,
    }
}

/// `count` months of `year` from the month `first`.
fn months(year: i32, first: u32, count: i64) -> Option<Period> {
    let from = Date::ymd(year, first, 1)?;
    Period::new(from, from.checked_add_months(count)?)
}

fn numeral_digit(c: char) -> Option<i64> {
    match c {
        '两' => Some(2),
        _ => "一二三四五六七八九".chars().zip(1..).find_map(|(d, value)| (d == c).then_some(value)),
    }
}

/// 一 to 九十九.
fn numeral_value(text: &str) -> Option<i64> {
    let numerals: Vec<char> = text.chars().take(4).collect();
    match numerals[..] {
        ['十'] => Some(10),
        ['十', ones] => Some(10 + numeral_digit(ones)?),
        [tens, '十'] => Some(numeral_digit(tens)? * 10),
        [tens, '十', ones] => Some(numeral_digit(tens)? * 10 + numeral_digit(ones)?),
        [ones] => numeral_digit(ones),
        _ => None,
    }
}
