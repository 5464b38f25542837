//! Grading a record by the policy's point tables, or by hand for a reason.

use super::bulk::{self, Bulk};
use super::typed::Reader;
use super::{Actor, Plan, Refusal};
use crate::base::date::Date;
use crate::base::edit::Edit;
use crate::base::field::Shape;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::typed_choice::parse_choice;
use crate::base::value::Value;
use crate::book::{AnyRow, Book};
use crate::facts::is_open;
use crate::flow::grading::{Grader, OnRecord, Verdict};
use crate::say;

/// A grade given by hand.
#[derive(Clone, Debug)]
pub struct ByHand {
    /// The grade.
    pub to: String,
    /// Why.
    pub reason: String,
    /// The last day on which it holds; without it, always.
    pub until: Option<String>,
}

/// What grading makes of a record.
#[derive(Clone, Debug)]
pub struct Graded<'b> {
    /// What would be written.
    pub plan: Plan,
    /// What the point tables give.
    pub verdict: Verdict,
    /// The grade on record.
    pub before: Option<&'b str>,
    /// The grade afterwards.
    pub after: &'b str,
    /// Whether it is one given by hand.
    pub by_hand: bool,
}

/// The grades of many records.
#[derive(Clone, Default)]
pub struct Many<'b> {
    /// The changes of all, and who is refused.
    pub bulk: Bulk,
    /// What each row is worth, of those that are not refused; without their plans.
    pub graded: Vec<(AnyRow<'b>, Graded<'b>)>,
}

/// Plans to grade every row; all rows are of the grader's kind.
///
/// # Errors
/// When no row can be graded, for one and the same reason.
pub fn many<'b>(
    book: &'b Book<'b>,
    actor: &Actor<'_>,
    grader: &Grader<'b>,
    rows: &[AnyRow<'b>],
    by_hand: Option<&ByHand>,
) -> Result<Many<'b>, Refusal> {
    let mut graded = Vec::new();
    let bulk = bulk::each(rows, |row| {
        let mut one = plan(book, actor, grader, (row.kind, row.id), by_hand)?;
        let plan = std::mem::take(&mut one.plan);
        graded.push((row, one));
        Ok(plan)
    })?;
    Ok(Many { bulk, graded })
}

/// Plans to write the grade that the point tables give, or the one given by hand.
///
/// # Errors
/// When the record has no grade, nobody is known to override, or a value does not fit.
pub fn plan<'b>(
    book: &'b Book<'b>,
    actor: &Actor<'_>,
    grader: &Grader<'b>,
    (kind, id): (Kind, &Id),
    by_hand: Option<&ByHand>,
) -> Result<Graded<'b>, Refusal> {
    let row = book.any(kind, id).ok_or_else(|| {
        say!(
            en: "`{id}` cannot be read; see `salesops check`",
            zh: "无法读取 `{id}`；请见 `salesops check`"
        )
    })?;
    let verdict = grader.grade(row).ok_or_else(|| ungraded(kind))?;
    if !is_open(book, kind, id) {
        let reference = row.reference();
        return Err(Refusal::Cannot(say!(
            en: "{reference} is closed; grades are for what is still worked on",
            zh: "{reference} 已结束；只给仍在跟进的记录评级"
        )));
    }
    let OnRecord { grade: before, by_hand: hand } = OnRecord::of(row, actor.today);
    let mut plan = Plan::default();
    if let Some(wanted) = by_hand {
        actor.known()?;
        let (after, edits) = override_edits(book, actor, row, wanted)?;
        plan.edit(book, kind, id, &edits)?;
        say_done(book, &mut plan, row, before, after);
        return Ok(Graded { plan, verdict, before, after, by_hand: true });
    }
    if let (Some(hand), Some(after)) = (hand, before) {
        plan.done.push(kept(kind, after, hand.until, hand.reason));
        return Ok(Graded { plan, verdict, before, after, by_hand: true });
    }
    let after = verdict.grade;
    // One that is over, or that came without a grade.
    let idle = row.has(&Route::name("grade_override"));
    if before == Some(after) && !idle {
        let named = named(kind, after);
        let (en, zh) = (named.en, named.zh);
        plan.done.push(say!(en: "the grade stays: {en}", zh: "等级不变：{zh}"));
        return Ok(Graded { plan, verdict, before, after, by_hand: false });
    }
    let mut edits = vec![Edit::Set(Route::name("grade"), Value::plain(after))];
    if idle {
        edits.push(Edit::Remove(Route::name("grade_override")));
    }
    edits.extend(stamp(actor, kind));
    plan.edit(book, kind, id, &edits)?;
    say_done(book, &mut plan, row, before, after);
    Ok(Graded { plan, verdict, before, after, by_hand: false })
}

fn ungraded(kind: Kind) -> Text {
    let (en, zh) = (kind.plural().en, kind.label().zh);
    say!(
        en: "the policy gives {en} no grade; see `salesops policy packs`",
        zh: "制度没有对{zh}评级；请见 `salesops policy packs`"
    )
}

fn override_edits(
    book: &Book<'_>,
    actor: &Actor<'_>,
    row: AnyRow<'_>,
    wanted: &ByHand,
) -> Result<(&'static str, Vec<Edit>), Refusal> {
    let reader = Reader { book, me: actor.me, today: actor.today };
    let grade = choice(row.kind, &wanted.to)?;
    let until = wanted.until.as_deref().map(|typed| reader.date(typed)).transpose()?;
    if until.is_some_and(|until| until < actor.today) {
        let typed = wanted.until.as_deref().unwrap_or_default();
        let why = say!(en: "`{typed}` is over already", zh: "`{typed}` 已经过去");
        return Err(Refusal::Cannot(why));
    }
    let mut pairs = vec![("reason".to_owned(), Value::text(&wanted.reason))];
    pairs.extend(actor.me.map(|me| ("by".to_owned(), Value::plain(me))));
    pairs.extend(until.map(|day| ("expires".to_owned(), Value::plain(day))));
    let mut edits = vec![Edit::Set(Route::name("grade"), Value::plain(grade))];
    if row.has(&Route::name("grade_override")) {
        edits.push(Edit::Remove(Route::name("grade_override")));
    }
    edits.push(Edit::Set(Route::name("grade_override"), Value::Map(pairs)));
    edits.extend(stamp(actor, row.kind));
    Ok((grade, edits))
}

// Leads keep when they were graded: the clock of the first contact starts there (OPS-2.4.2).
fn stamp(actor: &Actor<'_>, kind: Kind) -> Option<Edit> {
    kind.field("graded").map(|_| {
        let mut pairs = vec![("on".to_owned(), Value::plain(actor.today))];
        pairs.extend(actor.me.map(|me| ("by".to_owned(), Value::plain(me))));
        Edit::Set(Route::name("graded"), Value::Map(pairs))
    })
}

fn choice(kind: Kind, typed: &str) -> Result<&'static str, Text> {
    match kind.field("grade").map(|field| field.shape) {
        Some(Shape::Choice(choices)) => parse_choice(choices, typed),
        _ => Err(ungraded(kind)),
    }
}

/// A grade with its scale, so that a customer's A is never taken for a deal's.
fn named(kind: Kind, grade: &str) -> Text {
    let field = kind.field("grade");
    match field.and_then(|field| Some((field.label, field.choice(grade)?.label))) {
        Some((scale, grade)) => Text {
            en: format!("{} {} {}", kind.label().en, scale.en, grade.en).into(),
            zh: format!("{} {}", scale.zh, grade.zh).into(),
        },
        None => Text::same(grade),
    }
}

fn say_done(book: &Book<'_>, plan: &mut Plan, row: AnyRow<'_>, from: Option<&str>, to_key: &str) {
    let (reference, name) = (row.reference(), row.name(book));
    let to = named(row.kind, to_key);
    plan.done.push(match from.filter(|from| *from != to_key).map(|from| named(row.kind, from)) {
        Some(from) => Text {
            en: format!("{reference} ({name}): {} → {}", from.en, to.en).into(),
            zh: format!("{reference}（{name}）：{} → {}", from.zh, to.zh).into(),
        },
        None => Text {
            en: format!("{reference} ({name}): {}", to.en).into(),
            zh: format!("{reference}（{name}）：{}", to.zh).into(),
        },
    });
}

fn kept(kind: Kind, grade: &str, until: Option<Date>, reason: &str) -> Text {
    let named = named(kind, grade);
    let (until_en, until_zh) = match until {
        Some(day) => (format!(" until {day}"), format!("，至 {day}")),
        None => (String::new(), String::new()),
    };
    Text {
        en: format!("given by hand: {}{until_en} ({reason})", named.en).into(),
        zh: format!("人工评定：{}{until_zh}（{reason}）", named.zh).into(),
    }
}
