//! Planning as a conversation: what gates and rules miss is asked for, and the answers join the plan.

use std::collections::BTreeSet;

use anyhow::Result;

use super::context::Ctx;
use super::supply;
use crate::actions::{Plan, Refusal, Verdict, judge};
use crate::base::id::Id;
use crate::book::Book;
use crate::say;
use crate::store::{Folder, Overlay};

/// Makes a plan over a book: as often as answers change it.
pub type Planner<'p> =
    dyn FnMut(&mut Ctx<'_>, &Book<'_>, Option<&Id>) -> Result<Result<Plan, Refusal>> + 'p;

/// Plans; where gates hold the deal and somebody can be asked, asks for what they miss, one after
/// another, and plans again over the answers. One plan comes of it.
///
/// # Errors
/// When the job cannot be done, or the person stops.
pub fn planned(
    ctx: &mut Ctx<'_>,
    folder: &Folder,
    book: &Book<'_>,
    me: Option<&Id>,
    plan: &mut Planner<'_>,
) -> Result<Result<Plan, Refusal>> {
    let mut made = plan(ctx, book, me)?;
    let mut supplied = Plan::default();
    let mut told = false;
    loop {
        let missing = match made {
            Ok(last) => return Ok(Ok(joined(supplied, last))),
            Err(Refusal::Gates(missing)) if ctx.asks() => missing,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let tree = Overlay::new(folder, supplied.texts());
        let now = book.planned(&tree, &supplied.changes)?;
        if !missing.iter().all(|lack| supply::can(&now, lack)) {
            return Ok(Err(Refusal::Gates(missing)));
        }
        if !std::mem::replace(&mut told, true) {
            let n = missing.len();
            ctx.tell(&say!(
                en: "still missing: {n}; Ctrl-C stops and changes nothing",
                zh: "还缺 {n} 项；按 Ctrl-C 中止，不作任何改动"
            ));
        }
        let Some(more) = missing.first().map(|lack| supply::gate(ctx, &now, me, lack)) else {
            return Ok(Err(Refusal::Gates(missing)));
        };
        match more? {
            Some(more) => supplied = supplied.then(more),
            None => return Ok(Err(Refusal::Gates(missing))),
        }
        let tree = Overlay::new(folder, supplied.texts());
        made = plan(ctx, &book.planned(&tree, &supplied.changes)?, me)?;
    }
}

/// Asks for what rules miss in what a plan leaves; an empty answer passes a question over.
///
/// # Errors
/// When the person stops, or the tree cannot be listed.
pub fn completed(
    ctx: &mut Ctx<'_>,
    folder: &Folder,
    book: &Book<'_>,
    me: Option<&Id>,
    mut plan: Plan,
) -> Result<(Plan, Verdict)> {
    let today = ctx.today(book)?;
    let mut verdict = judge(folder, book, &plan, today)?;
    let mut asked = BTreeSet::new();
    while ctx.asks() {
        let found = verdict.added.iter().chain(&verdict.remarks);
        let mut open = found.filter(|found| !asked.contains(&key(found)));
        let Some(found) = open.next().cloned() else { break };
        asked.insert(key(&found));
        let tree = Overlay::new(folder, plan.texts());
        let now = book.planned(&tree, &plan.changes)?;
        if let Some(mut more) = supply::finding(ctx, &now, me, &found)? {
            more.done.clear();
            plan = plan.then(more);
            verdict = judge(folder, book, &plan, today)?;
        }
    }
    Ok((plan, verdict))
}

fn key(finding: &crate::base::finding::Finding) -> (String, String, String) {
    (finding.rule.to_owned(), finding.file.to_string(), finding.message.en.to_string())
}

// The record that the command is about comes first: `-` means it afterwards.
fn joined(supplied: Plan, last: Plan) -> Plan {
    let first = last.touched.clone();
    let mut whole = supplied.then(last);
    whole.touched.retain(|touched| !first.contains(touched));
    whole.touched.splice(0..0, first);
    whole
}
