//! Closing a deal: won, lost or suspended, and opening it again.

use super::advance::deal;
use super::typed::Reader;
use super::{Actor, Plan, Refusal};
use crate::base::edit::Edit;
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{Book, Row};
use crate::facts::{opportunity as facts, people};
use crate::flow::gates::{self, Deal};
use crate::model::Opportunity;
use crate::model::common::{Grade, Outcome};
use crate::policy::Phase;
use crate::say;

/// How a deal is closed.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day; today where not given.
    pub on: Option<String>,
    /// Why it was lost (a key of the policy) or suspended (text), or won.
    pub reason: Option<String>,
    /// What worked.
    pub worked: Option<String>,
    /// What failed.
    pub failed: Option<String>,
    /// The amount agreed on at last.
    pub amount: Option<String>,
}

/// Plans to win, lose or suspend a deal.
///
/// # Errors
/// When nobody is known to act, the deal is not open, or what closing asks for is missing.
pub fn plan(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    id: &Id,
    outcome: Outcome,
    options: &Options,
) -> Result<Plan, Refusal> {
    actor.known()?;
    let row = deal(book, id)?;
    refuse_not_open(row, outcome)?;
    refuse_rank(book, row, actor)?;
    let reader = Reader { book, me: actor.me, today: actor.today };
    let on = reader.day(options.on.as_deref())?;
    let mut edits = Vec::new();
    if let Some(amount) = &options.amount {
        let assignment = super::assign::parse(&format!("amount={amount}"))?;
        super::set::refuse_owned(book, Kind::Opportunity, id, &assignment)?;
        let value = crate::base::amount::parse_amount(amount)?;
        edits.push(Edit::Set(Route::name("amount"), Value::plain(value)));
    }
    let mut what = Vec::new();
    if outcome == Outcome::Lost {
        let missing = gates::of_closing(&Deal { book, row, day: on, wide: true }, "lose");
        if !missing.is_empty() {
            return Err(Refusal::Gates(missing));
        }
    }
    if outcome == Outcome::Won {
        what.extend(to_closing_stage(book, row, actor, options.amount.is_some(), &mut edits)?);
    }
    edits.push(Edit::Set(Route::name("outcome"), Value::plain(outcome.key())));
    what.push(("outcome", Value::plain(outcome.key())));
    let reason = reason(book, outcome, options, &mut edits)?;
    what.extend(reason.map(|reason| ("reason", reason)));
    let actor = Actor { today: on, now: actor.now, me: actor.me, entropy: &mut *actor.entropy };
    edits.push(Edit::Append(Route::name("moves"), actor.step(what)));
    if outcome != Outcome::Suspended {
        edits.push(Edit::Set(Route::name("closed"), closed(book, row, &actor, options)));
        edits.extend(row.record.next.as_ref().map(|_| Edit::Remove(Route::name("next"))));
    }
    for (key, text) in [("worked", &options.worked), ("failed", &options.failed)] {
        let route = Route::name("lesson").then(key);
        edits.extend(text.as_ref().map(|text| Edit::Set(route, Value::text(text))));
    }
    finish(book, row, outcome, &edits)
}

fn finish(
    book: &Book<'_>,
    row: Row<'_, Opportunity>,
    outcome: Outcome,
    edits: &[Edit],
) -> Result<Plan, Refusal> {
    let mut plan = Plan::default();
    plan.edit(book, Kind::Opportunity, row.id, edits)?;
    let (reference, name) = (row.erase().reference(), row.erase().name(book));
    let (en, zh) = (outcome.label().en, outcome.label().zh);
    plan.done.push(crate::base::text::Text {
        en: format!("{reference} ({name}) is {en}").into(),
        zh: format!("{reference}（{name}）：{zh}").into(),
    });
    if outcome == Outcome::Won {
        plan.next = Some(say!(
            en: "when work begins: `salesops advance {reference}`",
            zh: "开始执行后：`salesops advance {reference}`"
        ));
    }
    Ok(plan)
}

fn refuse_not_open(row: Row<'_, Opportunity>, outcome: Outcome) -> Result<(), Refusal> {
    let now = row.record.outcome();
    let may = now == Outcome::Open || (now == Outcome::Suspended && outcome == Outcome::Lost);
    if may {
        return Ok(());
    }
    let (reference, label) = (row.erase().reference(), now.label());
    let (en, zh) = (label.en, label.zh);
    Err(Refusal::Forbidden(say!(
        en: "it is {en} already; `salesops reopen {reference} REASON` opens it again",
        zh: "机会处于“{zh}”；可用 `salesops reopen {reference} 原因` 重新打开"
    )))
}

// Closing a grade A opportunity is for a supervisor or above (domain table (d)).
fn refuse_rank(
    book: &Book<'_>,
    row: Row<'_, Opportunity>,
    actor: &Actor<'_>,
) -> Result<(), Refusal> {
    let role = &book.policy().opp().close_a_role;
    let (Some(Grade::A), Some(me)) = (row.record.grade, actor.me) else { return Ok(()) };
    if people::has_rank(book, me, role) {
        return Ok(());
    }
    let name = book.policy().term(Vocabulary::Role, role);
    Err(Refusal::Forbidden(crate::base::text::Text {
        en: format!("a grade A opportunity is closed by a {} or above", name.en).into(),
        zh: format!("A 级机会须由{}或以上人员关闭", name.zh).into(),
    }))
}

// A deal is won in the closing stage; one that is not there yet passes the gates on the way.
fn to_closing_stage(
    book: &Book<'_>,
    row: Row<'_, Opportunity>,
    actor: &Actor<'_>,
    priced: bool,
    edits: &mut Vec<Edit>,
) -> Result<Option<(&'static str, Value)>, Refusal> {
    let policy = book.policy();
    let Some(closing) = policy.closing_stage() else { return Ok(None) };
    let subject = Deal { book, row, day: actor.today, wide: true };
    let mut missing = gates::missing(&subject, Some(&row.record.stage), closing)?;
    missing.extend(gates::of_winning(&subject)?);
    missing.retain(|lack| !(priced && lack.gate == "price"));
    if row.record.total().is_none() && !priced && missing.iter().all(|lack| lack.gate != "price") {
        let reference = row.erase().reference();
        let why = say!(
            en: "the amount is missing: `salesops win {reference} --amount AMOUNT`",
            zh: "缺少金额：`salesops win {reference} --amount 金额`"
        );
        return Err(Refusal::Forbidden(why));
    }
    if !missing.is_empty() {
        return Err(Refusal::Gates(missing));
    }
    if policy.stage_rank(&row.record.stage) >= policy.stage_rank(closing) {
        return Ok(None);
    }
    edits.push(Edit::Set(Route::name("stage"), Value::plain(closing)));
    Ok(Some(("stage", Value::plain(closing))))
}

fn reason(
    book: &Book<'_>,
    outcome: Outcome,
    options: &Options,
    edits: &mut Vec<Edit>,
) -> Result<Option<Value>, Refusal> {
    let given = options.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    match (outcome, given) {
        (Outcome::Lost, Some(typed)) => {
            let key = book.policy().parse_term(Vocabulary::LostReason, typed)?;
            edits.push(Edit::Set(Route::name("lost_reason"), Value::plain(&key)));
            Ok(None)
        }
        (Outcome::Lost, None) => {
            let terms = book.policy().terms(Vocabulary::LostReason);
            let keys: Vec<&str> = terms.iter().map(|(key, _)| *key).collect();
            let names: Vec<&str> = terms.iter().map(|(_, name)| &*name.zh).collect();
            let (keys, names) = (keys.join(", "), names.join("、"));
            Err(Refusal::Forbidden(Text {
                en: format!("why was it lost? `--reason` takes {keys}").into(),
                zh: format!("为何输单？`--reason` 可用：{names}").into(),
            }))
        }
        (Outcome::Suspended, None) => Err(Refusal::Forbidden(
            say!(en: "say why: `--reason TEXT`", zh: "请说明原因：`--reason 原因`"),
        )),
        (_, given) => Ok(given.map(Value::text)),
    }
}

// What is not won is not delivered: an open deal goes back to where it can be won.
fn stage_to_sell_in<'b>(book: &'b Book<'_>, row: Row<'_, Opportunity>) -> Option<&'b str> {
    let stage = book.policy().stage(&row.record.stage)?;
    book.policy().closing_stage().filter(|_| stage.phase != Phase::Selling)
}

fn closed(
    book: &Book<'_>,
    row: Row<'_, Opportunity>,
    actor: &Actor<'_>,
    options: &Options,
) -> Value {
    let record = row.record;
    let mut pairs = vec![("on".to_owned(), Value::plain(actor.today))];
    let mut put = |key: &str, value: Option<Value>| {
        pairs.extend(value.map(|value| (key.to_owned(), value)));
    };
    put("by", actor.me.map(Value::plain));
    put("owner", record.owner.as_deref().map(Value::plain));
    put("team", facts::team(record, book).map(Value::text));
    put("territory", facts::territory_now(record, book).map(Value::plain));
    let typed = options.amount.as_deref().and_then(|a| crate::base::amount::parse_amount(a).ok());
    put("amount", typed.or_else(|| record.total()).map(Value::plain));
    put("currency", Some(Value::plain(facts::currency(record, book.policy()).code())));
    Value::Map(pairs)
}

/// Plans to open a closed deal again.
///
/// # Errors
/// When nobody is known to act, it is open, or no reason is given.
pub fn reopen(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    id: &Id,
    reason: &str,
) -> Result<Plan, Refusal> {
    actor.known()?;
    let row = deal(book, id)?;
    if row.record.outcome() == Outcome::Open {
        return Err(Refusal::Cannot(say!(en: "it is open already", zh: "机会本来就在进行中")));
    }
    if reason.trim().is_empty() {
        let reference = row.erase().reference();
        return Err(Refusal::Forbidden(say!(
            en: "say why: `salesops reopen {reference} REASON`",
            zh: "请说明原因：`salesops reopen {reference} 原因`"
        )));
    }
    let mut edits = Vec::new();
    let mut what = Vec::new();
    if let Some(stage) = stage_to_sell_in(book, row) {
        edits.push(Edit::Set(Route::name("stage"), Value::plain(stage)));
        what.push(("stage", Value::plain(stage)));
    }
    edits.push(Edit::Set(Route::name("outcome"), Value::plain(Outcome::Open.key())));
    what.push(("outcome", Value::plain(Outcome::Open.key())));
    what.push(("reason", Value::text(reason)));
    edits.push(Edit::Append(Route::name("moves"), actor.step(what)));
    let gone = [
        ("closed", row.record.closed.is_some()),
        ("lost_reason", row.record.lost_reason.is_some()),
    ];
    edits.extend(
        gone.into_iter().filter(|(_, there)| *there).map(|(key, _)| Edit::Remove(Route::name(key))),
    );
    finish(book, row, Outcome::Open, &edits)
}
