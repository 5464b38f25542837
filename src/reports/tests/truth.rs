//! The reports against the published figures of a real book of 3,512 deals, computed elsewhere.

#![expect(clippy::disallowed_methods, reason = "reads the data set, which is no book")]

use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::*;
use crate::base::decimal::Decimal;

const IMPORTED: &str = "2018-01-01";

/// The data set, where this checkout has it.
fn data() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/maven_crm_central");
    if path.join("truth.json").exists() {
        return Some(path);
    }
    eprintln!("skipped: no data set at {}", path.display());
    None
}

fn truth(folder: &Path) -> Json {
    serde_json::from_slice(&std::fs::read(folder.join("truth.json")).unwrap()).unwrap()
}

fn rows(folder: &Path, file: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(folder.join(file)).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn slug(name: &str) -> String {
    let name = if name == "GTXPro" { "GTX Pro" } else { name };
    name.to_lowercase().replace([' ', ',', '.', '&'], "-").trim_matches('-').to_owned()
}

fn convert(folder: &Path) -> Memory {
    let mut tree = Memory::new([("salesops.toml", "currency = \"USD\"\n")]);
    let mut put = |kind: &str, id: &str, text: String| {
        tree.insert(&format!("{kind}/{}.yaml", slug(id)), text.into_bytes());
    };
    for row in rows(folder, "sales_teams.csv") {
        let [agent, manager, office] = &row[..] else { panic!("{row:?}") };
        let boss = slug(manager);
        put("members", manager, format!("name: {manager}\noffice: {office}\n"));
        put("members", agent, format!("name: {agent}\nreports_to: {boss}\noffice: {office}\n"));
    }
    for row in rows(folder, "products.csv") {
        put("products", &row[0], format!("name: {}\n", row[0]));
    }
    for row in rows(folder, "accounts.csv") {
        put("customers", &row[0], format!("name: {:?}\ntags: {{sector: {}}}\n", row[0], row[1]));
    }
    for row in rows(folder, "sales_pipeline.csv") {
        put("opportunities", &format!("x-{}", row[0]), deal(&row));
    }
    tree
}

fn deal(row: &[String]) -> String {
    let [id, agent, product, account, stage, engaged, closed, value] = row else {
        panic!("{row:?}")
    };
    let mut text = format!("owner: {}\nlines: [{{product: {}}}]\n", slug(agent), slug(product));
    if !account.is_empty() {
        text += &format!("customer: {}\n", slug(account));
    }
    text += &format!("imported: {{from: sales_pipeline.csv, key: {id:?}, on: {IMPORTED}}}\n");
    if !engaged.is_empty() {
        text += &format!("moves:\n  - {{on: {engaged}, stage: interested}}\n");
    }
    let close = format!("closed: {{on: {closed}, amount: {value}}}\n");
    text += &match stage.as_str() {
        "Won" => format!(
            "  - {{on: {closed}, stage: contract, outcome: won}}\nstage: contract\noutcome: won\n{close}"
        ),
        "Lost" => format!("stage: interested\noutcome: lost\n{close}"),
        "Engaging" => "stage: interested\n".to_owned(),
        _ => "stage: potential\n".to_owned(),
    };
    text
}

/// The figure of a column in a row.
fn at<'r>(table: &Table, row: &'r Row, key: &str) -> &'r Cell {
    &row.cells[table.columns.iter().position(|column| column.key == key).unwrap()]
}

/// What people call the row: the name of a record, else the value.
fn name(row: &Row) -> &str {
    match &row.cells[0] {
        Cell::Ref(_, name) => name,
        Cell::Label(key, _) if key == "-" => "(none)",
        Cell::Label(key, _) | Cell::Text(key) => key,
        other => panic!("{other:?}"),
    }
}

/// Compares a figure with the published one, by value and without floats.
fn same(found: &Cell, wanted: &Json, what: &str) {
    let number = match found {
        Cell::Empty => None,
        Cell::Int(n) => Some(Decimal::from_int((*n).into())),
        Cell::Figure(figure) => Some(*figure),
        other => panic!("{what}: {other:?}"),
    };
    let published = wanted.as_number().map(|number| Decimal::parse(&number.to_string()).unwrap());
    assert!(wanted.is_number() || wanted.is_null(), "{what}: {wanted}");
    assert_eq!(number, published, "{what}");
}

const FIGURES: [(&str, &str); 5] = [
    ("won", "won"),
    ("lost", "lost"),
    ("amount", "won_value"),
    ("win_rate", "win_rate"),
    ("mean_amount", "avg_won_deal"),
];

#[test]
fn wins_by_every_dimension() {
    let Some(folder) = data() else { return };
    let (tree, truth) = (convert(&folder), truth(&folder));
    let book = open(&tree);
    let dimensions = [
        ("owner", "by_agent"),
        ("manager", "by_manager"),
        ("office", "by_region"),
        ("product", "by_product"),
        ("tags.sector", "by_sector_raw"),
    ];
    for (by, key) in dimensions {
        let report = filtered(&book, "wins", &ask(&[by], ""), IMPORTED, &[]);
        let pipeline = filtered(&book, "pipeline", &ask(&[by, "stage"], ""), IMPORTED, &[]);
        let table = &report.tables[0];
        for (group, wanted) in truth[key].as_object().unwrap() {
            let Some(row) = table.rows.iter().find(|row| name(row) == group) else {
                assert_eq!((&wanted["won"], &wanted["lost"]), (&0.into(), &0.into()), "{group}");
                continue;
            };
            for (column, published) in FIGURES {
                let what = format!("{by} {group} {column}");
                same(at(table, row, column), &wanted[published], &what);
            }
        }
        for (stage, published) in [("interested", "engaging"), ("potential", "prospecting")] {
            for (group, wanted) in truth[key].as_object().unwrap() {
                let fits = |row: &&Row| name(row) == group && cell(&row.cells[1]) == stage;
                let row = pipeline.tables[0].rows.iter().find(fits);
                let none = Cell::Int(0);
                let found = row.map_or(&none, |row| at(&pipeline.tables[0], row, "n"));
                same(found, &wanted[published], &format!("{by} {group} {stage}"));
            }
        }
        assert!(table.rows.len() <= truth[key].as_object().unwrap().len(), "{by}");
    }
}

#[test]
fn wins_overall() {
    let Some(folder) = data() else { return };
    let (tree, truth) = (convert(&folder), truth(&folder));
    let book = open(&tree);
    let report = filtered(&book, "wins", &ask(&["owner"], ""), IMPORTED, &[]);
    let table = &report.tables[0];
    let total = table.total.as_ref().unwrap();
    same(at(table, total, "won"), &truth["by_stage"]["Won"], "won");
    same(at(table, total, "lost"), &truth["by_stage"]["Lost"], "lost");
    same(at(table, total, "win_rate"), &truth["overall_win_rate"], "win rate");
    same(at(table, total, "amount"), &truth["total_won_value"], "value");
    same(at(table, total, "mean_amount"), &truth["avg_won_deal"], "mean");
}

#[test]
fn revenue_by_month_and_quarter() {
    let Some(folder) = data() else { return };
    let (tree, truth) = (convert(&folder), truth(&folder));
    let book = open(&tree);
    for (by, key) in [("month", "won_by_close_month"), ("quarter", "won_by_close_quarter")] {
        let report = filtered(&book, "revenue", &ask(&[by], ""), IMPORTED, &[]);
        let table = &report.tables[0];
        let published = truth[key].as_object().unwrap();
        assert_eq!(table.rows.len(), published.len());
        for (row, (period, wanted)) in table.rows.iter().zip(published) {
            assert_eq!(cell(&row.cells[0]), period.replace('Q', "-q"));
            same(at(table, row, "won"), &wanted["deals"], period);
            same(at(table, row, "amount"), &wanted["value"], period);
        }
    }
    let lost = filtered(&book, "wins", &ask(&["month"], ""), IMPORTED, &[]);
    for row in &lost.tables[0].rows {
        same(at(&lost.tables[0], row, "lost"), &truth["lost_by_close_month"][name(row)], name(row));
    }
}

#[test]
fn cycles_overall_and_by_agent() {
    let Some(folder) = data() else { return };
    let (tree, truth) = (convert(&folder), truth(&folder));
    let book = open(&tree);
    let columns = [
        ("n", "n"),
        ("mean_days", "mean"),
        ("median_days", "median"),
        ("min", "min"),
        ("max", "max"),
    ];
    let report = filtered(&book, "cycle", &ask(&[], ""), IMPORTED, &[]);
    let table = &report.tables[0];
    assert_eq!(table.rows.len(), 3);
    for row in &table.rows {
        for (column, published) in columns {
            let wanted = &truth["cycle_days"][name(row)][published];
            same(at(table, row, column), wanted, &format!("{} {column}", name(row)));
        }
    }
    let report = filtered(&book, "cycle", &ask(&["owner"], ""), IMPORTED, &[]);
    let table = &report.tables[0];
    let won: Vec<&Row> = table.rows.iter().filter(|row| cell(&row.cells[1]) == "won").collect();
    assert_eq!(won.len(), truth["cycle_days_won_by_agent"].as_object().unwrap().len());
    for row in won {
        for (column, published) in &columns[..3] {
            let wanted = &truth["cycle_days_won_by_agent"][name(row)][published];
            same(at(table, row, column), wanted, &format!("{} {column}", name(row)));
        }
    }
}

#[test]
fn open_on_past_days() {
    let Some(folder) = data() else { return };
    let (tree, truth) = (convert(&folder), truth(&folder));
    let book = open(&tree);
    let days = truth["open_as_of"].as_object().unwrap().iter().filter(|(day, _)| *day != "rule");
    for (day, wanted) in days {
        let report = filtered(&book, "pipeline", &ask(&["office"], ""), day, &[]);
        let table = &report.tables[0];
        same(at(table, &table.rows[0], "n"), wanted, day);
    }
    let report = filtered(&book, "funnel", &ask(&[], ""), IMPORTED, &[]);
    let table = &report.tables[0];
    same(at(table, &table.rows[0], "n"), &truth["rows"], "cohort");
}
