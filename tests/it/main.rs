//! The one integration test binary.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod asking;
mod chinese;
mod clerk;
mod cli;
mod complete;
mod docs;
mod figures;
#[path = "../support/generate.rs"]
mod generate;
mod generated;
mod help;
mod hostile;
mod imports;
mod leads;
mod maven;
mod round_trip;
mod secrets;
mod sheets;
mod support;
mod templates;
mod tidy;
mod visits;
mod writers;
