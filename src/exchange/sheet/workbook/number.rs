//! Numbers of cells as people see them in Excel: fifteen digits, never an exponent.

use crate::base::text::Text;
use crate::say;

// From here on Excel has replaced digits by zeros.
const TOO_LONG: f64 = 1e15;
// A longer one is a slip, not a figure.
const SMALLEST: f64 = 1e-15;

/// The digits of a number.
///
/// # Errors
/// When Excel has lost digits of it, as of a 18-digit code that was typed as a number.
pub(super) fn text(value: f64) -> Result<String, Text> {
    if !value.is_finite() || value.abs() >= TOO_LONG {
        return Err(say!(
            en: "the number has more than 15 digits, which Excel does not keep: make the cell a text and type it again",
            zh: "数字超过 15 位，Excel 没有保留全部数字：请把单元格设为文本后重新输入"
        ));
    }
    if value.abs() < SMALLEST {
        return Ok("0".to_owned());
    }
    // Fifteen digits are what Excel shows; those behind are the noise of binary fractions.
    let scientific = format!("{:.14e}", value.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits = mantissa.replace('.', "");
    let digits = digits.trim_end_matches('0');
    let point = exponent.parse::<i32>().unwrap_or(0) + 1;
    let sign = if value < 0.0 { "-" } else { "" };
    Ok(format!("{sign}{}", placed(digits, point)))
}

// The digits with the point behind the first `point` of them.
fn placed(digits: &str, point: i32) -> String {
    let Ok(whole) = usize::try_from(point) else {
        return format!("0.{}{digits}", "0".repeat(point.unsigned_abs() as usize));
    };
    match whole {
        0 => format!("0.{digits}"),
        _ if whole >= digits.len() => format!("{digits}{}", "0".repeat(whole - digits.len())),
        _ => format!("{}.{}", &digits[..whole], &digits[whole..]),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_look_as_in_excel() {
        for (value, shown) in [
            (13_800_138_000.0, "13800138000"),
            (0.1 + 0.2, "0.3"),
            (1e14, "100000000000000"),
            (-1234.5, "-1234.5"),
            (0.000_012_5, "0.0000125"),
            (0.0, "0"),
            (-0.0, "0"),
            (480_000.0, "480000"),
            (1.005, "1.005"),
        ] {
            assert_eq!(text(value).unwrap(), shown);
        }
    }

    #[test]
    fn a_number_that_lost_digits_is_refused() {
        assert!(text(110_101_199_003_071_234.0).unwrap_err().zh.contains("15 位"));
        assert!(text(f64::NAN).is_err() && text(f64::INFINITY).is_err());
    }

    proptest! {
        #[test]
        fn fifteen_digits_survive(units in -999_999_999_999_999_i64..1_000_000_000_000_000, scale in 0_i32..6) {
            let value = units as f64 / 10_f64.powi(scale);
            let shown: f64 = text(value).unwrap().parse().unwrap();
            prop_assert!((shown - value).abs() <= value.abs() * 1e-14);
        }

        #[test]
        fn no_number_breaks_it(value in any::<f64>()) {
            if let Ok(shown) = text(value) {
                prop_assert!(shown.len() < 40 && !shown.contains('e'));
            }
        }
    }
}
