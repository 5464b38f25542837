//! The public pool (公海): what its owner gives up goes there, and whoever works it next takes it out
//! (OPS-1.1: nothing is left without somebody who answers for it; OPS-2.4.1 says who may).

use std::collections::HashMap;

use super::bulk::{self, Bulk};
use super::leads::assign::{self, Options, open_lead};
use super::transfer::{refuse_stranger, refuse_unreasoned};
use super::{Actor, Plan, Refusal};
use crate::base::date::Date;
use crate::base::edit::Edit;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::value::Value;
use crate::book::{AnyRow, Book};
use crate::facts::{holding, people, pool};
use crate::flow::handing::Hands;
use crate::flow::recycling::Idle;
use crate::model::lead::LeadStatus;
use crate::model::{Lead, Member, Opportunity};
use crate::say;

/// Plans to put a customer or lead into the pool.
///
/// # Errors
/// When nobody is known to act, or may not; when no reason is given, nobody has it, or a deal keeps
/// it with its owner.
pub fn release(
    book: &Book<'_>,
    actor: &Actor<'_>,
    row: AnyRow<'_>,
    reason: &str,
) -> Result<Plan, Refusal> {
    actor.known()?;
    refuse_unreasoned(reason)?;
    let (kind, id) = (row.kind, row.id);
    let (reference, name) = (row.reference(), row.name(book));
    let Some(owner) = book.owner_of(kind, id) else {
        return Err(Refusal::Cannot(say!(
            en: "nobody has {reference}; it is in the public pool",
            zh: "{reference} 无人负责，已在公海中"
        )));
    };
    refuse_stranger(book, actor, Some(owner))?;
    let mut edits = vec![Edit::Remove(Route::name("owner"))];
    match kind {
        Kind::Lead => edits.extend(as_unassigned(open_lead(book, id)?.record)),
        _ => refuse_dealing(book, id)?,
    }
    // What was agreed was agreed with who had it.
    if !row.fields.get("next").is_absent() {
        edits.push(Edit::Remove(Route::name("next")));
    }
    let what = [
        ("pool", Value::plain(true)),
        ("from", Value::plain(owner)),
        ("reason", Value::text(reason.trim())),
    ];
    edits.push(Edit::Append(Route::name("moves"), actor.step(what)));
    let mut plan = Plan::default();
    plan.edit(book, kind, id, &edits)?;
    plan.done.push(say!(
        en: "{reference} ({name}) is in the public pool",
        zh: "{reference}（{name}）已放入公海"
    ));
    plan.next = Some(say!(
        en: "who works it next takes it: `salesops pool claim {reference}`",
        zh: "由下一位跟进者领取：`salesops pool claim {reference}`"
    ));
    Ok(plan)
}

/// Plans to put what has lain idle into the pool, row by row.
///
/// # Errors
/// When nothing of it may be put there, for one and the same reason.
pub fn recycle(book: &Book<'_>, actor: &Actor<'_>, idle: &[Idle<'_>]) -> Result<Bulk, Refusal> {
    let over: Vec<&Idle<'_>> = idle.iter().filter(|it| it.is_over(actor.today)).collect();
    let until: HashMap<(Kind, &Id), Date> =
        over.iter().map(|it| ((it.row.kind, it.row.id), it.until)).collect();
    let rows: Vec<AnyRow<'_>> = over.iter().map(|it| it.row).collect();
    bulk::each(&rows, |row| {
        let until = until[&(row.kind, row.id)];
        let why = say!(en: "idle, kept until {until}", zh: "长期未跟进，保留至 {until}");
        release(book, actor, row, why.pick(book.policy().lang()))
    })
}

// A lead as it was before somebody got it.
fn as_unassigned(lead: &Lead) -> Vec<Edit> {
    let status = match lead.grade {
        Some(_) => LeadStatus::Graded,
        None => LeadStatus::New,
    };
    let mut edits = Vec::new();
    if lead.status.is_some() {
        edits.push(Edit::Set(Route::name("status"), Value::plain(status.key())));
    }
    if lead.assignment.is_some() {
        edits.push(Edit::Remove(Route::name("assignment")));
    }
    edits
}

// Who takes the customer would not take the deal.
fn refuse_dealing(book: &Book<'_>, customer: &Id) -> Result<(), Refusal> {
    let deals = book.referring::<Opportunity>(Kind::Customer, customer);
    let mut alive = deals.filter(|deal| {
        deal.record.customer.as_deref() == Some(customer) && holding::is_alive(deal.record)
    });
    let Some(deal) = alive.next() else { return Ok(()) };
    let outcome = deal.record.outcome().label();
    let (deal, en, zh) = (deal.id, outcome.en, outcome.zh);
    Err(Refusal::Forbidden(say!(
        en: "opportunity/{deal} is {en}; close it, or give the customer away with it: `salesops transfer customer/{customer} --to MEMBER --reason TEXT`",
        zh: "opportunity/{deal} 的状态为“{zh}”；请先关闭，或连同机会一并转移：`salesops transfer customer/{customer} --to 成员 --reason 原因`"
    )))
}

/// Plans to take a customer or lead out of the pool.
///
/// # Errors
/// When nobody is known to act or who acts does not work here; when somebody has it, it was theirs
/// just before, the day's share is taken, or they have as much as the policy allows.
pub fn claim<'b>(
    book: &'b Book<'b>,
    actor: &mut Actor<'_>,
    row: AnyRow<'b>,
) -> Result<Plan, Refusal> {
    actor.known()?;
    let Some(me) = actor.me else { return Ok(Plan::default()) };
    refuse_owned(book, actor, row, me)?;
    refuse_hot(book, actor, row, me)?;
    let share = pool::share(book, me, actor.today);
    let policy = book.policy().pool();
    let most = policy.daily_claims;
    if share.taken >= most {
        return Err(Refusal::Forbidden(say!(
            en: "you took {most} out of the public pool today, and the policy allows no more (`pool.daily_claims`)",
            zh: "你今天已从公海领取 {most} 条，达到制度上限（`pool.daily_claims`）"
        )));
    }
    if row.kind == Kind::Lead {
        return claim_lead(book, actor, row.id, me);
    }
    let (has, most) = (share.customers, policy.max_customers);
    if has >= most {
        return Err(Refusal::Forbidden(say!(
            en: "you have {has} customers; the policy allows {most} (`pool.max_customers`)",
            zh: "你已有 {has} 个客户，制度上限为 {most} 个（`pool.max_customers`）"
        )));
    }
    let taken = actor.step([("owner", Value::plain(me)), ("pool", Value::plain(false))]);
    let edits = [
        Edit::Set(Route::name("owner"), Value::plain(me)),
        Edit::Append(Route::name("moves"), taken),
    ];
    let mut plan = Plan::default();
    plan.edit(book, row.kind, row.id, &edits)?;
    let (reference, name) = (row.reference(), row.name(book));
    let member = book.name_of(Kind::Member, me);
    plan.done.push(
        say!(en: "{reference} ({name}) is {member}'s", zh: "{reference}（{name}）由 {member} 领取"),
    );
    plan.next = Some(say!(
        en: "get in touch, and log it: `salesops log call {reference} TEXT`",
        zh: "联系客户并记录：`salesops log call {reference} 内容`"
    ));
    Ok(plan)
}

fn claim_lead<'b>(
    book: &'b Book<'b>,
    actor: &mut Actor<'_>,
    id: &Id,
    me: &Id,
) -> Result<Plan, Refusal> {
    let lead = open_lead(book, id)?;
    let hands = Hands::new(book, actor.today);
    let options = Options { to: Some(me.clone()), claimed: true, ..Options::default() };
    let candidate = assign::chosen(book, &hands, lead, &[], &options)?;
    let mut plan = assign::plan(book, actor, lead, &candidate, &options)?;
    plan.next = Some(super::leads::ack::first_contact(&lead.erase().reference()));
    Ok(plan)
}

// What belongs to a member who has left is nobody's.
fn refuse_owned(
    book: &Book<'_>,
    actor: &Actor<'_>,
    row: AnyRow<'_>,
    me: &Id,
) -> Result<(), Refusal> {
    let works = |owner: &&Id| {
        book.get::<Member>(owner).is_none_or(|row| !people::has_left(row.record, actor.today))
    };
    let reference = row.reference();
    match book.owner_of(row.kind, row.id).filter(works) {
        Some(owner) if owner == me => Err(Refusal::Cannot(
            say!(en: "{reference} is yours already", zh: "{reference} 已由你负责"),
        )),
        Some(owner) => {
            let name = book.name_of(Kind::Member, owner);
            Err(Refusal::Forbidden(say!(
                en: "{reference} is {name}'s and not in the public pool",
                zh: "{reference} 由 {name} 负责，不在公海中"
            )))
        }
        None => Ok(()),
    }
}

// Who gave it up leaves it to others for a while.
fn refuse_hot(book: &Book<'_>, actor: &Actor<'_>, row: AnyRow<'_>, me: &Id) -> Result<(), Refusal> {
    let Some(step) = pool::entered_by(book, row.kind, row.id) else { return Ok(()) };
    let free = step.on.checked_add_days(book.policy().pool().cool_off_days);
    let Some(free) = free.filter(|day| step.from.as_deref() == Some(me) && actor.today < *day)
    else {
        return Ok(());
    };
    let reference = row.reference();
    Err(Refusal::Forbidden(say!(
        en: "{reference} was yours; it is left to others until {free} (`pool.cool_off_days`)",
        zh: "{reference} 此前由你负责，{free} 前留给其他成员（`pool.cool_off_days`）"
    )))
}
