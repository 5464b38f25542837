//! Records as JSON, and the places in a file that must not be shown.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Map, Value, json};

use crate::base::field::{Field, Fields, Shape, Tag, View};
use crate::base::kind::Kind;
use crate::book::{AnyRow, Book};
use crate::text::locate;

pub use crate::base::field::MASK;

/// What of a record may be shown.
#[derive(Clone, Copy)]
pub struct Masks<'m> {
    book: &'m Book<'m>,
    kind: Kind,
    reveal: bool,
}

impl<'m> Masks<'m> {
    /// The masks of records of `kind`; none where `reveal` asks for everything.
    pub fn new(book: &'m Book<'m>, kind: Kind, reveal: bool) -> Masks<'m> {
        Masks { book, kind, reveal }
    }

    /// Whether a field's value is masked.
    pub fn hides(&self, field: &Field) -> bool {
        field.sensitive() && !self.reveal
    }

    /// The values of a tag as they may be shown.
    pub fn tag<'t>(&self, key: &str, tag: &'t Tag) -> Cow<'t, Tag> {
        match !self.reveal && self.book.hides_tag(self.kind, key) {
            true => Cow::Owned(Tag::One(MASK.to_owned())),
            false => Cow::Borrowed(tag),
        }
    }
}

/// A record as in its file, with `_kind`, `_id`, `_file`, `_v`; decimals are strings.
pub fn json(row: &AnyRow<'_>, masks: Masks<'_>) -> Value {
    let mut map = Map::new();
    map.insert("_kind".to_owned(), json!(row.kind.key()));
    map.insert("_id".to_owned(), json!(&**row.id));
    map.insert("_file".to_owned(), json!(row.path));
    map.insert("_v".to_owned(), json!(1));
    fill(&mut map, row.fields, masks);
    Value::Object(map)
}

fn fill(map: &mut Map<String, Value>, fields: &dyn Fields, masks: Masks<'_>) {
    for (index, field) in fields.table().iter().enumerate() {
        let view = fields.value(index);
        if !view.is_absent() {
            let value = if masks.hides(field) { json!(MASK) } else { value(view, masks) };
            map.insert(field.key.to_owned(), value);
        }
    }
}

fn value(view: View<'_>, masks: Masks<'_>) -> Value {
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
        View::AnyRef(kind, id) => json!(kind.reference(id)),
        View::List(items) => (0..items.len()).map(|at| value(items.at(at), masks)).collect(),
        View::Group(fields) => {
            let mut map = Map::new();
            fill(&mut map, fields, masks);
            Value::Object(map)
        }
        View::Tags(tags) => {
            let values = tags.iter().map(|(key, tag)| match &*masks.tag(key, tag) {
                Tag::One(one) => (key.clone(), json!(one)),
                Tag::Many(many) => (key.clone(), json!(many)),
            });
            Value::Object(values.collect())
        }
    }
}

/// The ranges of a file that hold sensitive values; none where `reveal` asks for them. Without a
/// book no tag is known to be sensitive.
pub fn sensitive<'b>(
    book: Option<&'b Book<'b>>,
    reveal: bool,
) -> impl Fn(&str, &str) -> Vec<Range<usize>> + 'b {
    move |path, source| {
        let kind = path.split('/').next().and_then(Kind::of_folder);
        let Some(kind) = kind.filter(|_| !reveal) else { return Vec::new() };
        let hides_tag = |key: &str| book.is_some_and(|book| book.hides_tag(kind, key));
        locate::secrets(source, kind.fields(), &hides_tag)
    }
}

/// A value for people; lists and groups are counted or told in a line.
pub fn shown(field: &Field, view: View<'_>, masks: Masks<'_>) -> String {
    if masks.hides(field) && !view.is_absent() {
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
        View::AnyRef(kind, id) => kind.reference(id),
        View::List(items) => {
            let items = (0..items.len()).map(|at| shown_item(field, items.at(at), masks));
            items.collect::<Vec<_>>().join(", ")
        }
        View::Group(fields) => shown_group(fields, masks),
        View::Tags(tags) => {
            let tags = tags
                .iter()
                .map(|(key, tag)| format!("{key}={}", masks.tag(key, tag).values().join("|")));
            tags.collect::<Vec<_>>().join(", ")
        }
    }
}

fn shown_item(field: &Field, view: View<'_>, masks: Masks<'_>) -> String {
    match view {
        View::Group(fields) => format!("{{{}}}", shown_group(fields, masks)),
        view => {
            let plain = Field { shape: Shape::Text, ..Field::PLAIN };
            shown(if field.sensitive() { field } else { &plain }, view, masks)
        }
    }
}

fn shown_group(fields: &dyn Fields, masks: Masks<'_>) -> String {
    let parts = fields.table().iter().enumerate().filter_map(|(index, field)| {
        let text = shown(field, fields.value(index), masks);
        (!text.is_empty()).then(|| format!("{}: {text}", field.key))
    });
    parts.collect::<Vec<_>>().join(", ")
}
