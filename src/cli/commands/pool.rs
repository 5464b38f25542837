//! `pool`: the public pool; put into it, take out of it, see what is in it.

use anyhow::bail;

use crate::actions::pool::{self as actions, claim, release};
use crate::actions::readable;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::Label;
use crate::book::{AnyRow, Book};
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::many::{Change, Consent};
use crate::cli::{Exit, Outcome, pick, write};
use crate::facts::{holding, pool};
use crate::flow::recycling::{self, Idle};
use crate::model::{Customer, Lead};
use crate::say;

/// Arguments of `pool`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to do: claim takes one out, release puts one in, recycle puts in all that has lain idle;
    /// without it, what is in the pool is listed.
    #[arg(value_name = "STEP", requires = "record")]
    step: Option<String>,
    /// The customer or lead; with recycle, the kind.
    #[arg(value_name = "REF")]
    record: Option<String>,
    /// List instead what will be recycled, and when.
    #[arg(long, conflicts_with = "step")]
    soon: bool,
    /// Why it is released.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Show the diff and write nothing.
    #[arg(long, requires = "record")]
    dry_run: bool,
    /// Write what recycle finds without asking.
    #[arg(long, requires = "record")]
    yes: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "列出公海中的客户和线索，从公海领取，或放入公海。"),
    (
        "step",
        "领取（claim）、放回（release），或收回（recycle）长期未跟进的记录；缺省为列出公海中的记录",
    ),
    ("record", "客户或线索；收回时为记录的类型"),
    ("soon", "改为列出即将收回的记录及日期"),
    ("reason", "放入公海的原因"),
    ("dry_run", "只显示差异，不写入"),
    ("yes", "收回时不再询问，直接写入"),
];

enum Step {
    Claim,
    Release,
    Recycle,
}

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let (Some(step), Some(record)) = (&args.step, &args.record) else {
        return if args.soon { soon(ctx) } else { list(ctx) };
    };
    let step = named(step)?;
    if !matches!(step, Step::Release) && args.reason.is_some() {
        bail!(say!(
            en: "`--reason` goes with `salesops pool release`",
            zh: "`--reason` 用于 `salesops pool release`"
        ));
    }
    if matches!(step, Step::Recycle) {
        return recycle(ctx, record, Consent { yes: args.yes, dry_run: args.dry_run });
    }
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (kind, id) = pick::pick(ctx, book, &folder, record, &pool::KINDS, me)?;
        let mut actor = ctx.actor(book, me)?;
        let row = readable(book, kind, &id)?;
        Ok(match step {
            Step::Claim => claim(book, &mut actor, row),
            _ => release(book, &actor, row, args.reason.as_deref().unwrap_or_default()),
        })
    })
}

fn named(typed: &str) -> anyhow::Result<Step> {
    match typed {
        "claim" | "领取" => Ok(Step::Claim),
        "release" | "放回" => Ok(Step::Release),
        "recycle" | "收回" => Ok(Step::Recycle),
        _ => bail!(say!(
            en: "`pool {typed}`: there are `salesops pool claim`, `salesops pool release` and `salesops pool recycle`",
            zh: "`pool {typed}`：可用 `salesops pool claim`、`salesops pool release` 和 `salesops pool recycle`"
        )),
    }
}

fn recycle(ctx: &mut Ctx<'_>, typed: &str, consent: Consent) -> Outcome {
    let Some(kind) = Kind::parse(typed).filter(|kind| pool::KINDS.contains(kind)) else {
        bail!(say!(
            en: "say what: `salesops pool recycle lead` or `salesops pool recycle customer`",
            zh: "请写明类型：`salesops pool recycle lead` 或 `salesops pool recycle customer`"
        ))
    };
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let me = ctx.me(&book)?;
    let actor = ctx.actor(&book, me.as_ref())?;
    let idle = recycling::idle(&book, kind, actor.today)?;
    let over = idle.iter().filter(|it| it.is_over(actor.today)).count();
    let bulk = match actions::recycle(&book, &actor, &idle) {
        Ok(bulk) => bulk,
        Err(refusal) => return write::refused(ctx, refusal),
    };
    let change = Change { folder: &folder, book: &book, me: me.as_ref(), kind };
    change.carry_out(ctx, consent, over, bulk, |_, _| Ok(()))
}

fn soon(ctx: &mut Ctx<'_>) -> Outcome {
    let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let today = ctx.today(&book)?;
    let mut idle = Vec::new();
    for kind in pool::KINDS {
        idle.extend(recycling::idle(&book, kind, today)?);
    }
    idle.sort_by_key(|it| it.until);
    pick::keep_list(ctx, &folder, idle.iter().map(|it| it.row.reference()));
    ctx.print_table(&ending(&book, &idle), &format)?;
    if format == "human" {
        super::list::say_how_many(ctx, idle.len(), 0);
    }
    Ok(Exit::Fine)
}

fn ending<'b>(book: &'b Book<'b>, idle: &[Idle<'b>]) -> Table {
    let row = |(at, it): (usize, &Idle<'b>)| Row {
        cells: vec![
            Cell::Int(at as i64 + 1),
            Cell::Text(it.row.reference()),
            Cell::Text(it.row.name(book)),
            grade(book, &it.row),
            Cell::Ref(it.owner.to_string(), book.name_of(Kind::Member, &it.owner)),
            Cell::Date(it.until),
        ],
        records: vec![it.row.reference()],
    };
    let columns = vec![
        Column::new("row", Label::new("#", "#"), Type::Int),
        Column::new("id", Label::new("id", "编号"), Type::Text),
        Column::new("name", Label::new("name", "名称"), Type::Text),
        Column::new("grade", Label::new("grade", "等级"), Type::Text),
        Column::new("owner", Label::new("owner", "负责人"), Type::Ref),
        Column::new("until", Label::new("kept until", "保留至"), Type::Date),
    ];
    Table {
        name: "pool_soon".into(),
        title: say!(en: "recycled into the public pool soon", zh: "即将收回公海"),
        columns,
        rows: idle.iter().enumerate().map(row).collect(),
        ..Table::default()
    }
}

fn list(ctx: &mut Ctx<'_>) -> Outcome {
    let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let rows = pool::held(&book);
    pick::keep_list(ctx, &folder, rows.iter().map(AnyRow::reference));
    ctx.print_table(&table(&book, &rows), &format)?;
    let broken = pool::KINDS.iter().map(|kind| book.faults(*kind).len()).sum();
    if format == "human" {
        super::list::say_how_many(ctx, rows.len(), broken);
    }
    Ok(Exit::Fine)
}

// Leads and customers have scales of their own.
fn grade(book: &Book<'_>, row: &AnyRow<'_>) -> Cell {
    let of = match row.kind {
        Kind::Lead => {
            let grade = book.get::<Lead>(row.id).and_then(|row| row.record.grade);
            grade.map(|it| (it.key(), it.label()))
        }
        _ => {
            let grade = book.get::<Customer>(row.id).and_then(|row| row.record.grade);
            grade.map(|it| (it.key(), it.label()))
        }
    };
    of.map_or(Cell::Empty, |(key, label)| Cell::Label(key.to_owned(), label.text()))
}

fn table<'b>(book: &'b Book<'b>, rows: &[AnyRow<'b>]) -> Table {
    let member = |id| Cell::Ref(String::from(id), book.name_of(Kind::Member, id));
    let row = |(at, row): (usize, &AnyRow<'b>)| {
        let step = pool::entered_by(book, row.kind, row.id);
        let territory = holding::territory(book, row.kind, row.id);
        let text = |text: Option<&String>| text.map_or(Cell::Empty, |it| Cell::Text(it.clone()));
        let cells = vec![
            Cell::Int(at as i64 + 1),
            Cell::Text(row.reference()),
            Cell::Text(row.name(book)),
            grade(book, row),
            territory.map_or(Cell::Empty, |id| {
                Cell::Ref(id.to_string(), book.name_of(Kind::Territory, id))
            }),
            step.map_or(Cell::Empty, |step| Cell::Date(step.on)),
            step.and_then(|step| step.from.as_deref()).map_or(Cell::Empty, |id| member(&**id)),
            text(step.and_then(|step| step.reason.as_ref())),
        ];
        Row { cells, records: vec![row.reference()] }
    };
    let columns = vec![
        Column::new("row", Label::new("#", "#"), Type::Int),
        Column::new("id", Label::new("id", "编号"), Type::Text),
        Column::new("name", Label::new("name", "名称"), Type::Text),
        Column::new("grade", Label::new("grade", "等级"), Type::Text),
        Column::new("territory", Label::new("territory", "区域"), Type::Ref),
        Column::new("since", Label::new("since", "进入日期"), Type::Date),
        Column::new("from", Label::new("owner before", "原负责人"), Type::Ref),
        Column::new("reason", Label::new("reason", "原因"), Type::Text),
    ];
    Table {
        name: "pool".into(),
        title: say!(en: "public pool", zh: "公海"),
        columns,
        rows: rows.iter().enumerate().map(row).collect(),
        ..Table::default()
    }
}
