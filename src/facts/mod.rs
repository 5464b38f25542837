//! What follows from records: computed in one place, read by gates, metrics, rules and reports.

pub mod activity;
pub mod credit;
pub mod identity;
pub mod opportunity;
pub mod people;
pub mod protection;
pub mod search;
