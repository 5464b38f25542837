//! `log`: an activity that has happened.

use crate::actions::assign::{Assignment, Operator};
use crate::actions::log::{self, Entry};
use crate::base::kind::Kind;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};

/// Arguments of `log`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The type: call, visit, email, sms, wechat, meeting, demo, social, care.
    #[arg(value_name = "TYPE")]
    kind: String,
    /// The opportunity, customer or lead.
    #[arg(value_name = "REF")]
    record: String,
    /// What was said and done; words such as effect=good or objections+=price set fields.
    #[arg(required = true)]
    text: Vec<String>,
    /// The day; today where not given.
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What it was for; follow_up where not given.
    #[arg(long)]
    purpose: Option<String>,
    /// What the customer said.
    #[arg(long)]
    feedback: Option<String>,
    /// What came of it; of a call also connected, no_answer, refused, callback, interested, closed.
    #[arg(long)]
    result: Option<String>,
    /// A contact spoken to, by name or id; may be repeated.
    #[arg(long, value_name = "CONTACT")]
    met: Vec<String>,
    /// The script that a call went by, by name or id.
    #[arg(long)]
    script: Option<String>,
    /// The date of the next step, and what it is.
    #[arg(long, num_args = 1..=2, value_names = ["DATE", "WHAT"])]
    next: Option<Vec<String>>,
    /// Show the files and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "记录一次电话、拜访或其他活动。"),
    ("kind", "类型：电话、拜访、邮件、短信、微信、会议、演示、社交活动、关怀"),
    ("record", "销售机会、客户或线索"),
    ("text", "沟通和执行的内容；形如 效果=好、异议+=价格 的词设置字段"),
    ("on", "日期；缺省为今天"),
    ("purpose", "目的；缺省为跟进"),
    ("feedback", "客户的反馈"),
    ("result", "取得的结果；电话还可写：已接通、未接通、拒绝、约定回电、有意向、成交"),
    ("met", "接触的联系人（姓名或编号），可重复"),
    ("script", "通话所用的话术（名称或编号）"),
    ("next", "下一步的日期和事项"),
    ("dry_run", "只显示文件，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    write::complete(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let kinds = [Kind::Opportunity, Kind::Customer, Kind::Lead];
        let (kind, id) = pick::pick(ctx, book, &folder, &args.record, &kinds, me)?;
        let next = args.next.as_ref().map(|next| {
            (next.first().cloned().unwrap_or_default(), next.get(1).cloned().unwrap_or_default())
        });
        let (content, assignments) = sorted(args);
        let entry = Entry {
            kind: args.kind.clone(),
            content,
            on: args.on.clone(),
            purpose: args.purpose.clone(),
            feedback: args.feedback.clone(),
            result: args.result.clone(),
            next,
            assignments,
        };
        let mut actor = ctx.actor(book, me)?;
        Ok(log::plan(book, &mut actor, (kind, &id), &entry))
    })
}

// The words that set fields, and the text that the others make.
fn sorted(args: &Args) -> (String, Vec<Assignment>) {
    let mut words = Vec::new();
    let said = |key: &str, operator: Operator, value: &String| Assignment {
        key: key.to_owned(),
        operator,
        value: value.clone(),
    };
    let met = args.met.iter().map(|name| said("met", Operator::Append, name));
    let script = args.script.iter().map(|name| said("script", Operator::Set, name));
    let mut assignments: Vec<Assignment> = met.chain(script).collect();
    for word in &args.text {
        match log::assignment(word) {
            Some(assignment) => assignments.push(assignment),
            None => words.push(word.as_str()),
        }
    }
    (words.join(" "), assignments)
}
