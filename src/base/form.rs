//! Forms: empty tables to be filled in by hand, as data. Formats draw them.

/// A table to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The name of its sheet.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Entry>,
}

/// One column of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The heading, with its mark where it must be filled in.
    pub heading: String,
    /// What belongs into it.
    pub note: String,
    /// What can be chosen; empty where anything can be written.
    pub choices: Vec<String>,
    /// What it holds.
    pub holds: Holds,
    /// What the example row has.
    pub example: String,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text, kept as it is typed: names, telephone numbers.
    Text,
    /// A day.
    Day,
    /// A number.
    Number,
}
