//! Records as JSON, and the places in a file that must not be shown.

use std::ops::Range;

use serde_json::{Map, Value, json};

use crate::base::field::{Field, Fields, Shape, View};
use crate::base::kind::Kind;
use crate::book::AnyRow;
use crate::text::locate;

pub use crate::base::field::MASK;

/// A record as in its file, with `_kind`, `_id`, `_file`, `_v`; decimals are strings.
pub fn json(row: &AnyRow<'_>, reveal: bool) -> Value {
    let mut map = Map::new();
    map.insert("_kind".to_owned(), json!(row.kind.key()));
    map.insert("_id".to_owned(), json!(&**row.id));
    map.insert("_file".to_owned(), json!(row.path));
    map.insert("_v".to_owned(), json!(1));
    fill(&mut map, row.fields, reveal);
    Value::Object(map)
}

fn fill(map: &mut Map<String, Value>, fields: &dyn Fields, reveal: bool) {
    for (index, field) in fields.table().iter().enumerate() {
        let view = fields.value(index);
        if !view.is_absent() {
            map.insert(field.key.to_owned(), value(view, field.sensitive() && !reveal, reveal));
        }
    }
}

fn value(view: View<'_>, masked: bool, reveal: bool) -> Value {
    if masked {
        return json!(MASK);
    }
    match view {
        View::Absent => Value::Null,
        View::Text(text) => json!(text),
        View::Key(key) => json!(key),
        View::Bool(truth) => json!(truth),
        View::Int(number) => json!(number),
        View::Decimal(number) => json!(number.to_string()),
        View::Date(date) => json!(date.to_string()),
        View::Instant(instant) => json!(instant.to_string()),
        View::Ref(_, id) => json!(&**id),
        View::AnyRef(kind, id) => json!(format!("{}/{id}", kind.key())),
        View::List(items) => {
            (0..items.len()).map(|at| value(items.at(at), false, reveal)).collect()
        }
        View::Group(fields) => {
            let mut map = Map::new();
            fill(&mut map, fields, reveal);
            Value::Object(map)
        }
        View::Tags(tags) => {
            let values = tags.iter().map(|(key, tag)| match tag {
                crate::base::field::Tag::One(one) => (key.clone(), json!(one)),
                crate::base::field::Tag::Many(many) => (key.clone(), json!(many)),
            });
            Value::Object(values.collect())
        }
    }
}

/// The ranges of a file that hold sensitive values; none where `reveal` asks for them.
pub fn sensitive(reveal: bool) -> impl Fn(&str, &str) -> Vec<Range<usize>> {
    move |path, source| {
        let kind = path.split('/').next().and_then(Kind::of_folder);
        match kind {
            Some(kind) if !reveal => locate::secrets(source, kind.fields()),
            _ => Vec::new(),
        }
    }
}

/// A value for people; lists and groups are counted or told in a line.
pub fn shown(field: &Field, view: View<'_>, reveal: bool) -> String {
    if field.sensitive() && !reveal && !view.is_absent() {
        return MASK.to_owned();
    }
    match view {
        View::Absent => String::new(),
        View::Text(text) => text.to_owned(),
        View::Key(key) => key.to_owned(),
        View::Bool(truth) => truth.to_string(),
        View::Int(number) => number.to_string(),
        View::Decimal(number) => number.to_string(),
        View::Date(date) => date.to_string(),
        View::Instant(instant) => instant.to_string(),
        View::Ref(_, id) => id.to_string(),
        View::AnyRef(kind, id) => format!("{}/{id}", kind.key()),
        View::List(items) => {
            let items = (0..items.len()).map(|at| shown_item(field, items.at(at), reveal));
            items.collect::<Vec<_>>().join(", ")
        }
        View::Group(fields) => shown_group(fields, reveal),
        View::Tags(tags) => {
            let tags = tags.iter().map(|(key, tag)| format!("{key}={}", tag.values().join("|")));
            tags.collect::<Vec<_>>().join(", ")
        }
    }
}

fn shown_item(field: &Field, view: View<'_>, reveal: bool) -> String {
    match view {
        View::Group(fields) => format!("{{{}}}", shown_group(fields, reveal)),
        view => {
            let plain = Field { shape: Shape::Text, ..Field::PLAIN };
            shown(if field.sensitive() { field } else { &plain }, view, reveal)
        }
    }
}

fn shown_group(fields: &dyn Fields, reveal: bool) -> String {
    let parts = fields.table().iter().enumerate().filter_map(|(index, field)| {
        let text = shown(field, fields.value(index), reveal);
        (!text.is_empty()).then(|| format!("{}: {text}", field.key))
    });
    parts.collect::<Vec<_>>().join(", ")
}
