//! `add`: a new record.

use anyhow::bail;

use crate::actions::add::{self, Options};
use crate::actions::assign::{self, Assignment, Operator};
use crate::actions::typed::Reader;
use crate::base::field::Shape;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::{Text, nearest};
use crate::book::Book;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, supply, write};
use crate::say;

/// Arguments of `add`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The kind of record; all are listed below.
    kind: String,
    /// Fields, as KEY=VALUE; KEY+=ITEM adds to a list.
    #[arg(value_name = "KEY=VALUE")]
    fields: Vec<String>,
    /// The id, where the name is not to decide it.
    #[arg(long)]
    id: Option<String>,
    /// A record to take over what is not given.
    #[arg(long, value_name = "REF")]
    like: Option<String>,
    /// It is another record, although one with its name is there.
    #[arg(long)]
    new: bool,
    /// Show the file and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "新增一条记录。"),
    ("kind", "记录的类型，全部列在下面"),
    ("fields", "字段，写作 键=值；键+=项 表示加入列表"),
    ("id", "编号；缺省由名称得出"),
    ("like", "未给出的字段取自此记录"),
    ("new", "虽有同名记录，仍是另一条"),
    ("dry_run", "只显示文件，不写入"),
];

/// The kind that a person names.
///
/// # Errors
/// When there is none, with the nearest.
pub fn kind(typed: &str) -> anyhow::Result<Kind> {
    if let Some(kind) = Kind::parse(typed) {
        return Ok(kind);
    }
    let keys: Vec<&str> = Kind::ALL.into_iter().map(Kind::key).collect();
    match nearest(typed, keys.iter().copied()) {
        Some(near) => bail!(say!(
            en: "no kind `{typed}`; did you mean `{near}`?",
            zh: "没有类型 `{typed}`；是否想写 `{near}`？"
        )),
        None => {
            let list = keys.join(", ");
            bail!(
                say!(en: "no kind `{typed}`; there are {list}", zh: "没有类型 `{typed}`；可用：{list}")
            )
        }
    }
}

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let kind = kind(&args.kind)?;
    let fields = args.fields.iter().map(|field| assign::parse(field));
    let mut fields = fields.collect::<Result<Vec<_>, _>>()?;
    write::complete(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let like = args.like.as_deref();
        let like = like.map(|typed| pick::pick(ctx, book, &folder, typed, &[kind], me));
        let options = Options {
            id: args.id.clone(),
            like: like.transpose()?.map(|(_, id)| id),
            new: args.new,
        };
        ask(ctx, book, me, kind, &mut fields)?;
        let mut actor = ctx.actor(book, me)?;
        Ok(add::plan(book, &mut actor, kind, &fields, &options).map(|(plan, _)| plan))
    })
}

// What a record of the kind cannot be read without, where somebody can be asked.
fn ask(
    ctx: &Ctx<'_>,
    book: &Book<'_>,
    me: Option<&Id>,
    kind: Kind,
    given: &mut Vec<Assignment>,
) -> anyhow::Result<()> {
    // What `add` fills in by itself.
    const FILLED: [&str; 3] = ["stage", "on", "member"];
    let reader = Reader { book, me, today: ctx.today(book)? };
    let wanted = kind.fields().iter().filter(|field| field.required);
    for field in wanted.filter(|field| !FILLED.contains(&field.key)) {
        let is_given = given.iter().any(|one| {
            let target = assign::resolve(kind, &one.key).ok();
            target.is_some_and(|target| target.route.head() == Some(field.key))
        });
        // A group is asked for by its keys, which nobody types here: the tag's names.
        let is_group = matches!(field.shape.core(), Shape::Group(_));
        if is_given || is_group || !ctx.asks() {
            continue;
        }
        let new = Text {
            en: format!("a new {}", kind.label().en).into(),
            zh: format!("新{}", kind.label().zh).into(),
        };
        let question = supply::of_field(book, field, &new);
        let read = |typed: &str| reader.value(field, typed).map(|_| typed.to_owned());
        if let Some(value) = ctx.ask(&question, read)? {
            let key = field.key.to_owned();
            given.push(Assignment { key, operator: Operator::Set, value });
        }
    }
    Ok(())
}
