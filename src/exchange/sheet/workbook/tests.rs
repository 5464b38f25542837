//! Workbooks written by one library and read by the other.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Writer, Worksheet};

use super::*;
use crate::exchange::sheet::{self, File, Sheet};

fn bytes(fill: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut book = Writer::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

fn one(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    bytes(|book| fill(book.add_worksheet()))
}

fn open(bytes: &[u8], sheet: Option<&str>) -> Result<Sheet, Text> {
    sheet::read(&File { bytes, sheet, ..File::default() })
}

fn cells(bytes: &[u8]) -> Vec<String> {
    open(bytes, None).unwrap().rows.remove(0).cells
}

/// A sheet with the headers `a`, `b` … and one row.
fn row(values: usize, fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    one(|sheet| {
        for column in 0..values {
            sheet.write(0, column as u16, letters(column).to_lowercase()).unwrap();
        }
        fill(sheet);
    })
}

#[test]
fn numbers_and_texts_come_as_they_look() {
    let book = row(5, |sheet| {
        sheet.write(1, 0, 13_800_138_000_i64).unwrap();
        sheet.write(1, 1, "0123").unwrap();
        sheet.write(1, 2, 480_000.5).unwrap();
        sheet.write(1, 3, true).unwrap();
        sheet.write(1, 4, "  星辰\n科技 ").unwrap();
    });
    assert_eq!(cells(&book), ["13800138000", "0123", "480000.5", "true", "星辰\n科技"]);
}

#[test]
fn days_and_times_are_told_from_numbers() {
    let day = Format::new().set_num_format("yyyy/m/d");
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let time = Format::new().set_num_format("hh:mm");
    let book = row(4, |sheet| {
        let at = ExcelDateTime::parse_from_str("2026-11-21").unwrap();
        sheet.write_with_format(1, 0, &at, &day).unwrap();
        let at = ExcelDateTime::parse_from_str("2026-11-21T09:30:00").unwrap();
        sheet.write_with_format(1, 1, &at, &moment).unwrap();
        sheet.write_with_format(1, 2, 0.395_833_333_333, &time).unwrap();
        sheet.write(1, 3, 46_347).unwrap();
    });
    assert_eq!(cells(&book), ["2026-11-21", "2026-11-21 09:30", "09:30", "46347"]);
}

#[test]
fn formulas_give_their_last_value_and_errors_refuse_their_rows() {
    let book = row(2, |sheet| {
        sheet.write(1, 0, Formula::new("=40+2").set_result("42")).unwrap();
        sheet.write(1, 1, Formula::new("=A2&\"件\"").set_result("42件")).unwrap();
        sheet.write(2, 0, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write(2, 1, "x").unwrap();
        sheet.write(3, 0, 110_101_199_003_071_234_f64).unwrap();
    });
    let read = open(&book, None).unwrap();
    assert_eq!(read.rows[0].cells, ["42", "42件"]);
    let fault = |at: usize| read.rows[at].fault.clone().unwrap();
    assert!(fault(1).en.starts_with("`A3`: the cell holds the error #DIV/0!"), "{}", fault(1).en);
    assert!(fault(2).zh.contains("`A4`") && fault(2).zh.contains("15 位"), "{}", fault(2).zh);
}

#[test]
fn lines_are_the_rows_of_the_sheet_and_blank_ones_are_counted() {
    let book = one(|sheet| {
        sheet.write(2, 1, "name").unwrap();
    });
    // The empty first column has no name.
    assert!(open(&book, None).unwrap_err().en.contains("column 1 has no name"));
    let book = one(|sheet| {
        sheet.write(2, 0, "name").unwrap();
        sheet.write(4, 0, "Acme").unwrap();
        sheet.write_blank(5, 0, &Format::new().set_bold()).unwrap();
        sheet.write(7, 0, "Beta").unwrap();
        sheet.write(8, 2, "stray").unwrap();
    });
    let read = open(&book, None).unwrap();
    let lines: Vec<u64> = read.rows.iter().map(|row| row.line).collect();
    assert_eq!((lines, read.blank), (vec![5, 8, 9], 3));
    assert!(read.rows[2].fault.as_ref().unwrap().en.contains("3 cells, the header has 1"));
}

#[test]
fn a_sheet_is_named_where_there_are_several() {
    let book = bytes(|book| {
        for name in ["客户", "空白", "跟进"] {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            if name != "空白" {
                sheet.write(0, 0, "name").unwrap();
                sheet.write(1, 0, name).unwrap();
            }
        }
        let hidden = book.add_worksheet().set_name("lists").unwrap();
        hidden.write(0, 0, "x").unwrap();
        hidden.set_hidden(true);
    });
    let why = open(&book, None).unwrap_err();
    assert!(why.en.contains("`客户`, `跟进`; say which by `--sheet NAME`"), "{}", why.en);
    let read = open(&book, Some("跟进")).unwrap();
    assert_eq!(read.rows[0].cells, ["跟进"]);
    assert_eq!(read.origin, Origin::Workbook { sheet: "跟进".to_owned() });
    assert_eq!(open(&book, Some("LISTS")).unwrap().headers, ["x"]);
    assert!(open(&book, Some("回款")).unwrap_err().zh.contains("没有工作表 `回款`"));
    assert!(open(&bytes(|_| ()), None).unwrap_err().en.contains("empty"));
}

#[test]
fn a_cell_at_the_far_end_costs_nothing() {
    let book = one(|sheet| {
        sheet.write(0, 0, "name").unwrap();
        sheet.write(1_048_575, 16_383, "far").unwrap();
    });
    let read = open(&book, None).unwrap();
    assert_eq!((read.rows.len(), read.blank), (1, 1_048_574));
    assert!(read.rows[0].fault.is_some());
}

#[test]
fn columns_have_letters() {
    assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
}

#[test]
fn no_damage_breaks_it() {
    let whole = row(2, |sheet| {
        sheet.write(1, 0, "x").unwrap();
    });
    for at in (0..whole.len()).step_by(7) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        let _ = open(&damaged, None);
        let _ = open(&whole[..at], None);
    }
}
