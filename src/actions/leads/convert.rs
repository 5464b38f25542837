//! A lead becomes a customer and an opportunity (OPS-4.1.1, ITS-3.1.2): one plan for all three.

mod carry;

use super::keep::own;
use crate::actions::add::{self, Options as Adding};
use crate::actions::assign::{Assigner, Assignment, Operator};
use crate::actions::known::told;
use crate::actions::typed::Reader;
use crate::actions::{Actor, Plan, Refusal, waive};
use crate::base::edit::Edit;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{Book, Row};
use crate::facts::identity::{self, Ground, Marks, Match};
use crate::facts::people::has_rank;
use crate::facts::protection;
use crate::flow::gates::{self, Deal, Missing};
use crate::model::common::Degree;
use crate::model::lead::LeadStatus;
use crate::model::{Lead, Opportunity};
use crate::say;
use crate::store::Overlay;

/// How a lead is converted.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The customer that it belongs to.
    pub customer: Option<Id>,
    /// Whether it is a new customer although one like it is there.
    pub new: bool,
    /// Fields of the opportunity, and with `customer.` before them of the new customer.
    pub fields: Vec<Assignment>,
    /// Gates to pass without what they ask for.
    pub waive: Vec<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Plans to convert a lead.
///
/// # Errors
/// When nobody is known to act, the lead is another's, a customer like it is there, a value does
/// not fit, or a gate holds it.
pub fn plan(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    id: &Id,
    options: &Options,
) -> Result<Plan, Refusal> {
    // Domain table (d): a lead is converted by its owner, or by who may assign.
    let lead = own(book, actor, id)?;
    let found = customer(book, lead, actor, options)?;
    let mut missing = Vec::new();
    missing.extend(found.is_none().then(|| worth(book, lead)).flatten());
    let (mut plan, customer) = match found {
        Some(customer) => (carry::into_customer(book, actor, lead, &customer)?, customer),
        None => {
            let mut value = carry::new_customer(book, actor, lead);
            fill(book, actor, Kind::Customer, &mut value, &options.fields)?;
            let adding = Adding { new: true, ..Adding::default() };
            add::of_value(book, actor, Kind::Customer, value, &adding)?
        }
    };
    let mut value = carry::opportunity(book, actor, lead, &customer);
    fill(book, actor, Kind::Opportunity, &mut value, &options.fields)?;
    let (added, deal) =
        add::of_value(book, actor, Kind::Opportunity, value.clone(), &Adding::default())?;
    missing.extend(gates(book, actor, &plan.clone().then(added.clone()), lead, &deal)?);
    waive::allowed(&options.waive, options.reason.as_deref())?;
    let waived = waive::needed(missing, &options.waive)?;
    let added = match waived.is_empty() {
        true => added,
        // The same again, with the gates that were passed by.
        false => {
            let moves = waived_step(book, actor, &waived, options);
            add::place(&mut value, &Edit::Set(Route::name("moves"), moves));
            let adding = Adding { id: Some(deal.to_string()), ..Adding::default() };
            add::of_value(book, actor, Kind::Opportunity, value, &adding)?.0
        }
    };
    plan = plan.then(added);
    let mut closing = Plan::default();
    closing.edit(book, Kind::Lead, id, &closed(lead, &customer, &deal))?;
    Ok(done(book, lead, &deal, closing, plan))
}

// The opportunity comes first: `-` means it afterwards.
fn done(book: &Book<'_>, lead: Row<'_, Lead>, deal: &Id, closing: Plan, plan: Plan) -> Plan {
    let (reference, name) = (lead.erase().reference(), lead.erase().name(book));
    let deal = Kind::Opportunity.reference(deal);
    let mut plan = plan.then(closing);
    plan.touched.sort_by_key(|(kind, _)| *kind != Kind::Opportunity);
    plan.done.push(say!(
        en: "{reference} ({name}) is converted",
        zh: "{reference}（{name}）已转化"
    ));
    plan.next = Some(say!(
        en: "what the next stage asks for: `salesops advance {deal}`",
        zh: "查看下一阶段的要求：`salesops advance {deal}`"
    ));
    plan
}

// The customer that it is: who is named, or the one that surely is the same; `None` for a new one.
fn customer(
    book: &Book<'_>,
    lead: Row<'_, Lead>,
    actor: &Actor<'_>,
    options: &Options,
) -> Result<Option<Id>, Refusal> {
    if options.new {
        return Ok(None);
    }
    let found = match &options.customer {
        Some(id) => Some(id.clone()),
        None => sure(book, lead, actor)?,
    };
    if let Some(id) = &found {
        refuse_protected(book, lead, actor, id)?;
    }
    Ok(found)
}

fn sure(book: &Book<'_>, lead: Row<'_, Lead>, actor: &Actor<'_>) -> Result<Option<Id>, Refusal> {
    let matches = identity::matches(book, &Marks::of(lead.record));
    let matches: Vec<Match> =
        matches.into_iter().filter(|found| found.kind == Kind::Customer).collect();
    let is_sure = |found: &&Match| matches!(found.ground, Ground::Code | Ground::Name);
    match (&matches[..], &matches.iter().filter(is_sure).collect::<Vec<_>>()[..]) {
        ([], _) => Ok(None),
        (_, [one]) => Ok(Some(one.id.clone())),
        (all, _) => {
            let told: Vec<Text> =
                all.iter().take(5).map(|found| told(book, found, actor.today)).collect();
            let join =
                |pick: fn(&Text) -> &str, by| told.iter().map(pick).collect::<Vec<_>>().join(by);
            let (en, zh) = (join(|it| &it.en, "; "), join(|it| &it.zh, "；"));
            Err(Refusal::Forbidden(say!(
                en: "it may be there already: {en}; `--customer REF` says that it is, `--new` that it is not",
                zh: "可能已在册：{zh}；若是，请用 `--customer 记录` 指明，若不是，请加 `--new`"
            )))
        }
    }
}

// DEV-REG-1: a customer that is kept for another is not taken by a lead.
fn refuse_protected(
    book: &Book<'_>,
    lead: Row<'_, Lead>,
    actor: &Actor<'_>,
    id: &Id,
) -> Result<(), Refusal> {
    let Some(standing) = protection::standing(book, Kind::Customer, id, actor.today) else {
        return Ok(());
    };
    let takes = lead.record.owner.as_deref().or(actor.me);
    let own = standing.owner.as_ref() == takes;
    let role = &book.policy().assign().by_role;
    let leads = actor.me.is_some_and(|me| has_rank(book, me, role));
    if own || leads || !standing.is_protected(actor.today) {
        return Ok(());
    }
    let found = Match { kind: Kind::Customer, id: id.clone(), ground: Ground::Name };
    let Text { en, zh } = told(book, &found, actor.today);
    Err(Refusal::Forbidden(say!(
        en: "the customer is another's: {en}",
        zh: "客户由他人负责：{zh}"
    )))
}

fn worth(book: &Book<'_>, lead: Row<'_, Lead>) -> Option<Missing> {
    let gate = &gates::lead::CUSTOMER_FILE;
    let least = book.policy().customer().create_min_lead_grade;
    let enough = lead.record.grade.is_some_and(|grade| grade <= least);
    if enough || !book.policy().applies(gate.clauses) {
        return None;
    }
    let reference = lead.erase().reference();
    let now = lead.record.grade.map(Degree::label);
    let (en, zh) = (least.label().en, least.label().zh);
    Some(match now {
        None => {
            let message = say!(en: "the lead is not graded", zh: "线索尚未评级");
            gate.lacks("grade", message, format!("salesops grade {reference}"))
        }
        Some(now) => {
            let (now, now_zh) = (now.en, now.zh);
            let message = say!(
                en: "the lead is graded {now}; a customer file asks for {en} or better",
                zh: "线索等级为{now_zh}，建立客户档案要求{zh}或以上"
            );
            let remedy =
                format!("salesops convert {reference} --waive customer-file --reason TEXT");
            gate.lacks("grade", message, remedy)
        }
    })
}

// The fields that are typed for one of the two records.
fn fill(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    kind: Kind,
    value: &mut Value,
    fields: &[Assignment],
) -> Result<(), Refusal> {
    for assignment in fields {
        let of_customer =
            ["customer.", "客户."].iter().find_map(|it| assignment.key.strip_prefix(it));
        let key = match (kind, of_customer) {
            (Kind::Customer, Some(key)) => key,
            (Kind::Opportunity, None) => &assignment.key,
            _ => continue,
        };
        let assignment = Assignment { key: key.to_owned(), ..assignment.clone() };
        crate::actions::set::refuse_owned_by_command(kind, &assignment)?;
        if matches!(assignment.operator, Operator::Remove | Operator::Clear) {
            return Err(say!(en: "say what `{key}` is: `{key}=VALUE`", zh: "请写明 `{key}` 的值：`{key}=值`").into());
        }
        let reader = Reader { book, me: actor.me, today: actor.today };
        let mut assigner = Assigner { reader, kind, record: None, entropy: &mut *actor.entropy };
        add::place(value, &assigner.edit(&assignment)?);
    }
    Ok(())
}

// What the entry stage asks for, judged over what would be there; the command to supply it is this one.
fn gates(
    book: &Book<'_>,
    actor: &Actor<'_>,
    plan: &Plan,
    lead: Row<'_, Lead>,
    deal: &Id,
) -> Result<Vec<Missing>, Refusal> {
    let tree = Overlay::new(book.tree(), plan.texts());
    let unreadable = |_| say!(en: "the book cannot be listed", zh: "无法列出账本文件");
    let after = book.planned(&tree, &plan.changes).map_err(unreadable)?;
    let Some(row) = after.get::<Opportunity>(deal) else { return Ok(Vec::new()) };
    let subject = Deal { book: &after, row, day: actor.today, wide: true };
    let stage = &book.policy().opp().entry_stage;
    let mut missing = gates::missing(&subject, None, stage)?;
    let reference = lead.erase().reference();
    for lack in &mut missing {
        let words: Vec<&str> = lack.remedy.split(' ').collect();
        lack.remedy = match words[..] {
            ["salesops", "set", _, ref fields @ ..] => {
                format!("salesops convert {reference} {}", fields.join(" ")).into()
            }
            ["salesops", "log", how, _, ref rest @ ..] => {
                format!("salesops log {how} {reference} {}", rest.join(" ")).into()
            }
            _ => continue,
        };
    }
    Ok(missing)
}

fn waived_step(book: &Book<'_>, actor: &Actor<'_>, waived: &[&str], options: &Options) -> Value {
    let stage = Value::plain(&book.policy().opp().entry_stage);
    let mut what = vec![("stage", stage)];
    what.extend(options.reason.as_ref().map(|why| ("reason", Value::text(why))));
    what.extend(waive::noted(waived));
    Value::List(vec![actor.step(what)])
}

fn closed(lead: Row<'_, Lead>, customer: &Id, deal: &Id) -> Vec<Edit> {
    let mut edits = vec![
        Edit::Set(Route::name("status"), Value::plain(LeadStatus::Converted.key())),
        Edit::Set(Route::name("customer"), Value::plain(customer)),
        Edit::Set(Route::name("opportunity"), Value::plain(deal)),
    ];
    edits.extend(lead.record.next.as_ref().map(|_| Edit::Remove(Route::name("next"))));
    edits
}
