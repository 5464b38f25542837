//! How texts are written as YAML scalars, so that no reader takes them for anything else.
//!
//! YAML 1.1 readers see truth values in `no`, octals in `0123`, sexagesimals in `12:30`, dates in
//! `2026-11-21`; spreadsheets and scripts add their own guesses. Text that any of them could
//! misread is quoted; values of typed fields stay as they are, because their reader knows the type.

use super::tree::Style;

const WORDS: [&str; 18] = [
    "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "-.inf",
    "+.inf", "nan", "inf", "<<", "=",
];

/// The text of one value on one line. `plain` is for values of typed fields (numbers, dates, truth
/// values, ids); `in_flow` for values within `[…]` or `{…}`.
pub fn scalar(text: &str, plain: bool, in_flow: bool) -> String {
    let bare = reads_back(text, in_flow) && (plain || !is_ambiguous(text, in_flow));
    if bare { text.to_owned() } else { double(text) }
}

/// A key as it stands before its colon. Of the words that YAML 1.1 takes for truth values, `on` is
/// written bare: it is the name of a field, and every reader of keys takes them as text.
pub fn key(text: &str) -> String {
    scalar(text, text == "on", true)
}

/// A text in the quotes that its place had before: `'…'` where it can hold the text, else `"…"`.
pub fn quoted(text: &str, style: Style) -> String {
    if style == Style::Single && !text.chars().any(needs_escape) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    double(text)
}

/// A text over several lines as the header and the lines of a `|` scalar, without indentation;
/// `None` where only quotes can hold it exactly.
pub fn literal(text: &str) -> Option<(&'static str, impl Iterator<Item = &str>)> {
    let (header, body) = match text.strip_suffix('\n') {
        Some(body) => ("|", body),
        None => ("|-", text),
    };
    let bare = text.contains('\n') && !body.starts_with([' ', '\n']) && !body.ends_with('\n');
    let fits = bare && !body.is_empty() && body.split('\n').all(fits_a_line);
    fits.then(|| (header, body.split('\n')))
}

// A line that looks empty but is not would not survive an editor.
fn fits_a_line(line: &str) -> bool {
    !line.chars().any(needs_escape) && (line.is_empty() || !line.trim().is_empty())
}

// Whether YAML reads the bare text back as it is and not as null.
fn reads_back(text: &str, in_flow: bool) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return false };
    let opens = match first {
        '-' => chars.next().is_some_and(|second| second.is_ascii_alphanumeric() || second == '.'),
        '.' => !text.starts_with("..."),
        _ => !"&*!|>'\"%@`#,[]{}?:".contains(first),
    };
    opens
        && !first.is_whitespace()
        && !text.ends_with(|last: char| last.is_whitespace() || last == ':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.chars().any(needs_escape)
        && !(in_flow && text.contains([',', '[', ']', '{', '}']))
        && !(text == "~" || text.eq_ignore_ascii_case("null"))
}

// Old readers end a bare flow scalar at `:` and `?`.
fn is_ambiguous(text: &str, in_flow: bool) -> bool {
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
        || looks_like_number(text)
        || (in_flow && text.contains([':', '?']))
}

// Integers in every base, floats, sexagesimals, dates, times, phone numbers, versions.
fn looks_like_number(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    let letters = |c: char| c.is_ascii_hexdigit() || "xXoOtTzZ_.,:+- ".contains(c);
    starts && text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(letters)
}

fn double(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    text.chars().for_each(|c| push_escaped(&mut out, c));
    out.push('"');
    out
}

fn push_escaped(out: &mut String, c: char) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        c if needs_escape(c) && (c as u32) < 0x100 => out.push_str(&format!("\\x{:02X}", c as u32)),
        c if needs_escape(c) => out.push_str(&format!("\\u{:04X}", c as u32)),
        c => out.push(c),
    }
}

// What YAML forbids, takes for a line break or strips, and what turns the direction of writing:
// a reader of a diff must see it.
fn needs_escape(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{a0}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
                | '\u{fffe}'
                | '\u{ffff}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::yaml;

    const MISREAD: [&str; 49] = [
        "",
        "no",
        "Yes",
        "y",
        "0123",
        "12:30",
        "1e3",
        "0x1F",
        "1_000",
        "13800138000",
        "138-0013-8000",
        "+86 10 6500 0000",
        "2026-11-21",
        "2026-11-21T09:12:00+08:00",
        "~",
        "null",
        "NULL",
        ".inf",
        " a",
        "a ",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "- a",
        "-",
        "---",
        "...",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "[a",
        "{a",
        "'a",
        "\"a",
        "? a",
        "a\tb",
        "a\nb",
        "a\u{85}b",
        "a\u{2028}b",
        "\u{feff}a",
        "a\u{a0}b",
        "<<",
        "=",
        "1.10",
        "\u{3000}a",
    ];

    fn read_back(source: &str, text: &str) -> bool {
        let (tree, faults) = yaml::parse(source);
        let found = tree.root().unwrap().entries().next().map(|(_, value)| {
            let value = value.items().next().unwrap_or(value);
            (value.text().to_owned(), value.is_null())
        });
        let other: std::collections::BTreeMap<String, serde_yaml::Value> =
            serde_yaml::from_str(source).unwrap();
        let second = match &other["k"] {
            serde_yaml::Value::Sequence(items) => &items[0],
            value => value,
        };
        faults.is_empty()
            && found == Some((text.to_owned(), false))
            && second.as_str() == Some(text)
    }

    fn everywhere(text: &str) {
        for written in [
            format!("k: {}\n", scalar(text, false, false)),
            format!("k: [{}]\n", scalar(text, false, true)),
            format!("k:\n  - {} # note\n", scalar(text, false, false)),
            format!("k: {}\n", quoted(text, Style::Single)),
            format!("k: {}\n", quoted(text, Style::Double)),
        ] {
            assert!(read_back(&written, text), "{written:?} is not {text:?}");
        }
        let keyed = format!("{}: 1\n", key(text));
        let (tree, faults) = yaml::parse(&keyed);
        assert!(faults.is_empty(), "{keyed:?}");
        assert_eq!(tree.root().unwrap().entries().next().unwrap().0.text(), text);
        let other: std::collections::BTreeMap<String, u8> = serde_yaml::from_str(&keyed).unwrap();
        assert_eq!(other.keys().next().map(String::as_str), Some(text));
    }

    #[test]
    fn text_that_could_be_misread_is_quoted() {
        for text in MISREAD {
            assert!(scalar(text, false, false).starts_with('"'), "{text:?}");
            everywhere(text);
        }
    }

    #[test]
    fn ordinary_text_is_bare() {
        for text in [
            "星辰 ERP 二期",
            "li-wei",
            "erp-cloud",
            "a:b",
            "it's",
            "a \"b\"",
            "3 号楼",
            "-x",
            "a, b",
            "打电话给王总，确认合同",
            "C-001",
            "a#b",
            "5 users",
            "🎉",
        ] {
            assert_eq!(scalar(text, false, false), text);
            everywhere(text);
        }
    }

    #[test]
    fn typed_values_stay_as_they_are() {
        for text in ["480000.00", "-5.00", "true", "2026-11-21", "2026-10-08T09:12:00+08:00"] {
            assert_eq!(scalar(text, true, true), text);
        }
        assert_eq!(scalar("null", true, false), "\"null\"");
        assert_eq!(scalar("a: b", true, false), "\"a: b\"");
    }

    #[test]
    fn keys_are_quoted_where_they_must_be() {
        assert_eq!(key("on"), "on");
        assert_eq!(key("no"), "\"no\"");
        assert_eq!(key("a:b"), "\"a:b\"");
        assert_eq!(key("客户"), "客户");
    }

    #[test]
    fn literals_take_what_they_can_hold_exactly() {
        let lines = |text| literal(text).map(|(header, lines)| (header, lines.collect::<Vec<_>>()));
        assert_eq!(lines("a\nb"), Some(("|-", vec!["a", "b"])));
        assert_eq!(lines("a\n\nb\n"), Some(("|", vec!["a", "", "b"])));
        for text in ["a", "\n", "\na", " a\nb", "a\n\n", "a\n \nb", "a\r\nb", "a\n\u{feff}"] {
            assert_eq!(lines(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_reads_back(text in any::<String>()) {
            everywhere(&text);
        }

        #[test]
        fn any_text_of_signs_reads_back(text in "[-a0~:#?,.\\[\\]{}&*!|>'\"%@ \t\n\r\u{85}\u{a0}中]{0,8}") {
            everywhere(&text);
        }

        #[test]
        fn any_typed_value_reads_back(text in "[-a0~:#?,.{}&*! 中]{0,8}") {
            let written = format!("k: [{}]\n", scalar(&text, true, true));
            prop_assert_eq!(yaml::parse(&written).0.root().unwrap().get("k").unwrap()
                .items().next().map(|item| item.text().to_owned()), Some(text));
        }
    }
}
