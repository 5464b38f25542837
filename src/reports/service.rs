//! Service: how fast tickets are answered and solved, and how content customers are.

use super::sheet::{self, Measure, Sheet};
use super::tally::{self, Entry};
use super::{Cx, Dimension, ReportSpec, Request, cell};
use crate::base::date::Instant;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::facts::{clock, tickets};
use crate::metrics::days::Days;
use crate::metrics::rate::share;
use crate::model::ticket::TicketType;
use crate::model::{Survey, Ticket};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "service",
    label: Label::new("service", "售后服务"),
    aliases: &["服务", "满意度"],
    doc: Label::new(
        "Tickets opened in the period (`opened_at`, else the entry). `response_minutes` is the median of the time \
         by the clock from the opening to the first answer, `median_days` that of the days to the solution. \
         `first_fix_rate` = solved and never opened again / solved; `on_time_rate` = complaints solved in their \
         time / complaints solved. `score` is the mean of the scores that customers gave, `scored` their number. \
         The second table has the surveys, whatever the period: `response_rate` = answers / asked, the means of the \
         answers, `index` = mean overall / `survey.scale`, and the days since it was sent.",
        "统计期间内受理的服务单（`opened_at`，否则录入）。`response_minutes` 为从受理到首次响应的时间（按钟表时间）的中位数，`median_days` \
         为到解决的天数的中位数。`first_fix_rate` = 解决后未重新打开的 / 已解决的；`on_time_rate` = 按期解决的投诉 / \
         已解决的投诉。`score` 为客户评分的平均，`scored` 为评分数。第二张表为各次满意度调查（不论期间）：`response_rate` = 答复 / \
         发放，各项平均分，`index` = 总体平均 / `survey.scale`，以及发放至今的天数。",
    ),
    kinds: &[Kind::Member, Kind::Territory, Kind::Tag, Kind::Customer, Kind::Ticket, Kind::Survey],
    clauses: &["ITS-2.2.1e", "OPS-6.4.1", "OPS-6.2.1", "OPS-6.2.2", "ITS-4.3.2", "ITS-7.2.2"],
    dimensions: &[Dimension::Owner],
    only: None,
    over: Kind::Ticket,
    run,
    ..ReportSpec::OF_DEALS
};

const MEASURES: &[Measure] = &[
    ("n", Label::new("tickets", "服务单数"), Type::Int),
    ("open", Label::new("unsolved", "未解决"), Type::Int),
    ("response_minutes", Label::new("median response, minutes", "响应中位数（分钟）"), Type::Int),
    ("median_days", Label::new("median solution", "解决天数中位数"), Type::Days),
    ("first_fix_rate", Label::new("solved at once", "一次解决率"), Type::Rate),
    ("complaints", Label::new("complaints", "投诉"), Type::Int),
    ("on_time_rate", Label::new("complaints on time", "投诉按期率"), Type::Rate),
    ("scored", Label::new("scores", "评分数"), Type::Int),
    ("score", Label::new("mean score", "平均评分"), Type::Days),
];

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let by = request.by_or(SPEC.dimensions);
    let (entries, notes) =
        tally::entries(cx, query, Kind::Ticket, request.period, |row| entry(cx, row));
    let (parts, whole) = tally::parts(cx, &by, &entries, |entry| {
        Some((None, cx.book.get::<Ticket>(entry.row.id)?.record))
    });
    let sheet = Sheet {
        name: sheet::name(&by),
        title: sheet::title(Label::new("tickets", "服务单"), &by),
        by: &by,
        money: false,
        measures: MEASURES,
        bars: "n",
    };
    let table = tally::table(cx, &sheet, &parts, &whole, |all, _| figures(cx, all));
    let counted = say!(en: "tickets counted", zh: "计入的服务单");
    SPEC.report(cx, request, vec![table, surveys(cx)], notes.done_with(entries.len(), counted))
}

fn entry<'b>(cx: &Cx<'b>, row: AnyRow<'b>) -> Entry<'b> {
    let ticket = cx.book.get::<Ticket>(row.id).map(|it| it.record);
    Entry {
        row,
        owner: ticket.and_then(|it| it.owner.as_deref()),
        customer: ticket.map(|it| &*it.customer),
        source: None,
        date: ticket.and_then(Ticket::opened).map(|at| clock::day(cx.book, at)),
    }
}

fn figures(cx: &Cx<'_>, all: &[&&Ticket]) -> Vec<Cell> {
    let minutes = |from: Instant, to: Instant| (to.datetime() - from.datetime()).num_minutes();
    let answered = all
        .iter()
        .filter_map(|it| Some(minutes(it.opened()?, it.first_response_at?)))
        .collect::<Days>();
    let solved: Vec<&Ticket> =
        all.iter().map(|it| **it).filter(|it| it.resolved_at.is_some()).collect();
    let days =
        solved.iter().filter_map(|it| Some(minutes(it.opened()?, it.resolved_at?) / (24 * 60)));
    let days: Days = days.collect();
    let at_once = solved.iter().filter(|it| !was_opened_again(it)).count();
    let complaints: Vec<&&Ticket> =
        solved.iter().filter(|it| it.r#type == Some(TicketType::Complaint)).collect();
    let on_time = complaints.iter().filter(|it| is_on_time(cx, it)).count();
    let scores: Days = all.iter().filter_map(|it| it.satisfaction.as_ref()?.score).collect();
    let all_complaints = all.iter().filter(|it| it.r#type == Some(TicketType::Complaint));
    let response = answered.median().and_then(|it| it.rounded(0, Rounding::HalfEven));
    vec![
        cell::count(all.len()),
        cell::count(all.len() - solved.len()),
        cell::quantity(response),
        cell::figure(days.median()),
        cell::figure(of(at_once, solved.len())),
        cell::count(all_complaints.count()),
        cell::figure(of(on_time, complaints.len())),
        cell::count(scores.count()),
        cell::figure(scores.mean()),
    ]
}

fn of(part: usize, whole: usize) -> Option<Decimal> {
    share(i128::try_from(part).ok()?, i128::try_from(whole).ok()?)
}

fn was_opened_again(ticket: &Ticket) -> bool {
    ticket.moves.iter().any(|step| step.status.as_deref() == Some("reopened"))
}

fn is_on_time(cx: &Cx<'_>, ticket: &Ticket) -> bool {
    let solved = ticket.resolved_at.map(|at| clock::day(cx.book, at));
    solved.zip(tickets::resolution_due(cx.book, ticket)).is_some_and(|(on, due)| on <= due)
}

/// The surveys that were sent by the day, the latest last.
fn surveys(cx: &Cx<'_>) -> Table {
    let column = |key, en, zh, kind| Column::new(key, Label::new(en, zh), kind);
    let columns = vec![
        column("survey", "survey", "调查", Type::Ref),
        column("sent_on", "sent on", "发放日期", Type::Date),
        column("days", "days ago", "距今天数", Type::Int),
        column("asked", "asked", "发放", Type::Int),
        column("n", "answers", "答复", Type::Int),
        column("response_rate", "response rate", "答复率", Type::Rate),
        column("quality", "quality", "服务质量", Type::Days),
        column("response_speed", "response speed", "响应速度", Type::Days),
        column("problem_solving", "problem solving", "问题解决", Type::Days),
        column("overall", "overall", "总体", Type::Days),
        column("index", "index", "满意度指数", Type::Rate),
    ];
    let mut sent: Vec<_> = cx.book.iter::<Survey>().collect();
    sent.retain(|row| row.record.sent_on.is_some_and(|on| on <= cx.as_of));
    sent.sort_by_key(|row| (row.record.sent_on, row.id));
    let rows = sent.into_iter().map(|row| {
        let name = row.record.what.clone().unwrap_or_default();
        let mut cells = vec![Cell::Ref(row.id.to_string(), name)];
        cells.extend(of_survey(cx, row.record));
        Row { cells, records: vec![row.erase().reference()] }
    });
    Table {
        name: "surveys".to_owned(),
        title: Label::new("surveys", "满意度调查").text(),
        columns,
        rows: rows.collect(),
        total: None,
        bars: Some(10),
    }
}

fn of_survey(cx: &Cx<'_>, survey: &Survey) -> Vec<Cell> {
    let mean = |at: usize| {
        let scores = survey.answers.iter().filter_map(|answer| answer.scores()[at].1);
        scores.collect::<Days>().mean()
    };
    let overall = mean(0);
    let scale = Decimal::from_int(cx.book.policy().survey().scale.into());
    let index = overall.and_then(|mean| mean.div(scale, 6, Rounding::HalfEven));
    let sent = survey.sent_on;
    vec![
        sent.map_or(Cell::Empty, Cell::Date),
        cell::days(sent.map(|on| cx.as_of.days_since(on))),
        cell::count(survey.sent_to.len()),
        cell::count(survey.answers.len()),
        cell::figure(of(survey.answers.len(), survey.sent_to.len())),
        cell::figure(mean(1)),
        cell::figure(mean(2)),
        cell::figure(mean(3)),
        cell::figure(overall),
        cell::figure(index),
    ]
}
