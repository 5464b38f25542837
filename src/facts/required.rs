//! What the policy demands of a record: the fields of its `required` lists, and which are missing.

use super::pool;
use crate::base::field::{Field, Fields, Shape, View};
use crate::book::{AnyRow, Book};
use crate::model::common::Outcome;

/// A field that a record must have by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'b> {
    /// The field, a dotted route.
    pub field: &'b str,
    /// Whether nothing stands there.
    pub missing: bool,
}

/// The fields that a record must have by now (TAG-3.2.2a): those of its kind, and of a deal those of
/// the stages that it has reached.
pub fn asked<'b>(book: &'b Book<'_>, row: AnyRow<'b>) -> impl Iterator<Item = Asked<'b>> {
    let policy = book.policy();
    let reached = reached_stage(row).and_then(|stage| policy.stage_rank(stage));
    policy.required(row.kind.key()).filter_map(move |(since, field)| {
        let due = since == "always"
            || matches!((policy.stage_rank(since), reached), (Some(since), Some(at)) if since <= at);
        // A field that no record can have is a finding of the policy.
        if !due || !is_field(row.kind.fields(), field) {
            return None;
        }
        // What is in the public pool is nobody's, and rightly so.
        let is_free =
            || field == "owner" && pool::entered_by(book, row.kind, row.id).is_some();
        let missing = is_missing(row.fields, field);
        (!missing || !is_free()).then_some(Asked { field, missing })
    })
}

/// Whether a dotted route leads to a field; any tag is one.
pub fn is_field(table: &'static [Field], route: &str) -> bool {
    let (key, rest) = route.split_once('.').unwrap_or((route, ""));
    let Some(field) = table.iter().find(|field| field.key == key) else { return false };
    match field.shape {
        _ if rest.is_empty() => true,
        Shape::Group(fields) => is_field(fields, rest),
        Shape::Tags => true,
        _ => false,
    }
}

// A deal given up is not asked for what only a living one needs.
fn reached_stage<'b>(row: AnyRow<'b>) -> Option<&'b str> {
    let outcome = row.fields.get("outcome");
    if matches!(outcome, View::Key(key) if key != Outcome::Open.key()) {
        return None;
    }
    match row.fields.get("stage") {
        View::Text(stage) => Some(stage),
        _ => None,
    }
}

fn is_missing(fields: &dyn Fields, route: &str) -> bool {
    let (key, rest) = route.split_once('.').unwrap_or((route, ""));
    match (fields.get(key), rest) {
        (View::Group(inner), rest) if !rest.is_empty() => is_missing(inner, rest),
        (View::Tags(tags), rest) if !rest.is_empty() => !tags.contains_key(rest),
        (view, _) => view.is_absent(),
    }
}
