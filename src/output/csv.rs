//! Comma-separated values: column keys, then one row a row, with keys, ids and exact figures.
//!
//! Totals are left out: whoever reads the rows can add them up, and would count them twice. A
//! report with several tables has each after a line with its name, an empty line between.

use super::cell::{self, cells};
use crate::base::decimal::Decimal;
use crate::base::table::{Cell, Column, FORMULA_SIGNS, Report, Table};

/// The tables of a report. For `for_spreadsheet` see [`table`].
pub fn report(report: &Report, for_spreadsheet: bool) -> String {
    let mut out = mark(for_spreadsheet);
    match report.tables.as_slice() {
        [table] => out.push_str(&rows(table, for_spreadsheet)),
        tables => {
            for (at, table) in tables.iter().enumerate() {
                let gap = if at == 0 { "" } else { "\n" };
                let rows = rows(table, for_spreadsheet);
                out.push_str(&format!("{gap}{}\n{rows}", table.name));
            }
        }
    }
    out
}

/// One table.
///
/// With `for_spreadsheet`, as for a file that a person will open, it begins with a byte-order
/// mark, without which Excel garbles Chinese, and texts that a spreadsheet would run as a formula
/// get a `'` before them. Otherwise every value is as it is.
pub fn table(table: &Table, for_spreadsheet: bool) -> String {
    mark(for_spreadsheet) + &rows(table, for_spreadsheet)
}

fn mark(for_spreadsheet: bool) -> String {
    if for_spreadsheet { "\u{feff}".to_owned() } else { String::new() }
}

fn rows(table: &Table, for_spreadsheet: bool) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let mut write = |record: Vec<String>| {
        writer.write_record(record).expect("memory takes all, and rows are as long as the header");
    };
    write(table.columns.iter().map(|column| column.key.clone()).collect());
    for row in &table.rows {
        write(
            cells(table, row).map(|(column, cell)| value(column, cell, for_spreadsheet)).collect(),
        );
    }
    let bytes = writer.into_inner().expect("memory takes all");
    String::from_utf8(bytes).expect("texts with commas between them are text")
}

fn value(column: &Column, cell: &Cell, for_spreadsheet: bool) -> String {
    let value = cell::machine(cell, column.kind);
    if for_spreadsheet && runs_as_formula(column, cell, &value) {
        format!("'{value}")
    } else {
        value.into_owned()
    }
}

fn runs_as_formula(column: &Column, cell: &Cell, value: &str) -> bool {
    let number = column.kind.is_figure() && Decimal::parse(value).is_ok();
    value.starts_with(FORMULA_SIGNS) && !cell::is_number(cell) && !number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::table::Type;
    use crate::output::testing::{self, column, row};

    #[test]
    fn rows_have_keys_and_exact_figures() {
        assert_eq!(
            table(&testing::wins(), false),
            "owner,won,win_rate,amount,last\n\
             li-wei,12,0.625500,1234567.50,2026-11-20\n\
             ann-lee,0,,-1234.50,\n"
        );
    }

    #[test]
    fn output_for_programs_keeps_every_value() {
        assert_eq!(
            table(&testing::hostile(), false),
            "name\n\x1b[2J\u{9b}\n=cmd()\na|b`c`\n<script>\n\"two\nlines\"\n\u{202e}evil\n"
        );
    }

    #[test]
    fn files_for_spreadsheets_run_nothing() {
        let texts = ["=1+1", "+86 10", "-x", "@sum", "\tx", "＝1", "plain", "-5"];
        let mut list =
            Table { columns: vec![column("a", "A", "甲", Type::Text)], ..Table::default() };
        list.rows = texts.map(|text| row(vec![Cell::Text(text.to_owned())])).into();
        assert_eq!(
            table(&list, true),
            "\u{feff}a\n'=1+1\n'+86 10\n'-x\n'@sum\n'\tx\n'＝1\nplain\n'-5\n"
        );
        list.columns[0].kind = Type::Int;
        assert!(table(&list, true).ends_with("\n-5\n"));
        assert!(table(&testing::wins(), true).contains(",-1234.50,"));
    }

    #[test]
    fn several_tables_have_their_names() {
        let mut report = testing::report();
        assert!(super::report(&report, false).starts_with("owner,"));
        let list = Table {
            name: "lost".to_owned(),
            columns: vec![column("n", "n", "数", Type::Int)],
            ..Table::default()
        };
        report.tables = vec![list.clone(), list];
        assert_eq!(super::report(&report, true), "\u{feff}lost\nn\n\nlost\nn\n");
    }
}
