//! `assess`: the figures of every member for a month, frozen in a file each.

use anyhow::Result;

use crate::actions::assess::{self, Compiled, Fate};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::span::Span;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::book::Book;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};
use crate::model::assessment::Line;
use crate::model::target::Kpi;
use crate::say;

/// Arguments of `assess`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The members; everybody who is assessed where none is named.
    #[arg(value_name = "MEMBER")]
    members: Vec<String>,
    /// The month, such as 2026-11; the last one where not given.
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// Show the figures and the diff, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "汇总一个月的考核：一次算出所有成员的数据，每人一份。"),
    ("members", "成员；缺省为所有参加考核的成员"),
    ("period", "月份，如 2026-11；缺省为上月"),
    ("dry_run", "只显示数据和差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let mut members: Vec<Id> = Vec::new();
        for typed in &args.members {
            members.push(pick::pick(ctx, book, &folder, typed, &[Kind::Member], me)?.1);
        }
        let today = ctx.today(book)?;
        let typed = args.period.as_deref().unwrap_or("last-month");
        let month = month(&Span::typed(typed, today)?)?;
        let mut actor = ctx.actor(book, me)?;
        Ok(match assess::plan(book, &mut actor, &month, &members) {
            Ok((plan, compiled)) => {
                ctx.print_table(&table(book, &month, &compiled), &format)?;
                Ok(plan)
            }
            Err(refusal) => Err(refusal),
        })
    })
}

fn month(span: &Span) -> Result<Span, Text> {
    let month = Span::month(span.period().from());
    if month == *span {
        return Ok(month);
    }
    Err(say!(
        en: "{span} is not a month; members are assessed by the month",
        zh: "{span} 不是月份；考核按月进行"
    ))
}

fn table(book: &Book<'_>, month: &Span, compiled: &[Compiled]) -> Table {
    let column = |key: &str, label, kind| Column::new(key, label, kind);
    let columns = vec![
        column("member", Label::new("member", "成员"), Type::Ref),
        column("criterion", Label::new("criterion", "考核项目"), Type::Text),
        column("kpi", Label::new("indicator", "指标"), Type::Text),
        column("weight", Label::new("weight %", "权重 %"), Type::Money),
        column("target", Label::new("target", "目标"), Type::Money),
        column("actual", Label::new("actual", "完成"), Type::Money),
        column("rate", Label::new("counts", "得分率"), Type::Rate),
        column("state", Label::new("file", "文件"), Type::Text),
    ];
    let rows =
        compiled.iter().flat_map(|one| one.lines.iter().map(move |line| row(book, one, line)));
    let title = say!(en: "figures of {month}", zh: "{month} 考核数据");
    Table { name: "figures".into(), title, columns, rows: rows.collect(), ..Table::default() }
}

fn row(book: &Book<'_>, one: &Compiled, line: &Line) -> Row {
    let fate = match one.fate {
        Fate::New => Label::new("new", "新建"),
        Fate::Anew => Label::new("compiled anew", "重新汇总"),
        Fate::Same => Label::new("unchanged", "无变化"),
        Fate::Kept => Label::new("kept: reviewed or decided", "保留：已审核或已确定"),
        Fate::Own => Label::new("not by oneself", "不得汇总自己"),
    };
    let key = match one.fate {
        Fate::New => "new",
        Fate::Anew => "anew",
        Fate::Same => "same",
        Fate::Kept => "kept",
        Fate::Own => "own",
    };
    let figure = |value: Option<_>| value.map_or(Cell::Empty, Cell::Figure);
    let kpi = |kpi: Kpi| Cell::Label(kpi.key().to_owned(), kpi.label().text());
    let name = book.name_of(Kind::Member, &one.member);
    let cells = vec![
        Cell::Ref(one.member.to_string(), name),
        Cell::Label(line.criterion.key().to_owned(), line.criterion.label().text()),
        line.kpi.map_or(Cell::Empty, kpi),
        Cell::Figure(line.weight),
        figure(line.target),
        figure(line.actual),
        figure(line.rate),
        Cell::Label(key.to_owned(), fate.text()),
    ];
    Row { cells, records: vec![Kind::Member.reference(&one.member)] }
}
