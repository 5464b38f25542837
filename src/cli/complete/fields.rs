//! Keys of fields, and the values that they take: `KEY=VALUE` of `add` and `set`.

use super::Hit;
use super::records;
use super::values::{named, of_field, yes_no};
use crate::actions::assign::resolve;
use crate::base::field::{Field, Fields, Shape, View};
use crate::base::kind::Kind;
use crate::base::text::{Lang, Text};
use crate::base::width::normalize_width;
use crate::book::Book;
use crate::model::TagDefinition;
use crate::model::tag::TagType;

/// Whose fields are typed.
pub(super) struct Subject<'b> {
    pub kind: Kind,
    /// The record as it is, where there is one.
    pub record: Option<&'b dyn Fields>,
}

/// What `KEY=VALUE` may go on as.
pub(super) fn assignments(
    book: &Book<'_>,
    subject: &Subject<'_>,
    typed: &str,
    lang: Lang,
) -> Vec<Hit> {
    let Some(at) = typed.find(['=', '＝']) else { return keys(book, subject, typed, lang) };
    let value = typed[at..].trim_start_matches(['=', '＝']);
    let head = &typed[..typed.len() - value.len()];
    let key = typed[..at].trim_end_matches(['+', '-', '＋', '－']);
    within(head, values(book, subject.kind, key, value, lang), "")
}

/// The same, each with what stands before and behind it.
pub(super) fn within(before: &str, hits: Vec<Hit>, after: &str) -> Vec<Hit> {
    let whole = |hit: Hit| Hit::new(format!("{before}{}{after}", hit.value), hit.help);
    hits.into_iter().map(whole).collect()
}

fn values(book: &Book<'_>, kind: Kind, key: &str, typed: &str, lang: Lang) -> Vec<Hit> {
    let Ok(target) = resolve(kind, &normalize_width(key)) else { return Vec::new() };
    match target.field {
        Some(field) => match field.shape.core() {
            // A group is added by the field that names it: `lines+=` takes a product.
            Shape::Group([first, ..]) => of_field(book, first, typed, lang),
            _ => defined(book, kind, field, typed, lang),
        },
        None => tag_values(book, kind, &target.route.to_string(), typed, lang),
    }
}

/// What a field of a kind may be: what its type says, else what the dictionary says of it.
pub(super) fn defined(
    book: &Book<'_>,
    kind: Kind,
    field: &Field,
    typed: &str,
    lang: Lang,
) -> Vec<Hit> {
    match field.shape.core() {
        Shape::Text => tag_values(book, kind, field.key, typed, lang),
        _ => of_field(book, field, typed, lang),
    }
}

pub(super) fn tag_values(
    book: &Book<'_>,
    kind: Kind,
    route: &str,
    typed: &str,
    lang: Lang,
) -> Vec<Hit> {
    let key = route.strip_prefix("tags.").unwrap_or(route);
    let Some(row) = book.definition(kind, key) else { return Vec::new() };
    match row.record.r#type {
        TagType::YesNo => yes_no(typed, lang),
        _ => named(
            typed,
            lang,
            row.record.values.iter().map(|value| (value.key.clone(), value.label())),
        ),
    }
}

fn keys(book: &Book<'_>, subject: &Subject<'_>, typed: &str, lang: Lang) -> Vec<Hit> {
    let narrow = normalize_width(typed);
    let (path, last) = narrow.rsplit_once('.').unwrap_or(("", &narrow));
    let prefix = if path.is_empty() { String::new() } else { format!("{path}.") };
    let shape = match path.is_empty() {
        true => Shape::Group(subject.kind.fields()),
        false => match resolve(subject.kind, path) {
            Ok(target) => match (target.field, target.is_item) {
                (Some(field), true) => field.shape.core(),
                (Some(field), false) => field.shape,
                (None, _) => Shape::Tags,
            },
            Err(_) => return Vec::new(),
        },
    };
    let hits = match shape {
        Shape::Group(fields) => inner(fields, last, lang),
        Shape::Tags => within("", tags(book, subject.kind, last, lang), "="),
        Shape::List(_) => items(subject.record, path, last),
        _ => Vec::new(),
    };
    within(&prefix, hits, "")
}

// Keys that people set: not those of commands, nor the stamps.
fn inner(fields: &'static [Field], typed: &str, lang: Lang) -> Vec<Hit> {
    let open = fields.iter().filter(|field| !is_stamp(field) && field.via.is_none());
    let of = |field: &&Field| {
        let names = named(typed, lang, [(field.key, field.label.text())]);
        let ends: &[&str] = match (field.shape.core(), field.shape.is_list()) {
            (Shape::Group(_), true) => &["+=", "."],
            (_, true) => &["+=", "-="],
            (Shape::Group(_) | Shape::Tags, false) => &["."],
            _ => &["="],
        };
        let one = |hit: &Hit| -> Vec<Hit> {
            ends.iter().map(|end| Hit::new(format!("{}{end}", hit.value), &*hit.help)).collect()
        };
        names.first().map_or_else(Vec::new, one)
    };
    open.collect::<Vec<_>>().iter().flat_map(of).collect()
}

pub(super) fn is_stamp(field: &Field) -> bool {
    matches!(field.key, "entered" | "imported" | "moves" | "closed" | "id")
}

/// The tags that are defined for a kind, by key or name.
pub(super) fn tags(book: &Book<'_>, kind: Kind, typed: &str, lang: Lang) -> Vec<Hit> {
    let prefix = format!("{}.", kind.key());
    let mut hits = records::of(book, &[Kind::Tag], &prefix, lang);
    hits.retain(|hit| book.get::<TagDefinition>(&hit.value).is_some_and(|row| row.record.is_tag()));
    let table = hits.iter().map(|hit| {
        let label = book.get::<TagDefinition>(&hit.value).map(|row| &row.record.label);
        let text = label.map_or_else(Text::default, |label| Text {
            en: label.en.clone().into(),
            zh: label.zh.clone().into(),
        });
        (hit.value.strip_prefix(&*prefix).unwrap_or(&hit.value).to_owned(), text)
    });
    named(typed, lang, table.collect::<Vec<_>>())
}

// The items of a list: by their ids, with what they are called.
fn items(record: Option<&dyn Fields>, path: &str, typed: &str) -> Vec<Hit> {
    let key = path.split('.').next_back().unwrap_or(path);
    let Some(View::List(items)) = record.map(|record| view(record, key)) else {
        return Vec::new();
    };
    let hit = |at: usize| {
        let View::Group(fields) = items.at(at) else { return Hit::new(format!("{at}."), "") };
        let name = match fields.get("name") {
            View::Text(name) => crate::output::plain(name).into_owned(),
            _ => String::new(),
        };
        match fields.get("id") {
            View::Text(id) => Hit::new(format!("{id}."), name),
            _ => Hit::new(format!("{at}."), name),
        }
    };
    (0..items.len()).map(hit).filter(|hit| hit.value.starts_with(typed)).collect()
}

fn view<'r>(record: &'r dyn Fields, key: &str) -> View<'r> {
    let table = record.table().iter();
    let field = table.into_iter().find(|field| field.key == key || field.label.zh == key);
    field.map_or(View::Absent, |field| record.get(field.key))
}
