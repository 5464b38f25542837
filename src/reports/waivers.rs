//! Waivers: which gates were passed without what they ask for, by whom and why (OPS-1.3.4).

use super::notes::Notes;
use super::{Cx, ReportSpec, Request};
use crate::base::date::Date;
use crate::base::field::{Fields, View};
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::facts::steps;
use crate::flow::gates;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "waivers",
    label: Label::new("waivers", "豁免"),
    aliases: &["关卡豁免", "豁免记录"],
    doc: Label::new(
        "Gates that were passed in the period without what they ask for, as the moves of records of any \
         kind say: who waived, and why. The first is the latest. A query chooses opportunities, and \
         leaves records of other kinds out.",
        "期间内被豁免的关卡，依据各类记录的变动：由谁豁免、原因是什么；最近的在前。条件用于筛选销售机会，使用时不列其他记录。",
    ),
    kinds: &Kind::ALL,
    clauses: &["OPS-1.3.4"],
    only: Some(&[]),
    over: Kind::Opportunity,
    run,
    ..ReportSpec::OF_DEALS
};

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let mut found = Vec::new();
    for kind in Kind::ALL.into_iter().filter(|kind| kind.field("moves").is_some()) {
        if !query.is_empty() && kind != SPEC.over {
            continue;
        }
        for row in cx.book.rows(kind) {
            if !query.is_empty() && !query.fits(cx.book, row) {
                continue;
            }
            found.extend(steps::waived(row).filter_map(|it| waiver(cx, request, row, it)));
        }
    }
    found.sort_by(|(a, _), (b, _)| b.cmp(a));
    let rows: Vec<Row> = found.into_iter().map(|(_, row)| row).collect();
    let mut notes = Notes::default();
    notes.unreadable(cx, SPEC.kinds);
    let n = rows.len();
    let counted = say!(en: "gates waived", zh: "被豁免的关卡");
    SPEC.report(cx, request, vec![table(rows)], notes.done_with(n, counted))
}

// A waiver with its day, where it is of the period.
fn waiver(
    cx: &Cx<'_>,
    request: &Request,
    record: AnyRow<'_>,
    (step, name): (&dyn Fields, &str),
) -> Option<(Option<Date>, Row)> {
    let on = match step.get("on") {
        View::Date(on) => Some(on),
        _ => None,
    };
    let is_there = on.is_none_or(|on| on <= cx.as_of)
        && request.period.is_none_or(|period| on.is_some_and(|on| period.contains(on)));
    if !is_there {
        return None;
    }
    let gate = gates::find(name);
    let cells = vec![
        on.map_or(Cell::Empty, Cell::Date),
        Cell::Ref(record.reference(), record.name(cx.book)),
        match gate {
            Some(gate) => Cell::Label(name.to_owned(), gate.label.text()),
            None => Cell::Text(name.to_owned()),
        },
        match step.get("by") {
            View::Ref(kind, id) => Cell::Ref(id.to_string(), cx.book.name_of(kind, id)),
            _ => Cell::Empty,
        },
        match step.get("reason") {
            View::Text(why) => Cell::Text(why.to_owned()),
            _ => Cell::Empty,
        },
        Cell::Text(gate.map_or_else(String::new, |gate| gate.clauses.join(", "))),
    ];
    Some((on, Row { cells, records: vec![record.reference()] }))
}

fn table(rows: Vec<Row>) -> Table {
    let columns = [
        ("on", Label::new("on", "日期"), Type::Date),
        ("record", Label::new("record", "记录"), Type::Ref),
        ("gate", Label::new("gate", "关卡"), Type::Text),
        ("by", Label::new("by", "豁免人"), Type::Ref),
        ("reason", Label::new("reason", "原因"), Type::Text),
        ("clauses", Label::new("clauses", "条款"), Type::Text),
    ];
    let columns = columns.map(|(key, label, kind)| Column::new(key, label, kind)).to_vec();
    let title = Label::new("gates waived", "被豁免的关卡").text();
    Table { name: "waivers".into(), title, columns, rows, ..Table::default() }
}
