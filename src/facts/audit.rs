//! What audits look at (TAG-4.3, TAG-7.1): the records that have changed, a sample of them, and who
//! answers for a record.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

use super::{contact, people, steps};
use crate::base::date::Date;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::Period;
use crate::book::{AnyRow, Book, Row};
use crate::model::audit::{AuditStatus, Scope};
use crate::model::types::AnyRef;
use crate::model::{Audit, Member};

/// The kinds of record that carry the tags of the policy (TAG-2).
pub const KINDS: [Kind; 4] = [Kind::Member, Kind::Product, Kind::Customer, Kind::Opportunity];

/// Who entered a record; nobody did that of an import, until somebody takes a step with it.
pub fn author<'b>(row: AnyRow<'b>) -> Option<&'b Id> {
    if steps::is_untouched_import(&row) {
        return None;
    }
    let View::Group(entered) = row.fields.get("entered") else { return None };
    match entered.get("by") {
        View::Ref(_, id) => Some(id),
        _ => None,
    }
}

/// The time that an audit looks at: its own, else so many days up to it as lie between two
/// supervisions (TAG-7.1.1).
pub fn period(book: &Book<'_>, audit: &Audit) -> Option<Period> {
    if let Some(period) = &audit.period {
        return Some(period.period());
    }
    let days = book.policy().supervision().every_days;
    let back = days.checked_neg()?.checked_add(1)?;
    Period::new(audit.on.checked_add_days(back)?, audit.on.checked_add_days(1)?)
}

// The records of [`KINDS`] that were entered or took a step within a period, by kind and id.
fn changed<'b>(book: &'b Book<'b>, period: Period) -> impl Iterator<Item = AnyRow<'b>> {
    let has_changed = move |row: &AnyRow<'b>| {
        let entered = contact::known_since(book, *row);
        entered.into_iter().chain(steps::days(*row)).any(|day| period.contains(day))
    };
    KINDS.into_iter().flat_map(|kind| book.rows(kind)).filter(has_changed)
}

// What an audit may look at: the records that have changed in its time and that somebody else than the
// auditor entered.
fn population<'b>(book: &'b Book<'b>, audit: &Audit) -> Vec<AnyRow<'b>> {
    let Some(period) = period(book, audit) else { return Vec::new() };
    changed(book, period).filter(|row| author(*row) != Some(&*audit.by)).collect()
}

/// Records that were drawn.
#[derive(Default)]
pub struct Sample<'b> {
    /// These, by kind and id.
    pub drawn: Vec<AnyRow<'b>>,
    /// Of so many.
    pub of: usize,
}

/// The records to look at next: of those that have changed and were entered by somebody else than the
/// auditor, as many as the policy asks for and are not among the audit's yet. The id of the audit
/// decides which, so that everybody can draw them again.
pub fn sample<'b>(book: &'b Book<'b>, id: &Id, audit: &Audit) -> Sample<'b> {
    let changed = population(book, audit);
    let of = changed.len();
    let wanted = match audit.scope() {
        Scope::Review => share_of(of, book.policy().audit().sample_ratio),
        Scope::Supervision => book.policy().supervision().sample_records,
    };
    let drawn: HashSet<(Kind, &Id)> = audit.records.iter().map(|it| (it.kind, &it.id)).collect();
    let is_new = |row: &AnyRow<'_>| !drawn.contains(&(row.kind, row.id));
    let mut drawn: Vec<([u8; 32], AnyRow<'b>)> = changed
        .into_iter()
        .filter(is_new)
        .map(|row| (Sha256::digest(format!("{id} {}", row.reference())).into(), row))
        .collect();
    drawn.sort_by_key(|(lot, _)| *lot);
    drawn.truncate(wanted);
    let mut drawn: Vec<AnyRow<'b>> = drawn.into_iter().map(|(_, row)| row).collect();
    drawn.sort_by_key(|row| (row.kind, row.id));
    Sample { drawn, of }
}

// At least one.
fn share_of(n: usize, ratio: Decimal) -> usize {
    let ratio = ratio.clamp(Decimal::ZERO, Decimal::from_int(1));
    let all = i128::try_from(n).ok().map(Decimal::from_int);
    let share = all.and_then(|all| all.checked_mul(ratio)?.rounded(0, Rounding::HalfAwayFromZero));
    share.and_then(|share| usize::try_from(share.units()).ok()).unwrap_or(n).max(1)
}

/// Who is to mend what was found in a record: who entered it, else whose it is; somebody who is still
/// here (TAG-4.3.2).
pub fn answers_for<'b>(book: &'b Book<'_>, record: &AnyRef, day: Date) -> Option<&'b Id> {
    let author = book.any(record.kind, &record.id).and_then(author);
    let owner = book.owner_of(record.kind, &record.id);
    author.into_iter().chain(owner).find(|id| is_here(book, id, day))
}

/// Whether somebody is a member who has not left by a day.
pub fn is_here(book: &Book<'_>, id: &Id, day: Date) -> bool {
    book.get::<Member>(id).is_some_and(|row| !people::has_left(row.record, day))
}

/// The finished audits up to a day.
pub fn finished<'b>(book: &'b Book<'_>, today: Date) -> impl Iterator<Item = Row<'b, Audit>> {
    let is_done = move |row: &Row<'_, Audit>| {
        row.record.status() == AuditStatus::Finished && row.record.on <= today
    };
    book.iter::<Audit>().filter(is_done)
}

/// The last finished audit of a scope up to a day.
pub fn last<'b>(book: &'b Book<'_>, scope: Scope, day: Date) -> Option<Row<'b, Audit>> {
    let of_scope = finished(book, day).filter(|row| row.record.scope() == scope);
    of_scope.max_by_key(|row| (row.record.on, row.id))
}

/// Whether a member may audit: holds one of the roles that the policy gives that to (TAG-4.3.1,
/// TAG-7.1.1).
pub fn may_audit(book: &Book<'_>, member: &Id, scope: Scope) -> bool {
    people::holds(book, member, roles(book, scope))
}

/// The roles that audit.
pub fn roles<'b>(book: &'b Book<'_>, scope: Scope) -> &'b [String] {
    match scope {
        Scope::Review => &book.policy().audit().roles,
        Scope::Supervision => &book.policy().supervision().roles,
    }
}

/// The members at work on a day who may audit.
pub fn auditors<'b>(
    book: &'b Book<'_>,
    scope: Scope,
    day: Date,
) -> impl Iterator<Item = Row<'b, Member>> {
    let works = move |row: &Row<'_, Member>| {
        !people::has_left(row.record, day) && may_audit(book, row.id, scope)
    };
    book.iter::<Member>().filter(works)
}
