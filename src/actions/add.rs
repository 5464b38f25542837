//! Adding a record.

use super::assign::{Assigner, Assignment, Operator};
use super::typed::Reader;
use super::{Actor, Plan, Refusal, known, starts};
use crate::base::credit_code;
use crate::base::date::{Date, Instant};
use crate::base::edit::Edit;
use crate::base::field::Start;
use crate::base::id::{Id, suffix};
use crate::base::kind::{Ids, Kind};
use crate::base::route::Key;
use crate::base::slug::slug;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::Book;
use crate::flow::life;
use crate::say;
use crate::text::emit::value_of;

/// What is asked for beside the fields.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The id, where the rule for the kind is not to decide.
    pub id: Option<String>,
    /// A record to take fields from that are not given.
    pub like: Option<Id>,
    /// Whether it is another record although one with its name is there.
    pub new: bool,
}

/// Plans a new record. Returns its id as well.
///
/// # Errors
/// When a value does not fit, what the kind cannot be read without is missing, or a record with
/// the same name is there.
pub fn plan(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    kind: Kind,
    assignments: &[Assignment],
    options: &Options,
) -> Result<(Plan, Id), Refusal> {
    let mut value =
        options.like.as_ref().map_or_else(|| Value::Map(Vec::new()), |id| template(book, kind, id));
    let reader = Reader { book, me: actor.me, today: actor.today };
    for assignment in assignments {
        if assignment.operator == Operator::Remove {
            let key = &assignment.key;
            return Err(say!(en: "a new record has no `{key}` to remove from", zh: "新记录没有可供移除的 `{key}`").into());
        }
        let mut assigner = Assigner { reader, kind, record: None, entropy: &mut *actor.entropy };
        place(&mut value, &assigner.edit(assignment)?);
    }
    of_value(book, actor, kind, value, options)
}

/// Plans a new record of these data; what a person would say every time is filled in.
///
/// # Errors
/// When what the kind cannot be read without is missing, or a record with the same name is there.
pub fn of_value(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    kind: Kind,
    mut value: Value,
    options: &Options,
) -> Result<(Plan, Id), Refusal> {
    let reader = Reader { book, me: actor.me, today: actor.today };
    complete(&reader, actor, kind, &mut value);
    missing(kind, &value)?;
    refuse_wrong_code(&value)?;
    if !options.new {
        known::refuse(book, kind, &value, actor.me, actor.today)?;
    }
    let id = match &options.id {
        Some(typed) => given(book, kind, typed)?,
        None => fresh(book, actor, kind, &value)?,
    };
    let path = kind.spread().path(kind, &id, first_day(actor, kind, &value));
    let mut plan = Plan::default();
    plan.create(kind, &id, &path, &value);
    let reference = kind.reference(&id);
    let name = value.get("name").and_then(Value::as_text).unwrap_or_default().to_owned();
    plan.done.push(match name.is_empty() {
        true => say!(en: "added {reference}", zh: "已新建 {reference}"),
        false => say!(en: "added {reference} ({name})", zh: "已新建 {reference}（{name}）"),
    });
    let first = life::of(kind).and_then(|life| {
        let status = value.get("status").and_then(Value::as_text);
        Some(life.hint(life.next(status.unwrap_or_else(|| life.first()))?, &reference))
    });
    plan.next = Some(first.unwrap_or_else(
        || say!(en: "`salesops show {reference}`", zh: "`salesops show {reference}`"),
    ));
    Ok((plan, id))
}

// What a copy keeps: everything but the name, the next step, what commands own, and what says when
// it came about.
fn template(book: &Book<'_>, kind: Kind, id: &Id) -> Value {
    const NOT_KEPT: [&str; 17] = [
        "name",
        "next",
        "aliases",
        "former_names",
        "contact",
        "contacts",
        "email",
        "credit_code",
        "entered",
        "imported",
        "moves",
        "closed",
        "lead",
        "outcome",
        "lost_reason",
        "lesson",
        "stage",
    ];
    let Some(fields) = book.fields(kind, id) else { return Value::Map(Vec::new()) };
    match value_of(fields) {
        Value::Map(pairs) => Value::Map(
            pairs.into_iter().filter(|(key, _)| !NOT_KEPT.contains(&key.as_str())).collect(),
        ),
        other => other,
    }
}

/// An edit of a record that does not exist yet, carried out on its data.
pub fn place(value: &mut Value, edit: &Edit) {
    let (keys, new, append) = match edit {
        Edit::Set(route, new) => (route.keys(), new.clone(), false),
        Edit::Append(route, new) => (route.keys(), new.clone(), true),
        Edit::Remove(_) => return,
    };
    let mut at = value;
    for key in keys {
        at = child(at, key);
    }
    match at {
        Value::List(items) if append => items.push(new),
        at if append => *at = Value::List(vec![new]),
        at => *at = new,
    }
}

fn child<'v>(at: &'v mut Value, key: &Key) -> &'v mut Value {
    if let Key::Index(index) = key {
        if !matches!(at, Value::List(_)) {
            *at = Value::List(Vec::new());
        }
        if let Value::List(items) = at {
            let index = (*index).min(items.len());
            if index == items.len() {
                items.push(Value::Map(Vec::new()));
            }
            return &mut items[index];
        }
    }
    if !matches!(at, Value::Map(_)) {
        *at = Value::Map(Vec::new());
    }
    let Value::Map(pairs) = at else { unreachable!("it was made a mapping") };
    let name = key.to_string();
    let found = pairs.iter().position(|(known, _)| *known == name);
    let index = found.unwrap_or_else(|| {
        pairs.push((name, Value::Null));
        pairs.len() - 1
    });
    &mut pairs[index].1
}

// What a person would have to say every time, and the first move.
fn complete(reader: &Reader<'_>, actor: &Actor<'_>, kind: Kind, value: &mut Value) {
    starts::fill(reader, kind, value);
    if kind == Kind::Opportunity && value.get("moves").is_none_or(Value::is_empty) {
        let stage = value.get("stage").cloned().unwrap_or(Value::Null);
        let step = actor.step([("stage", stage)]);
        value.put("moves", Value::List(vec![step]));
    }
    value.put("entered", entered(actor.me, actor.now));
}

/// The stamp of who enters a record, and when.
pub fn entered(by: Option<&Id>, at: Instant) -> Value {
    let mut pairs = vec![("at".to_owned(), Value::plain(at))];
    pairs.extend(by.map(|by| ("by".to_owned(), Value::plain(by))));
    Value::Map(pairs)
}

fn missing(kind: Kind, value: &Value) -> Result<(), Refusal> {
    let lacks = |key: &str| value.get(key).is_none_or(Value::is_empty);
    let lacking: Vec<&str> = kind
        .fields()
        .iter()
        .filter(|field| field.required && lacks(field.key))
        .map(|f| f.key)
        .collect();
    if lacking.is_empty() {
        return Ok(());
    }
    let list = lacking.iter().map(|key| format!("{key}=…")).collect::<Vec<_>>().join(" ");
    let key = kind.key();
    Err(say!(
        en: "a {key} cannot be without: `salesops add {key} {list}`",
        zh: "缺少必要的内容：`salesops add {key} {list}`"
    )
    .into())
}

// A slip in the code would make another company of it (TAG-3.1.2b).
fn refuse_wrong_code(value: &Value) -> Result<(), Text> {
    let Some(code) = value.get("credit_code").and_then(Value::as_text) else { return Ok(()) };
    if credit_code::is_valid(code) {
        return Ok(());
    }
    Err(match credit_code::check_character(code) {
        Some(check) => say!(
            en: "`{code}` is not a unified social credit code: after its first 17 characters comes `{check}`",
            zh: "`{code}` 不是有效的统一社会信用代码：按前 17 位，校验码应为 `{check}`"
        ),
        None => say!(
            en: "`{code}` is not a unified social credit code: it has 18 digits and capital letters, I, O, S, V and Z not among them",
            zh: "`{code}` 不是统一社会信用代码：应为 18 位数字和大写字母，不含 I、O、S、V、Z"
        ),
    })
}

fn given(book: &Book<'_>, kind: Kind, typed: &str) -> Result<Id, Text> {
    let id = Id::parse(typed)?;
    if book.has(kind, &id) {
        return Err(say!(en: "the id `{id}` is taken", zh: "编号 `{id}` 已被使用"));
    }
    Ok(id)
}

/// An id for a new record that no other has.
///
/// # Errors
/// When the kind goes by names or by hand and the record gives none.
pub fn fresh(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    kind: Kind,
    value: &Value,
) -> Result<Id, Text> {
    let day = first_day(actor, kind, value).to_string().replace('-', "").split_off(2);
    let name = value.get("name").and_then(Value::as_text).unwrap_or_default();
    let customer = value.get("customer").and_then(Value::as_text);
    // A clash of four random characters is rare; of a hundred draws in a row, impossible.
    for _ in 0..100 {
        let id = match (kind.ids(), customer) {
            (Ids::Day(prefix, n), _) => {
                Id::parse(&format!("{prefix}-{day}-{}", suffix(actor.entropy, n)))?
            }
            (Ids::Deal, Some(customer)) => {
                Id::parse(customer)?.with_suffix(&suffix(actor.entropy, 4))?
            }
            (Ids::Deal, None) => Id::parse(&format!("opp-{}", suffix(actor.entropy, 6)))?,
            (Ids::Values(keys), _) => {
                let values = keys.iter().map(|key| value.get(key)?.as_text());
                // A year alone looks like a number.
                let id = Id::of_values(values.clone()).or_else(|why| {
                    let of_kind = std::iter::once(Some(kind.key())).chain(values);
                    Id::of_values(of_kind).map_err(|_| why)
                })?;
                if book.has(kind, &id) {
                    let reference = kind.reference(&id);
                    return Err(say!(
                        en: "there is {reference} already",
                        zh: "已有 {reference}"
                    ));
                }
                id
            }
            (Ids::Tag, _) => {
                return Err(say!(
                    en: "say which tag: `--id customer.industry`",
                    zh: "请说明是哪个标签：`--id customer.industry`"
                ));
            }
            (Ids::Name, _) => {
                let id = slug(name).ok_or_else(|| {
                    say!(
                        en: "`{name}` gives no id; choose one by `--id`",
                        zh: "`{name}` 无法生成编号；请用 `--id` 指定"
                    )
                })?;
                if book.has(kind, &id) { id.with_suffix(&suffix(actor.entropy, 4))? } else { id }
            }
        };
        if !book.has(kind, &id) {
            return Ok(id);
        }
    }
    Err(say!(en: "no free id was found", zh: "找不到可用的编号"))
}

// The day that a record is about, where it has one; else today.
fn first_day(actor: &Actor<'_>, kind: Kind, value: &Value) -> Date {
    let dated = kind.fields().iter().find(|field| field.starts == Start::Today);
    let own = dated.and_then(|field| value.get(field.key)).and_then(Value::as_text);
    own.and_then(|on| Date::parse_iso(on).ok()).unwrap_or(actor.today)
}
