//! What follows from plans (OPS-3.1).

use super::clock;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Fields, Shape, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::width::normalize_width;
use crate::book::{Book, Row};
use crate::model::plan::PlanStatus;
use crate::model::{Customer, Lead, Plan};

/// The plans of a record that were not given up.
pub fn of<'b>(book: &'b Book<'_>, kind: Kind, id: &Id) -> impl Iterator<Item = Row<'b, Plan>> {
    let all = book.referring::<Plan>(kind, id);
    all.filter(|row| row.record.status() != PlanStatus::Dropped)
}

/// By the end of which day a lead has a plan, where its grade asks for one (OPS-3.1.1).
pub fn due(book: &Book<'_>, lead: &Lead) -> Option<Date> {
    let policy = book.policy().plan();
    let grade = lead.grade?;
    let given = lead.assignment.as_ref()?;
    let asked = policy.required_for_grades.contains(&grade);
    asked.then(|| clock::due_day(book, clock::day(book, given.at), policy.due_after_assign_days))
}

/// Whether one of the traits that a plan names is filled in: in its subject, or in the customer of
/// that (OPS-3.1.2, TAG-5.1.1b).
pub fn builds_on_something(book: &Book<'_>, plan: &Plan) -> bool {
    let Some(subject) = book.fields(plan.subject.kind, &plan.subject.id) else { return true };
    let customer = match subject.get("customer") {
        View::Ref(_, id) => book.get::<Customer>(id).map(|row| row.erase().fields),
        _ => None,
    };
    let places: Vec<&dyn Fields> = std::iter::once(subject).chain(customer).collect();
    plan.traits.iter().any(|named| places.iter().any(|fields| is_filled(*fields, named.trim())))
}

fn is_filled(fields: &dyn Fields, route: &str) -> bool {
    let (key, rest) = route.split_once('.').unwrap_or((route, ""));
    let table = fields.table();
    let is_called = |at: &usize| table[*at].key == key || table[*at].label.zh == key;
    let Some(at) = (0..table.len()).find(is_called) else { return false };
    match fields.value(at) {
        View::Group(inner) if !rest.is_empty() => is_filled(inner, rest),
        View::Tags(tags) if !rest.is_empty() => tags.contains_key(rest),
        view => rest.is_empty() && !view.is_absent() && !matches!(table[at].shape, Shape::Tags),
    }
}

/// What a plan says, without what tells two copies apart by accident: blanks, punctuation, width and
/// case.
pub fn essence(plan: &Plan) -> String {
    let text = [plan.goal.as_deref(), plan.strategy.as_deref()];
    let text: String = text.into_iter().flatten().collect();
    normalize_width(&text).to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// How much of the longer of two texts stands in the other at the same end, as a fraction.
pub fn likeness(a: &str, b: &str) -> Decimal {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shorter = a.len().min(b.len());
    let same = |(a, b): (&char, &char)| a == b;
    let front = a.iter().zip(&b).take_while(|pair| same(*pair)).count();
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|pair| same(*pair)).count();
    let shared = (front + back).min(shorter);
    let longer = a.len().max(b.len()).max(1);
    let units = i128::try_from(shared * 1000 / longer).unwrap_or(0);
    Decimal::new(units, 3).unwrap_or_else(|| Decimal::from_int(0))
}
