//! Assessments of a month: totals and results, the figures behind them, and what has changed since.

use std::collections::HashMap;

use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::{Period, Unit};
use crate::base::span::Span;
use crate::base::table::{Cell, Column, Report, Row as Line, Table, Type};
use crate::base::text::Label;
use crate::book::Row;
use crate::facts::assessment;
use crate::metrics::assessment as compile;
use crate::metrics::kpi::Figures;
use crate::metrics::targets::Targets;
use crate::model::assessment::{AssessmentStatus, Criterion, Grading};
use crate::model::target::Kpi;
use crate::model::{Assessment, Member};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "assessment",
    label: Label::new("assessment", "绩效考核"),
    aliases: &["考核", "assessments"],
    doc: Label::new(
        "The assessments of a month (the last one where none is asked for): total and result of each \
         member, and the figures as they stood when they were compiled; `points` = weight × counts. Tag quality has `tag.quality_weight` per cent of an assessment, the table of \
         weights the rest; see `report data-quality`. \
         What attains its target counts 1, more at most `assess.cap`; a score counts out of 5. Of an \
         assessment that is final, figures that the records would give today stand in a table of \
         their own: its result stays. A query chooses members.",
        "某月（缺省为上月）的考核：各成员的总分和结果，以及汇总时的数据；`points` = 权重 × 得分率。标签质量占考核的 `tag.quality_weight`%，其余按权重表分配，见 `report data-quality`。达成目标计 1，\
         超出部分至多计到 `assess.cap`；评分按 5 分折算。已确定的考核，若按现有记录得出的数据不同，另表列出，其结果不变。\
         条件用于筛选成员。",
    ),
    kinds: &[Kind::Member, Kind::Target, Kind::Assessment],
    clauses: &[
        "ITS-1.3.2",
        "ITS-4.3.1",
        "ITS-4.3.3",
        "OPS-8.2.1",
        "OPS-8.2.2",
        "DEV-SOP-5",
        "TEL-6.1.1",
        "TAG-7.2",
    ],
    only: Some(&[]),
    over: Kind::Member,
    run,
    ..ReportSpec::OF_DEALS
};

/// The assessments of a month, of the members that fit, by member.
pub(super) fn of_month<'b>(
    cx: &Cx<'b>,
    query: &Query,
    month: Period,
) -> Vec<(Row<'b, Member>, Row<'b, Assessment>)> {
    let all = cx.book.iter::<Assessment>();
    let of_month = all.filter(|row| row.record.period.period() == month);
    let by_member: HashMap<&Id, Row<'b, Assessment>> =
        of_month.map(|row| (&*row.record.member, row)).collect();
    let members = cx.book.iter::<Member>().filter(|row| query.fits(cx.book, row.erase()));
    members.filter_map(|row| Some((row, *by_member.get(row.id)?))).collect()
}

/// The month that is asked for, else the last one before the day.
pub(super) fn month(cx: &Cx<'_>, request: &Request) -> Period {
    let last = Unit::Month.bucket(cx.as_of);
    request.period.or_else(|| last.previous()).unwrap_or(last)
}

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let month = month(cx, request);
    let all = of_month(cx, query, month);
    let mut notes = Notes::default();
    notes.unreadable(cx, SPEC.kinds);
    let members = cx.book.iter::<Member>().filter(|row| {
        query.fits(cx.book, row.erase()) && assessment::scheme(cx.book, row.record, month).is_some()
    });
    let is_known = |row: &Row<'_, Member>| all.iter().any(|(known, _)| known.id == row.id);
    let missing = if all.is_empty() { 0 } else { members.filter(|row| !is_known(row)).count() };
    notes.add(
        "missing",
        missing,
        say!(en: "members without an assessment of the month", zh: "当月没有考核的成员"),
    );
    let open = all.iter().filter(|(_, row)| !row.record.is_final()).count();
    notes.add("open", open, say!(en: "not decided yet", zh: "尚未确定"));
    let restated = restated(cx, &all, month);
    notes.add(
        "restated",
        restated.rows.len(),
        say!(
            en: "figures of final assessments that the records would give differently today: the results stay",
            zh: "已确定考核中与现有记录不同的数据：结果不变"
        ),
    );
    let tables = vec![results(cx, &all), figures(cx, &all), restated];
    let request = Request { period: Some(month), ..request.clone() };
    let counted = say!(en: "assessments", zh: "考核份数");
    SPEC.report(cx, &request, tables, notes.done_with(all.len(), counted))
}

type All<'b> = [(Row<'b, Member>, Row<'b, Assessment>)];

fn table(name: &str, title: Label, columns: &[(&str, Label, Type)], bars: usize) -> Table {
    let member = ("member", Label::new("member", "成员"), Type::Ref);
    let columns = std::iter::once(&member).chain(columns);
    let columns = columns.map(|(key, label, kind)| Column::new(*key, *label, *kind)).collect();
    Table { name: name.into(), title: title.text(), columns, bars: Some(bars), ..Table::default() }
}

fn of_member(cx: &Cx<'_>, id: &Id) -> Cell {
    Cell::Ref(id.to_string(), cx.book.name_of(Kind::Member, id))
}

/// The name of a result.
pub(super) fn grading(grading: Option<Grading>) -> Cell {
    grading.map_or(Cell::Empty, |it| Cell::Label(it.key().to_owned(), it.label().text()))
}

fn status(status: AssessmentStatus) -> Cell {
    Cell::Label(status.key().to_owned(), status.label().text())
}

fn criterion(criterion: Criterion) -> Cell {
    Cell::Label(criterion.key().to_owned(), criterion.label().text())
}

fn results(cx: &Cx<'_>, all: &All<'_>) -> Table {
    let columns = [
        ("total", Label::new("total", "总分"), Type::Money),
        ("result", Label::new("result", "结果"), Type::Text),
        ("status", Label::new("status", "状态"), Type::Text),
        ("lacking", Label::new("lacking", "缺少"), Type::Text),
    ];
    let row = |(member, row): &(Row<'_, Member>, Row<'_, Assessment>)| {
        let it = row.record;
        let total = it.total.or_else(|| assessment::total(it));
        let lacking = assessment::lacking(it);
        let keys: Vec<&str> = lacking.iter().map(|it| it.key()).collect();
        let names = |pick: fn(Label) -> &'static str, apart: &str| {
            lacking.iter().map(|it| pick(it.label())).collect::<Vec<_>>().join(apart)
        };
        let (en, zh) = (names(|label| label.en, ", "), names(|label| label.zh, "、"));
        let cells = vec![
            of_member(cx, member.id),
            cell::figure(total),
            grading(it.result),
            status(it.status()),
            Cell::Label(keys.join(" "), say!(en: "{en}", zh: "{zh}")),
        ];
        Line { cells, records: vec![row.erase().reference()] }
    };
    let title = Label::new("results", "考核结果");
    Table { rows: all.iter().map(row).collect(), ..table("results", title, &columns, 1) }
}

fn figures(cx: &Cx<'_>, all: &All<'_>) -> Table {
    let columns = [
        ("criterion", Label::new("criterion", "考核项目"), Type::Text),
        ("weight", Label::new("weight %", "权重 %"), Type::Money),
        ("figures", Label::new("figures", "数据"), Type::Text),
        ("score", Label::new("score", "评分"), Type::Int),
        ("counts", Label::new("counts", "得分率"), Type::Rate),
        ("points", Label::new("points", "得分"), Type::Money),
    ];
    let rows = all.iter().flat_map(|(member, row)| {
        let it = row.record;
        assessment::weights(it).into_iter().map(move |(of, weight)| {
            let value = assessment::value(it, of);
            let points = assessment::points(it, (of, weight));
            let cells = vec![
                of_member(cx, member.id),
                criterion(of),
                Cell::Figure(weight),
                behind(it, of),
                assessment::score(it, of).map_or(Cell::Empty, Cell::Int),
                cell::figure(value),
                cell::figure(points),
            ];
            Line { cells, records: vec![row.erase().reference()] }
        })
    });
    let title = Label::new("how the totals came about", "总分的由来");
    Table { rows: rows.collect(), ..table("figures", title, &columns, 5) }
}

// `sales amount 280000 / 300000; orders 2 / 3`
fn behind(it: &Assessment, of: Criterion) -> Cell {
    let mut en = Vec::new();
    let mut zh = Vec::new();
    for line in it.lines.iter().filter(|line| line.criterion == of) {
        let (Some(kpi), Some(actual)) = (line.kpi, line.actual) else { continue };
        let target = line.target.map(|target| format!(" / {target}")).unwrap_or_default();
        en.push(format!("{} {actual}{target}", kpi.label().en));
        zh.push(format!("{} {actual}{target}", kpi.label().zh));
    }
    let key = en.join("; ");
    let (en, zh) = (key.clone(), zh.join("；"));
    Cell::Label(key, say!(en: "{en}", zh: "{zh}"))
}

fn restated(cx: &Cx<'_>, all: &All<'_>, month: Period) -> Table {
    let columns = [
        ("criterion", Label::new("criterion", "考核项目"), Type::Text),
        ("kpi", Label::new("indicator", "指标"), Type::Text),
        ("frozen", Label::new("as decided", "确定时"), Type::Money),
        ("now", Label::new("by the records now", "按现有记录"), Type::Money),
    ];
    let title = Label::new("final figures that would differ today", "已确定考核与现有记录的差异");
    let mut table = table("restated", title, &columns, 3);
    let done: Vec<_> = all.iter().filter(|(_, row)| row.record.is_final()).collect();
    let is_month = Span::of(month).is_some_and(|span| span == Span::month(month.from()));
    if done.is_empty() || !is_month {
        return table;
    }
    let (figures, targets) = (Figures::new(cx.book, cx.as_of), Targets::new(cx.book));
    for (member, row) in done {
        let Some(scheme) = row.record.table else { continue };
        let now = compile::lines(cx.book, &figures, &targets, (member.id, scheme), month);
        // What was complete then is not known any more.
        let is_known = |line: &&crate::model::assessment::Line| {
            line.kpi.is_some_and(|kpi| kpi != Kpi::TagQuality)
        };
        for line in row.record.lines.iter().filter(is_known) {
            let same = |it: &&crate::model::assessment::Line| {
                (it.criterion, it.kpi) == (line.criterion, line.kpi)
            };
            let today = now.iter().find(same).and_then(|it| it.actual);
            if today == line.actual {
                continue;
            }
            let kpi = line.kpi.map(|kpi| (kpi.key().to_owned(), kpi.label().text()));
            let cells = vec![
                of_member(cx, member.id),
                criterion(line.criterion),
                kpi.map_or(Cell::Empty, |(key, label)| Cell::Label(key, label)),
                cell::figure(line.actual),
                cell::figure(today),
            ];
            table.rows.push(Line { cells, records: vec![row.erase().reference()] });
        }
    }
    table
}
