//! A book's own policy over the built-in one.

use crate::base::value::Value;

/// `own` over `default`: maps merge by key, everything else replaces whole.
pub fn over(default: &Value, own: &Value) -> Value {
    let (Value::Map(below), Value::Map(above)) = (default, own) else { return own.clone() };
    let mut merged: Vec<(String, Value)> = below
        .iter()
        .map(|(key, value)| {
            let value = own.get(key).map_or_else(|| value.clone(), |mine| over(value, mine));
            (key.clone(), value)
        })
        .collect();
    merged.extend(above.iter().filter(|(key, _)| default.get(key).is_none()).cloned());
    Value::Map(merged)
}
