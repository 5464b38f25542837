//! Records into the one form in which files are written.
//!
//! Block style, two spaces, one key and one list item a line, keys in the order of the field
//! table, nothing empty. `fmt` writes through the same lines, so that a file that was added,
//! imported, set and formatted does not change.

use super::noted::{Body, Noted};
use super::quote;
use super::tree::{self, Node};
use crate::base::field::{Field, Fields, Shape, Tag, View};
use crate::base::value::{Scalar, Value};

/// The file of a record whose kind has the field table `fields`.
///
/// Keys that the table does not know follow in the order given. Empty values are left out, in
/// lists as well; a record in which nothing is left is `{}`.
pub fn emit(value: &Value, fields: &'static [Field]) -> String {
    let mut root = Noted::of(value);
    root.arrange(Some(Shape::Group(fields)), false);
    write(&root)
}

/// A record, or a group inside one, as data.
pub fn value_of(record: &dyn Fields) -> Value {
    let pairs = record.table().iter().enumerate().filter_map(|(index, field)| {
        let value = value_of_view(record.value(index), field.shape);
        (!value.is_empty()).then(|| (field.key.to_owned(), value))
    });
    Value::Map(pairs.collect())
}

fn value_of_view(view: View<'_>, shape: Shape) -> Value {
    match view {
        View::Absent => Value::Null,
        View::Text(text) => {
            Value::Scalar(Scalar { text: text.to_owned(), plain: shape.is_plain() })
        }
        View::Key(key) => Value::plain(key),
        View::Bool(truth) => Value::plain(truth),
        View::Int(number) => Value::plain(number),
        View::Decimal(number) => Value::plain(number),
        View::Date(date) => Value::plain(date),
        View::Instant(instant) => Value::plain(instant),
        View::Ref(_, id) => Value::plain(&**id),
        View::AnyRef(kind, id) => Value::plain(kind.reference(id)),
        View::List(items) => {
            let item = |index| value_of_view(items.at(index), shape);
            Value::List((0..items.len()).map(item).collect())
        }
        View::Group(group) => value_of(group),
        View::Tags(tags) => {
            Value::Map(tags.iter().map(|(key, tag)| (key.clone(), value_of_tag(tag))).collect())
        }
    }
}

fn value_of_tag(tag: &Tag) -> Value {
    match tag {
        Tag::One(value) => Value::text(value),
        Tag::Many(values) => Value::List(values.iter().map(Value::text).collect()),
    }
}

/// What stands in a file, as data. The field's shape says whether a single value is text; what no
/// field knows (`None`) is text.
pub fn value_of_node(node: Node<'_>, shape: Option<Shape>) -> Value {
    match node.shape() {
        tree::Shape::Scalar if node.is_null() => Value::Null,
        tree::Shape::Scalar => {
            Value::Scalar(Scalar { text: node.text().to_owned(), plain: is_plain(shape) })
        }
        tree::Shape::List => {
            Value::List(node.items().map(|item| value_of_node(item, shape)).collect())
        }
        tree::Shape::Map => {
            let pair = |(key, value): (Node<'_>, Node<'_>)| {
                let field = field_of(shape, key.text());
                (key.text().to_owned(), value_of_node(value, field.map(|field| field.shape)))
            };
            Value::Map(node.entries().map(pair).collect())
        }
    }
}

pub(super) fn is_plain(shape: Option<Shape>) -> bool {
    shape.is_some_and(Shape::is_plain)
}

/// The field `key` of a group, or of the groups in a list, of that shape.
pub(super) fn field_of(shape: Option<Shape>, key: &str) -> Option<&'static Field> {
    match shape?.core() {
        Shape::Group(fields) => fields.iter().find(|field| field.key == key),
        _ => None,
    }
}

/// The text of a whole file, already arranged.
pub(super) fn write(root: &Noted<'_>) -> String {
    let mut writer = Writer { out: String::new() };
    writer.comments(&root.above, 0);
    match &root.body {
        Body::Map(entries, below) if !entries.is_empty() => {
            writer.entries(entries, 0, false);
            writer.comments(below, 0);
        }
        body => {
            if let Body::Map(_, below) | Body::List(_, below) = body {
                writer.comments(below, 0);
            }
            writer.out.push_str(&body.one_line());
            writer.out.push('\n');
        }
    }
    writer.out
}

struct Writer {
    out: String,
}

impl Writer {
    // `on_line`: the first key follows the `- ` of its item.
    fn entries(&mut self, entries: &[(&str, Noted<'_>)], indent: usize, on_line: bool) {
        for (at, (key, value)) in entries.iter().enumerate() {
            if value.apart && at > 0 {
                self.out.push('\n');
            }
            self.comments(&value.above, indent);
            if at > 0 || !on_line {
                self.pad(indent);
            }
            self.out.push_str(&quote::key(key));
            self.out.push(':');
            self.value(value, indent);
        }
    }

    fn items(&mut self, items: &[Noted<'_>], indent: usize) {
        for item in items {
            self.comments(&item.above, indent);
            self.pad(indent);
            self.out.push('-');
            match &item.body {
                Body::Map(entries, below) if !item.flow => {
                    self.out.push(' ');
                    self.entries(entries, indent + 2, true);
                    self.comments(below, indent + 2);
                }
                _ => self.value(item, indent),
            }
        }
    }

    // What follows the `:` or `-` of a line at `indent`.
    fn value(&mut self, value: &Noted<'_>, indent: usize) {
        match &value.body {
            Body::Map(entries, below) if !value.flow => {
                self.end_line(value.beside);
                self.entries(entries, indent + 2, false);
                self.comments(below, indent + 2);
            }
            Body::List(items, below) if !value.flow => {
                self.end_line(value.beside);
                self.items(items, indent + 2);
                self.comments(below, indent + 2);
            }
            Body::Scalar { text, plain } => self.scalar(text, *plain, value.beside, indent),
            body => {
                self.out.push(' ');
                self.out.push_str(&body.one_line());
                self.end_line(value.beside);
            }
        }
    }

    fn scalar(&mut self, text: &str, plain: bool, beside: Option<&str>, indent: usize) {
        self.out.push(' ');
        let Some((header, lines)) = quote::literal(text).filter(|_| !plain) else {
            self.out.push_str(&quote::scalar(text, plain, false));
            return self.end_line(beside);
        };
        self.out.push_str(header);
        self.end_line(beside);
        for line in lines {
            if !line.is_empty() {
                self.pad(indent + 2);
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn comments(&mut self, lines: &[&str], indent: usize) {
        for line in lines {
            if !line.is_empty() {
                self.pad(indent);
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn end_line(&mut self, comment: Option<&str>) {
        if let Some(comment) = comment {
            self.out.push(' ');
            self.out.push_str(comment);
        }
        self.out.push('\n');
    }

    fn pad(&mut self, indent: usize) {
        self.out.extend(std::iter::repeat_n(' ', indent));
    }
}

#[cfg(test)]
mod tests;
