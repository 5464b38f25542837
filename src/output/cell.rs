//! Cells in words: for machines by key and exact figure, for people by name and per cent.

use std::borrow::Cow;

use crate::base::decimal::{Decimal, Rounding};
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::Lang;
use crate::say;

/// The decimals of rates and lengths of time in machine-readable output.
const EXACT_DIGITS: u8 = 6;

/// The cells of `row`, one a column: a short row has empty ones at its end.
pub(super) fn cells<'a>(
    table: &'a Table,
    row: &'a Row,
) -> impl Iterator<Item = (&'a Column, &'a Cell)> {
    let cells = row.cells.iter().chain(std::iter::repeat(&Cell::Empty));
    table.columns.iter().zip(cells)
}

/// The total of `table` for people: the word for it where nothing stands first, and `-` only for
/// figures, as what is not one has no total.
pub(super) fn total(table: &Table) -> Option<Row> {
    let mut total = table.total.clone()?;
    for (at, (cell, column)) in total.cells.iter_mut().zip(&table.columns).enumerate() {
        match cell {
            Cell::Empty if column.kind.is_figure() => {}
            Cell::Empty if at == 0 => {
                *cell = Cell::Label("total".to_owned(), say!(en: "Total", zh: "合计"));
            }
            Cell::Empty => *cell = Cell::Text(String::new()),
            _ => {}
        }
    }
    Some(total)
}

/// What machines read: keys and ids, dates in ISO form, exact figures; nothing for nothing.
pub(super) fn machine(cell: &Cell, kind: Type) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Label(key, _) => Cow::Borrowed(key),
        Cell::Ref(id, _) => Cow::Borrowed(id),
        Cell::Int(count) => Cow::Owned(count.to_string()),
        Cell::Figure(figure) => Cow::Owned(exact(*figure, kind).to_string()),
        Cell::Date(date) => Cow::Owned(date.to_string()),
    }
}

/// Whether `cell` is written by us from a number.
pub(super) fn is_number(cell: &Cell) -> bool {
    matches!(cell, Cell::Int(_) | Cell::Figure(_))
}

/// The figure as machines get it: six decimals for rates and days, money with its own.
pub(super) fn exact(figure: Decimal, kind: Type) -> Decimal {
    match kind {
        Type::Rate | Type::Days => {
            figure.rounded(EXACT_DIGITS, Rounding::HalfEven).unwrap_or(figure)
        }
        _ => figure,
    }
}

/// What people read: names, per cent, one decimal of a day. Texts are as they came, not yet safe.
pub(super) fn human(cell: &Cell, kind: Type, lang: Lang) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed("-"),
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Label(_, name) => Cow::Borrowed(name.pick(lang)),
        Cell::Ref(id, name) => Cow::Borrowed(if name.is_empty() { id } else { name }),
        Cell::Int(count) => Cow::Owned(count.to_string()),
        Cell::Figure(figure) => Cow::Owned(figure_for_people(*figure, kind)),
        Cell::Date(date) => Cow::Owned(date.to_string()),
    }
}

fn figure_for_people(figure: Decimal, kind: Type) -> String {
    let tenths = |figure: Decimal| figure.rounded(1, Rounding::HalfEven).unwrap_or(figure);
    match kind {
        Type::Rate => match figure.checked_mul(Decimal::from_int(100)) {
            Some(percent) => format!("{}%", tenths(percent)),
            None => figure.to_string(),
        },
        Type::Days => tenths(figure).to_string(),
        // No currency has so many decimals: it is a mean, and people think in hundredths.
        Type::Money if figure.scale() > 4 => {
            figure.rounded(2, Rounding::HalfAwayFromZero).unwrap_or(figure).to_string()
        }
        _ => figure.to_string(),
    }
}

/// `figure` with a comma between every three digits before the point: `-1,234,567.50`.
pub(super) fn grouped(figure: &str) -> String {
    let whole = figure.split('.').next().unwrap_or_default();
    let mut grouped = String::with_capacity(figure.len() + figure.len() / 3);
    for (at, c) in figure.char_indices() {
        let to_come = whole.len().saturating_sub(at);
        if to_come > 0
            && to_come.is_multiple_of(3)
            && grouped.ends_with(|c: char| c.is_ascii_digit())
        {
            grouped.push(',');
        }
        grouped.push(c);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn digits_stand_in_threes() {
        for (figure, expected) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-123", "-123"),
            ("-123456.78901", "-123,456.78901"),
            ("1234567.50", "1,234,567.50"),
        ] {
            assert_eq!(grouped(figure), expected);
        }
    }

    #[test]
    fn figures_are_exact_for_machines_and_short_for_people() {
        let rate = Cell::Figure(decimal("0.625500"));
        assert_eq!(human(&rate, Type::Rate, Lang::En), "62.6%");
        assert_eq!(machine(&rate, Type::Rate), "0.625500");
        let days = Cell::Figure(decimal("12.3456789"));
        assert_eq!(human(&days, Type::Days, Lang::En), "12.3");
        assert_eq!(machine(&days, Type::Days), "12.345679");
        assert_eq!(machine(&Cell::Figure(decimal("1.50")), Type::Money), "1.50");
        let mean = Cell::Figure(decimal("2054.200737"));
        assert_eq!(human(&mean, Type::Money, Lang::En), "2054.20");
        assert_eq!(machine(&mean, Type::Money), "2054.200737");
    }
}
