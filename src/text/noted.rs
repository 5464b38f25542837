//! Values with the comments around them, and the canonical arrangement of both.

use super::emit::field_of;
use super::quote;
use crate::base::field::{Field, Shape};
use crate::base::value::Value;

/// A value with the comments that belong to it.
pub(super) struct Noted<'a> {
    /// Comments on lines of their own above the value's line; an empty one is a blank line.
    pub above: Vec<&'a str>,
    /// The comment at the end of the value's line.
    pub beside: Option<&'a str>,
    /// The value.
    pub body: Body<'a>,
    /// Whether a blank line goes before it.
    pub apart: bool,
    /// Whether it is written in brackets on one line.
    pub flow: bool,
}

/// What is written of a value.
pub(super) enum Body<'a> {
    Null,
    Scalar {
        text: &'a str,
        plain: bool,
    },
    /// The items, and the comments below the last.
    List(Vec<Noted<'a>>, Vec<&'a str>),
    /// The entries, and the comments below the last.
    Map(Vec<(&'a str, Noted<'a>)>, Vec<&'a str>),
}

impl<'a> Noted<'a> {
    /// A value without comments.
    pub fn bare(body: Body<'a>) -> Noted<'a> {
        Noted { above: Vec::new(), beside: None, body, apart: false, flow: false }
    }

    /// `value` without comments.
    pub fn of(value: &'a Value) -> Noted<'a> {
        Noted::bare(match value {
            Value::Null => Body::Null,
            Value::Scalar(scalar) => Body::Scalar { text: &scalar.text, plain: scalar.plain },
            Value::List(items) => Body::List(items.iter().map(Noted::of).collect(), Vec::new()),
            Value::Map(pairs) => {
                let entry = |(key, value): &'a (String, Value)| (key.as_str(), Noted::of(value));
                Body::Map(pairs.iter().map(entry).collect(), Vec::new())
            }
        })
    }

    /// Leaves out what is empty, puts keys into their order, decides what stands on one line, and
    /// moves the comments that have no place in it to the lines above.
    pub fn arrange(&mut self, shape: Option<Shape>, inline: bool) {
        match &mut self.body {
            Body::Null | Body::Scalar { .. } => {}
            Body::List(items, below) => {
                for item in &mut *items {
                    item.arrange(shape, inline);
                    item.settle_as_item();
                }
                leave_out_empty(items, below, |item| item);
            }
            Body::Map(entries, below) => {
                for (key, value) in &mut *entries {
                    let field = field_of(shape, key);
                    value.arrange(
                        field.map(|field| field.shape),
                        field.is_some_and(|field| field.inline),
                    );
                    value.apart = field.is_some_and(|field| field.apart);
                }
                leave_out_empty(entries, below, |(_, value)| value);
                sort(entries, shape);
                self.flow = inline;
            }
        }
        if self.flow {
            self.body.give_comments(&mut self.above);
        }
    }

    // The line of a `-` starts the item's first entry as well, so nothing can stand between them.
    // A list in a list goes on the line whole.
    fn settle_as_item(&mut self) {
        match &mut self.body {
            Body::List(..) => {
                self.flow = true;
                self.body.give_comments(&mut self.above);
            }
            Body::Map(entries, _) if !self.flow => {
                self.above.extend(self.beside.take());
                if let Some((_, first)) = entries.first_mut() {
                    self.above.append(&mut first.above);
                }
            }
            _ => {}
        }
    }

    /// Puts a comment above the line, below what stands beside or above it already.
    pub fn put_above(&mut self, comment: &'a str) {
        self.above.extend(self.beside.take());
        self.above.push(comment);
    }

    /// Puts a comment at the end of the line; the one that stood there goes above.
    pub fn put_beside(&mut self, comment: &'a str) {
        self.above.extend(self.beside.replace(comment));
    }

    fn is_empty(&self) -> bool {
        match &self.body {
            Body::Null => true,
            Body::Scalar { .. } => false,
            Body::List(items, _) => items.is_empty(),
            Body::Map(entries, _) => entries.is_empty(),
        }
    }

    fn give_comments(&mut self, to: &mut Vec<&'a str>) {
        to.append(&mut self.above);
        to.extend(self.beside.take());
        self.body.give_comments(to);
    }
}

impl<'a> Body<'a> {
    fn give_comments(&mut self, to: &mut Vec<&'a str>) {
        match self {
            Body::Null | Body::Scalar { .. } => {}
            Body::List(items, below) => {
                items.iter_mut().for_each(|item| item.give_comments(to));
                to.append(below);
            }
            Body::Map(entries, below) => {
                entries.iter_mut().for_each(|(_, value)| value.give_comments(to));
                to.append(below);
            }
        }
    }

    /// The value on one line.
    pub fn one_line(&self) -> String {
        match self {
            Body::Null => "null".to_owned(),
            Body::Scalar { text, plain } => quote::scalar(text, *plain, true),
            Body::List(items, _) => {
                let items: Vec<String> = items.iter().map(|item| item.body.one_line()).collect();
                format!("[{}]", items.join(", "))
            }
            Body::Map(entries, _) => {
                let entry = |(key, value): &(&str, Noted<'_>)| {
                    format!("{}: {}", quote::key(key), value.body.one_line())
                };
                let entries: Vec<String> = entries.iter().map(entry).collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }
}

// What was said of an empty value is kept for what follows it.
fn leave_out_empty<'a, T>(
    parts: &mut Vec<T>,
    below: &mut Vec<&'a str>,
    noted: impl Fn(&mut T) -> &mut Noted<'a>,
) {
    let mut orphans = Vec::new();
    parts.retain_mut(|part| {
        let noted = noted(part);
        if noted.is_empty() {
            noted.give_comments(&mut orphans);
            return false;
        }
        noted.above.splice(0..0, orphans.drain(..));
        true
    });
    below.splice(0..0, orphans);
}

fn sort(entries: &mut [(&str, Noted<'_>)], shape: Option<Shape>) {
    match shape.map(Shape::core) {
        Some(Shape::Group(fields)) => entries.sort_by_cached_key(|(key, _)| rank(fields, key)),
        Some(Shape::Tags) => entries.sort_by_key(|(key, _)| *key),
        _ => {}
    }
}

fn rank(fields: &[Field], key: &str) -> usize {
    fields.iter().position(|field| field.key == key).unwrap_or(fields.len())
}
