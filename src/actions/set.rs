//! Setting fields of a record.

use super::assign::{Assigner, Assignment, Operator, resolve};
use super::typed::Reader;
use super::{Actor, Plan, Refusal, starts};
use crate::base::edit::Edit;
use crate::base::field::{Fields, Shape, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::{Key, Route};
use crate::base::text::Text;
use crate::book::Book;
use crate::facts::pool;
use crate::flow::life::{self, Loosened};
use crate::model::Opportunity;
use crate::say;
use crate::text::decode::decode;
use crate::text::yaml;

/// Plans to set fields of one record.
///
/// # Errors
/// When a field or value does not fit, or another command owns the field.
pub fn plan(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    kind: Kind,
    id: &Id,
    assignments: &[Assignment],
) -> Result<Plan, Refusal> {
    plan_taking(book, actor, kind, id, assignments, &[])
}

/// [`plan`] for a command that owns some of the fields: `takes`.
///
/// # Errors
/// As [`plan`].
pub fn plan_taking(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    kind: Kind,
    id: &Id,
    assignments: &[Assignment],
    takes: &[&str],
) -> Result<Plan, Refusal> {
    let row = book.any(kind, id);
    let mut edits = Vec::new();
    for assignment in assignments {
        let target = resolve(kind, &assignment.key)?;
        if !takes.contains(&target.route.head().unwrap_or_default()) {
            refuse_owned(book, kind, id, assignment)?;
        }
        // To clear what is not there changes nothing.
        let clears = assignment.operator == Operator::Clear;
        if clears && row.is_some_and(|row| !row.has(&target.route)) {
            continue;
        }
        let reader = Reader { book, me: actor.me, today: actor.today };
        let record = row.map(|row| row.fields);
        let mut assigner = Assigner { reader, kind, record, entropy: &mut *actor.entropy };
        let edit = assigner.edit(assignment)?;
        edits.extend(owner_move(kind, record, &edit, actor));
        edits.push(edit);
    }
    let reader = Reader { book, me: actor.me, today: actor.today };
    let begun = starts::of_edits(&reader, kind, row.map(|row| row.fields), &edits);
    edits.extend(begun);
    let edits = items_last(edits);
    let mut plan = Plan::default();
    plan.edit(book, kind, id, &edits)?;
    let of_lines = edits.iter().any(|edit| edit.route().head() == Some("lines"));
    let derived = kind == Kind::Opportunity && of_lines && has_amount_of_lines(&plan);
    if derived {
        plan.edit(book, kind, id, &[Edit::Remove(Route::name("amount"))])?;
    }
    plan.settle();
    let name = book.name_of(kind, id);
    let reference = kind.reference(id);
    plan.done.push(match plan.changes.is_empty() {
        true => say!(en: "{reference} ({name}) is so already", zh: "{reference}（{name}）无需改动"),
        false => say!(en: "changed {reference} ({name})", zh: "已修改 {reference}（{name}）"),
    });
    if derived {
        plan.done.push(say!(
            en: "every line has its price now: the amount follows from them",
            zh: "各行明细均有价格，金额改由明细得出"
        ));
    }
    Ok(plan)
}

// Whether the planned deal has a written amount although each of its lines has a price.
fn has_amount_of_lines(plan: &Plan) -> bool {
    let after = plan.changes.first().and_then(|change| change.after.as_deref());
    let Some(text) = after.and_then(|bytes| std::str::from_utf8(bytes).ok()) else { return false };
    let (tree, _) = yaml::parse(text);
    let deal: Option<Opportunity> = decode(&tree).0;
    deal.is_some_and(|deal| deal.amount.is_some() && deal.is_priced_by_line())
}

/// Refuses a field that a command owns, or that follows from others.
///
/// # Errors
/// With the name of the command.
pub fn refuse_owned(
    book: &Book<'_>,
    kind: Kind,
    id: &Id,
    assignment: &Assignment,
) -> Result<(), Refusal> {
    refuse_owned_by_command(kind, assignment)?;
    let head = resolve(kind, &assignment.key)?.route;
    let head = head.head().unwrap_or_default();
    let fixed = |row| life::of(kind).and_then(|life| life.fixes(row, head));
    if let Some(fixed) = book.any(kind, id).and_then(fixed) {
        return Err(Refusal::Forbidden(stands_fast(kind.reference(id), head, &fixed.loosened)));
    }
    let derived = kind == Kind::Opportunity
        && head == "amount"
        && assignment.operator != Operator::Clear
        && book.get::<Opportunity>(id).is_some_and(|deal| deal.record.is_priced_by_line());
    if derived {
        return Err(Refusal::Forbidden(amount_is_derived(book, id)));
    }
    if kind == Kind::Customer && head == "owner" && pool::entered_by(book, kind, id).is_some() {
        return Err(Refusal::Forbidden(say!(
            en: "customer/{id} is in the public pool; take it: `salesops pool claim customer/{id}`",
            zh: "customer/{id} 在公海中；请领取：`salesops pool claim customer/{id}`"
        )));
    }
    Ok(())
}

/// Refuses a field that a command owns.
///
/// # Errors
/// With the name of the command.
pub fn refuse_owned_by_command(kind: Kind, assignment: &Assignment) -> Result<(), Refusal> {
    let target = resolve(kind, &assignment.key)?;
    let head = target.route.head().unwrap_or_default();
    let field = kind.field(head);
    if let Some(command) = field.and_then(|field| field.via) {
        let why = say!(
            en: "`{head}` is not set by hand; `salesops {command}` writes it",
            zh: "`{head}` 不能直接设置，由 `salesops {command}` 写入"
        );
        return Err(Refusal::Forbidden(why));
    }
    Ok(())
}

fn amount_is_derived(book: &Book<'_>, id: &Id) -> Text {
    let lines = book.get::<Opportunity>(id).map_or_else(Vec::new, |deal| {
        let lines = deal.record.lines.iter().enumerate();
        lines.map(|(at, line)| format!("lines.{at} ({})", &*line.product)).collect()
    });
    let lines = lines.join(", ");
    say!(
        en: "the amount follows from the lines; change a price: {lines}, as in `lines.0.price=…`",
        zh: "金额由明细得出；请修改价格：{lines}，如 `lines.0.price=…`"
    )
}

// Items go by their positions in the record as it is, so the hindmost goes first, after all else.
fn items_last(edits: Vec<Edit>) -> Vec<Edit> {
    let is_item = |edit: &Edit| {
        let last = edit.route().keys().last();
        matches!((edit, last), (Edit::Remove(_), Some(Key::Index(_))))
    };
    let (mut items, mut edits): (Vec<Edit>, Vec<Edit>) = edits.into_iter().partition(is_item);
    items.sort_by(|a, b| b.route().cmp(a.route()));
    items.dedup();
    edits.extend(items);
    edits
}

// Owners are kept in the moves of what has them, so that past figures know whose a deal was.
fn owner_move(
    kind: Kind,
    record: Option<&dyn Fields>,
    edit: &Edit,
    actor: &Actor<'_>,
) -> Option<Edit> {
    let now = match record?.get("owner") {
        View::Ref(_, owner) => Some(&**owner),
        _ => None,
    };
    match edit {
        Edit::Set(route, value)
            if has_moves(kind) && *route == Route::name("owner") && value.as_text() != now =>
        {
            let step = actor.step([("owner", value.clone())]);
            Some(Edit::Append(Route::name("moves"), step))
        }
        _ => None,
    }
}

/// Whether records of a kind keep their past owners.
pub(super) fn has_moves(kind: Kind) -> bool {
    kind.field("moves").is_some_and(|field| matches!(field.shape, Shape::List(_)))
}

// What was agreed on is changed by a step of its own.
fn stands_fast(reference: String, head: &str, loosened: &Loosened) -> Text {
    match loosened {
        Loosened::Change(step) => say!(
            en: "`{head}` of {reference} stands fast by now; change it by `salesops {step} {reference} {head}=VALUE`",
            zh: "{reference} 的 `{head}` 已经确定；请用 `salesops {step} {reference} {head}=值` 变更"
        ),
        Loosened::Return(step) => say!(
            en: "`{head}` of {reference} stands fast by now; to change it, take it back first: `salesops {step} {reference} --reason TEXT`",
            zh: "{reference} 的 `{head}` 已经确定；如需修改，请先退回：`salesops {step} {reference} --reason 原因`"
        ),
        Loosened::End(step) => say!(
            en: "`{head}` of {reference} stands fast by now; end it by `salesops {step} {reference} --reason TEXT` and make another",
            zh: "{reference} 的 `{head}` 已经确定；请用 `salesops {step} {reference} --reason 原因` 终止，再另立一份"
        ),
    }
}
