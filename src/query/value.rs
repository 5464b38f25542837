//! Values of a condition as people type them, by what stands at the end of its path.

use super::Asker;
use super::path::{End, Path};
use super::tag::{self, definition};
use super::test::Test;
use crate::base::amount::parse_amount;
use crate::base::currency::Currency;
use crate::base::field::{Choice, Field, Shape, Vocabulary};
use crate::base::fold::{self, is_same};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::Period;
use crate::base::span::Span;
use crate::base::text::{Text, nearest};
use crate::base::typed_choice::{find_choice, parse_truth};
use crate::book::{Book, Found, Wanted, unsure};
use crate::model::TagDefinition;
use crate::model::tag::{TagType, TagValue};
use crate::say;

/// The test that a typed value means at the end of a path.
pub(super) fn parse(
    book: &Book<'_>,
    path: &Path,
    typed: &str,
    asker: Asker<'_>,
) -> Result<Test, Text> {
    if typed.is_empty() {
        return Ok(Test::None);
    }
    match presence(path, typed) {
        None => of_end(book, path, typed, asker),
        // A value of that name, as of an enumeration, comes first. Nothing is searched for it: a record
        // is called so by its id alone.
        Some(test) => Ok(match path.end {
            End::Id(kind) if book.has(kind, &typed.to_lowercase()) => id(book, kind, typed)?,
            End::Id(_) => test,
            End::Field(field, _) if leads_on(field) => test,
            _ => match of_end(book, path, typed, asker) {
                Ok(own @ (Test::Keys(_) | Test::Code(_) | Test::Truth(_))) => own,
                _ => test,
            },
        }),
    }
}

fn leads_on(field: &Field) -> bool {
    matches!(field.shape.core(), Shape::Ref(_) | Shape::AnyRef)
}

fn presence(path: &Path, typed: &str) -> Option<Test> {
    let is_truth = matches!(path.field().map(|it| it.shape.core()), Some(Shape::Bool));
    match typed {
        _ if is_same(typed, "none") => Some(Test::None),
        _ if is_same(typed, "any") => Some(Test::Any),
        "未填" | "空" => Some(Test::None),
        "已填" | "非空" => Some(Test::Any),
        "无" if !is_truth => Some(Test::None),
        "有" if !is_truth => Some(Test::Any),
        _ => None,
    }
}

fn of_end(book: &Book<'_>, path: &Path, typed: &str, asker: Asker<'_>) -> Result<Test, Text> {
    match path.end {
        End::Id(kind) => id(book, kind, typed),
        End::Tag(kind) => tag(definition(book, kind, path.tag().unwrap_or_default()), typed, asker),
        End::Field(field, kind) => of_field(book, field, kind, typed, asker),
    }
}

fn id(book: &Book<'_>, kind: Kind, typed: &str) -> Result<Test, Text> {
    let typed = typed.to_lowercase();
    if book.has(kind, &typed) {
        return Ok(Test::Keys(vec![typed.into()]));
    }
    let ids = book.ids(kind);
    let at = ids.partition_point(|id| ***id < *typed);
    if ids.get(at).is_some_and(|id| id.starts_with(&typed)) {
        return Ok(Test::Begins(typed.into()));
    }
    let label = kind.label();
    let (en, zh) = (label.en, label.zh);
    Err(match nearest(&typed, ids.iter().map(|id| &***id)) {
        Some(near) => say!(
            en: "no id of {en} begins with `{typed}`; did you mean `{near}`?",
            zh: "没有以 `{typed}` 开头的{zh}编号；是否指 `{near}`？"
        ),
        None => say!(
            en: "no id of {en} begins with `{typed}`",
            zh: "没有以 `{typed}` 开头的{zh}编号"
        ),
    })
}

fn of_field(
    book: &Book<'_>,
    field: &'static Field,
    kind: Option<Kind>,
    typed: &str,
    asker: Asker<'_>,
) -> Result<Test, Text> {
    Ok(match field.shape.core() {
        Shape::Term => match field.terms {
            Some(list) => term(book, list, typed)?,
            None => Test::Same(typed.into()),
        },
        Shape::Choice(choices) => choice(choices, typed)?,
        Shape::Ref(kind) => Test::Ids(reference(book, kind, typed, asker)?),
        Shape::AnyRef => Test::Records(records(book, &Kind::ALL, typed, asker)?),
        Shape::Bool => Test::Truth(parse_truth(typed)?),
        Shape::Int | Shape::Decimal => number(typed)?,
        Shape::Date | Shape::Instant => {
            Test::Day(Period::parse(&typed.replace('~', ".."), asker.today)?)
        }
        Shape::Period => Test::Keys(vec![Span::typed(typed, asker.today)?.key().into()]),
        Shape::Currency => Test::Keys(vec![Currency::parse(typed)?.code().into()]),
        Shape::Group(fields) => return Err(is_group(field, fields)),
        Shape::Tags => {
            return Err(say!(
                en: "say which tag, as in `tags.KEY:{typed}`",
                zh: "请写明哪个标签，如 `tags.键:{typed}`"
            ));
        }
        _ => text(book, field, kind, typed),
    })
}

fn is_group(field: &Field, fields: &[Field]) -> Text {
    let key = field.key;
    let keys: Vec<String> = fields.iter().map(|inner| format!("{key}.{}", inner.key)).collect();
    let keys = keys.join(", ");
    say!(
        en: "`{key}` has several parts; ask one of {keys}, or `{key}:any`",
        zh: "`{key}` 由几部分组成；请查询其中之一：{keys}，或 `{key}:any`"
    )
}

// A text is known by the names of the dictionary where that has it, else by a part of it.
fn text(book: &Book<'_>, field: &Field, kind: Option<Kind>, typed: &str) -> Test {
    let known = kind.and_then(|kind| definition(book, kind, field.key));
    let known = known.filter(|it| it.field.as_deref() == Some(field.key));
    match known.and_then(|it| value_called(it, typed)) {
        Some(value) => Test::Code(value.key.as_str().into()),
        None => Test::Contains(fold::fold(typed).into()),
    }
}

fn value_called<'d>(definition: &'d TagDefinition, typed: &str) -> Option<&'d TagValue> {
    definition.values.iter().find(|value| {
        let names = [Some(&value.key), value.en.as_ref(), value.zh.as_ref()];
        names.into_iter().flatten().chain(value.aliases.iter()).any(|name| is_same(name, typed))
    })
}

fn tag(definition: Option<&TagDefinition>, typed: &str, asker: Asker<'_>) -> Result<Test, Text> {
    let Some(definition) = definition else { return Ok(Test::Same(typed.into())) };
    Ok(match definition.r#type {
        TagType::Text => Test::Contains(fold::fold(typed).into()),
        TagType::Number => number(typed)?,
        TagType::Date => Test::Day(Period::parse(&typed.replace('~', ".."), asker.today)?),
        TagType::YesNo => Test::Truth(parse_truth(typed)?),
        TagType::Choice => match value_called(definition, typed) {
            Some(value) => Test::Keys(vec![value.key.as_str().into()]),
            None => return Err(tag::no_value(definition, typed)),
        },
    })
}

// The keys from one to another in the order of the policy.
fn term(book: &Book<'_>, list: Vocabulary, typed: &str) -> Result<Test, Text> {
    let terms = book.policy().terms(list);
    let place = |typed: &str| {
        let key = book.policy().parse_term(list, typed).or_else(|why| {
            let hit =
                terms.iter().find(|(key, name)| is_same(key, typed) || is_same(&name.en, typed));
            hit.map(|(key, _)| (*key).to_owned()).ok_or(why)
        })?;
        Ok(terms.iter().position(|(known, _)| *known == key).unwrap_or_default())
    };
    let keys: Vec<&str> = terms.iter().map(|(key, _)| *key).collect();
    keys_between(&keys, typed, place)
}

fn choice(choices: &'static [Choice], typed: &str) -> Result<Test, Text> {
    let keys: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
    keys_between(&keys, typed, |typed| find_choice(choices, typed))
}

fn keys_between(
    keys: &[&str],
    typed: &str,
    place: impl Fn(&str) -> Result<usize, Text>,
) -> Result<Test, Text> {
    let (from, to) = match ends(typed) {
        Some((from, to)) => {
            let from = if from.is_empty() { 0 } else { place(from)? };
            (from, if to.is_empty() { keys.len() - 1 } else { place(to)? })
        }
        None => {
            let at = place(typed)?;
            (at, at)
        }
    };
    let between = keys.get(from..=to).ok_or_else(|| reversed(typed))?;
    Ok(Test::Keys(between.iter().map(|key| (*key).into()).collect()))
}

fn number(typed: &str) -> Result<Test, Text> {
    let bound = |end: &str| if end.is_empty() { Ok(None) } else { parse_amount(end).map(Some) };
    let Some((from, to)) = ends(typed) else {
        let exact = Some(parse_amount(typed)?);
        return Ok(Test::Number(exact, exact));
    };
    let (from, to) = (bound(from)?, bound(to)?);
    match (from, to) {
        (Some(from), Some(to)) if from > to => Err(reversed(typed)),
        _ => Ok(Test::Number(from, to)),
    }
}

// `10万..20万`, or `10万~20万` as it is written in Chinese.
fn ends(typed: &str) -> Option<(&str, &str)> {
    typed.split_once("..").or_else(|| typed.split_once('~'))
}

fn reversed(typed: &str) -> Text {
    let (from, to) = ends(typed).unwrap_or_default();
    say!(
        en: "`{typed}` ends before it begins; write `{to}..{from}`",
        zh: "`{typed}` 的结束早于开始；请写 `{to}..{from}`"
    )
}

// Everybody that a word may mean: it is only read.
fn reference(book: &Book<'_>, kind: Kind, typed: &str, asker: Asker<'_>) -> Result<Vec<Id>, Text> {
    if kind == Kind::Member && (is_same(typed, "me") || typed == "我") {
        let unknown = || {
            say!(
                en: "who is `me`? say `--as MEMBER`",
                zh: "`me` 是谁？请用 `--as 成员` 说明"
            )
        };
        return Ok(vec![asker.me.ok_or_else(unknown)?.clone()]);
    }
    Ok(records(book, &[kind], typed, asker)?.into_iter().map(|(_, id)| id).collect())
}

// Sorted; by what is like a name where nothing bears it, unless it must be sure.
fn records(
    book: &Book<'_>,
    kinds: &[Kind],
    typed: &str,
    asker: Asker<'_>,
) -> Result<Vec<(Kind, Id)>, Text> {
    let mut hits = match book.find(typed, Wanted { kinds, me: None }) {
        Found::One(kind, id) => vec![(kind, id)],
        Found::Alike(hits) if asker.sure => return Err(unsure(book, typed, &hits)),
        Found::Many(hits) | Found::Alike(hits) => hits,
        Found::None(why) => return Err(why),
    };
    hits.sort_unstable();
    hits.dedup();
    Ok(hits)
}
