//! Amounts: weighted by chance, mean of several.

use super::DIGITS;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::money::Money;

/// What an open deal is worth at its chance in per cent, rounded to the minor unit, half away from
/// zero. A pipeline sums what this yields for each deal; it does not round their sum.
pub fn weighted(amount: Money, percent: i64) -> Option<Money> {
    amount.mul_ratio(percent.into(), 100, Rounding::HalfAwayFromZero)
}

/// The mean of `count` amounts that make `sum`, with six digits whatever the currency: a mean is
/// no amount that anybody pays. `None` where there are none.
pub fn mean(sum: Money, count: usize) -> Option<Decimal> {
    let count = Decimal::from_int(i128::try_from(count).ok()?);
    sum.to_decimal().div(count, DIGITS, Rounding::HalfEven)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::currency::Currency;

    fn yuan(minor: i128) -> Money {
        Money::new(minor, Currency::CNY)
    }

    #[test]
    fn each_deal_rounds_before_the_sum() {
        // Half a cent each: 0.01 + 0.01, not 0.01.
        let each = weighted(yuan(1), 50).unwrap();
        assert_eq!(each.checked_add(each), Some(yuan(2)));
        assert_eq!(weighted(yuan(-1), 50), Some(yuan(-1)));
        assert_eq!(weighted(yuan(i128::MAX), 50), None);
    }

    #[test]
    fn a_mean_keeps_six_digits() {
        assert_eq!(mean(yuan(334_629_300), 1629).unwrap().to_string(), "2054.200737");
        assert_eq!(mean(yuan(1), 0), None);
    }
}
