//! The house rules that the compiler does not know.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with the layers that it may use.
const LAYERS: [(&str, &[&str]); 16] = [
    ("base", &[]),
    ("model", &["base"]),
    ("text", &["base"]),
    ("store", &["base"]),
    ("policy", &["base", "model", "text", "store"]),
    ("book", &["base", "model", "text", "store", "policy"]),
    ("facts", &["base", "model", "text", "store", "policy", "book"]),
    ("query", &["base", "model", "text", "store", "policy", "book", "facts"]),
    ("flow", &["base", "model", "text", "store", "policy", "book", "facts", "query"]),
    ("metrics", &["base", "model", "text", "store", "policy", "book", "facts", "query"]),
    (
        "rules",
        &["base", "model", "text", "store", "policy", "book", "facts", "query", "flow", "metrics"],
    ),
    (
        "reports",
        &["base", "model", "text", "store", "policy", "book", "facts", "query", "flow", "metrics"],
    ),
    (
        "actions",
        &[
            "base", "model", "text", "store", "policy", "book", "facts", "query", "flow",
            "metrics", "rules",
        ],
    ),
    (
        "exchange",
        &[
            "base", "model", "text", "store", "policy", "book", "facts", "query", "flow",
            "metrics", "rules", "actions",
        ],
    ),
    ("output", &["base", "model", "text", "store", "policy", "book", "query", "rules", "reports"]),
    ("cli", &["*"]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Tests may look upwards: they put several layers together.
fn is_test(path: &Path) -> bool {
    let place = shown(path);
    ["/tests/", "/tests.rs", "/testing.rs", "/samples.rs", "/mangle.rs"]
        .iter()
        .any(|part| place.contains(part))
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

#[test]
fn layers_import_only_what_lies_below_them() {
    let mut offences = Vec::new();
    for (layer, below) in LAYERS {
        let folder = root().join("src").join(layer);
        if !folder.exists() {
            continue;
        }
        for path in rust_files(&folder).into_iter().filter(|path| !is_test(path)) {
            for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
                if line.trim_start().starts_with("//") {
                    continue;
                }
                for part in line.split("crate::").skip(1) {
                    let name: String =
                        part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    let known = LAYERS.iter().any(|(other, _)| *other == name);
                    let allowed =
                        below.contains(&"*") || name == layer || below.contains(&name.as_str());
                    if known && !allowed {
                        offences.push(format!(
                            "{}:{}: {layer} uses {name}",
                            shown(&path),
                            number + 1
                        ));
                    }
                }
            }
        }
    }
    assert!(offences.is_empty(), "{}", offences.join("\n"));
}

#[test]
fn no_file_is_longer_than_a_person_reads() {
    let long: Vec<String> = rust_files(&root().join("src"))
        .iter()
        .filter_map(|path| {
            let lines = fs::read_to_string(path).unwrap().lines().count();
            (lines > 400).then(|| format!("{}: {lines} lines", shown(path)))
        })
        .collect();
    assert!(long.is_empty(), "split by noun:\n{}", long.join("\n"));
}

#[test]
fn serde_tricks_that_lose_places_are_not_used() {
    for layer in ["model", "policy"] {
        for path in rust_files(&root().join("src").join(layer)) {
            let text = fs::read_to_string(&path).unwrap();
            for trick in ["serde(flatten", "serde(untagged", "serde(tag"] {
                assert!(!text.contains(trick), "{} uses {trick}", shown(&path));
            }
        }
    }
}

#[test]
fn only_the_text_layer_names_a_parser() {
    for path in rust_files(&root().join("src")).into_iter().filter(|path| !is_test(path)) {
        let place = shown(&path);
        let text = fs::read_to_string(&path).unwrap();
        let allowed = place.starts_with("src/text/")
            || place == "src/policy/clause.rs"
            || place.starts_with("src/exchange/");
        assert!(allowed || !text.contains("serde_yaml::"), "{place} names serde_yaml");
        assert!(place.starts_with("src/text/") || !text.contains("granit_parser"), "{place}");
    }
}
