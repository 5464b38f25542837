//! Moving a deal on through the gates.

use super::{Actor, Plan, Refusal, readable_as, waive};
use crate::base::edit::Edit;
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{Book, Row};
use crate::flow::gates::{self, Deal};
use crate::model::Opportunity;
use crate::model::common::Outcome;
use crate::policy::Phase;
use crate::say;

/// How to move.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The stage to go to; the next one where not given.
    pub to: Option<String>,
    /// Gates to pass without what they ask for.
    pub waive: Vec<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Plans a deal's move to its next stage, or to another one.
///
/// # Errors
/// When nobody is known to act, the deal is closed, there is no such stage, or a gate holds it.
pub fn plan(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    id: &Id,
    options: &Options,
) -> Result<Plan, Refusal> {
    actor.known()?;
    let row = deal(book, id)?;
    let to = target(book, row, options.to.as_deref())?;
    refuse_closed(book, row, &to)?;
    let waived = waived(book, row, actor, &to, options)?;
    let mut what = vec![("stage", Value::plain(&to))];
    what.extend(options.reason.as_ref().map(|reason| ("reason", Value::text(reason))));
    what.extend(waive::noted(&waived));
    let edits = [
        Edit::Set(Route::name("stage"), Value::plain(&to)),
        Edit::Append(Route::name("moves"), actor.step(what)),
    ];
    let mut plan = Plan::default();
    plan.edit(book, Kind::Opportunity, id, &edits)?;
    describe(book, &mut plan, row, &to);
    Ok(plan)
}

fn describe(book: &Book<'_>, plan: &mut Plan, row: Row<'_, Opportunity>, to: &str) {
    let policy = book.policy();
    let name = row.erase().name(book);
    let from = policy.term(Vocabulary::Stage, &row.record.stage);
    let into = policy.term(Vocabulary::Stage, to);
    let reference = row.erase().reference();
    plan.done.push(Text {
        en: format!("{reference} ({name}): {} → {}", from.en, into.en).into(),
        zh: format!("{reference}（{name}）：{} → {}", from.zh, into.zh).into(),
    });
    plan.next = Some(match policy.closing_stage() == Some(to) {
        true => {
            say!(en: "when it is signed: `salesops win {reference}`", zh: "签约后：`salesops win {reference}`")
        }
        false => {
            say!(en: "log what happens: `salesops log call {reference} TEXT`", zh: "记录进展：`salesops log call {reference} 内容`")
        }
    });
}

/// The deal, which must be readable.
///
/// # Errors
/// When it is not.
pub fn deal<'b>(book: &'b Book<'_>, id: &Id) -> Result<Row<'b, Opportunity>, Refusal> {
    Ok(readable_as(book, id)?)
}

fn target(
    book: &Book<'_>,
    row: Row<'_, Opportunity>,
    typed: Option<&str>,
) -> Result<String, Refusal> {
    let policy = book.policy();
    let now = &*row.record.stage;
    let to = match typed {
        Some(typed) => policy.parse_term(Vocabulary::Stage, typed)?,
        None => match policy.stage_after(now) {
            Some(next) => next.to_owned(),
            None if policy.stage_rank(now).is_none() => {
                return Err(Refusal::Cannot(say!(
                    en: "`{now}` is no stage of the policy; say where it goes: `--to STAGE`",
                    zh: "制度中没有阶段 `{now}`；请用 `--to 阶段` 说明去向"
                )));
            }
            None => {
                let name = policy.term(Vocabulary::Stage, now);
                return Err(Refusal::Cannot(Text {
                    en: format!("{} is the last stage", name.en).into(),
                    zh: format!("{}已是最后一个阶段", name.zh).into(),
                }));
            }
        },
    };
    if to == now {
        return Err(Refusal::Cannot(say!(en: "it is in `{to}` already", zh: "已处于 `{to}` 阶段")));
    }
    Ok(to)
}

// Won deals go on to delivery and after-sales; everything else must be open.
fn refuse_closed(book: &Book<'_>, row: Row<'_, Opportunity>, to: &str) -> Result<(), Refusal> {
    let outcome = row.record.outcome();
    let delivers = book.policy().stage(to).is_some_and(|stage| stage.phase != Phase::Selling);
    if outcome == Outcome::Open || (outcome == Outcome::Won && delivers) {
        return Ok(());
    }
    let (reference, label) = (row.erase().reference(), outcome.label());
    let (en, zh) = (label.en, label.zh);
    Err(Refusal::Forbidden(say!(
        en: "it is {en}; `salesops reopen {reference} REASON` opens it again",
        zh: "机会处于“{zh}”；可用 `salesops reopen {reference} 原因` 重新打开"
    )))
}

fn waived<'g>(
    book: &Book<'_>,
    row: Row<'_, Opportunity>,
    actor: &Actor<'_>,
    to: &str,
    options: &'g Options,
) -> Result<Vec<&'g str>, Refusal> {
    waive::allowed(&options.waive, options.reason.as_deref())?;
    let subject = Deal { book, row, day: actor.today, wide: true };
    let missing = gates::missing(&subject, Some(&row.record.stage), to)?;
    waive::needed(missing, &options.waive)
}
