//! Reports over small books written by hand, and over a real one with known answers.

mod assessment;
mod attainment;
mod care;
mod cycle;
mod data_quality;
mod dimensions;
mod discounts;
mod funnel;
mod orders;
mod people;
mod pipeline;
mod rates;
mod revenue;
mod rewards;
mod satisfaction;
mod scripts;
mod truth;
mod waivers;
mod wins;

use std::collections::BTreeSet;

use super::{Cx, Grouping, REPORTS, Request, find};
use crate::base::date::Date;
use crate::base::kind::Kind;
use crate::base::period::Period;
use crate::base::table::{Cell, Report, Row, Table};
use crate::book::Book;
use crate::policy::clause;
use crate::query::{Asker, Query};
use crate::store::Memory;

/// The people, customers and products that the deals of all tests refer to.
const COMPANY: &[(&str, &str)] = &[
    ("members/boss.yaml", "name: Zhao Min\noffice: Beijing\nteam: head\n"),
    (
        "members/li-wei.yaml",
        "name: 李伟\nreports_to: boss\nteam: north\noffice: Beijing\nterritory: huabei\n",
    ),
    ("members/wang-fang.yaml", "name: 王芳\nreports_to: boss\nteam: south\noffice: Shenzhen\n"),
    ("territories/huabei.yaml", "name: 华北\ndistricts: [\"110000\"]\n"),
    ("territories/huanan.yaml", "name: 华南\ndistricts: [\"440000\"]\n"),
    (
        "customers/acme.yaml",
        "name: Acme\nindustry: I65\nregion: \"440300\"\ntags: {sector: retail}\n",
    ),
    ("customers/beta.yaml", "name: Beta\ntags: {sector: [finance, retail]}\n"),
    ("products/crm.yaml", "name: CRM Suite\n"),
    ("products/erp.yaml", "name: ERP Suite\n"),
    (
        "tags/customer.sector.yaml",
        "label: {en: sector, zh: 行业}\ntype: choice\nvalues:\n  - {key: retail, en: retail trade, zh: 零售}\n",
    ),
];

fn book(deals: &[(&str, &str)]) -> Memory {
    let mut tree = Memory::new(COMPANY.iter().copied());
    for (id, text) in deals {
        tree.insert(&format!("opportunities/{id}.yaml"), text.as_bytes().to_vec());
    }
    tree
}

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn ask(by: &[&str], period: &str) -> Request {
    let tree = Memory::new(COMPANY.iter().copied());
    let period = (!period.is_empty()).then(|| Period::parse(period, day("2026-11-21")).unwrap());
    Request { period, ..Request::default() }
        .grouped(Grouping::parse(&open(&tree), Kind::Opportunity, by).unwrap())
}

fn run(tree: &Memory, name: &str, request: &Request, as_of: &str) -> Report {
    filtered(&open(tree), name, request, as_of, &[])
}

/// The book, whose files must have no faults.
fn open(tree: &Memory) -> Book<'_> {
    let book = Book::open(tree).unwrap();
    for kind in Kind::ALL {
        assert!(book.faults(kind).is_empty(), "{:?}", book.faults(kind));
    }
    book
}

fn filtered(book: &Book<'_>, name: &str, request: &Request, as_of: &str, query: &[&str]) -> Report {
    let as_of = day(as_of);
    let words: Vec<String> = query.iter().map(|word| (*word).to_owned()).collect();
    let asker = Asker { me: None, today: as_of, sure: false };
    let query = Query::parse(book, find(name).unwrap().over, &words, asker).unwrap();
    let report = (find(name).unwrap().run)(&Cx { book, as_of, reveal: false }, request, &query);
    report.tables.iter().for_each(check_shape);
    report
}

/// Every row has a cell for each column, the bars are a column of figures, and every column has a
/// key of its own.
fn check_shape(table: &Table) {
    let keys: BTreeSet<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
    assert_eq!(keys.len(), table.columns.len(), "{keys:?}");
    let widths = table.rows.iter().chain(&table.total).map(|row| row.cells.len());
    assert!(widths.into_iter().all(|width| width == table.columns.len()), "{}", table.name);
    let bars = table.bars.map(|bars| &table.columns[bars]);
    assert!(bars.is_none_or(|column| column.kind.is_figure()), "{}", table.name);
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => "null".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Label(key, _) | Cell::Ref(key, _) => key.clone(),
        Cell::Int(n) => n.to_string(),
        Cell::Figure(figure) => figure.to_string(),
        Cell::Date(date) => date.to_string(),
    }
}

fn line(row: &Row) -> String {
    row.cells.iter().map(cell).collect::<Vec<_>>().join(" ")
}

/// A table as lines: the keys of its columns, its rows, its total after `=`.
fn lines(table: &Table) -> Vec<String> {
    let keys: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
    let rows = table.rows.iter().map(line);
    let total = table.total.iter().map(|row| format!("= {}", line(row)));
    std::iter::once(keys.join(" ")).chain(rows).chain(total).collect()
}

fn notes(report: &Report) -> Vec<String> {
    report.notes.iter().map(|note| format!("{} {}", note.key, note.n)).collect()
}

#[test]
fn every_report_is_found_by_its_names() {
    for spec in REPORTS {
        for name in [spec.name, spec.label.en, spec.label.zh] {
            assert_eq!(find(name).map(|found| found.name), Ok(spec.name), "{name}");
        }
    }
    let refused = find("funel").map(|spec| spec.name).unwrap_err();
    assert_eq!(refused.en, "no report `funel`; did you mean `funnel`?");
    let refused = find("x").map(|spec| spec.name).unwrap_err();
    assert!(
        refused.en.starts_with("no report `x`; there are pipeline, funnel, "),
        "{}",
        refused.en
    );
}

#[test]
fn reports_name_clauses_that_exist() {
    for spec in REPORTS {
        for id in spec.clauses {
            assert!(clause::all().iter().any(|clause| clause.id == *id), "{}: {id}", spec.name);
        }
    }
}

#[test]
fn an_empty_book_has_empty_reports() {
    for spec in REPORTS {
        let report = run(&Memory::default(), spec.name, &Request::default(), "2026-11-21");
        assert!(report.tables.iter().all(|table| table.rows.is_empty()), "{}", spec.name);
        assert_eq!(notes(&report), ["counted 0"], "{}", spec.name);
    }
}
