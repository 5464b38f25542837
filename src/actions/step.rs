//! Taking a step in the life of a record: a contract is signed, an order confirmed.

use super::assign::Assignment;
use super::set;
use super::typed::Reader;
use super::{Actor, Plan, Refusal, add, readable, starts, waive};
use crate::base::date::{Date, Instant};
use crate::base::edit::Edit;
use crate::base::field::{Start, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{AnyRow, Book};
use crate::facts::clock;
use crate::flow::approval::{self, Standing};
use crate::flow::gates::{self, Subject};
use crate::flow::life::{Effects, Life, Step, Taker};
use crate::say;
use crate::store::Overlay;

/// How a step is taken.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What it sets.
    pub assignments: Vec<Assignment>,
    /// The day; today where not given.
    pub on: Option<String>,
    /// Gates to pass without what they ask for.
    pub waive: Vec<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Plans a step of a record.
///
/// # Errors
/// When nobody is known to act, the record is in no status from which the step is taken, or a gate
/// holds it.
pub fn plan(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    life: &Life,
    step: &'static Step,
    id: &Id,
    options: &Options,
) -> Result<Plan, Refusal> {
    actor.known()?;
    let kind = life.kind;
    let row = readable(book, kind, id)?;
    let from = life.status(row);
    refuse_from(life, step, row, from)?;
    waive::allowed(&options.waive, options.reason.as_deref())?;
    refuse_without_reason(step, row, options)?;
    let reader = Reader { book, me: actor.me, today: actor.today };
    let on = reader.day(options.on.as_deref())?;
    let mut actor = Actor { today: on, now: actor.now, me: actor.me, entropy: &mut *actor.entropy };
    let mut plan = set::plan_taking(book, &mut actor, kind, id, &options.assignments, step.takes)?;
    plan.done.clear();
    fill(book, &mut plan, &actor, step, row, options)?;
    let (waived, effects) = judge(book, &plan, &actor, step, row, options)?;
    let to = effects.to.unwrap_or(step.to);
    let mut pairs = Vec::new();
    pairs.extend((!to.is_empty()).then(|| ("status", Value::plain(to))));
    pairs.extend(options.reason.as_deref().map(|why| ("reason", Value::text(why.trim()))));
    pairs.extend(waive::noted(&waived));
    let mut edits = effects.edits;
    if !to.is_empty() {
        edits.push(Edit::Set(Route::name("status"), Value::plain(to)));
    }
    if !pairs.is_empty() {
        edits.push(Edit::Append(Route::name("moves"), actor.step(pairs)));
    }
    plan.edit(book, kind, id, &edits)?;
    describe(book, &mut plan, (life, step), row, (from, to), on);
    plan.done.extend(effects.told);
    plan.next = effects.next.or(plan.next);
    create(book, &mut plan, &mut actor, effects.records)?;
    Ok(plan)
}

fn refuse_from(life: &Life, step: &Step, row: AnyRow<'_>, from: &str) -> Result<(), Refusal> {
    if step.from.contains(&from) {
        return Ok(());
    }
    let now = life.label(from);
    let reference = row.reference();
    let may: Vec<&str> = life.open(from).map(|step| step.name).collect();
    let named: Vec<String> =
        life.open(from).map(|step| format!("{}（{}）", step.label.zh, step.name)).collect();
    let (en, zh) = match may.is_empty() {
        true => (String::new(), String::new()),
        false => (
            format!("; what may follow: {}", may.join(", ")),
            format!("；可进行的步骤：{}", named.join("、")),
        ),
    };
    let (label_en, label_zh) = (step.label.en, step.label.zh);
    Err(Refusal::Forbidden(Text {
        en: format!("{reference} is {}: no step `{label_en}` from there{en}", now.en).into(),
        zh: format!("{reference} 处于“{}”，不能“{label_zh}”{zh}", now.zh).into(),
    }))
}

fn refuse_without_reason(step: &Step, row: AnyRow<'_>, options: &Options) -> Result<(), Refusal> {
    if !step.reason || options.reason.as_deref().is_some_and(|why| !why.trim().is_empty()) {
        return Ok(());
    }
    let (command, reference) = (row.kind.key(), row.reference());
    let name = step.name;
    Err(Refusal::Forbidden(say!(
        en: "say why: `salesops {command} {name} {reference} --reason TEXT`",
        zh: "请说明原因：`salesops {command} {name} {reference} --reason 原因`"
    )))
}

// What the step says of itself: its day, who took it, a version more.
fn fill(
    book: &Book<'_>,
    plan: &mut Plan,
    actor: &Actor<'_>,
    step: &Step,
    row: AnyRow<'_>,
    options: &Options,
) -> Result<(), Text> {
    let typed = |key: &str| {
        let mut given = options.assignments.iter();
        given.any(|it| {
            super::assign::resolve(row.kind, &it.key)
                .is_ok_and(|target| target.route.head() == Some(key))
        })
    };
    let mut edits = Vec::new();
    for (key, start) in step.fills {
        let keeps = !step.takes.contains(key) && !row.fields.get(key).is_absent();
        if keeps || typed(key) {
            continue;
        }
        let value = match start {
            Start::Me => actor.me.map(Value::plain),
            Start::Today => Some(Value::plain(actor.today)),
            Start::Now => Some(Value::plain(moment(book, actor))),
            Start::Empty | Start::First | Start::Carried => None,
        };
        edits.extend(value.map(|value| Edit::Set(Route::name(key), value)));
    }
    if let Some(key) = step.counts {
        let now = match row.fields.get(key) {
            View::Int(now) => now,
            _ => 1,
        };
        edits.push(Edit::Set(Route::name(key), Value::plain(now.saturating_add(1))));
    }
    let there = |key: &&&str| !row.fields.get(key).is_absent();
    edits.extend(step.clears.iter().filter(there).map(|key| Edit::Remove(Route::name(key))));
    if edits.is_empty() { Ok(()) } else { plan.edit(book, row.kind, row.id, &edits) }
}

// The records that the step makes.
fn create(
    book: &Book<'_>,
    plan: &mut Plan,
    actor: &mut Actor<'_>,
    records: Vec<(Kind, Value)>,
) -> Result<(), Text> {
    for (kind, mut value) in records {
        let reader = Reader { book, me: actor.me, today: actor.today };
        starts::fill(&reader, kind, &mut value);
        value.put("entered", add::entered(actor.me, actor.now));
        let id = add::fresh(book, actor, kind, &value)?;
        plan.create(kind, &id, &kind.spread().path(kind, &id, actor.today), &value);
        let reference = kind.reference(&id);
        plan.done.push(say!(en: "added {reference}", zh: "已新建 {reference}"));
    }
    Ok(())
}

// Now, or the beginning of the day that the step is dated back to.
fn moment(book: &Book<'_>, actor: &Actor<'_>) -> Instant {
    match clock::day(book, actor.now) == actor.today {
        true => actor.now,
        false => actor.now.at_start_of(actor.today).unwrap_or(actor.now),
    }
}

// The gates, over the record as the step would leave it, and what the step writes besides.
fn judge<'o>(
    book: &Book<'_>,
    plan: &Plan,
    actor: &Actor<'_>,
    step: &'static Step,
    row: AnyRow<'_>,
    options: &'o Options,
) -> Result<(Vec<&'o str>, Effects), Refusal> {
    let tree = Overlay::new(book.tree(), plan.texts());
    let unreadable = |_| Refusal::Cannot(say!(en: "the book cannot be read", zh: "无法读取账本"));
    let after = book.planned(&tree, &plan.changes).map_err(unreadable)?;
    let before = row;
    let row = readable(&after, row.kind, row.id)?;
    let subject = Subject { book: &after, row, day: actor.today, wide: true, step: step.name };
    let waived = waive::needed(gates::of_step(&subject, step.gates), &options.waive)?;
    let taker = Taker { me: actor.me, reason: options.reason.as_deref(), before };
    Ok((waived, (step.also)(&subject, taker)))
}

fn describe(
    book: &Book<'_>,
    plan: &mut Plan,
    (life, step): (&Life, &Step),
    row: AnyRow<'_>,
    (from, to): (&str, &str),
    day: Date,
) {
    let (reference, name) = (row.reference(), row.name(book));
    let at = if to.is_empty() { from } else { to };
    let (from, now) = (life.label(from), life.label(at));
    let (en, zh) = match to.is_empty() {
        true => (format!("{}: noted", step.label.en), format!("已记录{}", step.label.zh)),
        false => (format!("{} → {}", from.en, now.en), format!("{} → {}", from.zh, now.zh)),
    };
    plan.done.push(say!(en: "{reference} ({name}): {en}", zh: "{reference}（{name}）：{zh}"));
    plan.next = next(book, life, at, row, day);
}

// The step that comes next of itself, and whose word it waits for.
fn next(book: &Book<'_>, life: &Life, status: &str, row: AnyRow<'_>, day: Date) -> Option<Text> {
    let step = life.next(status)?;
    let reference = row.reference();
    let mut needs = approval::needs(book, row, Some(step.name), day).unwrap_or_default();
    needs.retain(|need| !matches!(approval::standing(book, row, *need), Standing::Approved(_)));
    if let Some(need) = needs.first() {
        let (name, whose) = (need.name(), approval::whose(book, row, *need, day));
        return Some(Text {
            en: format!("{}, by {}: `salesops approve {reference}`", name.en, whose.en).into(),
            zh: format!("{}，由{}审批：`salesops approve {reference}`", name.zh, whose.zh).into(),
        });
    }
    Some(life.hint(step, &reference))
}
