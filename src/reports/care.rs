//! Care: birthdays, anniversaries and festivals that are near, and whether somebody has written.

use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::field::MASK;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::book;
use crate::facts::care::{self, Occasion, What};
use crate::model::Customer;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "care",
    label: Label::new("customer care", "客户关怀"),
    aliases: &["关怀", "birthdays", "生日"],
    doc: Label::new(
        "Birthdays of contacts and anniversaries of customers in the coming `care.lead_days`, and festivals of the \
         policy (`care.festivals`). `done` is the day of an activity of purpose `care` with the customer within \
         `care.lead_days` before the day, or on it. Birthdays are masked unless `--reveal` asks for them. With a \
         period, the days that fall into it. The query is over customers.",
        "未来 `care.lead_days` 天内的联系人生日、客户纪念日，以及制度中的节日（`care.festivals`）。`done` 为该日之前 \
         `care.lead_days` 天内（含当日）目的为 `care` 的活动日期。生日隐去，用 `--reveal` 才显示。写期间时为落在该期间内的日子。\
         查询条件针对客户。",
    ),
    kinds: &[Kind::Member, Kind::Customer, Kind::Lead, Kind::Opportunity, Kind::Activity],
    clauses: &["ITS-7.3.1", "TEL-4.3.4", "DEV-5.8.3"],
    dimensions: &[],
    only: Some(&[]),
    over: Kind::Customer,
    run,
    ..ReportSpec::OF_DEALS
};

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let days = cx.book.policy().care().lead_days;
    let (from, to) = match request.period {
        Some(period) => (period.from(), period.to()),
        None => (cx.as_of, cx.as_of.add_days(days.saturating_add(1))),
    };
    let fits = |row: &book::Row<'_, Customer>| query.fits(cx.book, row.erase());
    let customers: Vec<_> = cx.book.iter::<Customer>().filter(fits).collect();
    let mut days: Vec<(&Id, Occasion<'_>)> = Vec::new();
    for row in &customers {
        days.extend(care::of_customer(row.record, from, to).into_iter().map(|it| (row.id, it)));
    }
    // In the order of hidden days they would show.
    let hidden = |it: &Occasion<'_>| matches!(it.what, What::Birthday(_)) && !cx.reveal;
    days.sort_by_key(|(id, it)| (hidden(it), (!hidden(it)).then_some(it.on), *id));
    let open = days.iter().filter(|(id, it)| care::done(cx.book, id, it.on).is_none()).count();
    let mut notes = Notes::default();
    notes.add("open", open, say!(en: "days that nobody has seen to", zh: "尚未问候的日子"));
    let notes = notes.done_with(days.len(), say!(en: "days listed", zh: "列出的日子"));
    let tables = vec![occasions(cx, &days), festivals(cx, &customers, (from, to))];
    SPEC.report(cx, request, tables, notes)
}

fn occasions(cx: &Cx<'_>, days: &[(&Id, Occasion<'_>)]) -> Table {
    let columns = vec![
        Column::new("on", Label::new("day", "日期"), Type::Text),
        Column::new("customer", Label::new("customer", "客户"), Type::Ref),
        Column::new("occasion", Label::new("occasion", "事由"), Type::Text),
        Column::new("contact", Label::new("contact", "联系人"), Type::Text),
        Column::new("owner", Label::new("owner", "负责人"), Type::Ref),
        Column::new("done", Label::new("done", "已问候"), Type::Date),
    ];
    let rows = days.iter().map(|(id, it)| {
        let owner = cx.book.owner_of(Kind::Customer, id);
        let (what, contact) = match it.what {
            What::Birthday(name) => {
                let label = say!(en: "birthday", zh: "生日");
                (Cell::Label("birthday".to_owned(), label), Cell::Text(name.to_owned()))
            }
            What::Anniversary(what) => (Cell::Text(what.to_owned()), Cell::Empty),
        };
        let is_hidden = matches!(it.what, What::Birthday(_)) && !cx.reveal;
        let on = if is_hidden { MASK.to_owned() } else { it.on.to_string() };
        Row {
            cells: vec![
                Cell::Text(on),
                Cell::Ref(id.to_string(), cx.book.name_of(Kind::Customer, id)),
                what,
                contact,
                owner.map_or(Cell::Empty, |id| {
                    Cell::Ref(id.to_string(), cx.book.name_of(Kind::Member, id))
                }),
                care::done(cx.book, id, it.on).map_or(Cell::Empty, Cell::Date),
            ],
            records: vec![Kind::Customer.reference(id)],
        }
    });
    let title = Label::new("birthdays and anniversaries", "生日与纪念日").text();
    let rows = rows.collect();
    Table { name: "days".to_owned(), title, columns, rows, total: None, bars: None }
}

fn festivals(
    cx: &Cx<'_>,
    customers: &[book::Row<'_, Customer>],
    (from, to): (crate::base::date::Date, crate::base::date::Date),
) -> Table {
    let columns = vec![
        Column::new("on", Label::new("day", "日期"), Type::Date),
        Column::new("festival", Label::new("festival", "节日"), Type::Text),
        Column::new("customers", Label::new("customers", "客户数"), Type::Int),
        Column::new("greeted", Label::new("greeted", "已问候"), Type::Int),
    ];
    let rows = care::festivals(cx.book, from, to).into_iter().map(|(on, key, name)| {
        let is_greeted = |row: &&book::Row<'_, Customer>| care::done(cx.book, row.id, on).is_some();
        let greeted: Vec<_> = customers.iter().filter(is_greeted).collect();
        Row {
            cells: vec![
                Cell::Date(on),
                Cell::Label(key.to_owned(), name),
                cell::count(customers.len()),
                cell::count(greeted.len()),
            ],
            records: greeted.iter().map(|row| row.erase().reference()).collect(),
        }
    });
    let title = Label::new("festivals", "节日").text();
    let rows = rows.collect();
    Table { name: "festivals".to_owned(), title, columns, rows, total: None, bars: None }
}
