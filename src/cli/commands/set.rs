//! `set`: change fields of a record, or of every record that fits a query.

use anyhow::bail;

use crate::actions::assign::{self, Assignment};
use crate::actions::{bulk, set};
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::many::{self, Change, Consent};
use crate::cli::{Outcome, pick, write};
use crate::say;

/// Arguments of `set`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The record: kind/id, an id, the beginning of one, or a name; with --where, a kind of record.
    #[arg(value_name = "REF", required_unless_present = "condition")]
    record: Option<String>,
    /// KEY=VALUE sets, KEY= clears, KEY+=ITEM adds to a list, KEY-=ITEM removes.
    #[arg(value_name = "KEY=VALUE", required_unless_present = "condition")]
    fields: Vec<String>,
    /// Change every record of the kind that fits a query such as stage:negotiation owner:me
    #[arg(long = "where", value_name = "QUERY", num_args = 1..)]
    condition: Vec<String>,
    /// Write what --where finds without asking.
    #[arg(long, requires = "condition")]
    yes: bool,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "设置记录的字段。"),
    ("record", "记录：类型/编号、编号、编号开头或名称；有 --where 时为记录的类型"),
    ("fields", "键=值 设置，键= 清除，键+=项 加入列表，键-=项 移除"),
    ("condition", "修改该类型中符合条件的每条记录，如 阶段:商务谈判 负责人:我"),
    ("yes", "--where 找到的记录不再询问，直接写入"),
    ("dry_run", "只显示差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    if !args.condition.is_empty() {
        return many(ctx, args, &Wanted::of(args)?);
    }
    let record = args.record.as_deref().unwrap_or_default();
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (kind, id) = pick::pick(ctx, book, &folder, record, &Kind::ALL, me)?;
        let fields = parse(&args.fields)?;
        let mut actor = ctx.actor(book, me)?;
        Ok(set::plan(book, &mut actor, kind, &id, &fields))
    })
}

impl Args {
    fn consent(&self) -> Consent {
        Consent { yes: self.yes, dry_run: self.dry_run }
    }
}

fn parse(fields: &[String]) -> Result<Vec<Assignment>, Text> {
    fields.iter().map(|field| assign::parse(field)).collect()
}

/// What `--where` asks for. No condition has a `=`, so that the words may come in any order.
struct Wanted {
    kind: Kind,
    query: Vec<String>,
    fields: Vec<Assignment>,
}

impl Wanted {
    fn of(args: &Args) -> anyhow::Result<Wanted> {
        let words = args.record.iter().chain(&args.fields).chain(&args.condition);
        let is_field = |word: &&String| word.contains(['=', '＝']);
        let fields: Vec<String> = words.filter(is_field).cloned().collect();
        let mut query: Vec<String> =
            args.condition.iter().filter(|word| !is_field(word)).cloned().collect();
        let named = args.record.iter().chain(&args.fields).find(|word| !is_field(word));
        let Some(kind) = many::kind(named, &mut query)? else { bail!(how()) };
        if fields.is_empty() || query.is_empty() {
            bail!(how());
        }
        Ok(Wanted { kind, query, fields: parse(&fields)? })
    }
}

fn how() -> Text {
    say!(
        en: "say what kind of record, what to set and where: `salesops set customer size=large --where industry:C39`",
        zh: "请写明记录类型、要设置的字段和条件：`salesops set customer size=large --where industry:C39`"
    )
}

fn many(ctx: &mut Ctx<'_>, args: &Args, wanted: &Wanted) -> Outcome {
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let me = ctx.me(&book)?;
    let rows = many::rows(ctx, &book, me.as_ref(), wanted.kind, &wanted.query)?;
    let mut actor = ctx.actor(&book, me.as_ref())?;
    let planned = bulk::plan(&book, &mut actor, wanted.kind, &rows, &wanted.fields);
    let bulk = match planned {
        Ok(bulk) => bulk,
        Err(refusal) => return write::refused(ctx, refusal),
    };
    let change = Change { folder: &folder, book: &book, me: me.as_ref(), kind: wanted.kind };
    change.carry_out(ctx, args.consent(), rows.len(), bulk, |_, _| Ok(()))
}
