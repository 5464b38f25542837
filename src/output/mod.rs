//! What leaves the program: one file a format. Formats render data and compute nothing.
//!
//! `human` draws tables and `excerpt` findings for a terminal; `markdown`, `csv`, `json`, `sarif`
//! and `github` are for other programs, `schema` for editors. Every function is pure and yields the whole text.

use std::ops::Range;

use crate::base::finding::Finding;
use crate::base::table::{Report, Table};
use crate::base::text::Lang;

mod bars;
mod cell;
pub mod csv;
mod excerpt;
mod fingerprint;
pub mod form;
mod github;
mod human;
mod json;
mod located;
mod markdown;
mod sarif;
mod schema;
mod terminal;
#[cfg(test)]
mod testing;
pub mod xlsx;

pub use fingerprint::fingerprint;
pub use schema::schema;
pub use terminal::plain;

/// How people want it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// The language of words, headings and messages.
    pub lang: Lang,
    /// The columns of the terminal; `None` when there is none, so that nothing is shortened.
    pub width: Option<usize>,
    /// Whether to colour.
    pub color: bool,
}

/// The formats of reports and lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// For a terminal.
    Human,
    /// GitHub's Markdown.
    Markdown,
    /// Comma-separated values.
    Csv,
    /// The documented JSON.
    Json,
}

impl TableFormat {
    /// All formats, the default first.
    pub const ALL: [TableFormat; 4] =
        [TableFormat::Human, TableFormat::Markdown, TableFormat::Csv, TableFormat::Json];

    /// The key for `--format`.
    pub const fn key(self) -> &'static str {
        match self {
            TableFormat::Human => "human",
            TableFormat::Markdown => "md",
            TableFormat::Csv => "csv",
            TableFormat::Json => "json",
        }
    }

    /// The format of that key.
    pub fn parse(key: &str) -> Option<TableFormat> {
        TableFormat::ALL.into_iter().find(|format| format.key() == key)
    }
}

/// The formats of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingFormat {
    /// For a terminal, with the lines in question.
    Human,
    /// The documented JSON.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
}

impl FindingFormat {
    /// All formats, the default first.
    pub const ALL: [FindingFormat; 4] =
        [FindingFormat::Human, FindingFormat::Json, FindingFormat::Sarif, FindingFormat::Github];

    /// The key for `--format`.
    pub const fn key(self) -> &'static str {
        match self {
            FindingFormat::Human => "human",
            FindingFormat::Json => "json",
            FindingFormat::Sarif => "sarif",
            FindingFormat::Github => "github",
        }
    }

    /// The format of that key.
    pub fn parse(key: &str) -> Option<FindingFormat> {
        FindingFormat::ALL.into_iter().find(|format| format.key() == key)
    }
}

/// Where findings get the texts from that they point into.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The text of a file, by the path that findings have; `None` where it cannot be read.
    pub text: &'a dyn Fn(&str) -> Option<String>,
    /// The bytes of a file that excerpts must not show, by its path and text, in any order.
    pub sensitive: &'a dyn Fn(&str, &str) -> Vec<Range<usize>>,
}

/// A report: its heading, what it counts, its tables, and what it left out.
pub fn report(report: &Report, format: TableFormat, style: &Style) -> String {
    match format {
        TableFormat::Human => human::report(report, style),
        TableFormat::Markdown => markdown::report(report, style.lang),
        TableFormat::Csv => csv::report(report, false),
        TableFormat::Json => json::report(report, style.lang),
    }
}

/// A table by itself, such as a list of records. JSON is an array of objects by column key.
pub fn table(table: &Table, format: TableFormat, style: &Style) -> String {
    match format {
        TableFormat::Human => human::table(table, style),
        TableFormat::Markdown => markdown::table(table, style.lang),
        TableFormat::Csv => csv::table(table, false),
        TableFormat::Json => json::table(table),
    }
}

/// Findings in the order given. Each file is read and parsed once.
///
/// Without findings human and GitHub output are empty; JSON and SARIF are documents without any.
pub fn findings(
    findings: &[Finding],
    sources: &Sources<'_>,
    format: FindingFormat,
    style: &Style,
) -> String {
    let files = located::read(findings, sources);
    let located = located::locate(findings, &files);
    match format {
        FindingFormat::Human => excerpt::findings(&located, sources, style),
        FindingFormat::Json => json::findings(&located, style.lang),
        FindingFormat::Sarif => sarif::findings(&located, style.lang),
        FindingFormat::Github => github::findings(&located, style.lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_leads_back_to_its_format() {
        for format in TableFormat::ALL {
            assert_eq!(TableFormat::parse(format.key()), Some(format));
        }
        for format in FindingFormat::ALL {
            assert_eq!(FindingFormat::parse(format.key()), Some(format));
        }
        assert_eq!(TableFormat::parse("sarif"), None);
        assert_eq!(FindingFormat::parse("Human"), None);
    }
}
