//! `list`: the records of a kind that fit a query.

use anyhow::bail;

use crate::actions::assign;
use crate::base::field::{Field, Shape, View};
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::book::{AnyRow, Book};
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{self, Exit, pick, record};
use crate::model::common::Outcome;
use crate::query::Query;
use crate::say;
use crate::store::state;

/// Arguments of `list`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The kind: member, territory, product, tag, campaign, customer, lead, opportunity, activity, task.
    kind: String,
    /// A query such as stage:negotiation owner:me amount:100000..
    query: Vec<String>,
    /// A column; may be repeated.
    #[arg(long = "column", value_name = "KEY")]
    columns: Vec<String>,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "列出某类记录。"),
    ("kind", "类型：成员、区域、产品、标签定义、市场活动、客户、线索、销售机会、活动、任务"),
    ("query", "查询条件，如 销售阶段:商务谈判 owner:me amount:10万.."),
    ("columns", "列；可重复"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> cli::Outcome {
    let kind = super::add::kind(&args.kind)?;
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let me = ctx.me(&book)?;
    let asker = ctx.asker(&book, me.as_ref())?;
    let query = Query::parse(&book, kind, &args.query, asker)?;
    let rows: Vec<AnyRow<'_>> =
        book.rows(kind).into_iter().filter(|row| query.fits(&book, *row)).collect();
    let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
    if format == "json" {
        let masks = record::Masks::new(&book, kind, ctx.global.reveal);
        let records: Vec<_> = rows.iter().map(|row| record::json(row, masks)).collect();
        let text = format!("{}\n", serde_json::to_string_pretty(&records)?);
        ctx.print(&text)?;
        return Ok(Exit::Fine);
    }
    let numbered = format == "human";
    let table = table(ctx, &book, kind, &rows, &args.columns, numbered)?;
    let references: String = rows.iter().map(|row| format!("{}\n", row.reference())).collect();
    state::keep(&ctx.state(&folder), pick::LIST, &references);
    ctx.print_table(&table, &format)?;
    if numbered {
        let n = rows.len();
        let broken = book.faults(kind).len();
        ctx.say(&say!(en: "{n} found", zh: "共 {n} 条"));
        if broken > 0 {
            ctx.say(&say!(
                en: "files with faults: {broken}; see `salesops check`",
                zh: "{broken} 个文件有问题；请见 `salesops check`"
            ));
        }
    }
    Ok(Exit::Fine)
}

fn default_columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Member => &["name", "role", "team", "reports_to"],
        Kind::Territory => &["name", "owner", "team"],
        Kind::Product => &["name", "category", "model"],
        Kind::Tag => &["label", "type", "status"],
        Kind::Campaign => &["name", "source", "starts_on", "ends_on", "budget", "owner"],
        Kind::Lead => &["name", "source", "grade", "status", "owner", "next"],
        Kind::Task => &["due", "what", "subject", "who", "done"],
        Kind::Customer => &["name", "type", "industry", "grade", "owner"],
        Kind::Opportunity => {
            &["customer", "name", "stage", "outcome", "amount", "expected_close", "owner"]
        }
        Kind::Activity => &["on", "type", "customer", "member", "content"],
    }
}

fn table(
    ctx: &Ctx<'_>,
    book: &Book<'_>,
    kind: Kind,
    rows: &[AnyRow<'_>],
    asked: &[String],
    numbered: bool,
) -> anyhow::Result<Table> {
    let keys: Vec<&str> = match asked.is_empty() {
        true => default_columns(kind).to_vec(),
        false => asked.iter().map(String::as_str).collect(),
    };
    let mut columns = Vec::new();
    if numbered {
        columns.push(Column::new("row", Label::new("#", "#"), Type::Int));
    }
    columns.push(Column::new("id", Label::new("id", "编号"), Type::Text));
    let mut fields = Vec::new();
    for key in keys {
        let field = kind.fields().iter().find(|field| {
            field.key == key || field.label.zh == key || field.label.en.eq_ignore_ascii_case(key)
        });
        let Some(field) = field else {
            bail!(assign::unknown(kind.fields(), key, key));
        };
        columns.push(Column::new(field.key, field.label, column_type(field)));
        fields.push(field);
    }
    let row = |(at, row): (usize, &AnyRow<'_>)| {
        let mut cells = Vec::new();
        if numbered {
            cells.push(Cell::Int(at as i64 + 1));
        }
        cells.push(Cell::Text(row.id.to_string()));
        cells.extend(fields.iter().map(|field| cell(ctx, book, row, field)));
        Row { cells, records: vec![row.reference()] }
    };
    let rows = rows.iter().enumerate().map(row).collect();
    let title = kind.plural().text();
    Ok(Table { name: kind.folder().to_owned(), title, columns, rows, total: None, bars: None })
}

fn column_type(field: &Field) -> Type {
    match field.shape {
        Shape::Ref(_) | Shape::AnyRef => Type::Ref,
        Shape::Int => Type::Int,
        Shape::Decimal => Type::Money,
        Shape::Date => Type::Date,
        _ => Type::Text,
    }
}

fn cell(ctx: &Ctx<'_>, book: &Book<'_>, row: &AnyRow<'_>, field: &Field) -> Cell {
    if field.sensitive() && !ctx.global.reveal {
        return Cell::Text(record::MASK.to_owned());
    }
    match (row.fields.get(field.key), field.terms) {
        // Nothing written means open: only closing writes an outcome.
        (View::Absent, _) if field.key == "outcome" => {
            Cell::Label(Outcome::Open.key().to_owned(), choice(field, Outcome::Open.key()))
        }
        (View::Absent, _) => Cell::Empty,
        (View::Ref(kind, id), _) => Cell::Ref(id.to_string(), book.name_of(kind, id)),
        (View::AnyRef(kind, id), _) => {
            Cell::Ref(format!("{}/{id}", kind.key()), book.name_of(kind, id))
        }
        (View::Text(term), Some(list)) => {
            Cell::Label(term.to_owned(), book.policy().term(list, term))
        }
        (View::Key(key), _) => Cell::Label(key.to_owned(), choice(field, key)),
        (View::Int(number), _) => Cell::Int(number),
        (View::Decimal(number), _) => Cell::Figure(number),
        (View::Date(date), _) => Cell::Date(date),
        (View::Group(group), _) if field.key == "label" => {
            match group.get(book.policy().lang_key()) {
                View::Text(name) => Cell::Text(name.to_owned()),
                _ => Cell::Empty,
            }
        }
        (view, _) => Cell::Text(record::shown(
            field,
            view,
            record::Masks::new(book, row.kind, ctx.global.reveal),
        )),
    }
}

fn choice(field: &Field, key: &str) -> Text {
    match field.shape.core() {
        Shape::Choice(choices) => choices
            .iter()
            .find(|choice| choice.key == key)
            .map_or_else(|| Text::same(key), |choice| choice.label.text()),
        _ => Text::same(key),
    }
}
