//! `transfer`: give customers, leads or deals to other owners.

use std::collections::HashSet;

use anyhow::bail;

use crate::actions::bulk::Bulk;
use crate::actions::readable;
use crate::actions::transfer::{KINDS, Taker, Transfer};
use crate::actions::typed::Reader;
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::book::{AnyRow, Book};
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::many::{self, Change, Consent};
use crate::cli::{Outcome, pick, write};
use crate::say;

/// Arguments of `transfer`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The customer, lead or opportunity; with --where, a kind of record.
    #[arg(value_name = "REF", required_unless_present = "condition")]
    record: Option<String>,
    #[command(flatten)]
    taker: TakerArgs,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// The day of it; today where not given.
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// Transfer every record of the kind that fits a query such as owner:li-wei territory:huabei
    #[arg(long = "where", value_name = "QUERY", num_args = 1..)]
    condition: Vec<String>,
    /// Write what --where finds without asking.
    #[arg(long, requires = "condition")]
    yes: bool,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Who gets it.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = true)]
pub struct TakerArgs {
    /// The member who gets it; with --by, what has no taker otherwise.
    #[arg(long, value_name = "MEMBER")]
    to: Option<String>,
    /// By territory: each goes to the owner of its territory.
    #[arg(long, value_name = "WHAT")]
    by: Option<String>,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "把客户、线索或销售机会转给其他负责人，进行中的机会和任务一并转移。"),
    ("record", "客户、线索或销售机会；有 --where 时为记录的类型"),
    ("to", "接手的成员；与 --by 同用时，接手其余没有接手人的记录"),
    ("by", "territory（区域）：分别转给所在区域的负责人"),
    ("reason", "原因"),
    ("on", "转移的日期，缺省为今天"),
    ("condition", "转移该类型中符合条件的每条记录，如 负责人:李伟 区域:华北"),
    ("yes", "--where 找到的记录不再询问，直接写入"),
    ("dry_run", "只显示差异，不写入"),
];

impl TakerArgs {
    /// The member that `--to` names.
    ///
    /// # Errors
    /// When no member is called so, or `--by` takes no such word.
    pub fn member(
        &self,
        ctx: &Ctx<'_>,
        book: &Book<'_>,
        me: Option<&Id>,
    ) -> anyhow::Result<Option<Id>> {
        if let Some(word) = self.by.as_deref().filter(|word| !["territory", "区域"].contains(word))
        {
            bail!(say!(
                en: "`--by {word}`: there is `--by territory`",
                zh: "`--by {word}`：可用 `--by 区域`"
            ));
        }
        let Some(typed) = &self.to else { return Ok(None) };
        Ok(Some(pick::member(ctx, book, &ctx.folder()?, typed, me)?))
    }

    /// Who gets what is given away; `member` is what `--to` names.
    pub fn taker<'a>(&self, member: Option<&'a Id>) -> Taker<'a> {
        match (member, &self.by) {
            (Some(to), None) => Taker::Member(to),
            (otherwise, _) => Taker::Territory(otherwise),
        }
    }
}

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    if !args.condition.is_empty() {
        return many(ctx, args);
    }
    let record = args.record.as_deref().unwrap_or_default();
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (kind, id) = pick::pick(ctx, book, &folder, record, &KINDS, me)?;
        let member = args.taker.member(ctx, book, me)?;
        let on = day(ctx, book, me, args.on.as_deref())?;
        let actor = ctx.actor(book, me)?;
        let row = readable(book, kind, &id)?;
        let transfer = Transfer::new(book, args.taker.taker(member.as_ref()), on, &args.reason);
        Ok(transfer.and_then(|transfer| transfer.plan(&actor, row)))
    })
}

fn day(
    ctx: &Ctx<'_>,
    book: &Book<'_>,
    me: Option<&Id>,
    typed: Option<&str>,
) -> anyhow::Result<Date> {
    let reader = Reader { book, me, today: ctx.today(book)? };
    Ok(reader.day(typed)?)
}

fn many(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
    let mut query = args.condition.clone();
    let kind = many::kind(args.record.as_ref(), &mut query)?.filter(|kind| KINDS.contains(kind));
    let Some(kind) = kind.filter(|_| !query.is_empty()) else { bail!(how()) };
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let me = ctx.me(&book)?;
    let rows = many::rows(ctx, &book, me.as_ref(), kind, &query)?;
    let member = args.taker.member(ctx, &book, me.as_ref())?;
    let on = day(ctx, &book, me.as_ref(), args.on.as_deref())?;
    let actor = ctx.actor(&book, me.as_ref())?;
    let transfer = Transfer::new(&book, args.taker.taker(member.as_ref()), on, &args.reason);
    let planned = transfer.and_then(|transfer| Ok((transfer.many(&actor, &rows)?, transfer)));
    let (bulk, transfer) = match planned {
        Ok(planned) => planned,
        Err(refusal) => return write::refused(ctx, refusal),
    };
    let change = Change { folder: &folder, book: &book, me: me.as_ref(), kind };
    let consent = Consent { yes: args.yes, dry_run: args.dry_run };
    change.carry_out(ctx, consent, rows.len(), bulk, |ctx, bulk| {
        ctx.print_table(&table(&book, &transfer, &rows, bulk), &format)
    })
}

fn how() -> Text {
    say!(
        en: "say what to transfer: customer, lead or opportunity, and where: `salesops transfer customer --where territory:huabei --by territory --reason TEXT`",
        zh: "请写明转移客户、线索还是销售机会，以及条件：`salesops transfer customer --where territory:huabei --by territory --reason 原因`"
    )
}

// A row for each record that changes hands; what follows it stands in the difference.
fn table<'b>(
    book: &'b Book<'b>,
    transfer: &Transfer<'b>,
    rows: &[AnyRow<'b>],
    bulk: &Bulk,
) -> Table {
    let touched: HashSet<(Kind, &Id)> =
        bulk.plan.touched.iter().map(|(kind, id)| (*kind, id)).collect();
    let owner = |id: &Id| Cell::Ref(id.to_string(), book.name_of(Kind::Member, id));
    let row = |row: &AnyRow<'b>| {
        let now = book.owner_of(row.kind, row.id).map_or(Cell::Empty, owner);
        let to = transfer.owner_after(*row).map_or(Cell::Empty, owner);
        let cells = vec![Cell::Text(row.id.to_string()), Cell::Text(row.name(book)), now, to];
        Row { cells, records: vec![row.reference()] }
    };
    let columns = vec![
        Column::new("id", Label::new("id", "编号"), Type::Text),
        Column::new("name", Label::new("name", "名称"), Type::Text),
        Column::new("owner", Label::new("owner before", "原负责人"), Type::Ref),
        Column::new("to", Label::new("owner now", "现负责人"), Type::Ref),
    ];
    let rows = rows.iter().filter(|row| touched.contains(&(row.kind, row.id))).map(row).collect();
    Table {
        name: "transfers".into(),
        title: say!(en: "transfers", zh: "转移"),
        columns,
        rows,
        ..Table::default()
    }
}
