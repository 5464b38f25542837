//! What people want done, one file an intent: a pure plan of new texts, judged before it is written.

pub mod add;
pub mod advance;
pub mod approve;
pub mod assign;
pub mod bulk;
pub mod close;
pub mod grade;
pub mod handover;
pub mod known;
pub mod layout;
pub mod leads;
pub mod log;
pub mod merge;
pub mod plan;
pub mod pool;
pub mod rename;
pub mod set;
pub mod start;
pub mod starts;
pub mod step;
#[cfg(test)]
mod tests;
pub mod transfer;
pub mod typed;
pub mod verdict;
mod waive;

pub use plan::{Actor, Plan};
pub use verdict::{Verdict, judge};

use crate::base::text::Text;
use crate::flow::gates::Missing;

/// Why an action does not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be understood or carried out: exit 2.
    Cannot(Text),
    /// The policy does not allow it as things stand: exit 1.
    Forbidden(Text),
    /// Gates are not satisfied: exit 1, with what is missing.
    Gates(Vec<Missing>),
}

impl From<Text> for Refusal {
    fn from(why: Text) -> Refusal {
        Refusal::Cannot(why)
    }
}
