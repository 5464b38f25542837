//! Who acts, and what of them stands in the records.

use super::Refusal;
use crate::base::date::{Date, Instant};
use crate::base::id::{Entropy, Id};
use crate::base::value::Value;
use crate::say;

/// Who acts, and when.
pub struct Actor<'a> {
    /// The member; `None` where nobody knows.
    pub me: Option<&'a Id>,
    /// The moment.
    pub now: Instant,
    /// The day in the book's zone.
    pub today: Date,
    /// Where random ids come from.
    pub entropy: &'a mut dyn Entropy,
}

impl Actor<'_> {
    /// Refuses where nobody is known to act: moves name who took them.
    ///
    /// # Errors
    /// With how to say it.
    pub fn known(&self) -> Result<(), Refusal> {
        match self.me {
            Some(_) => Ok(()),
            None => {
                let why = say!(en: "who does this? say `--as MEMBER`", zh: "是谁办理？请用 `--as 成员` 说明");
                Err(why.into())
            }
        }
    }

    /// An item of `moves`: the day, who acts, and what changes.
    pub fn step<'k>(&self, what: impl IntoIterator<Item = (&'k str, Value)>) -> Value {
        let mut pairs = vec![("on".to_owned(), Value::plain(self.today))];
        pairs.extend(self.me.map(|me| ("by".to_owned(), Value::plain(me))));
        pairs.extend(what.into_iter().map(|(key, value)| (key.to_owned(), value)));
        Value::Map(pairs)
    }
}
