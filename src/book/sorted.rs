//! What stands where in a tree: records by kind, calendars, views, and what can be none of them.

use rayon::prelude::*;

use super::CALENDAR;
use super::table::File;
use crate::base::finding::{Clauses, Finding, Level, Place};
use crate::base::id::Id;
use crate::base::kind::{Kind, PerKind};
use crate::base::text::Text;
use crate::say;
use crate::store::{Listing, Odd};

const VIEWS: &str = "views/";

/// The files of a listing, sorted by what they are.
#[derive(Default)]
pub(super) struct Sorted {
    kinds: PerKind<Vec<File>>,
    pub(super) calendar: Vec<Box<str>>,
    pub(super) views: Vec<Box<str>>,
    pub(super) misplaced: Vec<Finding>,
}

// Folders that may hold YAML without being records.
const NOT_RECORDS: [&str; 3] = ["reports", "schemas", "private"];

impl Sorted {
    pub(super) fn of(&mut self, kind: Kind) -> &mut Vec<File> {
        &mut self.kinds[kind]
    }

    pub(super) fn add(&mut self, path: &str) {
        let (folder, rest) = path.split_once('/').unwrap_or(("", path));
        let name = rest.rsplit('/').next().unwrap_or(rest);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let yaml = extension == "yaml";
        if path.starts_with(CALENDAR) && yaml {
            self.calendar.push(path.into());
        } else if path.starts_with(VIEWS) && extension == "toml" {
            self.views.push(path.into());
        } else if extension.eq_ignore_ascii_case("yml")
            || (extension.eq_ignore_ascii_case("yaml") && !yaml)
        {
            self.misplaced.push(not_yaml(path));
        } else if path.starts_with(VIEWS) && yaml {
            self.misplaced.push(not_toml(path));
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

    pub(super) fn add_odd(&mut self, listing: &Listing) {
        for (path, odd) in &listing.odd {
            self.misplaced.push(odd_file(path, *odd));
        }
    }

    // The first by path stays; the others are told and not read.
    pub(super) fn add_duplicates(&mut self) {
        for kind in Kind::ALL {
            let rows = &mut self.kinds[kind];
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
        clauses: Clauses::Borrowed(&[]),
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

fn not_toml(path: &str) -> Finding {
    misplaced(
        "misplaced-file",
        path,
        say!(en: "views end in `.toml`; this file is not read", zh: "视图文件以 `.toml` 结尾；此文件不会被读取"),
        say!(en: "write it as TOML: kind, query, columns, sort", zh: "请写成 TOML：kind、query、columns、sort"),
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
