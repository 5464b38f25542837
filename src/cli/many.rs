//! Changing every record that fits a query: what would become of them is shown, then asked.

use anyhow::{Result, bail};

use super::confirm::confirm;
use super::context::Ctx;
use super::{Exit, Outcome, commands, write};
use crate::actions::bulk::Bulk;
use crate::actions::{Plan, Verdict};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{AnyRow, Book};
use crate::query::{Asker, Query};
use crate::say;
use crate::store::Folder;

/// What is known of the person's will before anything is shown.
#[derive(Clone, Copy)]
pub struct Consent {
    /// To write without asking.
    pub yes: bool,
    /// To write nothing.
    pub dry_run: bool,
}

/// The kind that `--where` is about: the word `named` beside the query, else its last word, since
/// `--where` takes all that follows it.
///
/// # Errors
/// When the word is no kind.
pub fn kind(named: Option<&String>, query: &mut Vec<String>) -> Result<Option<Kind>> {
    Ok(match named {
        Some(word) => Some(commands::add::kind(word)?),
        None => query.pop().and_then(|word| Kind::parse(&word)),
    })
}

/// The records of a kind that fit; a name in the query must be a record's own.
///
/// # Errors
/// When the query cannot be read.
pub fn rows<'b>(
    ctx: &Ctx<'_>,
    book: &'b Book<'b>,
    me: Option<&Id>,
    kind: Kind,
    query: &[String],
) -> Result<Vec<AnyRow<'b>>> {
    let asker = Asker { sure: true, ..ctx.asker(book, me)? };
    Ok(Query::parse(book, kind, query, asker)?.rows(book, kind))
}

/// Where records are changed, and by whom.
#[derive(Clone, Copy)]
pub struct Change<'a> {
    /// The folder.
    pub folder: &'a Folder,
    /// The book that was read.
    pub book: &'a Book<'a>,
    /// Who writes.
    pub me: Option<&'a Id>,
    /// The kind of the records.
    pub kind: Kind,
}

impl Change<'_> {
    // Those that would break a rule are refused; the exit code where all are.
    fn judge(self, ctx: &mut Ctx<'_>, bulk: &mut Bulk) -> Result<Result<Verdict, Exit>> {
        ctx.timings.lap("plan", "计划");
        let verdict = bulk.judge(self.folder, self.book, ctx.today(self.book)?)?;
        ctx.timings.lap("judge", "判断");
        if verdict.added.is_empty() {
            return Ok(Ok(verdict));
        }
        write::refuse_findings(ctx, self.book, &bulk.plan, &verdict.added).map(Err)
    }

    /// Judges the rows, lets `show` print those that are left, says how many of the `fit` rows change
    /// and how, asks, and writes.
    ///
    /// # Errors
    /// When it cannot be shown or written, or nobody is there to agree.
    pub fn carry_out(
        self,
        ctx: &mut Ctx<'_>,
        consent: Consent,
        fit: usize,
        mut bulk: Bulk,
        show: impl FnOnce(&mut Ctx<'_>, &Bulk) -> Result<()>,
    ) -> Outcome {
        let verdict = match self.judge(ctx, &mut bulk)? {
            Ok(verdict) => verdict,
            Err(exit) => return Ok(exit),
        };
        show(ctx, &bulk)?;
        tell(ctx, self.kind, fit, &bulk);
        write::show_diff(ctx, Some(self.book), &bulk.plan.changes)?;
        let n = bulk.plan.changes.len();
        if !consent.dry_run && n > 0 && is_agreed(ctx, consent, n)? {
            self.write(ctx, bulk.plan, &verdict)?;
        }
        Ok(if bulk.refused.is_empty() { Exit::Fine } else { Exit::Refused })
    }

    fn write(self, ctx: &mut Ctx<'_>, mut plan: Plan, verdict: &Verdict) -> Result<()> {
        let n = plan.changes.len();
        plan.done.push(say!(en: "records changed: {n}", zh: "已修改 {n} 条记录"));
        // Taken only now: nobody waits while a question stands. What was read is compared once more.
        let _held = write::acquire(ctx, self.folder)?;
        write::commit(ctx, self.folder, &plan)?;
        write::report(ctx, self.book, &plan, &verdict.remarks)?;
        write::hint_who(ctx, self.me);
        Ok(())
    }
}

// How many fit and what becomes of them, with the reasons of those that are refused.
fn tell(ctx: &mut Ctx<'_>, kind: Kind, fit: usize, bulk: &Bulk) {
    let (same, refused) = (bulk.unchanged, bulk.refused.len());
    let changed = fit.saturating_sub(same + refused);
    let (en, zh) = (kind.plural().en, kind.label().zh);
    ctx.tell(&say!(
        en: "{en} that fit: {fit}; to be changed {changed}, so already {same}, refused {refused}",
        zh: "符合条件的{zh} {fit} 条：将修改 {changed}，无需改动 {same}，拒绝 {refused}"
    ));
    let more = bulk.plan.changes.len().saturating_sub(changed);
    if more > 0 {
        ctx.tell(&say!(en: "others that follow them: {more}", zh: "随之改动的其他记录：{more} 条"));
    }
    for (kind, id, why) in &bulk.refused {
        let reference = kind.reference(id);
        let (en, zh) = (&why.en, &why.zh);
        ctx.tell(&say!(en: "  refused {reference}: {en}", zh: "  拒绝 {reference}：{zh}"));
    }
}

fn is_agreed(ctx: &mut Ctx<'_>, consent: Consent, n: usize) -> Result<bool> {
    if consent.yes {
        return Ok(true);
    }
    match confirm(ctx, &say!(en: "write these changes ({n})?", zh: "修改这 {n} 条记录吗？"))?
    {
        Some(true) => Ok(true),
        Some(false) => {
            ctx.tell(&say!(en: "nothing was written", zh: "没有写入"));
            Ok(false)
        }
        None => {
            let command = &ctx.command;
            bail!(say!(
                en: "nothing was written; to go on: `salesops {command} --yes`",
                zh: "没有写入；要继续请运行：`salesops {command} --yes`"
            ))
        }
    }
}
