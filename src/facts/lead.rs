//! What activities and moves say of leads.

use super::activity::is_meeting;
use super::clock;
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::model::Lead;
use crate::model::common::Move;
use crate::model::lead::Assignment;

/// Whether a lead was entered within the hours of the policy after it was received (OPS-2.2.1); `None`
/// for an import, and where either is not known.
pub fn entered_in_time(book: &Book<'_>, lead: &Lead) -> Option<bool> {
    let entered = lead.entered.as_ref().filter(|_| lead.imported.is_none())?;
    let hours = book.policy().lead().entry_hours;
    Some(entered.at <= clock::due(book, lead.received_at?, hours))
}

/// The day of the last contact with a lead.
pub fn last_contact(book: &Book<'_>, id: &Id) -> Option<Date> {
    book.activities_of(Kind::Lead, id).map(|row| row.record.on).max()
}

/// Whether a lead was contacted since it was given to a member, on the day or later.
pub fn is_contacted_since(book: &Book<'_>, id: &Id, given: &Assignment) -> bool {
    let since = clock::day(book, given.at);
    book.activities_of(Kind::Lead, id).any(|row| row.record.on >= since)
}

/// Whether somebody met a lead, or showed it something (OPS-3.3.1a).
pub fn is_met(book: &Book<'_>, id: &Id) -> bool {
    book.activities_of(Kind::Lead, id).any(|row| is_meeting(row.record))
}

/// The step that gave a record to its owner past the territory's, with a reason: `lead-territory`
/// was waived. A later owner needs another one.
pub fn beyond_territory<'m>(moves: &'m [Move], owner: Option<&Id>) -> Option<&'m Move> {
    let last = moves.iter().rev().find(|step| step.owner.is_some())?;
    let passed = last.waived.iter().any(|gate| gate == "lead-territory");
    (passed && last.owner.as_deref() == owner).then_some(last)
}

/// The day from which a lead's silence counts: its last contact, else its last step, else the day
/// on which it was received or entered.
pub fn silent_since(book: &Book<'_>, id: &Id, lead: &Lead) -> Option<Date> {
    let step = lead.moves.iter().map(|step| step.on).max();
    let came = lead.received_at.or_else(|| lead.entered.as_ref().map(|entered| entered.at));
    let came = came.map(|at| clock::day(book, at));
    last_contact(book, id).max(step).or(came)
}

/// Whether a lead has been silent for so long that it may be dropped (OPS-2.3.4).
pub fn is_idle(book: &Book<'_>, id: &Id, lead: &Lead, today: Date) -> bool {
    let days = book.policy().lead().low_abandon_after_days;
    silent_since(book, id, lead).is_some_and(|since| today.days_since(since) > days)
}
