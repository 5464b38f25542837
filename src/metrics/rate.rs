//! Rates: shares of wins, conversion, growth.

use super::DIGITS;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::money::Money;

/// `part` / `whole` with six digits, half to even; `None` where `whole` is not above zero.
pub fn share(part: i128, whole: i128) -> Option<Decimal> {
    if whole <= 0 {
        return None;
    }
    Decimal::from_int(part).div(Decimal::from_int(whole), DIGITS, Rounding::HalfEven)
}

/// The narrow win rate, won / (won + lost): of what was decided, by count or in minor units.
pub fn win_rate(won: i128, lost: i128) -> Option<Decimal> {
    share(won, won.checked_add(lost)?)
}

/// The broad win rate, won / (won + lost + suspended): no decision counts as not won.
pub fn win_rate_broad(won: i128, lost: i128, suspended: i128) -> Option<Decimal> {
    share(won, won.checked_add(lost)?.checked_add(suspended)?)
}

/// The growth from `before` to `now`, as a share of `before`; `None` where that is not above zero
/// or the currencies differ.
pub fn growth(now: Money, before: Money) -> Option<Decimal> {
    share(now.checked_sub(before)?.minor(), before.minor())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::currency::Currency;
    use proptest::prelude::*;

    fn shown(rate: Option<Decimal>) -> String {
        rate.map_or_else(|| "null".to_owned(), |rate| rate.to_string())
    }

    #[test]
    fn win_rates_name_their_base() {
        assert_eq!(shown(win_rate(1629, 975)), "0.625576");
        assert_eq!(shown(win_rate_broad(2, 1, 1)), "0.500000");
        assert_eq!(shown(win_rate(0, 1)), "0.000000");
    }

    #[test]
    fn undefined_is_not_zero() {
        assert_eq!(shown(win_rate(0, 0)), "null");
        assert_eq!(shown(win_rate_broad(0, 0, 0)), "null");
        let yuan = |minor| Money::new(minor, Currency::CNY);
        assert_eq!(shown(growth(yuan(5), yuan(0))), "null");
        assert_eq!(shown(growth(yuan(5), yuan(-5))), "null");
        assert_eq!(shown(growth(yuan(0), yuan(5))), "-1.000000");
    }

    #[test]
    fn halves_go_to_the_even_digit() {
        assert_eq!(shown(share(1, 2_000_000)), "0.000000");
        assert_eq!(shown(share(3, 2_000_000)), "0.000002");
    }

    proptest! {
        #[test]
        fn nothing_panics(a in any::<i128>(), b in any::<i128>(), c in any::<i128>()) {
            let _ = (win_rate(a, b), win_rate_broad(a, b, c));
            let _ = growth(Money::new(a, Currency::CNY), Money::new(b, Currency::CNY));
        }
    }
}
