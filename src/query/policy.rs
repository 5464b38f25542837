//! The queries that stand in the policy: every record is asked them, so each is read once for a book.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::{Asker, Query};
use crate::base::date::Date;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::book::Book;

type Read = Result<Arc<Query>, Text>;

/// What was read of the policy of a book, by kind and day, and by its text.
#[derive(Default)]
struct Known(RwLock<HashMap<(Kind, Date), HashMap<String, Read>>>);

impl Query {
    /// A query of the policy over records of `kind`, on a day, with nobody who asks.
    ///
    /// # Errors
    /// When a field, value, period, amount or view is not known.
    pub fn of_policy(book: &Book<'_>, kind: Kind, typed: &str, today: Date) -> Read {
        let Known(known) = book.queries().get();
        // What a reader that panicked has left is whole: entries are only ever added.
        let all = known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(read) = all.get(&(kind, today)).and_then(|of_day| of_day.get(typed)) {
            return read.clone();
        }
        drop(all);
        let asker = Asker { me: None, today, sure: false };
        let read: Read = match Query::parse(book, kind, &[typed.to_owned()], asker) {
            Ok(query) => Ok(Arc::new(query)),
            Err(why) => Err(why.into()),
        };
        let mut all = known.write().unwrap_or_else(PoisonError::into_inner);
        all.entry((kind, today)).or_default().insert(typed.to_owned(), read.clone());
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    #[test]
    fn a_query_of_the_policy_is_read_once_for_a_kind_and_a_day() {
        let tree = Memory::new([("leads/lead-1.yaml", "name: A\ngrade: high\n")]);
        let book = Book::open(&tree).unwrap();
        let day = |text: &str| Date::parse_iso(text).unwrap();
        let of = |kind, typed, on| Query::of_policy(&book, kind, typed, day(on));
        let first = of(Kind::Lead, "grade:high", "2026-11-21").unwrap();
        assert!(Arc::ptr_eq(&first, &of(Kind::Lead, "grade:high", "2026-11-21").unwrap()));
        assert!(!Arc::ptr_eq(&first, &of(Kind::Lead, "grade:high", "2026-11-22").unwrap()));
        // What does not fit one kind may fit another; faults are kept as well.
        for _ in 0..2 {
            assert!(of(Kind::Customer, "grade:high", "2026-11-21").is_err());
        }
    }
}
