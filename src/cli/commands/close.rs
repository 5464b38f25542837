//! `win`, `lose`, `suspend`, `reopen`: close a deal, or open it again.

use crate::actions::close::{self, Options};
use crate::base::kind::Kind;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};
use crate::model::common::Outcome as Result;

/// Arguments of `win`.
#[derive(Debug, clap::Args)]
pub struct Win {
    /// The opportunity, or its customer's name where it has one open.
    #[arg(value_name = "REF")]
    record: String,
    /// The day; today where not given.
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// The amount agreed on.
    #[arg(long)]
    amount: Option<String>,
    /// Why it was won.
    #[arg(long)]
    reason: Option<String>,
    /// What worked.
    #[arg(long)]
    worked: Option<String>,
    /// What failed.
    #[arg(long)]
    failed: Option<String>,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Arguments of `lose`.
#[derive(Debug, clap::Args)]
pub struct Lose {
    /// The opportunity, or its customer's name where it has one open.
    #[arg(value_name = "REF")]
    record: String,
    /// Why: a reason of the policy's list.
    #[arg(long)]
    reason: Option<String>,
    /// The day; today where not given.
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What worked.
    #[arg(long)]
    worked: Option<String>,
    /// What failed.
    #[arg(long)]
    failed: Option<String>,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Arguments of `suspend`.
#[derive(Debug, clap::Args)]
pub struct Suspend {
    /// The opportunity, or its customer's name where it has one open.
    #[arg(value_name = "REF")]
    record: String,
    /// Why.
    #[arg(long)]
    reason: Option<String>,
    /// The day; today where not given.
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Arguments of `reopen`.
#[derive(Debug, clap::Args)]
pub struct Reopen {
    /// The opportunity.
    #[arg(value_name = "REF")]
    record: String,
    /// Why.
    #[arg(required = true)]
    reason: Vec<String>,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help of `win`.
pub const WIN_ZH: Texts = &[
    ("", "把销售机会记为赢单。"),
    ("record", "销售机会；客户只有一个进行中的机会时可写客户名称"),
    ("on", "日期；缺省为今天"),
    ("amount", "最终约定的金额"),
    ("reason", "赢单的原因"),
    ("worked", "有效做法"),
    ("failed", "不足之处"),
    ("dry_run", "只显示差异，不写入"),
];

/// Chinese help of `lose`.
pub const LOSE_ZH: Texts = &[
    ("", "把销售机会记为输单。"),
    ("record", "销售机会；客户只有一个进行中的机会时可写客户名称"),
    ("reason", "原因：制度列表中的输单原因"),
    ("on", "日期；缺省为今天"),
    ("worked", "有效做法"),
    ("failed", "不足之处"),
    ("dry_run", "只显示差异，不写入"),
];

/// Chinese help of `suspend`.
pub const SUSPEND_ZH: Texts = &[
    ("", "搁置销售机会。"),
    ("record", "销售机会；客户只有一个进行中的机会时可写客户名称"),
    ("reason", "原因"),
    ("on", "日期；缺省为今天"),
    ("dry_run", "只显示差异，不写入"),
];

/// Chinese help of `reopen`.
pub const REOPEN_ZH: Texts = &[
    ("", "重新打开已关闭的销售机会。"),
    ("record", "销售机会"),
    ("reason", "原因"),
    ("dry_run", "只显示差异，不写入"),
];

/// Runs `win`.
pub fn win(ctx: &mut Ctx<'_>, args: &Win) -> Outcome {
    let options = Options {
        on: args.on.clone(),
        reason: args.reason.clone(),
        worked: args.worked.clone(),
        failed: args.failed.clone(),
        amount: args.amount.clone(),
    };
    end(ctx, &args.record, Result::Won, &options, args.dry_run)
}

/// Runs `lose`.
pub fn lose(ctx: &mut Ctx<'_>, args: &Lose) -> Outcome {
    let options = Options {
        on: args.on.clone(),
        reason: args.reason.clone(),
        worked: args.worked.clone(),
        failed: args.failed.clone(),
        amount: None,
    };
    end(ctx, &args.record, Result::Lost, &options, args.dry_run)
}

/// Runs `suspend`.
pub fn suspend(ctx: &mut Ctx<'_>, args: &Suspend) -> Outcome {
    let options =
        Options { on: args.on.clone(), reason: args.reason.clone(), ..Options::default() };
    end(ctx, &args.record, Result::Suspended, &options, args.dry_run)
}

fn end(
    ctx: &mut Ctx<'_>,
    typed: &str,
    outcome: Result,
    options: &Options,
    dry_run: bool,
) -> Outcome {
    write::write(ctx, dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (_, id) = pick::pick(ctx, book, &folder, typed, &[Kind::Opportunity], me)?;
        let mut actor = ctx.actor(book, me)?;
        Ok(close::plan(book, &mut actor, &id, outcome, options))
    })
}

/// Runs `reopen`.
pub fn reopen(ctx: &mut Ctx<'_>, args: &Reopen) -> Outcome {
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (_, id) = pick::pick(ctx, book, &folder, &args.record, &[Kind::Opportunity], me)?;
        let mut actor = ctx.actor(book, me)?;
        Ok(close::reopen(book, &mut actor, &id, &args.reason.join(" ")))
    })
}
