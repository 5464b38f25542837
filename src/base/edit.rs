//! Edits: what is to change in one record, as data. `text::edit` carries them out on the bytes.

use super::route::Route;
use super::value::Value;

/// One change to one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Puts `value` at `route`, in place of what stands there or as a new key.
    Set(Route, Value),
    /// Adds `value` to the list at `route`, which comes into being where it is missing.
    Append(Route, Value),
    /// Takes the key or the list item at `route` out.
    Remove(Route),
}

impl Edit {
    /// The route that changes.
    pub fn route(&self) -> &Route {
        match self {
            Edit::Set(route, _) | Edit::Append(route, _) | Edit::Remove(route) => route,
        }
    }
}
