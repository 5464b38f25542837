//! Tables to standard output, or to the file of `-o`.

use anyhow::Result;

use super::context::Ctx;
use crate::base::table::Table;
use crate::output::{self, TableFormat};

impl Ctx<'_> {
    /// Prints a table; a CSV file gets what a spreadsheet needs.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn print_table(&mut self, table: &Table, format: &str) -> Result<()> {
        if let ("xlsx", Some(path)) = (format, &self.global.output) {
            super::files::write(self, path, output::xlsx::table(table)?)?;
            self.served = true;
            return Ok(());
        }
        let format = TableFormat::parse(format).unwrap_or(TableFormat::Human);
        let text = match (format, &self.global.output) {
            (TableFormat::Csv, Some(_)) => output::csv::table(table, true),
            _ => output::table(table, format, &self.style()),
        };
        let for_people = matches!(format, TableFormat::Human | TableFormat::Markdown);
        self.served = self.global.output.is_some() || !for_people;
        self.print(&text)
    }
}
