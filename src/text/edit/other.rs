//! The second opinion: `serde_yaml` reads a text against data that the tree's parser found in it.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::data::Data;

/// Whether `serde_yaml` reads exactly `data` from `text`. Scalars are compared as the text they
/// stand for, never as numbers. It alone takes the line break off a `|` scalar that ends the file
/// without one, so it gets the text with that line break.
pub(super) fn reads(text: &str, data: &Data) -> bool {
    let closed = if text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") };
    Same(data).deserialize(serde_yaml::Deserializer::from_str(&closed)).is_ok()
}

/// Reads a value and fails unless it is this one.
#[derive(Clone, Copy)]
struct Same<'a>(&'a Data);

impl<'de> DeserializeSeed<'de> for Same<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Same<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the same data")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        agree(*self.0 == Data::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            Data::Null => deserializer.deserialize_map(self),
            Data::Text(_) => deserializer.deserialize_str(self),
            Data::List(_) => deserializer.deserialize_seq(self),
            Data::Map(_) => deserializer.deserialize_map(self),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        agree(matches!(self.0, Data::Text(own) if own == text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut found: A) -> Result<(), A::Error> {
        let Data::List(items) = self.0 else { return agree(false) };
        for item in items {
            agree(found.next_element_seed(Same(item))?.is_some())?;
        }
        agree(found.next_element::<()>()?.is_none())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut found: A) -> Result<(), A::Error> {
        let mut count = 0;
        while let Some(key) = found.next_key::<String>()? {
            let Data::Map(pairs) = self.0 else { return agree(false) };
            let Some(value) = pairs.get(&key) else { return agree(false) };
            found.next_value_seed(Same(value))?;
            count += 1;
        }
        agree(match self.0 {
            Data::Map(pairs) => count == pairs.len(),
            // A record without keys says nothing.
            Data::Null => count == 0,
            _ => false,
        })
    }
}

fn agree<E: Error>(same: bool) -> Result<(), E> {
    if same { Ok(()) } else { Err(E::custom("other data")) }
}
