//! `report`: figures, each saying what it counts.

use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::kind::Kind;
use crate::base::period::Period;
use crate::base::text::Text;
use crate::book::Book;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome};
use crate::output::{self, TableFormat};
use crate::query::Query;
use crate::reports::{self, By, Cx, Grouping, REPORTS, ReportSpec, Request};
use crate::rules;
use crate::say;

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The report: pipeline, funnel, wins, revenue, cycle, attainment, scripts, refusals, visits, care …; all are listed where none is given.
    name: Option<String>,
    /// Only records that fit a query such as owner:me source:exhibition
    query: Vec<String>,
    /// Group by owner, manager, team, territory, product, customer, source, industry, stage, tags.KEY, month … or any field such as customer.type; two at most, repeated or joined by +.
    #[arg(long, value_name = "DIMENSION")]
    by: Vec<String>,
    /// The period, such as 2026-q3, 2026-11, last-month, 2026-01..2026-06.
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// Convert amounts to this currency by the rates of their day (kind rate); reports of deals only.
    #[arg(long, value_name = "CURRENCY")]
    currency: Option<String>,
    /// Say what the report counts, and print no figures.
    #[arg(long)]
    define: bool,
    /// Leave out records whose files have faults.
    #[arg(long)]
    lenient: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "输出报表，并说明统计口径。"),
    (
        "name",
        "报表：销售管道、销售漏斗、赢单、销售额、销售周期、目标达成、电话话术、拒绝原因、拜访清单、客户关怀等（或英文名 pipeline、funnel、wins、revenue、cycle、attainment、scripts、refusals、visits、care）；缺省列出全部",
    ),
    ("query", "只统计符合条件的记录，如 owner:me source:exhibition"),
    (
        "by",
        "分组：负责人、上级、团队、区域、产品、客户、来源、行业、阶段、tags.键、月等，或任意字段如 客户.客户类型；至多两个，可重复或用 + 连接",
    ),
    ("period", "期间，如 2026-q3、2026-11、上月、2026-01..2026-06"),
    ("currency", "按当日汇率（汇率记录）折算为此币种；仅限机会类报表"),
    ("define", "只说明统计口径，不输出数字"),
    ("lenient", "不计文件有问题的记录"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let Some(name) = &args.name else { return list(ctx) };
    let spec = reports::find(name)?;
    if args.define {
        let text = format!("{}\n", spec.doc.pick(ctx.lang));
        ctx.print(&text)?;
        return Ok(Exit::Fine);
    }
    let keys: Vec<&str> = TableFormat::ALL.iter().map(|format| format.key()).collect();
    let format = super::check::format(ctx, &keys)?;
    let format = TableFormat::parse(&format).unwrap_or(TableFormat::Human);
    let folder = ctx.folder()?;
    let mut book = ctx.open(&folder)?;
    if args.lenient {
        book = book.lenient();
    }
    let me = ctx.me(&book)?;
    let asker = ctx.asker(&book, me.as_ref())?;
    let request = request(&book, spec, args, asker.today)?;
    spec.allows(&request)?;
    if !args.lenient {
        whole(&book, spec, &request)?;
    }
    ctx.timings.lap("load", "读取");
    let query = Query::parse(&book, spec.over, &args.query, asker)?;
    let cx = Cx { book: &book, as_of: asker.today, reveal: ctx.global.reveal };
    let report = (spec.run)(&cx, &request, &query);
    ctx.timings.lap("compute", "计算");
    let text = match (format, &ctx.global.output) {
        (TableFormat::Csv, Some(_)) => output::csv::report(&report, true),
        _ => output::report(&report, format, &ctx.style()),
    };
    ctx.print(&text)?;
    Ok(Exit::Fine)
}

// Refuses to count what cannot be read.
fn whole(book: &Book<'_>, spec: &ReportSpec, request: &Request) -> Result<(), Text> {
    let mut kinds = spec.kinds.to_vec();
    kinds.extend(request.currency.map(|_| Kind::Rate));
    for kind in request.by.iter().flat_map(By::kinds) {
        if !kinds.contains(kind) {
            kinds.push(*kind);
        }
    }
    let broken = rules::broken(book, &kinds);
    let Some(first) = broken.first() else { return Ok(()) };
    let (file, n) = (&first.file, broken.len());
    Err(say!(
        en: "faults keep the report from being whole: {n}, the first in {file}; mend them (`salesops check`) or leave those records out by --lenient",
        zh: "有 {n} 处问题使报表不完整，首处在 {file}：请修正（`salesops check`），或用 --lenient 不计这些记录"
    ))
}

fn request(book: &Book<'_>, spec: &ReportSpec, args: &Args, today: Date) -> Result<Request, Text> {
    let period = args.period.as_deref().map(|typed| Period::parse(typed, today)).transpose()?;
    let currency = args.currency.as_deref().map(Currency::typed).transpose()?;
    let request = Request { period, currency, ..Request::default() };
    Ok(request.grouped(Grouping::parse(book, spec.over, &args.by)?))
}

fn list(ctx: &mut Ctx<'_>) -> Outcome {
    let lines = REPORTS.iter().map(|spec| {
        format!("{}  {}\n    {}\n", spec.name, spec.label.pick(ctx.lang), spec.doc.pick(ctx.lang))
    });
    let text: String = lines.collect();
    ctx.print(&text)?;
    Ok(Exit::Fine)
}
