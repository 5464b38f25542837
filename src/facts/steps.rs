//! The steps of records: when they were taken, since when one has stood where it stands, which gates
//! were waived.

use crate::base::date::Date;
use crate::base::field::{Fields, View};
use crate::book::AnyRow;
use crate::model::common::{Entered, Move};

/// The day on which a record came to its status: its last step that changed it, else its entry.
pub fn since(moves: &[Move], entered: Option<&Entered>) -> Option<Date> {
    let last = moves.iter().rfind(|step| step.status.is_some());
    last.map(|step| step.on).or_else(|| entered.map(|entered| entered.at.date()))
}

/// Whether a record was imported and nobody has taken a step with it since: rules about evidence
/// and timeliness wait for that.
pub fn is_untouched_import(row: &AnyRow<'_>) -> bool {
    let View::Group(imported) = row.fields.get("imported") else { return false };
    let View::Date(on) = imported.get("on") else { return false };
    days(*row).max().is_none_or(|step| step <= on)
}

/// The days of a record's steps.
pub fn days<'b>(row: AnyRow<'b>) -> impl Iterator<Item = Date> {
    let moves = items(row.fields.get("moves"));
    moves.filter_map(|step| match step {
        View::Group(step) => match step.get("on") {
            View::Date(on) => Some(on),
            _ => None,
        },
        _ => None,
    })
}

/// The gates that a record passed without what they ask for, each with the item of `moves` that says so.
pub fn waived<'b>(row: AnyRow<'b>) -> impl Iterator<Item = (&'b dyn Fields, &'b str)> {
    let moves = items(row.fields.get("moves")).filter_map(|step| match step {
        View::Group(step) => Some(step),
        _ => None,
    });
    moves.flat_map(|step| {
        items(step.get("waived")).filter_map(move |gate| match gate {
            View::Text(gate) => Some((step, gate)),
            _ => None,
        })
    })
}

fn items<'b>(view: View<'b>) -> impl Iterator<Item = View<'b>> {
    let list = match view {
        View::List(items) => Some(items),
        _ => None,
    };
    list.into_iter().flat_map(|items| (0..items.len()).map(move |at| items.at(at)))
}
