//! The book that a plan would lead to, without listing the tree once more.

use std::io;
use std::sync::OnceLock;

use super::memo::Memo;
use super::table::File;
use super::{Book, Tables, names};
use crate::base::change::Change;
use crate::base::id::Id;
use crate::base::kind::{Kind, PerKind};
use crate::store::Tree;

/// New files by kind.
pub(super) type Added = PerKind<Vec<File>>;

impl Book<'_> {
    /// The book of `tree`, which is this book's with `changes` made. Nothing is decoded yet.
    ///
    /// # Errors
    /// When the tree has to be listed after all, and cannot be.
    pub fn planned<'t>(&self, tree: &'t dyn Tree, changes: &[Change]) -> io::Result<Book<'t>> {
        let Some(mut added) = self.added(changes) else { return Book::open(tree) };
        Ok(Book {
            tree,
            policy: self.policy.clone(),
            policy_faults: self.policy_faults.clone(),
            calendar: OnceLock::new(),
            calendar_files: self.calendar_files.clone(),
            views: OnceLock::new(),
            view_files: self.view_files.clone(),
            tables: Tables::planned(&self.tables, &mut added),
            misplaced: self.misplaced.clone(),
            names: names::Cache::default(),
            references: OnceLock::new(),
            activities: OnceLock::new(),
            company: OnceLock::new(),
            referring: Default::default(),
            territories: OnceLock::new(),
            queries: Memo::default(),
            leave_out_broken: false,
        })
    }

    // The new records; `None` where a plan does more than write records: it changes the policy,
    // takes a file away, or writes an id that stands elsewhere.
    fn added(&self, changes: &[Change]) -> Option<Added> {
        let mut added = Added::default();
        for change in changes {
            change.after.as_ref()?;
            let (kind, id) = record_at(&change.path)?;
            match self.path(kind, &id) {
                Some(path) if *path == *change.path => {}
                Some(_) => return None,
                None => added[kind].push(File { id, path: change.path.clone() }),
            }
        }
        let are_new = added.values_mut().all(|files| {
            files.sort_unstable();
            files.windows(2).all(|pair| pair[0].id != pair[1].id)
        });
        are_new.then_some(added)
    }
}

fn record_at(path: &str) -> Option<(Kind, Id)> {
    let (folder, rest) = path.split_once('/')?;
    let name = rest.rsplit('/').next()?;
    Some((Kind::of_folder(folder)?, Id::parse(name.strip_suffix(".yaml")?).ok()?))
}
