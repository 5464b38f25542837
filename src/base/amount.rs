//! Amounts as people type them: `48万`, `1.2亿`, `480,000.00`.

use super::decimal::{Decimal, MAX_DIGITS, too_many_digits};
use super::text::Text;
use super::width::normalize_width;
use crate::say;

/// What may stand behind a number, and the power of ten it means.
///
/// A longer unit stands before those that it ends in. Letters count in either case: `w` is the 万
/// of WeChat, `m` always a million.
const UNITS: [(&str, u8); 12] = [
    ("万亿", 12),
    ("亿", 8),
    ("億", 8),
    ("千万", 7),
    ("百万", 6),
    ("万", 4),
    ("萬", 4),
    ("千", 3),
    ("百", 2),
    ("k", 3),
    ("m", 6),
    ("w", 4),
];

/// The currency signs that Excel and people put before an amount.
const SIGNS: [char; 3] = ['¥', '￥', '$'];

/// Reads an amount that someone typed, exactly.
///
/// A number ([`Decimal::parse`]), which may have commas between groups of three digits, then
/// perhaps a unit: 百 千 万 百万 千万 亿 万亿, `k` (thousand), `m` (million), `w` (万). A currency
/// sign before it and 元 behind it are dropped; which currency the amount is in stands elsewhere.
/// Spaces around the parts and full-width forms are fine. Other uses of the comma are refused:
/// `1,5` is 1.5 to some and 15 to others. The result keeps the decimals that were typed, as far as
/// the unit leaves any: `48.50` stays, `48.50万` is `485000`.
pub fn parse_amount(text: &str) -> Result<Decimal, Text> {
    let typed = normalize_width(text).to_ascii_lowercase();
    let (negative, amount) = without_signs(typed.trim());
    let amount = amount.strip_suffix('元').unwrap_or(amount).trim_end();
    let (number, power) = split_unit(amount);
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit() || b",.".contains(&b)) {
        return Err(say!(
            en: "`{text}` is not an amount: write it like 480000, 480,000.00, 48万 or 1.2亿",
            zh: "`{text}` 不是金额：请写成 480000、480,000.00、48万 或 1.2亿 这样"
        ));
    }
    let Some(digits) = without_commas(number) else {
        return Err(say!(
            en: "the commas in `{text}` are unclear: leave them out, or part three digits each, \
                 as in 480,000.00",
            zh: "`{text}` 里的逗号有歧义：请去掉，或每三位一个，如 480,000.00"
        ));
    };
    let number = Decimal::parse(&if negative { format!("-{digits}") } else { digits })?;
    times_power_of_ten(number, power).ok_or_else(too_many_digits)
}

/// Whether there is a minus, before or behind a currency sign (Excel writes both), and the rest.
fn without_signs(text: &str) -> (bool, &str) {
    let unsigned = text.strip_prefix('-');
    let rest = unsigned.unwrap_or(text);
    let rest = rest.strip_prefix(SIGNS).map_or(rest, str::trim_start);
    match (unsigned, rest.strip_prefix('-')) {
        (None, Some(rest)) => (true, rest),
        _ => (unsigned.is_some(), rest),
    }
}

/// The number and the power of ten that its unit means.
fn split_unit(amount: &str) -> (&str, u8) {
    let parts = UNITS.iter().find_map(|&(unit, power)| Some((amount.strip_suffix(unit)?, power)));
    let (number, power) = parts.unwrap_or((amount, 0));
    (number.trim_end(), power)
}

/// The number without its commas, unless one stands where none parts thousands.
fn without_commas(number: &str) -> Option<String> {
    let (whole, fraction) = number.split_at(number.find('.').unwrap_or(number.len()));
    let (first, others) = whole.split_once(',').unwrap_or((whole, ""));
    let grouped = first.len() <= 3 && others.split(',').all(|group| group.len() == 3);
    let well_formed = whole.len() == first.len() || (!first.is_empty() && grouped);
    (well_formed && !fraction.contains(',')).then(|| number.replace(',', ""))
}

/// Exact; `None` when the result has too many digits for [`Decimal::parse`] to read it back.
fn times_power_of_ten(number: Decimal, power: u8) -> Option<Decimal> {
    let zeros = power.saturating_sub(number.scale());
    let units = number.units().checked_mul(10_i128.pow(zeros.into()))?;
    let fits = units.unsigned_abs() < 10_u128.pow(MAX_DIGITS as u32);
    Decimal::new(units, number.scale().saturating_sub(power)).filter(|_| fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn amount(text: &str) -> String {
        parse_amount(text).unwrap_or_else(|refusal| panic!("{}", refusal.en)).to_string()
    }

    #[test]
    fn reads_what_people_type() {
        let cases = [
            ("480000", "480000"),
            ("480,000.00", "480000.00"),
            ("48万", "480000"),
            ("48.5 万", "485000"),
            ("1.2亿", "120000000"),
            ("1.2億元", "120000000"),
            ("3千", "3000"),
            ("3百万", "3000000"),
            ("2千万", "20000000"),
            ("1万亿", "1000000000000"),
            ("5.5万元", "55000"),
            ("1,200万", "12000000"),
            ("55k", "55000"),
            ("5W", "50000"),
            ("1.5M", "1500000"),
            ("４８万", "480000"),
            ("４８．５万", "485000"),
            ("４８０，０００", "480000"),
            ("480。5", "480.5"),
            ("¥480,000", "480000"),
            ("￥ 480", "480"),
            ("＄480", "480"),
            ("800 元", "800"),
            ("-5万", "-50000"),
            ("-¥5", "-5"),
            ("¥-1,234.00", "-1234.00"),
            ("\u{3000}480 ", "480"),
            ("1.23456万", "12345.6"),
            ("48.50万", "485000"),
            ("0.5", "0.5"),
        ];
        for (typed, read) in cases {
            assert_eq!(amount(typed), read, "{typed}");
        }
    }

    #[test]
    fn refuses_unclear_commas() {
        for typed in ["1,5", "48,0000", "1234,567", ",500", "1,,000", "1,000,", "1.234,56", "1.5,"]
        {
            let refusal = parse_amount(typed).unwrap_err();
            assert!(refusal.en.starts_with(&format!("the commas in `{typed}` are unclear")));
            assert!(refusal.zh.contains("逗号"));
        }
    }

    #[test]
    fn refuses_garbage_with_an_example() {
        for typed in [
            "", "-", "万", "元", "¥", "abc", "五万", "3万5千", "3万5", "480 000", "1e5", "+5",
            "5%", "--5", "-¥-5", "5元元", "5万w", "(5)", "NaN", "USD 5",
        ] {
            let refusal = parse_amount(typed).unwrap_err();
            assert!(refusal.en.starts_with(&format!("`{typed}` is not an amount")), "{typed}");
            assert!(refusal.zh.contains("48万"));
        }
        for typed in [".5", "5.", "1.2.3", "007", "0,500"] {
            assert!(parse_amount(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn refuses_more_digits_than_a_file_may_hold() {
        let longest = "9".repeat(MAX_DIGITS);
        assert_eq!(amount(&longest), longest);
        for typed in [format!("{longest}0"), format!("{longest}万"), format!("{longest}亿")] {
            assert_eq!(parse_amount(&typed), Err(too_many_digits()));
        }
    }

    proptest! {
        #[test]
        fn parsing_is_total(text in "\\PC*") {
            let _ = parse_amount(&text);
        }

        #[test]
        fn what_is_read_can_be_written_to_a_file(
            text in "[-¥$]{0,2}[0-9０-９]{1,32}[.,。]?[0-9,]{0,8} ?(百|千|万|亿|万亿|k|m|w)?元?",
        ) {
            if let Ok(amount) = parse_amount(&text) {
                let written = amount.to_string();
                prop_assert_eq!(Decimal::parse(&written).unwrap().to_string(), written.clone());
                prop_assert_eq!(parse_amount(&written).unwrap().to_string(), written);
            }
        }

        #[test]
        fn a_unit_is_its_power_of_ten(units in -10_i128.pow(12)..10_i128.pow(12), scale in 0..5_u8) {
            let number = Decimal::new(units, scale).unwrap();
            for (unit, power) in UNITS {
                let product = number.checked_mul(Decimal::from_int(10_i128.pow(power.into())));
                prop_assert_eq!(parse_amount(&format!("{number}{unit}")).ok(), product);
            }
        }

        #[test]
        fn thousands_may_have_commas(n in 0..10_u64.pow(15)) {
            let plain = n.to_string();
            let mut grouped = plain.clone();
            for at in (1..plain.len()).filter(|at| (plain.len() - at).is_multiple_of(3)).rev() {
                grouped.insert(at, ',');
            }
            prop_assert_eq!(amount(&grouped), plain);
        }
    }
}
