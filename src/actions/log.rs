//! Logging an activity.

use super::assign::{self, Assigner, Assignment};
use super::typed::Reader;
use super::{Actor, Plan, Refusal, add, readable};
use crate::base::date::Date;
use crate::base::edit::Edit;
use crate::base::field::View;
use crate::base::id::{Id, suffix};
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::value::Value;
use crate::book::Book;
use crate::facts::contact;
use crate::flow::gates::{self, Subject};
use crate::model::activity::ActivityType;
use crate::model::lead::{Lead, LeadStatus};
use crate::model::{Opportunity, Script};
use crate::say;
use crate::store::Overlay;

/// What is logged.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The type: `call`, `visit` …
    pub kind: String,
    /// What was said and done.
    pub content: String,
    /// The day; today where not given.
    pub on: Option<String>,
    /// What it was for.
    pub purpose: Option<String>,
    /// What the customer said.
    pub feedback: Option<String>,
    /// What came of it; of a call also how it ended.
    pub result: Option<String>,
    /// The date of the next step, and what it is.
    pub next: Option<(String, String)>,
    /// What else it sets.
    pub assignments: Vec<Assignment>,
}

/// Whether a typed word sets a field of the activity; other words with a `=` are content.
pub fn assignment(word: &str) -> Option<Assignment> {
    let assignment = assign::parse(word).ok()?;
    assign::resolve(Kind::Activity, &assignment.key).is_ok().then_some(assignment)
}

/// Plans an activity with a customer or a lead, or about an opportunity, whose `next` it moves on.
///
/// # Errors
/// When nobody is known to write, a value does not fit, or a gate of activities holds it.
pub fn plan(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    subject: (Kind, &Id),
    entry: &Entry,
) -> Result<Plan, Refusal> {
    let Some(me) = actor.me else {
        return Err(
            say!(en: "who logs this? say `--as MEMBER`", zh: "是谁的记录？请用 `--as 成员` 说明")
                .into(),
        );
    };
    if entry.content.trim().is_empty() {
        return Err(Refusal::Cannot(
            say!(en: "say what was said and done", zh: "请写明沟通和执行的内容"),
        ));
    }
    let reader = Reader { book, me: Some(me), today: actor.today };
    let (kind, id) = subject;
    let on = day(&reader, entry)?;
    let mut value = Value::Map(said(&reader, subject, entry, on, me)?);
    for assignment in &entry.assignments {
        refuse_said(assignment)?;
        let mut assigner =
            Assigner { reader, kind: Kind::Activity, record: None, entropy: &mut *actor.entropy };
        add::place(&mut value, &assigner.edit(assignment)?);
    }
    if let Some(version) = script_version(book, &value) {
        value.put("script_version", version);
    }
    if let Some(before) = failed_before(book, &value, on) {
        value.put("previous", before);
    }
    value.put("entered", add::entered(actor.me, actor.now));
    let number = on.to_string().replace('-', "").split_off(2);
    let activity = Id::parse(&format!("act-{number}-{}", suffix(actor.entropy, 8)))?;
    let path = Kind::Activity.spread().path(Kind::Activity, &activity, on);
    let mut plan = Plan::default();
    plan.create(Kind::Activity, &activity, &path, &value);
    let next = value.get("next");
    let mut edits = next.map_or_else(Vec::new, |next| next_edits(book, kind, id, next));
    let lead = book.get::<Lead>(id).filter(|_| kind == Kind::Lead);
    if lead.is_some_and(|lead| lead.record.status() < LeadStatus::Contacted) {
        edits.push(Edit::Set(Route::name("status"), Value::plain(LeadStatus::Contacted.key())));
    }
    if !edits.is_empty() {
        plan.edit(book, kind, id, &edits)?;
    }
    pass_gates(book, &plan, &activity, on)?;
    say_done(book, &mut plan, (kind, id), &activity);
    Ok(plan)
}

// The version of the script in force.
fn script_version(book: &Book<'_>, value: &Value) -> Option<Value> {
    let script = book.get::<Script>(value.get("script")?.as_text()?)?;
    script.record.in_force().map(Value::plain)
}

// The visit without success that a visit follows, where it is not said which.
fn failed_before(book: &Book<'_>, value: &Value, on: Date) -> Option<Value> {
    let is = |key: &str| value.get(key).and_then(Value::as_text);
    if is("type") != Some(ActivityType::Visit.key()) || is("previous").is_some() {
        return None;
    }
    let whom = [Kind::Customer, Kind::Lead].into_iter().find_map(|kind| {
        let id = Id::parse(is(kind.key())?).ok()?;
        Some((kind, id))
    });
    let (kind, id) = whom?;
    let before = contact::visit_before(book, (kind, &id), on, None)?;
    contact::is_failed(before.record).then(|| Value::plain(before.id))
}

// What the command says itself, and what the program writes.
const SAID: [&str; 9] = [
    "type",
    "on",
    "customer",
    "lead",
    "opportunity",
    "content",
    "script_version",
    "entered",
    "imported",
];

fn refuse_said(assignment: &Assignment) -> Result<(), Refusal> {
    let target = assign::resolve(Kind::Activity, &assignment.key)?;
    let Some(key) = target.route.head().filter(|key| SAID.contains(key)) else { return Ok(()) };
    Err(Refusal::Cannot(say!(
        en: "`{key}` follows from the command itself: `salesops log TYPE REF TEXT --on DATE`",
        zh: "`{key}` 由命令本身给出：`salesops log 类型 记录 内容 --on 日期`"
    )))
}

fn day(reader: &Reader<'_>, entry: &Entry) -> Result<Date, Refusal> {
    let typed = entry.on.as_deref();
    let on = typed.map(|typed| reader.date(typed)).transpose()?.unwrap_or(reader.today);
    if on > reader.today {
        let why = say!(
            en: "an activity is logged when it has happened; {on} is still to come",
            zh: "活动发生后才记录；{on} 尚未到来"
        );
        return Err(Refusal::Cannot(why));
    }
    Ok(on)
}

// What the command says without naming fields.
fn said(
    reader: &Reader<'_>,
    (kind, id): (Kind, &Id),
    entry: &Entry,
    on: Date,
    me: &Id,
) -> Result<Vec<(String, Value)>, Refusal> {
    let customer = match reader.book.fields(kind, id).map(|fields| fields.get("customer")) {
        Some(View::Ref(_, customer)) => Some(customer.clone()),
        _ if kind == Kind::Customer => Some(id.clone()),
        _ => None,
    };
    let of_type = field(reader, "type", &entry.kind)?;
    let is_call = of_type.as_text() == Some(ActivityType::Call.key());
    let mut pairs = vec![("type".to_owned(), of_type), ("on".to_owned(), Value::plain(on))];
    pairs.extend(customer.as_ref().map(|customer| ("customer".to_owned(), Value::plain(customer))));
    if [Kind::Lead, Kind::Opportunity].contains(&kind) {
        pairs.push((kind.key().to_owned(), Value::plain(id)));
    }
    pairs.push(("member".to_owned(), Value::plain(me)));
    let purpose = entry.purpose.as_deref().unwrap_or("follow_up");
    pairs.push(("purpose".to_owned(), field(reader, "purpose", purpose)?));
    pairs.push(("content".to_owned(), Value::text(&entry.content)));
    pairs.extend(entry.feedback.as_ref().map(|it| ("feedback".to_owned(), Value::text(it))));
    if let Some(result) = &entry.result {
        let ended = is_call.then(|| field(reader, "call_result", result).ok()).flatten();
        pairs.push(match ended {
            Some(ended) => ("call_result".to_owned(), ended),
            None => ("result".to_owned(), Value::text(result)),
        });
    }
    if let Some((on, what)) = &entry.next {
        pairs.push(("next".to_owned(), next(reader, on, what)?));
    }
    Ok(pairs)
}

// The gates look at the activity as it would stand in the book.
fn pass_gates(book: &Book<'_>, plan: &Plan, activity: &Id, day: Date) -> Result<(), Refusal> {
    let tree = Overlay::new(book.tree(), plan.texts());
    let unreadable = |_| Refusal::Cannot(say!(en: "the book cannot be read", zh: "无法读取账本"));
    let after = book.planned(&tree, &plan.changes).map_err(unreadable)?;
    let row = readable(&after, Kind::Activity, activity)?;
    let subject = Subject { book: &after, row, day, wide: true, step: "log" };
    let missing = gates::of_step(&subject, gates::activity::LOGGED);
    if missing.is_empty() { Ok(()) } else { Err(Refusal::Gates(missing)) }
}

fn say_done(book: &Book<'_>, plan: &mut Plan, (kind, id): (Kind, &Id), activity: &Id) {
    let name = book.name_of(kind, id);
    plan.done.push(say!(
        en: "logged activity/{activity} with {name}",
        zh: "已记录 activity/{activity}（{name}）"
    ));
    let planned = match kind {
        Kind::Opportunity => {
            book.get::<Opportunity>(id).is_some_and(|deal| deal.record.next.is_some())
        }
        _ => true,
    };
    if plan.changes.len() == 1 && !planned {
        let reference = kind.reference(id);
        plan.next = Some(say!(
            en: "agree on a next step: `salesops set {reference} next.on=DATE next.what=TEXT`",
            zh: "约定下一步：`salesops set {reference} next.on=日期 next.what=事项`"
        ));
    }
}

fn next_edits(book: &Book<'_>, kind: Kind, id: &Id, next: &Value) -> Vec<Edit> {
    let there = book.any(kind, id).is_some_and(|row| row.has(&Route::name("next")));
    if !there {
        return vec![Edit::Set(Route::name("next"), next.clone())];
    }
    let keys = ["on", "what"].into_iter();
    keys.filter_map(|key| Some(Edit::Set(Route::name("next").then(key), next.get(key)?.clone())))
        .collect()
}

fn next(reader: &Reader<'_>, on: &str, what: &str) -> Result<Value, Refusal> {
    let mut pairs = vec![("on".to_owned(), Value::plain(reader.date(on)?))];
    if !what.is_empty() {
        pairs.push(("what".to_owned(), Value::text(what)));
    }
    Ok(Value::Map(pairs))
}

fn field(reader: &Reader<'_>, key: &str, typed: &str) -> Result<Value, Refusal> {
    let field = Kind::Activity.field(key);
    let field = field.expect("the table of activities has the field");
    Ok(reader.value(field, typed)?)
}
