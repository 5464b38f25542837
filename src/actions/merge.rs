//! Merging a customer into another, so that it can be split off again (TAG-2.1.1a).
//!
//! The record that goes leaves its whole text in the one that stays; its id stays a name of it. What
//! was taken over and rewritten is written down there, so that `split` gives both back, byte for
//! byte where nothing else has changed.

mod join;

use join::{Joined, customer, joined, taken_out};

use super::layout::Table;
use super::plan::Renamed;
use super::rename::{edits, missing, unread};
use super::{Actor, Plan, Refusal, carry, unreadable};
use crate::base::change::Change;
use crate::base::credit_code;
use crate::base::edit::Edit;
use crate::base::field::{Fields, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{AnyRow, Book, Row};
use crate::model::Customer;
use crate::model::customer::{Merged, Rewritten};
use crate::model::types::AnyRef;
use crate::say;
use crate::text::edit::apply;
use crate::text::emit::value_of;

const LAYOUT: Table = Table(Kind::Customer);

/// Plans to merge the customer `from` into `into`.
///
/// # Errors
/// When they are one, are two companies by their credit codes, or a file cannot be edited safely.
pub fn plan(book: &Book<'_>, actor: &Actor<'_>, from: &Id, into: &Id) -> Result<Plan, Refusal> {
    let (other, kept) = (row(book, from)?, row(book, into)?);
    refuse(other, kept)?;
    let (old, now) = (text(book, other.path)?, text(book, kept.path)?);
    let joined = joined((into, kept.record), (from, other.record));
    let mut plan = Plan::default();
    plan.edit(book, Kind::Customer, into, &[])?;
    let mut rewritten = Vec::new();
    for (kind, id) in book.referrers(Kind::Customer, from) {
        let Some(referrer) =
            book.any(*kind, id).filter(|row| (row.kind, row.id) != (Kind::Customer, from))
        else {
            continue;
        };
        let mut edits = edits(referrer, (Kind::Customer, from), into);
        edits.extend(contact_edits(referrer, from, &joined.contacts));
        rewritten.extend(edits.iter().filter_map(|edit| noted(&referrer, edit, into)));
        if *kind != Kind::Customer || id != into {
            plan.edit(book, *kind, id, &edits)?;
        }
    }
    rewritten.extend(carry::verdicts(book, &mut plan)?.into_iter().map(verdict));
    let own = own_references(kept, from);
    let item = Value::Map(item(actor, other, &joined, &rewritten, &old));
    let after = merged(&now, &joined, &own, item.clone())?;
    let is_exact = split_text(&after, other, &joined).is_ok_and(|text| text == now);
    let after = match (is_exact, item) {
        (true, _) => after,
        (false, Value::Map(mut pairs)) => {
            pairs.push(("before".to_owned(), Value::text(&now)));
            merged(&now, &joined, &own, Value::Map(pairs))?
        }
        (false, _) => after,
    };
    plan.changes[0].after = Some(after.into_bytes());
    let gone = Change { path: other.path.into(), before: Some(old.into_bytes()), after: None };
    plan.changes.push(gone);
    let place = |row: Row<'_, Customer>| (row.id.clone(), row.path.into());
    plan.renamed = Some(Renamed { kind: Kind::Customer, from: place(other), to: place(kept) });
    tell(book, (other, kept), &joined, rewritten.len(), &mut plan);
    Ok(plan)
}

fn row<'b>(book: &'b Book<'_>, id: &Id) -> Result<Row<'b, Customer>, Text> {
    book.get::<Customer>(id).filter(|row| row.whole).ok_or_else(|| unreadable(Kind::Customer, id))
}

fn text(book: &Book<'_>, path: &str) -> Result<String, Text> {
    let bytes = book.tree().read(path).unwrap_or_default();
    String::from_utf8(bytes)
        .map_err(|_| say!(en: "`{path}` is not UTF-8", zh: "`{path}` 不是 UTF-8 编码"))
}

fn refuse(other: Row<'_, Customer>, kept: Row<'_, Customer>) -> Result<(), Refusal> {
    if other.id == kept.id {
        return Err(Refusal::Cannot(
            say!(en: "this is one record; name two", zh: "这是同一条记录；请写明两条"),
        ));
    }
    let code = |row: Row<'_, Customer>| {
        row.record.credit_code.clone().filter(|code| credit_code::is_valid(code))
    };
    match (code(other), code(kept)) {
        (Some(one), Some(two)) if one != two => Err(Refusal::Forbidden(say!(
            en: "two credit codes are two companies: {one} and {two}",
            zh: "统一社会信用代码不同，是两家公司：{one} 与 {two}"
        ))),
        _ => Ok(()),
    }
}

// A group that the kept one belonged to, and now is: nobody belongs to themself.
fn own_references(kept: Row<'_, Customer>, from: &Id) -> Vec<Edit> {
    let is_parent = kept.record.parent.as_deref() == Some(from);
    is_parent.then(|| Edit::Remove(Route::name("parent"))).into_iter().collect()
}

fn merged(now: &str, joined: &Joined, own: &[Edit], item: Value) -> Result<String, Text> {
    let append = Edit::Append(Route::name("merged_from"), item);
    let edits = [own, &joined.edits, &[append]].concat();
    apply(now, &edits, &LAYOUT)
}

// The contact of an activity or of what was agreed on, by the id that it has now.
fn contact_edits(row: AnyRow<'_>, from: &Id, contacts: &[(String, String)]) -> Vec<Edit> {
    let is_about = matches!(row.fields.get("customer"), View::Ref(_, id) if id == from);
    if !is_about || contacts.is_empty() {
        return Vec::new();
    }
    let now = |was: &str| contacts.iter().find(|(old, _)| old == was).map(|(_, now)| now.clone());
    let mut found = Vec::new();
    if let View::List(items) = row.fields.get("met") {
        found.extend((0..items.len()).filter_map(|at| match items.at(at) {
            View::Text(was) => Some((Route::name("met").at(at), now(was)?)),
            _ => None,
        }));
    }
    let route = Route::parse("needs.alignment.confirmed_by");
    if let Some(was) = text_at(row.fields, &route) {
        found.extend(now(&was).map(|now| (route, now)));
    }
    found.into_iter().map(|(route, now)| Edit::Set(route, Value::text(now))).collect()
}

fn noted(row: &AnyRow<'_>, edit: &Edit, into: &Id) -> Option<Value> {
    let was = text_at(row.fields, edit.route())?;
    let Edit::Set(route, value) = edit else { return None };
    let mut pairs = vec![
        ("record".to_owned(), Value::text(row.reference())),
        ("route".to_owned(), Value::text(route.to_string())),
        ("was".to_owned(), Value::text(was)),
    ];
    let now = value.as_text().unwrap_or_default();
    if now != &**into && now != Kind::Customer.reference(into) {
        pairs.push(("now".to_owned(), Value::text(now)));
    }
    Some(Value::Map(pairs))
}

fn verdict(carried: carry::Carried) -> Value {
    let reference = Kind::Approval.reference(&carried.id);
    let pairs = [
        ("record", reference),
        ("route", "digest".into()),
        ("was", carried.was),
        ("now", carried.now),
    ];
    Value::Map(pairs.map(|(key, text)| (key.to_owned(), Value::text(text))).into())
}

// The text, id or reference at a route.
fn text_at(fields: &dyn Fields, route: &Route) -> Option<String> {
    match View::Group(fields).at(route.keys())? {
        View::Text(text) => Some(text.to_owned()),
        View::Ref(_, id) => Some(id.to_string()),
        View::AnyRef(kind, id) => Some(kind.reference(id)),
        _ => None,
    }
}

fn item(
    actor: &Actor<'_>,
    other: Row<'_, Customer>,
    joined: &Joined,
    rewritten: &[Value],
    old: &str,
) -> Vec<(String, Value)> {
    let mut pairs = vec![
        ("id".to_owned(), Value::plain(other.id)),
        ("file".to_owned(), Value::text(other.path)),
        ("on".to_owned(), Value::plain(actor.today)),
    ];
    pairs.extend(actor.me.map(|me| ("by".to_owned(), Value::plain(me))));
    let took: Vec<Value> = joined.took.iter().map(Value::text).collect();
    for (key, list) in [("took", took), ("rewritten", rewritten.to_vec())] {
        if !list.is_empty() {
            pairs.push((key.to_owned(), Value::List(list)));
        }
    }
    pairs.push(("text".to_owned(), Value::text(old)));
    pairs
}

// The file of the kept record after a split, where it can be made from what it is now.
fn split_text(after: &str, other: Row<'_, Customer>, joined: &Joined) -> Result<String, Text> {
    let text = apply(after, &[last_item(after)], &LAYOUT)?;
    Ok(taken_out(&text, other.record, &joined.took)?.0)
}

// Takes the item of the last merge out, or the list with it.
fn last_item(text: &str) -> Edit {
    let merged = customer(text).map_or(0, |customer| customer.merged_from.len());
    item_removal(merged.saturating_sub(1), merged)
}

fn item_removal(at: usize, of: usize) -> Edit {
    let route = Route::name("merged_from");
    Edit::Remove(if of <= 1 { route } else { route.at(at) })
}

fn tell(
    book: &Book<'_>,
    (other, kept): (Row<'_, Customer>, Row<'_, Customer>),
    joined: &Joined,
    rewritten: usize,
    plan: &mut Plan,
) {
    let (from, into) = (other.erase().reference(), kept.erase().reference());
    let (name, kept_name) = (&other.record.name, &kept.record.name);
    plan.done.push(say!(
        en: "merged {from} ({name}) into {into} ({kept_name}); references rewritten: {rewritten}",
        zh: "{from}（{name}）已并入 {into}（{kept_name}）；改写引用 {rewritten} 处"
    ));
    if !joined.differs.is_empty() {
        let routes = joined.differs.join(", ");
        plan.done.push(say!(
            en: "they differ, and {into} keeps its own: {routes}",
            zh: "内容不同，保留 {into} 的：{routes}"
        ));
    }
    let id = other.id;
    plan.next = Some(say!(
        en: "if it was another company after all: `salesops merge --split {id}`",
        zh: "如果其实是另一家公司：`salesops merge --split {id}`"
    ));
    plan.done.extend(unread(book));
}

/// Plans to split off again a customer that was merged into another.
///
/// # Errors
/// When none was merged by that id, or the id has been given to another record since.
pub fn split(book: &Book<'_>, typed: &str) -> Result<Plan, Refusal> {
    let id = Id::parse(typed.trim().trim_start_matches("customer/"))?;
    let of = |row: &Row<'_, Customer>| row.record.merged_from.iter().position(|it| it.id == id);
    let found = book.iter::<Customer>().find_map(|row| Some((of(&row)?, row)));
    let Some((at, kept)) = found else {
        return Err(Refusal::Cannot(say!(
            en: "no customer has been merged that was called `{id}`",
            zh: "没有并入过编号为 `{id}` 的客户"
        )));
    };
    let item = &kept.record.merged_from[at];
    if book.has(Kind::Customer, &id) || book.tree().read(&item.file).is_ok() {
        return Err(Refusal::Cannot(say!(
            en: "customer/{id} exists already; rename it first",
            zh: "customer/{id} 已存在；请先改编号"
        )));
    }
    let other = customer(item.text.reveal()).ok_or_else(|| missing(&id))?;
    let mut plan = Plan::default();
    plan.changes.push(Change {
        path: item.file.as_str().into(),
        before: None,
        after: Some(item.text.reveal().clone().into_bytes()),
    });
    plan.touched.push((Kind::Customer, id.clone()));
    let now = text(book, kept.path)?;
    let (restored, stays) = restored(&now, kept, at, &other)?;
    plan.edit(book, Kind::Customer, kept.id, &[])?;
    let place = plan.changes.len() - 1;
    let left = rewrite_back(book, &mut plan, kept, item)?;
    plan.changes[place].after = Some(restored.into_bytes());
    let (reference, name) = (kept.erase().reference(), &other.name);
    plan.done.push(say!(
        en: "customer/{id} ({name}) is split off from {reference}",
        zh: "customer/{id}（{name}）已从 {reference} 拆出"
    ));
    let changed: Vec<String> = stays.into_iter().chain(left).collect();
    if !changed.is_empty() {
        let places = changed.join(", ");
        plan.done.push(say!(
            en: "changed since the merge, and left as it is: {places}",
            zh: "合并后已改动，保持原样：{places}"
        ));
    }
    Ok(plan)
}

// The kept record's file: as it was where nothing else has changed in it, else without what it took.
fn restored(
    now: &str,
    kept: Row<'_, Customer>,
    at: usize,
    other: &Customer,
) -> Result<(String, Vec<String>), Text> {
    let item = &kept.record.merged_from[at];
    if let Some(before) = item.before.as_ref().map(|before| before.reveal())
        && let Some(was) = customer(before)
    {
        let again = joined((kept.id, &was), (&item.id, other));
        let is_parent = was.parent.as_deref() == Some(&item.id);
        let own: Vec<Edit> =
            is_parent.then(|| Edit::Remove(Route::name("parent"))).into_iter().collect();
        if merged(before, &again, &own, value_of(item)).is_ok_and(|text| text == now) {
            return Ok((before.clone(), Vec::new()));
        }
    }
    let text = apply(now, &[item_removal(at, kept.record.merged_from.len())], &LAYOUT)?;
    taken_out(&text, other, &item.took)
}

// Puts the references back that still are as the merge left them; names the others.
fn rewrite_back(
    book: &Book<'_>,
    plan: &mut Plan,
    kept: Row<'_, Customer>,
    item: &Merged,
) -> Result<Vec<String>, Refusal> {
    let mut left = Vec::new();
    for Rewritten { record, route, was, now } in item.rewritten.iter() {
        let Ok(AnyRef { kind, id }) = AnyRef::parse(record) else { continue };
        if (kind, &id) == (Kind::Customer, kept.id) {
            continue;
        }
        let route = Route::parse(route);
        let found = book.any(kind, &id).and_then(|row| text_at(row.fields, &route));
        let is_as_left = found.as_deref().is_some_and(|found| match now {
            Some(now) => found == now,
            None => found == &**kept.id || found == Kind::Customer.reference(kept.id),
        });
        match is_as_left {
            true => plan.edit(book, kind, &id, &[Edit::Set(route, spelt(was, now.is_some()))])?,
            false => left.push(format!("{record} {route}")),
        }
    }
    Ok(left)
}

fn spelt(was: &str, is_text: bool) -> Value {
    if is_text { Value::text(was) } else { Value::plain(was) }
}
