//! A file as plain data, and what an edit means for it: the measure of every splice.

use std::collections::BTreeMap;

use crate::base::edit::Edit;
use crate::base::route::{Key, Route};
use crate::base::text::Text;
use crate::base::value::Value;
use crate::say;
use crate::text::tree::{Node, Shape};

/// What a file says, without its form. Scalars are their text, keys have no order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Data {
    Null,
    Text(String),
    List(Vec<Data>),
    Map(BTreeMap<String, Data>),
}

impl Data {
    /// The data of a tree. A file without content says nothing.
    pub(super) fn of(root: Option<Node<'_>>) -> Data {
        root.map_or(Data::Null, Data::of_node).or_null()
    }

    fn of_node(node: Node<'_>) -> Data {
        match node.shape() {
            Shape::Scalar if node.is_null() => Data::Null,
            Shape::Scalar => Data::Text(node.text().to_owned()),
            Shape::List => Data::List(node.items().map(Data::of_node).collect()),
            Shape::Map => {
                let entry = |(key, value): (Node<'_>, _)| (key.text().into(), Data::of_node(value));
                Data::Map(node.entries().map(entry).collect())
            }
        }
    }

    fn of_value(value: &Value) -> Data {
        match value {
            Value::Null => Data::Null,
            Value::Scalar(scalar) => Data::Text(scalar.text.clone()),
            Value::List(items) => Data::List(items.iter().map(Data::of_value).collect()),
            Value::Map(pairs) => {
                let entry = |(key, value): &(String, _)| (key.clone(), Data::of_value(value));
                Data::Map(pairs.iter().map(entry).collect())
            }
        }
    }

    /// The data after `edit`. A record without keys is an empty file.
    pub(super) fn edited(mut self, edit: &Edit) -> Result<Data, Text> {
        let route = edit.route();
        let Some((head, last)) = route.split_last() else {
            return Err(say!(
                en: "an edit needs a field; the record as a whole is not one",
                zh: "修改须指明字段，不能针对整条记录"
            ));
        };
        match edit {
            Edit::Set(_, value) => *self.reach(route)? = Data::of_value(value),
            Edit::Append(_, value) => self.reach(route)?.push(Data::of_value(value), route)?,
            Edit::Remove(_) => {
                let around = self.find(&head);
                around.and_then(|data| data.remove(last)).ok_or_else(|| missing(route))?;
            }
        }
        Ok(self.or_null())
    }

    fn or_null(self) -> Data {
        match self {
            Data::Map(pairs) if pairs.is_empty() => Data::Null,
            data => data,
        }
    }

    fn find(&mut self, route: &Route) -> Option<&mut Data> {
        route.keys().iter().try_fold(self, |data, key| data.step(key))
    }

    // The place of a route, with the mappings on the way that are not there yet.
    fn reach(&mut self, route: &Route) -> Result<&mut Data, Text> {
        let mut data = self;
        for key in route.keys() {
            data = data.step_or_make(key).ok_or_else(|| no_way(route, key))?;
        }
        Ok(data)
    }

    fn step(&mut self, key: &Key) -> Option<&mut Data> {
        match (self, key) {
            (Data::Map(pairs), key) => pairs.get_mut(&key.to_string()),
            (Data::List(items), Key::Index(index)) => items.get_mut(*index),
            (Data::List(items), Key::Name(name)) => items.iter_mut().find(|item| item.has_id(name)),
            _ => None,
        }
    }

    fn step_or_make(&mut self, key: &Key) -> Option<&mut Data> {
        if *self == Data::Null && key.name().is_some() {
            *self = Data::Map(BTreeMap::new());
        }
        match self {
            Data::Map(pairs) => Some(pairs.entry(key.to_string()).or_insert(Data::Null)),
            _ => self.step(key),
        }
    }

    fn has_id(&self, name: &str) -> bool {
        match self {
            Data::Map(pairs) => matches!(pairs.get("id"), Some(Data::Text(id)) if id == name),
            _ => false,
        }
    }

    fn push(&mut self, item: Data, route: &Route) -> Result<(), Text> {
        match self {
            Data::Null => *self = Data::List(vec![item]),
            Data::List(items) => items.push(item),
            _ => {
                return Err(say!(en: "`{route}` is not a list", zh: "`{route}` 不是列表"));
            }
        }
        Ok(())
    }

    fn remove(&mut self, key: &Key) -> Option<()> {
        match self {
            Data::Map(pairs) => pairs.remove(&key.to_string()).map(drop),
            Data::List(items) => {
                let at = match key {
                    Key::Index(index) => *index,
                    Key::Name(name) => items.iter().position(|item| item.has_id(name))?,
                };
                (at < items.len()).then(|| drop(items.remove(at)))
            }
            _ => None,
        }
    }
}

fn missing(route: &Route) -> Text {
    say!(en: "nothing stands at `{route}`", zh: "`{route}` 处没有内容")
}

fn no_way(route: &Route, key: &Key) -> Text {
    say!(
        en: "`{route}` leads nowhere: no `{key}` can be made there",
        zh: "`{route}` 无法到达：那里不能新建 `{key}`"
    )
}
