//! Amounts of money: whole minor units of one currency.

use std::cmp::Ordering;
use std::fmt;

use super::currency::Currency;
use super::decimal::{Decimal, Rounding, div_round};
use super::text::Text;
use crate::say;

/// An exact amount in one currency.
///
/// Amounts of different currencies do not add up and have no order. Arithmetic yields `None` then,
/// and where the result does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i128,
    currency: Currency,
}

impl Money {
    /// `minor` minor units: fen for the yuan, whole yen for the yen.
    pub const fn new(minor: i128, currency: Currency) -> Money {
        Money { minor, currency }
    }

    /// Nothing, in `currency`.
    pub const fn zero(currency: Currency) -> Money {
        Money::new(0, currency)
    }

    /// A written amount whose currency is now known.
    ///
    /// Refused when it has more decimals than the currency; trailing zeros do not count.
    pub fn from_decimal(amount: Decimal, currency: Currency) -> Result<Money, Text> {
        let normal = amount.normalized();
        let Some(missing) = currency.exponent().checked_sub(normal.scale()) else {
            return Err(say!(
                en: "`{amount}` has too many decimals: {code} allows {allowed}",
                zh: "`{amount}` 小数位太多：{code} 最多 {allowed} 位",
                code = currency.code(),
                allowed = currency.exponent(),
            ));
        };
        match normal.units().checked_mul(10_i128.pow(missing.into())) {
            Some(minor) => Ok(Money { minor, currency }),
            None => Err(say!(
                en: "`{amount}` is too large for an amount",
                zh: "金额 `{amount}` 太大"
            )),
        }
    }

    /// The sum of all; zero when there are none. `None` also when one is not in `currency`.
    pub fn sum(amounts: impl IntoIterator<Item = Money>, currency: Currency) -> Option<Money> {
        amounts.into_iter().try_fold(Money::zero(currency), Money::checked_add)
    }

    /// The amount in minor units.
    pub const fn minor(self) -> i128 {
        self.minor
    }

    /// The currency of the amount.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The amount as a number, with the decimals of its currency.
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.minor, self.currency.exponent()).expect("exponents are at most 4")
    }

    /// The sum.
    pub fn checked_add(self, other: Money) -> Option<Money> {
        self.with(self.minor.checked_add(other.minor_in(self.currency)?)?)
    }

    /// The difference.
    pub fn checked_sub(self, other: Money) -> Option<Money> {
        self.with(self.minor.checked_sub(other.minor_in(self.currency)?)?)
    }

    /// The amount times `num` / `den`, as for a probability or a share.
    ///
    /// Money rounds half away from zero; `None` also when `den` is zero.
    pub fn mul_ratio(self, num: i128, den: i128, rounding: Rounding) -> Option<Money> {
        self.with(div_round(self.minor.checked_mul(num)?, den, rounding)?)
    }

    /// The amount divided by `n`, as for a mean; `None` also when `n` is zero.
    pub fn div_round(self, n: i128, rounding: Rounding) -> Option<Money> {
        self.mul_ratio(1, n, rounding)
    }

    fn minor_in(self, currency: Currency) -> Option<i128> {
        (self.currency == currency).then_some(self.minor)
    }

    fn with(self, minor: i128) -> Option<Money> {
        Some(Money { minor, ..self })
    }
}

impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Money) -> Option<Ordering> {
        Some(self.minor.cmp(&other.minor_in(self.currency)?))
    }
}

impl fmt::Display for Money {
    /// The number with the decimals of its currency, without the code: `1234.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_decimal().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn money(amount: &str, code: &str) -> Result<Money, Text> {
        Money::from_decimal(Decimal::parse(amount).unwrap(), Currency::parse(code).unwrap())
    }

    fn yuan(amount: &str) -> Money {
        money(amount, "CNY").unwrap()
    }

    #[test]
    fn takes_the_decimals_of_its_currency() {
        let cases = [
            ("480000", "CNY", "480000.00"),
            ("1234.5", "CNY", "1234.50"),
            ("1.5000", "CNY", "1.50"),
            ("-0.05", "CNY", "-0.05"),
            ("1200.00", "JPY", "1200"),
            ("1.234", "KWD", "1.234"),
            ("1.2345", "CLF", "1.2345"),
        ];
        for (amount, code, printed) in cases {
            assert_eq!(money(amount, code).unwrap().to_string(), printed, "{amount} {code}");
        }
        assert_eq!(yuan("1234.50").minor(), 123_450);
    }

    #[test]
    fn refuses_more_decimals_than_the_currency_has() {
        let refusal = money("480000.005", "CNY").unwrap_err();
        assert_eq!(refusal.en, "`480000.005` has too many decimals: CNY allows 2");
        assert_eq!(refusal.zh, "`480000.005` 小数位太多：CNY 最多 2 位");
        assert!(money("1.5", "JPY").unwrap_err().en.ends_with("JPY allows 0"));
        let huge = Decimal::from_int(i128::MAX);
        assert!(Money::from_decimal(huge, Currency::CNY).unwrap_err().en.contains("too large"));
    }

    #[test]
    fn adds_within_one_currency_only() {
        let dollars = money("1", "USD").unwrap();
        assert_eq!(yuan("0.10").checked_add(yuan("0.20")), Some(yuan("0.30")));
        assert_eq!(yuan("0.10").checked_sub(yuan("0.20")), Some(yuan("-0.10")));
        assert_eq!(yuan("1").checked_add(dollars), None);
        assert_eq!(yuan("1").partial_cmp(&dollars), None);
        assert!(yuan("1") > yuan("0.99"));
        let sum = |amounts: &[Money]| Money::sum(amounts.iter().copied(), Currency::CNY);
        assert_eq!(sum(&[]), Some(yuan("0")));
        assert_eq!(sum(&[yuan("1"), yuan("2.50")]), Some(yuan("3.50")));
        assert_eq!(sum(&[yuan("1"), dollars]), None);
    }

    #[test]
    fn weights_and_means_round_to_the_minor_unit() {
        use Rounding::HalfAwayFromZero as Away;
        assert_eq!(yuan("480000.00").mul_ratio(55, 100, Away), Some(yuan("264000.00")));
        assert_eq!(yuan("0.01").mul_ratio(50, 100, Away), Some(yuan("0.01")));
        assert_eq!(yuan("-0.01").mul_ratio(50, 100, Away), Some(yuan("-0.01")));
        assert_eq!(yuan("0.01").mul_ratio(50, 100, Rounding::HalfEven), Some(yuan("0.00")));
        assert_eq!(yuan("100").div_round(3, Away), Some(yuan("33.33")));
        assert_eq!(yuan("100").div_round(0, Away), None);
    }

    proptest! {
        #[test]
        fn nothing_panics(a in any::<i128>(), b in any::<i128>(), n in any::<i128>()) {
            let (a, b) = (Money::new(a, Currency::CNY), Money::new(b, Currency::CNY));
            let _ = (a.checked_add(b), a.checked_sub(b), a.to_string());
            let _ = a.mul_ratio(b.minor(), n, Rounding::HalfAwayFromZero);
        }

        #[test]
        fn a_printed_amount_comes_back(minor in -10_i128.pow(25)..10_i128.pow(25)) {
            for currency in Currency::all() {
                let amount = Money::new(minor, currency);
                let read = Decimal::parse(&amount.to_string()).unwrap();
                prop_assert_eq!(Money::from_decimal(read, currency).unwrap(), amount);
            }
        }
    }
}
