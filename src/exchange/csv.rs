//! CSV texts into rows that know their lines.
//!
//! With any line ends, with line breaks inside quoted cells.

use ::csv::{ByteRecord, ReaderBuilder, WriterBuilder};

use super::sheet::Row;
use crate::base::table::FORMULA_SIGNS;
use crate::base::text::Text;
use crate::say;

/// The rows of a text that say something, the header among them, and how many say nothing;
/// `delimiter` parts the cells.
///
/// # Errors
/// When it cannot be read at all.
pub(super) fn rows(text: &str, delimiter: u8) -> Result<(Vec<Row>, usize), Text> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut rows = Vec::new();
    let mut blank = 0;
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(|error| unreadable(&error))? {
        let start = record.position().map_or(0, |position| position.byte() as usize);
        let end = reader.position().byte() as usize;
        blank += lines.empty_before(start);
        let line = lines.of(start);
        let cells: Vec<String> = record.iter().map(cell).collect();
        if cells.iter().all(String::is_empty) {
            blank += 1;
        } else {
            let fault = lines.open_quote(end).then(|| never_closed(line));
            rows.push(Row { line, cells, fault });
        }
    }
    Ok((rows, blank))
}

// Records of a text end where its bytes are ASCII, so every cell is UTF-8.
fn cell(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    unguarded(text.trim()).to_owned()
}

// The `'` that keeps a spreadsheet from running a text as a formula is no part of it.
fn unguarded(text: &str) -> &str {
    let guarded = text.strip_prefix('\'');
    guarded.filter(|rest| rest.starts_with(FORMULA_SIGNS)).unwrap_or(text)
}

fn unreadable(error: &::csv::Error) -> Text {
    say!(en: "not readable as CSV: {error}", zh: "无法按 CSV 读取：{error}")
}

fn never_closed(line: u64) -> Text {
    say!(
        en: "a quotation mark opened in the row of line {line} is never closed; all below went into it",
        zh: "第 {line} 行中的引号没有结束，其后的内容都被并入该行"
    )
}

/// Counts lines once, forwards.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    // How many lines with nothing at all end between the last row and `start`.
    fn empty_before(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let start = start.min(bytes.len());
        let gap = bytes[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        // The second half of the CRLF that ended the last row.
        let half =
            usize::from(start > 0 && bytes[start - 1] == b'\r' && bytes.get(start) == Some(&b'\n'));
        (start + half..start + gap).filter(|at| ends_line(bytes, *at)).count()
    }

    // The reader says where it stopped; the row begins behind the line ends that follow.
    fn of(&mut self, start: usize) -> u64 {
        let bytes = self.text.as_bytes();
        let rest = &bytes[start.min(bytes.len())..];
        let gap = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = (start + gap).min(bytes.len());
        self.line += (self.at..start).filter(|at| ends_line(bytes, *at)).count() as u64;
        self.at = start;
        self.line
    }

    // Whether the row that begins here and ends at `end` swallowed the rest of the file.
    fn open_quote(&self, end: usize) -> bool {
        let bytes = self.text.as_bytes();
        let row = &bytes[self.at..end.clamp(self.at, bytes.len())];
        let is_last = end >= bytes.len();
        let quotes = || row.iter().filter(|byte| **byte == b'"').count();
        is_last && row.trim_ascii_end().contains(&b'\n') && quotes() % 2 == 1
    }
}

// LF, CRLF or, in very old files, CR.
fn ends_line(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    }
}

/// The text of a table, each line ended by LF; rows may differ in length.
pub fn write<'a, R>(rows: impl IntoIterator<Item = R>, delimiter: u8) -> String
where
    R: IntoIterator<Item = &'a str>,
{
    let mut writer =
        WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
    for row in rows {
        // A vector takes every byte.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::exchange::sheet::{File, Sheet};

    fn read(text: &str, delimiter: u8) -> Result<Sheet, Text> {
        let delimiter = Some(delimiter);
        crate::exchange::sheet::read(&File { bytes: text.as_bytes(), delimiter, ..File::default() })
    }

    fn lines(text: &str) -> Vec<(u64, Vec<String>)> {
        let sheet = read(text, b',').unwrap();
        sheet.rows.into_iter().map(|row| (row.line, row.cells)).collect()
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn line_ends_and_marks_do_not_matter() {
        let expected = [row(2, &["1", "2"]), row(3, &["3", "4"])];
        for text in [
            "a,b\n1,2\n3,4\n",
            "\u{feff}a,b\n1,2\n3,4",
            "a,b\r\n1,2\r\n3,4\r\n",
            "\u{feff} a , b \r\n 1 , 2 \r\n3,4",
        ] {
            assert_eq!(read(text, b',').unwrap().headers, ["a", "b"], "{text:?}");
            assert_eq!(lines(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_quoted_cell_may_have_lines_and_the_next_row_knows_its_own() {
        let expected = [row(2, &["x\ny", "2"]), row(4, &["3", "4"])];
        assert_eq!(lines("a,b\n\"x\ny\",2\n3,4\n"), expected);
        let text = "a,b\r\n\"x\r\ny\",2\r\n3,4\r\n";
        assert_eq!(lines(text)[0], row(2, &["x\r\ny", "2"]));
        assert_eq!(lines(text)[1].0, 4);
    }

    #[test]
    fn blank_lines_and_rows_say_nothing() {
        assert_eq!(
            lines("a,b\n\n1,2\n,\n \r\n\r\n3,4\n"),
            [row(3, &["1", "2"]), row(7, &["3", "4"])]
        );
    }

    #[test]
    fn ragged_rows_are_told_and_kept() {
        let sheet = read("a,b\n1\n1,2,3\n1,2\n", b',').unwrap();
        let faults: Vec<bool> = sheet.rows.iter().map(|row| row.fault.is_some()).collect();
        assert_eq!(faults, [true, true, false]);
        let why = sheet.rows[1].fault.as_ref().unwrap();
        assert_eq!(why.en, "the row has 3 cells, the header has 2");
        assert_eq!(why.zh, "该行有 3 个单元格，表头有 2 个");
    }

    #[test]
    fn an_open_quote_is_told() {
        let sheet = read("a,b\n1,\"2\n3,4\n", b',').unwrap();
        assert!(sheet.rows[0].fault.as_ref().unwrap().en.contains("line 2 is never closed"));
        assert!(read("a,b\n1,2\n3,5\" disk\n", b',').unwrap().rows[1].fault.is_none());
    }

    #[test]
    fn headers_are_there_and_differ() {
        assert!(read("", b',').unwrap_err().en.contains("no header"));
        assert!(read("a,,b\n", b',').unwrap_err().en.contains("column 2 has no name"));
        assert!(read("a,b, a\n", b',').unwrap_err().en.contains("columns 1 and 3"));
    }

    #[test]
    fn other_delimiters_are_fine() {
        assert_eq!(read("a;b\n1,5;2\n", b';').unwrap().rows[0].cells, ["1,5", "2"]);
        assert_eq!(read("a\tb\n1\t2\n", b'\t').unwrap().rows[0].cells, ["1", "2"]);
    }

    #[test]
    fn what_is_written_is_read() {
        let text = write([["a", "b"], ["x\ny", "\"q\", r"]], b',');
        assert_eq!(text, "a,b\n\"x\ny\",\"\"\"q\"\", r\"\n");
        assert_eq!(lines(&text), [row(2, &["x\ny", "\"q\", r"])]);
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "[ab,;\"\r\n\u{feff} ]{0,40}") {
            if let Ok(sheet) = read(&text, b',') {
                let lines: Vec<u64> = sheet.rows.iter().map(|row| row.line).collect();
                prop_assert!(lines.windows(2).all(|pair| pair[0] < pair[1]), "{lines:?}");
            }
        }
    }
}
