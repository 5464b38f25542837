//! What waits for somebody's word: approvals, and steps that others than the owner take.

use std::collections::HashMap;

use super::approval::{self, Need, Standing};
use super::gates::Subject;
use super::life::{LIVES, Step};
use crate::base::date::Date;
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::book::{AnyRow, Book};
use crate::facts;

/// What is waited for.
#[derive(Clone, Copy)]
pub enum Waits<'b> {
    /// A verdict.
    Verdict(Need<'b>),
    /// A step.
    Step(&'static Step),
}

impl Waits<'_> {
    /// Its key: the approval's in the policy, or the step's name.
    pub fn key(&self) -> &str {
        match self {
            Waits::Verdict(need) => need.key,
            Waits::Step(step) => step.name,
        }
    }

    /// Its name for people.
    pub fn name(&self) -> Text {
        match self {
            Waits::Verdict(need) => need.name(),
            Waits::Step(step) => step.label.text(),
        }
    }
}

/// A record for which somebody waits.
pub struct Item<'b> {
    /// The record.
    pub row: AnyRow<'b>,
    /// For what.
    pub waits: Waits<'b>,
    /// Since when: the last step of the record, else its entry.
    pub since: Option<Date>,
}

impl Item<'_> {
    /// Whether it waits for a member, who may do it on that day.
    pub fn is_for(&self, book: &Book<'_>, member: &Id, today: Date) -> bool {
        match self.waits {
            Waits::Verdict(need) => approval::may(book, self.row, need, member, today).is_ok(),
            Waits::Step(step) => {
                let row = self.row;
                let subject = Subject { book, row, day: today, wide: true, step: step.name };
                step.waits_for.is_some_and(|may| may(&subject, member))
            }
        }
    }
}

/// The approvals that are neither given nor refused, of records that stand before the step, and the
/// steps that others than the owner take; those that wait for `me`, or for anybody. The oldest
/// first.
///
/// # Errors
/// When the query of an approval cannot be read.
pub fn of<'b>(book: &'b Book<'_>, me: Option<&Id>, today: Date) -> Result<Vec<Item<'b>>, Text> {
    let mut items = Vec::new();
    for (key, asked) in book.policy().approvals() {
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.key() == asked.kind) else {
            continue;
        };
        let need = Need { key, asked };
        let query = need.query(book, kind, today)?;
        for row in book.rows(kind) {
            let waits = stands_before(book, row, need)
                && query.as_ref().is_none_or(|query| query.fits(book, row))
                && matches!(
                    approval::standing(book, row, need),
                    Standing::Waiting | Standing::Void(_)
                );
            if waits {
                items.push(Item { row, waits: Waits::Verdict(need), since: since(row) });
            }
        }
    }
    items.extend(steps(book));
    // What is dated later is not there yet.
    items.retain(|item| {
        item.since.is_none_or(|since| since <= today)
            && me.is_none_or(|me| item.is_for(book, me, today))
    });
    let order: HashMap<&str, usize> =
        book.policy().approvals().enumerate().map(|(at, (key, _))| (key, at)).collect();
    items.sort_by_key(|item| {
        let order = match item.waits {
            Waits::Verdict(need) => order.get(need.key).copied(),
            Waits::Step(_) => None,
        };
        (item.since, item.row.kind, item.row.id, order)
    });
    Ok(items)
}

// The steps that others than the owner take.
fn steps<'b>(book: &'b Book<'_>) -> Vec<Item<'b>> {
    let mut items = Vec::new();
    for life in LIVES.iter().filter(|life| life.steps.iter().any(|it| it.waits_for.is_some())) {
        for row in book.rows(life.kind) {
            let waiting = life.open(life.status(row)).filter(|step| step.waits_for.is_some());
            let item = |step| Item { row, waits: Waits::Step(step), since: since(row) };
            items.extend(waiting.map(item));
        }
    }
    items
}

// Whether the step that asks for the approval comes next. Deals take it from any stage.
fn stands_before(book: &Book<'_>, row: AnyRow<'_>, need: Need<'_>) -> bool {
    let open = || facts::is_open(book, row.kind, row.id);
    need.is_ahead(row).unwrap_or_else(open)
}

fn since(row: AnyRow<'_>) -> Option<Date> {
    let last = match row.fields.get("moves") {
        View::List(moves) if !moves.is_empty() => Some(moves.at(moves.len() - 1)),
        _ => None,
    };
    let stamp = match row.fields.get("entered") {
        View::Group(entered) => entered.get("at"),
        _ => View::Absent,
    };
    match (last, stamp) {
        (Some(View::Group(step)), _) => match step.get("on") {
            View::Date(on) => Some(on),
            _ => None,
        },
        (_, View::Instant(at)) => Some(at.date()),
        _ => None,
    }
}
