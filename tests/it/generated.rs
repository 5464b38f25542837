//! Generated books: what benches measure must be what the program accepts.

use std::collections::BTreeMap;

use salesops::base::date::Date;
use salesops::base::finding::Level;
use salesops::book::Book;
use salesops::rules::{Cx, Scope, check};

use crate::generate::{AS_OF, Spec};

fn levels(spec: Spec) -> BTreeMap<Level, Vec<String>> {
    let memory = spec.memory();
    let book = Book::open(&memory).unwrap();
    let cx = Cx { book: &book, today: Date::parse_iso(AS_OF).unwrap(), wide: true };
    let mut levels: BTreeMap<Level, Vec<String>> = BTreeMap::new();
    for finding in check(&cx, Scope::All) {
        let line = format!("{}: {}: {}", finding.file, finding.rule, finding.message);
        levels.entry(finding.level).or_default().push(line);
    }
    levels
}

#[test]
fn a_book_without_faults_has_no_errors() {
    for seed in [1, 2] {
        let found = levels(Spec { seed, ..Spec::of(3000) });
        assert_eq!(found.get(&Level::Error), None, "seed {seed}");
    }
}

#[test]
fn the_faults_asked_for_are_found() {
    let found = levels(Spec { faulty: 20, ..Spec::of(3000) });
    let errors = found.get(&Level::Error).map_or(0, Vec::len);
    assert!((30..400).contains(&errors), "{errors} errors in 3000 files, 20 in 1000 faulty");
}

#[test]
fn the_same_seed_is_the_same_book() {
    let files = |seed| Spec { seed, ..Spec::of(200) }.each().collect::<Vec<_>>();
    assert_eq!(files(7), files(7));
    assert_ne!(files(7), files(8));
}

#[test]
fn files_are_as_many_and_as_large_as_in_real_books() {
    let mut folders: BTreeMap<String, usize> = BTreeMap::new();
    let (mut files, mut bytes) = (0, 0);
    for (path, text) in Spec::of(20_000).each() {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        *folders.entry(folder.to_owned()).or_default() += 1;
        files += 1;
        bytes += text.len();
    }
    assert!(folders.values().all(|n| *n <= 1000), "git rewrites one tree object a commit");
    let mean = bytes / files;
    assert!((400..500).contains(&mean), "{mean} bytes a file");
}
