//! Decimal numbers, exact and kept as written; see also [`money`](super::money).

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::de::{Deserialize, Deserializer};

use super::scalar;
use super::text::Text;
use crate::say;

/// How many digits a written number may have, before and after the point together.
///
/// Far beyond any amount, and small enough that the sum of a million of them still fits.
pub const MAX_DIGITS: usize = 30;

/// The most digits after the point that a result may have: the largest power of ten in `i128`.
const MAX_SCALE: u8 = 38;

/// An exact decimal number that remembers how it was written: `480000.00` prints back as such.
///
/// Compared and hashed by value, so `1.0 == 1.00`. Arithmetic yields `None` where the exact result
/// does not fit; nothing panics or wraps.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    /// The number times 10^`scale`.
    units: i128,
    /// Digits after the point, at most [`MAX_SCALE`].
    scale: u8,
}

/// Where a number half-way between two neighbours goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// 2.5 → 3, -2.5 → -3: money.
    HalfAwayFromZero,
    /// 2.5 → 2, 3.5 → 4: rates, whose halves must not drift upwards.
    HalfEven,
}

impl Decimal {
    /// Zero, without decimals.
    pub const ZERO: Decimal = Decimal { units: 0, scale: 0 };

    /// `units` / 10^`scale`; `None` when there are more than 38 digits after the point.
    pub const fn new(units: i128, scale: u8) -> Option<Decimal> {
        if scale > MAX_SCALE { None } else { Some(Decimal { units, scale }) }
    }

    /// A whole number.
    pub const fn from_int(value: i128) -> Decimal {
        Decimal { units: value, scale: 0 }
    }

    /// Reads a number as files hold it: `-?` digits, then perhaps a point and more digits.
    ///
    /// Strict, so that every reader of the file sees the same number and it prints back unchanged
    /// (but for the minus of a zero, which spreadsheets leave behind): no `+`, exponent, separators
    /// or spaces, a digit on each side of the point, and no leading zeros, which YAML 1.1 takes for
    /// octal. At most [`MAX_DIGITS`] digits. What people type goes through
    /// [`parse_amount`](super::amount::parse_amount).
    pub fn parse(text: &str) -> Result<Decimal, Text> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let digits = || whole.bytes().chain(fraction.bytes());
        let well_formed = !whole.is_empty() && !unsigned.ends_with('.');
        if !well_formed || !digits().all(|byte| byte.is_ascii_digit()) {
            return Err(say!(
                en: "`{text}` is not a plain number: write digits, as in 480000 or 0.35",
                zh: "`{text}` 不是纯数字：请写成 480000 或 0.35 这样"
            ));
        }
        if whole.len() > 1 && whole.starts_with('0') {
            return Err(say!(
                en: "`{text}` starts with a needless zero: leave it out",
                zh: "`{text}` 开头多了 0：请去掉"
            ));
        }
        if whole.len() + fraction.len() > MAX_DIGITS {
            return Err(too_many_digits());
        }
        let magnitude = digits().fold(0, |units, digit| units * 10 + i128::from(digit - b'0'));
        let units = if unsigned.len() < text.len() { -magnitude } else { magnitude };
        // The cast holds: a fraction has at most MAX_DIGITS digits.
        Ok(Decimal { units, scale: fraction.len() as u8 })
    }

    /// The number times 10^[`scale`](Decimal::scale).
    pub const fn units(self) -> i128 {
        self.units
    }

    /// How many digits stand after the point.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Whether this is zero, however written.
    pub const fn is_zero(self) -> bool {
        self.units == 0
    }

    /// Whether this is less than zero.
    pub const fn is_negative(self) -> bool {
        self.units < 0
    }

    /// The same value without trailing zeros after the point.
    pub fn normalized(mut self) -> Decimal {
        while self.scale > 0 && self.units % 10 == 0 {
            self.units /= 10;
            self.scale -= 1;
        }
        self
    }

    /// The number with its sign changed.
    pub fn checked_neg(self) -> Option<Decimal> {
        Some(Decimal { units: self.units.checked_neg()?, ..self })
    }

    /// The sum, with the digits after the point of the longer one.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        let scale = self.scale.max(other.scale);
        let units = self.units_at(scale)?.checked_add(other.units_at(scale)?)?;
        Some(Decimal { units, scale })
    }

    /// The difference, with the digits after the point of the longer one.
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        let scale = self.scale.max(other.scale);
        let units = self.units_at(scale)?.checked_sub(other.units_at(scale)?)?;
        Some(Decimal { units, scale })
    }

    /// The product, exact: it has the digits after the point of both together.
    pub fn checked_mul(self, other: Decimal) -> Option<Decimal> {
        Decimal::new(self.units.checked_mul(other.units)?, self.scale + other.scale)
    }

    /// The quotient with exactly `scale` digits after the point; also `None` when `other` is zero.
    pub fn div(self, other: Decimal, scale: u8, rounding: Rounding) -> Option<Decimal> {
        // Needless zeros would only take room from the division.
        let (num, den) = (self.normalized(), other.normalized());
        let shift = i32::from(scale) + i32::from(den.scale) - i32::from(num.scale);
        Decimal::new(quotient(num.units, den.units, shift, rounding)?, scale)
    }

    /// The number with exactly `scale` digits after the point, rounded or padded with zeros.
    pub fn rounded(self, scale: u8, rounding: Rounding) -> Option<Decimal> {
        self.div(Decimal::from_int(1), scale, rounding)
    }

    /// The units at a scale that is not less than the own.
    fn units_at(self, scale: u8) -> Option<i128> {
        self.units.checked_mul(power_of_ten(scale - self.scale))
    }
}

/// `num` / `den`, rounded to a whole number; `None` when `den` is zero or the result does not fit.
pub fn div_round(num: i128, den: i128, rounding: Rounding) -> Option<i128> {
    quotient(num, den, 0, rounding)
}

/// The error text for a number longer than [`MAX_DIGITS`]; it does not repeat the number.
pub(super) fn too_many_digits() -> Text {
    say!(
        en: "a number has at most {MAX_DIGITS} digits",
        zh: "数字最多 {MAX_DIGITS} 位"
    )
}

/// 10^`exponent`, for the exponents that a [`Decimal`] can have.
const fn power_of_ten(exponent: u8) -> i128 {
    10_i128.pow(exponent as u32)
}

/// `num` / `den` · 10^`shift`, rounded to a whole number.
///
/// Long division, a digit a step: `num` · 10^`shift` itself may be too large where the quotient
/// is not.
fn quotient(num: i128, den: i128, shift: i32, rounding: Rounding) -> Option<i128> {
    let negative = (num < 0) != (den < 0);
    let mut divisor = den.unsigned_abs();
    if shift < 0 {
        divisor = divisor.checked_mul(10_u128.checked_pow(shift.unsigned_abs())?)?;
    }
    let mut quotient = num.unsigned_abs().checked_div(divisor)?;
    let mut rest = num.unsigned_abs() % divisor;
    for _ in 0..shift {
        let shifted = rest.checked_mul(10)?;
        quotient = quotient.checked_mul(10)?.checked_add(shifted / divisor)?;
        rest = shifted % divisor;
    }
    // Not `2 * rest`, which may be too large.
    let up = match rest.cmp(&(divisor - rest)) {
        Ordering::Less => false,
        Ordering::Equal => rounding == Rounding::HalfAwayFromZero || quotient % 2 == 1,
        Ordering::Greater => true,
    };
    let magnitude = quotient.checked_add(u128::from(up))?;
    if negative { 0_i128.checked_sub_unsigned(magnitude) } else { magnitude.try_into().ok() }
}

impl fmt::Display for Decimal {
    /// As written; width and alignment work as for integers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = usize::from(self.scale);
        let mut digits = format!("{:0>width$}", self.units.unsigned_abs(), width = scale + 1);
        if scale > 0 {
            digits.insert(digits.len() - scale, '.');
        }
        f.pad_integral(!self.is_negative(), "", &digits)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        let scale = self.scale.max(other.scale);
        // Whole part first, so that the rest, less than 10^scale, always fits when aligned.
        let parts = |number: &Decimal| {
            let one = power_of_ten(number.scale);
            (number.units / one, number.units % one * power_of_ten(scale - number.scale))
        };
        parts(self).cmp(&parts(other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let normal = self.normalized();
        (normal.units, normal.scale).hash(state);
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Decimal, D::Error> {
        scalar::deserialize(decoder, Decimal::parse)
    }
}

#[cfg(test)]
mod tests;
