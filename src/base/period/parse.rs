//! Periods as people type them, in both languages.

use crate::base::date::Date;
use crate::base::date_words as words;
use crate::base::period::{Period, Unit};
use crate::base::text::Text;
use crate::base::typed_date;
use crate::base::width::normalize_width;
use crate::say;

impl Period {
    /// Reads a period as typed on the day `today`.
    ///
    /// | typed | means |
    /// |---|---|
    /// | `2026` `2026-q3` `2026q3` `2026-h1` `2026-11` `2026-w47` `2026-11-21` | that unit |
    /// | `2026年` `2026年三季度` `2026年上半年` `2026年11月` `2026年第47周` `去年11月` | that unit |
    /// | `q3` `11月` `第三季度` `下半年` | that part of the current year |
    /// | `this-week` `last-month` `next-quarter` `本周` `上个月` `下季度` `去年` | a whole unit |
    /// | `ytd` `qtd` `mtd` `wtd` `年初至今` `本月至今` | from the start of the unit to today |
    /// | `last-30-days` `last-3-months` `近30天` `近三个月` | so long, ending today |
    /// | `next-30-days` `未来30天` | so long, beginning today |
    /// | `A..B` `A..` `..B` `..` | start of A to end of B; an open end reaches as far as dates go |
    ///
    /// Any form of a [typed date](typed_date) that counts no working days is a period of one day.
    pub fn parse(text: &str, today: Date) -> Result<Period, Text> {
        // A wide full stop is a stop too.
        let narrow = normalize_width(text);
        let Some((first, last)) = narrow.split_once("..") else { return one(&narrow, today) };
        let from = open_or(first, today)?.map_or(Date::MIN, |first| first.from);
        let to = open_or(last, today)?.map_or(Date::END, |last| last.to);
        Period::new(from, to).ok_or_else(|| reversed(first.trim(), last.trim()))
    }
}

fn open_or(end: &str, today: Date) -> Result<Option<Period>, Text> {
    if end.trim().is_empty() { Ok(None) } else { one(end, today).map(Some) }
}

fn one(text: &str, today: Date) -> Result<Period, Text> {
    let typed = words::tidy(text);
    let period = words::calendar_unit(&typed, today)
        .or_else(|| to_date(&typed, today))
        .or_else(|| rolling(&typed, today));
    if let Some(period) = period {
        return Ok(period);
    }
    let day = typed_date::calendar_date(&typed, today).unwrap_or_else(|| Err(unknown(text)))?;
    Ok(Unit::Day.bucket(day))
}

fn to_date(typed: &str, today: Date) -> Option<Period> {
    let unit = match typed {
        "wtd" | "本周至今" => Unit::Week,
        "mtd" | "本月至今" | "月初至今" => Unit::Month,
        "qtd" | "本季至今" | "本季度至今" | "季初至今" => Unit::Quarter,
        "ytd" | "今年至今" | "本年至今" | "年初至今" => Unit::Year,
        _ => return None,
    };
    Period::new(unit.bucket(today).from, today.add_days(1))
}

/// So many units up to today or from today on, today included either way.
fn rolling(typed: &str, today: Date) -> Option<Period> {
    const PREFIXES: [(&str, i64); 7] = [
        ("last-", -1),
        ("past-", -1),
        ("最近", -1),
        ("近", -1),
        ("过去", -1),
        ("next-", 1),
        ("未来", 1),
    ];
    let (sign, amount) = words::strip_any(typed, &PREFIXES)?;
    let (count, word) = words::amount(amount)?;
    let unit = words::unit(word)?;
    let start = if sign < 0 { today.add_days(1) } else { today };
    let end = unit.checked_add(start, sign * count)?;
    Period::new(start.min(end), start.max(end))
}

fn unknown(text: &str) -> Text {
    let text = text.trim();
    say!(
        en: "`{text}` is not a period; write `2026`, `2026-q3`, `2026-11`, `last-month` or `2026-01..2026-03`",
        zh: "`{text}` 不是时间段，可以写 `2026年`、`2026-q3`、`11月`、`上个月`、`近30天`、`2026-01..2026-03`",
    )
}

fn reversed(first: &str, last: &str) -> Text {
    say!(
        en: "`{first}..{last}` ends before it begins; write `{last}..{first}`",
        zh: "`{first}..{last}` 的结束早于开始，请写 `{last}..{first}`",
    )
}
