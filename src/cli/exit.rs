//! Exit codes.

/// What a command ends with; one enum for every command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// All is well; a closed pipe as well.
    Fine = 0,
    /// Error findings, or the policy refused.
    Refused = 1,
    /// The job could not be done; a usage error as well.
    Failed = 2,
}
