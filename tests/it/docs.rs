//! The pages under `docs/` that are made from the code, and the outputs that the other pages show.
//!
//! `UPDATE=1 cargo test --test it docs` writes them anew; without it a page that differs fails.

mod cli;
mod errors;
mod fields;
mod policy;
mod reports;
mod rules;
mod transcripts;

use std::fs;
use std::path::PathBuf;

use salesops::base::text::Lang;

const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some()
}

// The page of a language: `rules.md`, `rules.zh-CN.md`.
fn path(stem: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("docs/{stem}.md"),
        Lang::Zh => format!("docs/{stem}.zh-CN.md"),
    }
}

fn generated(stem: &str, lang: Lang, body: &str) {
    let note = match lang {
        Lang::En => {
            "<!-- Made from the code. Do not edit: `UPDATE=1 cargo test --test it docs`. -->"
        }
        Lang::Zh => "<!-- 由代码生成，请勿手工修改：`UPDATE=1 cargo test --test it docs`。 -->",
    };
    same(&path(stem, lang), &format!("{note}\n\n{}\n", body.trim_end()));
}

/// Holds a page to what it should be, or writes it.
fn same(path: &str, wanted: &str) {
    let file = root().join(path);
    let found = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    if found == wanted {
        return;
    }
    if is_update() {
        fs::write(&file, wanted).unwrap();
        return;
    }
    let (found_lines, wanted_lines) = (found.lines(), wanted.lines());
    let at = found_lines.clone().zip(wanted_lines.clone()).take_while(|(a, b)| a == b).count();
    panic!(
        "{path} is stale from line {} on:\n  page: {:?}\n  code: {:?}\n\
         write it anew: UPDATE=1 cargo test --test it docs",
        at + 1,
        found_lines.clone().nth(at).unwrap_or(""),
        wanted_lines.clone().nth(at).unwrap_or(""),
    );
}

// A kind of record as the page on extending shows it is the one that is built.
#[test]
fn the_kind_shown_is_the_one_built() {
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap().replace("\r\n", "\n");
    let page = read("docs/extending.md");
    let blocks: Vec<&str> =
        page.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let sources = ["src/model/backup.rs", "src/base/kind.rs", "src/model/mod.rs"].map(read);
    assert_eq!(blocks.len(), sources.len());
    assert_eq!(blocks[0], sources[0]);
    for (block, source) in blocks[1..].iter().zip(&sources[1..]) {
        assert!(source.contains(block), "{block}");
    }
}

/// The words of one language.
fn say(lang: Lang, en: &'static str, zh: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

/// Clause ids in a row, or nothing.
fn clauses(ids: &[&str]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

/// Text that may stand in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// Every relative link of a page leads to a file.
#[test]
fn no_link_is_dead() {
    let mut pages = vec!["README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md"]
        .into_iter()
        .map(PathBuf::from)
        .collect::<Vec<_>>();
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        pages.push(PathBuf::from("docs").join(entry.unwrap().file_name()));
    }
    let mut dead = Vec::new();
    for page in pages {
        let text = fs::read_to_string(root().join(&page)).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap_or_default();
            let folder = root().join(page.parent().unwrap());
            if !target.is_empty() && !target.contains("://") && !folder.join(target).exists() {
                dead.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}
