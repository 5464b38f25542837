//! `pool`: the public pool; put into it, take out of it, see what is in it.

use anyhow::bail;

use crate::actions::pool::{claim, release};
use crate::actions::readable;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::Label;
use crate::book::{AnyRow, Book};
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, pick, write};
use crate::facts::{holding, pool};
use crate::model::{Customer, Lead};
use crate::say;

/// Arguments of `pool`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to do: claim takes one out, release puts one in; without it, what is in the pool is listed.
    #[arg(value_name = "STEP", requires = "record")]
    step: Option<String>,
    /// The customer or lead.
    #[arg(value_name = "REF")]
    record: Option<String>,
    /// Why it is released.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Show the diff and write nothing.
    #[arg(long, requires = "record")]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "列出公海中的客户和线索，从公海领取，或放入公海。"),
    ("step", "领取（claim）或放回（release）；缺省为列出公海中的记录"),
    ("record", "客户或线索"),
    ("reason", "放入公海的原因"),
    ("dry_run", "只显示差异，不写入"),
];

enum Step {
    Claim,
    Release,
}

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let (Some(step), Some(record)) = (&args.step, &args.record) else { return list(ctx) };
    let step = named(step)?;
    if matches!(step, Step::Claim) && args.reason.is_some() {
        bail!(say!(
            en: "`--reason` goes with `salesops pool release`",
            zh: "`--reason` 用于 `salesops pool release`"
        ));
    }
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (kind, id) = pick::pick(ctx, book, &folder, record, &pool::KINDS, me)?;
        let mut actor = ctx.actor(book, me)?;
        let row = readable(book, kind, &id)?;
        Ok(match step {
            Step::Claim => claim(book, &mut actor, row),
            Step::Release => release(book, &actor, row, args.reason.as_deref().unwrap_or_default()),
        })
    })
}

fn named(typed: &str) -> anyhow::Result<Step> {
    match typed {
        "claim" | "领取" => Ok(Step::Claim),
        "release" | "放回" => Ok(Step::Release),
        _ => bail!(say!(
            en: "`pool {typed}`: there are `salesops pool claim` and `salesops pool release`",
            zh: "`pool {typed}`：可用 `salesops pool claim` 和 `salesops pool release`"
        )),
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
