//! The table of rules as a whole, and that everything names clauses of the catalogue.

#![expect(clippy::disallowed_methods, reason = "these tests read the sources of the crate")]

use std::fs;
use std::path::{Path, PathBuf};

use super::{CASES, damage};
use crate::base::field::{Field, Shape};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::GATES;
use crate::policy::clause;
use crate::reports::REPORTS;
use crate::rules::{RULES, find};

#[test]
fn rules_are_sorted_and_unique() {
    assert!(RULES.is_sorted_by(|a, b| a.name < b.name));
    assert!(RULES.iter().all(|rule| find(rule.name).is_some_and(|found| found.name == rule.name)));
}

#[test]
fn every_rule_has_a_case_in_which_it_fires() {
    let shown = CASES.iter().copied().flatten().map(|case| case.rule).chain(damage::RULES);
    let shown: Vec<&str> = shown.collect();
    let silent: Vec<&str> =
        RULES.iter().map(|rule| rule.name).filter(|rule| !shown.contains(rule)).collect();
    assert_eq!(silent, [""; 0]);
    assert!(shown.iter().all(|rule| find(rule).is_some()), "a case names no rule: {shown:?}");
}

#[test]
fn every_rule_speaks_both_languages() {
    for rule in RULES {
        for label in [rule.what, rule.why, rule.remedy] {
            assert!(is_in_both(label), "{}: {label:?}", rule.name);
        }
        assert!(!rule.example.is_empty(), "{}", rule.name);
    }
    for gate in GATES {
        assert!(is_in_both(gate.label) && is_in_both(gate.doc), "{}", gate.name);
    }
}

fn is_in_both(label: Label) -> bool {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    !label.en.is_empty() && !label.en.contains(is_chinese) && label.zh.contains(is_chinese)
}

#[test]
fn every_file_of_the_folder_is_a_row() {
    const MACHINERY: [&str; 6] = ["allow", "check", "load", "mod", "sink", "tests"];
    for file in sources("src/rules") {
        let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
        if file.parent() == Some(&root().join("src/rules")) && !MACHINERY.contains(&stem.as_str()) {
            assert!(find(&stem.replace('_', "-")).is_some(), "{stem} is in no table");
        }
    }
}

// A fault whose rule is not in the table would be dropped without a word.
#[test]
fn every_fault_is_of_a_rule() {
    let mut faults = Vec::new();
    for file in ["src/text", "src/policy", "src/book"].into_iter().flat_map(sources) {
        let text = fs::read_to_string(&file).unwrap();
        for opening in ["Fault::at(", "misplaced("] {
            let calls = text.split(opening).skip(1).filter_map(|call| {
                let call = call.trim_start().strip_prefix('"')?;
                Some(call.split('"').next()?.to_owned())
            });
            faults.extend(calls);
        }
    }
    assert!(faults.len() > 15, "the calls are not found any more: {faults:?}");
    let unknown: Vec<&String> = faults.iter().filter(|rule| find(rule).is_none()).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn clauses_that_are_named_exist() {
    let mut named: Vec<(String, &str)> = Vec::new();
    for rule in RULES {
        named.extend(rule.clauses.iter().map(|id| (rule.name.to_owned(), *id)));
    }
    for gate in GATES {
        named.extend(gate.clauses.iter().map(|id| (gate.name.to_owned(), *id)));
    }
    for report in REPORTS {
        named.extend(report.clauses.iter().map(|id| (report.name.to_owned(), *id)));
    }
    for kind in Kind::ALL {
        walk(kind.key(), kind.fields(), &mut named);
    }
    let wrong: Vec<_> = named.iter().filter(|(_, id)| clause::find(id).is_none()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

// Every clause named inside a text must exist as well: `(OPS-4.1.2)`.
#[test]
fn clauses_in_texts_exist() {
    let all = RULES.iter().flat_map(|rule| [rule.what, rule.why, rule.remedy]);
    for label in all.chain(GATES.iter().map(|gate| gate.doc)) {
        let cut = |c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-');
        let words = label.en.split(cut).chain(label.zh.split(cut));
        for id in words.map(|word| word.trim_end_matches('.')) {
            let is_clause =
                clause::PACKS.iter().any(|(pack, ..)| id.starts_with(&format!("{pack}-")));
            let known = clause::all().iter().any(|clause| clause.id.starts_with(id));
            assert!(!is_clause || known, "{id} in {label:?}");
        }
    }
}

fn walk<'f>(at: &str, fields: &'f [Field], named: &mut Vec<(String, &'f str)>) {
    for field in fields {
        let route = format!("{at}.{}", field.key);
        named.extend(field.clauses.iter().map(|id| (route.clone(), *id)));
        assert!(is_in_both(field.label) || field.label.en == field.label.zh, "{route}");
        if let Shape::Group(inner) = field.shape.core() {
            walk(&route, inner, named);
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str) -> Vec<PathBuf> {
    fn add(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => add(&path, files),
                false => files.push(path),
            }
        }
    }
    let mut files = Vec::new();
    add(&root().join(folder), &mut files);
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files
}
