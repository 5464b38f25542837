//! `advance`: move a deal on through the gates.

use crate::actions::advance::{self, Options};
use crate::base::kind::Kind;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};

/// Arguments of `advance`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The opportunity, or its customer's name where it has one open.
    #[arg(value_name = "REF")]
    record: String,
    /// The stage; the next one where not given.
    #[arg(long, value_name = "STAGE")]
    to: Option<String>,
    /// Pass a gate without what it asks for; kept in the moves.
    #[arg(long, value_name = "GATE")]
    waive: Vec<String>,
    /// Why.
    #[arg(long)]
    reason: Option<String>,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "通过关卡，把销售机会推进到下一阶段。"),
    ("record", "销售机会；客户只有一个进行中的机会时可写客户名称"),
    ("to", "目标阶段；缺省为下一阶段"),
    ("waive", "豁免某个关卡；会记入变动"),
    ("reason", "原因"),
    ("dry_run", "只显示差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    write::complete(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (_, id) = pick::pick(ctx, book, &folder, &args.record, &[Kind::Opportunity], me)?;
        let options =
            Options { to: args.to.clone(), waive: args.waive.clone(), reason: args.reason.clone() };
        let mut actor = ctx.actor(book, me)?;
        Ok(advance::plan(book, &mut actor, &id, &options))
    })
}
