//! `assign`: a lead to the member who should work it.

use std::collections::HashSet;

use crate::actions::bulk::Bulk;
use crate::actions::leads::assign::{self, Many, Options};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::book::Book;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::many::{self, Change, Consent};
use crate::cli::{Outcome, pick, write};
use crate::flow::handing::{Candidate, Hands};
use crate::model::Lead;
use crate::say;

type Given<'b> = crate::book::Row<'b, Lead>;

/// Arguments of `assign`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The lead.
    #[arg(value_name = "REF", required_unless_present = "condition")]
    record: Option<String>,
    /// To whom; without it, to the best of the ranking.
    #[arg(long, value_name = "MEMBER")]
    to: Option<String>,
    /// What is asked of the member; without it, what the policy asks for the grade.
    #[arg(long, value_name = "TEXT")]
    requirement: Option<String>,
    /// Pass a gate without what it asks for.
    #[arg(long, value_name = "GATE", requires = "reason")]
    waive: Vec<String>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Give every lead that nobody has and that fits a query such as campaign:spring-fair
    #[arg(long = "where", value_name = "QUERY", num_args = 1.., conflicts_with = "record")]
    condition: Vec<String>,
    /// Write what --where finds without asking.
    #[arg(long, requires = "condition")]
    yes: bool,
    /// Show the ranking and the diff, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "把线索分配给最合适的成员，并列出依据。"),
    ("record", "线索"),
    ("to", "分配给谁；缺省为排名第一的成员"),
    ("requirement", "跟进要求；缺省用制度中该等级的要求"),
    ("waive", "豁免一项关卡"),
    ("reason", "原因"),
    ("condition", "分配所有符合条件且无人负责的线索，如 市场活动:春季展会"),
    ("yes", "--where 找到的线索不再询问，直接写入"),
    ("dry_run", "只显示排名和差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
    if !args.condition.is_empty() {
        return many(ctx, args, &format);
    }
    let record = args.record.as_deref().unwrap_or_default();
    write::complete(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (_, id) = pick::pick(ctx, book, &folder, record, &[Kind::Lead], me)?;
        let options = args.options(ctx, book, me)?;
        let mut actor = ctx.actor(book, me)?;
        if let Err(refusal) = assign::refuse_rank(book, &actor) {
            return Ok(Err(refusal));
        }
        let lead = match assign::open_lead(book, &id) {
            Ok(lead) => lead,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let hands = Hands::new(book, actor.today);
        let ranked = hands.ranked(lead);
        let planned = assign::chosen(book, &hands, lead, &ranked, &options)
            .and_then(|chosen| assign::plan(book, &mut actor, lead, &chosen, &options));
        ctx.print_table(&ranking(book, lead.erase().name(book), &ranked), &format)?;
        Ok(planned)
    })
}

fn many(ctx: &mut Ctx<'_>, args: &Args, format: &str) -> Outcome {
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let me = ctx.me(&book)?;
    let options = args.options(ctx, &book, me.as_ref())?;
    let rows = many::rows(ctx, &book, me.as_ref(), Kind::Lead, &args.condition)?;
    let mut actor = ctx.actor(&book, me.as_ref())?;
    let mut hands = Hands::new(&book, actor.today);
    let planned = assign::refuse_rank(&book, &actor)
        .and_then(|()| assign::many(&book, &mut actor, &mut hands, &rows, &options));
    let Many { bulk, given } = match planned {
        Ok(many) => many,
        Err(refusal) => return write::refused(ctx, refusal),
    };
    let change = Change { folder: &folder, book: &book, me: me.as_ref(), kind: Kind::Lead };
    let consent = Consent { yes: args.yes, dry_run: args.dry_run };
    change.carry_out(ctx, consent, rows.len(), bulk, |ctx, bulk| {
        ctx.print_table(&handed(&book, &given, bulk), format)
    })
}

// A row for each lead that is not refused.
fn handed(book: &Book<'_>, given: &[(Given<'_>, Candidate<'_>)], bulk: &Bulk) -> Table {
    let refused: HashSet<&Id> = bulk.refused.iter().map(|(_, id, _)| id).collect();
    let columns = vec![
        Column::new("id", Label::new("id", "编号"), Type::Text),
        Column::new("name", Label::new("name", "名称"), Type::Text),
        Column::new("grade", Label::new("grade", "线索等级"), Type::Text),
        Column::new("member", Label::new("member", "成员"), Type::Ref),
        Column::new("territory", Label::new("territory", "区域"), Type::Text),
        Column::new("knows", Label::new("knows", "相关专长"), Type::Text),
        Column::new("score", Label::new("score", "得分"), Type::Int),
    ];
    let row = |(lead, it): &(Given<'_>, Candidate<'_>)| {
        let grade = lead.record.grade;
        let cells = vec![
            Cell::Text(lead.id.to_string()),
            Cell::Text(lead.erase().name(book)),
            grade.map_or(Cell::Empty, |it| Cell::Label(it.key().to_owned(), it.label().text())),
            Cell::Label(it.member.to_string(), Text::same(book.name_of(Kind::Member, it.member))),
            Cell::Label(it.place.key().to_owned(), it.place.label().text()),
            Cell::Text(it.knows.join(", ")),
            Cell::Figure(it.score),
        ];
        Row { cells, records: vec![lead.erase().reference()] }
    };
    let title = say!(en: "who gets what (OPS-2.4.1)", zh: "线索分配（OPS-2.4.1）");
    let rows = given.iter().filter(|(lead, _)| !refused.contains(lead.id)).map(row).collect();
    Table { name: "assigned".into(), title, columns, rows, ..Table::default() }
}

impl Args {
    fn options(&self, ctx: &Ctx<'_>, book: &Book<'_>, me: Option<&Id>) -> anyhow::Result<Options> {
        let folder = ctx.folder()?;
        let member = |typed: &String| pick::member(ctx, book, &folder, typed, me);
        Ok(Options {
            to: self.to.as_ref().map(member).transpose()?,
            requirement: self.requirement.clone(),
            waive: self.waive.clone(),
            reason: self.reason.clone(),
            claimed: false,
        })
    }
}

// A row for each member, the best first.
fn ranking(book: &Book<'_>, name: String, ranked: &[Candidate<'_>]) -> Table {
    let columns = vec![
        Column::new("member", Label::new("member", "成员"), Type::Ref),
        Column::new("territory", Label::new("territory", "区域"), Type::Text),
        Column::new("knows", Label::new("knows", "相关专长"), Type::Text),
        Column::new("leads", Label::new("leads", "未结线索"), Type::Int),
        Column::new("deals", Label::new("deals", "进行中机会"), Type::Int),
        Column::new("rested", Label::new("days since a lead", "距上次得线索天数"), Type::Days),
        Column::new("score", Label::new("score", "得分"), Type::Int),
        Column::new("against", Label::new("against", "不满足"), Type::Text),
    ];
    let row = |it: &Candidate<'_>| Row {
        cells: vec![
            Cell::Label(it.member.to_string(), Text::same(book.name_of(Kind::Member, it.member))),
            Cell::Label(it.place.key().to_owned(), it.place.label().text()),
            Cell::Text(it.knows.join(", ")),
            Cell::Int(it.leads as i64),
            Cell::Int(it.deals as i64),
            it.rested.map_or(Cell::Empty, Cell::Int),
            Cell::Figure(it.score),
            Cell::Text(it.against.iter().map(|lack| lack.gate).collect::<Vec<_>>().join(", ")),
        ],
        records: vec![Kind::Member.reference(it.member)],
    };
    let title = say!(en: "{name}: who gets it (OPS-2.4.1)", zh: "{name}：分配给谁（OPS-2.4.1）");
    let rows = ranked.iter().map(row).collect();
    Table { name: "ranking".into(), title, columns, rows, ..Table::default() }
}
