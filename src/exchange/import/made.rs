//! Columns that the table does not have, made of those that it has and of what the book knows.

use std::borrow::Cow;
use std::collections::HashMap;

use super::index::Index;
use super::{about, life};
use crate::base::date::Date;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::book::{AnyRow, Book};
use crate::exchange::cell;
use crate::exchange::mapping::{Mapping, Piece, Way};
use crate::exchange::sheet::{Row, Sheet};
use crate::query::Path;
use crate::say;

// Digits of a quotient: prices have no more.
const DIGITS: u8 = 6;

/// The table with the columns that the mapping makes behind its own.
///
/// # Errors
/// When one of them bears the name of another column, or takes a field that is not there or masked.
/// What cannot be made for a row refuses this row.
pub(super) fn with<'s>(
    (book, today): (&Book<'_>, Date),
    mapping: &Mapping,
    sheet: &'s Sheet,
) -> Result<Cow<'s, Sheet>, Text> {
    if mapping.made.is_empty() {
        return Ok(Cow::Borrowed(sheet));
    }
    let mut sheet = sheet.clone();
    let at: HashMap<String, usize> = sheet.headers.iter().cloned().zip(0..).collect();
    let mut makers = Vec::new();
    for made in &mapping.made {
        if at.contains_key(&made.name) {
            let name = &made.name;
            return Err(say!(
                en: "the table has a column `{name}` already: give the made one another name",
                zh: "表格中已有列 `{name}`：请为生成的列另取名称"
            ));
        }
        makers.push((made.name.as_str(), maker(book, &made.way)?));
    }
    let cells = Cells { at: &at, nulls: &mapping.nulls };
    for row in sheet.rows.iter_mut().filter(|row| row.fault.is_none()) {
        let made: Result<Vec<String>, Text> = makers
            .iter()
            .map(|(name, maker)| {
                maker.make((book, today), &cells, row).map_err(|why| about(name, why))
            })
            .collect();
        match made {
            Ok(made) => row.cells.extend(made),
            Err(why) => row.fault = Some(why),
        }
    }
    sheet.headers.extend(mapping.made.iter().map(|made| made.name.clone()));
    Ok(Cow::Owned(sheet))
}

/// The cells of the table's own columns.
struct Cells<'c> {
    at: &'c HashMap<String, usize>,
    nulls: &'c [String],
}

impl Cells<'_> {
    // A column that is not there is told when the columns are held against the mapping.
    fn get<'r>(&self, row: &'r Row, column: &str) -> &'r str {
        let cell = self.at.get(column).and_then(|at| row.cells.get(*at)).map_or("", String::as_str);
        if self.nulls.iter().any(|null| null == cell) { "" } else { cell }
    }
}

/// A way to make cells, with what it needs of the book.
enum Maker<'m> {
    Cells(&'m Way),
    Book { by: &'m str, kind: Kind, path: Path, index: Box<Index<'m>> },
}

fn maker<'m>(book: &'m Book<'m>, way: &'m Way) -> Result<Maker<'m>, Text> {
    let Way::Taken { by, kind, path } = way else { return Ok(Maker::Cells(way)) };
    let path = Path::parse(book, *kind, path)?;
    if path.sensitive() {
        let key = path.key();
        return Err(say!(
            en: "`{key}` is masked in outputs and cannot be taken over",
            zh: "`{key}` 在输出中隐去，不能取用"
        ));
    }
    Ok(Maker::Book { by, kind: *kind, path, index: Box::new(Index::new(book, [*kind])) })
}

impl Maker<'_> {
    fn make(
        &self,
        (book, today): (&Book<'_>, Date),
        cells: &Cells<'_>,
        row: &Row,
    ) -> Result<String, Text> {
        match self {
            Maker::Book { by, kind, path, index } => {
                let named = cells.get(row, by);
                if named.is_empty() {
                    return Ok(String::new());
                }
                let id = index.find(*kind, named)?;
                Ok(book.any(*kind, &id).map(|it| first(book, path, it, today)).unwrap_or_default())
            }
            Maker::Cells(Way::Text(pieces)) => Ok(text(pieces, cells, row)),
            Maker::Cells(Way::Less { number, share, whole }) => {
                let both = (cells.get(row, number), cells.get(row, share));
                less(both.0, both.1, Decimal::from_int((*whole).into()))
            }
            Maker::Cells(Way::Per { number, by }) => {
                per(cells.get(row, number), cells.get(row, by))
            }
            Maker::Cells(Way::Taken { .. }) => Ok(String::new()),
        }
    }
}

fn first<'b>(book: &'b Book<'b>, path: &Path, row: AnyRow<'b>, today: Date) -> String {
    let mut found = None;
    path.any(book, row, today, &mut |view| {
        found = life::text_of(view);
        found.is_some()
    });
    found.unwrap_or_default()
}

// Nothing where all of the cells are empty; plain text alone says nothing of a row.
fn text(pieces: &[Piece], cells: &Cells<'_>, row: &Row) -> String {
    let parts = pieces.iter().map(|piece| match piece {
        Piece::Plain(text) => (text.as_str(), false),
        Piece::Cell(column) => (cells.get(row, column), true),
    });
    let is_filled = parts.clone().any(|(text, is_cell)| is_cell && !text.is_empty());
    if !is_filled {
        return String::new();
    }
    parts.map(|(text, _)| text).collect::<String>().trim().to_owned()
}

fn less(number: &str, share: &str, whole: Decimal) -> Result<String, Text> {
    if number.is_empty() || share.is_empty() {
        return Ok(number.to_owned());
    }
    let (amount, off) = (cell::number(number, None)?, cell::number(share, None)?);
    if off < Decimal::ZERO || off > whole {
        return Err(say!(
            en: "`{share}` is no share between 0 and {whole}",
            zh: "`{share}` 不是 0 到 {whole} 之间的比例"
        ));
    }
    let kept = whole.checked_sub(off).and_then(|kept| kept.checked_mul(amount));
    // Hundredths move the point and lose nothing.
    let kept = kept.and_then(|kept| match whole == Decimal::from_int(100) {
        true => kept.checked_mul(Decimal::new(1, 2)?),
        false => Some(kept),
    });
    kept.map(|kept| kept.normalized().to_string()).ok_or_else(|| too_long(number))
}

fn per(number: &str, by: &str) -> Result<String, Text> {
    if number.is_empty() || by.is_empty() {
        return Ok(number.to_owned());
    }
    let (amount, parts) = (cell::number(number, None)?, cell::number(by, None)?);
    let one = amount.div(parts, DIGITS, Rounding::HalfEven).map(Decimal::normalized);
    let comes_out = |one: &Decimal| {
        one.checked_mul(parts).map(Decimal::normalized) == Some(amount.normalized())
    };
    one.filter(comes_out).map(|one| one.to_string()).ok_or_else(|| {
        say!(
            en: "`{number}` by `{by}` does not come out even",
            zh: "`{number}` 除以 `{by}` 除不尽"
        )
    })
}

fn too_long(number: &str) -> Text {
    say!(en: "`{number}` has too many digits", zh: "`{number}` 位数过多")
}
