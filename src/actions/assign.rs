//! Assignments: `KEY=VALUE`, `KEY+=ITEM`, `KEY-=ITEM`, `KEY=` as edits of a record.

mod items;

use super::starts;
use super::typed::Reader;
use crate::base::edit::Edit;
use crate::base::field::{Field, Fields, Shape, Start, View};
use crate::base::id::{Entropy, suffix};
use crate::base::kind::Kind;
use crate::base::route::{Key, Route};
use crate::base::text::{Text, nearest};
use crate::base::value::Value;
use crate::base::width::normalize_width;
use crate::model::TagDefinition;
use crate::say;

/// What an assignment does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `=` with a value.
    Set,
    /// `=` without one.
    Clear,
    /// `+=`.
    Append,
    /// `-=`.
    Remove,
}

/// One assignment as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The dotted key as typed.
    pub key: String,
    /// What it does.
    pub operator: Operator,
    /// The value as typed.
    pub value: String,
}

/// Reads `KEY=VALUE` and its kin.
///
/// # Errors
/// When there is no `=`.
pub fn parse(typed: &str) -> Result<Assignment, Text> {
    let at = typed.find(['=', '＝']).ok_or_else(
        || say!(en: "`{typed}` is not of the form KEY=VALUE", zh: "`{typed}` 不是“键=值”的形式"),
    )?;
    let (head, tail) = typed.split_at(at);
    let value = tail.trim_start_matches(['=', '＝']).to_owned();
    let (key, operator) = match head.strip_suffix(['+', '＋']) {
        Some(key) => (key, Operator::Append),
        None => match head.strip_suffix(['-', '－']) {
            Some(key) => (key, Operator::Remove),
            None if value.is_empty() => (head, Operator::Clear),
            None => (head, Operator::Set),
        },
    };
    Ok(Assignment { key: normalize_width(key.trim()).into_owned(), operator, value })
}

/// A route of a record with the field that stands there.
pub struct Target {
    /// The route.
    pub route: Route,
    /// The field; `None` inside `tags`.
    pub field: Option<&'static Field>,
    /// Whether the route leads to an item of the field's list.
    pub is_item: bool,
}

/// The route that a typed key means: keys, labels in either language, tags by their key.
///
/// # Errors
/// When there is no such field, with a suggestion.
pub fn resolve(kind: Kind, typed: &str) -> Result<Target, Text> {
    let mut shape = Shape::Group(kind.fields());
    let mut target = Target { route: Route::root(), field: None, is_item: false };
    let steps: Vec<&str> = typed.split('.').collect();
    for (at, step) in steps.iter().enumerate() {
        match shape {
            Shape::Group(fields) => {
                let field = named(fields, step).ok_or_else(|| unknown(fields, typed, step))?;
                target = Target {
                    route: target.route.then(field.key),
                    field: Some(field),
                    is_item: false,
                };
                shape = field.shape;
            }
            Shape::List(item) => {
                let key = Route::parse(step).keys().first().cloned();
                let key = key.ok_or_else(|| {
                    say!(
                        en: "`{typed}` names no item; say which, as in `contacts.0.name`",
                        zh: "`{typed}` 没有指明哪一项；请写明，如 `contacts.0.name`"
                    )
                })?;
                target.route = target.route.with(key);
                target.is_item = true;
                shape = *item;
            }
            Shape::Tags if step.is_empty() => return Err(unknown(&[], typed, step)),
            Shape::Tags => return Ok(tag(target.route, &steps[at..])),
            _ => return Err(unknown(&[], typed, step)),
        }
    }
    Ok(target)
}

// A key of tags may have dots; a number at the end is an item of a tag with several values.
fn tag(tags: Route, steps: &[&str]) -> Target {
    let (key, item) = match steps {
        [key @ .., last] if !key.is_empty() => match last.parse() {
            Ok(at) => (key, Some(at)),
            Err(_) => (steps, None),
        },
        _ => (steps, None),
    };
    let route = tags.then(&key.join("."));
    let route = match item {
        Some(at) => route.at(at),
        None => route,
    };
    Target { route, field: None, is_item: item.is_some() }
}

fn named(fields: &'static [Field], step: &str) -> Option<&'static Field> {
    let exact = fields.iter().find(|field| field.key == step);
    exact.or_else(|| {
        fields
            .iter()
            .find(|field| field.label.zh == step || field.label.en.eq_ignore_ascii_case(step))
    })
}

/// That `step` of the key `typed` is none of `fields`, with the nearest.
pub fn unknown(fields: &'static [Field], typed: &str, step: &str) -> Text {
    let names = fields.iter().flat_map(|field| [field.key, field.label.zh]);
    // A part of a Chinese name, as people abbreviate it, is nearer than any misspelling.
    let part = fields.iter().map(|field| field.label.zh);
    let part = part.filter(|name| !step.is_ascii() && name.contains(step));
    let part = part.min_by_key(|name| name.chars().count());
    match part.or_else(|| nearest(step, names)) {
        Some(near) => say!(
            en: "no field `{typed}`; did you mean `{near}`?",
            zh: "没有字段 `{typed}`；是否想写 `{near}`？"
        ),
        None if fields.is_empty() => say!(en: "no field `{typed}`", zh: "没有字段 `{typed}`"),
        None => {
            let keys = fields.iter().map(|field| field.key).collect::<Vec<_>>().join(", ");
            let names = fields.iter().map(|field| field.label.zh).collect::<Vec<_>>().join("、");
            Text {
                en: format!("no field `{typed}`; there are {keys}").into(),
                zh: format!("没有字段 `{typed}`；可用：{names}").into(),
            }
        }
    }
}

/// Turns assignments into edits of one record.
pub struct Assigner<'a> {
    /// How typed values are read.
    pub reader: Reader<'a>,
    /// The kind of the record.
    pub kind: Kind,
    /// The record as it is; `None` for a new one.
    pub record: Option<&'a dyn Fields>,
    /// Where ids of new list items come from.
    pub entropy: &'a mut dyn Entropy,
}

impl Assigner<'_> {
    /// The edit that an assignment asks for.
    ///
    /// # Errors
    /// When the field or value does not fit.
    pub fn edit(&mut self, assignment: &Assignment) -> Result<Edit, Text> {
        let mut target = self.with_tag_key(resolve(self.kind, &assignment.key)?);
        if let (Some(record), Some(_)) = (self.record, target.field) {
            target.route = items::with_positions(&self.reader, record, &target.route)?;
        }
        match assignment.operator {
            Operator::Clear => Ok(Edit::Remove(self.with_what_it_empties(target.route))),
            Operator::Set => Ok(Edit::Set(target.route.clone(), self.value(&target, assignment)?)),
            Operator::Append => {
                let value = self.item(&target, assignment)?;
                Ok(Edit::Append(target.route, value))
            }
            Operator::Remove => self.removal(&target, assignment),
        }
    }

    // A tag may be called by the label of its definition.
    fn with_tag_key(&self, target: Target) -> Target {
        let [head, Key::Name(typed), rest @ ..] = target.route.keys() else { return target };
        if target.field.is_some() || self.definition(typed).is_some() {
            return target;
        }
        let Some(key) = self.tag_called(typed) else { return target };
        let route = Route::root().with(head.clone()).then(&key);
        let route = rest.iter().fold(route, |route, key| route.with(key.clone()));
        Target { route, ..target }
    }

    fn tag_called(&self, typed: &str) -> Option<String> {
        let prefix = format!("{}.", self.kind.key());
        let is_called = |row: &crate::book::Row<'_, TagDefinition>| {
            let label = &row.record.label;
            row.record.is_tag() && (label.zh == typed || label.en.eq_ignore_ascii_case(typed))
        };
        let mut rows = self.reader.book.iter::<TagDefinition>().filter(is_called);
        rows.find_map(|row| row.id.strip_prefix(&*prefix).map(str::to_owned))
    }

    fn definition(&self, key: &str) -> Option<&TagDefinition> {
        let row = self.reader.book.definition(self.kind, key)?;
        row.record.is_tag().then_some(row.record)
    }

    fn value(&self, target: &Target, assignment: &Assignment) -> Result<Value, Text> {
        let Some(field) = target.field else { return self.tag(target, assignment) };
        let value = self.reader.value(field, &assignment.value)?;
        let whole_list = field.shape.is_list() && !target.is_item;
        Ok(if whole_list { Value::List(vec![value]) } else { value })
    }

    fn tag(&self, target: &Target, assignment: &Assignment) -> Result<Value, Text> {
        let key = target.route.keys().iter().rev().find_map(Key::name).unwrap_or_default();
        self.reader.tag(self.definition(key), &assignment.value)
    }

    // An item of a list of groups is given by the field that names it; its `id` is drawn. Where that
    // is no free text, `:` sets the next fields apart: `lines+=erp-cloud:2:48000`.
    fn item(&mut self, target: &Target, assignment: &Assignment) -> Result<Value, Text> {
        let Some(field) = target.field else { return self.tag(target, assignment) };
        if !field.shape.is_list() {
            let key = field.key;
            return Err(say!(
                en: "`{key}` is no list; set it by `{key}=`",
                zh: "`{key}` 不是列表；请用 `{key}=` 设置"
            ));
        }
        let Shape::Group(fields) = field.shape.core() else {
            return self.reader.value(field, &assignment.value);
        };
        let mut pairs = Vec::new();
        if fields.first().is_some_and(|field| field.key == "id") {
            let letter = field.key.chars().next().unwrap_or('i');
            let id = format!("{letter}-{}", suffix(self.entropy, 4));
            pairs.push(("id".to_owned(), Value::plain(id)));
        }
        let own: Vec<&'static Field> = fields.iter().filter(|field| field.key != "id").collect();
        pairs.extend(self.parts(&own, &assignment.value)?);
        let mut item = Value::Map(pairs);
        starts::fill_group(&self.reader, fields, &mut item);
        Ok(item)
    }

    fn parts(&self, fields: &[&'static Field], typed: &str) -> Result<Vec<(String, Value)>, Text> {
        let [first, rest @ ..] = fields else { return Ok(Vec::new()) };
        let whole = self.reader.value(first, typed);
        let parts: Vec<&str> = typed.split([':', '：']).collect();
        // An upgrade cannot be read without its date: its version alone is no item.
        let alone = !rest.iter().any(|field| is_wanted(field));
        let is_text = matches!(first.shape.core(), Shape::Text);
        if alone && (parts.len() < 2 || is_text || whole.is_ok()) {
            return Ok(vec![(first.key.to_owned(), whole?)]);
        }
        if parts.len() > 1 + rest.len() {
            let (n, key) = (1 + rest.len(), first.key);
            return Err(say!(
                en: "`{typed}` has more than {n} parts ({key} first)",
                zh: "`{typed}` 的内容多于 {n} 项（首项为 {key}）"
            ));
        }
        if let Some(lacks) = fields.iter().skip(parts.len()).find(|field| is_wanted(field)) {
            return Err(too_few(fields, lacks));
        }
        let given = fields.iter().zip(parts).filter(|(_, part)| !part.trim().is_empty());
        given
            .map(|(field, part)| Ok((field.key.to_owned(), self.reader.value(field, part)?)))
            .collect()
    }

    fn removal(&self, target: &Target, assignment: &Assignment) -> Result<Edit, Text> {
        let (key, typed) = (&assignment.key, &assignment.value);
        let none = || say!(en: "`{key}` has no `{typed}`", zh: "`{key}` 中没有 `{typed}`");
        let record = self.record.ok_or_else(none)?;
        let wanted = match target.field {
            Some(field) => match naming(field) {
                Some(name) => self.reader.value(name, typed)?.as_text().unwrap_or(typed).to_owned(),
                None => typed.clone(),
            },
            _ => typed.clone(),
        };
        let at = items::position(record, &target.route, &wanted)?.ok_or_else(none)?;
        Ok(Edit::Remove(self.with_what_it_empties(target.route.clone().at(at))))
    }

    // The outermost group or list around `route` that holds nothing else: `next: {}` says nothing.
    fn with_what_it_empties(&self, route: Route) -> Route {
        let Some(record) = self.record else { return route };
        let keys = route.keys();
        let alone = |depth: &usize| View::Group(record).at(&keys[..*depth]).is_some_and(is_single);
        let kept = (1..keys.len()).rev().take_while(alone).last().unwrap_or(keys.len());
        keys[..kept].iter().fold(Route::root(), |route, key| route.with(key.clone()))
    }
}

// What an item is told by: itself, or the reference that names a group. A group with an id or a
// name of its own is told by these as they are typed.
fn naming(field: &'static Field) -> Option<&'static Field> {
    match field.shape.core() {
        Shape::Group(fields) => {
            fields.first().filter(|field| matches!(field.shape, Shape::Ref(_) | Shape::AnyRef))
        }
        _ => Some(field),
    }
}

// What an item cannot be read without, and nothing fills in.
fn is_wanted(field: &Field) -> bool {
    field.required && field.starts == Start::Empty
}

fn too_few(fields: &[&'static Field], lacks: &Field) -> Text {
    let last = fields.iter().rposition(|field| is_wanted(field)).unwrap_or_default();
    let parts = &fields[..=last];
    let keys = parts.iter().map(|field| field.key).collect::<Vec<_>>().join(":");
    let names = parts.iter().map(|field| field.label.zh).collect::<Vec<_>>().join(":");
    Text {
        en: format!("an item is written {keys}; `{}` is missing", lacks.key).into(),
        zh: format!("每项写作 {names}；缺少“{}”", lacks.label.zh).into(),
    }
}

fn is_single(view: View<'_>) -> bool {
    match view {
        View::Group(fields) => {
            let present = |index: &usize| !fields.value(*index).is_absent();
            (0..fields.table().len()).filter(present).count() == 1
        }
        View::List(items) => items.len() == 1,
        View::Tags(tags) => tags.len() == 1,
        _ => false,
    }
}
