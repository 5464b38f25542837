//! A lead that is not ripe is nurtured (OPS-2.3.3); one without hope is given up (OPS-2.3.4).

use super::assign::open_lead;
use crate::actions::typed::Reader;
use crate::actions::{Actor, Plan, Refusal};
use crate::base::edit::Edit;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::value::Value;
use crate::book::{Book, Row};
use crate::facts::people::has_rank;
use crate::model::Lead;
use crate::model::common::Degree;
use crate::model::lead::LeadStatus;
use crate::say;

/// Plans to nurture a lead: it is left alone until a day, with something to do then.
///
/// # Errors
/// When nobody is known to act, the lead is closed or another's, or the day is not to come.
pub fn nurture(
    book: &Book<'_>,
    actor: &Actor<'_>,
    id: &Id,
    next: &str,
    what: &str,
) -> Result<Plan, Refusal> {
    let lead = own(book, actor, id)?;
    let reader = Reader { book, me: actor.me, today: actor.today };
    let on = reader.date(next)?;
    if on <= actor.today {
        return Err(Refusal::Cannot(say!(
            en: "the next step lies ahead; {on} does not",
            zh: "下一步应在今天之后，{on} 不是"
        )));
    }
    if what.trim().is_empty() {
        return Err(Refusal::Cannot(
            say!(en: "say what is to be done then", zh: "请写明届时要做什么"),
        ));
    }
    let mut edits =
        vec![Edit::Set(Route::name("status"), Value::plain(LeadStatus::Nurturing.key()))];
    edits.extend(lead.record.next.as_ref().map(|_| Edit::Remove(Route::name("next"))));
    let step = [("on", Value::plain(on)), ("what", Value::text(what))];
    edits.push(Edit::Set(Route::name("next"), Value::map(step)));
    let mut plan = Plan::default();
    plan.edit(book, Kind::Lead, id, &edits)?;
    let (reference, name) = (lead.erase().reference(), lead.erase().name(book));
    plan.done.push(say!(
        en: "{reference} ({name}) is nurtured; next on {on}",
        zh: "{reference}（{name}）转入培育，下一步 {on}"
    ));
    Ok(plan)
}

/// Plans to give a lead up.
///
/// # Errors
/// When nobody is known to act, the lead is closed or another's, no reason is given, or a high
/// lead is given up by who may not.
pub fn abandon(book: &Book<'_>, actor: &Actor<'_>, id: &Id, reason: &str) -> Result<Plan, Refusal> {
    let lead = own(book, actor, id)?;
    if reason.trim().is_empty() {
        return Err(Refusal::Forbidden(say!(
            en: "say why: `salesops abandon lead/{id} REASON`",
            zh: "请说明原因：`salesops abandon lead/{id} 原因`"
        )));
    }
    refuse_high(book, actor, lead)?;
    let mut edits = vec![
        Edit::Set(Route::name("status"), Value::plain(LeadStatus::Abandoned.key())),
        Edit::Set(Route::name("abandon_reason"), Value::text(reason)),
    ];
    edits.extend(lead.record.next.as_ref().map(|_| Edit::Remove(Route::name("next"))));
    let mut plan = Plan::default();
    plan.edit(book, Kind::Lead, id, &edits)?;
    let (reference, name) = (lead.erase().reference(), lead.erase().name(book));
    plan.done.push(say!(
        en: "{reference} ({name}) is abandoned",
        zh: "{reference}（{name}）已放弃"
    ));
    Ok(plan)
}

// OPS-2.3.4 lets low leads be dropped; what is worth more is given up by who may assign.
fn refuse_high(book: &Book<'_>, actor: &Actor<'_>, lead: Row<'_, Lead>) -> Result<(), Refusal> {
    let role = &book.policy().assign().by_role;
    let high = lead.record.grade == Some(Degree::High) && book.policy().applies(&["OPS-2.3.4"]);
    if !high || actor.me.is_some_and(|me| has_rank(book, me, role)) {
        return Ok(());
    }
    let name = book.policy().term(crate::base::field::Vocabulary::Role, role);
    let (en, zh) = (name.en, name.zh);
    Err(Refusal::Forbidden(say!(
        en: "a high lead is given up by a {en} or above; `salesops nurture` keeps it",
        zh: "高等级线索须由{zh}或以上人员放弃；可用 `salesops nurture` 转入培育"
    )))
}

/// The lead, open, and mine or nobody's, or one that I lead over.
///
/// # Errors
/// When it is not, or nobody is known to act.
pub fn own<'b>(book: &'b Book<'b>, actor: &Actor<'_>, id: &Id) -> Result<Row<'b, Lead>, Refusal> {
    actor.known()?;
    let lead = open_lead(book, id)?;
    let owner = lead.record.owner.as_deref();
    let mine = owner.is_none() || owner == actor.me;
    let role = &book.policy().assign().by_role;
    if mine || actor.me.is_some_and(|me| has_rank(book, me, role)) {
        return Ok(lead);
    }
    let (reference, owner) = (lead.erase().reference(), owner.map_or("", |id| id));
    let owner = book.name_of(Kind::Member, owner);
    Err(Refusal::Forbidden(say!(
        en: "{reference} is {owner}'s",
        zh: "{reference} 由 {owner} 负责"
    )))
}
