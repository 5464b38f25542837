//! `find`: everything in the book that a text leads to.

use serde_json::{Value, json};

use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::book::Book;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, pick};
use crate::facts::search::{Hit, Place, search};
use crate::say;

/// Arguments of `find`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A name or a part of one, pinyin, initials, an id, a telephone number, an e-mail, any words.
    #[arg(required = true)]
    text: Vec<String>,
    /// Only records of this kind; may be repeated.
    #[arg(long = "kind", value_name = "KIND")]
    kinds: Vec<String>,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "查找与文字相关的一切记录。"),
    ("text", "名称或其一部分、拼音、首字母、编号、电话、邮箱或任意文字"),
    ("kinds", "只查此类记录；可重复"),
];

// A person reads no more than this; machines get all.
const SHOWN: usize = 50;

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let kinds: Vec<Kind> = match args.kinds.as_slice() {
        [] => Kind::ALL.to_vec(),
        typed => typed.iter().map(|kind| super::add::kind(kind)).collect::<Result<_, _>>()?,
    };
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
    let typed = args.text.join(" ");
    let hits = search(&book, &typed, &kinds, ctx.global.reveal);
    if format == "json" {
        let hits: Vec<Value> = hits.iter().map(|hit| as_json(&book, hit)).collect();
        ctx.print(&format!("{}\n", serde_json::to_string_pretty(&hits)?))?;
        return Ok(Exit::Fine);
    }
    let human = format == "human";
    let shown = if human { &hits[..hits.len().min(SHOWN)] } else { &hits[..] };
    let table = table(&book, shown, human);
    pick::keep_list(ctx, &folder, shown.iter().map(reference));
    ctx.print_table(&table, &format)?;
    if human {
        let (n, more) = (hits.len(), hits.len() - shown.len());
        ctx.say(&say!(en: "{n} found", zh: "共 {n} 条"));
        if more > 0 {
            ctx.say(&say!(
                en: "{more} more; add words, or `--kind`",
                zh: "另有 {more} 条未列出；请补充文字，或加 `--kind`"
            ));
        }
    }
    Ok(Exit::Fine)
}

fn reference(hit: &Hit) -> String {
    hit.kind.reference(&hit.id)
}

fn as_json(book: &Book<'_>, hit: &Hit) -> Value {
    let place = hit.place.as_ref();
    json!({
        "kind": hit.kind.key(),
        "id": &*hit.id,
        "name": book.name_of(hit.kind, &hit.id),
        "owner": book.owner_of(hit.kind, &hit.id).map(|owner| &**owner),
        "match": hit.how.key(),
        "field": place.map(|place| place.route.as_str()),
        "text": place.map(|place| place.text.as_str()),
    })
}

// For people where it was found stands in one column, for machines each part in its own.
fn table(book: &Book<'_>, hits: &[Hit], human: bool) -> Table {
    let column = |key: &str, label: Label, kind: Type| Column::new(key, label, kind);
    let mut columns = vec![
        column("record", Label::new("record", "记录"), Type::Text),
        column("name", Label::new("name", "名称"), Type::Text),
        column("match", Label::new("found by", "匹配"), Type::Text),
        column("owner", Label::new("owner", "负责人"), Type::Ref),
    ];
    if human {
        columns.insert(0, column("row", Label::new("#", "#"), Type::Int));
    } else {
        columns.push(column("field", Label::new("field", "字段"), Type::Text));
        columns.push(column("text", Label::new("text", "内容"), Type::Text));
    }
    let row = |(at, hit): (usize, &Hit)| {
        let owner = book.owner_of(hit.kind, &hit.id);
        let owner = owner.map(|id| Cell::Ref(id.to_string(), book.name_of(Kind::Member, id)));
        let mut cells = vec![
            Cell::Text(reference(hit)),
            Cell::Text(book.name_of(hit.kind, &hit.id)),
            Cell::Label(hit.how.key().to_owned(), found_by(hit)),
            owner.unwrap_or(Cell::Empty),
        ];
        match &hit.place {
            _ if human => cells.insert(0, Cell::Int(at as i64 + 1)),
            Some(place) => {
                cells.extend([Cell::Text(place.route.clone()), Cell::Text(place.text.clone())])
            }
            None => cells.extend([Cell::Empty, Cell::Empty]),
        }
        Row { cells, records: vec![reference(hit)] }
    };
    let rows = hits.iter().enumerate().map(row).collect();
    let title = Label::new("found", "查找结果").text();
    Table { name: "found".to_owned(), title, columns, rows, total: None, bars: None }
}

fn found_by(hit: &Hit) -> Text {
    match &hit.place {
        Some(Place { label, text, .. }) => Text {
            en: format!("{}: {text}", label.en).into(),
            zh: format!("{}：{text}", label.zh).into(),
        },
        None => hit.how.label().text(),
    }
}
