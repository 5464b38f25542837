//! Tests: what one value is compared with.

use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::View;
use crate::base::fold;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::Period;
use crate::book::Book;

/// What a value is compared with.
#[derive(Clone, Debug)]
pub(super) enum Test {
    /// It is there.
    Any,
    /// It is not.
    None,
    /// It is one of these keys.
    Keys(Vec<Box<str>>),
    /// It is this code or one below it: `C` has `C39` in it.
    Code(Box<str>),
    /// It begins so.
    Begins(Box<str>),
    /// It is this text, however it is written.
    Same(Box<str>),
    /// It contains this text, which is folded.
    Contains(Box<str>),
    /// It leads to one of these records, which are sorted.
    Ids(Vec<Id>),
    /// It leads to one of these records of any kind, which are sorted.
    Records(Vec<(Kind, Id)>),
    /// It is so.
    Truth(bool),
    /// It lies within, both ends included.
    Number(Option<Decimal>, Option<Decimal>),
    /// Its day lies within.
    Day(Period),
}

impl Test {
    /// Whether a value that is there passes.
    pub(super) fn fits(&self, book: &Book<'_>, view: View<'_>) -> bool {
        match (self, view) {
            (Test::Any, _) => true,
            (Test::None, _) => false,
            (Test::Keys(keys), View::Text(text)) => keys.iter().any(|key| **key == *text),
            (Test::Keys(keys), View::Key(key)) => keys.iter().any(|it| **it == *key),
            (Test::Code(code), View::Text(text)) => is_below(text, code),
            (Test::Begins(head), View::Text(text)) => text.starts_with(&**head),
            (Test::Same(wanted), View::Text(text)) => fold::is_same(text, wanted),
            (Test::Contains(part), View::Text(text)) => fold::contains(text, part),
            (Test::Ids(ids), View::Ref(_, id)) => ids.binary_search(id).is_ok(),
            (Test::Records(records), View::AnyRef(kind, id)) => {
                records.binary_search_by(|(of, it)| (*of, it).cmp(&(kind, id))).is_ok()
            }
            (Test::Truth(wanted), View::Bool(truth)) => *wanted == truth,
            (Test::Truth(wanted), View::Text(text)) => text == if *wanted { "yes" } else { "no" },
            (Test::Number(from, to), view) => number(view).is_some_and(|it| within(it, *from, *to)),
            (Test::Day(period), view) => day(book, view).is_some_and(|day| period.contains(day)),
            _ => false,
        }
    }
}

// Codes of one standard grow by digits.
fn is_below(text: &str, code: &str) -> bool {
    let rest = text.get(..code.len()).filter(|head| head.eq_ignore_ascii_case(code));
    rest.is_some() && text[code.len()..].bytes().all(|byte| byte.is_ascii_digit())
}

// Numbers and dates of tags are texts of a known form.
fn number(view: View<'_>) -> Option<Decimal> {
    match view {
        View::Int(number) => Some(Decimal::from_int(number.into())),
        View::Decimal(number) => Some(number),
        View::Text(text) => Decimal::parse(text).ok(),
        _ => None,
    }
}

fn day(book: &Book<'_>, view: View<'_>) -> Option<Date> {
    match view {
        View::Date(date) => Some(date),
        View::Instant(instant) => book.policy().day(instant),
        View::Text(text) => Date::parse_iso(text).ok(),
        _ => None,
    }
}

fn within(number: Decimal, from: Option<Decimal>, to: Option<Decimal>) -> bool {
    from.is_none_or(|from| number >= from) && to.is_none_or(|to| number <= to)
}
