//! Visits that are planned (DEV-5.4.2, DEV-5.4.3): next steps and tasks.

use crate::base::date::{Date, Instant};
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{AnyRow, Book, Row};
use crate::model::Task;

/// A visit that somebody plans.
#[derive(Clone, Copy)]
pub struct Stop<'b> {
    /// The day.
    pub on: Date,
    /// The hour, where it is said.
    pub at: Option<Instant>,
    /// Who goes.
    pub member: Option<&'b Id>,
    /// To whom: a customer or a lead.
    pub whom: (Kind, &'b Id),
    /// What it is for.
    pub objective: &'b str,
    /// The record that plans it.
    pub planned_by: AnyRow<'b>,
}

/// All planned visits: next steps whose words say so (`visit.words`), of what somebody still works,
/// and tasks that have an objective and are not done.
pub fn all<'b>(book: &'b Book<'_>) -> Vec<Stop<'b>> {
    let mut stops: Vec<Stop<'b>> =
        book.iter::<Task>().filter_map(|row| of_task(book, row)).collect();
    for kind in [Kind::Customer, Kind::Lead, Kind::Opportunity] {
        stops.extend(book.rows(kind).into_iter().filter_map(|row| of_next(book, row)));
    }
    stops
}

fn of_task<'b>(book: &'b Book<'_>, row: Row<'b, Task>) -> Option<Stop<'b>> {
    let task = row.record;
    let objective = task.objective.as_deref().filter(|it| !it.trim().is_empty())?;
    let subject = task.subject.as_ref().filter(|_| task.done.is_none())?;
    Some(Stop {
        on: task.due?,
        at: task.starts_at,
        member: task.who.as_deref(),
        whom: whom(book, subject.kind, &subject.id)?,
        objective,
        planned_by: row.erase(),
    })
}

fn of_next<'b>(book: &'b Book<'_>, row: AnyRow<'b>) -> Option<Stop<'b>> {
    let View::Group(next) = row.fields.get("next") else { return None };
    let (View::Date(on), View::Text(what)) = (next.get("on"), next.get("what")) else {
        return None;
    };
    let words = &book.policy().visit().words;
    let is_visit = words.iter().any(|word| what.to_lowercase().contains(&word.to_lowercase()));
    let member = match row.fields.get("owner") {
        View::Ref(Kind::Member, id) => Some(id),
        _ => None,
    };
    (is_visit && row.is_open()).then_some(())?;
    let whom = whom(book, row.kind, row.id)?;
    Some(Stop { on, at: None, member, whom, objective: what, planned_by: row })
}

// The customer of what a visit is about, else the lead.
fn whom<'b>(book: &'b Book<'_>, kind: Kind, id: &'b Id) -> Option<(Kind, &'b Id)> {
    match book.fields(kind, id)?.get("customer") {
        View::Ref(Kind::Customer, customer) => Some((Kind::Customer, customer)),
        _ if [Kind::Customer, Kind::Lead].contains(&kind) => Some((kind, id)),
        _ => None,
    }
}

/// Pairs of tasks that one member has at the same time, the later one first: each with the one that
/// runs longest into it.
pub fn overlaps<'b>(book: &'b Book<'_>) -> Vec<(Row<'b, Task>, Row<'b, Task>)> {
    let timed = book.iter::<Task>().filter_map(|row| {
        let task = row.record;
        let starts = task.starts_at.filter(|_| task.done.is_none())?.datetime();
        let ends = task.ends_at.map_or(starts, |at| at.datetime().max(starts));
        Some((task.who.as_deref()?, starts, ends, row))
    });
    let mut timed: Vec<_> = timed.collect();
    timed.sort_by_key(|(who, starts, _, row)| (*who, *starts, row.id));
    let mut found = Vec::new();
    for tasks in timed.chunk_by(|a, b| a.0 == b.0) {
        let mut longest: Option<&(&Id, _, _, Row<'b, Task>)> = None;
        for task in tasks {
            if let Some(before) = longest.filter(|before| before.2 > task.1) {
                found.push((task.3, before.3));
            }
            if longest.is_none_or(|before| before.2 < task.2) {
                longest = Some(task);
            }
        }
    }
    found
}
