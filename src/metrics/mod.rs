//! What the numbers mean: pure arithmetic, exact until the last step.
//!
//! Rates, means and percentiles have [`DIGITS`] digits after the point and round half to even;
//! money rounds half away from zero. What is undefined is `None`, never zero.

pub mod assessment;
pub mod days;
pub mod funnel;
pub mod kpi;
pub mod lot;
pub mod market;
pub mod money;
pub mod quality;
pub mod rate;
pub mod sales;
pub mod satisfaction;
pub mod targets;

/// How many digits after the point a rate, a mean or a percentile has.
pub const DIGITS: u8 = 6;
