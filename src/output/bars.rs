//! Bars beside a table's rows: a picture of one of its columns.

use crate::base::decimal::{Decimal, Rounding};
use crate::base::table::{Cell, Table, Type};

/// The longest bar.
const LONGEST: usize = 20;
/// Where less room is left, there are no bars.
const SHORTEST: usize = 6;

/// A bar a row, the largest figure as long as the room allows; the least positive one is one block.
///
/// `None` where the table wants none, where they do not fit, where no figure is positive, and
/// where amounts are of several currencies: those have no common scale.
pub(super) fn draw(table: &Table, room: Option<usize>) -> Option<Vec<String>> {
    let at = table.bars?;
    let longest = room.unwrap_or(LONGEST).min(LONGEST);
    if longest < SHORTEST || mixes_currencies(table, at) {
        return None;
    }
    let figures: Vec<Decimal> = table.rows.iter().map(|row| figure(row.cells.get(at))).collect();
    let most = figures.iter().copied().max().filter(|most| *most > Decimal::ZERO)?;
    Some(figures.into_iter().map(|figure| "█".repeat(blocks(figure, most, longest))).collect())
}

fn figure(cell: Option<&Cell>) -> Decimal {
    match cell {
        Some(Cell::Int(count)) => Decimal::from_int((*count).into()),
        Some(Cell::Figure(figure)) => *figure,
        _ => Decimal::ZERO,
    }
}

fn blocks(figure: Decimal, most: Decimal, longest: usize) -> usize {
    if figure <= Decimal::ZERO {
        return 0;
    }
    let share = figure.div(most, 6, Rounding::HalfEven);
    let blocks = share
        .and_then(|share| share.checked_mul(Decimal::from_int(longest as i128)))
        .and_then(|blocks| blocks.rounded(0, Rounding::HalfEven))
        .and_then(|blocks| usize::try_from(blocks.units()).ok());
    blocks.unwrap_or(0).clamp(1, longest)
}

fn mixes_currencies(table: &Table, at: usize) -> bool {
    let is_money = table.columns.get(at).is_some_and(|column| column.kind == Type::Money);
    let currency = table.columns.iter().position(|column| column.key == "currency");
    let Some(currency) = currency.filter(|_| is_money) else { return false };
    let mut codes = table.rows.iter().map(|row| row.cells.get(currency));
    let first = codes.next();
    codes.any(|code| Some(code) != first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::testing::{column, figure, row};

    fn amounts(rows: &[(&str, &str)]) -> Table {
        let cells = |(amount, code): &(&str, &str)| {
            row(vec![figure(amount), Cell::Text((*code).to_owned())])
        };
        Table {
            columns: vec![
                column("amount", "Amount", "金额", Type::Money),
                column("currency", "Currency", "币种", Type::Text),
            ],
            rows: rows.iter().map(cells).collect(),
            bars: Some(0),
            ..Table::default()
        }
    }

    fn lengths(table: &Table, room: usize) -> Option<Vec<usize>> {
        draw(table, Some(room)).map(|bars| bars.iter().map(|bar| bar.chars().count()).collect())
    }

    #[test]
    fn the_largest_takes_the_room() {
        let table = amounts(&[("100.00", "CNY"), ("50.0", "CNY"), ("0.01", "CNY"), ("-5", "CNY")]);
        assert_eq!(lengths(&table, 99), Some(vec![20, 10, 1, 0]));
        assert_eq!(lengths(&table, 8), Some(vec![8, 4, 1, 0]));
    }

    #[test]
    fn no_bars_without_room_or_a_common_scale() {
        assert_eq!(lengths(&amounts(&[("1", "CNY")]), 5), None);
        assert_eq!(lengths(&amounts(&[("0", "CNY")]), 20), None);
        assert_eq!(lengths(&amounts(&[("1", "CNY"), ("2", "USD")]), 20), None);
        assert_eq!(draw(&Table { bars: None, ..amounts(&[("1", "CNY")]) }, None), None);
    }
}
