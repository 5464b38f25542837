//! Routes: the way to a value inside a record, never its bytes.

use std::fmt;

/// One step of a [`Route`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A key of a mapping, or the `id` of an item in a list that is keyed by `id`.
    Name(Box<str>),
    /// The position of an item in a list, from 0.
    Index(usize),
}

impl Key {
    /// The name, where this step is one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Key::Name(name) => Some(name),
            Key::Index(_) => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Name(name) => f.write_str(name),
            Key::Index(index) => write!(f, "{index}"),
        }
    }
}

/// The way to a value: `needs.budget.max`, `moves.2.on`, `contacts.c-7k3q.phone`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Vec<Key>);

impl Route {
    /// The record itself.
    pub const fn root() -> Route {
        Route(Vec::new())
    }

    /// The top-level key `name`.
    pub fn name(name: &str) -> Route {
        Route::root().then(name)
    }

    /// Reads the dotted form. A step of digits is a position; a tag key may hold any other character.
    pub fn parse(dotted: &str) -> Route {
        if dotted.is_empty() {
            return Route::root();
        }
        Route(dotted.split('.').map(parse_key).collect())
    }

    /// This route with one more name.
    #[must_use]
    pub fn then(mut self, name: &str) -> Route {
        self.0.push(Key::Name(name.into()));
        self
    }

    /// This route with one more position.
    #[must_use]
    pub fn at(mut self, index: usize) -> Route {
        self.0.push(Key::Index(index));
        self
    }

    /// This route with one more step.
    #[must_use]
    pub fn with(mut self, key: Key) -> Route {
        self.0.push(key);
        self
    }

    /// The steps, outermost first.
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// The route of the mapping or list around the value, and the value's own key.
    pub fn split_last(&self) -> Option<(Route, &Key)> {
        let (last, head) = self.0.split_last()?;
        Some((Route(head.to_vec()), last))
    }

    /// The top-level key.
    pub fn head(&self) -> Option<&str> {
        self.0.first().and_then(Key::name)
    }

    /// Whether this is the record itself.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Appends a step in place: for walks that go down and up again.
    pub fn push(&mut self, key: Key) {
        self.0.push(key);
    }

    /// Takes the last step off again.
    pub fn pop(&mut self) {
        self.0.pop();
    }
}

fn parse_key(step: &str) -> Key {
    match step.parse() {
        Ok(index) if step.bytes().all(|b| b.is_ascii_digit()) => Key::Index(index),
        _ => Key::Name(step.into()),
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, key) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(".")?;
            }
            write!(f, "{key}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dotted_form_round_trips() {
        for dotted in ["", "amount", "needs.budget.max", "moves.2.on", "contacts.c-7k3q.phone"] {
            assert_eq!(Route::parse(dotted).to_string(), dotted);
        }
    }

    #[test]
    fn digits_are_positions() {
        assert_eq!(Route::parse("moves.2"), Route::name("moves").at(2));
        assert_eq!(Route::parse("a.2b"), Route::name("a").then("2b"));
    }
}
