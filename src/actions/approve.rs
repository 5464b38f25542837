//! Approving and rejecting.

use super::{Actor, Plan, Refusal, add, readable};
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{AnyRow, Book};
use crate::facts::digest::digest;
use crate::flow::approval::{self, Need, Standing};
use crate::model::approval::Verdict;
use crate::say;

/// What is decided.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Yes or no.
    pub verdict: Verdict,
    /// Which approval; all that wait for the member where not given.
    pub what: Option<String>,
    /// Why, or on what condition.
    pub note: Option<String>,
}

/// Plans the verdict of the actor on a record: on one approval, or on all that wait for the actor.
///
/// # Errors
/// When nobody is known to act, nothing waits for the actor, a rejection gives no reason, or the
/// record is the actor's own.
pub fn plan(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    (kind, id): (Kind, &Id),
    decision: &Decision,
) -> Result<Plan, Refusal> {
    actor.known()?;
    let me = actor.me.cloned().ok_or_else(|| say!(en: "who are you?", zh: "请说明身份"))?;
    let reference = kind.reference(id);
    let row = readable(book, kind, id)?;
    if decision.verdict == Verdict::Rejected && decision.note.is_none() {
        return Err(Refusal::Forbidden(say!(
            en: "say why: `salesops reject {reference} TEXT`",
            zh: "请说明原因：`salesops reject {reference} 原因`"
        )));
    }
    let mut plan = Plan::default();
    for (need, absent) in decided(book, row, actor, &me, decision)? {
        let absent = absent.as_ref();
        let mut value = verdict(row, need, actor, &me, absent, decision);
        let now = approval::moment(book, row, need, actor.now);
        value.put("entered", add::entered(actor.me, now));
        let id = add::fresh(book, actor, Kind::Approval, &value)?;
        let path = Kind::Approval.spread().path(Kind::Approval, &id, actor.today);
        plan.create(Kind::Approval, &id, &path, &value);
        let (name, label) = (need.name(), decision.verdict.label());
        let title = row.name(book);
        plan.done.push(Text {
            en: format!("{reference} ({title}): {}: {}", name.en, label.en).into(),
            zh: format!("{reference}（{title}）：{}：{}", name.zh, label.zh).into(),
        });
    }
    Ok(plan)
}

type Decided<'b> = Vec<(Need<'b>, Option<Id>)>;

// The approvals that the verdict is on, each with whose decision it is.
fn decided<'b>(
    book: &'b Book<'_>,
    row: AnyRow<'_>,
    actor: &Actor<'_>,
    me: &Id,
    decision: &Decision,
) -> Result<Decided<'b>, Refusal> {
    let needs = approval::needs(book, row, None, actor.today)?;
    if let Some(typed) = &decision.what {
        let key = book.policy().parse_term(Vocabulary::Approval, typed)?;
        let need = needs.into_iter().find(|need| need.key == key).ok_or_else(|| {
            let reference = row.reference();
            say!(en: "{reference} needs no `{key}`", zh: "{reference} 无需 `{key}`")
        })?;
        let absent = approval::may(book, row, need, me, actor.today).map_err(Refusal::Forbidden)?;
        return Ok(vec![(need, absent.cloned())]);
    }
    let mut refused = None;
    let mut found = Vec::new();
    for need in needs {
        if matches!(approval::standing(book, row, need), Standing::Approved(_)) {
            continue;
        }
        match approval::may(book, row, need, me, actor.today) {
            Ok(absent) => found.push((need, absent.cloned())),
            Err(why) => refused = refused.or(Some(why)),
        }
    }
    match (found.is_empty(), refused) {
        (false, _) => Ok(found),
        (true, Some(why)) => Err(Refusal::Forbidden(why)),
        (true, None) => {
            let reference = row.reference();
            Err(Refusal::Cannot(say!(
                en: "{reference} waits for no approval",
                zh: "{reference} 没有待审批的事项"
            )))
        }
    }
}

fn verdict(
    row: AnyRow<'_>,
    need: Need<'_>,
    actor: &Actor<'_>,
    me: &Id,
    absent: Option<&Id>,
    decision: &Decision,
) -> Value {
    let mut pairs = vec![
        ("subject", Value::plain(row.reference())),
        ("what", Value::plain(need.key)),
        ("verdict", Value::plain(decision.verdict.key())),
        ("by", Value::plain(me)),
    ];
    pairs.extend(absent.map(|absent| ("on_behalf_of", Value::plain(absent))));
    pairs.push(("on", Value::plain(actor.today)));
    pairs.push(("digest", Value::text(digest(row.fields, &need.asked.covers))));
    pairs.extend(decision.note.as_ref().map(|note| ("note", Value::text(note))));
    Value::Map(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}
