//! `handover`: everything that a member has in hand goes to others, in one plan.

use super::transfer::TakerArgs;
use crate::actions::Refusal;
use crate::actions::handover::{self, Options, Passed, Stopped};
use crate::actions::typed::Reader;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::book::Book;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};
use crate::say;

/// Arguments of `handover`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The member who hands over.
    #[arg(value_name = "MEMBER")]
    from: String,
    #[command(flatten)]
    taker: TakerArgs,
    /// Why; kept with every owner that changes.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// The member leaves: the day after the last.
    #[arg(long, value_name = "DATE")]
    left: Option<String>,
    /// Show the list and the diff, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "把一位成员手上的全部事项移交给他人：客户、线索、机会、任务、区域、下属等。"),
    ("from", "移交的成员"),
    ("to", "接手的成员；与 --by 同用时，接手其余没有接手人的记录"),
    ("by", "territory（区域）：分别移交给所在区域的负责人"),
    ("reason", "原因，记入每次负责人变动"),
    ("left", "该成员离职：最后工作日的次日"),
    ("dry_run", "只显示清单和差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let format = super::check::format(ctx, &["human", "md", "csv", "json", "xlsx"])?;
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (_, member) = pick::pick(ctx, book, &folder, &args.from, &[Kind::Member], me)?;
        let to = args.taker.member(ctx, book, me)?;
        let reader = Reader { book, me, today: ctx.today(book)? };
        let left = args.left.as_deref().map(|typed| reader.date(typed)).transpose()?;
        let otherwise = say!(en: "handed over", zh: "工作移交");
        let reason = args.reason.as_deref().unwrap_or(otherwise.pick(book.policy().lang()));
        let mut actor = ctx.actor(book, me)?;
        let options = Options { taker: args.taker.taker(to.as_ref()), reason, left };
        let planned = handover::plan(book, &mut actor, &member, options);
        match planned {
            Ok(planned) => {
                if !planned.passed.is_empty() {
                    ctx.print_table(&table(book, &planned.passed), &format)?;
                }
                Ok(Ok(planned.plan))
            }
            Err(Stopped::Refused(refusal)) => Ok(Err(refusal)),
            Err(Stopped::LeftOver(left)) => {
                tell(ctx, &left);
                let n = left.len();
                Ok(Err(Refusal::Forbidden(say!(
                    en: "nothing was handed over: nobody is there to take {n} of it",
                    zh: "没有移交：有 {n} 条没有接手人"
                ))))
            }
        }
    })
}

// More than anybody reads at once.
const MOST: usize = 20;

// What has no taker, and why.
fn tell(ctx: &mut Ctx<'_>, left: &[(String, Text)]) {
    for (reference, why) in left.iter().take(MOST) {
        let (en, zh) = (&why.en, &why.zh);
        ctx.tell(&say!(en: "  {reference}: {en}", zh: "  {reference}：{zh}"));
    }
    if let Some(more) = left.len().checked_sub(MOST).filter(|more| *more > 0) {
        ctx.tell(&say!(en: "  and {more} more", zh: "  另有 {more} 条"));
    }
}

// The list that both sides go through: what, in which part, to whom.
fn table(book: &Book<'_>, passed: &[Passed<'_>]) -> Table {
    let row = |one: &Passed<'_>| {
        let kind = one.holding.row.kind;
        let key = one.holding.key();
        let field = kind.field(key).map_or(Label::new("", ""), |field| field.label);
        let cells = vec![
            Cell::Label(kind.key().to_owned(), kind.label().text()),
            Cell::Text(one.holding.row.id.to_string()),
            Cell::Text(one.holding.row.name(book)),
            Cell::Label(key.to_owned(), field.text()),
            one.to.map_or(Cell::Empty, |to| {
                Cell::Ref(to.to_string(), book.name_of(Kind::Member, to))
            }),
        ];
        Row { cells, records: vec![one.holding.row.reference()] }
    };
    let columns = vec![
        Column::new("kind", Label::new("kind", "类型"), Type::Text),
        Column::new("id", Label::new("id", "编号"), Type::Text),
        Column::new("name", Label::new("name", "名称"), Type::Text),
        Column::new("as", Label::new("as", "身份"), Type::Text),
        Column::new("to", Label::new("goes to", "移交给"), Type::Ref),
    ];
    Table {
        name: "handover".into(),
        title: say!(en: "hand-over list", zh: "移交清单"),
        columns,
        rows: passed.iter().map(row).collect(),
        ..Table::default()
    }
}
