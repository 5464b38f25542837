//! `ack`: take note of leads that one was given.

use crate::actions::leads::ack;
use crate::base::kind::Kind;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};

/// Arguments of `ack`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The leads; without any, all that wait for me.
    #[arg(value_name = "REF")]
    records: Vec<String>,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "确认接收分配给我的线索。"),
    ("records", "线索；缺省为所有待我确认的线索"),
    ("dry_run", "只显示差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let picked = args.records.iter().map(|typed| {
            pick::pick(ctx, book, &folder, typed, &[Kind::Lead], me).map(|(_, id)| id)
        });
        let ids = picked.collect::<anyhow::Result<Vec<_>>>()?;
        let actor = ctx.actor(book, me)?;
        Ok(ack::plan(book, &actor, &ids))
    })
}
