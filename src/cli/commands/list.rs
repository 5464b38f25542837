//! `list`: the records of a kind that fit a query.

use std::borrow::Cow;

use anyhow::bail;

use crate::base::date::Date;
use crate::base::field::Shape;
use crate::base::fold::is_same;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::base::width::normalize_width;
use crate::book::{AnyRow, Book};
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{self, Exit, columns, pick, record};
use crate::query::{Order, Path, Query, no_view, sort};
use crate::say;

/// Arguments of `list`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The kind of record, all are listed below; or view:NAME, a saved query with its columns and order.
    #[arg(value_name = "KIND")]
    kind: String,
    /// A query such as stage:negotiation owner:me amount:100000..
    query: Vec<String>,
    /// A column, such as amount or customer.industry; may be repeated.
    #[arg(long = "column", value_name = "KEY")]
    columns: Vec<String>,
    /// A field to sort by, such as amount or amount:desc; may be repeated. Without one, by the day that the list
    /// begins with, else by id.
    #[arg(long, value_name = "KEY")]
    sort: Vec<String>,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "列出某类记录。"),
    ("kind", "记录的类型，全部列在下面；或 视图:名称，即保存的查询连同其列和排序"),
    ("query", "查询条件，如 销售阶段:商务谈判 owner:me amount:10万.."),
    ("columns", "列，如 amount 或 customer.industry；可重复"),
    (
        "sort",
        "排序的字段，如 amount 或 金额:降序；可重复。缺省按列表首列的日期，首列不是日期的按编号",
    ),
];

/// What is asked for, once a view has had its say.
struct Asked<'a> {
    kind: Kind,
    query: Vec<String>,
    columns: Cow<'a, [String]>,
    sort: Cow<'a, [String]>,
}

impl<'a> Asked<'a> {
    fn of(book: &'a Book<'_>, args: &'a Args) -> anyhow::Result<Asked<'a>> {
        let narrow = normalize_width(&args.kind);
        let name = narrow.split_once(':').filter(|(key, _)| is_same(key, "view") || *key == "视图");
        let Some((_, name)) = name else {
            let (columns, sort) = (args.columns.as_slice().into(), args.sort.as_slice().into());
            let kind = super::add::kind(&args.kind)?;
            return Ok(Asked { kind, query: args.query.clone(), columns, sort });
        };
        let Some(view) = book.view(name) else { bail!(no_view(book, name)) };
        let given = |own: &'a [String], saved: &'a [String]| {
            Cow::Borrowed(if own.is_empty() { saved } else { own })
        };
        let query = [&[format!("view:{name}")], &args.query[..]].concat();
        let columns = given(&args.columns, &view.columns);
        Ok(Asked { kind: view.kind, query, columns, sort: given(&args.sort, &view.sort) })
    }
}

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> cli::Outcome {
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let asked = Asked::of(&book, args)?;
    let me = ctx.me(&book)?;
    let asker = ctx.asker(&book, me.as_ref())?;
    let query = Query::parse(&book, asked.kind, &asked.query, asker)?;
    let orders = orders(ctx, &book, &asked)?;
    let paths = paths(&book, &asked)?;
    let mut rows = query.rows(&book, asked.kind);
    sort(&book, &mut rows, &orders, asker.today);
    let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
    if format == "json" {
        let masks = record::Masks::new(&book, asked.kind, ctx.global.reveal);
        let records: Vec<_> = rows.iter().map(|row| record::json(row, masks)).collect();
        let text = format!("{}\n", serde_json::to_string_pretty(&records)?);
        ctx.print(&text)?;
        return Ok(Exit::Fine);
    }
    let numbered = format == "human";
    let table = table(ctx, (&book, asker.today), asked.kind, &rows, &paths, numbered);
    pick::keep_list(ctx, &folder, rows.iter().map(AnyRow::reference));
    ctx.print_table(&table, &format)?;
    if numbered {
        say_how_many(ctx, rows.len(), book.faults(asked.kind).len());
    }
    Ok(Exit::Fine)
}

/// How many were found, and that some files could not be read.
pub(super) fn say_how_many(ctx: &mut Ctx<'_>, n: usize, broken: usize) {
    ctx.say(&say!(en: "{n} found", zh: "共 {n} 条"));
    if broken > 0 {
        ctx.say(&faulty(broken));
    }
}

/// That files of the kind have faults, and what tells them.
pub(super) fn faulty(broken: usize) -> Text {
    say!(
        en: "files with faults: {broken}; see `salesops check`",
        zh: "{broken} 个文件有问题；请见 `salesops check`"
    )
}

fn orders(ctx: &Ctx<'_>, book: &Book<'_>, asked: &Asked<'_>) -> anyhow::Result<Vec<Order>> {
    let mut orders = Vec::new();
    if asked.sort.is_empty() {
        orders
            .extend(by_day(asked.kind).map(|key| Order::parse(book, asked.kind, key)).transpose()?);
    }
    for typed in asked.sort.iter() {
        let order = Order::parse(book, asked.kind, typed)?;
        if order.sensitive() && !ctx.global.reveal {
            bail!(say!(
                en: "the order of `{typed}` would show what is masked; say `--reveal` if you may see it",
                zh: "按 `{typed}` 排序会透露隐去的内容；有权查看时请加 `--reveal`"
            ));
        }
        orders.push(order);
    }
    Ok(orders)
}

// What has happened or is due is listed day by day; ids are drawn by chance.
fn by_day(kind: Kind) -> Option<&'static str> {
    let first = kind.columns().first()?;
    kind.field(first).filter(|field| matches!(field.shape, Shape::Date)).map(|field| field.key)
}

fn paths(book: &Book<'_>, asked: &Asked<'_>) -> anyhow::Result<Vec<Path>> {
    let read = |key: &str| Ok(Path::parse(book, asked.kind, &normalize_width(key))?);
    match asked.columns.is_empty() {
        true => asked.kind.columns().iter().map(|key| read(key)).collect(),
        false => asked.columns.iter().map(|key| read(key)).collect(),
    }
}

fn table<'b>(
    ctx: &Ctx<'_>,
    (book, today): (&'b Book<'b>, Date),
    kind: Kind,
    rows: &[AnyRow<'b>],
    paths: &[Path],
    numbered: bool,
) -> Table {
    let mut columns = Vec::new();
    if numbered {
        columns.push(Column::new("row", Label::new("#", "#"), Type::Int));
    }
    columns.push(Column::new("id", Label::new("id", "编号"), Type::Text));
    columns.extend(paths.iter().map(|path| columns::column(book, path)));
    let row = |(at, row): (usize, &AnyRow<'b>)| {
        let mut cells = Vec::new();
        if numbered {
            cells.push(Cell::Int(at as i64 + 1));
        }
        cells.push(Cell::Text(row.id.to_string()));
        let reveal = ctx.global.reveal;
        cells.extend(paths.iter().map(|path| columns::cell((book, today), *row, path, reveal)));
        Row { cells, records: vec![row.reference()] }
    };
    let rows = rows.iter().enumerate().map(row).collect();
    let title = kind.plural().text();
    Table { name: kind.folder().to_owned(), title, columns, rows, total: None, bars: None }
}
