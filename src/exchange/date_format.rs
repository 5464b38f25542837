//! Dates as other programs write them, in a form that the mapping states.

use std::sync::LazyLock;

use crate::base::date::{Date, Instant};
use crate::base::text::Text;
use crate::base::width::normalize_width;
use crate::say;

/// A day, perhaps with a clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The day.
    pub(super) date: Date,
    /// Hours, minutes, seconds.
    pub(super) time: Option<(u32, u32, u32)>,
}

/// A form of dates: `DD/MM/YYYY`, `YYYY-MM-DD hh:mm`.
///
/// `excel` alone is the number of a day as Excel counts them. Otherwise `YYYY` year, `MM` month, `DD` day, `MMM` the English month (`Mar`, `March`), `hh` `mm` `ss` the
/// clock; everything else stands for itself. Months and days may lack a leading zero where
/// something other than a digit follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DateFormat(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Number(Part, usize),
    MonthName,
    Literal(char),
    Serial,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}

const PARTS: [(&str, Part); 6] = [
    ("YYYY", Part::Year),
    ("MM", Part::Month),
    ("DD", Part::Day),
    ("hh", Part::Hour),
    ("mm", Part::Minute),
    ("ss", Part::Second),
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

// Year first: there is only one way to read these.
static UNAMBIGUOUS: LazyLock<Vec<DateFormat>> = LazyLock::new(|| {
    let days = ["YYYY-MM-DD", "YYYY/MM/DD", "YYYY.MM.DD", "YYYY年MM月DD日", "YYYYMMDD"];
    let clocks = ["", " hh:mm", " hh:mm:ss", "Thh:mm:ss"];
    let all = days.iter().flat_map(|day| clocks.iter().map(move |clock| format!("{day}{clock}")));
    all.filter_map(|form| DateFormat::parse(&form).ok()).collect()
});

// How many of them are ISO days, with and without a clock time.
const ISO: usize = 4;

impl DateFormat {
    fn begins_with_year(&self) -> bool {
        matches!(self.0[..], [Piece::Number(Part::Year, _), ..])
    }

    /// Reads a form.
    ///
    /// # Errors
    /// When year, month or day is missing or stands there twice.
    pub(super) fn parse(text: &str) -> Result<DateFormat, Text> {
        if text == "excel" {
            return Ok(DateFormat(vec![Piece::Serial]));
        }
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let part = PARTS.iter().find(|(token, _)| rest.starts_with(token));
            let (piece, len) = match part {
                _ if rest.starts_with("MMM") => (Piece::MonthName, 3),
                Some((token, part)) => (Piece::Number(*part, token.len()), token.len()),
                None => (Piece::Literal(first), first.len_utf8()),
            };
            pieces.push(piece);
            rest = &rest[len..];
        }
        let format = DateFormat(pieces);
        if format.is_whole() { Ok(format) } else { Err(bad_format(text)) }
    }

    fn count(&self, wanted: Part) -> usize {
        let is_wanted = |piece: &&Piece| match piece {
            Piece::Number(part, _) => *part == wanted,
            Piece::MonthName => wanted == Part::Month,
            Piece::Literal(_) | Piece::Serial => false,
        };
        self.0.iter().filter(is_wanted).count()
    }

    fn is_whole(&self) -> bool {
        let once = [Part::Year, Part::Month, Part::Day].iter().all(|part| self.count(*part) == 1);
        let clock = [Part::Hour, Part::Minute, Part::Second].map(|part| self.count(part));
        let letters = |piece: &Piece| matches!(piece, Piece::Literal(c) if "YMDhms".contains(*c));
        once && matches!(clock, [0, 0, 0] | [1, 1, 0 | 1]) && !self.0.iter().any(letters)
    }

    /// The day that `text` means; `None` where it is not written in this form or does not exist.
    fn read(&self, text: &str) -> Option<Stamp> {
        let mut found = [None; 6];
        let mut rest = text;
        for (at, piece) in self.0.iter().enumerate() {
            rest = match piece {
                Piece::Serial => return serial(text),
                Piece::Literal(literal) => rest.strip_prefix(*literal)?,
                Piece::MonthName => {
                    let (month, after) = month_name(rest)?;
                    found[Part::Month as usize] = Some(month);
                    after
                }
                Piece::Number(part, width) => {
                    let fixed = matches!(self.0.get(at + 1), Some(Piece::Number(..)));
                    let (number, after) = number(rest, *width, fixed || *part == Part::Year)?;
                    found[*part as usize] = Some(number);
                    after
                }
            };
        }
        let [year, month, day, hour, minute, second] = found;
        let date = Date::ymd(year? as i32, month?, day?)?;
        let time = hour.map(|hour| (hour, minute.unwrap_or(0), second.unwrap_or(0)));
        let exists =
            time.is_none_or(|(hour, minute, second)| hour < 24 && minute < 60 && second < 60);
        (rest.is_empty() && exists).then_some(Stamp { date, time })
    }
}

// Day 61 is 1900-03-01; Excel counts a day before it that never was.
fn serial(text: &str) -> Option<Stamp> {
    let (days, part) = text.split_once('.').unwrap_or((text, ""));
    let days: i64 = days.parse().ok().filter(|days| (61..2_958_466).contains(days))?;
    let seconds = format!("0.{part}0").parse::<f64>().ok()? * 86_400.0;
    let seconds = (seconds.round() as u32).min(86_399);
    let time = (!part.is_empty()).then_some((seconds / 3600, seconds / 60 % 60, seconds % 60));
    let date = Date::ymd(1900, 3, 1)?.checked_add_days(days - 61)?;
    Some(Stamp { date, time })
}

fn number(text: &str, width: usize, exact: bool) -> Option<(u32, &str)> {
    let digits = text.bytes().take(width).take_while(u8::is_ascii_digit).count();
    if digits == 0 || (exact && digits < width) {
        return None;
    }
    Some((text[..digits].parse().ok()?, &text[digits..]))
}

fn month_name(text: &str) -> Option<(u32, &str)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = text.split_at(letters);
    let word = word.to_ascii_lowercase();
    let at = MONTHS
        .iter()
        .position(|name| *name == word || (word.len() == 3 && name.starts_with(&word)))?;
    Some((at as u32 + 1, rest))
}

/// The day that a cell means: in one of the stated forms, else in a form that can be read in one
/// way only. Beside a stated form that does not begin with the year, `2026-11-21` is always read:
/// workbooks give the days that they know as days in this form.
///
/// # Errors
/// When it is written otherwise; when no form is stated and it does not say which number is what.
pub(super) fn read(text: &str, stated: &[DateFormat]) -> Result<Stamp, Text> {
    let narrow = normalize_width(text);
    let others = match stated.iter().any(DateFormat::begins_with_year) {
        true => &[],
        false if stated.is_empty() => &UNAMBIGUOUS[..],
        false => &UNAMBIGUOUS[..ISO],
    };
    let found = stated.iter().chain(others).find_map(|form| form.read(narrow.trim()));
    let found = found.or_else(|| moment(narrow.trim()));
    found.ok_or_else(|| match (stated.is_empty(), has_three_numbers(&narrow)) {
        (true, true) => say!(
            en: "`{text}` does not say which number is the day and which the month; state the form of the column, such as `date = \"DD/MM/YYYY\"`",
            zh: "`{text}` 没有说明哪个数是日、哪个数是月；请为该列指明格式，如 `date = \"DD/MM/YYYY\"`"
        ),
        (true, false) => say!(
            en: "`{text}` is not a date such as 2026-11-21; state the form of the column, such as `date = \"DD MMM YYYY\"`",
            zh: "`{text}` 不是 2026-11-21 这样的日期；请为该列指明格式，如 `date = \"DD MMM YYYY\"`"
        ),
        (false, _) => say!(
            en: "`{text}` is no day in the form that the mapping states",
            zh: "`{text}` 不符合映射所指明的日期格式，或没有这一天"
        ),
    })
}

// A moment with its offset says itself what it means; the book's own are so.
fn moment(text: &str) -> Option<Stamp> {
    let moment = Instant::parse(text).ok()?;
    let clock = text.get(11..19)?;
    let mut parts = clock.split(':').map(|part| part.parse().ok());
    let mut part = || parts.next().flatten();
    Some(Stamp { date: moment.date(), time: Some((part()?, part()?, part()?)) })
}

fn has_three_numbers(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let lengths: Vec<usize> = numbers.take(4).map(str::len).collect();
    matches!(lengths[..], [1 | 2, 1 | 2, 2 | 4, ..])
}

fn bad_format(text: &str) -> Text {
    say!(
        en: "`{text}` is not a form of dates: write YYYY, MM (or MMM) and DD once each, such as `DD/MM/YYYY`; a time is `hh:mm` or `hh:mm:ss`",
        zh: "`{text}` 不是日期格式：YYYY、MM（或 MMM）、DD 各写一次，如 `DD/MM/YYYY`；时间写 `hh:mm` 或 `hh:mm:ss`"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str, form: &str) -> Option<String> {
        let stated = [DateFormat::parse(form).unwrap()];
        read(text, &stated).ok().map(|stamp| stamp.date.to_string())
    }

    #[test]
    fn a_stated_form_decides() {
        let march = Some("2016-03-04".to_owned());
        assert_eq!(day("04/03/2016", "DD/MM/YYYY"), march);
        assert_eq!(day("03/04/2016", "MM/DD/YYYY"), march);
        assert_eq!(day("4-3-2016", "DD-MM-YYYY"), march);
        assert_eq!(day("20160304", "YYYYMMDD"), march);
        assert_eq!(day("4 Mar 2016", "DD MMM YYYY"), march);
        assert_eq!(day("March 4, 2016", "MMM DD, YYYY"), march);
        assert_eq!(day("2016年3月4日", "YYYY年MM月DD日"), march);
        assert_eq!(day("31/02/2016", "DD/MM/YYYY"), None);
        assert_eq!(day("04/03/2016 x", "DD/MM/YYYY"), None);
        assert_eq!(day("2016-03-04", "DD/MM/YYYY"), march);
        assert_eq!(day("2016/03/04", "DD/MM/YYYY"), None);
        assert_eq!(day("2016-13-04", "YYYY-DD-MM"), Some("2016-04-13".to_owned()));
        assert_eq!(day("2016-03-14", "YYYY-DD-MM"), None);
        assert_eq!(day("42433", "excel"), march);
        assert_eq!(day("42433.5", "excel"), march);
        assert_eq!(day("60", "excel"), None);
    }

    #[test]
    fn without_a_form_the_year_must_come_first() {
        for text in ["2016-03-04", "2016/3/4", "20160304", "2016年3月4日", "2016-03-04 09：30"]
        {
            assert_eq!(read(text, &[]).unwrap().date.to_string(), "2016-03-04", "{text}");
        }
        let stamp = read("2016-03-04 09:30", &[]).unwrap();
        assert_eq!(stamp.time, Some((9, 30, 0)));
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_refused() {
        let why = read("03/04/2016", &[]).unwrap_err();
        assert!(why.en.contains("which number is the day"), "{}", why.en);
        assert!(why.zh.contains("DD/MM/YYYY"));
        assert!(read("soon", &[]).unwrap_err().en.contains("is not a date"));
    }

    #[test]
    fn a_form_names_each_part_once() {
        for form in ["", "YYYY", "DD/MM/YY", "YYYY-MM-MM-DD", "yyyy-mm-dd", "YYYY-MM-DD ss"] {
            assert!(DateFormat::parse(form).is_err(), "{form}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in any::<String>(), form in "[YMDhms/ .年-]{0,14}") {
            let _ = read(&text, &[]);
            if let Ok(form) = DateFormat::parse(&form) {
                let _ = read(&text, &[form]);
            }
        }
    }
}
