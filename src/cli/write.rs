//! Carrying a plan out: show its diff, judge it, write it, remember it.

use super::context::Ctx;
use super::exit::Exit;
use super::talk::{self, Planner};
use super::{Outcome, diff, pick};
use crate::actions::{Plan, Refusal, judge};
use crate::base::change::Change;
use crate::base::finding::Finding;
use crate::base::id::Id;
use crate::base::placeholder;
use crate::base::text::Text;
use crate::book::Book;
use crate::flow::gates::Missing;
use crate::output::{self, FindingFormat, Sources};
use crate::say;
use crate::store::{Folder, journal, lock, state, write};
use anyhow::{Result, bail};

/// Opens the book under its lock, plans, and carries the plan out.
///
/// The lock is taken before anything is read, so that writers wait for each other instead of
/// finding the file changed.
///
/// # Errors
/// When the job cannot be done; a refusal by the policy is an exit code.
pub fn write(
    ctx: &mut Ctx<'_>,
    dry_run: bool,
    mut plan: impl FnMut(&mut Ctx<'_>, &Book<'_>, Option<&Id>) -> Result<Result<Plan, Refusal>>,
) -> Outcome {
    carry_out(ctx, dry_run, false, &mut plan)
}

/// [`write`] for commands that ask for what they lack, where somebody is there.
///
/// # Errors
/// As [`write`], or when the person stops.
pub fn complete(
    ctx: &mut Ctx<'_>,
    dry_run: bool,
    mut plan: impl FnMut(&mut Ctx<'_>, &Book<'_>, Option<&Id>) -> Result<Result<Plan, Refusal>>,
) -> Outcome {
    carry_out(ctx, dry_run, true, &mut plan)
}

fn carry_out(ctx: &mut Ctx<'_>, dry_run: bool, asking: bool, plan: &mut Planner<'_>) -> Outcome {
    let folder = ctx.folder()?;
    // Nobody waits for a person who thinks: who is asked takes the lock when all is answered. A file
    // that has changed since is refused when it is written.
    let asking = asking && ctx.asks();
    let mut held = if dry_run || asking { None } else { Some(acquire(ctx, &folder)?) };
    let book = ctx.open(&folder)?;
    let me = ctx.me(&book)?;
    let planned = match asking {
        true => talk::planned(ctx, &folder, &book, me.as_ref(), plan)?,
        false => plan(ctx, &book, me.as_ref())?,
    };
    ctx.timings.lap("plan", "计划");
    let plan = match planned {
        Ok(plan) => plan,
        Err(refusal) => return refused(ctx, refusal),
    };
    let (plan, verdict) = match asking {
        true => talk::completed(ctx, &folder, &book, me.as_ref(), plan)?,
        false => {
            let verdict = judge(&folder, &book, &plan, ctx.today(&book)?)?;
            (plan, verdict)
        }
    };
    ctx.timings.lap("judge", "判断");
    if dry_run {
        show_diff(ctx, Some(&book), &plan.changes)?;
        if !verdict.added.is_empty() {
            return refuse_findings(ctx, &book, &plan, &verdict.added);
        }
        return Ok(Exit::Fine);
    }
    if !verdict.added.is_empty() {
        return refuse_findings(ctx, &book, &plan, &verdict.added);
    }
    if !plan.changes.is_empty() {
        if held.is_none() {
            held = Some(acquire(ctx, &folder)?);
        }
        if ctx.answered.get() {
            let hidden = super::record::sensitive(Some(&book), ctx.global.reveal);
            let text = diff::unified(&plan.changes, &hidden);
            let _ = write!(ctx.err, "{text}");
        }
        commit(ctx, &folder, &plan)?;
    }
    drop(held);
    report(ctx, &book, &plan, &verdict.remarks)?;
    hint_who(ctx, me.as_ref());
    Ok(Exit::Fine)
}

/// Writes what a plan changes, and remembers it for `undo`; the caller holds the lock.
///
/// # Errors
/// When a file has changed since it was read, or cannot be written.
pub fn commit(ctx: &Ctx<'_>, folder: &Folder, plan: &Plan) -> Result<()> {
    write::write(folder, &plan.changes)?;
    remember(ctx, folder, plan)
}

/// Says how to be noted as the writer, where nobody is.
pub fn hint_who(ctx: &mut Ctx<'_>, me: Option<&Id>) {
    if me.is_none() {
        ctx.say(&say!(
            en: "nobody is noted as the writer; `--as MEMBER` or SALESOPS_MEMBER says who you are",
            zh: "没有记录经办人；可用 `--as 成员` 或环境变量 SALESOPS_MEMBER 说明"
        ));
    }
}

/// The lock of the book.
///
/// # Errors
/// When another process keeps it.
pub fn acquire(ctx: &Ctx<'_>, folder: &Folder) -> Result<lock::Lock> {
    let holder = format!("`salesops {}` (process {})", ctx.command, std::process::id());
    lock::acquire(&ctx.state(folder), &holder)
}

fn remember(ctx: &Ctx<'_>, folder: &Folder, plan: &Plan) -> Result<()> {
    let state = ctx.state(folder);
    let entry = journal::Entry { command: ctx.command.clone(), changes: plan.changes.clone() };
    journal::push(&state, &entry)?;
    if let Some((kind, id)) = plan.touched.first() {
        state::keep(&state, pick::LAST, &kind.reference(id));
    }
    Ok(())
}

/// Says what a plan has done, what it makes worth a remark, and how to take it back.
///
/// # Errors
/// When it cannot be printed.
pub fn report(ctx: &mut Ctx<'_>, book: &Book<'_>, plan: &Plan, remarks: &[Finding]) -> Result<()> {
    let done: Vec<Text> = plan.done.clone();
    let mut text = String::new();
    for line in &done {
        text.push_str(&output::plain(line.pick(ctx.lang)));
        text.push('\n');
    }
    ctx.print_words(&text)?;
    show_findings(ctx, book, plan, remarks);
    if let Some(next) = &plan.next {
        let (en, zh) = (&next.en, &next.zh);
        ctx.say(&Text { en: format!("next: {en}").into(), zh: format!("下一步：{zh}").into() });
    }
    if !plan.changes.is_empty() {
        ctx.say(&say!(en: "undo: `salesops undo`", zh: "撤销：`salesops undo`"));
    }
    Ok(())
}

/// Says why a plan is refused.
///
/// # Errors
/// When it is because the job cannot be done.
pub fn refused(ctx: &mut Ctx<'_>, refusal: Refusal) -> Outcome {
    match refusal {
        Refusal::Cannot(why) => bail!(why),
        Refusal::Forbidden(why) => {
            ctx.tell(&why);
            Ok(Exit::Refused)
        }
        Refusal::Gates(missing) => {
            tell_gates(ctx, &missing);
            Ok(Exit::Refused)
        }
    }
}

// What is missing, each with the command that supplies it.
fn tell_gates(ctx: &mut Ctx<'_>, missing: &[Missing]) {
    let n = missing.len();
    ctx.tell(&match n {
        1 => say!(en: "not yet: one thing is missing", zh: "暂不能办理：还缺 1 项"),
        _ => say!(en: "not yet: {n} things are missing", zh: "暂不能办理：还缺 {n} 项"),
    });
    for lack in missing {
        let (en, zh) = (&lack.message.en, &lack.message.zh);
        // A company's own approval has no clause behind it.
        let behind = |between: &str| match &*lack.clauses {
            [] => lack.gate.to_owned(),
            ids => format!("{}{between}{}", lack.gate, ids.join(", ")),
        };
        ctx.tell(&Text {
            en: format!("  - {en} (gate {})", behind("; ")).into(),
            zh: format!("  - {zh}（关卡 {}）", behind("；")).into(),
        });
        let Text { en, zh } = placeholder::in_both(&lack.remedy);
        ctx.tell(&say!(en: "      {en}", zh: "      {zh}"));
    }
}

/// Says which rules a plan would break.
///
/// # Errors
/// Never; it is an outcome.
pub fn refuse_findings(
    ctx: &mut Ctx<'_>,
    book: &Book<'_>,
    plan: &Plan,
    added: &[Finding],
) -> Outcome {
    show_findings(ctx, book, plan, added);
    ctx.tell(&say!(
        en: "nothing was written: the change would break the rules above",
        zh: "没有写入：此改动会违反以上规则"
    ));
    let lacking = lacking(plan, added);
    if !lacking.is_empty() {
        ctx.tell(&say!(
            en: "add to the command: {lacking}",
            zh: "请在命令中补上：{lacking}"
        ));
    }
    Ok(Exit::Refused)
}

// The fields that findings ask for of records that are not there yet: no `set` can supply them.
fn lacking(plan: &Plan, added: &[Finding]) -> String {
    let is_new = |file: &str| {
        plan.changes.iter().any(|change| *change.path == *file && change.before.is_none())
    };
    let asked = added.iter().filter(|finding| is_new(&finding.file)).filter_map(|finding| {
        let help = finding.help.as_ref()?.en.split('`').nth(1)?;
        Some(help.strip_prefix("salesops set ")?.split_once(' ')?.1.to_owned())
    });
    asked.collect::<Vec<_>>().join(" ")
}

fn show_findings(ctx: &mut Ctx<'_>, book: &Book<'_>, plan: &Plan, found: &[Finding]) {
    if found.is_empty() {
        return;
    }
    let planned = |path: &str| {
        let change = plan.changes.iter().find(|change| *change.path == *path);
        let bytes = match change.and_then(|change| change.after.clone()) {
            Some(bytes) => bytes,
            None => book.tree().read(path).ok()?,
        };
        Some(String::from_utf8_lossy(&bytes).into_owned())
    };
    let sensitive = super::record::sensitive(Some(book), ctx.global.reveal);
    let sources = Sources { text: &planned, sensitive: &sensitive };
    let text = output::findings(found, &sources, FindingFormat::Human, &ctx.style());
    let _ = write!(ctx.err, "{text}");
}

/// Prints what a plan would change, as a unified diff.
///
/// # Errors
/// When it cannot be written.
pub fn show_diff(ctx: &mut Ctx<'_>, book: Option<&Book<'_>>, changes: &[Change]) -> Result<()> {
    let hidden = super::record::sensitive(book, ctx.global.reveal);
    let text = diff::unified(changes, &hidden);
    ctx.print_words(&text)
}
