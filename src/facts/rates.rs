//! What an amount is in another currency, by the rates of its day.

use std::collections::HashMap;

use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::money::Money;
use crate::base::period::Period;
use crate::book::Book;
use crate::model::Rate;

/// The rates of a book.
pub struct Rates {
    own: Currency,
    // Of each currency: the shortest time first, then by id.
    known: HashMap<Currency, Vec<(Period, Decimal)>>,
}

/// What one unit of a currency is in another: so many, divided by so many, so that nothing is rounded
/// before the amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    times: Decimal,
    by: Decimal,
    into: Currency,
}

impl Rates {
    /// Reads them.
    pub fn new(book: &Book<'_>) -> Rates {
        let mut known: HashMap<Currency, Vec<(Period, Decimal)>> = HashMap::new();
        for row in book.iter::<Rate>() {
            for quote in row.record.rates.iter() {
                let of_currency = known.entry(quote.currency).or_default();
                of_currency.push((row.record.period.period(), quote.rate));
            }
        }
        known.values_mut().for_each(|all| all.sort_by_key(|(period, _)| period.days()));
        Rates { own: book.policy().currency(), known }
    }

    /// What one unit of `from` is in `into` on a day; `None` where no rate is known for it.
    pub fn between(&self, from: Currency, into: Currency, day: Date) -> Option<Ratio> {
        Some(Ratio { times: self.worth(from, day)?, by: self.worth(into, day)?, into })
    }

    // In the policy's currency.
    fn worth(&self, currency: Currency, day: Date) -> Option<Decimal> {
        if currency == self.own {
            return Some(Decimal::from_int(1));
        }
        let mut all = self.known.get(&currency)?.iter();
        let rate = all.find(|(period, _)| period.contains(day)).map(|(_, rate)| *rate);
        rate.filter(|rate| *rate > Decimal::ZERO)
    }
}

impl Ratio {
    /// The amount in the other currency, rounded once to its minor unit, half away from zero; `None`
    /// where it does not fit.
    pub fn of(self, amount: Money) -> Option<Money> {
        let product = amount.to_decimal().checked_mul(self.times)?;
        let rounding = Rounding::HalfAwayFromZero;
        Money::from_decimal(product.div(self.by, self.into.exponent(), rounding)?, self.into).ok()
    }

    /// Parts of an amount in the other currency. Those that add up to it do so afterwards.
    pub fn of_parts(self, parts: impl IntoIterator<Item = Option<Money>>) -> Vec<Option<Money>> {
        let mut before: Option<Money> = None;
        let convert = |part: Option<Money>| {
            let part = part?;
            let sum = before.map_or(Some(part), |sum| sum.checked_add(part))?;
            let earlier = before.map_or(Some(Money::zero(self.into)), |sum| self.of(sum))?;
            before = Some(sum);
            self.of(sum)?.checked_sub(earlier)
        };
        parts.into_iter().map(convert).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    fn with<T>(check: impl FnOnce(&Rates) -> T) -> T {
        let tree = Memory::new([
            (
                "rates/2026-y.yaml",
                "period: 2026\nrates:\n  - {currency: USD, rate: 7}\n  - {currency: EUR, rate: 8}\n",
            ),
            (
                "rates/2026-11.yaml",
                "period: 2026-11\nrates:\n  - {currency: USD, rate: 7.1234}\n  - {currency: JPY, rate: 0.047}\n  \
                 - {currency: GBP, rate: 0}\n",
            ),
        ]);
        let book = Book::open(&tree).unwrap();
        check(&Rates::new(&book))
    }

    fn shown(from: &str, minor: i128, into: &str, on: &str) -> Option<String> {
        with(|rates| {
            let ratio = rates.between(currency(from), currency(into), day(on))?;
            let amount = ratio.of(Money::new(minor, currency(from)))?;
            Some(format!("{} {}", amount.to_decimal(), amount.currency().code()))
        })
    }

    #[test]
    fn the_rate_of_the_shortest_time_that_holds_the_day_counts() {
        let yuan = |from, on| shown(from, 10_000, "CNY", on);
        assert_eq!(yuan("USD", "2026-11-30").as_deref(), Some("712.34 CNY"));
        assert_eq!(yuan("USD", "2026-12-01").as_deref(), Some("700.00 CNY"));
        assert_eq!(yuan("EUR", "2026-11-05").as_deref(), Some("800.00 CNY"), "the month has none");
        assert_eq!(yuan("USD", "2025-12-31"), None);
        assert_eq!(yuan("GBP", "2026-11-05"), None, "no rate is nothing");
        assert_eq!(yuan("CNY", "1999-01-01").as_deref(), Some("100.00 CNY"));
    }

    #[test]
    fn two_other_currencies_go_by_the_policy_s_and_round_once() {
        assert_eq!(shown("USD", 10_000, "EUR", "2026-11-05").as_deref(), Some("89.04 EUR"));
        assert_eq!(shown("EUR", 100, "JPY", "2026-11-05").as_deref(), Some("170 JPY"));
        assert_eq!(shown("JPY", 1, "CNY", "2026-11-05").as_deref(), Some("0.05 CNY"));
        assert_eq!(shown("JPY", -1, "CNY", "2026-11-05").as_deref(), Some("-0.05 CNY"));
    }

    proptest! {
        #[test]
        fn parts_of_an_amount_add_up_to_it(parts in prop::collection::vec(0_i128..1_000_000, 1..6)) {
            with(|rates| {
                let (usd, cny) = (currency("USD"), currency("CNY"));
                let ratio = rates.between(usd, cny, day("2026-11-05")).unwrap();
                let whole = Money::new(parts.iter().sum(), usd);
                let of_parts = ratio.of_parts(parts.iter().map(|it| Some(Money::new(*it, usd))));
                let sum = Money::sum(of_parts.into_iter().flatten(), cny);
                assert_eq!(sum, ratio.of(whole));
            });
        }
    }
}
