//! TOML files into the same trees as YAML, so that policies and mappings get the same faults.

use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::fault::Fault;
use super::said;
use super::tree::{Shape, Style, Tree};
use crate::base::text::Text;
use crate::say;

/// Reads a TOML file; every syntax error of the file is a fault.
pub fn parse(source: &str) -> (Tree<'_>, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(source);
    let faults: Vec<Fault> = errors.iter().map(syntax).collect();
    let mut tree = Tree::new(source);
    if faults.is_empty() {
        push_table(&mut tree, table.get_ref(), table.span());
    }
    (tree, faults)
}

fn syntax(error: &::toml::de::Error) -> Fault {
    let Range { start, end } = error.span().unwrap_or(0..0);
    let Text { en, zh } = said::in_both(error.message());
    Fault::at(
        "toml-syntax",
        start,
        end,
        say!(en: "not readable as TOML: {en}", zh: "无法按 TOML 读取：{zh}"),
    )
}

fn push_table(tree: &mut Tree<'_>, table: &DeTable<'_>, span: Range<usize>) {
    let index = tree.open(Shape::Map, Style::Block, span.start);
    for (key, value) in table {
        push_text(tree, key.get_ref(), key.span());
        push_value(tree, value);
    }
    tree.close(index, span.end);
}

fn push_value(tree: &mut Tree<'_>, value: &Spanned<DeValue<'_>>) {
    let span = value.span();
    match value.get_ref() {
        DeValue::String(text) => push_text(tree, text, span),
        DeValue::Array(items) => {
            let index = tree.open(Shape::List, Style::Flow, span.start);
            items.iter().for_each(|item| push_value(tree, item));
            tree.close(index, span.end);
        }
        DeValue::Table(table) => push_table(tree, table, span),
        DeValue::Integer(number) => push_plain(tree, span, &number.to_string()),
        DeValue::Float(number) => push_plain(tree, span, &number.to_string()),
        DeValue::Boolean(truth) => push_plain(tree, span, if *truth { "true" } else { "false" }),
        DeValue::Datetime(moment) => push_plain(tree, span, &moment.to_string()),
    }
}

fn push_plain(tree: &mut Tree<'_>, span: Range<usize>, text: &str) {
    tree.push_scalar(Style::Plain, span.start, span.end, text);
}

// A bare key is text as well; only its style tells an empty string from nothing.
fn push_text(tree: &mut Tree<'_>, text: &str, span: Range<usize>) {
    tree.push_scalar(Style::Double, span.start, span.end, text);
}
