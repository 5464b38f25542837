//! salesops makes a sales department's written policies executable.

pub mod actions;
pub mod base;
pub mod book;
pub mod cli;
pub mod exchange;
pub mod facts;
pub mod flow;
pub mod metrics;
pub mod model;
pub mod output;
pub mod policy;
pub mod query;
pub mod reports;
pub mod rules;
pub mod store;
pub mod text;
