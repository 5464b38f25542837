//! Data without positions: what an edit puts into a file, and what `emit` writes.

/// A piece of a record as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing: `key:` without a value.
    Null,
    /// A single value.
    Scalar(Scalar),
    /// A list.
    List(Vec<Value>),
    /// A mapping, in its order.
    Map(Vec<(String, Value)>),
}

/// A single value: its text, and whether its type keeps other tools from misreading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text as data, unquoted.
    pub text: String,
    /// Whether the field's type is a number, a date, a truth value or an id: written plain.
    /// Otherwise it is text, quoted wherever YAML could take it for something else.
    pub plain: bool,
}

impl Value {
    /// Free text.
    pub fn text(text: impl Into<String>) -> Value {
        Value::Scalar(Scalar { text: text.into(), plain: false })
    }

    /// A number, date, truth value or id, written without quotes.
    pub fn plain(text: impl ToString) -> Value {
        Value::Scalar(Scalar { text: text.to_string(), plain: true })
    }

    /// A mapping from literal keys.
    pub fn map<const N: usize>(pairs: [(&str, Value); N]) -> Value {
        Value::Map(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// The value under `key` of a mapping.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Map(pairs) => pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The value under `key` of a mapping, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        match self {
            Value::Map(pairs) => {
                pairs.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// Puts a value under `key` of a mapping, in place of what stands there.
    pub fn put(&mut self, key: &str, value: Value) {
        if let Some(slot) = self.get_mut(key) {
            *slot = value;
        } else if let Value::Map(pairs) = self {
            pairs.push((key.to_owned(), value));
        }
    }

    /// Takes away what stands under `key` of a mapping.
    pub fn remove(&mut self, key: &str) {
        if let Value::Map(pairs) = self {
            pairs.retain(|(name, _)| name != key);
        }
    }

    /// The text of a single value.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// Whether it holds nothing: null, or an empty list or mapping.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Scalar(_) => false,
            Value::List(items) => items.is_empty(),
            Value::Map(pairs) => pairs.is_empty(),
        }
    }
}
