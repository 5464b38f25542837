//! `undo`: take the last changes back.

use crate::base::change::Change;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, diff, record, write};
use crate::say;
use crate::store::{Folder, journal, write::write as write_files};

/// Arguments of `undo`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How many commands to take back.
    #[arg(default_value_t = 1)]
    n: usize,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts =
    &[("", "撤销最近的改动。"), ("n", "撤销几条命令"), ("dry_run", "只显示差异，不写入")];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let folder = ctx.folder()?;
    let state = ctx.state(&folder);
    let _held = write::acquire(ctx, &folder)?;
    let entries = journal::newest(&state, args.n)?;
    let short = entries.len() < args.n;
    if args.dry_run {
        preview(ctx, &folder, &entries)?;
    } else {
        take_back(ctx, &folder, &entries)?;
    }
    if short {
        ctx.tell(&say!(en: "there is nothing more to undo", zh: "没有更多可撤销的改动"));
        return Ok(Exit::Failed);
    }
    Ok(Exit::Fine)
}

fn preview(ctx: &mut Ctx<'_>, folder: &Folder, entries: &[journal::Entry]) -> anyhow::Result<()> {
    let book = ctx.open(folder)?;
    let hidden = record::sensitive(Some(&book), ctx.global.reveal);
    let text: String =
        entries.iter().map(|entry| diff::unified(&reversed(entry), &hidden)).collect();
    ctx.print(&text)
}

fn take_back(ctx: &mut Ctx<'_>, folder: &Folder, entries: &[journal::Entry]) -> anyhow::Result<()> {
    let state = ctx.state(folder);
    let mut told = String::new();
    for entry in entries {
        if let Err(why) = write_files(folder, &reversed(entry)) {
            ctx.print(&told)?;
            return Err(why);
        }
        journal::pop(&state)?;
        let command = &entry.command;
        let done = say!(en: "took back `salesops {command}`", zh: "已撤销 `salesops {command}`");
        told.push_str(&format!("{}\n", crate::output::plain(done.pick(ctx.lang))));
    }
    ctx.print(&told)
}

// Referrers were written last, so they go first.
fn reversed(entry: &journal::Entry) -> Vec<Change> {
    entry.changes.iter().rev().map(Change::reversed).collect()
}
