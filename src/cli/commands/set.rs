//! `set`: change fields of a record.

use crate::actions::{assign, set};
use crate::base::kind::Kind;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};

/// Arguments of `set`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The record: kind/id, an id, the beginning of one, or a name.
    #[arg(value_name = "REF")]
    record: String,
    /// KEY=VALUE sets, KEY= clears, KEY+=ITEM adds to a list, KEY-=ITEM removes.
    #[arg(value_name = "KEY=VALUE", required = true)]
    fields: Vec<String>,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "设置记录的字段。"),
    ("record", "记录：类型/编号、编号、编号开头或名称"),
    ("fields", "键=值 设置，键= 清除，键+=项 加入列表，键-=项 移除"),
    ("dry_run", "只显示差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (kind, id) = pick::pick(ctx, book, &folder, &args.record, &Kind::ALL, me)?;
        let fields = args.fields.iter().map(|field| assign::parse(field));
        let fields = fields.collect::<Result<Vec<_>, _>>()?;
        let mut actor = ctx.actor(book, me)?;
        Ok(set::plan(book, &mut actor, kind, &id, &fields))
    })
}
