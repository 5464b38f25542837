//! The commands, one file each: its arguments, its Chinese help, and what it does.

pub mod ack;
pub mod add;
pub mod advance;
pub mod approve;
pub mod assess;
pub mod assign;
pub mod check;
pub mod clause;
pub mod close;
pub mod completions;
pub mod convert;
pub mod edit;
pub mod explain;
pub mod export;
pub mod find;
pub mod fmt;
pub mod grade;
pub mod handover;
pub mod import;
pub mod init;
pub mod keep;
pub mod list;
pub mod log;
pub mod man;
pub mod merge;
pub mod policy;
pub mod pool;
pub mod rename;
pub mod report;
pub mod schema;
pub mod set;
pub mod show;
pub mod step;
pub mod template;
pub mod transfer;
pub mod undo;
pub mod verify;
pub mod who;

use super::Outcome;
use super::args::Command;
use super::context::Ctx;
use crate::base::kind::Kind;

/// Runs one command.
pub fn run(ctx: &mut Ctx<'_>, command: Command) -> Outcome {
    match command {
        Command::Init(args) => init::run(ctx, &args),
        Command::Add(args) => add::run(ctx, &args),
        Command::Set(args) => set::run(ctx, &args),
        Command::Edit(args) => edit::run(ctx, &args),
        Command::Rename(args) => rename::run(ctx, &args),
        Command::Merge(args) => merge::run(ctx, &args),
        Command::Undo(args) => undo::run(ctx, &args),
        Command::Show(args) => show::run(ctx, &args),
        Command::List(args) => list::run(ctx, &args),
        Command::Find(args) => find::run(ctx, &args),
        Command::Who(args) => who::run(ctx, &args),
        Command::Log(args) => log::run(ctx, &args),
        Command::Grade(args) => grade::run(ctx, &args),
        Command::Transfer(args) => transfer::run(ctx, &args),
        Command::Handover(args) => handover::run(ctx, &args),
        Command::Assign(args) => assign::run(ctx, &args),
        Command::Pool(args) => pool::run(ctx, &args),
        Command::Ack(args) => ack::run(ctx, &args),
        Command::Nurture(args) => keep::nurture(ctx, &args),
        Command::Abandon(args) => keep::abandon(ctx, &args),
        Command::Convert(args) => convert::run(ctx, &args),
        Command::Advance(args) => advance::run(ctx, &args),
        Command::Win(args) => close::win(ctx, &args),
        Command::Lose(args) => close::lose(ctx, &args),
        Command::Suspend(args) => close::suspend(ctx, &args),
        Command::Reopen(args) => close::reopen(ctx, &args),
        Command::Proposal(args) => step::run(ctx, &args, Kind::Proposal),
        Command::Negotiation(args) => step::run(ctx, &args, Kind::Negotiation),
        Command::Registration(args) => step::run(ctx, &args, Kind::Registration),
        Command::Dispute(args) => step::run(ctx, &args, Kind::Dispute),
        Command::Verify(args) => verify::run(ctx, &args),
        Command::Audit(args) => step::run(ctx, &args, Kind::Audit),
        Command::Notice(args) => step::run(ctx, &args, Kind::Notice),
        Command::Script(args) => step::run(ctx, &args, Kind::Script),
        Command::Plan(args) => step::run(ctx, &args, Kind::Plan),
        Command::Contract(args) => step::run(ctx, &args, Kind::Contract),
        Command::Assess(args) => assess::run(ctx, &args),
        Command::Assessment(args) => step::run(ctx, &args, Kind::Assessment),
        Command::Budget(args) => step::run(ctx, &args, Kind::Budget),
        Command::Expense(args) => step::run(ctx, &args, Kind::Expense),
        Command::Order(args) => step::run(ctx, &args, Kind::Order),
        Command::Payment(args) => step::run(ctx, &args, Kind::Payment),
        Command::Ticket(args) => step::run(ctx, &args, Kind::Ticket),
        Command::Inbox(args) => approve::inbox(ctx, &args),
        Command::Approve(args) => approve::approve(ctx, &args),
        Command::Reject(args) => approve::reject(ctx, &args),
        Command::Check(args) => check::run(ctx, &args),
        Command::Explain(args) => explain::run(ctx, &args),
        Command::Clause(args) => clause::run(ctx, &args),
        Command::Policy(args) => policy::run(ctx, &args),
        Command::Report(args) => report::run(ctx, &args),
        Command::Import(args) => import::run(ctx, &args),
        Command::Template(args) => template::run(ctx, &args),
        Command::Export(args) => export::run(ctx, &args),
        Command::Fmt(args) => fmt::run(ctx, &args),
        Command::Schema(args) => schema::run(ctx, &args),
        Command::Completions(args) => completions::run(ctx, &args),
        Command::Man(args) => man::run(ctx, &args),
    }
}
