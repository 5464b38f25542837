//! Whole imports of tables written by others; skipped where the tables are not at hand.

mod maven;
