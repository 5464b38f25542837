//! Call scripts: what comes of calling by each.

use std::collections::BTreeMap;

use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::field::Vocabulary;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::book;
use crate::model::activity::{ActivityType, CallResult};
use crate::model::script::ScriptStatus;
use crate::model::{Activity, Customer, Script};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "scripts",
    label: Label::new("call scripts", "电话话术"),
    aliases: &["话术"],
    doc: Label::new(
        "Calls by the script and version that they name; the period is of their `on`. `connected` \
         are calls that somebody answered (any `call_result` but `no_answer`), `interested` those that ended \
         `interested` or `closed`. `connect_rate` is connected / calls that say how they ended, `interest_rate` \
         interested / connected. The second table says which types of customer have a script in force, where there are customers or scripts of the type; one \
         that names no type is for all. The query is over activities.",
        "按通话所写的话术和版本统计；期间依据通话日期 `on`。`connected` 为有人接听的通话（`call_result` 不是\
         `no_answer`），`interested` 为结果是 `interested` 或 `closed` 的通话。`connect_rate` 为接通数 / 写明结果的通话数，\
         `interest_rate` 为有意向数 / 接通数。第二张表列出有客户或话术的各客户类型是否有有效话术；未写明类型的话术适用于全部。\
         查询条件针对活动。",
    ),
    kinds: &[Kind::Member, Kind::Customer, Kind::Activity, Kind::Script],
    clauses: &["TEL-5.2.2", "TEL-5.2.3"],
    dimensions: &[],
    only: Some(&[]),
    over: Kind::Activity,
    run,
    ..ReportSpec::OF_DEALS
};

type Call<'b> = book::Row<'b, Activity>;

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let is_counted = |row: &Call<'_>| {
        let on = row.record.on;
        row.record.r#type == ActivityType::Call
            && on <= cx.as_of
            && request.period.is_none_or(|period| period.contains(on))
            && query.fits(cx.book, row.erase())
    };
    let calls: Vec<Call<'_>> = cx.book.iter::<Activity>().filter(is_counted).collect();
    let unscripted = calls.iter().filter(|row| row.record.script.is_none()).count();
    let mute = calls.iter().filter(|row| row.record.call_result.is_none()).count();
    let (types, uncovered) = coverage(cx);
    let mut notes = Notes::default();
    notes.add(
        "without_script",
        unscripted,
        say!(en: "calls without a script: in the row `-`", zh: "未写话术的通话：列在 `-` 行"),
    );
    notes.add(
        "without_result",
        mute,
        say!(
            en: "calls that do not say how they ended: in no rate",
            zh: "未写通话结果的通话：不计入比率"
        ),
    );
    notes.add(
        "uncovered",
        uncovered,
        say!(en: "types of customer without a script in force", zh: "没有有效话术的客户类型"),
    );
    let notes = notes.done_with(calls.len(), say!(en: "calls counted", zh: "计入的通话"));
    SPEC.report(cx, request, vec![results(cx, &calls), types], notes)
}

fn results(cx: &Cx<'_>, calls: &[Call<'_>]) -> Table {
    let mut groups: BTreeMap<_, Vec<&Call<'_>>> = BTreeMap::new();
    for row in calls {
        let key = (row.record.script.as_deref(), row.record.script_version);
        groups.entry(key).or_default().push(row);
    }
    let columns = vec![
        Column::new("script", Label::new("script", "话术"), Type::Ref),
        Column::new("version", Label::new("version", "版本"), Type::Int),
        Column::new("calls", Label::new("calls", "通话"), Type::Int),
        Column::new("connected", Label::new("connected", "接通"), Type::Int),
        Column::new("interested", Label::new("interested", "有意向"), Type::Int),
        Column::new("connect_rate", Label::new("connect rate", "接通率"), Type::Rate),
        Column::new("interest_rate", Label::new("interest rate", "意向率"), Type::Rate),
    ];
    let rows = groups.iter().map(|((script, version), calls)| {
        let name =
            |id: &crate::base::id::Id| Cell::Ref(id.to_string(), cx.book.name_of(Kind::Script, id));
        let mut cells =
            vec![script.map_or(Cell::Empty, name), version.map_or(Cell::Empty, Cell::Int)];
        cells.extend(figures(calls));
        Row { cells, records: calls.iter().map(|row| row.erase().reference()).collect() }
    });
    let rows: Vec<Row> = rows.collect();
    let total = (rows.len() > 1).then(|| {
        let all: Vec<&Call<'_>> = calls.iter().collect();
        let mut cells = vec![Cell::Empty, Cell::Empty];
        cells.extend(figures(&all));
        Row { cells, records: calls.iter().map(|row| row.erase().reference()).collect() }
    });
    let title = Label::new("calls by script and version", "各话术版本的通话").text();
    Table { name: "by_script".to_owned(), title, columns, rows, total, bars: Some(2) }
}

fn figures(calls: &[&Call<'_>]) -> Vec<Cell> {
    let count = |is: fn(CallResult) -> bool| {
        calls.iter().filter(|row| row.record.call_result.is_some_and(is)).count()
    };
    let said = count(|_| true);
    let connected = count(|result| result != CallResult::NoAnswer);
    let interested = count(|result| matches!(result, CallResult::Interested | CallResult::Closed));
    vec![
        cell::count(calls.len()),
        cell::count(connected),
        cell::count(interested),
        cell::share(connected, said),
        cell::share(interested, connected),
    ]
}

// The types of customer, how many customers each has, and the scripts in force for it.
fn coverage(cx: &Cx<'_>) -> (Table, usize) {
    let policy = cx.book.policy();
    let mut customers: BTreeMap<&str, usize> = BTreeMap::new();
    for row in cx.book.iter::<Customer>() {
        if let Some(of_type) = row.record.r#type.as_deref() {
            *customers.entry(of_type).or_default() += 1;
        }
    }
    let in_force = |row: &book::Row<'_, Script>| {
        row.record.in_force().is_some() && row.record.status() != ScriptStatus::Retired
    };
    let scripts: Vec<_> = cx.book.iter::<Script>().filter(in_force).collect();
    let columns = vec![
        Column::new("customer_type", Label::new("customer type", "客户类型"), Type::Text),
        Column::new("customers", Label::new("customers", "客户数"), Type::Int),
        Column::new("scripts", Label::new("scripts in force", "有效话术"), Type::Int),
    ];
    let mut uncovered = 0;
    let rows = policy.terms(Vocabulary::CustomerType).into_iter().filter_map(|(key, name)| {
        let fits: Vec<_> = scripts.iter().filter(|row| row.record.is_for(key)).collect();
        let n = customers.get(key).copied().unwrap_or(0);
        uncovered += usize::from(n > 0 && fits.is_empty());
        let records = fits.iter().map(|row| row.erase().reference()).collect();
        let cells =
            vec![Cell::Label(key.to_owned(), name), cell::count(n), cell::count(fits.len())];
        (n > 0 || !fits.is_empty()).then_some(Row { cells, records })
    });
    let rows: Vec<Row> = rows.collect();
    let title = Label::new("scripts by type of customer", "各客户类型的话术").text();
    let name = "by_customer_type".to_owned();
    (Table { name, title, columns, rows, total: None, bars: None }, uncovered)
}
