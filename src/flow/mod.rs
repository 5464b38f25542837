//! What the policy decides, pure: gates, tracks, grades.

pub mod gates;
pub mod grading;
pub mod track;
