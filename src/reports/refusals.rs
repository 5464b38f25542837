//! Refusals: what customers objected, what became of it, and what deals were lost for.

use std::collections::BTreeMap;

use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::date::Date;
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::facts::opportunity;
use crate::model::common::Outcome;
use crate::model::{Activity, Opportunity};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "refusals",
    label: Label::new("refusals", "拒绝原因"),
    aliases: &["objections", "异议", "拒绝"],
    doc: Label::new(
        "Objections of activities by their type, with how many are resolved (`resolved_rate` = resolved / \
         objections), beside deals lost for the same reason. The period is of the activity's `on` and of the \
         deal's `closed.on`. The query is over customers; with one, activities and deals without customer are left out.",
        "按类型统计活动中的异议及已化解数（`resolved_rate` = 已化解 / 异议数），并列出因同一原因输掉的机会数。\
         期间依据活动的 `on` 和机会的 `closed.on`。查询条件针对客户；有条件时，没有客户的活动和机会不计入。",
    ),
    kinds: &[Kind::Customer, Kind::Lead, Kind::Opportunity, Kind::Activity],
    clauses: &["DEV-5.12.1", "DEV-5.12.2", "DEV-5.12.3", "DEV-5.12.4", "DEV-5.12.5", "DEV-5.13.4"],
    dimensions: &[],
    only: Some(&[]),
    over: Kind::Customer,
    run,
    ..ReportSpec::OF_DEALS
};

/// What is known of one type of refusal.
#[derive(Default)]
struct Refusals {
    objections: usize,
    resolved: usize,
    lost: usize,
    records: Vec<String>,
}

impl Refusals {
    fn add(&mut self, other: &Refusals) {
        self.objections += other.objections;
        self.resolved += other.resolved;
        self.lost += other.lost;
        self.records.extend(other.records.iter().cloned());
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            cell::count(self.objections),
            cell::count(self.resolved),
            cell::share(self.resolved, self.objections),
            cell::count(self.lost),
        ]
    }
}

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let is_in =
        |on: Date| on <= cx.as_of && request.period.is_none_or(|period| period.contains(on));
    let fits = |customer: Option<&Id>| match customer.and_then(|id| cx.book.any(Kind::Customer, id))
    {
        Some(row) => query.fits(cx.book, row),
        None => query.is_empty(),
    };
    let mut by_type: BTreeMap<Option<String>, Refusals> = BTreeMap::new();
    for row in cx.book.iter::<Activity>().filter(|row| is_in(row.record.on)) {
        if row.record.objections.is_empty() || !fits(customer(cx, row.record)) {
            continue;
        }
        for objection in row.record.objections.iter() {
            let refusals =
                by_type.entry(objection.r#type.as_deref().map(str::to_owned)).or_default();
            refusals.objections += 1;
            refusals.resolved += usize::from(objection.resolved == Some(true));
            refusals.records.push(row.erase().reference());
        }
    }
    for row in cx.book.iter::<Opportunity>() {
        let lost = row.record.outcome() == Outcome::Lost;
        let closed = opportunity::closed_on(row.record).filter(|on| is_in(*on));
        if lost && closed.is_some() && fits(row.record.customer.as_deref()) {
            let reason = row.record.lost_reason.as_deref().map(str::to_owned);
            let refusals = by_type.entry(reason).or_default();
            refusals.lost += 1;
            refusals.records.push(row.erase().reference());
        }
    }
    let untyped = by_type.get(&None).map_or(0, |it| it.objections);
    let counted: usize = by_type.values().map(|it| it.objections).sum();
    let mut notes = Notes::default();
    notes.add(
        "without_type",
        untyped,
        say!(en: "objections without a type: in the row `-`", zh: "未写类型的异议：列在 `-` 行"),
    );
    let notes = notes.done_with(counted, say!(en: "objections counted", zh: "计入的异议"));
    SPEC.report(cx, request, vec![table(cx, &by_type)], notes)
}

fn customer<'b>(cx: &Cx<'b>, activity: &'b Activity) -> Option<&'b Id> {
    match cx.book.with_whom(activity)? {
        (Kind::Customer, id) => Some(id),
        _ => None,
    }
}

fn table(cx: &Cx<'_>, by_type: &BTreeMap<Option<String>, Refusals>) -> Table {
    let columns = vec![
        Column::new("type", Label::new("type", "类型"), Type::Text),
        Column::new("objections", Label::new("objections", "异议"), Type::Int),
        Column::new("resolved", Label::new("resolved", "已化解"), Type::Int),
        Column::new("resolved_rate", Label::new("resolved rate", "化解率"), Type::Rate),
        Column::new("lost", Label::new("deals lost", "输单"), Type::Int),
    ];
    let policy = cx.book.policy();
    let row = |key: &Option<String>, refusals: &Refusals| {
        let head = match key {
            Some(key) => Cell::Label(key.clone(), policy.term(Vocabulary::LostReason, key)),
            None => Cell::Empty,
        };
        let cells = std::iter::once(head).chain(refusals.cells()).collect();
        Row { cells, records: refusals.records.clone() }
    };
    // In the order of the policy, then what it does not know, then what says no type.
    let known: Vec<String> =
        policy.terms(Vocabulary::LostReason).iter().map(|(key, _)| (*key).to_owned()).collect();
    let rank = |key: &Option<String>| match key {
        Some(key) => known.iter().position(|known| known == key).unwrap_or(known.len()),
        None => known.len() + 1,
    };
    let mut groups: Vec<_> = by_type.iter().collect();
    groups.sort_by_key(|it| (rank(it.0), it.0.clone()));
    let rows: Vec<Row> = groups.into_iter().map(|(key, it)| row(key, it)).collect();
    let mut all = Refusals::default();
    by_type.values().for_each(|it| all.add(it));
    let total = (rows.len() > 1).then(|| row(&None, &all));
    let title = Label::new("refusals by type", "各类拒绝原因").text();
    Table { name: "by_type".to_owned(), title, columns, rows, total, bars: Some(1) }
}
