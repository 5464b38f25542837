//! What new records, and new groups and items in them, have where nothing is said.

use super::typed::Reader;
use crate::base::edit::Edit;
use crate::base::field::{Field, Fields, Shape, Start, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::{Key, Route};
use crate::base::value::Value;
use crate::book::Book;
use crate::text::emit::value_of;

/// Fills a new record: its own fields, then those of the groups and items that it has.
pub fn fill(reader: &Reader<'_>, kind: Kind, record: &mut Value) {
    let says_amount = !lacks(record, "amount");
    for field in kind.fields().iter().filter(|field| field.starts == Start::Carried) {
        if lacks(record, field.key)
            && let Some(value) = carried(reader.book, kind, record, field.key)
        {
            record.put(field.key, value);
        }
    }
    fill_group(reader, kind.fields(), record);
    if !says_amount && is_priced_by_line(record) {
        record.remove("amount");
    }
}

// The amount follows from lines that all have prices.
fn is_priced_by_line(record: &Value) -> bool {
    let Some(Value::List(lines)) = record.get("lines") else { return false };
    !lines.is_empty() && lines.iter().all(|line| !lacks(line, "price"))
}

/// Fills a group, and the groups and items in it.
pub fn fill_group(reader: &Reader<'_>, fields: &'static [Field], group: &mut Value) {
    for field in fields {
        if lacks(group, field.key)
            && let Some(value) = start(reader, field)
        {
            group.put(field.key, value);
        }
        let (Shape::Group(inner), Some(value)) = (field.shape.core(), group.get_mut(field.key))
        else {
            continue;
        };
        match value {
            Value::List(items) => {
                items.iter_mut().for_each(|item| fill_group(reader, inner, item));
            }
            Value::Map(_) => fill_group(reader, inner, value),
            _ => {}
        }
    }
}

/// What edits of a record leave to be said: the starts of groups that they begin, where the edits
/// themselves do not say them.
pub fn of_edits(
    reader: &Reader<'_>,
    kind: Kind,
    record: Option<&dyn Fields>,
    edits: &[Edit],
) -> Vec<Edit> {
    let mut more: Vec<Edit> = Vec::new();
    for edit in edits {
        let (Edit::Set(route, _) | Edit::Append(route, _)) = edit else { continue };
        let Some((group, fields)) = new_group(kind, record, route) else { continue };
        for field in fields {
            let route = group.clone().then(field.key);
            let said = edits.iter().chain(&more).any(|edit| *edit.route() == route);
            if !said && let Some(value) = start(reader, field) {
                more.push(Edit::Set(route, value));
            }
        }
    }
    more
}

fn lacks(group: &Value, key: &str) -> bool {
    group.get(key).is_none_or(Value::is_empty)
}

fn start(reader: &Reader<'_>, field: &'static Field) -> Option<Value> {
    match field.starts {
        Start::Empty | Start::Carried | Start::Now => None,
        Start::Me => reader.me.map(Value::plain),
        Start::Today => Some(Value::plain(reader.today)),
        Start::First => {
            reader.book.policy().choices(field).first().map(|(key, _)| Value::plain(key))
        }
    }
}

// What the records that a new one refers to say under a key: the first that says something.
fn carried(book: &Book<'_>, kind: Kind, record: &Value, key: &str) -> Option<Value> {
    kind.fields().iter().find_map(|field| {
        let Shape::Ref(of) = field.shape else { return None };
        let id = Id::parse(record.get(field.key)?.as_text()?).ok()?;
        let known = book.fields(of, &id)?;
        of.field(key).filter(|_| !known.get(key).is_absent())?;
        value_of(known).get(key).cloned()
    })
}

// The group around the end of a route, where the record has none there.
fn new_group(
    kind: Kind,
    record: Option<&dyn Fields>,
    route: &Route,
) -> Option<(Route, &'static [Field])> {
    let [head, _] = route.keys() else { return None };
    let Key::Name(name) = head else { return None };
    let Shape::Group(fields) = kind.field(name)?.shape else { return None };
    let there = record.is_some_and(|record| matches!(record.get(name), View::Group(_)));
    (!there).then(|| (Route::root().with(head.clone()), fields))
}
