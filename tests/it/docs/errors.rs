//! `docs/errors.md`: broken files, and what is said of each.
//!
//! The cases stand in `tests/cases/errors`, each named `kind.fault.yaml` (`policy.fault.toml` for
//! the policy), and are put one at a time into the small sound book beside them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use salesops::base::date::Date;
use salesops::base::finding::Finding;
use salesops::base::kind::Kind;
use salesops::base::text::Lang;
use salesops::book::Book;
use salesops::output::{self, FindingFormat, Sources, Style};
use salesops::rules::{Cx, RULES, Scope, check};
use salesops::store::{Folder, Memory, POLICY_FILE, Tree};
use salesops::text::locate;

use super::{LANGS, generated, root};

/// Rules that no small file of text can break.
const NOT_HERE: [&str; 2] = ["file-too-large", "unreadable-file"];

const HEAD: &str = "\
# Errors 错误目录

What `salesops check` says of broken files: each file as it is, then the message in both languages.
Every fault of every file is told at once, with its line and column, the rule in brackets
([rules.md](rules.md)) and, where there is one, the command that mends it. The files stand in
`tests/cases/errors`; the day is 2026-11-21.

`salesops check` 对有问题的文件给出的提示：先列出文件原文，再列出两种语言的提示。每个文件的每处问题都会一次列出，
注明行、列和规则（见 [rules.zh-CN.md](rules.zh-CN.md)），能用命令修正的附上命令。这些文件在
`tests/cases/errors` 中；“今天”为 2026-11-21。

";

/// One broken file.
struct Case {
    name: String,
    path: String,
    bytes: Vec<u8>,
}

impl Case {
    fn read(file: &Path) -> Case {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let (kind, rest) = name.split_once('.').unwrap();
        let folder =
            Kind::parse(kind).map_or_else(|| kind.to_owned(), |kind| kind.folder().to_owned());
        let path = match (kind, &*name) {
            ("policy", _) => POLICY_FILE.to_owned(),
            (_, "customer.duplicate-id.yaml") => "customers/north/acme.yaml".to_owned(),
            (_, "budget.nearly-used.yaml") => "budgets/2026-sales.yaml".to_owned(),
            // Of a customer that payments refer to.
            (_, "customer.credit-outdated.yaml") => "customers/acme.yaml".to_owned(),
            // Of a customer that was visited twice.
            (_, "customer.decision-maker-unmet.yaml" | "customer.value-service-late.yaml") => {
                "customers/linhai.yaml".to_owned()
            }
            (_, "contract.approval-void.yaml") => "contracts/con-261110-7k3qa.yaml".to_owned(),
            _ => format!("{folder}/{rest}"),
        };
        Case { path, bytes: fs::read(file).unwrap(), name }
    }

    fn fault(&self) -> &str {
        self.name.rsplit_once('.').unwrap().0
    }

    fn tree(&self) -> Memory {
        let mut files = sound();
        files.insert(&self.path, self.bytes.clone());
        files
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).replace('\t', "→   ")
    }
}

fn folder() -> PathBuf {
    root().join("tests/cases/errors")
}

fn sound() -> Memory {
    let book = Folder::new(folder().join("book"));
    let mut files = Memory::default();
    for path in book.list().unwrap().files {
        files.insert(&path, book.read(&path).unwrap());
    }
    files
}

fn cases() -> Vec<Case> {
    let entries = fs::read_dir(folder()).unwrap();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files.iter().map(|file| Case::read(file)).collect()
}

fn judge(book: &Book<'_>) -> Vec<Finding> {
    let today = Date::parse_iso("2026-11-21").unwrap();
    check(&Cx { book, today, wide: true }, Scope::All)
}

fn messages(book: &Book<'_>, found: &[Finding], lang: Lang) -> String {
    let text = |path: &str| book.text(path);
    // As `check` masks them.
    let sensitive = |path: &str, source: &str| {
        let kind = path.split('/').next().and_then(Kind::of_folder);
        kind.map_or_else(Vec::new, |kind| {
            locate::secrets(source, kind.fields(), &|key| book.hides_tag(kind, key))
        })
    };
    let sources = Sources { text: &text, sensitive: &sensitive };
    let style = Style { lang, width: Some(100), color: false };
    output::findings(found, &sources, FindingFormat::Human, &style)
}

#[test]
fn the_book_around_the_cases_is_sound() {
    let files = sound();
    let book = Book::open(&files).unwrap();
    let found = judge(&book);
    assert!(found.is_empty(), "{}", messages(&book, &found, Lang::En));
}

#[test]
fn every_broken_file_is_told_of() {
    let mut page = HEAD.to_owned();
    for case in cases() {
        let files = case.tree();
        let book = Book::open(&files).unwrap();
        let found = judge(&book);
        assert!(!found.is_empty(), "nothing is said of {}", case.name);
        let (fault, path, text) = (case.fault(), &case.path, case.text());
        page.push_str(&format!(
            "## {fault}\n\n`{path}`:\n\n````text\n{}\n````\n\n",
            text.trim_end()
        ));
        for lang in LANGS {
            let said = messages(&book, &found, lang);
            let lines: Vec<&str> = said.trim_end().lines().map(str::trim_end).collect();
            page.push_str(&format!("````text\n{}\n````\n\n", lines.join("\n")));
        }
    }
    generated("errors", Lang::En, &page);
}

#[test]
fn every_rule_is_broken_by_some_file() {
    let mut told = BTreeSet::from(NOT_HERE);
    for case in cases() {
        let files = case.tree();
        let book = Book::open(&files).unwrap();
        told.extend(judge(&book).iter().map(|finding| finding.rule));
    }
    let untold: Vec<&str> =
        RULES.iter().map(|rule| rule.name).filter(|name| !told.contains(name)).collect();
    assert!(untold.is_empty(), "add a file to tests/cases/errors for {untold:?}");
}
