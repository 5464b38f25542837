//! `nurture`, `abandon`: what becomes of a lead that is not ripe.

use crate::actions::leads::keep;
use crate::base::kind::Kind;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};

/// Arguments of `nurture`.
#[derive(Debug, clap::Args)]
pub struct Nurture {
    /// The lead.
    #[arg(value_name = "REF")]
    record: String,
    /// What is to be done then.
    #[arg(required = true)]
    what: Vec<String>,
    /// The day of the next step.
    #[arg(long, value_name = "DATE")]
    next: String,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Arguments of `abandon`.
#[derive(Debug, clap::Args)]
pub struct Abandon {
    /// The lead.
    #[arg(value_name = "REF")]
    record: String,
    /// Why.
    #[arg(required = true)]
    reason: Vec<String>,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help of `nurture`.
pub const NURTURE_ZH: Texts = &[
    ("", "把尚未成熟的线索转入培育，并约定下一步。"),
    ("record", "线索"),
    ("what", "届时要做的事"),
    ("next", "下一步的日期"),
    ("dry_run", "只显示差异，不写入"),
];

/// Chinese help of `abandon`.
pub const ABANDON_ZH: Texts = &[
    ("", "放弃一条线索，并写明原因。"),
    ("record", "线索"),
    ("reason", "原因"),
    ("dry_run", "只显示差异，不写入"),
];

/// Runs `nurture`.
pub fn nurture(ctx: &mut Ctx<'_>, args: &Nurture) -> Outcome {
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (_, id) = pick::pick(ctx, book, &folder, &args.record, &[Kind::Lead], me)?;
        let actor = ctx.actor(book, me)?;
        Ok(keep::nurture(book, &actor, &id, &args.next, &args.what.join(" ")))
    })
}

/// Runs `abandon`.
pub fn abandon(ctx: &mut Ctx<'_>, args: &Abandon) -> Outcome {
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (_, id) = pick::pick(ctx, book, &folder, &args.record, &[Kind::Lead], me)?;
        let actor = ctx.actor(book, me)?;
        Ok(keep::abandon(book, &actor, &id, &args.reason.join(" ")))
    })
}
