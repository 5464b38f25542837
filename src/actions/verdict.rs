//! Judging a plan: which findings it would add, before anything is written.

use std::collections::{BTreeSet, HashSet};
use std::io;

use super::Plan;
use super::plan::Renamed;
use crate::base::date::Date;
use crate::base::finding::{Finding, Level};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{Book, Row};
use crate::model::{Activity, Opportunity};
use crate::rules::{Cx, Scope, check};
use crate::store::{Overlay, Tree};
use crate::text::emit::value_of;

/// What the rules say of a plan.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// Errors that it would add to the records it touches, or to records that refer to them: it
    /// must not be written.
    pub added: Vec<Finding>,
    /// Warnings and notes that it would add.
    pub remarks: Vec<Finding>,
}

/// Judges a plan by the rules that look at one record. What was wrong before is not held against it.
///
/// # Errors
/// When the tree cannot be listed.
pub fn judge(tree: &dyn Tree, book: &Book<'_>, plan: &Plan, today: Date) -> io::Result<Verdict> {
    let overlay = Overlay::new(tree, plan.texts());
    let after = book.planned(&overlay, &plan.changes)?;
    let mut records = plan.touched.clone();
    records.extend(referrers(book, &after, plan));
    let scope = Scope::Records(&records);
    let before = known(&Cx { book, today, wide: false }, &records, plan);
    let now = check(&Cx { book: &after, today, wide: false }, scope);
    let new = now.into_iter().filter(|finding| !before.contains(&identity(finding)));
    let (added, remarks) = new.partition(|finding| finding.level == Level::Error);
    Ok(Verdict { added, remarks })
}

// What was wrong before; of a record that gets another id, under the new one as well.
fn known(cx: &Cx<'_>, records: &[(Kind, Id)], plan: &Plan) -> BTreeSet<Identity> {
    let Some(Renamed { kind, from, to }) = &plan.renamed else {
        return check(cx, Scope::Records(records)).iter().map(identity).collect();
    };
    let mut records = records.to_vec();
    records.push((*kind, from.0.clone()));
    let mut known = BTreeSet::new();
    for mut finding in check(cx, Scope::Records(&records)) {
        known.insert(identity(&finding));
        if finding.file == from.1 {
            finding.file = to.1.clone();
            known.insert(identity(&finding));
        }
        finding.message.en = finding.message.en.replace(&*from.0, &to.0).into();
        known.insert(identity(&finding));
    }
    known
}

// Only where rules look at the very fields that change: reading all referrers takes its time.
fn referrers(before: &Book<'_>, after: &Book<'_>, plan: &Plan) -> Vec<(Kind, Id)> {
    let touched: HashSet<(Kind, &Id)> = plan.touched.iter().map(|(kind, id)| (*kind, id)).collect();
    let changed = |kind: Kind, keys: &[&str]| -> HashSet<&Id> {
        let all = plan.touched.iter().filter(|(of, _)| *of == kind);
        all.map(|(_, id)| id).filter(|id| changes(before, after, (kind, id), keys)).collect()
    };
    let deals = changed(Kind::Opportunity, &["customer"]);
    let customers = changed(Kind::Customer, &["type", "contacts", "capacity"]);
    let mut found = Vec::new();
    if !deals.is_empty() {
        let about = |row: &Row<'_, Activity>| {
            row.record.opportunity.as_deref().is_some_and(|deal| deals.contains(deal))
        };
        let rows = after.iter::<Activity>().filter(about);
        found.extend(rows.map(|row| (Kind::Activity, row.id.clone())));
    }
    if !customers.is_empty() {
        let with = |row: &Row<'_, Opportunity>| {
            row.record.customer.as_deref().is_some_and(|customer| customers.contains(customer))
        };
        let rows = after.iter::<Opportunity>().filter(with);
        found.extend(rows.map(|row| (Kind::Opportunity, row.id.clone())));
    }
    found.retain(|(kind, id)| !touched.contains(&(*kind, id)));
    found
}

fn changes(before: &Book<'_>, after: &Book<'_>, (kind, id): (Kind, &Id), keys: &[&str]) -> bool {
    let (Some(was), Some(is)) = (before.fields(kind, id), after.fields(kind, id)) else {
        return false;
    };
    let (was, is) = (value_of(was), value_of(is));
    keys.iter().any(|key| was.get(key) != is.get(key))
}

type Identity = (&'static str, Box<str>, String, String);

fn identity(finding: &Finding) -> Identity {
    let route = finding.place.route().to_string();
    (finding.rule, finding.file.clone(), route, finding.message.en.to_string())
}
