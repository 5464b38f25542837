#![expect(clippy::disallowed_methods, reason = "looks at the files that were written")]

use std::fs;
use std::path::Path;

use super::*;
use crate::cli::context::Env;
use crate::cli::run as run_line;

fn salesops(folder: &Path, args: &[&str]) -> (Exit, String, String) {
    let env = Env { folder: folder.to_owned(), ..Env::default() };
    let args = ["salesops"].iter().chain(args).map(|arg| (*arg).into());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run_line(args, &env, &mut out, &mut err);
    (exit, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

#[test]
fn without_a_terminal_a_book_starts_with_everything_and_passes_its_check() {
    for lang in ["en", "zh"] {
        let folder = tempfile::tempdir().unwrap();
        let (exit, _, err) = salesops(folder.path(), &["init", "book", "--lang", lang]);
        assert_eq!(exit, Exit::Fine, "{err}");
        let book = folder.path().join("book");
        let policy = read(&book, "salesops.toml");
        for line in ["currency = \"CNY\"", "zone = \"+08:00\"", &format!("lang = \"{lang}\"")] {
            assert!(policy.contains(line), "{policy}");
        }
        assert!(PACKS.iter().all(|(_, pack, _)| policy.contains(&format!("\"{pack}\""))));
        let (exit, out, err) = salesops(&book, &["check", "--format", "json", "--fail-on", "note"]);
        assert_eq!(exit, Exit::Fine, "{err}");
        let report: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(report["findings"], json!([]));
        assert_eq!(salesops(&book, &["fmt", "--check"]).0, Exit::Fine);
    }
}

#[test]
fn what_stands_in_the_folder_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let theirs = [
        ("README.md", "ours\n"),
        (".gitattributes", "*.png binary\n"),
        (".vscode/settings.json", "{}\n"),
        ("tags/customer.vip.yaml", "label: {en: gold, zh: 金卡}\ntype: yes_no\n"),
        ("customers/acme.yaml", "name: Acme\n"),
    ];
    for (path, text) in theirs {
        put(folder, path, text);
    }
    let (exit, _, err) = salesops(folder, &["init", "--lang", "en"]);
    assert_eq!(exit, Exit::Fine, "{err}");
    for (path, text) in theirs {
        assert_eq!(read(folder, path), text);
    }
    let left = "left as they were: .gitattributes, tags/customer.vip.yaml, .vscode/settings.json";
    assert!(err.contains(left), "{err}");
    assert!(folder.join("tags/customer.industry.yaml").exists());
}

#[test]
fn a_book_is_not_started_twice() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    put(folder, "salesops.toml", "format = 1\n");
    assert_eq!(salesops(folder, &["init"]).0, Exit::Failed);
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1);
}

#[test]
fn a_dry_run_shows_the_files_and_writes_none() {
    let folder = tempfile::tempdir().unwrap();
    let (exit, out, _) = salesops(folder.path(), &["init", "--dry-run"]);
    assert_eq!(exit, Exit::Fine);
    assert!(out.contains("salesops.toml") && out.contains("schemas/customer.json"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn editors_find_the_schema_of_every_kind() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    salesops(folder, &["init", "--lang", "zh"]);
    let settings: Value = serde_json::from_str(&read(folder, ".vscode/settings.json")).unwrap();
    let schemas = settings["yaml.schemas"].as_object().unwrap();
    for kind in Kind::ALL {
        let path = schema_path(kind);
        assert_eq!(schemas[&path], format!("{}/**/*.yaml", kind.folder()));
        let (_, printed, _) = salesops(folder, &["schema", kind.key()]);
        assert_eq!(read(folder, &path), printed, "as `schema` prints it");
    }
    assert_eq!(schemas.len(), Kind::ALL.len());
}
