//! Text to values and back: the only layer that names a parser.
//!
//! `yaml` and `toml` read a file into a spanned [`tree`]; `decode` turns the tree into a typed
//! record and reports every fault of the file; `emit` writes a record, and `fmt` brings a file to
//! that form with its comments; `edit` changes one value of a file and leaves all its other lines
//! as they are; `locate` finds the bytes of a route.

mod comments;
pub mod data;
pub mod decode;
pub mod edit;
pub mod emit;
pub mod fault;
pub mod fmt;
pub mod glance;
pub mod locate;
#[cfg(test)]
mod mangle;
mod noted;
mod plain;
pub mod quote;
mod said;
#[cfg(test)]
mod samples;
pub mod toml;
pub mod tree;
pub mod yaml;
