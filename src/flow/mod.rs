//! What the policy decides, pure: gates now; grading, assignment and approvals later.

pub mod gates;
pub mod track;
