//! The commands of records that have a life of their own: `proposal`, `negotiation`, `contract` …
//!
//! One set of arguments for all: the step, the record, what the step sets.

use crate::actions::assign;
use crate::actions::step::{self, Options};
use crate::base::kind::Kind;
use crate::base::text::{Label, Lang, Text, nearest};
use crate::base::width::normalize_width;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};
use crate::flow::life::{self, Life, Step};
use crate::say;

/// Arguments of a step.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The step; all are listed below.
    #[arg(value_name = "STEP")]
    step: String,
    /// The record, or its customer's name where it has one open.
    #[arg(value_name = "REF")]
    record: String,
    /// What the step sets.
    #[arg(value_name = "KEY=VALUE")]
    fields: Vec<String>,
    /// The day; today where not given.
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
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

const ARGS_ZH: [(&str, &str); 7] = [
    ("step", "步骤，见下方列表"),
    ("record", "记录；客户只有一条未结束的此类记录时可写客户名称"),
    ("fields", "步骤所设置的内容"),
    ("on", "日期；缺省为今天"),
    ("waive", "豁免某个关卡；会记入变动"),
    ("reason", "原因"),
    ("dry_run", "只显示差异，不写入"),
];

/// The Chinese help of such a command, with what it does.
pub const fn help(about: &'static str) -> [(&'static str, &'static str); 8] {
    let mut texts = [("", about); 8];
    let mut at = 0;
    while at < ARGS_ZH.len() {
        texts[at + 1] = ARGS_ZH[at];
        at += 1;
    }
    texts
}

/// Chinese help of `proposal`.
pub const PROPOSAL_ZH: Texts = &help("办理提案的步骤。");
/// Chinese help of `negotiation`.
pub const NEGOTIATION_ZH: Texts = &help("办理谈判的步骤。");
/// Chinese help of `contract`.
pub const CONTRACT_ZH: Texts = &help("办理合同的步骤。");
/// Chinese help of `order`.
pub const ORDER_ZH: Texts = &help("办理订单的步骤。");
/// Chinese help of `payment`.
pub const PAYMENT_ZH: Texts = &help("办理收款、催收和核销。");
/// Chinese help of `ticket`.
pub const TICKET_ZH: Texts = &help("办理服务单的步骤。");

/// Chinese help of `assessment`.
pub const ASSESSMENT_ZH: Texts = &help("办理考核的步骤。");
/// Chinese help of `budget`.
pub const BUDGET_ZH: Texts = &help("办理预算的步骤。");
/// Chinese help of `expense`.
pub const EXPENSE_ZH: Texts = &help("办理报销的步骤。");
/// Chinese help of `registration`.
pub const REGISTRATION_ZH: Texts = &help("办理空白区域报备的步骤。");
/// Chinese help of `dispute`.
pub const DISPUTE_ZH: Texts = &help("办理客户归属争议的裁定、撤回和重新提出。");
/// Chinese help of `audit`.
pub const AUDIT_ZH: Texts = &help("办理数据审核的抽样、完成和重新打开。");
/// Chinese help of `notice`.
pub const NOTICE_ZH: Texts = &help("办理整改通知的整改、复查和退回。");
/// Chinese help of `script`.
pub const SCRIPT_ZH: Texts = &help("办理话术的发布、审视、改版和停用。");
/// Chinese help of `plan`.
pub const PLAN_ZH: Texts = &help("办理开发计划的完成或放弃。");

/// The steps of a kind, for the end of its help.
pub fn steps(life: &Life, lang: Lang) -> String {
    let (head, apart) = match lang {
        Lang::En => ("Steps:", ": "),
        Lang::Zh => ("步骤：", "："),
    };
    let pick = |label: Label| match lang {
        Lang::En => label.en,
        Lang::Zh => label.zh,
    };
    let line = |step: &Step| {
        let named = match lang {
            Lang::En => step.name.to_owned(),
            Lang::Zh => format!("{} {}", step.name, step.label.zh),
        };
        format!("  {named}{apart}{}", pick(step.doc))
    };
    let lines: Vec<String> = life.steps.iter().map(line).collect();
    format!("{head}\n{}", lines.join("\n"))
}

/// Runs a step of a record of the kind.
pub fn run(ctx: &mut Ctx<'_>, args: &Args, kind: Kind) -> Outcome {
    let life = life::of(kind).ok_or_else(|| {
        let key = kind.key();
        say!(en: "a {key} has no steps", zh: "{key} 没有步骤")
    })?;
    let step = named(life, &args.step)?;
    let assignments = args.fields.iter().map(|typed| assign::parse(typed));
    let options = Options {
        assignments: assignments.collect::<Result<_, _>>()?,
        on: args.on.clone(),
        waive: args.waive.clone(),
        reason: args.reason.clone(),
    };
    write::complete(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (_, id) = pick::pick(ctx, book, &folder, &args.record, &[kind], me)?;
        let mut actor = ctx.actor(book, me)?;
        Ok(step::plan(book, &mut actor, life, step, &id, &options))
    })
}

fn named(life: &Life, typed: &str) -> Result<&'static Step, Text> {
    let typed = normalize_width(typed.trim());
    if let Some(step) = life.step(&typed) {
        return Ok(step);
    }
    let mut begun = life.steps.iter().filter(|step| step.name.starts_with(&*typed));
    if let (Some(step), None) = (begun.next(), begun.next()) {
        return Ok(step);
    }
    let key = life.kind.key();
    let names: Vec<&str> = life.steps.iter().map(|step| step.name).collect();
    let labels: Vec<&str> = life.steps.iter().map(|step| step.label.zh).collect();
    let all = names.iter().chain(&labels).copied();
    Err(match nearest(&typed, all) {
        Some(near) => say!(
            en: "`{key}` has no step `{typed}`; did you mean `{near}`?",
            zh: "`{key}` 没有步骤 `{typed}`；是否想写 `{near}`？"
        ),
        None => {
            let (names, labels) = (names.join(", "), labels.join("、"));
            Text {
                en: format!("`{key}` has no step `{typed}`; there are {names}").into(),
                zh: format!("`{key}` 没有步骤 `{typed}`；可用：{labels}").into(),
            }
        }
    })
}
