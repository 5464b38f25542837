//! Tables of any form into rows that know their lines: CSV as people have it, XLSX, XLS.
//!
//! What a file is, its first bytes say, never its name: systems write texts called `.xls`. The
//! first row with something in it is the header; blanks around names and cells do not count. Rows
//! all of whose cells are empty say nothing; they are passed over and counted. Rows that sum up the
//! others keep their fault with them.

mod encoding;
mod totals;
mod workbook;

use std::collections::HashMap;

pub use encoding::Encoding;
pub(super) use totals::EXAMPLES;

use super::csv;
use crate::base::text::Text;
use crate::say;

const ZIP: &[u8] = b"PK\x03\x04";
// The container of XLS, and of workbooks with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

/// A file to be read as a table.
#[derive(Clone, Copy, Debug, Default)]
pub struct File<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// The sheet of a workbook; without it, the only one with something in it.
    pub sheet: Option<&'a str>,
    /// The line or row of the header, from 1; without it, the first with something in it.
    pub header: Option<u64>,
    /// What parts the cells of a text; without it, the header says: a tab, else `;`, else `,`.
    pub delimiter: Option<u8>,
    /// The names of the columns, where there is no header; empty where there is one.
    pub headers: &'a [String],
    /// How a text is written; without it, its bytes say.
    pub encoding: Option<&'static encoding_rs::Encoding>,
}

/// A table as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The names of the columns.
    pub headers: Vec<String>,
    /// What stands below.
    pub rows: Vec<Row>,
    /// How many rows had nothing in them.
    pub blank: usize,
    /// Where it stood.
    pub origin: Origin,
}

/// Where a table stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A text, written so, its cells parted so.
    Text {
        /// How the characters were written.
        encoding: Encoding,
        /// What parts the cells.
        delimiter: u8,
    },
    /// A workbook.
    Workbook {
        /// The name of the sheet.
        sheet: String,
    },
}

/// One record of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line on which it begins, or the row of the sheet, from 1.
    pub line: u64,
    /// Its cells, without the blanks around them.
    pub cells: Vec<String>,
    /// Why it cannot be used.
    pub fault: Option<Text>,
}

/// Rows with something in them, the header among them.
struct Raw {
    rows: Vec<Row>,
    blank: usize,
    origin: Origin,
}

/// Reads a table.
///
/// # Errors
/// When it is no table, has no header, or a column has no name or the name of another.
pub fn read(file: &File<'_>) -> Result<Sheet, Text> {
    let raw = if file.bytes.starts_with(ZIP) || file.bytes.starts_with(COMPOUND) {
        workbook::read(file.bytes, file.sheet)?
    } else {
        text(file)?
    };
    assemble(raw, file)
}

fn text(file: &File<'_>) -> Result<Raw, Text> {
    if file.sheet.is_some() {
        return Err(say!(
            en: "a text file has no sheets: leave `--sheet` out",
            zh: "文本文件没有工作表：请去掉 `--sheet`"
        ));
    }
    let (text, encoding) = encoding::decode(file.bytes, file.encoding)?;
    if text.trim_start().starts_with('<') {
        return Err(say!(
            en: "this is a web page or XML under another name: open it in Excel and save it as .xlsx",
            zh: "这其实是网页或 XML 文件：请用 Excel 打开后另存为 .xlsx"
        ));
    }
    let delimiter = file.delimiter.unwrap_or_else(|| delimiter_of(&text));
    let (rows, blank) = csv::rows(&text, delimiter)?;
    Ok(Raw { rows, blank, origin: Origin::Text { encoding, delimiter } })
}

fn delimiter_of(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let has = |delimiter: &u8| header.contains(char::from(*delimiter));
    [b'\t', b',', b';'].into_iter().find(has).unwrap_or(b',')
}

fn assemble(raw: Raw, file: &File<'_>) -> Result<Sheet, Text> {
    if !file.headers.is_empty() && !begins_with_header(&raw, file.headers) {
        return stated(raw, file);
    }
    let wanted = file.header;
    let is_text = matches!(raw.origin, Origin::Text { .. });
    let mut rows = raw.rows.into_iter().peekable();
    while rows.next_if(|row| wanted.is_some_and(|line| row.line < line)).is_some() {}
    let header = rows
        .next()
        .ok_or_else(|| say!(en: "the file is empty: it has no header", zh: "文件为空：没有表头"))?;
    if let Some(line) = wanted.filter(|line| *line != header.line) {
        return Err(
            say!(en: "row {line} is empty: it is no header", zh: "第 {line} 行为空，不是表头"),
        );
    }
    if let Some(line) =
        rows.peek().filter(|_| wanted.is_none()).and_then(|next| beneath(&header, next))
    {
        return Err(say!(
            en: "the first row has one cell only; if it is a title, say where the header is: `--header {line}`",
            zh: "首行只有一个单元格；如为标题，请指明表头所在行：`--header {line}`"
        ));
    }
    if let Some(fault) = header.fault {
        return Err(fault);
    }
    let written = header.cells.len();
    let headers = checked_headers(header.cells)?;
    Ok(sheet(headers, rows, is_text.then_some(written), raw.blank, raw.origin))
}

fn sheet(
    headers: Vec<String>,
    rows: impl Iterator<Item = Row>,
    written: Option<usize>,
    blank: usize,
    origin: Origin,
) -> Sheet {
    let mut rows: Vec<Row> = rows.map(|row| fitted(row, headers.len(), written)).collect();
    totals::without_examples(&mut rows);
    totals::mark(&mut rows);
    Sheet { headers, rows, blank, origin }
}

// Refused rows are written with a header, whatever the table had.
fn begins_with_header(raw: &Raw, headers: &[String]) -> bool {
    raw.rows.first().is_some_and(|row| row.cells.ends_with(headers))
}

// A table whose first row is one like the others.
fn stated(raw: Raw, file: &File<'_>) -> Result<Sheet, Text> {
    if file.header.is_some() {
        return Err(say!(
            en: "the mapping names the columns of this table: leave `--header` out",
            zh: "映射已写明此表的列名：请去掉 `--header`"
        ));
    }
    let headers = checked_headers(file.headers.to_vec())?;
    let written = matches!(raw.origin, Origin::Text { .. }).then_some(headers.len());
    Ok(sheet(headers, raw.rows.into_iter(), written, raw.blank, raw.origin))
}

// The line of the second row, where the first looks like the title of a table that it begins.
fn beneath(first: &Row, second: &Row) -> Option<u64> {
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    (filled(first) == 1 && filled(second) > 1).then_some(second.line)
}

// Columns without a name at the right end are what spreadsheets leave behind.
fn checked_headers(mut headers: Vec<String>) -> Result<Vec<String>, Text> {
    let named = headers.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    headers.truncate(named);
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (at, name) in headers.iter().enumerate() {
        let column = at + 1;
        if name.is_empty() {
            return Err(say!(
                en: "column {column} has no name: every column needs one in the header",
                zh: "第 {column} 列没有名称：表头中每列都要有名称"
            ));
        }
        if let Some(first) = seen.insert(name, column) {
            return Err(say!(
                en: "columns {first} and {column} are both called `{name}`: rename one of them",
                zh: "第 {first} 列与第 {column} 列都叫 `{name}`：请改其中一个"
            ));
        }
    }
    Ok(headers)
}

// In a text each row has as many cells as the header; a sheet has no cells behind the last one.
fn fitted(mut row: Row, width: usize, written: Option<usize>) -> Row {
    let found = row.cells.len();
    let beyond = row.cells.iter().skip(width).any(|cell| !cell.is_empty());
    let ragged = beyond || written.is_some_and(|written| written != found);
    if ragged && row.fault.is_none() {
        row.fault = Some(say!(
            en: "the row has {found} cells, the header has {width}",
            zh: "该行有 {found} 个单元格，表头有 {width} 个"
        ));
    }
    if !ragged {
        row.cells.resize(width, String::new());
    }
    row
}

/// What is wrong with one cell.
fn about_cell(place: &str, why: Text) -> Text {
    super::import::about(place, why)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(bytes: &[u8]) -> Sheet {
        read(&File { bytes, ..File::default() }).unwrap_or_else(|why| panic!("{}", why.en))
    }

    fn refusal(bytes: &[u8]) -> Text {
        read(&File { bytes, ..File::default() }).unwrap_err()
    }

    #[test]
    fn a_title_above_the_header_is_passed_over_when_it_is_said() {
        let text = "2026年客户台账\n\n制表,李伟\n公司,电话\n星辰,139\n";
        let why = refusal(text.as_bytes());
        assert_eq!(
            why.en,
            "the first row has one cell only; if it is a title, say where the header is: `--header 3`"
        );
        let with = |header| read(&File { bytes: text.as_bytes(), header, ..File::default() });
        let found = with(Some(4)).unwrap();
        assert_eq!(found.headers, ["公司", "电话"]);
        assert_eq!((found.rows.len(), found.rows[0].line), (1, 5));
        assert_eq!(with(Some(2)).unwrap_err().en, "row 2 is empty: it is no header");
        assert_eq!(with(Some(9)).unwrap_err().en, "the file is empty: it has no header");
        // A table of one column is none with a title.
        assert_eq!(sheet("公司\n星辰\n".as_bytes()).headers, ["公司"]);
    }

    #[test]
    fn the_header_says_what_parts_the_cells() {
        for text in ["a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "\n\na,b\n1,2\n"] {
            let sheet = sheet(text.as_bytes());
            assert_eq!((sheet.headers.len(), sheet.rows[0].cells.len()), (2, 2), "{text:?}");
        }
        let stated = File { bytes: b"a,b;c\n1,2;3\n", delimiter: Some(b';'), ..File::default() };
        assert_eq!(read(&stated).unwrap().headers, ["a,b", "c"]);
    }

    #[test]
    fn columns_without_a_name_at_the_end_are_left_out_where_they_are_empty() {
        let sheet = sheet(b"a,b,,\n1,2,,\n1,2,3,\n");
        assert_eq!(sheet.headers, ["a", "b"]);
        assert_eq!(sheet.rows[0].cells, ["1", "2"]);
        assert!(sheet.rows[1].fault.as_ref().unwrap().en.contains("4 cells, the header has 2"));
    }

    #[test]
    fn what_is_no_table_is_told() {
        assert!(refusal(b"").en.contains("no header"));
        assert!(refusal(b" <html><table>").zh.contains("另存为 .xlsx"));
        assert!(refusal(b"PK\x03\x04 broken").en.contains("cannot be read"));
        assert!(refusal(b"\xD0\xCF\x11\xE0 broken").en.contains("password"));
        let asked = File { bytes: b"a\n", sheet: Some("x"), ..File::default() };
        assert!(read(&asked).unwrap_err().en.contains("no sheets"));
    }

    #[test]
    fn the_origin_is_kept() {
        let (gb, _, _) = encoding_rs::GB18030.encode("客户\n星辰\n\n海达\n");
        let sheet = sheet(&gb);
        assert_eq!(sheet.origin, Origin::Text { encoding: Encoding::Gb18030, delimiter: b',' });
        assert_eq!((sheet.headers[0].as_str(), sheet.blank), ("客户", 1));
        assert_eq!(sheet.rows[1].line, 4);
    }
}
