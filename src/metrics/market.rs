//! The market and our share of it (DEV-SOP-1).

use super::targets::whole_months;
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::period::Period;
use crate::book::Book;
use crate::model::Intel;

/// How much everybody sold, or is thought to sell, on the whole market in a period, in minor units,
/// with the finding that says so: that of the shortest time around it, the latest known on the day;
/// of a longer time the share by months.
///
/// What holds in one territory or of one product alone says nothing of the whole.
pub fn size<'b>(
    book: &'b Book<'b>,
    currency: Currency,
    period: Period,
    day: Date,
) -> Option<(i128, &'b Id)> {
    let about = book.iter::<Intel>().filter_map(|row| {
        let (it, known) = (row.record, row.record.on.is_none_or(|on| on <= day));
        let is_whole = it.territory.is_none() && it.products.is_empty();
        let is_same = it.currency.unwrap_or_else(|| book.policy().currency()) == currency;
        let of = it.period.as_ref()?.period();
        let holds = of.from() <= period.from() && period.to() <= of.to();
        let fits = known && is_whole && is_same && holds;
        let size = Money::from_decimal(it.market_size.filter(|_| fits)?, currency).ok()?;
        Some(((of.days(), std::cmp::Reverse(it.on), row.id), of, size))
    });
    let ((.., id), of, size) = about.min_by_key(|(key, ..)| *key)?;
    if of == period {
        return Some((size.minor(), id));
    }
    let (part, whole) = (whole_months(period)?, whole_months(of)?);
    Some((size.minor().checked_mul(part.into())? / i128::from(whole), id))
}
