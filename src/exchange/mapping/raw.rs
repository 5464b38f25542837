//! The mapping file as it is typed.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use crate::base::decimal::Decimal;
use crate::base::kind::Spread;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    pub(super) kind: String,
    pub(super) key: Texts,
    pub(super) key_by: Option<KeyBy>,
    #[serde(default)]
    pub(super) without_key: WithoutKey,
    pub(super) id: Option<RawId>,
    pub(super) folder: Option<Spread>,
    pub(super) duplicates: Option<Duplicates>,
    pub(super) delimiter: Option<String>,
    pub(super) encoding: Option<String>,
    #[serde(default)]
    pub(super) headers: Texts,
    #[serde(default)]
    pub(super) nulls: Texts,
    #[serde(default)]
    pub(super) date: Texts,
    #[serde(default)]
    pub(super) constants: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) made: BTreeMap<String, RawMade>,
    #[serde(default)]
    pub(super) columns: BTreeMap<String, RawColumn>,
    #[serde(default)]
    pub(super) moves: Vec<RawMove>,
    pub(super) closed: Option<RawClosed>,
    #[serde(default)]
    pub(super) also: Vec<RawAlso>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAlso {
    pub(super) kind: String,
    pub(super) key: Texts,
    pub(super) id: Option<RawId>,
    pub(super) folder: Option<Spread>,
    #[serde(default)]
    pub(super) constants: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) columns: BTreeMap<String, RawColumn>,
    #[serde(default)]
    pub(super) moves: Vec<RawMove>,
    pub(super) closed: Option<RawClosed>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawId {
    pub(super) slug: Option<String>,
    pub(super) column: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawColumn {
    pub(super) field: Option<String>,
    #[serde(default)]
    pub(super) fields: Texts,
    #[serde(default)]
    pub(super) date: Texts,
    pub(super) scale: Option<Decimal>,
    pub(super) split: Option<String>,
    #[serde(default)]
    pub(super) aliases: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) values: BTreeMap<String, Meaning>,
    #[serde(default)]
    pub(super) empty: Empty,
    #[serde(default)]
    pub(super) ignore: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMade {
    pub(super) text: Option<String>,
    pub(super) by: Option<String>,
    pub(super) take: Option<String>,
    pub(super) number: Option<String>,
    pub(super) less: Option<String>,
    pub(super) less_percent: Option<String>,
    pub(super) per: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMove {
    pub(super) on: String,
    pub(super) by: Option<String>,
    pub(super) stage: Option<String>,
    pub(super) outcome: Option<String>,
    pub(super) status: Option<String>,
    pub(super) reason: Option<String>,
    #[serde(default)]
    pub(super) copy: Texts,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawClosed {
    pub(super) on: String,
    pub(super) by: Option<String>,
    pub(super) amount: Option<String>,
}

/// How several columns make a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum KeyBy {
    /// All of them together.
    All,
    /// The first that is not empty.
    First,
}

/// What becomes of a row without a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::exchange) enum WithoutKey {
    /// It is refused: nothing tells it apart.
    #[default]
    Refuse,
    /// It is of no matter here, and counted.
    Skip,
}

/// What becomes of a row whose name another record bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Duplicates {
    /// It is refused with that record named.
    Refuse,
    /// It is another record.
    Create,
}

/// What an empty cell means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::exchange) enum Empty {
    /// Nothing: the field is left out, or stays as it is.
    #[default]
    Skip,
    /// The value is gone: an update takes the field out.
    Clear,
    /// A fault: the row is refused.
    Refuse,
}

/// One text or several.
#[derive(Debug, Default)]
pub(super) struct Texts(pub(super) Vec<String>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Texts, D::Error> {
        decoder.deserialize_any(TextsVisitor)
    }
}

struct TextsVisitor;

impl<'de> Visitor<'de> for TextsVisitor {
    type Value = Texts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            &crate::say!(en: "one text or a list of texts", zh: "一个文本或文本列表").pack(),
        )
    }

    fn visit_str<E>(self, text: &str) -> Result<Texts, E> {
        Ok(Texts(vec![text.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Texts, A::Error> {
        let mut texts = Vec::new();
        while let Some(text) = items.next_element()? {
            texts.push(text);
        }
        Ok(Texts(texts))
    }
}

/// What one value of a column means.
#[derive(Debug)]
pub(super) enum Meaning {
    /// Another value for the fields of the column.
    Value(String),
    /// Values for fields of their own.
    Fields(Vec<(String, String)>),
}

impl<'de> Deserialize<'de> for Meaning {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Meaning, D::Error> {
        decoder.deserialize_any(MeaningVisitor)
    }
}

struct MeaningVisitor;

impl<'de> Visitor<'de> for MeaningVisitor {
    type Value = Meaning;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::say!(en: "a value or a table of fields", zh: "一个值或字段表").pack())
    }

    fn visit_str<E>(self, text: &str) -> Result<Meaning, E> {
        Ok(Meaning::Value(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Meaning, A::Error> {
        let mut fields = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            fields.push(entry);
        }
        Ok(Meaning::Fields(fields))
    }
}
