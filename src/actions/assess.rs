//! Compiling the assessments of a month: the figures of every member at once (ITS-4.2, ITS-4.3.1).

use super::{Actor, Plan, Refusal, add};
use crate::base::edit::Edit;
use crate::base::field::Fields;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::span::Span;
use crate::base::value::Value;
use crate::book::{Book, Row};
use crate::facts::assessment;
use crate::metrics::assessment as compile;
use crate::metrics::kpi::Figures;
use crate::metrics::targets::Targets;
use crate::model::assessment::{AssessmentStatus, Line, Scheme};
use crate::model::{Assessment, Member};
use crate::say;
use crate::text::emit::value_of;

/// What becomes of the assessment of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    New,
    /// Its figures are compiled anew.
    Anew,
    /// Nothing has changed.
    Same,
    /// It is reviewed or decided, and stays as it is.
    Kept,
    /// It is the compiler's own: somebody else compiles it.
    Own,
}

/// The compiled figures of a member.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The member.
    pub member: Id,
    /// The table of weights.
    pub scheme: Scheme,
    /// The figures.
    pub lines: Vec<Line>,
    /// What becomes of the file.
    pub fate: Fate,
}

/// Plans to compile the assessments of a month: of these members, else of everybody who has a
/// table of weights.
///
/// # Errors
/// When nobody is known to act, it is no month that has begun, or a member has no table.
pub fn plan(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    month: &Span,
    wanted: &[Id],
) -> Result<(Plan, Vec<Compiled>), Refusal> {
    actor.known()?;
    let period = month.period();
    if period.from() > actor.today {
        return Err(Refusal::Cannot(say!(
            en: "{month} is still to come",
            zh: "{month} 尚未到来"
        )));
    }
    let (figures, targets) = (Figures::new(book, actor.today), Targets::new(book));
    let mut plan = Plan::default();
    let mut compiled = Vec::new();
    for (row, scheme) in members(book, month, wanted)? {
        let known = known(book, month, row.id);
        let kept = known.filter(|it| it.record.status() != AssessmentStatus::Draft);
        let (lines, fate) = match kept {
            Some(kept) => (kept.record.lines.to_vec(), Fate::Kept),
            None => {
                let lines = compile::lines(book, &figures, &targets, (row.id, scheme), period);
                let fate = write(book, &mut plan, actor, month, (row.id, scheme, known), &lines)?;
                (lines, fate)
            }
        };
        compiled.push(Compiled { member: row.id.clone(), scheme, lines, fate });
    }
    let n = plan.changes.len();
    plan.done.push(say!(
        en: "{month}: assessments compiled: {n}",
        zh: "{month}：已汇总考核 {n} 份"
    ));
    plan.next = (n > 0).then(|| {
        say!(
            en: "`salesops report assessment --period {month}`",
            zh: "`salesops report assessment --period {month}`"
        )
    });
    Ok((plan, compiled))
}

fn members<'b>(
    book: &'b Book<'_>,
    month: &Span,
    wanted: &[Id],
) -> Result<Vec<(Row<'b, Member>, Scheme)>, Refusal> {
    let of = |row: Row<'b, Member>| {
        assessment::scheme(book, row.record, month.period()).map(|scheme| (row, scheme))
    };
    if wanted.is_empty() {
        return Ok(book.iter::<Member>().filter_map(of).collect());
    }
    let mut found = Vec::new();
    for id in wanted {
        let row = super::readable_as::<Member>(book, id)?;
        found.push(of(row).ok_or_else(|| {
            Refusal::Cannot(say!(
                en: "member/{id} is not assessed in {month}: the role has no table of weights, or the member was not here; see `salesops policy assess.roles`",
                zh: "member/{id} 在 {month} 不参加考核：岗位没有权重表，或当时不在职；请见 `salesops policy assess.roles`"
            ))
        })?);
    }
    Ok(found)
}

// The assessment of a member for the month, where there is one.
fn known<'b>(book: &'b Book<'_>, month: &Span, member: &Id) -> Option<Row<'b, Assessment>> {
    let is_of_month =
        |row: &Row<'_, Assessment>| row.record.period == *month && **row.record.member == **member;
    book.referring::<Assessment>(Kind::Member, member).find(is_of_month)
}

fn write(
    book: &Book<'_>,
    plan: &mut Plan,
    actor: &mut Actor<'_>,
    month: &Span,
    (member, scheme, known): (&Id, Scheme, Option<Row<'_, Assessment>>),
    lines: &[Line],
) -> Result<Fate, Refusal> {
    if actor.me == Some(member) {
        return Ok(Fate::Own);
    }
    let figures = Value::List(lines.iter().map(|line| value_of(line as &dyn Fields)).collect());
    let Some(known) = known else {
        create(book, plan, actor, month, (member, scheme), figures)?;
        return Ok(Fate::New);
    };
    let before = Value::List(known.record.lines.iter().map(|line| value_of(line)).collect());
    if before == figures && known.record.table == Some(scheme) {
        return Ok(Fate::Same);
    }
    let mut edits = vec![
        Edit::Set(Route::name("table"), Value::plain(scheme.key())),
        Edit::Set(Route::name("lines"), figures),
    ];
    edits.extend(actor.me.map(|me| Edit::Set(Route::name("compiled_by"), Value::plain(me))));
    plan.edit(book, Kind::Assessment, known.id, &edits)?;
    Ok(Fate::Anew)
}

fn create(
    book: &Book<'_>,
    plan: &mut Plan,
    actor: &mut Actor<'_>,
    month: &Span,
    (member, scheme): (&Id, Scheme),
    lines: Value,
) -> Result<(), Refusal> {
    let mut value = Value::map([
        ("period", Value::plain(month)),
        ("member", Value::plain(member)),
        ("table", Value::plain(scheme.key())),
        ("lines", lines),
    ]);
    if let Some(me) = actor.me {
        value.put("compiled_by", Value::plain(me));
    }
    value.put("entered", add::entered(actor.me, actor.now));
    let id = add::fresh(book, actor, Kind::Assessment, &value)?;
    let path = Kind::Assessment.spread().path(Kind::Assessment, &id, actor.today);
    plan.create(Kind::Assessment, &id, &path, &value);
    Ok(())
}
