//! References resolved, after the last row: names become ids, cells become one value a record.

use super::about;
use super::draft::{Draft, Drafts};
use super::index::Index;
use crate::base::field::{Field, Shape};
use crate::base::id::derived_suffix;
use crate::base::kind::Kind;
use crate::base::route::Key;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::exchange::cell::Cell;

/// Resolves the references of every draft; what cannot be resolved refuses its rows.
pub(super) fn resolve(index: &Index<'_>, drafts: &mut Drafts<'_>) {
    for at in 0..drafts.all.len() {
        let found = fill(&mut drafts.all[at], index);
        for why in found {
            drafts.refuse_draft(at, &why);
        }
    }
}

fn fill(draft: &mut Draft<'_>, index: &Index<'_>) -> Vec<Text> {
    let mut faults = Vec::new();
    let mut value = Value::Map(Vec::new());
    let own = std::mem::take(&mut draft.fields).into_iter().map(|field| (0, field));
    let items = std::mem::take(&mut draft.items).into_iter().enumerate();
    let items = items.flat_map(|(at, item)| item.into_iter().map(move |field| (at, field)));
    for (at, (target, cell)) in own.chain(items) {
        let route = &target.route;
        let keys = target.keys(at);
        let keys = &*keys;
        let mut find = |kind: Kind, name: &str| -> Option<Value> {
            match index.find(kind, name) {
                Ok(id) => {
                    let value = Value::plain(&id);
                    draft.refers.push((kind, id));
                    Some(value)
                }
                Err(why) => {
                    faults.push(about(&route.to_string(), why));
                    None
                }
            }
        };
        match cell {
            Cell::Value(found) => put(&mut value, keys, found),
            Cell::Ref(kind, name) => {
                if let Some(found) = find(kind, &name) {
                    put(&mut value, keys, found);
                }
            }
            Cell::Refs(kind, names) => {
                let found = names.iter().filter_map(|name| find(kind, name)).collect();
                put(&mut value, keys, Value::List(found));
            }
            Cell::Clear => draft.cleared.push(route),
        }
    }
    compact(&mut value);
    give_ids(&mut value, draft.kind().fields(), &draft.key);
    draft.value = value;
    faults
}

/// Puts `value` where `keys` lead to, making the groups and lists on the way.
fn put(node: &mut Value, keys: &[Key], value: Value) {
    let Some((key, rest)) = keys.split_first() else {
        *node = value;
        return;
    };
    match key {
        Key::Name(name) => {
            if !matches!(node, Value::Map(_)) {
                *node = Value::Map(Vec::new());
            }
            let Value::Map(pairs) = node else { return };
            let at = pairs.iter().position(|(own, _)| **own == **name).unwrap_or(pairs.len());
            if at == pairs.len() {
                pairs.push((name.to_string(), Value::Null));
            }
            put(&mut pairs[at].1, rest, value);
        }
        Key::Index(at) => {
            if !matches!(node, Value::List(_)) {
                *node = Value::List(Vec::new());
            }
            let Value::List(items) = node else { return };
            items.resize((*at + 1).max(items.len()), Value::Null);
            put(&mut items[*at], rest, value);
        }
    }
}

// A second line without a first is the first.
fn compact(value: &mut Value) {
    match value {
        Value::List(items) => {
            items.retain(|item| *item != Value::Null);
            items.iter_mut().for_each(compact);
        }
        Value::Map(pairs) => pairs.iter_mut().for_each(|(_, value)| compact(value)),
        Value::Null | Value::Scalar(_) => {}
    }
}

// Items that are addressed by an id get one that derives from the key, so that it stays.
fn give_ids(value: &mut Value, fields: &'static [Field], key: &str) {
    let Value::Map(pairs) = value else { return };
    for (name, value) in pairs {
        let Some(field) = fields.iter().find(|field| field.key == name) else { continue };
        let Shape::Group(inner) = field.shape.core() else { continue };
        let key = format!("{key}/{name}");
        match value {
            Value::List(items) => {
                for (at, item) in items.iter_mut().enumerate() {
                    let key = format!("{key}/{at}");
                    if field.list_key == Some("id") {
                        give_id(item, name, &key);
                    }
                    give_ids(item, inner, &key);
                }
            }
            value => give_ids(value, inner, &key),
        }
    }
}

fn give_id(item: &mut Value, list: &str, key: &str) {
    let Value::Map(pairs) = item else { return };
    if pairs.iter().all(|(name, _)| name != "id") {
        let letter = list.chars().next().unwrap_or('x');
        let id = format!("{letter}-{}", derived_suffix(key, 4));
        pairs.insert(0, ("id".to_owned(), Value::plain(id)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::base::route::Route;

    #[test]
    fn values_find_their_places() {
        let mut value = Value::Map(Vec::new());
        for (route, text) in
            [("lines.1.product", "b"), ("lines.1.qty", "2"), ("needs.budget.max", "9")]
        {
            put(&mut value, Route::parse(route).keys(), Value::plain(text));
        }
        compact(&mut value);
        let Some(Value::List(lines)) = value.get("lines") else { panic!("no lines") };
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].get("qty").and_then(Value::as_text), Some("2"));
        let budget = value.get("needs").and_then(|needs| needs.get("budget"));
        assert_eq!(budget.and_then(|budget| budget.get("max")?.as_text()), Some("9"));
    }

    #[test]
    fn contacts_get_ids_that_stay() {
        let mut value = Value::Map(Vec::new());
        put(&mut value, Route::parse("contacts.0.name").keys(), Value::text("王芳"));
        let mut again = value.clone();
        give_ids(&mut value, Kind::Customer.fields(), "K1");
        give_ids(&mut again, Kind::Customer.fields(), "K1");
        let Some(Value::List(contacts)) = value.get("contacts") else { panic!("no contacts") };
        let id = contacts[0].get("id").and_then(Value::as_text).unwrap();
        assert!(id.starts_with("c-") && Id::parse(id).is_ok(), "{id}");
        assert_eq!(value, again);
    }
}
