//! One way from the text of a file to a typed value.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};

use super::text::Text;

/// Decodes a value from its text by `parse`, keeping both languages of a refusal.
///
/// Asks for text, never for a number: a number would arrive as a float, and not as written.
///
/// # Errors
/// What `parse` says, packed by [`Text::pack`].
pub fn deserialize<'de, T, D: Deserializer<'de>>(
    decoder: D,
    parse: fn(&str) -> Result<T, Text>,
) -> Result<T, D::Error> {
    decoder.deserialize_str(Parsed { parse })
}

struct Parsed<T> {
    parse: fn(&str) -> Result<T, Text>,
}

impl<T> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a single value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).map_err(|refusal| E::custom(refusal.pack()))
    }
}
