//! The full parser is the judge: where the fast reader says something, it says the same.

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::select;

use super::parse;
use crate::base::kind::Kind;
use crate::store::{Folder, Tree as _};
use crate::text::mangle::mangled;
use crate::text::tree::{Node, Shape, Style, Tree};
use crate::text::{emit, samples, yaml};

type Seen = (u32, u32, Shape, Style, usize, usize, String);

fn nodes(tree: &Tree<'_>) -> Vec<Seen> {
    fn walk(node: Node<'_>, seen: &mut Vec<Seen>) {
        let place = (node.index(), node.next(), node.shape(), node.style());
        let (index, next, shape, style) = place;
        seen.push((index, next, shape, style, node.start(), node.end(), node.text().to_owned()));
        for (key, value) in node.entries() {
            walk(key, seen);
            walk(value, seen);
        }
        node.items().for_each(|item| walk(item, seen));
    }
    let mut seen = Vec::new();
    if let Some(root) = tree.root() {
        walk(root, &mut seen);
    }
    seen
}

// Whether the fast reader took it; then the full parser finds no fault but in the tree itself.
fn agrees(source: &str) -> bool {
    let Some(fast) = parse(source) else { return false };
    let (full, faults) = yaml::parse_any(source);
    let (_, told) = yaml::parse(source);
    assert_eq!(told, faults, "{source:?}");
    assert_eq!(nodes(&fast), nodes(&full), "{source:?}");
    true
}

#[test]
fn plain_files_are_read_fast() {
    for source in [
        "a: 1",
        "a: 1\n",
        "a:\n",
        "a:\nb:  # c\n\n# d\nc:\n  - x\n  - y\n\nd: 1 # e\n",
        "a:\n  b:\n    c:\n  d: x y\ne: f\n   \n  # g\nh: i   \n",
        "a:\n  - b: 1\n    c:\n      - 2\n  - d: -3\n  # tail\n# tail2\nz: \"q # r\"\ny: 's'  # t\n",
        "a: {b: 1, c: [x, \"y\"], d: {e: 'f, g'}}\nb: {}\nc: []\nd: { x: 09:12:00+08:00 }\n",
        "m:\n  - {on: 2026-11-21, by: li-wei}\n  -   {on: 2026-11-22}\n",
        "a: |-\n  x: y\n\n    # z\n  - w\nb: |\n  v\n\n\nc:\n  d: |\n    u\n  e: t\n",
        "a: |\n  x\n",
        "a: 中文，全角。\nb: a#b c:d http://x.cn\n",
    ] {
        assert!(agrees(source), "{source:?}");
    }
}

#[test]
fn what_is_not_plain_is_left_to_the_full_parser() {
    for source in [
        "",
        "\n",
        "# only\n",
        "---\na: 1\n",
        "a: 1\n---\n",
        "a: 1\n...\n",
        "- a\n",
        " a: 1\n",
        "a\n",
        "a: b\n  c\n",
        "a: b: c\n",
        "a: &x 1\n",
        "a: *x\n",
        "a: !t 1\n",
        "a: >\n  b\n",
        "a: @b\n",
        "a: \"b\\n\"\n",
        "a: 'b''c'\n",
        "a: \"b\n  c\"\n",
        "a:\n- b\n",
        "a:\n  - \n",
        "a:\tb\n",
        "a: b\r\n",
        "\u{feff}a: b\n",
        "a: b\u{85}c\n",
        "a: b\u{2028}c\n",
        "a: \u{7f}\n",
        "? a\n: b\n",
        "a: {b: 1,}\n",
        "a: {b}\n",
        "a: {b: }\n",
        "a: [b: c]\n",
        "a: [b\n  , c]\n",
        "a: {\"b\": 1}\n",
        "a: {b:1}\n",
        "a:\n    b: 1\n  c: 2\n",
        "a: 1\n  b: 2\n",
        "a:\n  - b\n   - c\n",
        "a: |2\n    b\n",
        "a: |+\n  b\n",
        "a: |\n b\nc\n",
        "a: |\n  b\n# c\nd: 1\n",
        "<<<<<<< HEAD\na: 1\n",
        "a: [b] c\n",
    ] {
        assert!(parse(source).is_none(), "{source:?}");
    }
}

#[test]
fn a_key_that_stands_twice_is_told_all_the_same() {
    assert!(agrees("a: 1\nb: {c: 1, c: 2}\na: 2\n"));
    assert_eq!(yaml::parse("a: 1\na: 2\n").1.len(), 1);
}

#[test]
fn the_example_book_is_read_fast() {
    let folder = Folder::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"));
    let (mut files, mut fast) = (0, 0);
    for path in folder.list().unwrap().files.iter().filter(|path| path.ends_with(".yaml")) {
        files += 1;
        fast += usize::from(agrees(&String::from_utf8(folder.read(path).unwrap()).unwrap()));
    }
    assert!(files > 100 && fast * 10 >= files * 9, "{fast} of {files}");
}

fn any_record() -> impl Strategy<Value = String> {
    select(&Kind::ALL[..]).prop_flat_map(|kind| {
        samples::record(kind.fields()).prop_map(move |value| emit::emit(&value, kind.fields()))
    })
}

fn any_mangled() -> impl Strategy<Value = String> {
    let record = select(&Kind::ALL[..]).prop_flat_map(|kind| samples::record(kind.fields()));
    (record, any::<u64>()).prop_map(|(value, seed)| mangled(&value, seed))
}

// A few pieces of syntax put where they do not belong.
fn disturbed() -> impl Strategy<Value = String> {
    let pieces = &[
        " ", "  ", "\n", "\n\n", "\n  ", "\n    ", "- ", ": ", ":", "#", " # c", "{", "}", "[",
        "]", ",", "'", "\"", "|", "|-\n", "\t", "\r", "\\", "-", "?", "x", "x: ", "键", "\u{a0}",
        "\u{3000}",
    ];
    let edit = (any::<prop::sample::Index>(), 0..6_usize, select(&pieces[..]));
    (any_record(), prop::collection::vec(edit, 1..4)).prop_map(|(mut text, edits)| {
        for (at, cut, piece) in edits {
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let Some(from) = (!starts.is_empty()).then(|| at.index(starts.len())) else { break };
            let end = starts.get(from + cut).copied().unwrap_or(text.len());
            text.replace_range(starts[from]..end, piece);
        }
        text
    })
}

// Short texts of the characters that matter meet every corner.
fn scribble() -> impl Strategy<Value = String> {
    let pieces = &[
        "a", "b", ": ", ":", "\n", "\n  ", "\n    ", "- ", " ", "#", "{", "}", "[", "]", ", ", "'",
        "\"", "|\n", "|-\n", "-", "1", "中",
    ];
    prop::collection::vec(select(&pieces[..]), 1..14)
        .prop_map(|pieces| format!("a: {}", pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn records_agree(source in any_record()) {
        agrees(&source);
    }

    #[test]
    fn records_in_other_forms_agree(source in any_mangled()) {
        agrees(&source);
    }

    #[test]
    fn disturbed_records_agree(source in disturbed()) {
        agrees(&source);
    }

    #[test]
    fn scribbles_agree(source in scribble()) {
        agrees(&source);
    }
}
