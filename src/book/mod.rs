//! The book: every record of a tree, decoded only when somebody asks for it.
//!
//! [`Book::open`] lists the files. A row is decoded at its first use, a kind in parallel at its
//! first iteration, so `show` of one record in 100,000 decodes a handful.

mod activities;
mod find;
mod names;
mod planned;
mod references;
mod row;
mod table;
#[cfg(test)]
mod tests;

use std::io;
use std::sync::OnceLock;

use rayon::prelude::*;

pub use find::{Found, Wanted};
pub use names::normal;
pub use references::Reference;
pub use row::{AnyRow, Row};
use table::File;
pub use table::Table;

use crate::base::field::Fields;
use crate::base::finding::{Finding, Level, Place};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::model::{self, Record, for_each_kind};
use crate::policy::Policy;
use crate::policy::calendar::Calendar;
use crate::say;
use crate::store::{Listing, Odd, POLICY_FILE, Tree};
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
                    $( $table: now.$table.with(std::mem::take(&mut added[Kind::$kind as usize])), )*
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
    tables: Tables,
    misplaced: Vec<Finding>,
    names: names::Cache,
    references: OnceLock<references::Index>,
    activities: OnceLock<activities::Index>,
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
            tables,
            misplaced: sorted.misplaced,
            names: names::Cache::default(),
            references: OnceLock::new(),
            activities: OnceLock::new(),
            leave_out_broken: false,
        })
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

/// The files of a listing, sorted by what they are.
#[derive(Default)]
struct Sorted {
    kinds: [Vec<File>; Kind::ALL.len()],
    calendar: Vec<Box<str>>,
    misplaced: Vec<Finding>,
}

// Folders that may hold YAML without being records.
const NOT_RECORDS: [&str; 4] = ["views", "reports", "schemas", "private"];

impl Sorted {
    fn of(&mut self, kind: Kind) -> &mut Vec<File> {
        &mut self.kinds[kind as usize]
    }

    fn add(&mut self, path: &str) {
        let (folder, rest) = path.split_once('/').unwrap_or(("", path));
        let name = rest.rsplit('/').next().unwrap_or(rest);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let yaml = extension == "yaml";
        if path.starts_with(CALENDAR) && yaml {
            self.calendar.push(path.into());
        } else if extension.eq_ignore_ascii_case("yml")
            || (extension.eq_ignore_ascii_case("yaml") && !yaml)
        {
            self.misplaced.push(not_yaml(path));
        } else if !yaml || NOT_RECORDS.contains(&folder) {
        } else if let Some(kind) = Kind::of_folder(folder) {
            match Id::parse(stem) {
                Ok(id) => self.of(kind).push(File { id, path: path.into() }),
                Err(why) => self.misplaced.push(bad_id(path, why)),
            }
        } else {
            self.misplaced.push(no_folder(path));
        }
    }

    fn add_odd(&mut self, listing: &Listing) {
        for (path, odd) in &listing.odd {
            self.misplaced.push(odd_file(path, *odd));
        }
    }

    // The first by path stays; the others are told and not read.
    fn add_duplicates(&mut self) {
        for kind in Kind::ALL {
            let rows = &mut self.kinds[kind as usize];
            rows.par_sort_unstable();
            rows.dedup_by(|next, first| {
                let is_same = next.id == first.id;
                if is_same {
                    self.misplaced.push(duplicate_id(&next.path, kind, &next.id, &first.path));
                }
                is_same
            });
        }
    }
}

fn misplaced(rule: &'static str, path: &str, message: Text, help: Text) -> Finding {
    Finding {
        rule,
        level: Level::Error,
        file: path.into(),
        record: None,
        place: Place::File,
        message,
        help: Some(help),
        remedy: None,
        clauses: &[],
    }
}

fn not_yaml(path: &str) -> Finding {
    misplaced(
        "misplaced-file",
        path,
        say!(en: "records end in `.yaml`; this file is not read", zh: "记录文件以 `.yaml` 结尾；此文件不会被读取"),
        say!(en: "rename it", zh: "请改名"),
    )
}

fn no_folder(path: &str) -> Finding {
    let folders: Vec<&str> = Kind::ALL.into_iter().map(Kind::folder).collect();
    let top = path.split('/').next().unwrap_or(path);
    let help = match crate::base::text::nearest(top, folders.iter().copied()) {
        Some(near) => say!(en: "did you mean `{near}/`?", zh: "是否想放在 `{near}/`？"),
        None => {
            let list = folders.join(", ");
            say!(en: "records stand in {list}", zh: "记录应放在 {list}")
        }
    };
    misplaced(
        "misplaced-file",
        path,
        say!(en: "this folder holds no records; the file is not read", zh: "此文件夹不存放记录；文件不会被读取"),
        help,
    )
}

fn bad_id(path: &str, why: Text) -> Finding {
    let help = say!(
        en: "the file's name is the record's id: lower-case letters, digits and `-`",
        zh: "文件名就是记录编号：小写字母、数字和 `-`"
    );
    misplaced("bad-id", path, why, help)
}

fn duplicate_id(path: &str, kind: Kind, id: &Id, first: &str) -> Finding {
    let (en, zh) = (kind.label().en, kind.label().zh);
    misplaced(
        "duplicate-id",
        path,
        Text {
            en: format!("{en} `{id}` stands in `{first}` already").into(),
            zh: format!("{zh} `{id}` 已在 `{first}` 中").into(),
        },
        say!(en: "rename or remove one of the two", zh: "请改名或删除其一"),
    )
}

fn odd_file(path: &str, odd: Odd) -> Finding {
    let message = match odd {
        Odd::Symlink => say!(en: "symbolic links are not followed", zh: "不会跟随符号链接"),
        Odd::Special => say!(en: "not a regular file", zh: "不是普通文件"),
        Odd::Name => {
            say!(en: "the file's name is not valid Unicode", zh: "文件名不是有效的 Unicode")
        }
    };
    let help =
        say!(en: "replace it by the file itself, or remove it", zh: "请换成文件本身，或将其删除");
    misplaced("misplaced-file", path, message, help)
}
