//! A member hands over everything in hand, in one plan (OPS-1.1): nothing is left without a holder. Each
//! taker gets a list, which both confirm.

use std::collections::BTreeMap;

use super::transfer::{Given, Taker, no_taker, owner_of_territory, refuse_left, refuse_stranger};
use super::{Actor, Plan, Refusal, add};
use crate::base::date::Date;
use crate::base::edit::Edit;
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::{Key, Route};
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{Book, Row};
use crate::facts::holding::{self, Holding};
use crate::facts::{opportunity, people};
use crate::flow::inbox::{self, Waits};
use crate::model::{Member, Opportunity};
use crate::say;

/// What is asked for.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Who gets it.
    pub taker: Taker<'a>,
    /// Why; kept in the moves.
    pub reason: &'a str,
    /// The day after the member's last.
    pub left: Option<Date>,
}

/// One thing that changes hands.
pub struct Passed<'b> {
    /// Where the member stands.
    pub holding: Holding<'b>,
    /// Who stands there afterwards; nobody where a list has the taker already, or the head of a
    /// member who reports to nobody any more.
    pub to: Option<&'b Id>,
}

/// A hand-over: what goes to whom, and the plan that does it.
pub struct Handover<'b> {
    /// Everything, by kind and id.
    pub passed: Vec<Passed<'b>>,
    /// The changes.
    pub plan: Plan,
}

/// Why nothing is handed over.
#[derive(Debug)]
pub enum Stopped {
    /// It may not be.
    Refused(Refusal),
    /// Records that nobody would take, each with the reason.
    LeftOver(Vec<(String, Text)>),
}

impl From<Refusal> for Stopped {
    fn from(why: Refusal) -> Stopped {
        Stopped::Refused(why)
    }
}

/// Plans to hand over what a member has in hand.
///
/// # Errors
/// When nobody is known to act, or may not; when something has no taker.
pub fn plan<'b>(
    book: &'b Book<'b>,
    actor: &mut Actor<'_>,
    member: &Id,
    options: Options<'b>,
) -> Result<Handover<'b>, Stopped> {
    actor.known()?;
    refuse_stranger(book, actor, Some(member))?;
    if let Taker::Member(to) | Taker::Territory(Some(to)) = options.taker {
        refuse_left(book, to, actor.today)?;
        refuse_same(book, member, to)?;
    }
    let mut passed = Vec::new();
    let mut left_over = Vec::new();
    for holding in holding::of(book, member) {
        match taker(book, actor.today, member, &holding, options.taker) {
            Ok(to) => passed.push(Passed { holding, to }),
            Err(why) => left_over.push((holding.row.reference(), why)),
        }
    }
    if let Some(left) = options.left {
        left_over.extend(undecided(book, member, actor.today, left)?);
    }
    if !left_over.is_empty() {
        return Err(Stopped::LeftOver(left_over));
    }
    let mut plan = Plan::default();
    for one in &passed {
        let edits = edits(one, actor, options.reason);
        plan.edit(book, one.holding.row.kind, one.holding.row.id, &edits).map_err(Refusal::from)?;
    }
    if let Some(left) = options.left {
        let edit = Edit::Set(Route::name("left_on"), Value::plain(left));
        plan.edit(book, Kind::Member, member, &[edit]).map_err(Refusal::from)?;
    }
    plan.settle();
    tell(book, member, options, &passed, &mut plan);
    lists(book, actor, member, options.reason, &passed, &mut plan)?;
    Ok(Handover { passed, plan })
}

fn refuse_same(book: &Book<'_>, member: &Id, to: &Id) -> Result<(), Refusal> {
    if member != to {
        return Ok(());
    }
    let name = book.name_of(Kind::Member, member);
    Err(Refusal::Cannot(
        say!(en: "{name} cannot take over from {name}", zh: "不能由 {name} 本人接手"),
    ))
}

// Who stands in the member's place; `None` where the place goes.
fn taker<'b>(
    book: &'b Book<'b>,
    today: Date,
    member: &Id,
    holding: &Holding<'b>,
    taker: Taker<'b>,
) -> Result<Option<&'b Id>, Text> {
    let above = people::manager(book, member);
    let to = match (taker, holding.row.kind) {
        (Taker::Member(to), Kind::Member) if holding.row.id == to => return Ok(above),
        (Taker::Member(to), _) => to,
        (Taker::Territory(otherwise), Kind::Member) => match above.or(otherwise) {
            Some(head) if head != holding.row.id => head,
            _ => return Ok(None),
        },
        (Taker::Territory(otherwise), kind) => {
            let territory = holding::territory(book, kind, holding.row.id);
            let owner = territory.and_then(|it| owner_of_territory(book, it, today));
            let owner = owner.filter(|owner| *owner != member).or(otherwise);
            owner.ok_or_else(|| no_other(book, member, territory))?
        }
    };
    Ok((!holding.is_shared() || !shares(holding, to)).then_some(to))
}

fn no_other(book: &Book<'_>, member: &Id, territory: Option<&Id>) -> Text {
    let own = territory.filter(|it| book.owner_of(Kind::Territory, it) == Some(member));
    match own {
        None => no_taker(book, territory),
        Some(id) => {
            let name = book.name_of(Kind::Territory, id);
            say!(
                en: "territory/{id} ({name}) is to be handed over itself; say who gets it: `--to MEMBER`",
                zh: "territory/{id}（{name}）本身也要移交；请指定接手人：`--to 成员`"
            )
        }
    }
}

// What waits for the word of who leaves, and of nobody else: with the last who holds a role, all that waits for
// the role would wait for ever.
fn undecided(
    book: &Book<'_>,
    member: &Id,
    today: Date,
    left: Date,
) -> Result<Vec<(String, Text)>, Refusal> {
    let mut found = Vec::new();
    let stays = |it: &Row<'_, Member>| it.id != member && !people::has_left(it.record, left);
    for item in inbox::of(book, Some(member), today)? {
        // For a party that has left, its superior confirms.
        // What is addressed to one person goes to the superior as well.
        let is_party = match item.waits {
            Waits::Verdict(need) => !need.asked.parties.is_empty(),
            Waits::Step(_) => item.row.kind == Kind::Notice && item.waits.key() == "fix",
        };
        let mut others = book.iter::<Member>().filter(stays);
        if is_party || others.any(|it| item.is_for(book, it.id, today)) {
            continue;
        }
        let (Text { en, zh }, name) = (item.waits.name(), book.name_of(Kind::Member, member));
        found.push((
            item.row.reference(),
            say!(
                en: "{en} waits for {name} alone; decide it first, or give somebody else the role: `salesops set member/ID extra_roles+=ROLE`",
                zh: "“{zh}”只有 {name} 能办理；请先办理，或让他人担任该岗位：`salesops set member/成员 extra_roles+=岗位`"
            ),
        ));
    }
    Ok(found)
}

// One list for each taker: what it gets, and as what.
fn lists(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    member: &Id,
    reason: &str,
    passed: &[Passed<'_>],
    plan: &mut Plan,
) -> Result<(), Refusal> {
    let mut by_taker: BTreeMap<&Id, Vec<Value>> = BTreeMap::new();
    for Passed { holding, to } in passed {
        let Some(to) = to else { continue };
        let pairs = [("record", holding.row.reference()), ("as", holding.key().to_owned())];
        let item = pairs.map(|(key, text)| (key.to_owned(), Value::plain(text)));
        by_taker.entry(to).or_default().push(Value::Map(item.into()));
    }
    for (to, items) in by_taker {
        let n = items.len();
        let pairs = [
            ("on", Value::plain(actor.today)),
            ("from", Value::plain(member)),
            ("to", Value::plain(to)),
            ("reason", Value::text(reason)),
            ("items", Value::List(items)),
            ("entered", add::entered(actor.me, actor.now)),
        ];
        let value = Value::Map(pairs.map(|(key, value)| (key.to_owned(), value)).into());
        let id = add::fresh(book, actor, Kind::Handover, &value)?;
        let path = Kind::Handover.spread().path(Kind::Handover, &id, actor.today);
        plan.create(Kind::Handover, &id, &path, &value);
        let reference = Kind::Handover.reference(&id);
        let [giver, taker] = [member, to].map(|who| book.name_of(Kind::Member, who));
        plan.done.push(say!(
            en: "list for {taker}: {n}; {giver} and {taker} confirm it: `salesops approve {reference}`",
            zh: "{taker} 的移交清单：{n} 条；由 {giver} 和 {taker} 确认：`salesops approve {reference}`"
        ));
    }
    Ok(())
}

// Whether a list has the taker already.
fn shares(holding: &Holding<'_>, to: &Id) -> bool {
    let View::List(items) = holding.row.fields.get(holding.key()) else { return false };
    (0..items.len()).any(|at| match items.at(at) {
        View::Ref(_, who) => who == to,
        View::Group(fields) => matches!(fields.get("member"), View::Ref(_, who) if who == to),
        _ => false,
    })
}

fn edits(passed: &Passed<'_>, actor: &Actor<'_>, reason: &str) -> Vec<Edit> {
    let Passed { holding, to } = passed;
    match to {
        Some(to) => {
            let given = Given { to, on: actor.today, by: actor.me, reason };
            given.edits(&holding.row, &holding.route)
        }
        None => vec![Edit::Remove(item(&holding.route))],
    }
}

// The whole item of a list that a route leads into.
fn item(route: &Route) -> Route {
    let depth = route.keys().iter().position(|key| matches!(key, Key::Index(_)));
    let keys = &route.keys()[..depth.map_or(route.keys().len(), |depth| depth + 1)];
    keys.iter().fold(Route::root(), |route, key| route.with(key.clone()))
}

fn tell(
    book: &Book<'_>,
    member: &Id,
    options: Options<'_>,
    passed: &[Passed<'_>],
    plan: &mut Plan,
) {
    let (n, name) = (passed.len(), book.name_of(Kind::Member, member));
    plan.done.push(match n {
        0 => say!(en: "{name} has nothing in hand", zh: "{name} 名下没有待移交的记录"),
        _ => say!(en: "{name} hands over: {n}", zh: "{name} 移交 {n} 条"),
    });
    let is_theirs = |deal: &Opportunity| {
        !holding::is_alive(deal) && opportunity::credited_owner(deal) == Some(member)
    };
    let kept = book.iter::<Opportunity>().filter(|row| is_theirs(row.record)).count();
    if kept > 0 {
        plan.done.push(say!(
            en: "closed deals that stay to {name}'s credit: {kept}",
            zh: "业绩仍归 {name} 的已关闭机会：{kept} 条"
        ));
    }
    let is_leaving =
        book.fields(Kind::Member, member).is_some_and(|it| it.get("left_on").is_absent());
    match options.left {
        Some(left) => {
            plan.done.push(say!(en: "{name} leaves on {left}", zh: "{name} 于 {left} 离职"))
        }
        None if is_leaving => {
            plan.next = Some(say!(
                en: "who leaves: `salesops set member/{member} left_on=DATE`",
                zh: "如离职：`salesops set member/{member} left_on=日期`"
            ));
        }
        None => {}
    }
}
