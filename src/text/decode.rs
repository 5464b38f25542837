//! Trees into typed values, with every fault of the file.
//!
//! A serde `Deserializer` over the tree whose error knows the faulty node. After an error that
//! node is left out and decoding is tried again, so the types that load are the types that judge.

mod error;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::fault::Fault;
use super::tree::{Node, Shape, Tree};
use crate::say;
use error::Error;

/// At most this many faults of one file are told.
pub const MAX_FAULTS: usize = 100;

/// Decodes a tree. The value is there unless something without which it cannot be read is missing.
pub fn decode<T: for<'t> Deserialize<'t>>(tree: &Tree<'_>) -> (Option<T>, Vec<Fault>) {
    // Sorted: a file may repeat a key a hundred thousand times.
    let mut left_out: Vec<u32> = Vec::new();
    let mut faults = Vec::new();
    let Some(root) = tree.root() else {
        return (None, vec![empty_file()]);
    };
    while faults.len() < MAX_FAULTS && left_out.len() < MAX_FAULTS {
        match T::deserialize(Decoder { node: root, left_out: &left_out }) {
            Ok(value) => return (Some(value), faults),
            Err(error) => {
                let node = error.node.map_or(root, |index| tree.node(index));
                // The reading of the text has told of repeated keys; here the first one holds.
                let repeated = error.repeated(node);
                if !repeated.is_empty() {
                    left_out.extend(repeated);
                    left_out.sort_unstable();
                    continue;
                }
                if !error.follows_from(node, &left_out) {
                    faults.push(error.fault(node));
                }
                match left_out.binary_search(&node.index()) {
                    Err(at) if node.index() != 0 => left_out.insert(at, node.index()),
                    _ => break,
                }
            }
        }
    }
    (None, faults)
}

fn empty_file() -> Fault {
    Fault::at("empty-file", 0, 0, say!(en: "the file is empty", zh: "文件为空"))
}

#[derive(Clone, Copy)]
struct Decoder<'t> {
    node: Node<'t>,
    left_out: &'t [u32],
}

impl<'t> Decoder<'t> {
    fn scalar(self) -> Result<&'t str, Error> {
        if self.node.shape() != Shape::Scalar || self.node.is_null() {
            return Err(Error::wrong_type(self.node, say!(en: "a single value", zh: "单个值")));
        }
        Ok(self.node.text())
    }

    fn integer<T: std::str::FromStr>(self) -> Result<T, Error> {
        let whole = || Error::wrong_type(self.node, say!(en: "a whole number", zh: "整数"));
        self.scalar()?.parse().map_err(|_| whole())
    }

    fn children(self) -> Children<'t> {
        let index = self.node.index() + 1;
        Children { parent: self.node, index, value: None, left_out: self.left_out }
    }
}

macro_rules! integers {
    ($($method:ident => $visit:ident),* $(,)?) => {$(
        fn $method<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(self.integer()?)
        }
    )*};
}

impl<'t> Deserializer<'t> for Decoder<'t> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.shape() {
            Shape::Map => self.deserialize_map(visitor),
            Shape::List => self.deserialize_seq(visitor),
            Shape::Scalar if self.node.is_null() => visitor.visit_unit(),
            Shape::Scalar => visitor.visit_borrowed_str(self.node.text()),
        }
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.scalar()? {
            "true" | "True" | "TRUE" => visitor.visit_bool(true),
            "false" | "False" | "FALSE" => visitor.visit_bool(false),
            _ => Err(Error::wrong_type(
                self.node,
                say!(en: "`true` or `false`", zh: "`true` 或 `false`"),
            )),
        }
    }

    integers! {
        deserialize_i8 => visit_i8, deserialize_i16 => visit_i16,
        deserialize_i32 => visit_i32, deserialize_i64 => visit_i64,
        deserialize_u8 => visit_u8, deserialize_u16 => visit_u16,
        deserialize_u32 => visit_u32, deserialize_u64 => visit_u64,
    }

    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.scalar()?)
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.node.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.node.shape() != Shape::List && !self.node.is_null() {
            return Err(Error::wrong_type(self.node, say!(en: "a list", zh: "列表")));
        }
        visitor.visit_seq(self.children())
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.node.shape() != Shape::Map && !self.node.is_null() {
            return Err(Error::wrong_type(self.node, say!(en: "a group of keys", zh: "一组键")));
        }
        visitor.visit_map(self.children())
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.scalar()?;
        visitor.visit_enum(Variant(self))
    }

    fn deserialize_ignored_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        <W: Visitor<'t>>
        f32 f64 unit unit_struct bytes byte_buf tuple tuple_struct
    }

    fn deserialize_char<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.node.text())
    }
}

struct Variant<'t>(Decoder<'t>);

impl<'t> EnumAccess<'t> for Variant<'t> {
    type Error = Error;
    type Variant = Variant<'t>;

    fn variant_seed<S: DeserializeSeed<'t>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Variant<'t>), Error> {
        Ok((seed.deserialize(self.0.node.text().into_deserializer())?, self))
    }
}

impl<'t> VariantAccess<'t> for Variant<'t> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'t>>(self, _seed: S) -> Result<S::Value, Error> {
        Err(Error::wrong_type(self.0.node, say!(en: "a single value", zh: "单个值")))
    }

    fn tuple_variant<V: Visitor<'t>>(self, _len: usize, _: V) -> Result<V::Value, Error> {
        Err(Error::wrong_type(self.0.node, say!(en: "a single value", zh: "单个值")))
    }

    fn struct_variant<V: Visitor<'t>>(
        self,
        _fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        Err(Error::wrong_type(self.0.node, say!(en: "a single value", zh: "单个值")))
    }
}

struct Children<'t> {
    parent: Node<'t>,
    index: u32,
    value: Option<Node<'t>>,
    left_out: &'t [u32],
}

impl<'t> Children<'t> {
    fn take(&mut self) -> Option<Node<'t>> {
        if self.index >= self.parent.next() {
            return None;
        }
        let node = self.parent.tree().node(self.index);
        self.index = node.next();
        Some(node)
    }

    fn is_left_out(&self, node: Node<'_>) -> bool {
        !self.left_out.is_empty() && self.left_out.binary_search(&node.index()).is_ok()
    }

    fn decode<S: DeserializeSeed<'t>>(&self, seed: S, node: Node<'t>) -> Result<S::Value, Error> {
        let decoder = Decoder { node, left_out: self.left_out };
        seed.deserialize(decoder).map_err(|error| error.at(node))
    }
}

impl<'t> SeqAccess<'t> for Children<'t> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        while let Some(item) = self.take() {
            if !self.is_left_out(item) {
                return self.decode(seed, item).map(Some);
            }
        }
        Ok(None)
    }
}

impl<'t> MapAccess<'t> for Children<'t> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        while let Some(key) = self.take() {
            self.value = self.take();
            let value_out = self.value.is_some_and(|value| self.is_left_out(value));
            if !value_out && !self.is_left_out(key) {
                return self.decode(seed, key).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let value = self.value.take().unwrap_or(self.parent);
        self.decode(seed, value)
    }
}
