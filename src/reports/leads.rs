//! Leads: how many came, from where, and what became of them.

use super::sheet::{self, Measure, Sheet};
use super::tally::{self, Entry};
use super::{Cx, Dimension, ReportSpec, Request, cell};
use crate::base::kind::Kind;
use crate::base::table::{Cell, Report, Type};
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::facts::clock;
use crate::metrics::rate::share;
use crate::model::Lead;
use crate::model::lead::LeadStatus;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "leads",
    label: Label::new("leads", "线索"),
    aliases: &["线索转化"],
    doc: Label::new(
        "Leads received in the period, by `received_at` (else the entry), with what has become of them on record: \
         the cohort of the period, whenever they were converted. `open` are neither converted nor abandoned; \
         `conversion_rate` = converted / n.",
        "统计期间内收到的线索，依据收到时间 `received_at`（否则录入），按记录的现状统计：以收到的时期为一批，不论何时转化。\
         `open` 为既未转化也未放弃；`conversion_rate` = 已转化 / n。",
    ),
    kinds: &[Kind::Member, Kind::Territory, Kind::Tag, Kind::Customer, Kind::Lead],
    clauses: &["OPS-7.2.1", "TAG-5.3.1a", "DEV-PROC-9"],
    dimensions: &[Dimension::Source],
    only: None,
    over: Kind::Lead,
    run,
    ..ReportSpec::OF_DEALS
};

const MEASURES: &[Measure] = &[
    ("n", Label::new("leads", "线索数"), Type::Int),
    ("open", Label::new("open", "进行中"), Type::Int),
    ("converted", Label::new("converted", "已转化"), Type::Int),
    ("abandoned", Label::new("abandoned", "已放弃"), Type::Int),
    ("conversion_rate", Label::new("conversion rate", "转化率"), Type::Rate),
];

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let by = request.by_or(SPEC.dimensions);
    let (entries, notes) =
        tally::entries(cx, query, Kind::Lead, request.period, |row| entry(cx, row));
    let (parts, whole) = tally::parts(cx, &by, &entries, |entry| {
        Some((None, cx.book.get::<Lead>(entry.row.id)?.record.status()))
    });
    let sheet = Sheet {
        name: sheet::name(&by),
        title: sheet::title(SPEC.label, &by),
        by: &by,
        money: false,
        measures: MEASURES,
        bars: "n",
    };
    let table = tally::table(cx, &sheet, &parts, &whole, |all, _| figures(all));
    let counted = say!(en: "leads counted", zh: "计入的线索");
    SPEC.report(cx, request, vec![table], notes.done_with(entries.len(), counted))
}

fn entry<'b>(cx: &Cx<'b>, row: AnyRow<'b>) -> Entry<'b> {
    let lead = cx.book.get::<Lead>(row.id).map(|row| row.record);
    let received =
        lead.and_then(|it| it.received_at.or_else(|| it.entered.as_ref().map(|it| it.at)));
    Entry {
        row,
        owner: lead.and_then(|it| it.owner.as_deref()),
        customer: lead.and_then(|it| it.customer.as_deref()),
        source: lead.and_then(|it| it.source.as_deref()),
        date: received.map(|at| clock::day(cx.book, at)),
    }
}

fn figures(all: &[&LeadStatus]) -> Vec<Cell> {
    let of = |wanted: LeadStatus| all.iter().filter(|status| ***status == wanted).count();
    let (converted, abandoned) = (of(LeadStatus::Converted), of(LeadStatus::Abandoned));
    let rate = i128::try_from(converted).ok().zip(i128::try_from(all.len()).ok());
    vec![
        cell::count(all.len()),
        cell::count(all.len() - converted - abandoned),
        cell::count(converted),
        cell::count(abandoned),
        cell::figure(rate.and_then(|(part, whole)| share(part, whole))),
    ]
}
