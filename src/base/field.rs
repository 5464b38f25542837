//! Fields: what the table of a record kind says of each of its keys, and the uniform view of values.
//!
//! One table a kind stands with its struct in `model`. Everything that walks a record (emit, fmt,
//! `set`, `list`, JSON, CSV, references, queries, `schema`, docs) reads it and repeats nothing.

use std::collections::BTreeMap;

use super::date::{Date, Instant};
use super::decimal::Decimal;
use super::id::Id;
use super::kind::Kind;
use super::route::Key;
use super::text::Label;
pub use super::vocabulary::Vocabulary;

/// One key of a record or of a group inside it.
#[derive(Debug)]
pub struct Field {
    /// The key in the file.
    pub key: &'static str,
    /// The name for people.
    pub label: Label,
    /// Other names that people use, in either language: headers of tables, typed keys. They, keys
    /// and labels differ within a table.
    pub aliases: &'static [&'static str],
    /// What it says, units included.
    pub doc: Label,
    /// What values it takes.
    pub shape: Shape,
    /// The policy clauses that ask for it.
    pub clauses: &'static [&'static str],
    /// The list of the policy that its values come from.
    pub terms: Option<Vocabulary>,
    /// The command that owns the field; `set` refuses it by that name.
    pub via: Option<&'static str>,
    /// Whether a file without it cannot be read.
    pub required: bool,
    /// Whether it stands apart by a blank line, so that concurrent edits merge as text.
    pub apart: bool,
    /// Whether its items, or it itself, are written as one-line mappings.
    pub inline: bool,
    /// The key that tells the items of its list apart (`id`, `on`), for merging and addressing.
    pub list_key: Option<&'static str>,
    /// What a new record has in it where nothing is said.
    pub starts: Start,
    /// With which of its values nothing is left to do with the record.
    pub ends: Ends,
}

impl Field {
    /// The first of its choices: where records of a life begin.
    pub fn first(&self) -> Option<&'static str> {
        match self.shape.core() {
            Shape::Choice(choices) => choices.first().map(|choice| choice.key),
            _ => None,
        }
    }

    /// A field that asks for nothing special; the `fields!` macro fills in the rest.
    pub const PLAIN: Field = Field {
        key: "",
        label: Label::new("", ""),
        aliases: &[],
        doc: Label::new("", ""),
        shape: Shape::Text,
        clauses: &[],
        terms: None,
        via: None,
        required: false,
        apart: false,
        inline: false,
        list_key: None,
        starts: Start::Empty,
        ends: Ends::Never,
    };

    /// The value `key` of an enumeration that code branches on, with its name.
    pub fn choice(&self, key: &str) -> Option<&'static Choice> {
        match self.shape.core() {
            Shape::Choice(choices) => choices.iter().find(|choice| choice.key == key),
            _ => None,
        }
    }

    /// Whether the value must be masked in every output ((r) in the domain's tables).
    pub fn sensitive(&self) -> bool {
        matches!(self.shape, Shape::Secret(_))
    }
}

/// The field that a route of keys leads to, through groups.
pub fn find<'k>(
    mut table: &'static [Field],
    route: impl Iterator<Item = &'k str>,
) -> Option<&'static Field> {
    let mut found = None;
    for key in route {
        let field = table.iter().find(|field| field.key == key)?;
        found = Some(field);
        table = match field.shape {
            Shape::Group(fields) => fields,
            _ => &[],
        };
    }
    found
}

/// What a new record has in a field where nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Nothing.
    Empty,
    /// The member who adds it.
    Me,
    /// The day. A file is spread over folders by it.
    Today,
    /// The moment. A step dated back counts from the beginning of its day.
    Now,
    /// The first of its values.
    First,
    /// What a record that it refers to has under the same key: the customer of an order is its
    /// contract's.
    Carried,
}

/// With which values of a field nothing is left to do with its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// With none.
    Never,
    /// With any.
    Any,
    /// With these.
    At(&'static [&'static str]),
}

/// What stands in place of a sensitive value.
pub const MASK: &str = "***";

/// What values a field takes.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Free text.
    Text,
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Int,
    /// A decimal number, kept as written.
    Decimal,
    /// A calendar date.
    Date,
    /// A moment with its offset.
    Instant,
    /// A month, quarter or year, by its key: `2026-11`.
    Period,
    /// An ISO 4217 currency code.
    Currency,
    /// A key of one of the policy's lists; the field's `terms` says which.
    Term,
    /// One of the values that code branches on.
    Choice(&'static [Choice]),
    /// The id of a record of the kind.
    Ref(Kind),
    /// A record of any kind, as `kind/id`.
    AnyRef,
    /// A value masked in every output.
    Secret(&'static Shape),
    /// A list.
    List(&'static Shape),
    /// A group of fields.
    Group(&'static [Field]),
    /// The map of tags.
    Tags,
}

impl Shape {
    /// The shape without secrecy and without the list around it.
    pub fn core(self) -> Shape {
        match self {
            Shape::Secret(inner) | Shape::List(inner) => inner.core(),
            other => other,
        }
    }

    /// Whether the value is a list.
    pub fn is_list(self) -> bool {
        match self {
            Shape::Secret(inner) => inner.is_list(),
            Shape::List(_) => true,
            _ => false,
        }
    }

    /// Whether a reference may stand in it.
    pub fn may_refer(self) -> bool {
        match self {
            Shape::Ref(_) | Shape::AnyRef => true,
            Shape::Secret(inner) | Shape::List(inner) => inner.may_refer(),
            Shape::Group(fields) => fields.iter().any(|field| field.shape.may_refer()),
            _ => false,
        }
    }

    /// Whether a value is written without quotes because its type is known not to be text.
    pub fn is_plain(self) -> bool {
        !matches!(self.core(), Shape::Text | Shape::Group(_) | Shape::Tags)
    }
}

/// One value of an enumeration that code branches on.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The key in the file.
    pub key: &'static str,
    /// The name for people.
    pub label: Label,
}

/// A value of a record, borrowed and uniform.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// Not there.
    Absent,
    /// Text, a term or an id without a kind.
    Text(&'a str),
    /// A key of an enumeration.
    Key(&'static str),
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A decimal number.
    Decimal(Decimal),
    /// A date.
    Date(Date),
    /// A moment.
    Instant(Instant),
    /// A reference.
    Ref(Kind, &'a Id),
    /// A record of any kind, written with its kind.
    AnyRef(Kind, &'a Id),
    /// A list.
    List(&'a dyn Items),
    /// A group of fields.
    Group(&'a dyn Fields),
    /// The map of tags.
    Tags(&'a BTreeMap<String, Tag>),
}

impl<'a> View<'a> {
    /// What stands at a route below: by the keys of groups, by the positions and ids of items. Tags
    /// are no views; nothing is found inside them.
    pub fn at(self, route: &[Key]) -> Option<View<'a>> {
        route.iter().try_fold(self, |view, key| match (view, key) {
            (View::Group(fields), Key::Name(name)) => Some(fields.get(name)),
            (View::List(items), Key::Index(at)) => (*at < items.len()).then(|| items.at(*at)),
            (View::List(items), Key::Name(id)) => item(items, id),
            _ => None,
        })
    }

    /// Whether nothing stands there, an empty list or map included.
    pub fn is_absent(&self) -> bool {
        match self {
            View::Absent => true,
            View::List(items) => items.is_empty(),
            View::Tags(tags) => tags.is_empty(),
            View::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

// The item of a list that has the id.
fn item<'a>(items: &'a dyn Items, id: &str) -> Option<View<'a>> {
    let is_it = |view: &View<'_>| match view {
        View::Group(fields) => matches!(fields.get("id"), View::Text(known) if known == id),
        _ => false,
    };
    (0..items.len()).map(|at| items.at(at)).find(is_it)
}

/// The value of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tag {
    /// One value.
    One(String),
    /// Several values.
    Many(Vec<String>),
}

impl Tag {
    /// The values, one or many.
    pub fn values(&self) -> &[String] {
        match self {
            Tag::One(value) => std::slice::from_ref(value),
            Tag::Many(values) => values,
        }
    }
}

/// A struct with a field table.
pub trait Fields: Sync {
    /// The table, in canonical order.
    fn table(&self) -> &'static [Field];
    /// The value of the field at `index` of the table.
    fn value(&self, index: usize) -> View<'_>;

    /// The value under the top-level `key`.
    fn get(&self, key: &str) -> View<'_> {
        match self.table().iter().position(|field| field.key == key) {
            Some(index) => self.value(index),
            None => View::Absent,
        }
    }
}

/// A list, seen item by item.
pub trait Items: Sync {
    /// How many items.
    fn len(&self) -> usize;
    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The item at `index`, which is below `len`.
    fn at(&self, index: usize) -> View<'_>;
}

/// A type that may stand in a field.
pub trait Node {
    /// What values it takes.
    const SHAPE: Shape;
    /// Whether a record can do without it.
    const OPTIONAL: bool = false;
    /// The value.
    fn view(&self) -> View<'_>;
}
