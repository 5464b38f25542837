//! Judging a plan: which findings it would add, before anything is written.

use std::collections::BTreeSet;
use std::io;

use super::Plan;
use crate::base::date::Date;
use crate::base::finding::{Finding, Level};
use crate::book::Book;
use crate::rules::{Cx, Scope, check};
use crate::store::{Overlay, Tree};

/// What the rules say of a plan.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// Errors that it would add to the records it touches: it must not be written.
    pub added: Vec<Finding>,
    /// Warnings and notes that it would add.
    pub remarks: Vec<Finding>,
}

/// Judges a plan by the rules that look at one record. What was wrong before is not held against it.
///
/// # Errors
/// When the tree cannot be listed.
pub fn judge(tree: &dyn Tree, book: &Book<'_>, plan: &Plan, today: Date) -> io::Result<Verdict> {
    let planned = plan.changes.iter().map(|change| (change.path.clone(), change.after.clone()));
    let overlay = Overlay::new(tree, planned);
    let after = Book::open(&overlay)?;
    let scope = Scope::Records(&plan.touched);
    let before: BTreeSet<_> =
        check(&Cx { book, today, wide: false }, scope).iter().map(identity).collect();
    let now = check(&Cx { book: &after, today, wide: false }, scope);
    let new = now.into_iter().filter(|finding| !before.contains(&identity(finding)));
    let (added, remarks) = new.partition(|finding| finding.level == Level::Error);
    Ok(Verdict { added, remarks })
}

fn identity(finding: &Finding) -> (&'static str, Box<str>, String, String) {
    let route = finding.place.route().to_string();
    (finding.rule, finding.file.clone(), route, finding.message.en.to_string())
}
