//! `inbox`, `approve`, `reject`: what waits for a verdict.

use crate::actions::approve::{self, Decision};
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::book::{AnyRow, Book};
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, pick, write};
use crate::flow::approval::{self, Standing};
use crate::flow::inbox::{self, Item, Waits};
use crate::model::approval::Verdict;
use crate::say;

/// Arguments of `inbox`.
#[derive(Debug, clap::Args)]
pub struct Inbox {
    /// Show what waits for anybody, not only for me.
    #[arg(long)]
    all: bool,
}

/// Arguments of `approve`.
#[derive(Debug, clap::Args)]
pub struct Approve {
    /// The record: its number in the inbox, or what names it.
    #[arg(value_name = "REF")]
    record: String,
    /// The approval; all of the record's that wait for me where not given.
    #[arg(value_name = "APPROVAL")]
    what: Option<String>,
    /// On what condition.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Arguments of `reject`.
#[derive(Debug, clap::Args)]
pub struct Reject {
    /// The record: its number in the inbox, or what names it.
    #[arg(value_name = "REF")]
    record: String,
    /// Why.
    #[arg(value_name = "TEXT", required = true)]
    reason: Vec<String>,
    /// The approval; all of the record's that wait for me where not given.
    #[arg(long, value_name = "APPROVAL")]
    what: Option<String>,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help of `inbox`.
pub const INBOX_ZH: Texts =
    &[("", "列出等待我审批、审核或确定的事项，最早的在前。"), ("all", "列出等待任何人的事项")];

/// Chinese help of `approve`.
pub const APPROVE_ZH: Texts = &[
    ("", "同意。"),
    ("record", "记录：在待审批列表中的序号，或其名称、编号"),
    ("what", "审批事项；缺省为该记录等待我审批的各项"),
    ("note", "附加条件"),
    ("dry_run", "只显示差异，不写入"),
];

/// Chinese help of `reject`.
pub const REJECT_ZH: Texts = &[
    ("", "驳回。"),
    ("record", "记录：在待审批列表中的序号，或其名称、编号"),
    ("reason", "原因"),
    ("what", "审批事项；缺省为该记录等待我审批的各项"),
    ("dry_run", "只显示差异，不写入"),
];

/// Runs `inbox`.
pub fn inbox(ctx: &mut Ctx<'_>, args: &Inbox) -> Outcome {
    let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let today = ctx.today(&book)?;
    let me = ctx.me(&book)?;
    let mine = me.as_ref().filter(|_| !args.all);
    let items = inbox::of(&book, mine, today).map_err(anyhow::Error::msg)?;
    let table = table(&book, &items, today);
    pick::keep_list(ctx, &folder, items.iter().map(|item| item.row.reference()));
    ctx.print_table(&table, &format)?;
    if format == "human" {
        ctx.say(&match (items.len(), me.is_none() && !args.all) {
            (0, _) => say!(en: "nothing waits", zh: "没有待审批的事项"),
            (n, true) => say!(
                en: "{n} wait for somebody; `--as MEMBER` shows yours",
                zh: "共 {n} 项待审批；用 `--as 成员` 只看自己的"
            ),
            (n, false) => commands(&items, n),
        });
    }
    Ok(Exit::Fine)
}

// How many wait, and what is typed for the first of each sort.
fn commands(items: &[Item<'_>], n: usize) -> Text {
    let (mut en, mut zh) = (format!("{n} wait"), format!("共 {n} 项"));
    let verdict = items.iter().position(|item| matches!(item.waits, Waits::Verdict(_)));
    if let Some(at) = verdict.map(|at| at + 1) {
        en += &format!("; `salesops approve {at}` or `salesops reject {at} REASON`");
        zh += &format!("；`salesops approve {at}` 同意，`salesops reject {at} 原因` 驳回");
    }
    let steps = items.iter().zip(1..).filter_map(|(item, at)| match item.waits {
        Waits::Step(step) => Some((item.row.kind.key(), step, at)),
        Waits::Verdict(_) => None,
    });
    let mut told: Vec<&str> = Vec::new();
    for (kind, step, at) in steps {
        if !told.contains(&step.name) {
            told.push(step.name);
            let (name, label) = (step.name, step.label.zh);
            en += &format!("; `salesops {kind} {name} {at}`");
            zh += &format!("；`salesops {kind} {name} {at}` {label}");
        }
    }
    Text { en: en.into(), zh: zh.into() }
}

fn table(book: &Book<'_>, items: &[Item<'_>], today: Date) -> Table {
    let column = |key: &str, en, zh, kind| Column::new(key, Label::new(en, zh), kind);
    let columns = vec![
        column("n", "no.", "序号", Type::Int),
        column("record", "record", "记录", Type::Ref),
        column("what", "approval", "审批事项", Type::Text),
        column("state", "state", "状态", Type::Text),
        column("since", "since", "自", Type::Date),
        column("days", "days", "天数", Type::Int),
        column("owner", "owner", "负责人", Type::Ref),
    ];
    let row = |(at, item): (usize, &Item<'_>)| Row {
        cells: vec![
            Cell::Int(i64::try_from(at + 1).unwrap_or(i64::MAX)),
            Cell::Ref(item.row.reference(), item.row.name(book)),
            Cell::Label(item.waits.key().to_owned(), item.waits.name()),
            state(book, item),
            item.since.map_or(Cell::Empty, Cell::Date),
            item.since.map_or(Cell::Empty, |since| Cell::Int(today.days_since(since))),
            owner(book, item.row),
        ],
        records: vec![item.row.reference()],
    };
    let rows = items.iter().enumerate().map(row).collect();
    let title = say!(en: "to decide or do", zh: "待审批、待办理");
    Table { name: "inbox".into(), title, columns, rows, ..Table::default() }
}

fn state(book: &Book<'_>, item: &Item<'_>) -> Cell {
    let waiting = ("waiting", say!(en: "waiting", zh: "待审批"));
    let (key, text) = match item.waits {
        Waits::Step(_) => ("waiting", say!(en: "waiting", zh: "待办理")),
        Waits::Verdict(need) => match approval::standing(book, item.row, need) {
            Standing::Void(_) => ("void", say!(en: "changed since", zh: "内容已改动")),
            Standing::Rejected(_) => ("rejected", say!(en: "rejected", zh: "已驳回")),
            Standing::Waiting | Standing::Approved(_) => waiting,
        },
    };
    Cell::Label(key.to_owned(), text)
}

fn owner(book: &Book<'_>, row: AnyRow<'_>) -> Cell {
    let whose = approval::owners(row).next();
    whose.map_or(Cell::Empty, |id| Cell::Ref(id.to_string(), book.name_of(Kind::Member, id)))
}

/// Runs `approve`.
pub fn approve(ctx: &mut Ctx<'_>, args: &Approve) -> Outcome {
    let decision =
        Decision { verdict: Verdict::Approved, what: args.what.clone(), note: args.note.clone() };
    decide(ctx, &args.record, &decision, args.dry_run)
}

/// Runs `reject`.
pub fn reject(ctx: &mut Ctx<'_>, args: &Reject) -> Outcome {
    let reason = args.reason.join(" ");
    let decision = Decision {
        verdict: Verdict::Rejected,
        what: args.what.clone(),
        note: Some(reason).filter(|reason| !reason.trim().is_empty()),
    };
    decide(ctx, &args.record, &decision, args.dry_run)
}

fn decide(ctx: &mut Ctx<'_>, typed: &str, decision: &Decision, dry_run: bool) -> Outcome {
    write::write(ctx, dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let kinds = approvable(book);
        let (kind, id): (Kind, Id) = pick::pick(ctx, book, &folder, typed, &kinds, me)?;
        let mut actor = ctx.actor(book, me)?;
        Ok(approve::plan(book, &mut actor, (kind, &id), decision))
    })
}

// The kinds that the policy asks approvals for.
fn approvable(book: &Book<'_>) -> Vec<Kind> {
    let asked: Vec<&str> =
        book.policy().approvals().map(|(_, approval)| approval.kind.as_str()).collect();
    Kind::ALL.into_iter().filter(|kind| asked.contains(&kind.key())).collect()
}
