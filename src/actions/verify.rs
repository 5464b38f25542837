//! Writing down that records are still right (TAG-4.1).

use super::{Actor, Plan, Refusal, add};
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{AnyRow, Book};
use crate::facts::freshness;
use crate::say;

/// What a sweep looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sweep<'a> {
    /// The groups of tags; all where none is named.
    pub groups: &'a [String],
    /// What else is to be said.
    pub note: Option<&'a str>,
}

/// Plans one verification of `rows`, those in `exceptions` being wrong.
///
/// # Errors
/// When nobody is known to act, nothing is looked over, or no tags are in such a group.
pub fn plan(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    rows: &[AnyRow<'_>],
    exceptions: &[AnyRow<'_>],
    sweep: Sweep<'_>,
) -> Result<Plan, Refusal> {
    actor.known()?;
    let list = |rows: &[AnyRow<'_>]| {
        let mut all: Vec<(Kind, _)> = rows.iter().map(|row| (row.kind, row.id)).collect();
        all.sort_unstable();
        all.dedup();
        Value::List(all.into_iter().map(|(kind, id)| Value::plain(kind.reference(id))).collect())
    };
    let both: Vec<AnyRow<'_>> = rows.iter().chain(exceptions).copied().collect();
    if both.is_empty() {
        return Err(Refusal::Cannot(say!(en: "nothing to look over", zh: "没有需要核实的记录")));
    }
    let mut groups = Vec::new();
    for typed in sweep.groups {
        groups.push(Value::text(group(book, &both, typed)?));
    }
    let mut value = Value::map([("on", Value::plain(actor.today))]);
    if let Some(me) = actor.me {
        value.put("by", Value::plain(me));
    }
    value.put("records", list(&both));
    if !groups.is_empty() {
        value.put("groups", Value::List(groups));
    }
    if !exceptions.is_empty() {
        value.put("exceptions", list(exceptions));
    }
    if let Some(note) = sweep.note.map(str::trim).filter(|note| !note.is_empty()) {
        value.put("note", Value::text(note));
    }
    value.put("entered", add::entered(actor.me, actor.now));
    let id = add::fresh(book, actor, Kind::Verification, &value)?;
    let path = Kind::Verification.spread().path(Kind::Verification, &id, actor.today);
    let mut plan = Plan::default();
    plan.create(Kind::Verification, &id, &path, &value);
    let (n, wrong) = (rows.len(), exceptions.len());
    plan.done.push(match wrong {
        0 => say!(en: "still right: {n}", zh: "已核实无误：{n} 条"),
        _ => say!(
            en: "still right: {n}; to be corrected: {wrong}",
            zh: "已核实无误：{n} 条；待更正：{wrong} 条"
        ),
    });
    // So many are seen at a glance.
    if both.len() <= 10 {
        let names = |rows: &[AnyRow<'_>], en: &'static str, zh: &'static str| {
            let told = rows.iter().map(|row| {
                let (reference, name) = (row.reference(), row.name(book));
                Text {
                    en: format!("{en}: {reference} ({name})").into(),
                    zh: format!("{zh}：{reference}（{name}）").into(),
                }
            });
            told.collect::<Vec<_>>()
        };
        plan.done = names(rows, "still right", "无误");
        plan.done.extend(names(exceptions, "to be corrected", "待更正"));
    }
    plan.next = exceptions.first().map(|row| {
        let reference = row.reference();
        say!(
            en: "correct it, then `salesops verify {reference}`",
            zh: "更正后执行 `salesops verify {reference}`"
        )
    });
    Ok(plan)
}

// A group is known by its key, as the definitions of tags name it.
fn group<'t>(book: &Book<'_>, rows: &[AnyRow<'_>], typed: &'t str) -> Result<&'t str, Refusal> {
    let mut kinds: Vec<Kind> = rows.iter().map(|row| row.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut known: Vec<&str> =
        kinds.into_iter().flat_map(|kind| freshness::groups(book, kind)).collect();
    known.sort_unstable();
    known.dedup();
    if known.contains(&typed.trim()) {
        return Ok(typed.trim());
    }
    let all = match known.is_empty() {
        true => "-".to_owned(),
        false => known.join(", "),
    };
    Err(Refusal::Cannot(say!(
        en: "no tags are in a group `{typed}`; there are {all}",
        zh: "没有名为 `{typed}` 的标签分组；可用：{all}"
    )))
}
