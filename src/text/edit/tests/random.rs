//! Random records as people write them, random edits, and texts that are no records at all.

use proptest::prelude::*;

use super::*;
use crate::text::quote;
use crate::text::tree::Style;

const TEXTS: [&str; 27] = [
    "lead",
    "王芳",
    "yes",
    "0123",
    "a: b",
    "# x",
    "it's",
    "\"q\"",
    "华东 区",
    "x #y",
    "",
    "2026-01-01",
    "null",
    "- z",
    "[a]",
    "*s",
    "end:",
    "tab\tin",
    "名称,含逗号",
    "{}",
    "C-001",
    "1.50",
    "true",
    " lead space",
    "多行\n文本",
    "trail ",
    "a\n\n  b\nc\n",
];

/// A small generator with a fixed sequence for each seed (xorshift).
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % count
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        (1..items.len()).rev().for_each(|at| items.swap(at, self.below(at + 1)));
    }
}

/// Writes one record in the habits of one person.
struct Hand {
    dice: Dice,
    out: String,
    indent: &'static str,
    comments: bool,
    blanks: bool,
}

impl Hand {
    fn record(seed: u64) -> String {
        let mut dice = Dice::new(seed);
        let indent = dice.pick(&["", "  ", "    "]);
        let (comments, blanks) = (dice.one_in(3), dice.one_in(3));
        let mut hand = Hand { dice, out: String::new(), indent, comments, blanks };
        hand.write();
        hand.finish()
    }

    fn write(&mut self) {
        if self.dice.one_in(8) {
            self.out.push_str("---\n");
        }
        if self.comments {
            self.out.push_str("# 头\n");
        }
        let mut keys = [
            "id", "name", "stage", "owner", "tags_b", "tags_f", "address", "history", "next",
            "备注", "desc", "moves",
        ];
        self.dice.shuffle(&mut keys);
        for key in keys {
            if self.blanks && self.dice.one_in(3) {
                self.out.push('\n');
            }
            if self.comments && self.dice.one_in(5) {
                self.out.push_str("# own line\n");
            }
            self.field(key);
        }
    }

    fn finish(mut self) -> String {
        if self.dice.one_in(8) {
            self.out.pop();
        } else if self.dice.one_in(12) {
            self.out.push_str("...\n");
        }
        if self.dice.one_in(6) { self.out.replace('\n', "\r\n") } else { self.out }
    }

    fn field(&mut self, key: &str) {
        match key {
            "tags_b" => self.block_list(key),
            "tags_f" => self.flow_list(key),
            "address" => self.address(),
            "history" => self.history(),
            "moves" => self.moves(),
            "desc" => self.desc(),
            _ => {
                let value = self.scalar(false);
                self.line("", &format!("{key}: {value}"));
            }
        }
    }

    // One line with a comment now and then.
    fn line(&mut self, indent: &str, text: &str) {
        self.out.push_str(&format!("{indent}{text}"));
        if self.comments && self.dice.one_in(3) {
            let gap = " ".repeat(1 + self.dice.below(3));
            self.out.push_str(&format!("{gap}# c{}", self.dice.below(99)));
        }
        self.out.push('\n');
    }

    fn scalar(&mut self, in_flow: bool) -> String {
        let text = self.dice.pick(&TEXTS);
        match self.dice.below(4) {
            0 => quote::quoted(text, Style::Single),
            1 => quote::quoted(text, Style::Double),
            _ => quote::scalar(text, false, in_flow),
        }
    }

    fn block_list(&mut self, key: &str) {
        self.line("", &format!("{key}:"));
        for _ in 0..1 + self.dice.below(3) {
            if self.blanks && self.dice.one_in(4) {
                self.out.push('\n');
            }
            if self.comments && self.dice.one_in(5) {
                self.out.push_str(&format!("{}# in list\n", self.indent));
            }
            let value = self.scalar(false);
            self.line(self.indent, &format!("- {value}"));
        }
    }

    fn flow_list(&mut self, key: &str) {
        let count = self.dice.below(4);
        let items: Vec<String> = (0..count).map(|_| self.scalar(true)).collect();
        let text = match self.dice.below(3) {
            0 => format!("[{}]", items.join(", ")),
            1 => format!("[ {} ]", items.join(" , ")),
            _ => format!("[\n  {}\n]", items.join(",\n  ")),
        };
        self.line("", &format!("{key}: {text}"));
    }

    fn address(&mut self) {
        if self.dice.one_in(4) {
            let (city, zip) = (self.scalar(true), self.scalar(true));
            return self.line("", &format!("address: {{ city: {city}, zip: {zip} }}"));
        }
        let indent = self.dice.pick(&["  ", "    "]);
        self.line("", "address:");
        for key in ["city", "zip"] {
            let value = self.scalar(false);
            self.line(indent, &format!("{key}: {value}"));
        }
    }

    fn history(&mut self) {
        self.line("", "history:");
        for _ in 0..1 + self.dice.below(3) {
            for lead in ["- at", "  to"] {
                let value = self.scalar(false);
                self.line(self.indent, &format!("{lead}: {value}"));
            }
            if self.blanks && self.dice.one_in(3) {
                self.out.push('\n');
            }
        }
    }

    fn moves(&mut self) {
        self.line("", "moves:");
        for _ in 0..1 + self.dice.below(3) {
            let by = self.scalar(true);
            self.line(self.indent, &format!("- {{on: 2026-01-01, by: {by}}}"));
        }
    }

    fn desc(&mut self) {
        match self.dice.below(5) {
            0 => self.out.push_str("desc: |\n  第一行\n\n  line: 2 # not comment\n"),
            1 => self.out.push_str("desc: >-\n  folded\n  text\n"),
            2 => self.out.push_str("desc: |+\n  keep\n\n"),
            3 => self.line("", "desc: |-"),
            _ => self.line("", "desc:"),
        }
    }
}

fn edit(seed: u64) -> Edit {
    let mut dice = Dice::new(seed ^ 0x5a5a);
    let text = Value::text(dice.pick(&TEXTS));
    let value = match dice.below(8) {
        0 => Value::Null,
        1 => Value::plain("1.50"),
        2 => Value::List(vec![text.clone(), Value::plain("7")]),
        3 => Value::map([("city", text.clone()), ("x", Value::plain("7"))]),
        _ => text.clone(),
    };
    let visit = Value::map([("on", Value::plain("2026-03-01")), ("to", text.clone())]);
    let item = dice.below(3);
    match dice.below(16) {
        0 => put("stage", value),
        1 => put("owner", value),
        2 => put("address.city", value),
        3 => put(&format!("history.{item}.to"), value),
        4 => put("priority", value),
        5 => put("address.postcode", value),
        6 => put("desc", value),
        7 => put(dice.pick(&["tags_b", "tags_f", "address", "history"]), value),
        8 => put(&format!("tags_b.{item}"), value),
        9 => put("needs.budget.max", value),
        10 => add(dice.pick(&["tags_b", "tags_f", "new"]), text),
        11 => add(dice.pick(&["history", "moves", "desc"]), visit),
        12 => remove(&format!("{}.{item}", dice.pick(&["tags_b", "tags_f", "history", "moves"]))),
        13 => remove(dice.pick(&["stage", "desc", "address", "tags_b", "备注"])),
        14 => remove(dice.pick(&["address.city", "history.0.at", "history.0.to", "moves.0.by"])),
        _ => put(&format!("moves.{item}.stage"), value),
    }
}

#[test]
fn random_edits_of_random_records_do_what_they_mean() {
    let (mut judged, mut refused) = (0, Vec::new());
    for seed in 0..1000 {
        let (source, edit) = (Hand::record(seed), edit(seed));
        if judge::intended(&source, &edit).is_none() {
            continue;
        }
        judged += 1;
        match apply(&source, std::slice::from_ref(&edit), &Record) {
            Ok(text) => {
                let faults = judge::faults(&source, &edit, &text);
                assert_eq!(faults, [""; 0], "seed {seed}: {edit:?}\n{source}\n=====\n{text}");
            }
            Err(reason) => refused.push((seed, reason.en)),
        }
    }
    assert!(judged > 700, "{judged}");
    assert!(refused.len() * 50 < judged, "{} of {judged}: {refused:?}", refused.len());
}

fn damaged(source: &str, dice: &mut Dice) -> String {
    let mut chars: Vec<char> = source.chars().collect();
    let signs: Vec<char> = " \n:-#'\"[]{},&*!|>%@`?~\t\r\\a中0.\u{feff}\u{85}".chars().collect();
    for _ in 0..1 + dice.below(4) {
        let at = dice.below(chars.len());
        match dice.below(3) {
            0 => drop(chars.remove(at)),
            1 => chars.insert(at, dice.pick(&signs)),
            _ => chars[at] = dice.pick(&signs),
        }
    }
    chars.into_iter().collect()
}

// The data of a damaged record may be anything; the judge still knows what the edit means.
#[test]
fn edits_of_damaged_records_are_right_or_refused() {
    for seed in 0..1000 {
        let source = damaged(&Hand::record(seed), &mut Dice::new(seed));
        let edit = edit(seed);
        if let Ok(text) = apply(&source, std::slice::from_ref(&edit), &Record) {
            let (wanted, faults) =
                (judge::intended(&source, &edit), judge::faults(&source, &edit, &text));
            let wrong = wanted.is_some() && faults.contains(&"other data");
            assert!(!wrong, "seed {seed}: {edit:?}\n{source}\n=====\n{text}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_edited_or_refused(source in any::<String>(), seed in any::<u64>()) {
        let _ = apply(&source, &[edit(seed)], &Record);
    }

    #[test]
    fn any_text_of_signs_is_edited_or_refused(
        source in "(stage|tags_b|address|[-a:#|>+ \n\r\t{}\\[\\],'\"&*!%?~.中\u{feff}\u{85}]){0,60}",
        seed in any::<u64>(),
    ) {
        let _ = apply(&source, &[edit(seed)], &Record);
    }

    #[test]
    fn any_record_keeps_its_other_lines(seed in any::<u64>(), text in any::<String>()) {
        let source = Hand::record(seed);
        if let Ok(edited) = apply(&source, &[set("stage", &text)], &Record) {
            let touched = |line: &&str| !line.starts_with("stage:") && !line.starts_with(' ');
            let lines = |text: &str| {
                text.lines().filter(touched).map(str::to_owned).collect::<Vec<_>>()
            };
            prop_assert_eq!(lines(&source), lines(&edited));
        }
    }
}
