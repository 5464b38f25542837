//! Values as text in the book's form. Line ends are `\n` here; the splice gives them the file's.

use super::Layout;
use crate::base::route::{Key, Route};
use crate::base::value::{Scalar, Value};
use crate::text::quote;

/// A value as it stands after a colon or a dash.
#[derive(Default)]
pub(super) struct Written {
    /// What stands on the line, without the space before it.
    pub(super) head: String,
    /// The lines below, each with a line end before it.
    pub(super) below: String,
}

impl Written {
    fn head(head: impl Into<String>) -> Written {
        Written { head: head.into(), below: String::new() }
    }

    /// The head with the space that divides it from its colon or dash.
    pub(super) fn spaced_head(&self) -> String {
        if self.head.is_empty() { String::new() } else { format!(" {}", self.head) }
    }
}

/// Writes values where the book's layout says how.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) layout: &'a dyn Layout,
}

impl Writer<'_> {
    /// `key: value`, its lines below indented from `indent`, the key's own column.
    pub(super) fn entry(self, key: &str, value: &Value, indent: usize, route: &Route) -> String {
        let written = self.after_colon(value, indent + 2, route);
        format!("{}:{}{}", quote::key(key), written.spaced_head(), written.below)
    }

    /// A value after its colon; what goes below stands at `indent`.
    pub(super) fn after_colon(self, value: &Value, indent: usize, route: &Route) -> Written {
        match value {
            Value::Null => Written::default(),
            Value::Scalar(scalar) => block_scalar(scalar, indent),
            Value::Map(pairs) if !pairs.is_empty() && !self.layout.inline(route) => {
                let entries = pairs
                    .iter()
                    .map(|(key, value)| self.entry(key, value, indent, &route.clone().then(key)));
                Written { head: String::new(), below: lines(entries, indent) }
            }
            Value::List(items) if !items.is_empty() => {
                let inline = self.layout.inline(route);
                let items = items.iter().enumerate().map(|(at, item)| {
                    let route = route.clone().with(Key::Index(at));
                    let written = self.after_dash(item, indent + 2, &route, inline);
                    format!("- {}{}", written.head, written.below)
                });
                Written { head: String::new(), below: lines(items, indent) }
            }
            other => Written::head(flow(other)),
        }
    }

    /// A value after its dash and one space or more; the item's own column is `indent`.
    pub(super) fn after_dash(
        self,
        value: &Value,
        indent: usize,
        route: &Route,
        inline: bool,
    ) -> Written {
        match value {
            Value::Scalar(scalar) => block_scalar(scalar, indent),
            Value::Map(pairs) if !pairs.is_empty() && !inline => {
                let mut entries = pairs
                    .iter()
                    .map(|(key, value)| self.entry(key, value, indent, &route.clone().then(key)));
                let first = entries.next().unwrap_or_default();
                let (head, below) = first.split_at(first.find('\n').unwrap_or(first.len()));
                Written { head: head.to_owned(), below: below.to_owned() + &lines(entries, indent) }
            }
            other => Written::head(flow(other)),
        }
    }
}

/// A value within `[…]` or `{…}`, or as one.
pub(super) fn flow(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Scalar(scalar) => quote::scalar(&scalar.text, scalar.plain, true),
        Value::List(items) => {
            format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", "))
        }
        Value::Map(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| flow_entry(key, value));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
    }
}

/// `key: value` within `{…}`.
pub(super) fn flow_entry(key: &str, value: &Value) -> String {
    format!("{}: {}", quote::key(key), flow(value))
}

fn block_scalar(scalar: &Scalar, indent: usize) -> Written {
    let Some((header, body)) = quote::literal(&scalar.text) else {
        return Written::head(quote::scalar(&scalar.text, scalar.plain, false));
    };
    let body = body.map(str::to_owned);
    Written { head: header.to_owned(), below: lines(body, indent) }
}

fn lines(texts: impl Iterator<Item = String>, indent: usize) -> String {
    let mut out = String::new();
    for text in texts {
        out.push('\n');
        if !text.is_empty() {
            out.push_str(&" ".repeat(indent));
            out.push_str(&text);
        }
    }
    out
}
