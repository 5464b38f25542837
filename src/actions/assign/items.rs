//! Which item of a list is meant.

use crate::actions::typed::Reader;
use crate::base::field::{self, Fields, Items, Shape, View};
use crate::base::route::{Key, Route};
use crate::base::text::Text;
use crate::base::value::Value;
use crate::say;

/// The route with positions where items are called by what names them (`answers.acme.comment`).
///
/// # Errors
/// When a list has no such item.
pub(super) fn with_positions(
    reader: &Reader<'_>,
    record: &dyn Fields,
    typed: &Route,
) -> Result<Route, Text> {
    let mut route = Route::root();
    for key in typed.keys() {
        let list = match View::Group(record).at(route.keys()) {
            Some(View::List(items)) => items,
            _ => {
                if let Some(name) = key.name().filter(|_| is_list(record, &route)) {
                    return Err(empty(&route, name));
                }
                route.push(key.clone());
                continue;
            }
        };
        let exact = route.clone().with(key.clone());
        let known = View::Group(record).at(exact.keys()).is_some();
        route = match key.name().filter(|_| !known) {
            Some(name) => {
                let wanted = called(reader, list, name);
                let mut found = positions(list, &wanted);
                match (found.next(), found.next()) {
                    (Some(at), None) => route.at(at),
                    (None, _) => return Err(no_item(&route, name, list)),
                    (Some(_), Some(_)) => {
                        return Err(ambiguous(&route, name, list, &wanted));
                    }
                }
            }
            None => exact,
        };
    }
    Ok(route)
}

/// The item of a list that is the value, or whose id or name it is; `None` where there is none.
///
/// # Errors
/// When several groups are called so; of equal values the first will do.
pub(super) fn position(
    record: &dyn Fields,
    route: &Route,
    wanted: &str,
) -> Result<Option<usize>, Text> {
    let view = match (route.keys(), record.get("tags")) {
        ([Key::Name(head), Key::Name(tag)], View::Tags(tags)) if &**head == "tags" => {
            let values = tags.get(&**tag).map_or(&[][..], |tag| tag.values());
            return Ok(values.iter().position(|value| value == wanted));
        }
        (keys, _) => View::Group(record).at(keys),
    };
    let Some(View::List(items)) = view else { return Ok(None) };
    let mut found = positions(items, wanted);
    match (found.next(), found.next()) {
        (Some(at), Some(_)) if matches!(items.at(at), View::Group(_)) => {
            Err(ambiguous(route, wanted, items, wanted))
        }
        (first, _) => Ok(first),
    }
}

fn positions(items: &dyn Items, wanted: &str) -> impl Iterator<Item = usize> {
    (0..items.len()).filter(move |at| match items.at(*at) {
        View::Group(fields) => {
            (0..fields.table().len().min(2)).any(|index| is_called(fields.value(index), wanted))
        }
        view => is_called(view, wanted),
    })
}

fn is_called(view: View<'_>, wanted: &str) -> bool {
    match view {
        View::Text(text) | View::Key(text) => text == wanted,
        View::Ref(_, id) => **id == *wanted,
        View::AnyRef(kind, id) => kind.reference(id) == wanted,
        _ => false,
    }
}

// What names an item, as it stands in the file.
fn called(reader: &Reader<'_>, items: &dyn Items, typed: &str) -> String {
    let field = match items.at(0) {
        View::Group(fields) => fields.table().first(),
        _ => None,
    };
    let field = field.filter(|field| matches!(field.shape.core(), Shape::Ref(_) | Shape::AnyRef));
    let read = field.and_then(|field| reader.value(field, typed).ok());
    read.as_ref().and_then(Value::as_text).unwrap_or(typed).to_owned()
}

// Whether a list belongs at a route, whatever stands there.
fn is_list(record: &dyn Fields, route: &Route) -> bool {
    let keys: Option<Vec<&str>> = route.keys().iter().map(Key::name).collect();
    let field = keys.and_then(|keys| field::find(record.table(), keys.into_iter()));
    field.is_some_and(|field| field.shape.is_list())
}

// Each by its id, else by its place from 0 on, as a route names it.
fn ambiguous(route: &Route, name: &str, items: &dyn Items, wanted: &str) -> Text {
    let place = |at: usize| match items.at(at) {
        View::Group(fields) => match fields.get("id") {
            View::Text(id) => format!("`{route}.{id}`"),
            _ => format!("`{route}.{at}`"),
        },
        _ => format!("`{route}.{at}`"),
    };
    let places = positions(items, wanted).map(place).collect::<Vec<_>>().join(", ");
    say!(
        en: "several items of `{route}` are called `{name}`; say which: {places}",
        zh: "`{route}` 中不止一项名为 `{name}`，请指明是哪一项：{places}"
    )
}

fn empty(route: &Route, name: &str) -> Text {
    say!(
        en: "`{route}` has no item `{name}`: it is empty",
        zh: "`{route}` 中没有 `{name}`：尚无内容"
    )
}

fn no_item(route: &Route, name: &str, items: &dyn Items) -> Text {
    if items.is_empty() {
        return empty(route, name);
    }
    let ids = names(items);
    say!(
        en: "`{route}` has no item `{name}`; there are {ids}",
        zh: "`{route}` 中没有 `{name}`；现有 {ids}"
    )
}

// By what the first of them are called.
fn names(items: &dyn Items) -> String {
    let names = (0..items.len().min(5)).map(|at| match items.at(at) {
        View::Group(fields) => match fields.value(0) {
            View::Text(text) => format!("`{text}`"),
            View::Ref(_, id) => format!("`{id}`"),
            View::AnyRef(kind, id) => format!("`{}`", kind.reference(id)),
            _ => format!("`{at}`"),
        },
        _ => format!("`{at}`"),
    });
    names.collect::<Vec<_>>().join(", ")
}
