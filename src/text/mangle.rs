//! Records written in every way but the canonical one, for tests.

use super::quote;
use super::tree::Style;
use crate::base::value::Value;

/// The data of `value` in some other layout: order of keys, brackets, quotes, indentation,
/// comments, blank lines, line ends.
pub(super) fn mangled(value: &Value, seed: u64) -> String {
    let mut mangler = Mangler { state: seed | 1, out: String::new(), comments: 0, deepest: 9 };
    if mangler.one_in(3) {
        mangler.out.push_str("# head of the file\n\n");
    }
    if mangler.one_in(6) {
        mangler.out.push_str("--- # marked\n");
    }
    let indent = mangler.below(3);
    if mangler.one_in(8) {
        mangler.flow(value, indent + 1);
        mangler.out.push('\n');
    } else {
        mangler.block(value, indent);
    }
    mangler.own_lines(4);
    let source = mangler.out;
    match seed % 5 {
        0 => source.replace('\n', "\r\n"),
        1 => format!("\u{feff}{source}"),
        _ => source,
    }
}

struct Mangler {
    state: u64,
    out: String,
    comments: usize,
    // Deeper comments would be lines of the `|` scalar above.
    deepest: usize,
}

impl Mangler {
    fn below(&mut self, limit: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as usize % limit
    }

    fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    fn own_lines(&mut self, chances: usize) {
        while self.one_in(chances) {
            let indent = self.below(self.deepest);
            self.comment(indent);
        }
        if self.one_in(6) {
            self.out.push_str("\n\n");
        }
    }

    fn comment(&mut self, indent: usize) {
        self.comments += 1;
        self.out.push_str(&format!("{}# comment {}: [x\n", " ".repeat(indent), self.comments));
    }

    fn end_line(&mut self) {
        if self.one_in(4) {
            self.comment(1);
        } else {
            self.out.push('\n');
        }
    }

    fn shuffled<'v>(&mut self, pairs: &'v [(String, Value)]) -> Vec<&'v (String, Value)> {
        let mut pairs: Vec<_> = pairs.iter().collect();
        for at in (1..pairs.len()).rev() {
            let other = self.below(at + 1);
            pairs.swap(at, other);
        }
        pairs
    }

    fn block(&mut self, value: &Value, indent: usize) {
        let pad = " ".repeat(indent);
        match value {
            Value::Map(pairs) => {
                for (key, value) in self.shuffled(pairs) {
                    self.own_lines(5);
                    self.out.push_str(&format!("{pad}{}:", quote::key(key)));
                    self.nested(value, indent, matches!(value, Value::List(_)));
                }
            }
            Value::List(items) => {
                for item in items {
                    self.own_lines(5);
                    self.out.push_str(&format!("{pad}-"));
                    self.nested(item, indent, false);
                }
            }
            _ => {}
        }
        if self.one_in(5) {
            self.comment(indent);
        }
    }

    // What follows a `:` or `-`; a list may stand as far left as its key.
    fn nested(&mut self, value: &Value, indent: usize, may_align: bool) {
        self.deepest = 9;
        let deeper = indent + 1 + self.below(4);
        match value {
            Value::Scalar(scalar) => self.scalar(&scalar.text, scalar.plain, indent),
            Value::Null => self.end_line(),
            _ if self.one_in(3) => {
                self.out.push(' ');
                self.flow(value, deeper);
                self.end_line();
            }
            _ => {
                self.end_line();
                let aligned = may_align && self.one_in(2);
                self.block(value, if aligned { indent } else { deeper });
            }
        }
    }

    fn scalar(&mut self, text: &str, plain: bool, indent: usize) {
        if let Some((header, lines)) = quote::literal(text).filter(|_| self.one_in(2)) {
            self.out.push_str(&format!(" {header}"));
            self.end_line();
            let pad = " ".repeat(indent + 3);
            lines.for_each(|line| self.out.push_str(&format!("{pad}{line}\n")));
            self.deepest = indent + 3;
            return;
        }
        if self.one_in(8) {
            self.end_line();
            self.own_lines(3);
            self.out.push_str(&" ".repeat(indent + 2));
        }
        let word = self.word(text, plain, false);
        self.out.push_str(&format!(" {word}"));
        self.end_line();
    }

    fn word(&mut self, text: &str, plain: bool, in_flow: bool) -> String {
        match self.below(4) {
            0 => quote::quoted(text, Style::Single),
            1 => quote::quoted(text, Style::Double),
            _ => quote::scalar(text, plain, in_flow),
        }
    }

    fn flow(&mut self, value: &Value, indent: usize) {
        match value {
            Value::Null => self.out.push('~'),
            Value::Scalar(scalar) => {
                let word = self.word(&scalar.text, scalar.plain, true);
                self.out.push_str(&word);
            }
            Value::List(items) => {
                self.out.push('[');
                for item in items {
                    self.flow(item, indent);
                    self.comma(indent);
                }
                self.out.push(']');
            }
            Value::Map(pairs) => {
                self.out.push('{');
                for (key, value) in self.shuffled(pairs) {
                    self.out.push_str(&format!("{}: ", quote::key(key)));
                    self.flow(value, indent);
                    self.comma(indent);
                }
                self.out.push('}');
            }
        }
    }

    fn comma(&mut self, indent: usize) {
        self.out.push(',');
        match self.below(4) {
            0 => self.out.push('\n'),
            1 => self.comment(1),
            _ => return self.out.push(' '),
        }
        if self.one_in(3) {
            self.comment(indent);
        }
        self.out.push_str(&" ".repeat(indent));
    }
}
