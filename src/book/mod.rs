//! The book: every record of a tree, decoded only when somebody asks for it.
//!
//! [`Book::open`] lists the files. A row is decoded at its first use, a kind in parallel at its
//! first iteration, so `show` of one record in 100,000 decodes a handful.

mod activities;
mod candidates;
mod find;
mod memo;
mod names;
mod planned;
mod references;
mod referring;
mod row;
mod sorted;
mod table;
mod tags;
pub mod territories;
#[cfg(test)]
mod tests;
pub mod views;

use std::io;
use std::sync::OnceLock;

pub use activities::about;
pub use candidates::{Candidate, several, unsure};
pub use find::{Found, Hit, Wanted};
pub(crate) use memo::Memo;
pub use names::may_bear;
pub use references::Reference;
pub use row::{AnyRow, Row};
use sorted::Sorted;
pub use table::{Sieve, Table};
use views::Views;

use crate::base::field::Fields;
use crate::base::finding::Finding;
use crate::base::id::Id;
use crate::base::kind::{Kind, PerKind};
use crate::model::{self, Record, for_each_kind};
use crate::policy::Policy;
use crate::policy::calendar::Calendar;
use crate::store::{POLICY_FILE, Tree};
use crate::text::fault::Fault;

const CALENDAR: &str = "calendar/";

macro_rules! declare_tables {
    ($($kind:ident $record:ident $table:ident,)*) => {
        struct Tables {
            $( $table: Table<model::$record>, )*
        }

        impl Tables {
            fn of(files: &mut Sorted) -> Tables {
                Tables { $( $table: Table::new(std::mem::take(files.of(Kind::$kind))), )* }
            }

            fn planned(now: &Tables, added: &mut planned::Added) -> Tables {
                Tables {
                    $( $table: now.$table.with(std::mem::take(&mut added[Kind::$kind])), )*
                }
            }
        }

        $(
            impl Stored for model::$record {
                fn stored<'b>(book: &'b Book<'_>) -> &'b Table<model::$record> {
                    &book.tables.$table
                }
            }
        )*

        impl Book<'_> {
            /// The record of that kind and id, whatever its type.
            pub fn any(&self, kind: Kind, id: &str) -> Option<AnyRow<'_>> {
                match kind {
                    $( Kind::$kind => self.get::<model::$record>(id).map(Row::erase), )*
                }
            }

            /// All records of a kind, sorted by id.
            pub fn rows(&self, kind: Kind) -> Vec<AnyRow<'_>> {
                match kind {
                    $( Kind::$kind => self.iter::<model::$record>().map(Row::erase).collect(), )*
                }
            }

            /// The records of a kind whose files the sieve lets through, among others perhaps; sorted
            /// by id.
            pub fn sift_rows(&self, kind: Kind, sieve: &Sieve<'_>) -> Vec<AnyRow<'_>> {
                match kind {
                    $( Kind::$kind => {
                        self.sift::<model::$record>(sieve).into_iter().map(Row::erase).collect()
                    } )*
                }
            }

            /// The ids of a kind, sorted, without decoding anything.
            pub fn ids(&self, kind: Kind) -> Vec<&Id> {
                match kind {
                    $( Kind::$kind => self.tables.$table.ids().collect(), )*
                }
            }

            /// The file of a record, without decoding it.
            pub fn path(&self, kind: Kind, id: &str) -> Option<&str> {
                match kind {
                    $( Kind::$kind => self.tables.$table.path(id), )*
                }
            }

            /// The faults of every file of a kind, each with its path and id.
            pub fn faults(&self, kind: Kind) -> Vec<(&str, &Id, &[Fault])> {
                match kind {
                    $( Kind::$kind => self.tables.$table.faults(self.tree), )*
                }
            }

            /// The faults of one record's file.
            pub fn faults_of(&self, kind: Kind, id: &str) -> &[Fault] {
                match kind {
                    $( Kind::$kind => self.tables.$table.faults_of(self.tree, id), )*
                }
            }
        }
    };
}
for_each_kind!(declare_tables);

/// A record type that has a table in the book.
pub trait Stored: Record {
    /// Its table.
    fn stored<'b>(book: &'b Book<'_>) -> &'b Table<Self>;
}

/// Files with their faults, by path.
type FaultyFiles = Vec<(Box<str>, Vec<Fault>)>;

/// All records of a tree, with the policy that rules them.
pub struct Book<'t> {
    tree: &'t dyn Tree,
    policy: Policy,
    policy_faults: Vec<Fault>,
    calendar: OnceLock<(Calendar, FaultyFiles)>,
    calendar_files: Vec<Box<str>>,
    views: OnceLock<Views>,
    view_files: Vec<Box<str>>,
    tables: Tables,
    misplaced: Vec<Finding>,
    names: names::Cache,
    references: OnceLock<references::Index>,
    activities: OnceLock<activities::Index>,
    company: OnceLock<activities::Index>,
    referring: PerKind<OnceLock<referring::Index>>,
    territories: OnceLock<territories::Index>,
    queries: Memo,
    leave_out_broken: bool,
}

impl<'t> Book<'t> {
    /// Lists the tree and reads its policy.
    ///
    /// # Errors
    /// When the tree cannot be listed or the policy file cannot be read.
    pub fn open(tree: &'t dyn Tree) -> io::Result<Book<'t>> {
        let listing = tree.list()?;
        let source = match listing.files.binary_search_by(|path| (**path).cmp(POLICY_FILE)) {
            Ok(_) => String::from_utf8_lossy(&tree.read(POLICY_FILE)?).into_owned(),
            Err(_) => String::new(),
        };
        let (policy, policy_faults) = Policy::parse(&source);
        let mut sorted = Sorted::default();
        listing.files.iter().for_each(|path| sorted.add(path));
        sorted.add_odd(&listing);
        sorted.add_duplicates();
        let tables = Tables::of(&mut sorted);
        sorted.misplaced.sort_by(|a, b| a.file.cmp(&b.file));
        Ok(Book {
            tree,
            policy,
            policy_faults,
            calendar: OnceLock::new(),
            calendar_files: sorted.calendar,
            views: OnceLock::new(),
            view_files: sorted.views,
            tables,
            misplaced: sorted.misplaced,
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

    /// Where the queries of the policy are kept once they are read.
    pub(crate) fn queries(&self) -> &Memo {
        &self.queries
    }

    /// The same book without the records whose files have faults: for `--lenient`.
    #[must_use]
    pub fn lenient(mut self) -> Book<'t> {
        self.leave_out_broken = true;
        self
    }

    /// The policy.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What is wrong with the policy file.
    pub fn policy_faults(&self) -> &[Fault] {
        &self.policy_faults
    }

    /// The working calendar.
    pub fn calendar(&self) -> &Calendar {
        &self.read_calendar().0
    }

    /// What is wrong with the calendar files, by path.
    pub fn calendar_faults(&self) -> &[(Box<str>, Vec<Fault>)] {
        &self.read_calendar().1
    }

    fn read_calendar(&self) -> &(Calendar, FaultyFiles) {
        self.calendar.get_or_init(|| {
            let mut calendar = Calendar::default();
            let mut faults = Vec::new();
            for path in &self.calendar_files {
                let text = self.text(path).unwrap_or_default();
                let found = calendar.add(&text);
                if !found.is_empty() {
                    faults.push((path.clone(), found));
                }
            }
            (calendar, faults)
        })
    }

    /// Files and other things that stand where no record can stand, as findings.
    pub fn misplaced(&self) -> &[Finding] {
        &self.misplaced
    }

    /// The text of a file; invalid UTF-8 is replaced. `None` where it cannot be read.
    pub fn text(&self, path: &str) -> Option<String> {
        let bytes = self.tree.read(path).ok()?;
        Some(
            String::from_utf8(bytes)
                .unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into()),
        )
    }

    /// The tree that it is read from.
    pub fn tree(&self) -> &'t dyn Tree {
        self.tree
    }

    /// The record with that id.
    pub fn get<R: Stored>(&self, id: &str) -> Option<Row<'_, R>> {
        R::stored(self).get(self.tree, id)
    }

    /// Whether there is a record of that kind and id, readable or not. Decodes nothing.
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        self.path(kind, id).is_some()
    }

    /// All records of a type, sorted by id; decodes them in parallel the first time.
    pub fn iter<R: Stored>(&self) -> impl Iterator<Item = Row<'_, R>> {
        let whole_only = self.leave_out_broken;
        R::stored(self).iter(self.tree).filter(move |row| !whole_only || row.whole)
    }

    /// The records of a type whose files the sieve lets through, among others perhaps; sorted by
    /// id. Reads every file of the type, and decodes those.
    pub fn sift<R: Stored>(&self, sieve: &Sieve<'_>) -> Vec<Row<'_, R>> {
        let mut rows = R::stored(self).sift(self.tree, sieve);
        rows.retain(|row| !self.leave_out_broken || row.whole);
        rows
    }

    /// How many records there are, without decoding any.
    pub fn count(&self) -> usize {
        Kind::ALL.into_iter().map(|kind| self.ids(kind).len()).sum()
    }

    /// What people call a record: its name, else its id.
    pub fn name_of(&self, kind: Kind, id: &str) -> String {
        self.any(kind, id).map_or_else(|| id.to_owned(), |row| row.name(self))
    }

    /// The fields of a record.
    pub fn fields(&self, kind: Kind, id: &str) -> Option<&dyn Fields> {
        self.any(kind, id).map(|row| row.fields)
    }
}
