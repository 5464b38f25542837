//! `merge`: one customer out of two, and two out of one again.

use crate::actions::merge;
use crate::base::kind::Kind;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};

/// Arguments of `merge`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The customer that goes.
    #[arg(value_name = "REF", required_unless_present = "split")]
    from: Option<String>,
    /// The customer that stays.
    #[arg(value_name = "INTO", required_unless_present = "split")]
    into: Option<String>,
    /// Split a customer off again that was merged, by the id that it had.
    #[arg(long, value_name = "ID", conflicts_with_all = ["from", "into"])]
    split: Option<String>,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "把重复的客户合并成一条，之后可再拆分。"),
    ("from", "并入的客户（不再单独存在）"),
    ("into", "保留的客户"),
    ("split", "按原编号把并入的客户重新拆出"),
    ("dry_run", "只显示差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    write::write(ctx, args.dry_run, |ctx, book, me| {
        if let Some(id) = &args.split {
            return Ok(merge::split(book, id));
        }
        let folder = ctx.folder()?;
        let of = |typed: &Option<String>| {
            let typed = typed.as_deref().unwrap_or_default();
            pick::pick(ctx, book, &folder, typed, &[Kind::Customer], me).map(|(_, id)| id)
        };
        let (from, into) = (of(&args.from)?, of(&args.into)?);
        let actor = ctx.actor(book, me)?;
        Ok(merge::plan(book, &actor, &from, &into))
    })
}
