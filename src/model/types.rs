//! The types that fields are made of, each knowing its shape and its uniform view.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::Record;
use crate::base::currency::Currency;
use crate::base::date::{Date, Instant};
use crate::base::decimal::Decimal;
use crate::base::field::{Items, Node, Shape, Tag, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::scalar;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::say;

macro_rules! nodes {
    ($($ty:ty => $shape:ident, |$this:ident| $view:expr;)*) => {$(
        impl Node for $ty {
            const SHAPE: Shape = Shape::$shape;

            fn view(&self) -> View<'_> {
                let $this = self;
                $view
            }
        }
    )*};
}

nodes! {
    String => Text, |text| View::Text(text);
    Term => Term, |term| View::Text(term);
    bool => Bool, |truth| View::Bool(*truth);
    i64 => Int, |number| View::Int(*number);
    Decimal => Decimal, |number| View::Decimal(*number);
    Date => Date, |date| View::Date(*date);
    Instant => Instant, |instant| View::Instant(*instant);
    Currency => Currency, |currency| View::Text(currency.code());
    Span => Period, |span| View::Text(span.key());
    Id => Text, |id| View::Text(id);
}

impl<T: Node> Node for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const OPTIONAL: bool = true;

    fn view(&self) -> View<'_> {
        self.as_ref().map_or(View::Absent, Node::view)
    }
}

impl<T: Node> Node for Box<T> {
    const SHAPE: Shape = T::SHAPE;

    fn view(&self) -> View<'_> {
        (**self).view()
    }
}

/// A key of one of the policy's lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(transparent)]
pub struct Term(Box<str>);

impl Deref for Term {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Term {
    fn from(key: &str) -> Term {
        Term(key.into())
    }
}

/// The id of a record of kind `R`.
pub struct Ref<R> {
    id: Id,
    kind: PhantomData<fn() -> R>,
}

impl<R> Ref<R> {
    /// A reference to the record `id`.
    pub const fn new(id: Id) -> Ref<R> {
        Ref { id, kind: PhantomData }
    }
}

impl<R> Deref for Ref<R> {
    type Target = Id;

    fn deref(&self) -> &Id {
        &self.id
    }
}

impl<R> Clone for Ref<R> {
    fn clone(&self) -> Ref<R> {
        Ref::new(self.id.clone())
    }
}

impl<R> fmt::Debug for Ref<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.id, f)
    }
}

impl<'de, R> Deserialize<'de> for Ref<R> {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Ref<R>, D::Error> {
        Id::deserialize(decoder).map(Ref::new)
    }
}

impl<R: Record> Node for Ref<R> {
    const SHAPE: Shape = Shape::Ref(R::KIND);

    fn view(&self) -> View<'_> {
        View::Ref(R::KIND, &self.id)
    }
}

/// A record of any kind, written `customer/beijingxingchenkeji`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyRef {
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub id: Id,
}

impl AnyRef {
    /// Reads `kind/id`.
    ///
    /// # Errors
    /// When it is not of that form.
    pub fn parse(text: &str) -> Result<AnyRef, Text> {
        let parts = text.split_once('/');
        let kind = parts.and_then(|(key, _)| Kind::ALL.into_iter().find(|kind| kind.key() == key));
        match (kind, parts) {
            (Some(kind), Some((_, id))) => Ok(AnyRef { kind, id: Id::parse(id)? }),
            _ => Err(say!(
                en: "`{text}` does not name a record; write its kind and id, such as `customer/acme`",
                zh: "`{text}` 未指明记录；请写明类型和编号，如 `customer/acme`"
            )),
        }
    }
}

impl<'de> Deserialize<'de> for AnyRef {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<AnyRef, D::Error> {
        scalar::deserialize(decoder, AnyRef::parse)
    }
}

impl Node for AnyRef {
    const SHAPE: Shape = Shape::AnyRef;

    fn view(&self) -> View<'_> {
        View::AnyRef(self.kind, &self.id)
    }
}

/// A value that every output masks unless asked to reveal it.
#[derive(Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(transparent)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// The value, for what does not show it.
    pub const fn reveal(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl<T: Node + 'static> Node for Secret<T> {
    const SHAPE: Shape = Shape::Secret(&T::SHAPE);

    fn view(&self) -> View<'_> {
        self.0.view()
    }
}

/// A list; missing and empty are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T>(Vec<T>);

impl<T> Default for List<T> {
    fn default() -> List<T> {
        List(Vec::new())
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> List<T> {
        List(items)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<List<T>, D::Error> {
        decoder.deserialize_option(ListVisitor(PhantomData))
    }
}

// Visited as an option, so that serde takes a missing key for an empty list.
struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_none<E>(self) -> Result<List<T>, E> {
        Ok(List(Vec::new()))
    }

    fn visit_some<D: Deserializer<'de>>(self, decoder: D) -> Result<List<T>, D::Error> {
        decoder.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<List<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        list.shrink_to_fit();
        Ok(List(list))
    }
}

impl<T: Node + Sync + 'static> Node for List<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const OPTIONAL: bool = true;

    fn view(&self) -> View<'_> {
        if self.0.is_empty() { View::Absent } else { View::List(self) }
    }
}

impl<T: Node + Sync> Items for List<T> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn at(&self, index: usize) -> View<'_> {
        self.0.get(index).map_or(View::Absent, Node::view)
    }
}

/// The tags of a record: what the core fields do not say (TAG-3.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags(BTreeMap<String, Tag>);

impl Deref for Tags {
    type Target = BTreeMap<String, Tag>;

    fn deref(&self) -> &BTreeMap<String, Tag> {
        &self.0
    }
}

impl Tags {
    /// The values of the tag `key`; none where it is missing.
    pub fn values(&self, key: &str) -> &[String] {
        self.0.get(key).map_or(&[], Tag::values)
    }
}

impl Node for Tags {
    const SHAPE: Shape = Shape::Tags;
    const OPTIONAL: bool = true;

    fn view(&self) -> View<'_> {
        if self.0.is_empty() { View::Absent } else { View::Tags(&self.0) }
    }
}

impl<'de> Deserialize<'de> for Tags {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Tags, D::Error> {
        decoder.deserialize_option(TagsVisitor)
    }
}

struct TagsVisitor;

impl<'de> Visitor<'de> for TagsVisitor {
    type Value = Tags;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a group of tags")
    }

    fn visit_none<E>(self) -> Result<Tags, E> {
        Ok(Tags::default())
    }

    fn visit_some<D: Deserializer<'de>>(self, decoder: D) -> Result<Tags, D::Error> {
        decoder.deserialize_map(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tags, A::Error> {
        let mut tags = BTreeMap::new();
        while let Some(key) = entries.next_key::<String>()? {
            if let Some(TagValue(tag)) = entries.next_value::<Option<TagValue>>()? {
                tags.insert(key, tag);
            }
        }
        Ok(Tags(tags))
    }
}

struct TagValue(Tag);

impl<'de> Deserialize<'de> for TagValue {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<TagValue, D::Error> {
        decoder.deserialize_any(TagVisitor)
    }
}

struct TagVisitor;

impl<'de> Visitor<'de> for TagVisitor {
    type Value = TagValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = say!(
            en: "a tag holds one value or a list of values",
            zh: "标签的值应为单个值或值的列表"
        );
        f.write_str(&text.pack())
    }

    fn visit_str<E>(self, value: &str) -> Result<TagValue, E> {
        Ok(TagValue(Tag::One(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<TagValue, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = items.next_element()? {
            values.push(value);
        }
        Ok(TagValue(Tag::Many(values)))
    }

    fn visit_map<A: MapAccess<'de>>(self, _entries: A) -> Result<TagValue, A::Error> {
        let text = say!(
            en: "a tag holds one value or a list of values",
            zh: "标签的值应为单个值或值的列表"
        );
        Err(serde::de::Error::custom(text.pack()))
    }
}

impl Kind {
    /// The field table of the kind's records.
    pub const fn fields(self) -> &'static [crate::base::field::Field] {
        super::fields_of(self)
    }

    /// The field `key` of the kind's records.
    pub fn field(self, key: &str) -> Option<&'static crate::base::field::Field> {
        self.fields().iter().find(|field| field.key == key)
    }
}
