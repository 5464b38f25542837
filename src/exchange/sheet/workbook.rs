//! XLSX and XLS workbooks into rows of texts, each cell as it would be typed.

mod number;

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader, SheetVisible, Xls, Xlsx};

use super::{Origin, Raw, Row};
use crate::base::text::Text;
use crate::say;

// What a sheet can have; a file may claim more.
const MAX_COLUMNS: usize = 16_384;

/// Reads the sheet `wanted`, or the only visible one with something in it.
///
/// # Errors
/// When the file cannot be read, or does not say which of its sheets is meant.
pub(super) fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Raw, Text> {
    let mut book = Workbook::open(bytes)?;
    let names = book.names();
    if let Some(wanted) = wanted {
        let named = |name: &&(String, bool)| name.0.trim().eq_ignore_ascii_case(wanted.trim());
        let Some((name, _)) = names.iter().find(named) else {
            return Err(no_sheet(wanted, &names));
        };
        return book.sheet(name);
    }
    let mut filled = Vec::new();
    for (name, _) in names.iter().filter(|(_, visible)| *visible) {
        let sheet = book.sheet(name)?;
        if !sheet.rows.is_empty() {
            filled.push((name, sheet));
        }
    }
    match filled.len() {
        0 => Err(say!(en: "the workbook is empty", zh: "工作簿为空")),
        1 => Ok(filled.remove(0).1),
        _ => Err(several(filled.iter().map(|(name, _)| name.as_str()))),
    }
}

fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn several<'n>(names: impl Iterator<Item = &'n str>) -> Text {
    let list = listed(names);
    say!(
        en: "the workbook has several sheets: {list}; say which by `--sheet NAME`",
        zh: "工作簿有多个工作表：{list}；请用 `--sheet 名称` 指明"
    )
}

fn no_sheet(wanted: &str, names: &[(String, bool)]) -> Text {
    let list = listed(names.iter().map(|(name, _)| name.as_str()));
    say!(
        en: "the workbook has no sheet `{wanted}`; it has {list}",
        zh: "工作簿中没有工作表 `{wanted}`；现有 {list}"
    )
}

enum Workbook<'b> {
    // What it holds is larger than an XLS by far.
    Xlsx(Box<Xlsx<Cursor<&'b [u8]>>>),
    Xls(Box<Xls<Cursor<&'b [u8]>>>),
}

impl<'b> Workbook<'b> {
    fn open(bytes: &'b [u8]) -> Result<Workbook<'b>, Text> {
        let cursor = Cursor::new(bytes);
        if bytes.starts_with(super::ZIP) {
            Xlsx::new(cursor).map(|book| Workbook::Xlsx(Box::new(book))).map_err(unreadable)
        } else {
            Xls::new(cursor).map(|book| Workbook::Xls(Box::new(book))).map_err(unreadable)
        }
    }

    // The sheets in their order, and whether each is shown.
    fn names(&self) -> Vec<(String, bool)> {
        let sheets = match self {
            Workbook::Xlsx(book) => book.sheets_metadata(),
            Workbook::Xls(book) => book.sheets_metadata(),
        };
        let shown =
            |sheet: &calamine::Sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible);
        sheets.iter().map(shown).collect()
    }

    fn sheet(&mut self, name: &str) -> Result<Raw, Text> {
        let mut rows = Rows::default();
        match self {
            Workbook::Xlsx(book) => {
                let mut cells = book.worksheet_cells_reader(name).map_err(unreadable)?;
                while let Some(cell) =
                    cells.next_cell_with_formula_metadata().map_err(unreadable)?
                {
                    match (&cell.value, cell.formula.is_some()) {
                        (DataRef::Empty, true) => rows.add(cell.pos, Err(never_computed())),
                        (value, _) => rows.add(cell.pos, text_of_ref(value)),
                    }
                }
            }
            Workbook::Xls(book) => {
                let range = book.worksheet_range(name).map_err(unreadable)?;
                let (top, left) = range.start().unwrap_or_default();
                for (row, column, value) in range.used_cells() {
                    rows.add((top + row as u32, left + column as u32), text_of(value));
                }
            }
        }
        Ok(rows.raw(name))
    }
}

fn unreadable(error: impl std::fmt::Display) -> Text {
    say!(
        en: "the workbook cannot be read ({error}); if it has a password, save it without one",
        zh: "无法读取工作簿（{error}）；如有密码，请取消密码后另存"
    )
}

fn never_computed() -> Text {
    say!(
        en: "its formula has no value: open the file in Excel, save it and import it again",
        zh: "公式没有计算结果：请用 Excel 打开并保存后再导入"
    )
}

/// The rows of a sheet that hold something, as their cells come in.
#[derive(Default)]
struct Rows(Vec<Row>);

impl Rows {
    // Cells come row by row; a file that jumps back gets its rows sorted at the end.
    fn add(&mut self, (row, column): (u32, u32), text: Result<String, Text>) {
        let (line, column) = (u64::from(row) + 1, column as usize);
        if column >= MAX_COLUMNS || text.as_ref().is_ok_and(String::is_empty) {
            return;
        }
        if self.0.last().is_none_or(|last| last.line != line) {
            self.0.push(Row { line, cells: Vec::new(), fault: None });
        }
        let Some(last) = self.0.last_mut() else { return };
        last.cells.resize(last.cells.len().max(column + 1), String::new());
        match text {
            Ok(text) => last.cells[column] = text,
            Err(why) => {
                let place = format!("{}{line}", letters(column));
                last.fault.get_or_insert(super::about_cell(&place, why));
            }
        }
    }

    fn raw(mut self, name: &str) -> Raw {
        let sorted = self.0.is_sorted_by(|a, b| a.line < b.line);
        if !sorted {
            self.0.sort_by_key(|row| row.line);
        }
        let first = self.0.first().map_or(1, |row| row.line);
        let last = self.0.last().map_or(0, |row| row.line);
        let spanned = (last + 1).saturating_sub(first);
        let blank = spanned.saturating_sub(self.0.len() as u64) as usize;
        Raw { rows: self.0, blank, origin: Origin::Workbook { sheet: name.to_owned() } }
    }
}

/// The letters of a column, from 0: `A`, `Z`, `AA`.
pub(super) fn letters(column: usize) -> String {
    let (rest, last) = (column / 26, (b'A' + (column % 26) as u8) as char);
    if rest == 0 { last.to_string() } else { format!("{}{last}", letters(rest - 1)) }
}

fn text_of_ref(value: &DataRef<'_>) -> Result<String, Text> {
    match value {
        DataRef::SharedString(text) => Ok(text.trim().to_owned()),
        DataRef::String(text) => Ok(text.trim().to_owned()),
        other => text_of(&Data::from(other.clone())),
    }
}

fn text_of(value: &Data) -> Result<String, Text> {
    match value {
        Data::Empty => Ok(String::new()),
        Data::String(text) => Ok(text.trim().to_owned()),
        Data::Int(number) => Ok(number.to_string()),
        Data::Float(number) => number::text(*number),
        Data::Bool(truth) => Ok(truth.to_string()),
        Data::DateTime(moment) => moment_text(moment),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Ok(text.trim().to_owned()),
        Data::Error(error) => Err(say!(
            en: "the cell holds the error {error}",
            zh: "单元格中是错误值 {error}"
        )),
    }
}

// A day as `2026-11-21`, with a clock time where it has one; a bare time as `09:30`.
fn moment_text(moment: &ExcelDateTime) -> Result<String, Text> {
    let serial = moment.as_f64();
    let (days, part) = (serial.floor(), serial - serial.floor());
    if !(0.0..2_958_466.0).contains(&serial) {
        return Err(say!(en: "its number {serial} is no day", zh: "数值 {serial} 不是日期"));
    }
    let seconds = ((part * 86_400.0).round() as u64).min(86_399);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let clock = |hour: u64| match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    };
    if moment.is_duration() {
        return Ok(clock(days as u64 * 24 + hour));
    }
    if days < 1.0 {
        return Ok(clock(hour));
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    Ok(if seconds == 0 { date } else { format!("{date} {}", clock(hour)) })
}

#[cfg(test)]
mod tests;
