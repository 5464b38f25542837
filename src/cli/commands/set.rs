//! `set`: change fields of a record, or of every record that fits a query.

use anyhow::bail;

use crate::actions::assign::{self, Assignment};
use crate::actions::bulk::{self, Bulk};
use crate::actions::{Verdict, set};
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::book::Book;
use crate::cli::confirm::confirm;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, pick, write};
use crate::query::{Asker, Query};
use crate::say;
use crate::store::Folder;

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
        let named = args.record.iter().chain(&args.fields).find(|word| !is_field(word)).cloned();
        let kind = match named {
            Some(word) => super::add::kind(&word)?,
            // `set --where QUERY KIND KEY=VALUE`: the kind was read as the last condition.
            None => match query.pop().and_then(|word| Kind::parse(&word)) {
                Some(kind) => kind,
                None => bail!(how()),
            },
        };
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
    let asker = Asker { sure: true, ..ctx.asker(&book, me.as_ref())? };
    let query = Query::parse(&book, wanted.kind, &wanted.query, asker)?;
    let rows = query.rows(&book, wanted.kind);
    let mut actor = ctx.actor(&book, me.as_ref())?;
    let planned = bulk::plan(&book, &mut actor, wanted.kind, &rows, &wanted.fields);
    ctx.timings.lap("plan", "计划");
    let mut bulk = match planned {
        Ok(bulk) => bulk,
        Err(refusal) => return write::refused(ctx, refusal),
    };
    let verdict = bulk.judge(&folder, &book, asker.today)?;
    ctx.timings.lap("judge", "判断");
    if !verdict.added.is_empty() {
        return write::refuse_findings(ctx, &book, &bulk.plan, &verdict.added);
    }
    tell(ctx, wanted.kind, rows.len(), &bulk);
    write::show_diff(ctx, Some(&book), &bulk.plan.changes)?;
    if !args.dry_run && !bulk.plan.changes.is_empty() && is_agreed(ctx, args, &bulk)? {
        carry_out(ctx, &folder, &book, bulk.plan.clone(), &verdict)?;
        write::hint_who(ctx, me.as_ref());
    }
    Ok(if bulk.refused.is_empty() { Exit::Fine } else { Exit::Refused })
}

// How many fit and what becomes of them, with the reasons of those that are refused.
fn tell(ctx: &mut Ctx<'_>, kind: Kind, fit: usize, bulk: &Bulk) {
    let (changed, same, refused) = (bulk.plan.changes.len(), bulk.unchanged, bulk.refused.len());
    let (en, zh) = (kind.plural().en, kind.label().zh);
    ctx.tell(&say!(
        en: "{en} that fit: {fit}; to be changed {changed}, so already {same}, refused {refused}",
        zh: "符合条件的{zh} {fit} 条：将修改 {changed}，无需改动 {same}，拒绝 {refused}"
    ));
    for (kind, id, why) in &bulk.refused {
        let reference = kind.reference(id);
        let (en, zh) = (&why.en, &why.zh);
        ctx.tell(&say!(en: "  refused {reference}: {en}", zh: "  拒绝 {reference}：{zh}"));
    }
}

fn is_agreed(ctx: &mut Ctx<'_>, args: &Args, bulk: &Bulk) -> anyhow::Result<bool> {
    if args.yes {
        return Ok(true);
    }
    let n = bulk.plan.changes.len();
    match confirm(ctx, &say!(en: "write these changes ({n})?", zh: "修改这 {n} 条记录吗？"))?
    {
        Some(true) => Ok(true),
        Some(false) => {
            ctx.tell(&say!(en: "nothing was written", zh: "没有写入"));
            Ok(false)
        }
        None => {
            let command = &ctx.command;
            bail!(say!(
                en: "nothing was written; to go on: `salesops {command} --yes`",
                zh: "没有写入；要继续请运行：`salesops {command} --yes`"
            ))
        }
    }
}

fn carry_out(
    ctx: &mut Ctx<'_>,
    folder: &Folder,
    book: &Book<'_>,
    mut plan: crate::actions::Plan,
    verdict: &Verdict,
) -> anyhow::Result<()> {
    let n = plan.changes.len();
    plan.done.push(say!(en: "records changed: {n}", zh: "已修改 {n} 条记录"));
    // Taken only now: nobody waits while a question stands. What was read is compared once more.
    let _held = write::acquire(ctx, folder)?;
    write::commit(ctx, folder, &plan)?;
    write::report(ctx, book, &plan, &verdict.remarks)
}
