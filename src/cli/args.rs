//! What can be typed. Parsing only records it; nothing is opened here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::commands;
use super::context::parse_lang;
use crate::base::text::Text;
use crate::say;

/// Run a sales department by its written policies.
#[derive(Debug, Parser)]
#[command(name = "salesops", version, infer_subcommands = true, max_term_width = 100)]
#[command(arg_required_else_help = true, args_override_self = true)]
pub struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What every command takes.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// The book, or a folder inside it.
    #[arg(short = 'C', long = "book", global = true, value_name = "DIR")]
    pub book: Option<PathBuf>,
    /// The day, and time, that counts as now.
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<String>,
    /// The member who writes.
    #[arg(long = "as", global = true, value_name = "MEMBER")]
    pub member: Option<String>,
    /// The language: en or zh.
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
    /// The form of the output.
    #[arg(long, global = true, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Write the output to a file.
    #[arg(short = 'o', long = "output", global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Colours: auto, always or never.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: String,
    /// Print no words beside the data.
    #[arg(short = 'q', long, global = true)]
    pub quiet: bool,
    /// Ask nothing.
    #[arg(long, global = true)]
    pub no_input: bool,
    /// Show sensitive values.
    #[arg(long, global = true)]
    pub reveal: bool,
    /// Say where the time went.
    #[arg(long, global = true)]
    pub timings: bool,
}

impl Global {
    /// Looks at the options that have few values.
    ///
    /// # Errors
    /// When one has none of them.
    pub fn check(&self) -> Result<(), Text> {
        if let Some(typed) = self.lang.as_deref().filter(|word| parse_lang(word).is_none()) {
            return Err(say!(
                en: "`--lang {typed}`: there are en and zh",
                zh: "`--lang {typed}`：可用 en、zh"
            ));
        }
        let typed = &self.color;
        if !["auto", "always", "never"].contains(&typed.as_str()) {
            return Err(say!(
                en: "`--color {typed}`: there are auto, always and never",
                zh: "`--color {typed}`：可用 auto、always、never"
            ));
        }
        Ok(())
    }
}

/// The commands, in the order of a day's work.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a new book.
    #[command(visible_alias = "新建账本")]
    Init(commands::init::Args),
    /// Add a record.
    #[command(visible_alias = "新增")]
    Add(commands::add::Args),
    /// Set fields of a record.
    #[command(visible_alias = "设置")]
    Set(commands::set::Args),
    /// Edit a record in an editor; checked on closing.
    #[command(visible_alias = "编辑")]
    Edit(commands::edit::Args),
    /// Give a record another id, and mend every reference to it.
    #[command(visible_alias = "改编号")]
    Rename(commands::rename::Args),
    /// Merge a customer into another, or split it off again.
    #[command(visible_alias = "合并")]
    Merge(commands::merge::Args),
    /// Take the last changes back.
    #[command(visible_alias = "撤销")]
    Undo(commands::undo::Args),
    /// Show a record.
    #[command(visible_alias = "查看")]
    Show(commands::show::Args),
    /// List records of a kind.
    #[command(visible_alias = "列表")]
    List(commands::list::Args),
    /// Find everything that a text leads to.
    #[command(visible_alias = "查找")]
    Find(commands::find::Args),
    /// Say whether a customer or lead is known, whose it is, and what one may do.
    #[command(visible_alias = "查重")]
    Who(commands::who::Args),
    /// Log a call, a visit or another activity.
    #[command(visible_alias = "记录")]
    Log(commands::log::Args),
    /// Grade a lead, an opportunity or a customer, and say why.
    #[command(visible_alias = "评级")]
    Grade(commands::grade::Args),
    /// Give customers, leads or deals to other owners, with what hangs on them.
    #[command(visible_alias = "转移")]
    Transfer(commands::transfer::Args),
    /// Hand over everything that a member has in hand.
    #[command(visible_alias = "移交")]
    Handover(commands::handover::Args),
    /// Give a lead to the member who should work it, and say why.
    #[command(visible_alias = "分配")]
    Assign(commands::assign::Args),
    /// List the public pool, take a customer or lead out of it, or put one into it.
    #[command(visible_alias = "公海")]
    Pool(commands::pool::Args),
    /// Take note of leads that you were given.
    #[command(visible_alias = "接收")]
    Ack(commands::ack::Args),
    /// Keep a lead that is not ripe, with a next step.
    #[command(visible_alias = "培育")]
    Nurture(commands::keep::Nurture),
    /// Give a lead up, and say why.
    #[command(visible_alias = "放弃")]
    Abandon(commands::keep::Abandon),
    /// Make a customer and an opportunity of a lead.
    #[command(visible_alias = "转化")]
    Convert(commands::convert::Args),
    /// Move an opportunity on to its next stage, through the gates.
    #[command(visible_alias = "推进")]
    Advance(commands::advance::Args),
    /// Close an opportunity as won.
    #[command(visible_alias = "赢单")]
    Win(commands::close::Win),
    /// Close an opportunity as lost.
    #[command(visible_alias = "输单")]
    Lose(commands::close::Lose),
    /// Put an opportunity aside.
    #[command(visible_alias = "搁置")]
    Suspend(commands::close::Suspend),
    /// Open a closed opportunity again.
    #[command(visible_alias = "重开")]
    Reopen(commands::close::Reopen),
    /// Take a step of a proposal: review, submit, answer, revise, withdraw.
    #[command(visible_alias = "提案")]
    Proposal(commands::step::Args),
    /// Take a step of a negotiation: hold, agree, fail.
    #[command(visible_alias = "谈判")]
    Negotiation(commands::step::Args),
    /// Take a step of a contract: review, revise, sign, end.
    #[command(visible_alias = "合同")]
    Contract(commands::step::Args),
    /// Compile the assessments of a month: the figures of every member at once.
    #[command(visible_alias = "考核汇总")]
    Assess(commands::assess::Args),
    /// Take a step of an assessment: review, decide, return.
    #[command(visible_alias = "考核")]
    Assessment(commands::step::Args),
    /// Take a step of a budget: submit, enact, revise, close.
    #[command(visible_alias = "预算")]
    Budget(commands::step::Args),
    /// Take a step of an expense claim: submit, pay, return, withdraw.
    #[command(visible_alias = "报销")]
    Expense(commands::step::Args),
    /// Take a step of an order: review, confirm, dispatch, start, deliver, accept, object, change …
    #[command(visible_alias = "订单")]
    Order(commands::step::Args),
    /// Take a step of a payment: pay, remind, write-off.
    #[command(visible_alias = "付款")]
    Payment(commands::step::Args),
    /// Take a step of the registration of a blank region: submit, open, end.
    #[command(visible_alias = "报备")]
    Registration(commands::step::Args),
    /// Take a step of a dispute about whose a customer is: rule, withdraw, reopen.
    #[command(visible_alias = "争议")]
    Dispute(commands::step::Args),
    /// Write down that records are still right, or list what nobody has looked over for long.
    #[command(visible_alias = "核实")]
    Verify(commands::verify::Args),
    /// Take a step of an audit: draw, finish, reopen.
    #[command(visible_alias = "数据审核")]
    Audit(commands::step::Args),
    /// Take a step of a notice to put something right: fix, verify, return.
    #[command(visible_alias = "整改通知")]
    Notice(commands::step::Args),
    /// Take a step of a call script: release, review, revise, retire.
    #[command(visible_alias = "话术")]
    Script(commands::step::Args),
    /// Take a step of a development plan: finish, drop.
    #[command(visible_alias = "开发计划")]
    Plan(commands::step::Args),
    /// Take a step of a ticket: respond, resolve, close, reopen, transfer.
    #[command(visible_alias = "服务单")]
    Ticket(commands::step::Args),
    /// List what waits for me to approve, review or decide, the oldest first.
    #[command(visible_alias = "待办审批")]
    Inbox(commands::approve::Inbox),
    /// Approve.
    #[command(visible_alias = "同意")]
    Approve(commands::approve::Approve),
    /// Reject.
    #[command(visible_alias = "驳回")]
    Reject(commands::approve::Reject),
    /// Check the book, or some records, against the policy.
    #[command(visible_alias = "检查")]
    Check(commands::check::Args),
    /// Explain a rule or a gate.
    #[command(visible_alias = "解释")]
    Explain(commands::explain::Args),
    /// Print a policy clause, and what enforces it.
    #[command(visible_alias = "条款")]
    Clause(commands::clause::Args),
    /// Print the policy in force, and where each value comes from.
    #[command(visible_alias = "制度")]
    Policy(commands::policy::Args),
    /// Print a report.
    #[command(visible_alias = "报表")]
    Report(commands::report::Args),
    /// Import a table of Excel or CSV.
    #[command(visible_alias = "导入")]
    Import(commands::import::Args),
    /// Write the empty sheet of a kind, to be filled in and imported.
    #[command(visible_alias = "模板")]
    Template(commands::template::Args),
    /// Export records as CSV, XLSX, JSON or Markdown.
    #[command(visible_alias = "导出")]
    Export(commands::export::Args),
    /// Bring files to the canonical form, comments kept.
    #[command(visible_alias = "整理")]
    Fmt(commands::fmt::Args),
    /// Print the JSON Schema of a kind of record.
    #[command(visible_alias = "结构")]
    Schema(commands::schema::Args),
    /// Print the script that lets a shell complete commands, fields, values and record ids.
    #[command(visible_alias = "补全")]
    Completions(commands::completions::Args),
    /// Print the manual page; with -o and a folder, write a page for each command.
    #[command(visible_alias = "手册")]
    Man(commands::man::Args),
}
