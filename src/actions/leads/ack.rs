//! Taking note of leads that one was given (OPS-2.4.2).

use crate::actions::{Actor, Plan, Refusal};
use crate::base::edit::Edit;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{Book, Row};
use crate::model::Lead;
use crate::say;

use super::assign::open_lead;

/// The open leads that were given to `member` and that it has not taken note of, by id.
pub fn waiting<'b>(book: &'b Book<'b>, member: &Id) -> Vec<Row<'b, Lead>> {
    let waits = |row: &Row<'_, Lead>| {
        let own = row.record.assignment.as_ref().filter(|it| *it.to == *member);
        row.record.is_open()
            && row.record.owner.as_deref() == Some(member)
            && own.is_some_and(|it| it.acknowledged_at.is_none())
    };
    book.iter::<Lead>().filter(waits).collect()
}

/// Plans to take note of leads; without `ids`, of all that wait for who acts.
///
/// # Errors
/// When nobody is known to act, nothing waits, or a lead is another's.
pub fn plan(book: &Book<'_>, actor: &Actor<'_>, ids: &[Id]) -> Result<Plan, Refusal> {
    actor.known()?;
    let Some(me) = actor.me else { return Ok(Plan::default()) };
    let rows = match ids {
        [] => waiting(book, me),
        ids => ids.iter().map(|id| mine(book, me, id)).collect::<Result<Vec<_>, _>>()?,
    };
    let mut plan = Plan::default();
    for row in rows {
        let (reference, name) = (row.erase().reference(), row.erase().name(book));
        let noted = row.record.assignment.as_ref().and_then(|it| it.acknowledged_at);
        if noted.is_some() {
            plan.done.push(say!(
                en: "{reference} ({name}): taken note of already",
                zh: "{reference}（{name}）：此前已确认接收"
            ));
            continue;
        }
        let route = Route::name("assignment").then("acknowledged_at");
        plan.edit(book, Kind::Lead, row.id, &[Edit::Set(route, Value::plain(actor.now))])?;
        plan.done.push(say!(
            en: "{reference} ({name}): taken note of",
            zh: "{reference}（{name}）：已确认接收"
        ));
    }
    if plan.done.is_empty() {
        plan.done.push(say!(en: "no lead waits for you", zh: "没有待你确认接收的线索"));
    }
    plan.next = plan.touched.first().map(|(kind, id)| first_contact(&kind.reference(id)));
    Ok(plan)
}

/// What comes after somebody got a lead.
pub fn first_contact(reference: &str) -> Text {
    say!(
        en: "log the first contact: `salesops log call {reference} TEXT --purpose first_contact`",
        zh: "记录首次接触：`salesops log call {reference} 内容 --purpose 首次接触`"
    )
}

fn mine<'b>(book: &'b Book<'b>, me: &Id, id: &Id) -> Result<Row<'b, Lead>, Refusal> {
    let row = open_lead(book, id)?;
    let given = row.record.assignment.as_ref().map(|it| &*it.to);
    if given == Some(me) && row.record.owner.as_deref() == Some(me) {
        return Ok(row);
    }
    Err(Refusal::Forbidden(match given {
        Some(to) => {
            let name = book.name_of(Kind::Member, to);
            say!(
                en: "lead/{id} was given to {name}; only who got it takes note of it",
                zh: "lead/{id} 分配给了 {name}，须由其本人确认接收"
            )
        }
        None => say!(en: "lead/{id} was not assigned", zh: "lead/{id} 尚未分配"),
    }))
}
