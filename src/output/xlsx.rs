//! XLSX: a table as a sheet that opens in Excel and imports again.
//!
//! Texts stay texts whatever they look like, so nothing in them runs as a formula and no telephone
//! number turns into a figure. Figures are numbers where fifteen digits hold them, else texts.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::cell::{cells, exact, machine};
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::table::{Cell, Column, Table};
use crate::base::text::Text;
use crate::say;

// Digits that a number of Excel keeps.
const DIGITS: i128 = 999_999_999_999_999;
const WIDEST: f64 = 40.0;

/// The workbook with the table on its one sheet.
///
/// # Errors
/// When a text is longer than a cell of Excel can be, or there are more rows than a sheet has.
pub fn table(table: &Table) -> Result<Vec<u8>, Text> {
    filled(table).map_err(too_much)
}

fn filled(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let bold = Format::new().set_bold();
    let text = text_format();
    for (at, column) in table.columns.iter().enumerate() {
        let at = at as u16;
        sheet.write_string_with_format(0, at, &column.key, &bold)?;
        if !column.kind.is_figure() {
            sheet.set_column_format(at, &text)?;
        }
        sheet.set_column_width(at, width(&column.key))?;
    }
    for (line, row) in (1..).zip(&table.rows) {
        for (at, (column, cell)) in (0..).zip(cells(table, row)) {
            write(sheet, (line, at), column, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

/// The format of cells that hold what is typed into them.
pub(super) fn text_format() -> Format {
    Format::new().set_num_format("@")
}

/// The format of cells that hold days.
pub(super) fn day_format() -> Format {
    Format::new().set_num_format("yyyy-mm-dd")
}

/// A column's width for its heading; Chinese characters are two wide.
pub(super) fn width(heading: &str) -> f64 {
    (heading.width() as f64 + 4.0).clamp(10.0, WIDEST)
}

/// What could not be written.
pub(super) fn too_much(error: XlsxError) -> Text {
    say!(
        en: "this does not fit into a workbook ({error}); export it as CSV",
        zh: "工作簿容纳不下（{error}）；请导出为 CSV"
    )
}

fn write(
    sheet: &mut Worksheet,
    (line, at): (u32, u16),
    column: &Column,
    cell: &Cell,
) -> Result<(), XlsxError> {
    let number = match cell {
        Cell::Empty => return Ok(()),
        Cell::Int(count) => Some(Decimal::from_int((*count).into())),
        Cell::Figure(figure) => Some(exact(*figure, column.kind)),
        Cell::Date(date) => return day(sheet, (line, at), *date),
        _ => None,
    };
    match number.filter(|number| number.units().abs() <= DIGITS) {
        Some(number) => {
            let decimals = "0".repeat(number.scale().into());
            let point = if decimals.is_empty() { "" } else { "." };
            let format = Format::new().set_num_format(format!("0{point}{decimals}"));
            let value: f64 = number.to_string().parse().unwrap_or_default();
            sheet.write_number_with_format(line, at, value, &format)?;
        }
        None => {
            sheet.write_string_with_format(line, at, machine(cell, column.kind), &text_format())?;
        }
    }
    Ok(())
}

// Days before Excel's calendar are texts.
fn day(sheet: &mut Worksheet, (line, at): (u32, u16), date: Date) -> Result<(), XlsxError> {
    let (year, month, day) = (date.year() as u16, date.month() as u8, date.day() as u8);
    match ExcelDateTime::from_ymd(year, month, day) {
        Ok(moment) if year > 1900 => {
            sheet.write_datetime_with_format(line, at, &moment, &day_format())?;
        }
        _ => {
            sheet.write_string_with_format(line, at, date.to_string(), &text_format())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx};

    use super::*;
    use crate::base::table::{Row, Type};
    use crate::output::testing::column;

    fn one(kind: Type, cell: Cell) -> Table {
        let row = Row { cells: vec![cell], records: Vec::new() };
        Table { columns: vec![column("a", "a", "甲", kind)], rows: vec![row], ..Table::default() }
    }

    fn read(made: &Table) -> Data {
        let bytes = table(made).unwrap();
        let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let range = book.worksheet_range_at(0).unwrap().unwrap();
        range.get_value((1, 0)).cloned().unwrap_or_default()
    }

    #[test]
    fn texts_stay_texts_and_figures_are_numbers_while_they_are_exact() {
        let text = |text: &str| one(Type::Text, Cell::Text(text.to_owned()));
        for plain in ["=1+1", "0123", "13800138000", "+86 10"] {
            assert_eq!(read(&text(plain)), Data::String(plain.to_owned()));
        }
        let figure = |text: &str| one(Type::Money, Cell::Figure(Decimal::parse(text).unwrap()));
        assert_eq!(read(&figure("480000.50")), Data::Float(480_000.5));
        let long = "1234567890123456.78";
        assert_eq!(read(&figure(long)), Data::String(long.to_owned()));
        let day = Cell::Date(Date::parse_iso("2026-11-21").unwrap());
        assert!(
            matches!(read(&one(Type::Date, day)), Data::DateTime(at) if at.as_f64() == 46_347.0)
        );
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let long = one(Type::Text, Cell::Text("x".repeat(40_000)));
        assert!(table(&long).unwrap_err().en.contains("export it as CSV"));
    }
}
