//! Since when a record has stood where it stands.

use crate::base::date::Date;
use crate::model::common::{Entered, Move};

/// The day on which a record came to its status: its last step that changed it, else its entry.
pub fn since(moves: &[Move], entered: Option<&Entered>) -> Option<Date> {
    let last = moves.iter().rfind(|step| step.status.is_some());
    last.map(|step| step.on).or_else(|| entered.map(|entered| entered.at.date()))
}
