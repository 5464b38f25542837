//! Cells: figures as they stand in tables.

use crate::base::decimal::Decimal;
use crate::base::money::Money;
use crate::base::table::Cell;
use crate::metrics::rate;

/// A count.
pub(super) fn count(n: usize) -> Cell {
    i64::try_from(n).map_or(Cell::Empty, Cell::Int)
}

/// A quantity: whole where it is.
pub(super) fn quantity(figure: Option<Decimal>) -> Cell {
    let Some(figure) = figure.map(Decimal::normalized) else { return Cell::Empty };
    match i64::try_from(figure.units()) {
        Ok(whole) if figure.scale() == 0 => Cell::Int(whole),
        _ => Cell::Figure(figure),
    }
}

/// A figure, or nothing where it is undefined.
pub(super) fn figure(figure: Option<Decimal>) -> Cell {
    figure.map_or(Cell::Empty, Cell::Figure)
}

/// The share that a part is of a whole; nothing where there is no whole.
pub(super) fn share(part: usize, whole: usize) -> Cell {
    let counts = i128::try_from(part).ok().zip(i128::try_from(whole).ok());
    figure(counts.and_then(|(part, whole)| rate::share(part, whole)))
}

/// An amount with the decimals of its currency, or nothing where none can be said.
pub(super) fn money(amount: Option<Money>) -> Cell {
    figure(amount.map(Money::to_decimal))
}

/// A whole number of days.
pub(super) fn days(days: Option<i64>) -> Cell {
    days.map_or(Cell::Empty, Cell::Int)
}
