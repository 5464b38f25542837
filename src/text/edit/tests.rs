mod fixtures;
mod judge;
mod matrix;
mod random;

use super::*;
use crate::base::route::Key;
use crate::base::value::Value;

/// A small record: keys in this order, `moves` and `entered` on one line, `stage` apart.
struct Record;

impl Layout for Record {
    fn order(&self, mapping: &Route) -> Vec<&'static str> {
        match mapping.to_string().as_str() {
            "" => vec!["customer", "name", "stage", "amount", "owner", "tags", "moves", "entered"],
            "needs" => vec!["summary", "budget"],
            _ if mapping.head() == Some("moves") => vec!["on", "by", "stage"],
            _ => Vec::new(),
        }
    }

    fn inline(&self, route: &Route) -> bool {
        matches!(route.head(), Some("moves" | "entered"))
    }

    fn apart(&self, route: &Route) -> bool {
        route.to_string() == "stage"
    }
}

fn set(route: &str, text: &str) -> Edit {
    Edit::Set(Route::parse(route), Value::text(text))
}

fn put(route: &str, value: Value) -> Edit {
    Edit::Set(Route::parse(route), value)
}

fn add(route: &str, value: Value) -> Edit {
    Edit::Append(Route::parse(route), value)
}

fn remove(route: &str) -> Edit {
    Edit::Remove(Route::parse(route))
}

fn pair() -> Value {
    Value::map([("on", Value::plain("2026-11-21")), ("by", Value::plain("li-wei"))])
}

#[track_caller]
fn edits(cases: &[(&str, Edit, &str)]) {
    for (before, edit, after) in cases {
        let crlf = |text: &str| text.replace('\n', "\r\n");
        let found = apply(before, std::slice::from_ref(edit), &Record);
        assert_eq!(found.as_deref(), Ok(*after), "{before}\n{edit:?}");
        let found = apply(&crlf(before), std::slice::from_ref(edit), &Record);
        // A text of one line without an end has no line end to follow.
        if before.contains('\n') {
            assert_eq!(found, Ok(crlf(after)), "with CRLF: {before}\n{edit:?}");
        }
        let found = apply(&format!("\u{feff}{before}"), std::slice::from_ref(edit), &Record);
        assert_eq!(found, Ok(format!("\u{feff}{after}")), "with BOM: {before}\n{edit:?}");
    }
}

#[test]
fn a_scalar_is_set_where_it_stands() {
    edits(&[
        ("stage: a  # why\nowner: b\n", set("stage", "won"), "stage: won  # why\nowner: b\n"),
        ("stage:   'a'\n", set("stage", "it's"), "stage:   'it''s'\n"),
        ("stage: \"a\"\n", set("stage", "b"), "stage: \"b\"\n"),
        ("stage: a\n", set("stage", "0123"), "stage: \"0123\"\n"),
        ("amount: \"1\"\n", put("amount", Value::plain("2.50")), "amount: 2.50\n"),
        ("stage: # none yet\n", set("stage", "won"), "stage: won # none yet\n"),
        ("stage: a # why\n", put("stage", Value::Null), "stage: # why\n"),
        ("stage: a", set("stage", "won"), "stage: won"),
        ("name: a\n  b\nowner: c\n", set("name", "d"), "name: d\nowner: c\n"),
        ("a: {b: 1, c: 2} # c\n", set("a.b", "x, y"), "a: {b: \"x, y\", c: 2} # c\n"),
        ("a: {b: , c: 2}\n", set("a.b", "x"), "a: {b: x , c: 2}\n"),
        ("a:\n- b\n- c\n", set("a.1", "d"), "a:\n- b\n- d\n"),
        ("a:\n-\n- c\n", set("a.0", "d"), "a:\n- d\n- c\n"),
        ("客户: 甲 # 注\n", set("客户", "乙"), "客户: 乙 # 注\n"),
        ("a:\n  # below\n  b\n", set("a", "c"), "a:\n  # below\n  c\n"),
    ]);
}

#[test]
fn text_over_lines_is_a_block_scalar() {
    edits(&[
        ("a: b # c\nd: e\n", set("a", "x\ny"), "a: |- # c\n  x\n  y\nd: e\n"),
        ("a: |  # c\n  b\n\nd: e\n", set("a", "x"), "a: x  # c\n\nd: e\n"),
        ("a: |\n  b\nd: e\n", set("a", "x\n\ny\n"), "a: |\n  x\n\n  y\nd: e\n"),
        ("a: >-\n  b\n  c\nd: e\n", set("a", "x"), "a: x\nd: e\n"),
        ("a: |+\n  b\n\nd: e\n", set("a", "x"), "a: x\nd: e\n"),
        ("a:\n  - b # c\n", set("a.0", "x\ny"), "a:\n  - |- # c\n    x\n    y\n"),
        ("a: {b: c}\n", set("a.b", "x\ny"), "a: {b: \"x\\ny\"}\n"),
        ("d: e\na: b", set("a", "x\ny"), "d: e\na: |-\n  x\n  y\n"),
        ("a: b\n", set("a", " x\ny"), "a: \" x\\ny\"\n"),
    ]);
}

#[test]
fn a_new_key_goes_to_its_place() {
    edits(&[
        ("name: a\nowner: b\n", set("amount", "c"), "name: a\namount: c\nowner: b\n"),
        ("owner: b\n", set("name", "c"), "name: c\nowner: b\n"),
        ("# of owner\nowner: b\n", set("name", "c"), "name: c\n# of owner\nowner: b\n"),
        ("owner: b\n# end\n", set("x", "c"), "owner: b\nx: c\n# end\n"),
        ("owner: b", set("x", "c"), "owner: b\nx: c\n"),
        (
            "name: a\nx:\n  - b\n  # in x\n# of y\ny: c\n",
            set("z", "d"),
            "name: a\nx:\n  - b\n  # in x\n# of y\ny: c\nz: d\n",
        ),
        (
            "name:\n  - b\n  # in name\n# of owner\nowner: c\n",
            set("amount", "d"),
            "name:\n  - b\n  # in name\namount: d\n# of owner\nowner: c\n",
        ),
        ("tags: {b: c}\n", set("tags.d", "e"), "tags: {b: c, d: e}\n"),
        ("tags: {}\n", set("tags.d", "e"), "tags:\n  d: e\n"),
        ("tags: # none\n", set("tags.d", "e"), "tags: # none\n  d: e\n"),
        ("x:\n    b: c\n", set("x.d", "e"), "x:\n    b: c\n    d: e\n"),
        ("moves:\n  - {by: a}\n", set("moves.0.on", "b"), "moves:\n  - {on: b, by: a}\n"),
        ("moves:\n  - by: a\n", set("moves.0.on", "b"), "moves:\n  - on: b\n    by: a\n"),
        ("moves:\n- by: a\n", set("moves.0.stage", "b"), "moves:\n- by: a\n  stage: b\n"),
        ("name: a\n...\n", set("owner", "b"), "name: a\nowner: b\n...\n"),
        (
            "# c\n--- # start\nname: a\n",
            set("customer", "b"),
            "# c\n--- # start\ncustomer: b\nname: a\n",
        ),
        ("name: a\n", put("entered", pair()), "name: a\nentered: {on: 2026-11-21, by: li-wei}\n"),
        ("name: a\n", put("x", pair()), "name: a\nx:\n  on: 2026-11-21\n  by: li-wei\n"),
        ("name: a\n", put("x", Value::Null), "name: a\nx:\n"),
    ]);
}

#[test]
fn missing_parents_are_made() {
    edits(&[
        (
            "name: a\nneeds:\n  summary: b\n",
            set("needs.budget.max", "c"),
            "name: a\nneeds:\n  summary: b\n  budget:\n    max: c\n",
        ),
        ("owner: a\n", set("needs.budget.max", "b"), "owner: a\nneeds:\n  budget:\n    max: b\n"),
    ]);
}

#[test]
fn an_empty_file_takes_its_first_key() {
    edits(&[
        ("", set("name", "a"), "name: a\n"),
        ("# c\n", set("name", "a"), "# c\nname: a\n"),
        ("# c\n# d", set("name", "a"), "# c\n# d\nname: a\n"),
        ("---\n", set("name", "a"), "---\nname: a\n"),
        ("{}\n", set("needs.max", "a"), "needs:\n  max: a\n"),
        ("", add("tags", Value::text("a")), "tags:\n  - a\n"),
    ]);
}

#[test]
fn keys_that_stand_apart_get_blank_lines() {
    edits(&[
        ("name: a\nowner: b\n", set("stage", "c"), "name: a\n\nstage: c\nowner: b\n"),
        ("name: a\n\nowner: b\nx: 1\n", set("stage", "c"), "name: a\n\nstage: c\nowner: b\nx: 1\n"),
        (
            "name: a\nowner: b\n\nx: 1\n",
            set("stage", "c"),
            "name: a\n\nstage: c\nowner: b\n\nx: 1\n",
        ),
        ("name: a\n\nstage: b\n", set("amount", "c"), "name: a\n\nstage: b\namount: c\n"),
        ("name: a\n\nstage: 乙", set("amount", "c"), "name: a\n\nstage: 乙\namount: c\n"),
        ("name: a\n\nstage: b\nowner: c\n", remove("stage"), "name: a\nowner: c\n"),
        ("name: a\n\nowner: b\n", set("tags", "c"), "name: a\n\nowner: b\ntags: c\n"),
    ]);
}

#[test]
fn a_whole_collection_is_set() {
    let list = || Value::List(vec![Value::text("x"), Value::text("z")]);
    edits(&[
        ("a: b # c\nd: e\n", put("a", list()), "a: # c\n  - x\n  - z\nd: e\n"),
        ("a: # c\n  - b\nd: e\n", put("a", list()), "a: # c\n  - x\n  - z\nd: e\n"),
        ("a: [b]\n", put("a", Value::List(vec![])), "a: []\n"),
        ("a:\n  - b\nd: e\n", put("a", Value::Map(vec![])), "a: {}\nd: e\n"),
        ("a:\n  b: 1\n  c: 2\nd: e\n", set("a", "x"), "a: x\nd: e\n"),
        (
            "a:\n  - b # c\n",
            put("a.0", Value::map([("d", Value::text("x\ny")), ("e", Value::text("z"))])),
            "a:\n  - d: |- # c\n      x\n      y\n    e: z\n",
        ),
        ("a:\n  - b: 1\n    c: 2\n", set("a.0", "x"), "a:\n  - x\n"),
        ("a: # c\n  b: 1\n  # d\n  c: 2 # e\n# f\n", set("a", "x"), "a: x # c\n# f\n"),
        (
            "moves: []\n",
            put("moves", Value::List(vec![pair()])),
            "moves:\n  - {on: 2026-11-21, by: li-wei}\n",
        ),
    ]);
}

#[test]
fn an_item_is_appended_like_its_siblings() {
    let x = || Value::text("x");
    edits(&[
        ("a:\n  - b # c\n  # end\nd: e\n", add("a", x()), "a:\n  - b # c\n  - x\n  # end\nd: e\n"),
        ("a:\n-   b\nd: e\n", add("a", x()), "a:\n-   b\n-   x\nd: e\n"),
        ("a: [b] # c\n", add("a", x()), "a: [b, x] # c\n"),
        ("a: [ b, ]\n", add("a", x()), "a: [ b, x, ]\n"),
        ("a: [] # c\n", add("a", x()), "a: # c\n  - x\n"),
        ("a:\nd: e\n", add("a", x()), "a:\n  - x\nd: e\n"),
        ("d: e\n", add("tags", x()), "d: e\ntags:\n  - x\n"),
        ("a:\n  - b", add("a", x()), "a:\n  - b\n  - x\n"),
        ("a:\n  - b: 1\n", add("a", pair()), "a:\n  - b: 1\n  - on: 2026-11-21\n    by: li-wei\n"),
        (
            "a:\n  - {b: 1}\n",
            add("a", pair()),
            "a:\n  - {b: 1}\n  - {on: 2026-11-21, by: li-wei}\n",
        ),
        ("a: [{b: 1}]\n", add("a", pair()), "a: [{b: 1}, {on: 2026-11-21, by: li-wei}]\n"),
        ("name: a\n", add("moves", pair()), "name: a\nmoves:\n  - {on: 2026-11-21, by: li-wei}\n"),
        ("name: a\n", add("x", pair()), "name: a\nx:\n  - on: 2026-11-21\n    by: li-wei\n"),
        ("a:\n  - |\n    b\n\nd: e\n", add("a", x()), "a:\n  - |\n    b\n  - x\n\nd: e\n"),
        ("a: {b: []}\n", add("a.b", x()), "a: {b: [x]}\n"),
    ]);
}

#[test]
fn an_entry_is_removed_with_its_lines() {
    edits(&[
        ("a: 1 # x\n# of b\nb: 2\n", remove("a"), "# of b\nb: 2\n"),
        ("a: 1\nb:\n  - x # c\n  - y\nc: 3\n", remove("b"), "a: 1\nc: 3\n"),
        ("a: 1\n\nb: 2\n\nc: 3\n", remove("b"), "a: 1\n\nc: 3\n"),
        ("a: 1\nb: 2", remove("b"), "a: 1\n"),
        ("a: 1 # x\n# y\n", remove("a"), "# y\n"),
        ("a:\n  - x\n  - y # c\n  - z\n", remove("a.1"), "a:\n  - x\n  - z\n"),
        ("a:\n- x\n- y\n", remove("a.0"), "a:\n- y\n"),
        ("a: # c\n  # d\n  - x # e\nb: 1\n", remove("a.0"), "a: [] # c\n  # d\nb: 1\n"),
        ("a:\n  b: 1\nc: 2\n", remove("a.b"), "a: {}\nc: 2\n"),
        ("a:\n  - b: 1\n    c: 2\n", remove("a.0.b"), "a:\n  - c: 2\n"),
        ("a:\n  - b: 1\n    # of c\n    c: 2\n", remove("a.0.b"), "a:\n  - # of c\n    c: 2\n"),
        ("a:\n  - b: 1\n", remove("a.0.b"), "a:\n  - {}\n"),
        ("a:\n  - id: c-1\n    b: 1\n  - id: c-2\n", remove("a.c-1"), "a:\n  - id: c-2\n"),
        ("a: |+\n  x\n\nb: 1\n", remove("a"), "b: 1\n"),
    ]);
}

#[test]
fn an_entry_is_removed_from_brackets() {
    edits(&[
        ("a: [x, y, z]\n", remove("a.0"), "a: [y, z]\n"),
        ("a: [x, y, z]\n", remove("a.1"), "a: [x, z]\n"),
        ("a: [x, y, z]\n", remove("a.2"), "a: [x, y]\n"),
        ("a: [ x, y, ]\n", remove("a.1"), "a: [ x, ]\n"),
        ("a: [ x ] # c\n", remove("a.0"), "a: [] # c\n"),
        ("a: {b: 1, c: 2}\n", remove("a.b"), "a: {c: 2}\n"),
        ("a: {b: 1}\n", remove("a.b"), "a: {}\n"),
        ("a: [\n  x,  # 1\n  y   # 2\n]\n", remove("a.0"), "a: [\n  y   # 2\n]\n"),
        ("a: [\n  x,  # 1\n  y   # 2\n]\n", remove("a.1"), "a: [\n  x,  # 1\n]\n"),
    ]);
}

#[test]
fn several_edits_follow_one_another() {
    let list =
        [set("name", "a"), add("tags", Value::text("b")), remove("name"), set("tags.0", "c")];
    assert_eq!(apply("", &list, &Record).as_deref(), Ok("tags:\n  - c\n"));
}

#[test]
fn deep_nesting_takes_no_longer() {
    let deep = format!("a:\n  {}b\nc: d\n", "- ".repeat(60));
    let edits = [add("a", Value::text("x")), set("c", "e")];
    let text = apply(&deep, &edits, &Record).unwrap();
    assert_eq!(text, deep.replace("c: d", "- x\nc: e").replace("- x", "  - x"));
}

#[test]
fn what_cannot_be_done_is_refused() {
    for (source, edit) in [
        ("a: 1\na: 2\n", set("a", "b")),
        ("a: &x 1\nb: *x\n", set("a", "b")),
        ("a: 1\n---\nb: 2\n", set("a", "b")),
        ("a: [1\n", set("a", "b")),
        ("? a\n: b\n", set("a", "c")),
        ("a: 1\n", set("a.b", "c")),
        ("a: 1\n", set("", "c")),
        ("a: [1]\n", set("a.1", "c")),
        ("a: [1]\n", set("a.c-1.b", "c")),
        ("a: 1\n", add("a", Value::text("c"))),
        ("a: 1\n", remove("b")),
        ("a: 1\n", remove("a.b")),
        ("a: # c\n  |\n  b\n", set("a", "c")),
    ] {
        let found = apply(source, std::slice::from_ref(&edit), &Record);
        assert!(found.is_err(), "{source}\n{edit:?}");
    }
}
