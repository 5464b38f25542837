//! Import: a table into planned files, in one pass over its rows against indexes of the book.
//!
//! 0. `made`: columns that the table does not have.
//! 1. `draft`: each row becomes a draft of the record that it is, and of further ones in it; `gather`:
//!    several rows become one, each an item of a list.
//! 2. `identify`: drafts meet the records that they were imported as, or get an id.
//! 3. `resolve`: after the last row, names become ids of records, old and new.
//! 4. `life`, `update`, `build`: moves and close, what differs from the book, the new texts.
//! 5. `settle`: what refers to a refused row is refused with it.
//!
//! The same table into the same book gives the same bytes: ids derive from the import keys.

mod build;
mod columns;
mod draft;
mod gather;
mod identify;
mod index;
mod life;
mod literals;
mod made;
mod resolve;
mod settle;
mod update;

pub(super) use columns::OF_REJECTS;
pub(super) use life::text_of;

use std::borrow::Cow;

use super::csv;
use super::definitions::Definitions;
use super::headers::Names;
use super::mapping::{Mapping, Record};
use super::sheet::{Origin, Sheet};
use super::target::Target;
use crate::base::change::Change;
use crate::base::date::{Date, Instant};
use crate::base::id::{Id, derived_suffix};
use crate::base::kind::Kind;
use crate::base::route::Key;
use crate::base::text::{Lang, Text};
use crate::base::width::normalize_width;
use crate::book::Book;
use crate::say;
use columns::Columns;
use draft::Drafts;

// Characters that stand in a key for a sensitive value: 60 bits.
const KEY_LENGTH: usize = 12;

/// The table to be imported.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The name of its file, without folders: `imported.from`.
    pub file_name: &'a str,
    /// What it holds.
    pub sheet: &'a Sheet,
}

/// What an import needs to know besides the book and the table.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day of the import: `imported.on`.
    pub today: Date,
    /// The moment of the import: `entered.at`.
    pub now: Instant,
    /// Who imports, where that is known.
    pub by: Option<&'a Id>,
    /// Fields with the value that every record gets, over the constants of the mapping.
    pub constants: &'a [(String, String)],
}

/// What an import would do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The files to be written, referents before referrers.
    pub changes: Vec<Change>,
    /// Rows that become new records.
    pub created: usize,
    /// Rows whose records change.
    pub updated: usize,
    /// Rows whose records say the same already.
    pub unchanged: usize,
    /// Further records that rows give and the book does not have, by kind.
    pub also_created: Vec<(Kind, usize)>,
    /// Further records that rows give and that change, by kind.
    pub also_updated: Vec<(Kind, usize)>,
    /// Rows that are left out, in the order of the file.
    pub refusals: Vec<Refusal>,
    /// The aliases that the table used.
    pub aliases: Vec<AliasUse>,
    /// Where the table stood.
    pub origin: Origin,
    /// How many rows had nothing in them.
    pub blank: usize,
    /// How many rows were passed over because they have no key, where the mapping says so.
    pub keyless: usize,
    headers: Vec<String>,
}

/// A row that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line on which the row begins, from 1.
    pub line: u64,
    /// Its cells.
    pub record: Vec<String>,
    /// Everything that is wrong with it.
    pub reason: Text,
}

/// An alias of the mapping that the table used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AliasUse {
    /// The column.
    pub column: String,
    /// What stands in the table.
    pub from: String,
    /// What it means.
    pub to: String,
    /// In how many rows.
    pub rows: usize,
}

impl Plan {
    /// The refused rows as CSV, with `line` and `reason` before their own columns. The same
    /// mapping imports it again once it is mended: the two columns are passed over.
    pub fn rejects_csv(&self, lang: Lang) -> String {
        let header = ["line", "reason"].into_iter().chain(self.headers.iter().map(String::as_str));
        let lines: Vec<String> =
            self.refusals.iter().map(|refusal| refusal.line.to_string()).collect();
        let rows = self.refusals.iter().zip(&lines).map(|(refusal, line)| {
            let own = refusal.record.iter().map(String::as_str);
            [line.as_str(), refusal.reason.pick(lang)].into_iter().chain(own).collect::<Vec<_>>()
        });
        let delimiter = match self.origin {
            Origin::Text { delimiter, .. } => delimiter,
            Origin::Workbook { .. } => b',',
        };
        csv::write(std::iter::once(header.collect()).chain(rows), delimiter)
    }
}

/// Everything that the steps of an import read and none of them changes.
struct Job<'p> {
    book: &'p Book<'p>,
    mapping: &'p Mapping,
    sheet: &'p Sheet,
    /// How many columns the table has itself; behind them stand those that are made.
    width: usize,
    columns: Columns<'p>,
    constants: &'p [(Target, String)],
    definitions: Definitions<'p>,
    file_name: &'p str,
    cx: &'p Context<'p>,
}

/// Plans the import of `source` into `book`. Rules are not asked: that is for the check of the
/// whole plan.
///
/// # Errors
/// When nothing can be imported: the mapping is for another kind, a column of the table is neither
/// mapped nor ignored, or one of the mapping is not in the table, or a constant is no value of its
/// field. What is wrong with single rows refuses these rows only.
pub fn plan(
    book: &Book<'_>,
    kind: Kind,
    mapping: &Mapping,
    source: &Source<'_>,
    cx: &Context<'_>,
) -> Result<Plan, Text> {
    if mapping.kind() != kind {
        return Err(other_kind(kind, mapping.kind()));
    }
    let sheet = &*made::with((book, cx.today), mapping, source.sheet)?;
    let columns = Columns::new(&sheet.headers, mapping)?;
    let constants = constants(book, kind, cx)?;
    let definitions = Definitions::new(book);
    literals::check(mapping, &constants, book.policy())?;
    let file_name = source.file_name;
    let constants = &constants;
    let width = source.sheet.headers.len();
    let job = Job { book, mapping, sheet, width, columns, constants, definitions, file_name, cx };
    let mut drafts = Drafts::read(&job);
    let index = identify::identify(&job, &mut drafts);
    resolve::resolve(&index, &mut drafts);
    let results = build::build(&job, &index, &mut drafts);
    let outcome = settle::settle(&job, &mut drafts, results);
    Ok(outcome.plan(&job, drafts))
}

fn other_kind(asked: Kind, mapped: Kind) -> Text {
    let (asked, mapped) = (asked.key(), mapped.key());
    say!(
        en: "the mapping is for kind `{mapped}`, not `{asked}`",
        zh: "该映射用于 `{mapped}`，而不是 `{asked}`"
    )
}

// By route, else by a name that a header could have.
fn constants(book: &Book<'_>, kind: Kind, cx: &Context<'_>) -> Result<Vec<(Target, String)>, Text> {
    let by_name = |typed: &str| Target::parse(kind, &Names::new(book, kind).route(typed));
    let target = |(typed, text): &(String, String)| {
        let target = Target::parse(kind, typed).or_else(|why| by_name(typed).map_err(|_| why))?;
        Ok((target, text.clone()))
    };
    cx.constants.iter().map(target).collect()
}

/// The words `name: reason` in both languages.
pub(super) fn about(name: &str, why: Text) -> Text {
    Text { en: format!("`{name}`: {}", why.en).into(), zh: format!("`{name}`：{}", why.zh).into() }
}

impl<'p> Job<'p> {
    /// Whether values of a field or tag are masked in every output.
    fn hides(&self, kind: Kind, target: &Target) -> bool {
        match target.route.keys() {
            [Key::Name(head), Key::Name(tag)] if &**head == "tags" => {
                self.book.hides_tag(kind, tag)
            }
            _ => target.is_sensitive(),
        }
    }

    /// The part of an import key that a cell gives: keys are shown, so that a sensitive value does
    /// not stand in them.
    fn key_part<'c>(&self, record: &Record, column: &str, cell: &'c str) -> Cow<'c, str> {
        let hidden = record
            .columns
            .iter()
            .filter(|own| own.name == column)
            .any(|own| own.targets.iter().any(|target| self.hides(record.kind, target)));
        match hidden && !cell.is_empty() {
            true => derived_suffix(&normalize_width(cell), KEY_LENGTH).into(),
            false => cell.into(),
        }
    }

    /// The constants of a record: those of the import over those of the mapping.
    fn constants_of(&self, record: &'p Record) -> impl Iterator<Item = &'p (Target, String)> {
        let is_main = std::ptr::eq(record, &self.mapping.main);
        let given: &'p [(Target, String)] = if is_main { self.constants } else { &[] };
        let own = record.constants.iter();
        let own = own
            .filter(move |(target, _)| given.iter().all(|(other, _)| other.route != target.route));
        own.chain(given)
    }
}

#[cfg(test)]
mod tests;
