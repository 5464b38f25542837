//! The query language: `stage:negotiation owner:me amount:10万.. tags.vip:yes not:grade:C` and
//! bare words. One language for list, report, export and tracks.

use super::names::normal;
use super::{AnyRow, Book};
use crate::base::amount::parse_amount;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Choice, Field, Fields, Shape, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::Period;
use crate::base::text::{Text, nearest};
use crate::base::width::normalize_width;
use crate::model::Opportunity;
use crate::say;

/// Who asks, and when: what `me` and `this-month` mean.
#[derive(Clone, Copy)]
pub struct Asker<'a> {
    /// The member.
    pub me: Option<&'a Id>,
    /// The day.
    pub today: Date,
}

/// A query over one kind of record.
#[derive(Clone, Debug)]
pub struct Query {
    terms: Vec<Term>,
}

#[derive(Clone, Debug)]
struct Term {
    negated: bool,
    route: Vec<String>,
    test: Test,
}

#[derive(Clone, Debug)]
enum Test {
    Word(String),
    Missing,
    Contains(String),
    Equals(String),
    Ids(Vec<Id>),
    Truth(bool),
    Number(Option<Decimal>, Option<Decimal>),
    Day(Period),
}

impl Query {
    /// Reads a query over records of `kind`, one term an element; blanks part terms as well.
    ///
    /// # Errors
    /// When a field, value or period is not known, with a suggestion.
    pub fn parse(
        book: &Book<'_>,
        kind: Kind,
        terms: &[String],
        asker: Asker<'_>,
    ) -> Result<Query, Text> {
        let words = terms.iter().flat_map(|term| term.split_whitespace());
        let terms = words.map(|word| parse_term(book, kind, word, asker));
        Ok(Query { terms: terms.collect::<Result<_, _>>()? })
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether a record fits.
    pub fn fits(&self, book: &Book<'_>, row: AnyRow<'_>) -> bool {
        self.terms.iter().all(|term| term.fits(book, row) != term.negated)
    }
}

fn parse_term(book: &Book<'_>, kind: Kind, word: &str, asker: Asker<'_>) -> Result<Term, Text> {
    let word = normalize_width(word);
    let (negated, rest) = match word.strip_prefix("not:").or_else(|| word.strip_prefix("非:")) {
        Some(rest) => (true, rest),
        None => (false, &*word),
    };
    if rest.is_empty() {
        return Err(say!(
            en: "`not:` stands before a condition, as in `not:grade:C`",
            zh: "`not:` 后面应有条件，如 `not:grade:C`"
        ));
    }
    let Some((key, value)) = rest.split_once(':') else {
        return Ok(Term { negated, route: Vec::new(), test: Test::Word(normal(rest)) });
    };
    if key == "id" {
        return Ok(Term {
            negated,
            route: vec!["id".to_owned()],
            test: Test::Equals(value.to_owned()),
        });
    }
    let (route, field) = resolve(kind, key)?;
    let test = parse_test(book, field, value, asker)?;
    Ok(Term { negated, route, test })
}

/// The route and field that a dotted key of a query means; goes through references.
fn resolve(kind: Kind, key: &str) -> Result<(Vec<String>, Option<&'static Field>), Text> {
    let mut table = kind.fields();
    let mut route = Vec::new();
    let mut found: Option<&'static Field> = None;
    let steps: Vec<&str> = key.split('.').collect();
    for (at, step) in steps.iter().enumerate() {
        if matches!(found.map(|field| field.shape.core()), Some(Shape::Tags)) {
            route.push(steps[at..].join("."));
            return Ok((route, None));
        }
        if let Some(field) = found {
            table = match field.shape.core() {
                Shape::Group(fields) => fields,
                Shape::Ref(kind) => kind.fields(),
                _ => return Err(no_field(key, step, &[])),
            };
        }
        let hit = table.iter().find(|field| {
            field.key == *step
                || field.label.zh == *step
                || field.label.en.eq_ignore_ascii_case(step)
        });
        let field = hit.ok_or_else(|| no_field(key, step, table))?;
        route.push(field.key.to_owned());
        found = Some(field);
    }
    Ok((route, found))
}

fn no_field(key: &str, step: &str, table: &'static [Field]) -> Text {
    let names = table.iter().flat_map(|field| [field.key, field.label.zh]);
    // A part of a Chinese name, as people abbreviate it, is nearer than any misspelling.
    let part = table.iter().map(|field| field.label.zh);
    let part = part.filter(|_| !step.is_ascii()).find(|name| name.contains(step));
    match part.or_else(|| nearest(step, names)) {
        Some(near) => say!(
            en: "no field `{key}`; did you mean `{near}`?",
            zh: "没有字段 `{key}`；是否想写 `{near}`？"
        ),
        None => {
            let keys: Vec<&str> = table.iter().map(|field| field.key).collect();
            let keys = keys.join(", ");
            say!(en: "no field `{key}`; there are {keys}", zh: "没有字段 `{key}`；可用：{keys}")
        }
    }
}

fn parse_test(
    book: &Book<'_>,
    field: Option<&'static Field>,
    value: &str,
    asker: Asker<'_>,
) -> Result<Test, Text> {
    if value.is_empty() {
        return Ok(Test::Missing);
    }
    let Some(field) = field else { return Ok(Test::Equals(value.to_owned())) };
    Ok(match field.shape.core() {
        Shape::Term => match field.terms {
            Some(list) => Test::Equals(book.policy().parse_term(list, value)?),
            None => Test::Equals(value.to_owned()),
        },
        Shape::Choice(choices) => Test::Equals(parse_choice(choices, value)?),
        Shape::Ref(kind) => Test::Ids(parse_ref(book, kind, value, asker)?),
        Shape::Bool => Test::Truth(parse_truth(value)?),
        Shape::Int | Shape::Decimal => parse_range(value)?,
        Shape::Date | Shape::Instant => Test::Day(Period::parse(value, asker.today)?),
        Shape::Currency => Test::Equals(value.to_uppercase()),
        _ => Test::Contains(normal(value)),
    })
}

/// The key of the choice that a person means by key or name.
///
/// # Errors
/// When there is none, with the nearest or all of them.
pub fn parse_choice(choices: &'static [Choice], value: &str) -> Result<String, Text> {
    let hit = choices.iter().find(|choice| {
        choice.key.eq_ignore_ascii_case(value)
            || choice.label.zh == value
            || choice.label.en.eq_ignore_ascii_case(value)
    });
    if let Some(choice) = hit {
        return Ok(choice.key.to_owned());
    }
    let keys: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
    let keys = keys.join(", ");
    Err(say!(en: "`{value}` is none of {keys}", zh: "`{value}` 不在可选值之内：{keys}"))
}

fn parse_ref(book: &Book<'_>, kind: Kind, value: &str, asker: Asker<'_>) -> Result<Vec<Id>, Text> {
    if value == "me" || value == "我" {
        let unknown = || {
            say!(
                en: "who is `me`? say `--as MEMBER`",
                zh: "`me` 是谁？请用 `--as 成员` 说明"
            )
        };
        return Ok(vec![asker.me.ok_or_else(unknown)?.clone()]);
    }
    let mut ids = book.named(kind, value).to_vec();
    ids.extend(Id::parse(value).ok().filter(|id| book.has(kind, id)));
    if ids.is_empty() {
        let wanted = super::Wanted { kinds: &[kind], me: asker.me };
        return match book.find(value, wanted) {
            super::Found::One(_, id) => Ok(vec![id]),
            super::Found::Many(hits) => Ok(hits.into_iter().map(|(_, id)| id).collect()),
            super::Found::None(why) => Err(why),
        };
    }
    Ok(ids)
}

/// The truth value that a person means.
///
/// # Errors
/// When it is neither yes nor no.
pub fn parse_truth(value: &str) -> Result<bool, Text> {
    match value.to_lowercase().as_str() {
        "yes" | "true" | "y" | "是" | "有" => Ok(true),
        "no" | "false" | "n" | "否" | "无" => Ok(false),
        _ => Err(say!(en: "`{value}` is neither yes nor no", zh: "`{value}` 既不是“是”也不是“否”")),
    }
}

fn parse_range(value: &str) -> Result<Test, Text> {
    let bound = |text: &str| -> Result<Option<Decimal>, Text> {
        if text.is_empty() { Ok(None) } else { parse_amount(text).map(Some) }
    };
    Ok(match value.split_once("..") {
        Some((from, to)) => Test::Number(bound(from)?, bound(to)?),
        None => {
            let exact = parse_amount(value)?;
            Test::Number(Some(exact), Some(exact))
        }
    })
}

impl Term {
    fn fits(&self, book: &Book<'_>, row: AnyRow<'_>) -> bool {
        if let Test::Word(word) = &self.test {
            return has_word(book, row, word);
        }
        match self.route.as_slice() {
            [id] if id == "id" => {
                matches!(&self.test, Test::Equals(wanted) if **row.id == **wanted)
            }
            [key, rest @ ..] => {
                any(book, value(book, row.kind, row.id, row.fields, key), rest, &self.test)
            }
            [] => false,
        }
    }
}

// What counts of a record, also where the file leaves it out: the amount that follows from the
// lines of a deal, and that it is open.
fn value<'b>(
    book: &'b Book<'_>,
    kind: Kind,
    id: &str,
    fields: &'b dyn Fields,
    key: &str,
) -> View<'b> {
    let deal = match (kind, key) {
        (Kind::Opportunity, "amount" | "outcome") => book.get::<Opportunity>(id),
        _ => None,
    };
    match deal.map(|deal| deal.record) {
        Some(deal) if key == "amount" => deal.total().map_or(View::Absent, View::Decimal),
        Some(deal) => View::Key(deal.outcome().key()),
        None => fields.get(key),
    }
}

// A list fits when one of its items does; "missing" wants all of it to be missing.
fn any(book: &Book<'_>, view: View<'_>, route: &[String], test: &Test) -> bool {
    let Some((key, rest)) = route.split_first() else {
        return match view {
            View::List(items) if !matches!(test, Test::Missing) => {
                (0..items.len()).any(|at| test.fits(items.at(at)))
            }
            view => test.fits(view),
        };
    };
    match view {
        View::Group(fields) => any(book, fields.get(key), rest, test),
        View::List(items) => {
            let fits = |at| any(book, items.at(at), route, test);
            match test {
                Test::Missing => (0..items.len()).all(fits),
                _ => (0..items.len()).any(fits),
            }
        }
        View::Ref(kind, id) => match book.fields(kind, id) {
            Some(fields) => any(book, value(book, kind, id, fields, key), rest, test),
            None => matches!(test, Test::Missing),
        },
        View::Tags(tags) => match tags.get(key) {
            Some(tag) => tag.values().iter().any(|value| test.fits(View::Text(value))),
            None => matches!(test, Test::Missing),
        },
        _ => matches!(test, Test::Missing),
    }
}

impl Test {
    fn fits(&self, view: View<'_>) -> bool {
        match (self, view) {
            (Test::Missing, view) => view.is_absent(),
            (Test::Contains(part), View::Text(text)) => normal(text).contains(part),
            (Test::Equals(wanted), View::Text(text)) => text.eq_ignore_ascii_case(wanted),
            (Test::Equals(wanted), View::Key(key)) => key == wanted,
            (Test::Ids(ids), View::Ref(_, id)) => ids.contains(id),
            (Test::Truth(wanted), View::Bool(truth)) => *wanted == truth,
            (Test::Number(from, to), View::Int(number)) => {
                within(Decimal::from_int(number.into()), *from, *to)
            }
            (Test::Number(from, to), View::Decimal(number)) => within(number, *from, *to),
            (Test::Day(period), View::Date(date)) => period.contains(date),
            (Test::Day(period), View::Instant(instant)) => period.contains(instant.date()),
            _ => false,
        }
    }
}

fn within(number: Decimal, from: Option<Decimal>, to: Option<Decimal>) -> bool {
    from.is_none_or(|from| number >= from) && to.is_none_or(|to| number <= to)
}

fn has_word(book: &Book<'_>, row: AnyRow<'_>, word: &str) -> bool {
    if row.id.contains(word) || normal(&row.name(book)).contains(word) {
        return true;
    }
    match row.fields.get("customer") {
        View::Ref(kind, id) => id.contains(word) || normal(&book.name_of(kind, id)).contains(word),
        _ => match row.fields.get("content") {
            View::Text(text) => normal(text).contains(word),
            _ => false,
        },
    }
}
