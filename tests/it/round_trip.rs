//! What is exported is imported again: the same data, whatever the format between.

use std::fs;

use serde_json::Value;

use crate::support::Book;

/// The kinds of the example book, each with the columns that refer to what comes later.
const KINDS: [(&str, &[&str]); 9] = [
    ("member", &["territory"]),
    ("territory", &[]),
    ("product", &[]),
    ("campaign", &[]),
    ("customer", &[]),
    ("opportunity", &[]),
    ("lead", &[]),
    ("activity", &[]),
    ("task", &[]),
];

/// The policy and the dictionary of the example book, and no record.
fn empty_like(book: &Book) -> Book {
    let empty = Book::none();
    for (path, bytes) in book.files() {
        if path == "salesops.toml" || path.starts_with("tags/") {
            empty.put(&path, bytes);
        }
    }
    empty
}

/// The records of a kind without what commands and imports write themselves.
fn records(book: &Book, kind: &str) -> Vec<Value> {
    let ran = book.run(&format!("export {kind} --format json --reveal")).exits(0);
    let mut all: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    for record in &mut all {
        let record = record.as_object_mut().unwrap();
        for own in ["_file", "moves", "closed", "entered", "imported"] {
            record.remove(own);
        }
        record.values_mut().for_each(normalize);
    }
    all
}

// 480000.00 and 480000 are the same number.
fn normalize(value: &mut Value) {
    match value {
        Value::String(text) if text.contains('.') && text.parse::<f64>().is_ok() => {
            *text = text.trim_end_matches('0').trim_end_matches('.').to_owned();
        }
        Value::Array(items) => items.iter_mut().for_each(normalize),
        Value::Object(map) => map.values_mut().for_each(normalize),
        _ => {}
    }
}

fn carried_over(format: &str) {
    let book = Book::example();
    let copy = empty_like(&book);
    for (kind, later) in KINDS {
        let file = copy.root().join(format!("{kind}.{format}"));
        let file = file.to_str().unwrap();
        book.run_args(&["export", kind, "--reveal", "-o", file]).exits(0);
        let mut args = vec!["import", kind, file];
        later.iter().for_each(|column| args.extend(["--ignore", *column]));
        copy.run_args(&args).exits(0);
    }
    for (kind, _) in KINDS {
        let file = copy.root().join(format!("{kind}.{format}"));
        copy.run_args(&["import", kind, file.to_str().unwrap()]).exits(0);
        fs::remove_file(file).unwrap();
    }
    for (kind, _) in KINDS {
        let (old, new) = (records(&book, kind), records(&copy, kind));
        assert!(!old.is_empty() && old.len() == new.len(), "{kind}");
        for (old, new) in old.iter().zip(&new) {
            assert_eq!(old, new, "{kind}");
        }
    }
}

#[test]
fn a_book_is_carried_over_by_csv() {
    carried_over("csv");
}

#[test]
fn a_book_is_carried_over_by_workbooks() {
    carried_over("xlsx");
}

#[test]
fn what_was_exported_comes_back_changed_by_hand() {
    let book = Book::small();
    book.run("export customer -o c.csv").exits(0);
    let text = book.text("c.csv");
    assert!(text.contains("***") && !text.contains("13800138000"), "masked: {text}");
    book.put("c.csv", text.replace("Acme Tools", "Acme Works"));
    let ran = book.run("import customer c.csv").exits(0);
    assert!(ran.out.starts_with("0 created, 1 changed"), "{}", ran.all());
    let text = book.text("customers/acme.yaml");
    assert!(text.contains("name: Acme Works\n") && text.contains("13800138000"), "{text}");
    assert!(!text.contains("***"));
}

#[test]
fn exports_say_what_they_leave_out_and_refuse_what_they_cannot() {
    let book = Book::small();
    let ran = book.run("export opportunity stage:interested --lang zh").exits(0);
    assert!(
        ran.out.starts_with("id,customer,") && ran.err.contains("1 条记录有变动"),
        "{}",
        ran.all()
    );
    assert!(book.run("export product --format md").exits(0).out.starts_with("| "));
    assert!(book.run("export customer -o c.pdf").exits(2).err.contains("csv, xlsx, json, md"));
    assert!(book.run("export customer --format xlsx").exits(2).err.contains("-o FILE.xlsx"));
    book.put("customers/formula.yaml", "name: \"=1+1\"\n");
    book.run("export customer -o c.csv").exits(0);
    assert!(book.text("c.csv").contains("'=1+1"));
    book.put("customers/broken.yaml", "name: [\n");
    book.run("export customer -o c.csv").exits(2);
}
