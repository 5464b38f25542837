//! Import: other people's tables into records, by a mapping that says everything.
//!
//! A [`sheet`] of a CSV text or a workbook is read by a TOML [`mapping`] into drafts of records;
//! [`import`] matches them with the book, gives them ids, resolves what refers to what after the last row, and plans
//! the files to be written. Nothing is guessed: what is not said in the mapping, or is not known to
//! the book, refuses its row with the reason. Pure: no clock, no files, no random numbers.

pub mod begin;
mod cell;
mod csv;
mod date_format;
mod definitions;
pub mod export;
mod headers;
pub mod import;
pub mod mapping;
pub mod sheet;
mod target;
pub mod template;
#[cfg(test)]
mod tests;
