//! What follows from records: computed in one place, read by gates, metrics, rules and reports.

pub mod activity;
pub mod credit;
pub mod opportunity;
pub mod people;
