//! Mappings: what the columns of a table mean, as a TOML file.
//!
//! ```toml
//! kind = "opportunity"            # what the rows are
//! key = "opportunity_id"          # the column, or columns, that tell rows apart: `imported.key`
//! nulls = ["NULL"]                # texts that stand for an empty cell
//! date = "DD/MM/YYYY"             # the form of dates, for columns that state none
//!
//! [constants]                     # the same in every record
//! currency = "USD"
//!
//! [columns.account]
//! field = "customer"              # a field by its route; a reference is found by name
//!
//! [columns.product]
//! field = "lines.0.product"       # lists by position
//! aliases = { GTXPro = "GTX Pro" }  # spellings of this table; each one used is told
//!
//! [columns.deal_stage.values]     # what a value means; a value that is not listed is refused
//! Won = { outcome = "won", stage = "contract" }
//! Lost = { outcome = "lost", stage = "interested" }
//!
//! [columns.revenue]
//! field = "tags.revenue"
//! scale = 1000000                 # the column holds millions
//! empty = "refuse"                # else an empty cell leaves its field alone; `clear` empties it
//!
//! [columns.remark]
//! ignore = true                   # each column is mapped, used or ignored
//!
//! [[moves]]                       # one step of the record's life, where the cell has a date
//! on = "close_date"
//! by = "owner"                    # a field of the record
//! copy = ["stage", "outcome"]     # from the record, as far as the steps before say otherwise
//!
//! [closed]                        # what was true at the close, where it is won or lost
//! on = "close_date"
//! amount = "close_value"
//!
//! [[also]]                        # a further record in the same row, where its key has a value
//! kind = "member"
//! key = "manager"
//! constants = { role = "sales_manager" }
//! columns.manager.field = "name"
//! ```
//!
//! Columns that the table does not have are made: `made.name.text = "{first} {last}"`, `made.source = { by =
//! "activity", take = "activity.lead.source" }`, `made.price = { number = "list", less = "discount" }`. Rows with the
//! same key are items of one record where a field has a `+`: `lines.+.product`.
//!
//! Further: `key_by = "first"`, `fields` for several fields of one column, `split = ";"` for lists, `delimiter`, `id =
//! { slug = "column" }` or `{ column = "column" }`, `folder = "none" | "year" | "month"`,
//! `duplicates = "create"`. `docs/import.md` explains them with an example.

mod check;
mod made;
mod raw;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use made::{Made, Piece, Way};
pub(super) use raw::{Empty, WithoutKey};

use super::date_format::DateFormat;
use super::target::Target;
use crate::base::decimal::Decimal;
use crate::base::kind::{Kind, Spread};
use crate::text::decode::decode;
use crate::text::fault::Fault;
use crate::text::toml;

/// What the columns of a table mean.
#[derive(Clone, Debug)]
pub struct Mapping {
    /// The record that each row is.
    pub(super) main: Record,
    /// Further records that rows give.
    pub(super) also: Vec<Record>,
    /// What stands between two cells of a text: `,`, `;` or a tab; without it, the header says.
    pub(super) delimiter: Option<u8>,
    /// What becomes of a row without a key.
    pub(super) without_key: WithoutKey,
    /// Texts that stand for an empty cell.
    pub(super) nulls: Vec<String>,
    /// By column: spellings of the table and what they stand for.
    pub(super) aliases: BTreeMap<String, BTreeMap<String, String>>,
    /// Columns that are left out on purpose.
    pub(super) ignored: BTreeSet<String>,
    /// Columns that the table does not have and that are made of those that it has.
    pub(super) made: Vec<Made>,
    /// The names of the columns of a table without a header.
    headers: Vec<String>,
    /// How the characters of the table are written, where that is not found out.
    encoding: Option<&'static encoding_rs::Encoding>,
}

/// How one record is made of a row.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) kind: Kind,
    /// The columns that make the import key.
    pub(super) key: Vec<String>,
    /// Whether the first of them that is not empty is the key; else all of them together.
    pub(super) key_is_first: bool,
    pub(super) id: IdRule,
    pub(super) folder: Spread,
    /// Whether a row whose name another record bears is another record all the same.
    pub(super) creates_duplicates: bool,
    pub(super) constants: Vec<(Target, String)>,
    pub(super) columns: Vec<Column>,
    pub(super) moves: Vec<MoveRule>,
    pub(super) closed: Option<ClosedRule>,
    /// Whether each row adds an item to a list, so that several rows describe one record.
    pub(super) gathers: bool,
}

/// Where the id of a new record comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum IdRule {
    /// The rule of the kind.
    OfKind,
    /// The slug of a column.
    Slug(String),
    /// A column that holds ids.
    Column(String),
}

/// One column that sets fields.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) targets: Vec<Target>,
    /// What each value means; empty where the cell itself is the value.
    pub(super) values: BTreeMap<String, Vec<(Target, String)>>,
    pub(super) how: How,
    pub(super) empty: Empty,
}

/// How the text of a cell is read.
#[derive(Clone, Debug, Default)]
pub(super) struct How {
    /// The stated forms of dates; without one only forms that can be read in one way.
    pub(super) dates: Vec<DateFormat>,
    /// What numbers are multiplied by.
    pub(super) scale: Option<Decimal>,
    /// What parts the items of a list.
    pub(super) split: Option<String>,
}

/// A cell of a column, read in the column's way.
#[derive(Clone, Debug)]
pub(super) struct CellRule {
    pub(super) column: String,
    pub(super) how: How,
}

/// One step of a record's life.
#[derive(Clone, Debug)]
pub(super) struct MoveRule {
    pub(super) on: CellRule,
    /// The field of the record that says who took it.
    pub(super) by: Option<String>,
    /// Keys of the step with their values.
    pub(super) fixed: Vec<(&'static str, String)>,
    /// Fields of the record that the step takes over where the steps before say otherwise.
    pub(super) copy: Vec<String>,
}

/// What is kept of the close.
#[derive(Clone, Debug)]
pub(super) struct ClosedRule {
    pub(super) on: CellRule,
    pub(super) by: Option<String>,
    pub(super) amount: Option<CellRule>,
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of the file.
    pub fn parse(source: &str) -> Result<Mapping, Vec<Fault>> {
        let (tree, mut faults) = toml::parse(source);
        if !faults.is_empty() {
            return Err(faults);
        }
        let (raw, found) = decode::<raw::Raw>(&tree);
        faults.extend(found);
        let mapping = raw.map(|raw| check::mapping(raw, &tree, &mut faults));
        faults.sort_by_key(|fault| fault.start);
        mapping.filter(|_| faults.is_empty()).ok_or(faults)
    }

    /// The kind of record that each row is.
    pub fn kind(&self) -> Kind {
        self.main.kind
    }

    /// What parts the cells of a text, where the mapping says so.
    pub fn delimiter(&self) -> Option<u8> {
        self.delimiter
    }

    /// The names of the columns, where the table has no header; else nothing.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// How the characters of a text are written, where the mapping says so.
    pub fn encoding(&self) -> Option<&'static encoding_rs::Encoding> {
        self.encoding
    }

    /// All records that a row gives, the main one first.
    pub(super) fn records(&self) -> impl Iterator<Item = &Record> {
        std::iter::once(&self.main).chain(&self.also)
    }

    /// The columns that something is made of.
    pub(super) fn used_columns(&self) -> BTreeSet<&str> {
        let aliased = self.aliases.keys().map(String::as_str);
        let made = self.made.iter().flat_map(Made::columns);
        self.records().flat_map(Record::used_columns).chain(aliased).chain(made).collect()
    }
}

impl Column {
    /// Every field that it can set.
    fn all_targets(&self) -> impl Iterator<Item = &Target> {
        let literals = self.values.values().flatten().map(|(target, _)| target);
        self.targets.iter().chain(literals)
    }
}

impl Record {
    fn used_columns(&self) -> impl Iterator<Item = &str> {
        let id = match &self.id {
            IdRule::OfKind => None,
            IdRule::Slug(column) | IdRule::Column(column) => Some(column),
        };
        let closed = self.closed.iter();
        let closed = closed.flat_map(|rule| std::iter::once(&rule.on).chain(&rule.amount));
        let cells = self.moves.iter().map(|rule| &rule.on).chain(closed);
        let cells = cells.map(|cell| &cell.column);
        let columns = self.columns.iter().map(|column| &column.name);
        self.key.iter().chain(id).chain(cells).chain(columns).map(String::as_str)
    }
}
