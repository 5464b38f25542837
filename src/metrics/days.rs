//! Lengths of time in whole days: mean, median, percentiles.

use super::DIGITS;
use crate::base::decimal::{Decimal, Rounding};

/// Lengths in days, sorted once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days(Vec<i64>);

impl FromIterator<i64> for Days {
    fn from_iter<I: IntoIterator<Item = i64>>(days: I) -> Days {
        let mut days: Vec<i64> = days.into_iter().collect();
        days.sort_unstable();
        Days(days)
    }
}

impl Days {
    /// How many lengths.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The shortest.
    pub fn min(&self) -> Option<i64> {
        self.0.first().copied()
    }

    /// The longest.
    pub fn max(&self) -> Option<i64> {
        self.0.last().copied()
    }

    /// The arithmetic mean, six digits.
    pub fn mean(&self) -> Option<Decimal> {
        let sum = self.0.iter().map(|days| i128::from(*days)).sum();
        quotient(sum, i128::try_from(self.0.len()).ok()?)
    }

    /// The median, the mean of the two middles where the count is even; six digits.
    pub fn median(&self) -> Option<Decimal> {
        self.percentile(50)
    }

    /// The value that `percent` of the lengths do not exceed, six digits.
    ///
    /// Linear between the two neighbours of place (n − 1) · `percent` / 100, as in `PERCENTILE.INC`
    /// of spreadsheets: the 50th is the median. `None` without lengths or above 100.
    pub fn percentile(&self, percent: u8) -> Option<Decimal> {
        let last = self.0.len().checked_sub(1).filter(|_| percent <= 100)?;
        let place = last.checked_mul(usize::from(percent))?;
        let below = *self.0.get(place / 100)?;
        let above = self.0.get(place / 100 + 1).copied().unwrap_or(below);
        let weight = i128::try_from(place % 100).ok()?;
        let hundredfold = i128::from(below) * (100 - weight) + i128::from(above) * weight;
        quotient(hundredfold, 100)
    }
}

fn quotient(sum: i128, count: i128) -> Option<Decimal> {
    Decimal::from_int(sum).div(Decimal::from_int(count), DIGITS, Rounding::HalfEven)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn days(list: &[i64]) -> Days {
        list.iter().copied().collect()
    }

    fn shown(figure: Option<Decimal>) -> String {
        figure.map_or_else(|| "null".to_owned(), |figure| figure.to_string())
    }

    #[test]
    fn the_median_is_the_mean_of_the_two_middles() {
        assert_eq!(shown(days(&[46, 1, 47, 90]).median()), "46.500000");
        assert_eq!(shown(days(&[9, 1, 2]).median()), "2.000000");
    }

    #[test]
    fn percentiles_lie_on_the_line_between_neighbours() {
        let list = days(&[1, 2, 3, 4]);
        assert_eq!(shown(list.percentile(75)), "3.250000");
        assert_eq!(shown(list.percentile(90)), "3.700000");
        assert_eq!(shown(list.percentile(100)), "4.000000");
        assert_eq!(shown(list.percentile(101)), "null");
    }

    #[test]
    fn means_are_exact_until_the_last_digit() {
        assert_eq!(shown(days(&[1, 1, 0]).mean()), "0.666667");
        assert_eq!(shown(days(&[]).mean()), "null");
        assert_eq!(shown(days(&[]).median()), "null");
    }

    proptest! {
        #[test]
        fn percentiles_stay_between_the_ends_and_grow(
            list: Vec<i64>,
            a in 0_u8..=100,
            b in 0_u8..=100,
        ) {
            let days = days(&list);
            let (low, high) = (days.percentile(a.min(b)), days.percentile(a.max(b)));
            prop_assert!(low <= high);
            prop_assert!(days.min().map(|min| Decimal::from_int(min.into())) <= low);
            prop_assert!(high <= days.max().map(|max| Decimal::from_int(max.into())));
            prop_assert_eq!(days.mean().is_none(), list.is_empty());
        }
    }
}
