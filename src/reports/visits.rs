//! Visit lists: where somebody goes, in the order of the districts.

use std::collections::HashSet;

use super::notes::Notes;
use super::{Cx, ReportSpec, Request};
use crate::base::date::Date;
use crate::base::division;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::facts::stops::{self, Stop};
use crate::facts::{contact, people};
use crate::flow::key::Key;
use crate::model::contact::{Attitude, Contact, DecisionRole};
use crate::model::{Customer, Lead};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "visits",
    label: Label::new("visit list", "拜访清单"),
    aliases: &["visit-list", "拜访计划", "拜访"],
    doc: Label::new(
        "Visits that are planned: next steps whose words say so (`visit.words`), open tasks with an objective, and \
         key customers whose visit falls due (`visit.key_customer_interval_days`) and is not planned. Without a \
         period what is due up to the day, with one what falls into it. By member, day, district (by its code) \
         and hour. `meet` is a decision maker where one is known, else who likes us, else the primary contact. \
         The query is over members: a name, `team:north`.",
        "计划中的拜访：文字表明为拜访的下一步（`visit.words`）、写有目的的未完成任务，以及到期应访\
         （`visit.key_customer_interval_days`）而尚未安排的重点客户。不写期间时为截至当日到期的，写期间则为该期间内的。\
         按成员、日期、行政区划（代码）和时刻排列。`meet` 优先列决策者，其次态度支持者，再次主要联系人。\
         查询条件针对成员：姓名，或 `team:north`。",
    ),
    kinds: &[
        Kind::Member,
        Kind::Customer,
        Kind::Lead,
        Kind::Opportunity,
        Kind::Activity,
        Kind::Task,
    ],
    clauses: &["DEV-5.4.2", "DEV-5.4.3", "TAG-5.1.1a", "OPS-3.4.1", "DEV-5.5.2A", "DEV-5.5.2B"],
    dimensions: &[],
    only: Some(&[]),
    over: Kind::Member,
    run,
    ..ReportSpec::OF_DEALS
};

/// A line of the list.
struct Line<'b> {
    member: Option<&'b Id>,
    on: Date,
    district: Option<&'b str>,
    at: Option<String>,
    whom: (Kind, &'b Id),
    objective: Cell,
    planned_by: Option<String>,
}

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let is_in = |on: Date| match request.period {
        Some(period) => period.contains(on),
        None => on <= cx.as_of,
    };
    let goes = |member: Option<&Id>| match member.and_then(|id| cx.book.any(Kind::Member, id)) {
        Some(row) => query.fits(cx.book, row),
        None => query.is_empty(),
    };
    let planned = stops::all(cx.book);
    let has_stop: HashSet<(Kind, &Id)> = planned.iter().map(|stop| stop.whom).collect();
    let mut lines: Vec<Line<'_>> = planned.iter().map(|stop| of_stop(cx, stop)).collect();
    lines.extend(of_key_customers(cx).into_iter().filter(|line| !has_stop.contains(&line.whom)));
    lines.retain(|line| is_in(line.on) && goes(line.member));
    lines.sort_by(|a, b| {
        let place = |line: &Line<'_>| (line.district.is_none(), line.district.map(str::to_owned));
        (a.member, a.on, place(a), &a.at, a.whom).cmp(&(b.member, b.on, place(b), &b.at, b.whom))
    });
    let nowhere = lines.iter().filter(|line| line.district.is_none()).count();
    let mut notes = Notes::default();
    notes.add(
        "without_district",
        nowhere,
        say!(
            en: "visits whose district is not known: at the end of their day",
            zh: "未知所在区划的拜访：排在当日末尾"
        ),
    );
    let notes = notes.done_with(lines.len(), say!(en: "visits listed", zh: "列出的拜访"));
    SPEC.report(cx, request, vec![table(cx, &lines)], notes)
}

fn of_stop<'b>(cx: &Cx<'b>, stop: &Stop<'b>) -> Line<'b> {
    Line {
        member: stop.member,
        on: stop.on,
        district: district(cx, stop.whom),
        at: stop.at.map(|at| at.to_minute().split(' ').next_back().unwrap_or_default().to_owned()),
        whom: stop.whom,
        objective: Cell::Text(stop.objective.to_owned()),
        planned_by: Some(stop.planned_by.reference()),
    }
}

// Key customers, each on the day on which its next visit falls due.
fn of_key_customers<'b>(cx: &Cx<'b>) -> Vec<Line<'b>> {
    let key = Key::of(cx.book, cx.as_of);
    let days = cx.book.policy().visit().key_customer_interval_days;
    let due = |row: crate::book::Row<'b, Customer>| {
        let last = contact::last_visit(cx.book, Kind::Customer, row.id, cx.as_of);
        let since = last.or_else(|| contact::known_since(cx.book, row.erase()))?;
        let whom = (Kind::Customer, row.id);
        Some(Line {
            member: row.record.owner.as_deref(),
            on: since.checked_add_days(days)?,
            district: district(cx, whom),
            at: None,
            whom,
            objective: Cell::Label(
                "key_customer".to_owned(),
                say!(en: "key customer, visit due", zh: "重点客户，到期应访"),
            ),
            planned_by: None,
        })
    };
    let rows = cx.book.iter::<Customer>().filter(|row| key.is(cx.book, row.erase()));
    rows.filter_map(due).collect()
}

fn district<'b>(cx: &Cx<'b>, (kind, id): (Kind, &Id)) -> Option<&'b str> {
    match kind {
        Kind::Customer => people::customer_division(cx.book.get::<Customer>(id)?.record),
        _ => None,
    }
}

fn table(cx: &Cx<'_>, lines: &[Line<'_>]) -> Table {
    let columns = vec![
        Column::new("member", Label::new("member", "成员"), Type::Ref),
        Column::new("on", Label::new("day", "日期"), Type::Date),
        Column::new("at", Label::new("time", "时刻"), Type::Text),
        Column::new("district", Label::new("district", "区划"), Type::Text),
        Column::new("whom", Label::new("customer", "客户"), Type::Ref),
        Column::new("meet", Label::new("meet", "会见"), Type::Text),
        Column::new("objective", Label::new("objective", "目的"), Type::Text),
        Column::new("last_visit", Label::new("last visit", "上次拜访"), Type::Date),
        Column::new("planned_by", Label::new("planned by", "安排依据"), Type::Text),
    ];
    let rows = lines.iter().map(|line| {
        let (kind, id) = line.whom;
        let last = contact::last_visit(cx.book, kind, id, cx.as_of);
        let member = line
            .member
            .map_or(Cell::Empty, |id| Cell::Ref(id.to_string(), cx.book.name_of(Kind::Member, id)));
        let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
        let mut records = vec![kind.reference(id)];
        records.extend(line.planned_by.clone());
        Row {
            cells: vec![
                member,
                Cell::Date(line.on),
                text(line.at.clone()),
                text(line.district.map(division::code)),
                Cell::Ref(kind.reference(id), cx.book.name_of(kind, id)),
                text(person(cx, kind, id)),
                line.objective.clone(),
                last.map_or(Cell::Empty, Cell::Date),
                text(line.planned_by.clone()),
            ],
            records,
        }
    });
    let title = Label::new("visits", "拜访").text();
    let rows = rows.collect();
    Table { name: "visits".to_owned(), title, columns, rows, total: None, bars: None }
}

// Whom to meet: who decides, else who likes us, else the primary contact.
fn person(cx: &Cx<'_>, kind: Kind, id: &Id) -> Option<String> {
    if kind == Kind::Lead {
        return cx.book.get::<Lead>(id)?.record.contact.as_ref()?.name.clone();
    }
    let rank = |contact: &&Contact| {
        let decides = contact.decision_role == Some(DecisionRole::DecisionMaker);
        let likes = contact.attitude == Some(Attitude::Favourable);
        (!decides, !likes, contact.primary != Some(true))
    };
    let customer = cx.book.get::<Customer>(id)?.record;
    customer.contacts.iter().min_by_key(rank).map(|contact| contact.name.clone())
}
