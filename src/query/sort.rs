//! Sorting records by what their fields hold.

use std::cmp::Ordering;

use super::path::Path;
use super::walk;
use super::wrong::{Bad, Wrong};
use crate::base::date::{Date, Instant};
use crate::base::decimal::Decimal;
use crate::base::field::{Shape, View};
use crate::base::fold::is_same;
use crate::base::kind::Kind;
use crate::base::width::normalize_width;
use crate::book::{AnyRow, Book};
use crate::say;

/// One key to sort by, as `amount` or `amount:desc`.
#[derive(Clone, Debug)]
pub struct Order {
    path: Path,
    descending: bool,
}

impl Order {
    /// Reads a key to sort records of a kind by.
    ///
    /// # Errors
    /// When there is no such field, or the order is neither `asc` nor `desc`.
    pub fn parse(book: &Book<'_>, kind: Kind, typed: &str) -> Result<Order, Wrong> {
        let narrow = normalize_width(typed.trim());
        let (key, way) = narrow.split_once(':').unwrap_or((&*narrow, "asc"));
        let descending = match way {
            _ if is_same(way, "asc") || way == "升序" => Ok(false),
            _ if is_same(way, "desc") || way == "降序" => Ok(true),
            _ => Err(Bad::new(
                say!(
                    en: "`{way}` is no order; write `{key}:asc` or `{key}:desc`",
                    zh: "`{way}` 不是顺序；请写 `{key}:升序` 或 `{key}:降序`"
                ),
                key.len() + 1..narrow.len(),
            )),
        };
        let order = walk::read(book, kind, key)
            .and_then(|path| Ok(Order { path, descending: descending? }));
        order.map_err(|bad| Wrong::of(bad, &narrow, typed.trim()))
    }

    /// Whether the values that it sorts by are masked in outputs: their order would show them.
    pub fn sensitive(&self) -> bool {
        self.path.sensitive()
    }
}

/// Sorts rows by keys as they are on a day, the first one first; what has no value stands last, rows alike keep their
/// order.
pub fn sort<'b>(book: &'b Book<'b>, rows: &mut Vec<AnyRow<'b>>, orders: &[Order], day: Date) {
    if orders.is_empty() {
        return;
    }
    let keys = |row: AnyRow<'b>| -> Vec<Option<Key<'b>>> {
        orders.iter().map(|order| key(book, row, day, &order.path)).collect()
    };
    let mut keyed: Vec<_> = rows.iter().map(|row| (keys(*row), *row)).collect();
    keyed.sort_by(|(a, _), (b, _)| {
        let pairs = orders.iter().zip(a.iter().zip(b));
        let mut ways = pairs.map(|(order, pair)| compare(pair, order.descending));
        ways.find(|way| way.is_ne()).unwrap_or(Ordering::Equal)
    });
    *rows = keyed.into_iter().map(|(_, row)| row).collect();
}

fn compare(pair: (&Option<Key<'_>>, &Option<Key<'_>>), descending: bool) -> Ordering {
    match pair {
        (Some(a), Some(b)) if descending => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'b> {
    Rank(usize),
    Number(Decimal),
    Day(Date),
    Moment(Instant),
    Text(&'b str),
    Name(String),
}

// The first value; a value of a list by its place there, a record by its name.
fn key<'b>(book: &'b Book<'b>, row: AnyRow<'b>, day: Date, path: &Path) -> Option<Key<'b>> {
    let mut found = None;
    path.any(book, row, day, &mut |view| {
        found = of_view(book, path, view);
        true
    });
    found
}

fn of_view<'b>(book: &Book<'_>, path: &Path, view: View<'b>) -> Option<Key<'b>> {
    let field = path.field();
    Some(match view {
        View::Int(number) => Key::Number(Decimal::from_int(number.into())),
        View::Decimal(number) => Key::Number(number),
        View::Date(date) => Key::Day(date),
        View::Instant(instant) => Key::Moment(instant),
        View::Bool(truth) => Key::Rank(usize::from(truth)),
        View::Ref(kind, id) | View::AnyRef(kind, id) => Key::Name(book.name_of(kind, id)),
        View::Key(key) => match field.map(|field| field.shape.core()) {
            Some(Shape::Choice(choices)) => {
                Key::Rank(choices.iter().position(|choice| choice.key == key)?)
            }
            _ => Key::Text(key),
        },
        View::Text(text) => {
            let list = field.and_then(|field| field.terms);
            let terms = list.map(|list| book.policy().terms(list)).unwrap_or_default();
            let rank = terms.iter().position(|(key, _)| *key == text);
            match (rank, Decimal::parse(text)) {
                (Some(rank), _) => Key::Rank(rank),
                (None, Ok(number)) => Key::Number(number),
                (None, Err(_)) => Key::Text(text),
            }
        }
        View::Absent | View::List(_) | View::Group(_) | View::Tags(_) => return None,
    })
}
