//! Changing many records: one plan, refusals row by row. Here stands the setting of fields.

use std::collections::HashMap;
use std::io;

use super::assign::{Assignment, Operator, resolve};
use super::typed::Reader;
use super::{Actor, Plan, Refusal, Verdict, judge, set};
use crate::base::date::Date;
use crate::base::field::Shape;
use crate::base::finding::Finding;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::book::{AnyRow, Book};
use crate::say;
use crate::store::Tree;

/// What would become of each row.
#[derive(Clone, Debug, Default)]
pub struct Bulk {
    /// The changes of the rows that are not refused, one a row.
    pub plan: Plan,
    /// The rows that are refused, with the reason.
    pub refused: Vec<(Kind, Id, Text)>,
    /// How many rows are so already.
    pub unchanged: usize,
}

/// Plans to set fields of every row; all rows are of `kind`.
///
/// # Errors
/// When no row can be set, for one and the same reason: an unknown field, a value that does not
/// fit, a field that a command owns.
pub fn plan(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    kind: Kind,
    rows: &[AnyRow<'_>],
    assignments: &[Assignment],
) -> Result<Bulk, Refusal> {
    for assignment in assignments {
        set::refuse_owned_by_command(kind, assignment)?;
    }
    let assignments = settled(book, actor, kind, assignments)?;
    each(rows, |row| set::plan(book, actor, kind, row.id, &assignments))
}

/// Plans every row by itself.
///
/// # Errors
/// When no row can be changed, for one and the same reason.
pub(super) fn each<'b>(
    rows: &[AnyRow<'b>],
    mut plan: impl FnMut(AnyRow<'b>) -> Result<Plan, Refusal>,
) -> Result<Bulk, Refusal> {
    let mut bulk = Bulk::default();
    let mut first = None;
    for row in rows {
        match plan(*row) {
            Ok(plan) if plan.changes.is_empty() => bulk.unchanged += 1,
            Ok(plan) => bulk.add(plan),
            Err(refusal) => {
                bulk.refused.push((row.kind, row.id.clone(), reason(&refusal)));
                first.get_or_insert(refusal);
            }
        }
    }
    match first {
        Some(refusal) if bulk.is_refused_alike(rows.len()) => Err(refusal),
        _ => Ok(bulk),
    }
}

// References looked up once: to find a record by its name takes its time.
fn settled(
    book: &Book<'_>,
    actor: &Actor<'_>,
    kind: Kind,
    assignments: &[Assignment],
) -> Result<Vec<Assignment>, Text> {
    let reader = Reader { book, me: actor.me, today: actor.today };
    let settle = |assignment: &Assignment| {
        let field = resolve(kind, &assignment.key)?.field;
        let adds = matches!(assignment.operator, Operator::Set | Operator::Append);
        let value = match field.map(|field| field.shape.core()) {
            Some(Shape::Ref(to)) if adds => reader.reference(to, &assignment.value)?.to_string(),
            _ => assignment.value.clone(),
        };
        Ok(Assignment { value, ..assignment.clone() })
    };
    assignments.iter().map(settle).collect()
}

fn reason(refusal: &Refusal) -> Text {
    match refusal {
        Refusal::Cannot(why) | Refusal::Forbidden(why) => why.clone(),
        Refusal::Gates(missing) => {
            let n = missing.len();
            say!(en: "not yet: {n} things are missing", zh: "暂不能：还缺 {n} 项")
        }
    }
}

impl Bulk {
    fn add(&mut self, plan: Plan) {
        self.plan.changes.extend(plan.changes);
        self.plan.touched.extend(plan.touched);
    }

    fn is_refused_alike(&self, rows: usize) -> bool {
        let reasons = || self.refused.iter().map(|(_, _, why)| why);
        self.refused.len() == rows && reasons().all(|why| Some(why) == reasons().next())
    }

    /// Judges the plan, and refuses the rows that would break a rule.
    ///
    /// # Errors
    /// When the tree cannot be listed.
    pub fn judge(&mut self, tree: &dyn Tree, book: &Book<'_>, today: Date) -> io::Result<Verdict> {
        let verdict = judge(tree, book, &self.plan, today)?;
        if verdict.added.is_empty() {
            return Ok(verdict);
        }
        self.refuse(book, &verdict.added);
        // Without these rows the others may stand, or may have needed them.
        judge(tree, book, &self.plan, today)
    }

    // A finding is held against the row whose file it is in, else against the rows that the
    // record with the finding refers to, else against all.
    fn refuse(&mut self, book: &Book<'_>, added: &[Finding]) {
        let places: HashMap<&(Kind, Id), usize> =
            self.plan.touched.iter().enumerate().map(|(at, record)| (record, at)).collect();
        let mut reasons: Vec<Option<Text>> = vec![None; self.plan.touched.len()];
        for finding in added {
            let mut blamed = blamed(book, finding, &places);
            if blamed.is_empty() {
                blamed = (0..reasons.len()).collect();
            }
            for at in blamed {
                reasons[at].get_or_insert_with(|| finding.message.clone());
            }
        }
        let plan = std::mem::take(&mut self.plan);
        let rows = plan.changes.into_iter().zip(plan.touched).zip(reasons);
        for ((change, (kind, id)), reason) in rows {
            match reason {
                Some(why) => self.refused.push((kind, id, why)),
                None => {
                    self.plan.changes.push(change);
                    self.plan.touched.push((kind, id));
                }
            }
        }
        self.refused.sort_by(|a, b| a.1.cmp(&b.1));
    }
}

fn blamed(book: &Book<'_>, finding: &Finding, places: &HashMap<&(Kind, Id), usize>) -> Vec<usize> {
    let Some((kind, id)) = &finding.record else { return Vec::new() };
    let Some(row) = book.any(*kind, id) else { return Vec::new() };
    if let Some(at) = places.get(&(*kind, row.id.clone())) {
        return vec![*at];
    }
    let mut found = Vec::new();
    row.references(&mut |reference| {
        found.extend(places.get(&(reference.kind, reference.id.clone())));
    });
    found
}
