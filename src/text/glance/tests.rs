use proptest::prelude::*;

use super::*;
use crate::base::value::Value;
use crate::model::{Customer, Lead, Record};
use crate::text::mangle::mangled;
use crate::text::samples;
use crate::text::{data, yaml};

/// What stands under keys that hold names, anywhere; and every scalar.
fn told(value: &Value, under: &str, names: &mut Vec<String>, all: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::Scalar(scalar) => {
            if KEYS.contains(&under) {
                names.push(scalar.text.clone());
            }
            all.push(scalar.text.clone());
        }
        Value::List(items) => items.iter().for_each(|item| told(item, under, names, all)),
        Value::Map(pairs) => {
            for (key, value) in pairs {
                let inner = match key.as_str() {
                    key if KEYS.contains(&key) => key,
                    _ if under == "label" => under,
                    _ => "",
                };
                told(value, inner, names, all);
            }
        }
    }
}

/// Nothing of what a parser finds in the text may be missed.
fn holds_everything(source: &str) {
    let (tree, _) = yaml::parse(source);
    let Some(root) = tree.root() else { return };
    let (mut wanted, mut all) = (Vec::new(), Vec::new());
    told(&data::of(root), "", &mut wanted, &mut all);
    if let Some(found) = names(source.as_bytes()) {
        for name in wanted.iter().filter(|name| !name.is_empty()) {
            assert!(found.contains(&name.as_str()), "{name:?} is not in {found:?} of\n{source}");
        }
    }
    for text in all {
        let bytes = source.as_bytes();
        let lower = text.trim().to_lowercase();
        let sought = if lower.is_ascii() { lower } else { text.trim().to_owned() };
        assert!(Needles::new([&*sought]).may_stand_in(bytes), "{text:?} in\n{source}");
        if crate::base::id::Id::parse(&text).is_ok() {
            assert!(Ids::new([&*text]).may_stand_in(bytes), "{text:?} in\n{source}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_in_a_customer_is_missed(
        value in samples::record(Customer::KIND.fields()),
        seed in any::<u64>(),
    ) {
        holds_everything(&mangled(&value, seed));
    }

    #[test]
    fn nothing_in_a_lead_is_missed(
        value in samples::record(Lead::KIND.fields()),
        seed in any::<u64>(),
    ) {
        holds_everything(&mangled(&value, seed));
    }

    #[test]
    fn nothing_in_any_text_is_missed_or_panics(
        lines in proptest::collection::vec(
            proptest::sample::select(&LINES[..]).prop_map(str::to_owned), 1..8),
        end in proptest::sample::select(&["\n", "\r\n", "\r"][..]),
        head in proptest::sample::select(&["", "\u{feff}", "---\n", "# c\n"][..]),
    ) {
        holds_everything(&format!("{head}{}{end}", lines.join(end)));
    }
}

const LINES: [&str; 43] = [
    "name: 星辰",
    "name: 星辰  # as on the licence",
    "name : 星辰",
    "name:\t星辰",
    "name:",
    "  星辰",
    "  科技",
    "name: \"\\u661f\\u8fb0\"",
    "name: '星''辰'",
    "\"name\": 星辰",
    "'name': 星辰",
    "? name",
    ": 星辰",
    "name: >-",
    "name: |",
    "name: &a 星辰",
    "name: !!str 星辰",
    "{name: 星辰}",
    "aliases: [星辰, \"Xing}\"]",
    "aliases:",
    "- 星辰",
    "  - Xing Chen",
    "-",
    "-\t星辰",
    "- - 星辰",
    "aliases: # those",
    "former_names:",
    "contacts: [{id: c-1, name: 王芳}]",
    "contacts:",
    "  - name: 王芳",
    "    phone: \"138\"",
    "  - {name: 王芳, phone: 138}",
    "  - id: c-1",
    "    name: Grace",
    "      Liu",
    "tags: {mood: \"a}\",",
    "  name: 王芳}",
    "moves: [ # ]",
    "  - {on: 2026-01-01, by: li-wei}",
    "  name: 王芳 ]",
    "note: \"first",
    "  name: second\"",
    "",
];

#[test]
fn the_plain_form_needs_no_parsing() {
    let source = "# head\nname: 星辰 科技  # c\naliases:\n  - 星辰\n  - Xing Chen\ncontacts:\n  - id: c-1\n    \
                  name: 王芳\n    email: w@x.cn\n    primary: true\nmoves:\n  - {on: 2026-01-01, by: li-wei}\nentered: {at: 2026-01-01T09:00:00+08:00, by: li-wei}\n";
    let found = ["星辰 科技", "星辰", "Xing Chen", "王芳", "w@x.cn"];
    assert_eq!(names(source.as_bytes()), Some(found.to_vec()));
    assert_eq!(names(source.replace('\n', "\r\n").as_bytes()), Some(found.to_vec()));
}

#[test]
fn what_is_not_there_is_told_apart() {
    let has = |text: &str, bytes: &str| Needles::new([text]).may_stand_in(bytes.as_bytes());
    assert!(has("scanner", "content: the Scanner\n") && !has("scanner", "content: a scan\n"));
    assert!(has("stock room", "content: saw the stock\n  room\n"));
    assert!(has("评审", "content: 电话里确认了评审\n") && !has("评审", "content: 电话\n"));
    assert!(has("kg", "content: 5 \u{212a}g\n") && has("x", "content: \"\\x78\"\n"));
    assert!(!Needles::new([]).may_stand_in(b"name: x\\"));
    let refers = |id: &str, bytes: &str| Ids::new([id]).may_stand_in(bytes.as_bytes());
    assert!(refers("acme", "customer: acme\n") && refers("acme", "{customer: acme}"));
    assert!(refers("acme", "subject: customer/acme") && refers("acme", "customer: 'acme'"));
    assert!(!refers("acme", "customer: acme-1\n") && !refers("acme", "name: Acme\n"));
    assert!(!Ids::new([]).may_stand_in(b"customer: acme"));
}
