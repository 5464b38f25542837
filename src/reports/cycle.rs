//! Cycles: how long deals take from their beginning to their closing.

use super::deal::{Deal, Population};
use super::group::{Part, Place, group};
use super::sheet::{self, Measure, N, Sheet};
use super::{Cx, ReportSpec, Request, cell};
use crate::base::table::{Cell, Column, Report, Row, Type};
use crate::base::text::Label;
use crate::facts::opportunity::{is_undated, opened};
use crate::metrics::days::Days;
use crate::model::common::Outcome;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "cycle",
    label: Label::new("cycle", "销售周期"),
    aliases: &[],
    doc: Label::new(
        "Deals won or lost in the period, by `closed.on`. The cycle is the calendar days from the \
         first move (else the entry) to `closed.on`; a deal that was opened again runs to its last \
         closing. `closed` is won and lost together. `median_days` takes the mean of the two \
         middles; `p75` and `p90` lie on the line between their neighbours.",
        "统计期间内赢单或输单的机会，依据 `closed.on`（关闭日期）。周期为从首次变动（否则录入）到 `closed.on` \
         的自然日数；重新打开过的机会算到最后一次关闭。`closed` 为赢单与输单合计。`median_days` 取中间两数的\
         平均；`p75`、`p90` 在相邻两数间线性取值。",
    ),
    clauses: &["OPS-7.2.1", "DEV-PROC-9"],
    dimensions: &[],
    run,
    ..ReportSpec::OF_DEALS
};

const MEASURES: &[Measure] = &[
    N,
    ("mean_days", Label::new("mean", "平均天数"), Type::Days),
    ("median_days", Label::new("median", "中位天数"), Type::Days),
    ("p75", Label::new("75th percentile", "75 分位"), Type::Days),
    ("p90", Label::new("90th percentile", "90 分位"), Type::Days),
    ("min", Label::new("shortest", "最短"), Type::Days),
    ("max", Label::new("longest", "最长"), Type::Days),
];

/// What a row counts: key, name, outcomes.
const SIDES: [(&str, Label, &[Outcome]); 3] = [
    ("won", Label::new("won", "赢单"), &[Outcome::Won]),
    ("lost", Label::new("lost", "输单"), &[Outcome::Lost]),
    ("closed", Label::new("closed", "已关闭"), &[Outcome::Won, Outcome::Lost]),
];

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let by = request.by_or(SPEC.dimensions);
    let decided = Population::of(cx, query).decided(&[Outcome::Won, Outcome::Lost]);
    let Population { mut deals, mut notes } = decided.dated(request.period, |deal| deal.decided);
    let before = deals.len();
    deals.retain(|deal| cycle(deal).is_some());
    notes.add(
        "no_cycle",
        before - deals.len(),
        say!(
            en: "deals whose beginning only an import dates, or lies after the closing: left out",
            zh: "只有导入日期、或开始晚于关闭的机会：未计入"
        ),
    );
    let groups = group(cx, request, &by, false, &deals);
    notes.grouping(&groups);
    let sheet = Sheet {
        name: sheet::name(&by),
        title: sheet::title(SPEC.label, &by),
        by: &by,
        money: false,
        measures: MEASURES,
        bars: "mean_days",
    };
    let mut table = sheet.empty();
    let outcome = Column::new("outcome", Label::new("outcome", "结果"), Type::Text);
    table.columns.insert(by.len(), outcome);
    table.bars = table.bars.map(|at| at + 1);
    for (place, parts) in &groups.rows {
        table.rows.extend(SIDES.iter().map(|side| row(cx, &sheet, place, parts, side)));
    }
    SPEC.report(cx, request, vec![table], notes.done(deals.len()))
}

fn row(
    cx: &Cx<'_>,
    sheet: &Sheet<'_>,
    place: &Place<'_>,
    parts: &[Part<'_, '_>],
    (key, label, outcomes): &(&str, Label, &[Outcome]),
) -> Row {
    let side = parts.iter().filter(|part| outcomes.contains(&part.deal.outcome()));
    let side: Vec<Part<'_, '_>> = side.copied().collect();
    let mut cells = vec![Cell::Label((*key).to_owned(), label.text())];
    cells.extend(figures(&side));
    sheet.row(cx, place, &side, cells)
}

/// The days from the beginning to the closing that stood on the day of the report.
fn cycle(deal: &Deal<'_>) -> Option<i64> {
    let begun = opened(deal.row.record).filter(|_| !is_undated(deal.row.record))?;
    Some(deal.decided?.days_since(begun)).filter(|days| *days >= 0)
}

fn figures(parts: &[Part<'_, '_>]) -> Vec<Cell> {
    let days: Days = parts.iter().filter_map(|part| cycle(part.deal)).collect();
    vec![
        cell::count(days.count()),
        cell::figure(days.mean()),
        cell::figure(days.median()),
        cell::figure(days.percentile(75)),
        cell::figure(days.percentile(90)),
        cell::days(days.min()),
        cell::days(days.max()),
    ]
}
