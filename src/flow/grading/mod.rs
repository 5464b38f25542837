//! Grades: what the policy's point tables make of a record, with everything that counted.
//!
//! A lead is high, middle or low (OPS-2.3), an opportunity A, B or C by its chance to win
//! (OPS-4.2), a customer A, B or C by what it bought and may buy (TEL-4.2). Three scales, never one.

mod customer;
mod lead;
mod opportunity;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Fields, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::{AnyRow, Book};
use crate::policy::scoring::{MOST, Points};
use crate::query::Query;

/// The kinds that have grades.
pub const KINDS: [Kind; 3] = [Kind::Lead, Kind::Opportunity, Kind::Customer];

/// What a record is worth, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The key of the grade: `high`, `A` …
    pub grade: &'static str,
    /// Its name for people.
    pub label: Label,
    /// The score, 0 to 100; of an opportunity its chance to win in per cent.
    pub score: Decimal,
    /// What the score is made of.
    pub criteria: Vec<Criterion>,
    /// Why the grade is not the one that the score alone gives.
    pub remarks: Vec<Text>,
    /// The clauses behind it.
    pub clauses: &'static [&'static str],
}

/// A part of the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its key.
    pub key: &'static str,
    /// Its name.
    pub label: Label,
    /// Its weight in per cent; `None` where points are added as they are.
    pub weight: Option<i64>,
    /// Its points.
    pub points: i64,
    /// The lines of the point table that counted, each with its points; or what was given by hand.
    pub because: Vec<(Text, i64)>,
}

struct Line {
    query: Option<Arc<Query>>,
    points: Points,
}

type Table = Vec<Line>;

/// The point tables of a policy, read once for a book.
pub struct Grader<'b> {
    book: &'b Book<'b>,
    lead: [Table; 3],
    opportunity: Table,
    potential: Table,
    won: HashMap<&'b Id, customer::Won>,
}

impl<'b> Grader<'b> {
    /// Reads the point tables that grade records of `kind`.
    ///
    /// # Errors
    /// When a condition is no query; `check` names it in the policy.
    pub fn new(book: &'b Book<'b>, today: Date, kind: Kind) -> Result<Grader<'b>, Text> {
        let policy = book.policy();
        let read = |of: Kind, lines: &[Points]| match of == kind {
            true => table(book, today, of, lines),
            false => Ok(Table::new()),
        };
        let points = &policy.lead().points;
        Ok(Grader {
            book,
            lead: [
                read(Kind::Lead, &points.fit)?,
                read(Kind::Lead, &points.intent)?,
                read(Kind::Lead, &points.value)?,
            ],
            opportunity: read(Kind::Opportunity, &policy.opp().points)?,
            potential: read(Kind::Customer, &policy.customer().points.potential)?,
            won: match kind {
                Kind::Customer => customer::won(book, today),
                _ => HashMap::new(),
            },
        })
    }

    /// The verdict on a record; `None` for a kind that has no grades, or whose pack is off.
    pub fn grade(&self, row: AnyRow<'b>) -> Option<Verdict> {
        let verdict = match row.kind {
            Kind::Lead => lead::grade(self, row)?,
            Kind::Opportunity => opportunity::grade(self, row)?,
            Kind::Customer => customer::grade(self, row)?,
            _ => return None,
        };
        self.book.policy().applies(verdict.clauses).then_some(verdict)
    }

    fn counted(&self, table: &[Line], row: AnyRow<'b>) -> Vec<(Text, i64)> {
        let fits = |line: &&Line| line.query.as_ref().is_some_and(|it| it.fits(self.book, row));
        table.iter().filter(fits).map(|line| (line.points.text(), line.points.points)).collect()
    }
}

fn table(book: &Book<'_>, today: Date, kind: Kind, lines: &[Points]) -> Result<Table, Text> {
    let read = |points: &Points| {
        let query = points.when.as_deref().map(|when| Query::of_policy(book, kind, when, today));
        Ok(Line { query: query.transpose()?, points: points.clone() })
    };
    lines.iter().map(read).collect()
}

/// What a record says of its grade.
pub struct OnRecord<'b> {
    /// The grade.
    pub grade: Option<&'b str>,
    /// The override in force: a grade given by hand, for a reason and a time.
    pub by_hand: Option<ByHand<'b>>,
}

/// A grade given by hand.
pub struct ByHand<'b> {
    /// Why.
    pub reason: &'b str,
    /// The last day on which it holds; without it, always.
    pub until: Option<Date>,
}

impl<'b> OnRecord<'b> {
    /// The grade of a record of a kind that has grades, on `today`.
    pub fn of(row: AnyRow<'b>, today: Date) -> OnRecord<'b> {
        let grade = match row.fields.get("grade") {
            View::Key(key) => Some(key),
            _ => None,
        };
        let by_hand = match row.fields.get("grade_override") {
            View::Group(hand) => Some(ByHand::of(hand)),
            _ => None,
        };
        let in_force = |hand: &ByHand<'_>| hand.until.is_none_or(|until| today <= until);
        OnRecord { grade, by_hand: by_hand.filter(in_force) }
    }
}

impl<'b> ByHand<'b> {
    fn of(fields: &'b dyn Fields) -> ByHand<'b> {
        let reason = match fields.get("reason") {
            View::Text(reason) => reason,
            _ => "",
        };
        let until = match fields.get("expires") {
            View::Date(day) => Some(day),
            _ => None,
        };
        ByHand { reason, until }
    }
}

// The sum of a criterion, within its bounds.
fn within(because: &[(Text, i64)], most: i64) -> i64 {
    because.iter().fold(0_i64, |sum, (_, points)| sum.saturating_add(*points)).clamp(0, most)
}

// The weighted sum, of 100, exact: points are fifths of the weight.
fn score(criteria: &[Criterion]) -> Decimal {
    let fifths: i64 = criteria.iter().map(|one| one.weight.unwrap_or(0) * one.points).sum();
    let tenths = i128::from(fifths) * 10 / i128::from(MOST);
    Decimal::new(tenths, 1).map_or(Decimal::ZERO, Decimal::normalized)
}
