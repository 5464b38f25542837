//! Any valid record file into the form of `emit`, with its comments.
//!
//! The form decides about blank lines: those between keys are dropped, apart from the canonical
//! ones; those between comments at the top of the file are kept as one.

use std::ops::Range;

use super::comments;
use super::emit::{value_of_node, write};
use super::fault::Fault;
use super::tree::{self, Tree, position};
use super::yaml;
use crate::base::field::{Field, Shape};
use crate::base::text::Text;
use crate::base::value::Value;
use crate::say;

/// The file `source` in canonical form, for a record of the kind with the field table `fields`.
///
/// Formatting what was formatted changes nothing. An error says why the file is left as it is:
/// it is not readable, holds no record, or would come out with other data or comments.
pub fn format(source: &str, fields: &'static [Field]) -> Result<String, Text> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let tree = read(source)?;
    let root = tree
        .root()
        .filter(|root| root.shape() == tree::Shape::Map)
        .ok_or_else(|| say!(en: "the file holds no keys", zh: "文件中没有任何键"))?;
    let comments = yaml::comments(source)?;
    let mut noted = comments::attach(root, Shape::Group(fields), &comments);
    noted.arrange(Some(Shape::Group(fields)), false);
    let formatted = write(&noted);
    verify(&tree, &comments, &formatted)?;
    Ok(formatted)
}

fn read(source: &str) -> Result<Tree<'_>, Text> {
    let (tree, faults) = yaml::parse(source);
    faults.into_iter().next().map_or(Ok(tree), |fault| Err(located(source, fault)))
}

fn located(source: &str, fault: Fault) -> Text {
    let line = position(source, fault.start).line;
    let (en, zh) = (fault.message.en, fault.message.zh);
    Text { en: format!("line {line}: {en}").into(), zh: format!("第 {line} 行：{zh}").into() }
}

fn verify(before: &Tree<'_>, had: &[Range<usize>], formatted: &str) -> Result<(), Text> {
    let after = read(formatted)?;
    if data(before) != data(&after) {
        return Err(say!(
            en: "formatting would change its data",
            zh: "格式化会改变其中的数据"
        ));
    }
    let has = yaml::comments(formatted)?;
    if sorted_texts(before.source(), had) != sorted_texts(formatted, &has) {
        return Err(say!(
            en: "formatting would change its comments",
            zh: "格式化会改变其中的注释"
        ));
    }
    Ok(())
}

fn data(tree: &Tree<'_>) -> Value {
    tree.root().map_or(Value::Null, |root| settled(value_of_node(root, None)))
}

// What formatting may not change: all but the order of keys and what is empty.
fn settled(value: Value) -> Value {
    match value {
        Value::List(items) => {
            let items = items.into_iter().map(settled);
            Value::List(items.filter(|item| !item.is_empty()).collect())
        }
        Value::Map(pairs) => {
            let pairs = pairs.into_iter().map(|(key, value)| (key, settled(value)));
            let mut pairs: Vec<_> = pairs.filter(|(_, value)| !value.is_empty()).collect();
            pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
            Value::Map(pairs)
        }
        other => other,
    }
}

fn sorted_texts<'s>(source: &'s str, comments: &[Range<usize>]) -> Vec<&'s str> {
    let mut texts: Vec<&str> =
        comments.iter().map(|range| source[range.clone()].trim_end()).collect();
    texts.sort_unstable();
    texts
}

#[cfg(test)]
mod tests;
