//! What a lead knows, carried over to its customer and its opportunity.

use crate::actions::{Actor, Plan, Refusal};
use crate::base::edit::Edit;
use crate::base::id::{Id, suffix};
use crate::base::kind::Kind;
use crate::base::name::normal;
use crate::base::route::Route;
use crate::base::value::Value;
use crate::book::{Book, Row};
use crate::facts::lead::beyond_territory;
use crate::facts::people::customer_territory;
use crate::model::{Customer, Lead};
use crate::text::emit::value_of;

/// The file of a new customer.
pub(super) fn new_customer(book: &Book<'_>, actor: &mut Actor<'_>, lead: Row<'_, Lead>) -> Value {
    let data = value_of(lead.record);
    let mut pairs = vec![("name".to_owned(), Value::text(lead.erase().name(book)))];
    pairs.extend(contact(actor, &data).map(|it| {
        let Value::Map(mut contact) = it else { unreachable!("a contact is a mapping") };
        contact.push(("primary".to_owned(), Value::plain(true)));
        ("contacts".to_owned(), Value::List(vec![Value::Map(contact)]))
    }));
    for key in ["territory", "channel"] {
        pairs.extend(taken(&data, key, key));
    }
    let intent: Vec<_> = [taken(&data, "intent", "level"), taken(&data, "budget", "budget")]
        .into_iter()
        .flatten()
        .collect();
    if !intent.is_empty() {
        pairs.push(("intent".to_owned(), Value::Map(intent)));
    }
    pairs.push(("owner".to_owned(), owner(actor, lead)));
    // Who got the lead past the territory keeps the customer for the same reason.
    let beyond = beyond_territory(&lead.record.moves, lead.record.owner.as_deref());
    if let (Some(_), Some(Value::List(moves))) = (beyond, data.get("moves")) {
        pairs.extend(moves.last().map(|it| ("moves".to_owned(), Value::List(vec![it.clone()]))));
    }
    Value::Map(pairs)
}

/// The contact joins a customer that is there, unless it knows the person.
///
/// # Errors
/// When the file cannot be edited safely.
pub(super) fn into_customer(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    lead: Row<'_, Lead>,
    id: &Id,
) -> Result<Plan, Refusal> {
    let mut plan = Plan::default();
    let Some(customer) = book.get::<Customer>(id) else { return Ok(plan) };
    let data = value_of(lead.record);
    let name = data.get("contact").and_then(|it| it.get("name")).and_then(Value::as_text);
    let is_known = name.is_none_or(|name| {
        customer.record.contacts.iter().any(|known| normal(&known.name) == normal(name))
    });
    if let Some(contact) = contact(actor, &data).filter(|_| !is_known) {
        plan.edit(book, Kind::Customer, id, &[Edit::Append(Route::name("contacts"), contact)])?;
    }
    Ok(plan)
}

fn contact(actor: &mut Actor<'_>, data: &Value) -> Option<Value> {
    let Some(Value::Map(known)) = data.get("contact") else { return None };
    known.iter().find(|(key, _)| key == "name")?;
    let id = format!("c-{}", suffix(actor.entropy, 4));
    let mut pairs = vec![("id".to_owned(), Value::plain(id))];
    pairs.extend(known.iter().cloned());
    Some(Value::Map(pairs))
}

/// The opportunity, in the stage where converted leads begin.
pub(super) fn opportunity(
    book: &Book<'_>,
    actor: &Actor<'_>,
    lead: Row<'_, Lead>,
    customer: &Id,
) -> Value {
    let data = value_of(lead.record);
    let policy = book.policy();
    let mut pairs = vec![
        ("customer".to_owned(), Value::plain(customer)),
        ("name".to_owned(), Value::text(name(book, lead))),
        ("lead".to_owned(), Value::plain(lead.id)),
        ("stage".to_owned(), Value::plain(&policy.opp().entry_stage)),
    ];
    let source = lead.record.source.as_deref();
    let source = source.and_then(|source| policy.lead().opportunity_source.get(source));
    pairs.extend(source.map(|source| ("source".to_owned(), Value::plain(source))));
    for (from, to) in [
        ("campaign", "campaign"),
        ("referrer", "referrer"),
        ("need_clarity", "need_clarity"),
        ("intent", "intent"),
        ("expected_amount", "amount"),
        ("currency", "currency"),
        ("note", "note"),
        ("next", "next"),
    ] {
        pairs.extend(taken(&data, from, to));
    }
    pairs.extend(territory(book, lead, customer));
    let needs: Vec<_> = [taken(&data, "need", "summary"), taken(&data, "budget", "budget")]
        .into_iter()
        .flatten()
        .collect();
    if !needs.is_empty() {
        pairs.push(("needs".to_owned(), Value::Map(needs)));
    }
    let line = |product: &Id| Value::map([("product", Value::plain(product))]);
    let lines: Vec<Value> = lead.record.products.iter().map(|it| line(it)).collect();
    if !lines.is_empty() {
        pairs.push(("lines".to_owned(), Value::List(lines)));
    }
    pairs.push(("owner".to_owned(), owner(actor, lead)));
    Value::Map(pairs)
}

// Only where it is not the customer's.
fn territory(book: &Book<'_>, lead: Row<'_, Lead>, customer: &Id) -> Option<(String, Value)> {
    let own = lead.record.territory.as_deref()?;
    let customer = book.get::<Customer>(customer)?;
    let differs = customer_territory(customer.record, book) != Some(own);
    differs.then(|| ("territory".to_owned(), Value::plain(own)))
}

fn owner(actor: &Actor<'_>, lead: Row<'_, Lead>) -> Value {
    lead.record.owner.as_deref().or(actor.me).map_or(Value::Null, Value::plain)
}

fn taken(data: &Value, from: &str, to: &str) -> Option<(String, Value)> {
    data.get(from).map(|value| (to.to_owned(), value.clone()))
}

// What is asked for: the products, else the beginning of the need.
fn name(book: &Book<'_>, lead: Row<'_, Lead>) -> String {
    let products = lead.record.products.iter();
    let products: Vec<String> = products.map(|id| book.name_of(Kind::Product, id)).collect();
    match (&products[..], lead.record.need.as_deref()) {
        ([], Some(need)) => need.chars().take(20).collect(),
        ([], None) => lead.erase().name(book),
        (products, _) => products.join(" + "),
    }
}
