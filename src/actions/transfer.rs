//! Giving customers, leads and deals to other owners: what hangs on them follows (DEV-REG-1).

use std::collections::HashMap;

use super::bulk::{self, Bulk};
use super::set::has_moves;
use super::{Actor, Plan, Refusal};
use crate::base::date::Date;
use crate::base::edit::Edit;
use crate::base::field::{View, Vocabulary};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{AnyRow, Book};
use crate::facts::{holding, people};
use crate::model::{Member, Opportunity, Territory};
use crate::say;

/// The kinds that are transferred by themselves.
pub const KINDS: [Kind; 3] = [Kind::Customer, Kind::Lead, Kind::Opportunity];

/// Who gets what is given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taker<'a> {
    /// This member.
    Member(&'a Id),
    /// The owner of the territory that the record lies in; where there is none, this member.
    Territory(Option<&'a Id>),
}

/// Gives records away for one reason.
pub struct Transfer<'b> {
    book: &'b Book<'b>,
    taker: Taker<'b>,
    on: Date,
    reason: &'b str,
    follows: HashMap<(Kind, &'b Id), Vec<(Kind, &'b Id)>>,
}

impl<'b> Transfer<'b> {
    /// A transfer on a day; reads what has an owner once, to know what follows a customer.
    ///
    /// # Errors
    /// When the taker has left by then, or no reason is given.
    pub fn new(
        book: &'b Book<'b>,
        taker: Taker<'b>,
        on: Date,
        reason: &'b str,
    ) -> Result<Transfer<'b>, Refusal> {
        refuse_unreasoned(reason)?;
        if let Taker::Member(id) | Taker::Territory(Some(id)) = taker {
            refuse_left(book, id, on)?;
        }
        Ok(Transfer { book, taker, on, reason, follows: follows(book) })
    }

    /// Plans every row by itself.
    ///
    /// # Errors
    /// When nobody is known to act, or no row can be given away, for one and the same reason.
    pub fn many(&self, actor: &Actor<'_>, rows: &[AnyRow<'b>]) -> Result<Bulk, Refusal> {
        bulk::each(rows, |row| self.plan(actor, row))
    }

    /// Plans to give one record away, with what follows it.
    ///
    /// # Errors
    /// When nobody is known to act, or may not; when there is no taker, or the deal is closed.
    pub fn plan(&self, actor: &Actor<'_>, row: AnyRow<'b>) -> Result<Plan, Refusal> {
        let book = self.book;
        actor.known()?;
        let owner = book.owner_of(row.kind, row.id);
        let to = self.taker_of(row, owner)?;
        let mut plan = Plan::default();
        let (reference, name) = (row.reference(), row.name(book));
        if owner == Some(to) {
            plan.done.push(say!(
                en: "{reference} ({name}) is so already",
                zh: "{reference}（{name}）无需改动"
            ));
            return Ok(plan);
        }
        refuse_stranger(book, actor, owner)?;
        let deal = book.get::<Opportunity>(row.id).filter(|_| row.kind == Kind::Opportunity);
        if deal.is_some_and(|deal| !holding::is_alive(deal.record)) {
            return Err(Refusal::Forbidden(say!(
                en: "a closed deal stays with whom it was closed by",
                zh: "已关闭的机会保留关闭时的负责人"
            )));
        }
        let given = Given { to, on: self.on, by: actor.me, reason: self.reason };
        plan.edit(book, row.kind, row.id, &given.edits(&row, &Route::name("owner")))?;
        let mut followed = 0;
        for (kind, id, key) in self.followers(row, owner) {
            let Some(other) = book.any(kind, id) else { continue };
            plan.edit(book, kind, id, &given.edits(&other, &Route::name(key)))?;
            followed += 1;
        }
        let taker = book.name_of(Kind::Member, to);
        plan.done.push(match followed {
            0 => say!(
                en: "{reference} ({name}) goes to {taker}",
                zh: "{reference}（{name}）转给 {taker}"
            ),
            n => say!(
                en: "{reference} ({name}) goes to {taker}, with what hangs on it: {n}",
                zh: "{reference}（{name}）转给 {taker}，连同相关的进行中记录 {n} 条"
            ),
        });
        Ok(plan)
    }

    /// Who has a record after it; `None` where nobody would take it.
    pub fn owner_after(&self, row: AnyRow<'b>) -> Option<&'b Id> {
        self.taker_of(row, self.book.owner_of(row.kind, row.id)).ok()
    }

    fn taker_of(&self, row: AnyRow<'b>, owner: Option<&'b Id>) -> Result<&'b Id, Refusal> {
        let otherwise = match self.taker {
            Taker::Member(to) => return Ok(to),
            Taker::Territory(otherwise) => otherwise,
        };
        let territory = holding::territory(self.book, row.kind, row.id);
        // Who works the territory already keeps what is in it.
        let keeps = |owner: &&Id| {
            territory.is_some_and(|it| people::may_work(self.book, owner, it))
                && !has_left(self.book, owner, self.on)
        };
        if let Some(owner) = owner.filter(keeps) {
            return Ok(owner);
        }
        let of_territory = territory.and_then(|it| owner_of_territory(self.book, it, self.on));
        of_territory.or(otherwise).ok_or_else(|| Refusal::Forbidden(no_taker(self.book, territory)))
    }

    // What is open about a record and was its owner's: the deals of a customer with their contracts,
    // and the tasks about all of them.
    fn followers(&self, row: AnyRow<'b>, owner: Option<&Id>) -> Vec<(Kind, &'b Id, &'static str)> {
        let mut found = Vec::new();
        let mut pending = vec![(row.kind, row.id)];
        while let Some(about) = pending.pop() {
            let following = self.follows.get(&about).map_or(&[][..], Vec::as_slice);
            for (kind, other) in following.iter().copied() {
                let Some(key) = holder(kind) else { continue };
                let held = self.book.fields(kind, other).map(|fields| fields.get(key));
                let is_theirs = matches!(held, Some(View::Ref(_, who)) if Some(who) == owner);
                if is_theirs {
                    found.push((kind, other, key));
                }
                if kind == Kind::Opportunity && is_theirs {
                    pending.push((kind, other));
                }
            }
        }
        found
    }
}

// What still has to be worked, by the deal, customer or lead that it is about.
fn follows<'b>(book: &'b Book<'b>) -> HashMap<(Kind, &'b Id), Vec<(Kind, &'b Id)>> {
    let mut found: HashMap<(Kind, &Id), Vec<(Kind, &Id)>> = HashMap::new();
    let follow = |kind: &Kind| {
        let is_about = ABOUT.iter().any(|key| kind.field(key).is_some());
        holder(*kind).is_some() && is_about && ![Kind::Customer, Kind::Lead].contains(kind)
    };
    for kind in Kind::ALL.into_iter().filter(follow) {
        for row in book.rows(kind).into_iter().filter(|row| holding::is_worked(book, row)) {
            let about = ABOUT.iter().find_map(|key| match row.fields.get(key) {
                View::Ref(to, id) | View::AnyRef(to, id) if KINDS.contains(&to) => Some((to, id)),
                _ => None,
            });
            if let Some(about) = about {
                found.entry(about).or_default().push((kind, row.id));
            }
        }
    }
    found
}

const ABOUT: [&str; 4] = ["opportunity", "customer", "lead", "subject"];

// The field that says whose a record of a kind is.
fn holder(kind: Kind) -> Option<&'static str> {
    ["owner", "who"].into_iter().find(|key| kind.field(key).is_some())
}

/// The owner of a territory who works here on a day.
pub(super) fn owner_of_territory<'b>(
    book: &'b Book<'_>,
    territory: &Id,
    on: Date,
) -> Option<&'b Id> {
    let owner = book.get::<Territory>(territory)?.record.owner.as_deref()?;
    (!has_left(book, owner, on)).then_some(owner)
}

fn has_left(book: &Book<'_>, member: &Id, on: Date) -> bool {
    book.get::<Member>(member).is_none_or(|row| people::has_left(row.record, on))
}

/// Refuses a taker who does not work here on the day.
///
/// # Errors
/// With the name.
pub(super) fn refuse_left(book: &Book<'_>, taker: &Id, on: Date) -> Result<(), Refusal> {
    if !has_left(book, taker, on) {
        return Ok(());
    }
    let name = book.name_of(Kind::Member, taker);
    Err(Refusal::Forbidden(
        say!(en: "{name} does not work here any more on {on}", zh: "{name} 在 {on} 已不在职"),
    ))
}

/// Why a territory gives no taker.
pub(super) fn no_taker(book: &Book<'_>, territory: Option<&Id>) -> Text {
    match territory {
        None => say!(
            en: "it lies in no territory; say who gets it: `--to MEMBER`",
            zh: "不属于任何区域；请指定接手人：`--to 成员`"
        ),
        Some(id) => {
            let name = book.name_of(Kind::Territory, id);
            say!(
                en: "nobody owns territory/{id} ({name}); say who gets it: `--to MEMBER`",
                zh: "territory/{id}（{name}）没有负责人；请指定接手人：`--to 成员`"
            )
        }
    }
}

/// Refuses a reason that says nothing.
///
/// # Errors
/// With the option.
pub(super) fn refuse_unreasoned(reason: &str) -> Result<(), Refusal> {
    match reason.trim() {
        "" => Err(Refusal::Forbidden(
            say!(en: "say why: `--reason TEXT`", zh: "请说明原因：`--reason 原因`"),
        )),
        _ => Ok(()),
    }
}

/// Refuses who may neither give away for others nor gives away their own.
///
/// # Errors
/// With the role that may.
pub(super) fn refuse_stranger(
    book: &Book<'_>,
    actor: &Actor<'_>,
    owner: Option<&Id>,
) -> Result<(), Refusal> {
    let role = &book.policy().territory().transfer_role;
    let Some(me) = actor.me else { return actor.known() };
    if owner == Some(me) || people::has_rank(book, me, role) {
        return Ok(());
    }
    let Text { en, zh } = book.policy().term(Vocabulary::Role, role);
    let may = people::of_rank(book, role, actor.today);
    let ids = may.map(|id| &**id).take(4).collect::<Vec<_>>().join(", ");
    Err(Refusal::Forbidden(match ids.is_empty() {
        true => say!(
            en: "what is others' is given away by a {en} or above",
            zh: "他人名下的记录须由{zh}或以上人员转移"
        ),
        false => say!(
            en: "what is others' is given away by a {en} or above ({ids})",
            zh: "他人名下的记录须由{zh}或以上人员（{ids}）转移"
        ),
    }))
}

/// What is given to whom, when, by whom and why.
pub(super) struct Given<'a> {
    pub to: &'a Id,
    pub on: Date,
    pub by: Option<&'a Id>,
    pub reason: &'a str,
}

impl Given<'_> {
    /// The edits that put the taker in a place, with a move where the kind keeps the owners.
    pub(super) fn edits(&self, row: &AnyRow<'_>, route: &Route) -> Vec<Edit> {
        let mut edits = vec![Edit::Set(route.clone(), Value::plain(self.to))];
        if *route == Route::name("owner") && has_moves(row.kind) {
            let mut pairs = vec![("on".to_owned(), Value::plain(self.on))];
            pairs.extend(self.by.map(|by| ("by".to_owned(), Value::plain(by))));
            pairs.push(("owner".to_owned(), Value::plain(self.to)));
            pairs.push(("reason".to_owned(), Value::text(self.reason)));
            edits.push(Edit::Append(Route::name("moves"), Value::Map(pairs)));
        }
        edits
    }
}
