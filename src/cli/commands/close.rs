//! `win`, `lose`, `suspend`, `reopen`: close a deal, or open it again.

use crate::actions::close::{self, Options};
use crate::base::amount::parse_amount;
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{Book, Row};
use crate::cli::ask::Question;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};
use crate::model::Opportunity;
use crate::model::common::Outcome as Result;
use crate::say;

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
    let mut options = options.clone();
    write::complete(ctx, dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (_, id) = pick::pick(ctx, book, &folder, typed, &[Kind::Opportunity], me)?;
        ask(ctx, book, &id, outcome, &mut options)?;
        let mut actor = ctx.actor(book, me)?;
        Ok(close::plan(book, &mut actor, &id, outcome, &options))
    })
}

// What closing cannot do without, where somebody can be asked.
fn ask(
    ctx: &Ctx<'_>,
    book: &Book<'_>,
    id: &Id,
    outcome: Result,
    options: &mut Options,
) -> anyhow::Result<()> {
    let deal = book.get::<Opportunity>(id);
    match outcome {
        Result::Lost if options.reason.is_none() => {
            let list = Vocabulary::LostReason;
            let terms = book.policy().terms(list).into_iter();
            let choices = terms.map(|(key, name)| (key.to_owned(), name)).collect();
            let question = Question {
                choices,
                ..Question::new(say!(en: "why was it lost?", zh: "为何输单？"))
            };
            options.reason = ctx.ask(&question, |typed| book.policy().parse_term(list, typed))?;
        }
        Result::Suspended if options.reason.is_none() => {
            let question = Question::new(say!(en: "why is it put aside?", zh: "为何搁置？"));
            options.reason = ctx.ask(&question, |typed| Ok(typed.to_owned()))?;
        }
        Result::Won if options.amount.is_none() && deal.is_some_and(unpriced) => {
            let question =
                Question::new(say!(en: "what amount was agreed on?", zh: "最终约定的金额是多少？"));
            options.amount =
                ctx.ask(&question, |typed| parse_amount(typed).map(|amount| amount.to_string()))?;
        }
        _ => {}
    }
    Ok(())
}

fn unpriced(deal: Row<'_, Opportunity>) -> bool {
    deal.record.total().is_none()
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
