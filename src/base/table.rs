//! Tables: what a report or a list says, as data. Formats render them and compute nothing.

use super::date::Date;
use super::decimal::Decimal;
use super::text::{Label, Text};

/// What a spreadsheet takes for the beginning of a formula. Full-width signs count as well: Chinese
/// and Japanese editions of Excel take them for the others.
pub const FORMULA_SIGNS: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// The id of a record, shown by its name.
    Ref,
    /// Text.
    Text,
    /// A count.
    Int,
    /// An amount of money in the row's currency.
    Money,
    /// A ratio, six decimals in JSON, per cent for people.
    Rate,
    /// A length of time in days.
    Days,
    /// A date.
    Date,
}

impl Type {
    /// The key in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Type::Ref => "ref",
            Type::Text => "text",
            Type::Int => "int",
            Type::Money => "money",
            Type::Rate => "rate",
            Type::Days => "days",
            Type::Date => "date",
        }
    }

    /// Whether figures stand right-aligned.
    pub const fn is_figure(self) -> bool {
        matches!(self, Type::Int | Type::Money | Type::Rate | Type::Days)
    }
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The key in JSON and CSV, ASCII.
    pub key: String,
    /// The heading.
    pub label: Text,
    /// What its cells hold.
    pub kind: Type,
}

impl Column {
    /// A column.
    pub fn new(key: impl Into<String>, label: Label, kind: Type) -> Column {
        Column { key: key.into(), label: label.text(), kind }
    }
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing to say: an undefined ratio, a missing value.
    Empty,
    /// Text that is not ours.
    Text(String),
    /// A term or label of ours: its key for machines, its name for people.
    Label(String, Text),
    /// A record: its id for machines, its name for people.
    Ref(String, String),
    /// A count.
    Int(i64),
    /// An exact figure: money with its decimals, a rate or days with six.
    Figure(Decimal),
    /// A date.
    Date(Date),
}

/// A row, with the records behind its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// The records behind it, as `kind/id`.
    pub records: Vec<String>,
}

/// A table with its columns, rows and total.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The key in JSON.
    pub name: String,
    /// The heading.
    pub title: Text,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, sorted.
    pub rows: Vec<Row>,
    /// The row of totals, where the figures add up.
    pub total: Option<Row>,
    /// The column whose figures human output draws as bars.
    pub bars: Option<usize>,
}

/// Something a report must say beside its figures: what it left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The key in JSON.
    pub key: &'static str,
    /// How many records it concerns.
    pub n: i64,
    /// Why.
    pub why: Text,
}

/// What a report says: its tables, and what it left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The report's name.
    pub name: &'static str,
    /// The heading.
    pub title: Text,
    /// What it counts: population, date field, definitions.
    pub counts: Text,
    /// The clock.
    pub as_of: Date,
    /// The period, half-open; `None` is all time.
    pub period: Option<(Date, Date)>,
    /// The tables.
    pub tables: Vec<Table>,
    /// What it left out, and other things worth knowing.
    pub notes: Vec<Note>,
}
