//! What the policy decides, pure: gates, steps, approvals, tracks, grades.

pub mod approval;
pub mod gates;
pub mod grading;
pub mod handing;
pub mod inbox;
pub mod key;
pub mod life;
pub mod recycling;
pub mod track;
