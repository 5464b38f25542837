//! Logging an activity.

use super::typed::Reader;
use super::{Actor, Plan, Refusal, add};
use crate::base::edit::Edit;
use crate::base::field::View;
use crate::base::id::{Id, suffix};
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::value::Value;
use crate::book::Book;
use crate::model::Opportunity;
use crate::model::lead::{Lead, LeadStatus};
use crate::say;

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
    /// What came of it.
    pub result: Option<String>,
    /// The date of the next step, and what it is.
    pub next: Option<(String, String)>,
}

/// Plans an activity with a customer or a lead, or about an opportunity, whose `next` it moves on.
///
/// # Errors
/// When nobody is known to write, or a value does not fit.
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
    let reader = Reader { book, me: Some(me), today: actor.today };
    let (kind, id) = subject;
    let customer = match book.fields(kind, id).map(|fields| fields.get("customer")) {
        Some(View::Ref(_, customer)) => Some(customer.clone()),
        _ if kind == Kind::Customer => Some(id.clone()),
        _ => None,
    };
    let on =
        entry.on.as_deref().map(|typed| reader.date(typed)).transpose()?.unwrap_or(actor.today);
    if on > actor.today {
        let why = say!(
            en: "an activity is logged when it has happened; {on} is still to come",
            zh: "活动发生后才记录；{on} 尚未到来"
        );
        return Err(Refusal::Cannot(why));
    }
    let mut pairs = vec![
        ("type".to_owned(), field(&reader, "type", &entry.kind)?),
        ("on".to_owned(), Value::plain(on)),
    ];
    pairs.extend(customer.as_ref().map(|customer| ("customer".to_owned(), Value::plain(customer))));
    if [Kind::Lead, Kind::Opportunity].contains(&kind) {
        pairs.push((kind.key().to_owned(), Value::plain(id)));
    }
    pairs.push(("member".to_owned(), Value::plain(me)));
    let purpose = entry.purpose.as_deref().unwrap_or("follow_up");
    pairs.push(("purpose".to_owned(), field(&reader, "purpose", purpose)?));
    pairs.push(("content".to_owned(), Value::text(&entry.content)));
    for (key, text) in [("feedback", &entry.feedback), ("result", &entry.result)] {
        pairs.extend(text.as_ref().map(|text| (key.to_owned(), Value::text(text))));
    }
    let next = entry.next.as_ref().map(|(on, what)| next(&reader, on, what)).transpose()?;
    pairs.extend(next.clone().map(|next| ("next".to_owned(), next)));
    pairs.push(("entered".to_owned(), add::entered(actor.me, actor.now)));
    let day = on.to_string().replace('-', "").split_off(2);
    let activity = Id::parse(&format!("act-{day}-{}", suffix(actor.entropy, 8)))?;
    let path = Kind::Activity.spread().path(Kind::Activity, &activity, on);
    let mut plan = Plan::default();
    plan.create(Kind::Activity, &activity, &path, &Value::Map(pairs));
    let mut edits = next.map_or_else(Vec::new, |next| next_edits(book, kind, id, &next));
    let lead = book.get::<Lead>(id).filter(|_| kind == Kind::Lead);
    if lead.is_some_and(|lead| lead.record.status() < LeadStatus::Contacted) {
        edits.push(Edit::Set(Route::name("status"), Value::plain(LeadStatus::Contacted.key())));
    }
    if !edits.is_empty() {
        plan.edit(book, kind, id, &edits)?;
    }
    say_done(book, &mut plan, (kind, id), &activity);
    Ok(plan)
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
