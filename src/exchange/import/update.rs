//! What differs between a record of the book and what the table says of it.

use super::draft::Draft;
use super::life::{Life, text_of};
use crate::base::decimal::Decimal;
use crate::base::edit::Edit;
use crate::base::field::{Fields, Items, View};
use crate::base::route::{Key, Route};
use crate::base::text::Text;
use crate::base::value::Value;
use crate::say;

/// The edits that bring a record to what the table says; fields that it does not cover stay.
///
/// Steps are only ever added: where the book has gone further than the table, its own steps and
/// what commands wrote with them stand.
///
/// # Errors
/// When book and table tell different lives of the record.
pub(super) fn edits(record: &dyn Fields, draft: &Draft<'_>, life: Life) -> Result<Vec<Edit>, Text> {
    let no_steps: &dyn Items = &NoItems;
    let steps = match record.get("moves") {
        View::List(steps) => steps,
        _ => no_steps,
    };
    let common = steps.len().min(life.moves.len());
    if let Some(at) = (0..common).find(|at| !is_same_step(steps.at(*at), &life.moves[*at])) {
        return Err(other_life(steps.at(at), &life.moves[at]));
    }
    let held = held_fields(record, steps, life.moves.len());
    let mut edits = Vec::new();
    let Value::Map(pairs) = &draft.value else { return Ok(edits) };
    for (key, value) in pairs.iter().filter(|(key, _)| !held.contains(&key.as_str())) {
        compare(record.get(key), value, Route::name(key), &mut edits);
    }
    for route in
        draft.cleared.iter().filter(|route| route.head().is_some_and(|key| !held.contains(&key)))
    {
        if !at(record, route.keys()).is_absent() {
            edits.push(Edit::Remove((*route).clone()));
        }
    }
    for step in life.moves.into_iter().skip(steps.len()) {
        edits.push(Edit::Append(Route::name("moves"), step));
    }
    if let Some(closed) = life.closed.filter(|_| !held.contains(&"closed")) {
        compare(record.get("closed"), &as_known(record, closed), Route::name("closed"), &mut edits);
    }
    Ok(edits)
}

struct NoItems;

impl Items for NoItems {
    fn len(&self) -> usize {
        0
    }

    fn at(&self, _index: usize) -> View<'_> {
        View::Absent
    }
}

// Who took a step may be told otherwise later; the step is the same.
fn is_same_step(old: View<'_>, new: &Value) -> bool {
    let View::Group(old) = old else { return false };
    ["on", "stage", "outcome", "status"].iter().all(|key| {
        let new = new.get(key).and_then(Value::as_text);
        text_of(old.get(key)).as_deref() == new
    })
}

// The fields that stay as they are because the record has taken steps of its own.
fn held_fields<'r>(record: &'r dyn Fields, steps: &dyn Items, told: usize) -> Vec<&'r str> {
    if steps.len() <= told {
        return Vec::new();
    }
    let owned = record.table().iter().filter(|field| field.via.is_some()).map(|field| field.key);
    let moved = (told..steps.len()).any(|at| match steps.at(at) {
        View::Group(step) => !step.get("owner").is_absent(),
        _ => false,
    });
    owned.chain(moved.then_some("owner")).collect()
}

// What was kept of the close stays; the table can correct its day and amount.
fn as_known(record: &dyn Fields, closed: Value) -> Value {
    match (record.get("closed"), closed) {
        (View::Group(_), Value::Map(pairs)) => {
            let told = |(key, _): &(String, Value)| ["on", "amount"].contains(&key.as_str());
            Value::Map(pairs.into_iter().filter(told).collect())
        }
        (_, closed) => closed,
    }
}

fn other_life(old: View<'_>, new: &Value) -> Text {
    let tell = |on: Option<String>, what: Option<String>| {
        [on, what].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let told = |key: &str| new.get(key).and_then(Value::as_text).map(str::to_owned);
    let known = |key: &str| match old {
        View::Group(step) => text_of(step.get(key)),
        _ => None,
    };
    let book = tell(known("on"), known("outcome").or_else(|| known("stage")));
    let table = tell(told("on"), told("outcome").or_else(|| told("stage")));
    say!(
        en: "the book has the step `{book}` where the table has `{table}`; steps are only added: settle it by hand",
        zh: "账本中的变动为 `{book}`，表格中为 `{table}`；变动只能追加：请手工处理"
    )
}

fn compare(old: View<'_>, new: &Value, route: Route, edits: &mut Vec<Edit>) {
    match (old, new) {
        (View::Group(group), Value::Map(pairs)) => {
            for (key, value) in pairs {
                compare(group.get(key), value, route.clone().then(key), edits);
            }
        }
        (View::Tags(tags), Value::Map(pairs)) => {
            for (key, value) in pairs {
                if tags.get(key).map(|tag| tag.values()) != Some(&texts(value)) {
                    edits.push(Edit::Set(route.clone().then(key), value.clone()));
                }
            }
        }
        (View::List(items), Value::List(values)) => compare_lists(items, values, route, edits),
        (old, new) if is_same(old, new) => {}
        _ => edits.push(Edit::Set(route, new.clone())),
    }
}

// Items with ids meet by them, others by position.
fn compare_lists(items: &dyn Items, values: &[Value], route: Route, edits: &mut Vec<Edit>) {
    let of_texts = values.iter().all(|value| matches!(value, Value::Scalar(_)));
    if of_texts {
        let same = items.len() == values.len()
            && values.iter().enumerate().all(|(at, value)| is_same(items.at(at), value));
        if !same {
            edits.push(Edit::Set(route, Value::List(values.to_vec())));
        }
        return;
    }
    for (at, value) in values.iter().enumerate() {
        let place = match value.get("id").and_then(Value::as_text) {
            Some(id) => (0..items.len()).find(|at| has_id(items.at(*at), id)),
            None => (at < items.len()).then_some(at),
        };
        match place {
            Some(at) => compare(items.at(at), value, route.clone().at(at), edits),
            None => edits.push(Edit::Append(route.clone(), value.clone())),
        }
    }
}

fn has_id(item: View<'_>, id: &str) -> bool {
    matches!(item, View::Group(group) if matches!(group.get("id"), View::Text(own) if own == id))
}

fn is_same(old: View<'_>, new: &Value) -> bool {
    let Some(new) = new.as_text() else { return false };
    match old {
        View::Decimal(old) => {
            Decimal::parse(new).is_ok_and(|new| new.normalized() == old.normalized())
        }
        old => text_of(old).as_deref() == Some(new),
    }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::List(items) => items.iter().filter_map(Value::as_text).map(str::to_owned).collect(),
        value => value.as_text().map(str::to_owned).into_iter().collect(),
    }
}

fn at<'r>(record: &'r dyn Fields, keys: &[Key]) -> View<'r> {
    let mut view = View::Group(record);
    for key in keys {
        view = match (view, key) {
            (View::Group(group), Key::Name(name)) => group.get(name),
            (View::List(items), Key::Index(at)) if *at < items.len() => items.at(*at),
            (View::Tags(tags), Key::Name(name)) => match tags.get(&**name) {
                Some(tag) => tag.values().first().map_or(View::Absent, |text| View::Text(text)),
                None => View::Absent,
            },
            _ => View::Absent,
        };
    }
    view
}
