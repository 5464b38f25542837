//! Currencies: the live codes of ISO 4217.

mod table;

use std::fmt;

use serde::de::{Deserialize, Deserializer};

use super::scalar;
use super::text::{Label, Text};
use crate::say;
use table::{CURRENCIES, Row, WITHOUT_MINOR_UNIT};

/// A currency in which amounts can stand: a live code of ISO 4217 that has a minor unit.
///
/// Ordered by code. Metals, bond units and the codes for tests and for "no currency" are left out:
/// the standard gives them no number of decimals, so an amount in them could not be exact.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    /// Its row in [`CURRENCIES`].
    index: u8,
}

/// What people write for a currency, and its code: only for the suggestion, files hold codes.
const ALIASES: [(&str, &str); 14] = [
    ("RMB", "CNY"),
    ("CNH", "CNY"),
    ("元", "CNY"),
    ("¥", "CNY"),
    ("￥", "CNY"),
    ("$", "USD"),
    ("美金", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("HK$", "HKD"),
    ("港币", "HKD"),
    ("NTD", "TWD"),
    ("台币", "TWD"),
    ("坡币", "SGD"),
];

/// The currencies of most foreign trade, which a typing slip most probably meant.
const COMMON: [&str; 10] = ["CNY", "USD", "EUR", "HKD", "JPY", "GBP", "AUD", "CAD", "SGD", "TWD"];

impl Currency {
    /// The yuan, in which a new book counts.
    pub const CNY: Currency = Currency { index: row_of("CNY") };

    /// Reads a code, in either case; anything else is refused with the code probably meant.
    pub fn parse(text: &str) -> Result<Currency, Text> {
        let code = text.to_ascii_uppercase();
        if let Some(currency) = Currency::with_code(&code) {
            return Ok(currency);
        }
        if WITHOUT_MINOR_UNIT.contains(&code.as_str()) {
            return Err(say!(
                en: "`{text}` is no currency for amounts: ISO 4217 gives it no decimals",
                zh: "`{text}` 不能用作金额的货币：ISO 4217 没有规定它的小数位"
            ));
        }
        Err(match meant_by(text, &code) {
            Some(meant) => say!(
                en: "no currency `{text}`; did you mean `{meant}`?",
                zh: "没有货币 `{text}`；是不是 `{meant}`？"
            ),
            None => say!(
                en: "no currency `{text}`: write a code of ISO 4217, such as CNY or USD",
                zh: "没有货币 `{text}`：请写 ISO 4217 代码，如 CNY 或 USD"
            ),
        })
    }

    /// The currency that a person names, by code or by its name in either language.
    ///
    /// # Errors
    /// When there is none, with what is meant where that can be guessed.
    pub fn typed(text: &str) -> Result<Currency, Text> {
        let named = |label: Label| label.zh == text || label.en.eq_ignore_ascii_case(text);
        match CURRENCIES.iter().find(|row| named(row.label)) {
            Some(row) => Currency::parse(row.code),
            None => Currency::parse(text),
        }
    }

    /// Every currency, by code.
    pub fn all() -> impl Iterator<Item = Currency> {
        (0..=u8::MAX).map(|index| Currency { index }).take(CURRENCIES.len())
    }

    /// The three letters, in upper case.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// How many decimals its minor unit has: 2 for the yuan, 0 for the yen, at most 4.
    pub fn exponent(self) -> u8 {
        self.row().exponent
    }

    /// Its name.
    pub fn label(self) -> Label {
        self.row().label
    }

    fn row(self) -> &'static Row {
        &CURRENCIES[usize::from(self.index)]
    }

    fn with_code(code: &str) -> Option<Currency> {
        let index = CURRENCIES.binary_search_by(|row| row.code.cmp(code)).ok()?;
        Some(Currency { index: u8::try_from(index).ok()? })
    }
}

/// The code that someone who wrote `text` probably meant.
fn meant_by(text: &str, code: &str) -> Option<&'static str> {
    if let Some((_, meant)) = ALIASES.iter().find(|(alias, _)| *alias == code) {
        return Some(meant);
    }
    let named = |label: Label| label.zh == text || label.en.eq_ignore_ascii_case(text);
    if let Some(row) = CURRENCIES.iter().find(|row| named(row.label)) {
        return Some(row.code);
    }
    let near = CURRENCIES.iter().map(|row| row.code).filter(|known| one_slip(code, known));
    near.min_by_key(|near| COMMON.iter().position(|common| common == near).unwrap_or(COMMON.len()))
}

/// Whether `typed` is `code` with a letter wrong, missing at the end or too many, or two swapped.
fn one_slip(typed: &str, code: &str) -> bool {
    let (typed, code) = (typed.as_bytes(), code.as_bytes());
    match typed.len() {
        2 => code.starts_with(typed),
        3 => {
            let wrong = (typed.iter().zip(code)).filter(|(typed, code)| typed != code).count();
            let swapped = (typed[0], typed[1]) == (code[1], code[0])
                || (typed[1], typed[2]) == (code[2], code[1]);
            wrong == 1 || wrong == 2 && swapped
        }
        4 => typed.starts_with(code),
        _ => false,
    }
}

/// The row of a code that the table is known to have; fails to compile otherwise.
const fn row_of(code: &str) -> u8 {
    let mut index = 0;
    loop {
        let (row, code) = (CURRENCIES[index as usize].code.as_bytes(), code.as_bytes());
        if row[0] == code[0] && row[1] == code[1] && row[2] == code[2] {
            return index;
        }
        index += 1;
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Currency, D::Error> {
        scalar::deserialize(decoder, Currency::parse)
    }
}

#[cfg(test)]
mod tests;
