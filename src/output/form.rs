//! Forms as workbooks with drop-downs, and as CSV.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, Formula, Note, Workbook, Worksheet,
    XlsxError,
};

use super::xlsx::{day_format, text_format, too_much, width};
use crate::base::form::{Entry, Form, Holds};
use crate::base::text::{Lang, Text};

// Rows that the drop-downs reach to.
const LAST_ROW: u32 = 5000;
const LISTS: &str = "lists";

/// The form as a workbook: headings, an example row, drop-downs from a hidden sheet.
///
/// # Errors
/// When it does not fit into one.
pub fn xlsx(form: &Form, lang: Lang) -> Result<Vec<u8>, Text> {
    filled(form, lang).map_err(too_much)
}

/// The form as CSV, for a spreadsheet: headings and the example row.
pub fn csv(form: &Form) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for row in [heading as fn(&Entry) -> &str, |entry| entry.example.as_str()] {
        writer
            .write_record(form.columns.iter().map(row))
            .expect("memory takes all, and both rows have a cell a column");
    }
    let bytes = writer.into_inner().expect("memory takes all");
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

fn heading(entry: &Entry) -> &str {
    &entry.heading
}

fn filled(form: &Form, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(&form.name)?;
    for (at, entry) in (0..).zip(&form.columns) {
        column(sheet, at, entry)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    if form.columns.iter().all(|entry| entry.choices.is_empty()) {
        return book.save_to_buffer();
    }
    for (at, entry) in (0..).zip(&form.columns).filter(|(_, entry)| !entry.choices.is_empty()) {
        let sheet = book.worksheet_from_index(0)?;
        sheet.add_data_validation(1, at, LAST_ROW, at, &choice(at, entry.choices.len(), lang)?)?;
    }
    let lists = book.add_worksheet().set_name(LISTS)?;
    for (at, entry) in (0..).zip(&form.columns) {
        for (line, choice) in (0..).zip(&entry.choices) {
            lists.write_string(line, at, choice)?;
        }
    }
    lists.set_hidden(true);
    book.save_to_buffer()
}

fn column(sheet: &mut Worksheet, at: u16, entry: &Entry) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let faint = text_format().set_italic().set_font_color(Color::Gray);
    sheet.write_string_with_format(0, at, &entry.heading, &bold)?;
    sheet.write_string_with_format(1, at, &entry.example, &faint)?;
    sheet.set_column_width(at, width(&entry.heading))?;
    match entry.holds {
        Holds::Text => drop(sheet.set_column_format(at, &text_format())?),
        Holds::Day => drop(sheet.set_column_format(at, &day_format())?),
        Holds::Number => {}
    }
    if !entry.note.is_empty() {
        sheet.insert_note(0, at, &Note::new(&entry.note).add_author_prefix(false))?;
    }
    Ok(())
}

// Other spellings are read as well, so that a value that is not listed is only warned of.
fn choice(at: u16, count: usize, lang: Lang) -> Result<DataValidation, XlsxError> {
    let letters = rust_xlsxwriter::utility::column_number_to_name(at);
    let list = Formula::new(format!("={LISTS}!${letters}$1:${letters}${count}"));
    let told = crate::say!(
        en: "This is not in the list; the import reads other spellings too.",
        zh: "列表中没有此项；其他写法导入时也可能识别。"
    );
    DataValidation::new()
        .allow_list_formula(list)
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_message(told.pick(lang))
}
