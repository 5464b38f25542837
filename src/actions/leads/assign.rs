//! Giving a lead to a member (OPS-2.4).

use crate::actions::bulk::{self, Bulk};
use crate::actions::{Actor, Plan, Refusal, readable_as, waive};
use crate::base::date::Instant;
use crate::base::edit::Edit;
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{AnyRow, Book, Row};
use crate::facts::{clock, people};
use crate::flow::gates;
use crate::flow::handing::{Candidate, Hands};
use crate::model::common::Degree;
use crate::model::lead::LeadStatus;
use crate::model::{Lead, Member};
use crate::say;

/// How a lead is given.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// To whom; without it, the best of the ranking.
    pub to: Option<Id>,
    /// What is asked for; without it, what the policy asks.
    pub requirement: Option<String>,
    /// Gates to pass without what they ask for.
    pub waive: Vec<String>,
    /// Why.
    pub reason: Option<String>,
    /// Whether who acts takes it out of the public pool, and so has taken note of it.
    pub claimed: bool,
}

/// Refuses where who acts may not assign.
///
/// # Errors
/// When nobody is known to act, or the role is below the policy's.
pub fn refuse_rank(book: &Book<'_>, actor: &Actor<'_>) -> Result<(), Refusal> {
    actor.known()?;
    let role = &book.policy().assign().by_role;
    if actor.me.is_some_and(|me| people::has_rank(book, me, role)) {
        return Ok(());
    }
    let Text { en, zh } = book.policy().term(Vocabulary::Role, role);
    Err(Refusal::Forbidden(say!(
        en: "leads are assigned by a {en} or above (`assign.by_role` of the policy)",
        zh: "线索须由{zh}或以上人员分配（制度 `assign.by_role`）"
    )))
}

/// The lead, which must be readable and open.
///
/// # Errors
/// When it is not.
pub fn open_lead<'b>(book: &'b Book<'b>, id: &Id) -> Result<Row<'b, Lead>, Refusal> {
    let row = readable_as::<Lead>(book, id)?;
    if row.record.is_open() {
        return Ok(row);
    }
    let status = row.record.status().label();
    let (en, zh) = (status.en, status.zh);
    Err(Refusal::Forbidden(say!(en: "lead/{id} is {en}", zh: "lead/{id} 的状态为“{zh}”")))
}

// Whether somebody who works here has the lead already.
fn is_taken(book: &Book<'_>, lead: Row<'_, Lead>, actor: &Actor<'_>) -> bool {
    let owner = lead.record.owner.as_deref().and_then(|owner| book.get::<Member>(owner));
    owner.is_some_and(|owner| !people::has_left(owner.record, actor.today))
}

/// Whom a lead would be given to: who is named, else the first of the ranking.
///
/// # Errors
/// When there is nobody, or who is named does not work here.
pub fn chosen<'b>(
    book: &Book<'_>,
    hands: &Hands<'b>,
    lead: Row<'b, Lead>,
    ranked: &[Candidate<'b>],
    options: &Options,
) -> Result<Candidate<'b>, Refusal> {
    if let Some(to) = &options.to {
        let name = book.name_of(Kind::Member, to);
        return hands.one(lead, to).ok_or_else(|| {
            Refusal::Forbidden(say!(
                en: "{name} does not work here on this day",
                zh: "{name} 当日不在职"
            ))
        });
    }
    ranked.first().cloned().ok_or_else(|| {
        Refusal::Forbidden(say!(
            en: "no member has a role that gets leads (`assign.roles` of the policy)",
            zh: "没有成员的岗位可分配线索（制度 `assign.roles`）"
        ))
    })
}

/// Plans to give a lead to `candidate`.
///
/// # Errors
/// When it is closed, the candidate's already, or a gate holds it.
pub fn plan<'b>(
    book: &'b Book<'b>,
    actor: &mut Actor<'_>,
    lead: Row<'b, Lead>,
    candidate: &Candidate<'_>,
    options: &Options,
) -> Result<Plan, Refusal> {
    let to = candidate.member;
    let (reference, name) = (lead.erase().reference(), lead.erase().name(book));
    let member = book.name_of(Kind::Member, to);
    if lead.record.owner.as_deref() == Some(to) && lead.record.assignment.is_some() {
        return Err(Refusal::Cannot(say!(
            en: "{reference} is {member}'s already",
            zh: "{reference} 已分配给 {member}"
        )));
    }
    let waived = waived(book, lead, candidate, options)?;
    let grade = lead.record.grade.unwrap_or(Degree::High);
    let due = clock::due(book, actor.now, *book.policy().lead().first_contact_hours.of(grade));
    let edits = edits(book, actor, (lead, to), (grade, due), (&waived, options));
    let mut plan = Plan::default();
    plan.edit(book, Kind::Lead, lead.id, &edits)?;
    let until = due.to_minute();
    plan.done.push(say!(
        en: "{reference} ({name}) is {member}'s; first contact until {until}",
        zh: "{reference}（{name}）已分配给 {member}，最迟 {until} 首次接触"
    ));
    plan.next = Some(say!(
        en: "{member} takes note of it: `salesops ack {reference}`",
        zh: "{member} 确认接收：`salesops ack {reference}`"
    ));
    Ok(plan)
}

/// Leads given out together.
#[derive(Clone, Default)]
pub struct Many<'b> {
    /// The changes of all, and which are refused.
    pub bulk: Bulk,
    /// Who gets what, in the order in which they are given.
    pub given: Vec<(Row<'b, Lead>, Candidate<'b>)>,
}

/// Plans to give every lead that nobody has, the high ones first; each counts at once for the next.
/// With a member named, all go there.
///
/// # Errors
/// When none can be given, for one and the same reason.
pub fn many<'b>(
    book: &'b Book<'b>,
    actor: &mut Actor<'_>,
    hands: &mut Hands<'b>,
    rows: &[AnyRow<'b>],
    options: &Options,
) -> Result<Many<'b>, Refusal> {
    let mut rows = rows.to_vec();
    // What has no grade comes last; it is refused, or waived.
    rows.sort_by_key(|row| {
        let grade = book.get::<Lead>(row.id).and_then(|lead| lead.record.grade);
        (grade.is_none(), grade)
    });
    let mut given = Vec::new();
    let bulk = bulk::each(&rows, |row| {
        let lead = open_lead(book, row.id)?;
        if options.to.is_none() && is_taken(book, lead, actor) {
            return Ok(Plan::default());
        }
        let chosen = chosen(book, hands, lead, &hands.ranked(lead), options)?;
        let plan = plan(book, actor, lead, &chosen, options)?;
        hands.give(lead.record.owner.as_deref(), chosen.member);
        given.push((lead, chosen));
        Ok(plan)
    })?;
    Ok(Many { bulk, given })
}

fn edits(
    book: &Book<'_>,
    actor: &Actor<'_>,
    (lead, to): (Row<'_, Lead>, &Id),
    (grade, due): (Degree, Instant),
    (waived, options): (&[&str], &Options),
) -> Vec<Edit> {
    let lang = book.policy().lang();
    let asked = || book.policy().assign().requirement.of(grade).text().pick(lang).to_owned();
    let requirement = options.requirement.clone().unwrap_or_else(asked);
    let mut pairs = vec![("to".to_owned(), Value::plain(to))];
    pairs.extend(actor.me.map(|me| ("by".to_owned(), Value::plain(me))));
    pairs.push(("at".to_owned(), Value::plain(actor.now)));
    pairs.push(("requirement".to_owned(), Value::text(requirement)));
    pairs.push(("first_contact_due".to_owned(), Value::plain(due)));
    if options.claimed {
        pairs.push(("acknowledged_at".to_owned(), Value::plain(actor.now)));
    }
    let mut edits = vec![
        Edit::Set(Route::name("status"), Value::plain(LeadStatus::Assigned.key())),
        Edit::Set(Route::name("owner"), Value::plain(to)),
    ];
    if lead.record.assignment.is_some() {
        edits.push(Edit::Remove(Route::name("assignment")));
    }
    edits.push(Edit::Set(Route::name("assignment"), Value::Map(pairs)));
    // Nothing is left without a next step (OPS-1.1).
    if lead.record.next.is_none() {
        let what = book.policy().term(Vocabulary::Purpose, "first_contact");
        let next =
            [("on", Value::plain(clock::day(book, due))), ("what", Value::text(what.pick(lang)))];
        edits.push(Edit::Set(Route::name("next"), Value::map(next)));
    }
    edits.push(Edit::Append(Route::name("moves"), step(actor, to, waived, options)));
    edits
}

fn step(actor: &Actor<'_>, to: &Id, waived: &[&str], options: &Options) -> Value {
    let mut what = vec![("owner", Value::plain(to))];
    what.extend(options.claimed.then(|| ("pool", Value::plain(false))));
    what.extend(options.reason.as_ref().map(|why| ("reason", Value::text(why))));
    what.extend(waive::noted(waived));
    actor.step(what)
}

fn waived<'o>(
    book: &Book<'_>,
    lead: Row<'_, Lead>,
    candidate: &Candidate<'_>,
    options: &'o Options,
) -> Result<Vec<&'o str>, Refusal> {
    let mut missing = candidate.against.clone();
    let gate = &gates::lead::GRADED;
    if lead.record.grade.is_none() && book.policy().applies(gate.clauses) {
        let message = say!(en: "the lead is not graded", zh: "线索尚未评级");
        let remedy = format!("salesops grade {}", lead.erase().reference());
        missing.insert(0, gate.lacks("grade", message, remedy));
    }
    waive::allowed(&options.waive, options.reason.as_deref())?;
    waive::needed(missing, &options.waive)
}
