//! `verify`: write down that records are still right, and see which nobody has looked over for long.

use std::collections::HashSet;

use anyhow::{Result, bail};

use crate::actions::verify::{Sweep, plan};
use crate::actions::{Plan, Refusal, readable};
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::Label;
use crate::book::{AnyRow, Book};
use crate::cli::confirm::confirm;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, many, pick, write};
use crate::facts::audit::KINDS;
use crate::facts::cadence::Due;
use crate::facts::freshness::{Freshness, keeper};
use crate::say;

/// Arguments of `verify`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The records that are still right; a kind lists those of it that are due, and with --where says
    /// what the query is about. Without any, what is due of mine is listed.
    #[arg(value_name = "REF")]
    records: Vec<String>,
    /// Records that were looked over and are not right: they stay due.
    #[arg(long, value_name = "REF", num_args = 1..)]
    except: Vec<String>,
    /// Only these groups of tags, such as needs or credit.
    #[arg(long, value_name = "GROUP", num_args = 1..)]
    group: Vec<String>,
    /// What else is to be said.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Every record of the kind that fits a query such as owner:me region:110000
    #[arg(long = "where", value_name = "QUERY", num_args = 1..)]
    condition: Vec<String>,
    /// List what is due of everybody.
    #[arg(long, conflicts_with_all = ["except", "group", "note", "condition"])]
    all: bool,
    /// Write what --where finds without asking.
    #[arg(long, requires = "condition")]
    yes: bool,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "记录已核实、内容仍然正确；或列出久未核实的记录。"),
    (
        "records",
        "核实无误的记录；写类型则列出该类型中到期的记录，与 --where 同用时表示条件所针对的类型；缺省为列出我的到期记录",
    ),
    ("except", "核实后发现有误的记录：仍算到期"),
    ("group", "只核实这些分组的标签，如 needs、credit"),
    ("note", "备注"),
    ("condition", "该类型中符合条件的每条记录，如 负责人:me 区域:华北"),
    ("all", "列出所有人的到期记录"),
    ("yes", "--where 找到的记录不再询问，直接写入"),
    ("dry_run", "只显示差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let with_others = args.records.len() > 1 || !args.except.is_empty();
    if let Some(word) = args.records.iter().find(|word| with_others && is_kind(word))
        && (args.condition.is_empty() || args.records.len() > 1)
    {
        bail!(say!(
            en: "`{word}` is a kind: `salesops verify {word}` lists what is due of it, `salesops verify {word} --where QUERY` verifies",
            zh: "`{word}` 是类型：`salesops verify {word}` 列出其中到期的记录，`salesops verify {word} --where 条件` 进行核实"
        ));
    }
    if !args.condition.is_empty() {
        return sweep(ctx, args);
    }
    let kind = match &args.records[..] {
        [] => Some(None),
        [word] => Kind::parse(word).map(Some),
        _ => None,
    };
    let says = !args.group.is_empty() || args.note.is_some();
    if kind.is_some() && says && args.except.is_empty() {
        bail!(say!(
            en: "say which records were looked over: `salesops verify REF`",
            zh: "请写明核实了哪些记录：`salesops verify 记录`"
        ));
    }
    if kind.is_none() && args.all {
        bail!(say!(
            en: "`--all` lists what is due of everybody: `salesops verify --all`",
            zh: "`--all` 用于列出所有人的到期记录：`salesops verify --all`"
        ));
    }
    match kind.filter(|_| args.except.is_empty()) {
        Some(kind) => list(ctx, args, kind),
        None => write::write(ctx, args.dry_run, |ctx, book, me| {
            let rows = picked(ctx, book, me, &args.records)?;
            let wrong = picked(ctx, book, me, &args.except)?;
            carried_out(ctx, args, book, me, (rows, &wrong))
        }),
    }
}

fn sweep(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let mut query = args.condition.clone();
    let Some(kind) = many::kind(args.records.first(), &mut query)? else {
        bail!(say!(
            en: "say of what kind: `salesops verify customer --where QUERY`",
            zh: "请写明类型：`salesops verify customer --where 条件`"
        ))
    };
    looked_over(kind)?;
    if !args.yes && !args.dry_run {
        let folder = ctx.folder()?;
        let book = ctx.open(&folder)?;
        let me = ctx.me(&book)?;
        let n = open(ctx, &book, me.as_ref(), kind, &query)?.len();
        let (en, zh) = (kind.plural().en, kind.label().zh);
        let question = say!(
            en: "{en} that fit: {n}; did you look them over, and are they right?",
            zh: "符合条件的{zh} {n} 条；确认已逐条核实且内容正确吗？"
        );
        match confirm(ctx, &question)? {
            Some(true) => {}
            Some(false) => {
                ctx.tell(&say!(en: "nothing was written", zh: "没有写入"));
                return Ok(Exit::Fine);
            }
            None => {
                let command = &ctx.command;
                bail!(say!(
                    en: "{en} that fit: {n}; nothing was written; to go on: `salesops {command} --yes`",
                    zh: "符合条件的{zh} {n} 条；没有写入；要继续请运行：`salesops {command} --yes`"
                ))
            }
        }
    }
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let wrong = picked(ctx, book, me, &args.except)?;
        let rows = open(ctx, book, me, kind, &query)?;
        carried_out(ctx, args, book, me, (rows, &wrong))
    })
}

fn carried_out(
    ctx: &mut Ctx<'_>,
    args: &Args,
    book: &Book<'_>,
    me: Option<&Id>,
    (mut rows, wrong): (Vec<AnyRow<'_>>, &[AnyRow<'_>]),
) -> Result<Result<Plan, Refusal>> {
    let excepted: HashSet<(Kind, &Id)> = wrong.iter().map(|row| (row.kind, row.id)).collect();
    rows.retain(|row| !excepted.contains(&(row.kind, row.id)));
    let mut actor = ctx.actor(book, me)?;
    let sweep = Sweep { groups: &args.group, note: args.note.as_deref() };
    Ok(plan(book, &mut actor, &rows, wrong, sweep))
}

fn picked<'b>(
    ctx: &mut Ctx<'_>,
    book: &'b Book<'_>,
    me: Option<&Id>,
    typed: &[String],
) -> Result<Vec<AnyRow<'b>>> {
    let folder = ctx.folder()?;
    let mut rows = Vec::new();
    for typed in typed {
        let (kind, id) = pick::pick(ctx, book, &folder, typed, &KINDS, me)?;
        rows.push(readable(book, kind, &id)?);
    }
    Ok(rows)
}

// What is closed needs no looking over.
fn open<'b>(
    ctx: &Ctx<'_>,
    book: &'b Book<'b>,
    me: Option<&Id>,
    kind: Kind,
    query: &[String],
) -> Result<Vec<AnyRow<'b>>> {
    let mut rows = many::rows(ctx, book, me, kind, query)?;
    rows.retain(AnyRow::is_open);
    Ok(rows)
}

fn is_kind(word: &str) -> bool {
    Kind::parse(word).is_some_and(|kind| KINDS.contains(&kind))
}

fn looked_over(kind: Kind) -> Result<()> {
    if KINDS.contains(&kind) {
        return Ok(());
    }
    let (en, zh) = (kind.plural().en, kind.label().zh);
    bail!(say!(
        en: "{en} carry no tags to look over; customers, opportunities, products and members do",
        zh: "{zh}没有需要核实的标签；可核实客户、销售机会、产品和成员"
    ))
}

fn list(ctx: &mut Ctx<'_>, args: &Args, kind: Option<Kind>) -> Outcome {
    kind.map(looked_over).transpose()?;
    let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let today = ctx.today(&book)?;
    let me = ctx.me(&book)?.filter(|_| !args.all);
    let fresh = Freshness::new(&book, today);
    let mut late = Vec::new();
    for kind in KINDS.into_iter().filter(|it| kind.is_none_or(|kind| kind == *it)) {
        for row in book.rows(kind) {
            let due = fresh.due(row).filter(|due| due.is_late(today));
            let is_mine = || me.as_ref().is_none_or(|me| keeper(&book, row) == Some(me));
            late.extend(due.filter(|_| is_mine()).map(|due| (row, due)));
        }
    }
    late.sort_by_key(|(row, due)| (due.on, row.kind, row.id));
    pick::keep_list(ctx, &folder, late.iter().map(|(row, _)| row.reference()));
    ctx.print_table(&table(&book, &late, today), &format)?;
    if format == "human" {
        let read = [Kind::Tag, Kind::Verification];
        let broken = KINDS.iter().chain(&read).map(|kind| book.faults(*kind).len()).sum();
        super::list::say_how_many(ctx, late.len(), broken);
        if !late.is_empty() {
            ctx.tell(&say!(
                en: "still right: `salesops verify 1`; not right: `salesops verify --except 1`",
                zh: "仍然正确：`salesops verify 1`；有误：`salesops verify --except 1`"
            ));
        }
    }
    Ok(Exit::Fine)
}

fn table<'b>(book: &'b Book<'b>, late: &[(AnyRow<'b>, Due)], today: Date) -> Table {
    let row = |(at, (row, due)): (usize, &(AnyRow<'b>, Due))| Row {
        cells: vec![
            Cell::Int(at as i64 + 1),
            Cell::Text(row.reference()),
            Cell::Text(row.name(book)),
            due.last.map_or(Cell::Empty, Cell::Date),
            Cell::Date(due.on),
            Cell::Int(today.days_since(due.on)),
            keeper(book, *row).map_or(Cell::Empty, |id| {
                Cell::Ref(id.to_string(), book.name_of(Kind::Member, id))
            }),
        ],
        records: vec![row.reference()],
    };
    let columns = vec![
        Column::new("row", Label::new("#", "#"), Type::Int),
        Column::new("id", Label::new("id", "编号"), Type::Text),
        Column::new("name", Label::new("name", "名称"), Type::Text),
        Column::new("last", Label::new("looked over", "上次核实"), Type::Date),
        Column::new("due", Label::new("due", "应核实"), Type::Date),
        Column::new("late", Label::new("days late", "逾期天数"), Type::Int),
        Column::new("keeper", Label::new("whose", "负责人"), Type::Ref),
    ];
    Table {
        name: "due".into(),
        title: say!(en: "to be looked over", zh: "待核实"),
        columns,
        rows: late.iter().enumerate().map(row).collect(),
        ..Table::default()
    }
}
