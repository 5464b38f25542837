//! `rename`: another id for a record, and for everything that refers to it.

use crate::actions::rename;
use crate::base::kind::Kind;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};

/// Arguments of `rename`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The record: kind/id, an id, the beginning of one, or a name.
    #[arg(value_name = "REF")]
    record: String,
    /// The new id: lower-case letters, digits and -
    #[arg(value_name = "ID")]
    new: String,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "更改记录的编号，以及所有对它的引用。"),
    ("record", "记录：类型/编号、编号、编号开头或名称"),
    ("new", "新编号：小写字母、数字和 -"),
    ("dry_run", "只显示差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (kind, id) = pick::pick(ctx, book, &folder, &args.record, &Kind::ALL, me)?;
        Ok(rename::plan(book, kind, &id, &args.new))
    })
}
