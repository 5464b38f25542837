//! The pipeline of a seller of computer hardware, by the mappings that salesops ships.
#![expect(clippy::disallowed_methods, reason = "tables and mappings are no files of a book")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::base::change::Change;
use crate::base::date::{Date, Instant};
use crate::base::kind::Kind;
use crate::book::Book;
use crate::exchange::import::{Context, Plan, Source, plan};
use crate::exchange::mapping::Mapping;
use crate::exchange::sheet::{self, File, Sheet};
use crate::model::common::Outcome;
use crate::model::{Customer, Member, Opportunity, Product, TagDefinition};
use crate::store::Memory;

const TABLES: [(&str, &str, Kind); 4] = [
    ("teams", "sales_teams.csv", Kind::Member),
    ("products", "products.csv", Kind::Product),
    ("accounts", "accounts.csv", Kind::Customer),
    ("pipeline", "sales_pipeline.csv", Kind::Opportunity),
];

fn tables() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("../shared/data/maven_crm_central");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: {} is not here", folder.display());
    None
}

fn mapping(name: &str) -> Mapping {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("examples/import/maven_crm").join(format!("{name}.toml"));
    Mapping::parse(&fs::read_to_string(path).unwrap()).unwrap()
}

fn sheet(text: &str) -> Sheet {
    sheet::read(&File { bytes: text.as_bytes(), ..File::default() }).unwrap()
}

fn import(memory: &mut Memory, name: &str, text: &str, file_name: &str, kind: Kind) -> Plan {
    let cx = Context {
        today: Date::parse_iso("2026-11-21").unwrap(),
        now: Instant::parse("2026-11-21T09:00:00+08:00").unwrap(),
        by: None,
        constants: &[],
    };
    let made = {
        let book = Book::open(memory).unwrap();
        let sheet = sheet(text);
        plan(&book, kind, &mapping(name), &Source { file_name, sheet: &sheet }, &cx).unwrap()
    };
    for Change { path, after, .. } in &made.changes {
        memory.insert(path, after.clone().unwrap());
    }
    made
}

fn import_all(folder: &Path, memory: &mut Memory) -> Vec<Plan> {
    let each = TABLES.into_iter().map(|(name, file, kind)| {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        import(memory, name, &text, file, kind)
    });
    each.collect()
}

/// The book after the four imports, made once, and their plans.
static IMPORTED: LazyLock<Option<(Memory, Vec<Plan>)>> = LazyLock::new(|| {
    let mut memory = Memory::default();
    let plans = import_all(&tables()?, &mut memory);
    Some((memory, plans))
});

fn aliases(plan: &Plan) -> Vec<(&str, &str, usize)> {
    plan.aliases.iter().map(|used| (&*used.from, &*used.to, used.rows)).collect()
}

#[test]
fn every_row_becomes_a_record() {
    let Some((memory, plans)) = &*IMPORTED else { return };
    assert!(plans.iter().all(|plan| plan.refusals.is_empty()), "{:?}", plans[3].refusals.first());
    let created: Vec<usize> = plans.iter().map(|plan| plan.created).collect();
    assert_eq!(created, [35, 7, 85, 3512]);
    assert_eq!(plans[0].also_created, [(Kind::Member, 6)]);
    assert_eq!(
        aliases(&plans[2]),
        [("Philipines", "Philippines", 1), ("technolgy", "technology", 12)]
    );
    assert_eq!(aliases(&plans[3]), [("GTXPro", "GTX Pro", 528)]);

    let book = Book::open(memory).unwrap();
    for kind in Kind::ALL {
        assert!(book.faults(kind).is_empty(), "{:?}", book.faults(kind).first());
    }
    assert_eq!(book.iter::<Member>().count(), 41);
    let managed = book.iter::<Member>().filter(|row| row.record.reports_to.is_some());
    assert_eq!(managed.count(), 35);
    assert_eq!(book.iter::<Product>().count(), 7);
    assert_eq!(book.iter::<Customer>().count(), 85);
    assert_eq!(book.iter::<Customer>().filter(|row| row.record.parent.is_some()).count(), 15);
    assert_eq!(book.iter::<Opportunity>().count(), 3512);
    let homeless = book.iter::<Opportunity>().filter(|row| row.record.customer.is_none());
    assert_eq!(homeless.count(), 611);
}

#[test]
fn the_figures_of_the_table_hold() {
    let Some((memory, _)) = &*IMPORTED else { return };
    let book = Book::open(memory).unwrap();
    let count = |outcome: Outcome| {
        book.iter::<Opportunity>().filter(|row| row.record.outcome() == outcome).count()
    };
    assert_eq!((count(Outcome::Won), count(Outcome::Lost), count(Outcome::Open)), (1629, 975, 908));
    let won = book.iter::<Opportunity>().filter(|row| row.record.outcome() == Outcome::Won);
    let units = won.map(|row| row.record.closed.as_ref().unwrap().amount.unwrap().units());
    assert_eq!(units.sum::<i128>(), 3_346_293);
    for row in book.iter::<Opportunity>() {
        let deal = row.record;
        let stage = deal.moves.iter().filter_map(|step| step.stage.as_deref()).next_back();
        assert!(stage.is_none_or(|stage| *stage == *deal.stage), "{}", row.id);
        assert_eq!(deal.closed.is_some(), deal.outcome() != Outcome::Open, "{}", row.id);
    }
}

#[test]
fn a_deal_reads_as_the_table_tells_it() {
    let Some((memory, _)) = &*IMPORTED else { return };
    let book = Book::open(memory).unwrap();
    let deal = book.iter::<Opportunity>().find(|row| {
        row.record.imported.as_ref().is_some_and(|imported| imported.key == "1C1I7A6R")
    });
    let deal = deal.unwrap();
    assert!(deal.path.starts_with("opportunities/2016/cancity-"), "{}", deal.path);
    let expected = "\
customer: cancity

stage: contract
outcome: won

amount: 1054
currency: USD
lines:
  - product: gtx-plus-basic

owner: moses-frase
moves:
  - {on: 2016-10-20, by: moses-frase, stage: interested}
  - {on: 2017-03-01, by: moses-frase, stage: contract, outcome: won}
closed: {on: 2017-03-01, by: moses-frase, owner: moses-frase, amount: 1054, currency: USD}
entered: {at: 2026-11-21T09:00:00+08:00}
imported: {from: sales_pipeline.csv, key: 1C1I7A6R, on: 2026-11-21}
";
    assert_eq!(book.text(deal.path).unwrap(), expected);
    let acme = book.get::<Customer>("acme").unwrap().record;
    assert_eq!(acme.metrics.as_ref().unwrap().revenue.unwrap().to_string(), "1100040000");
    assert_eq!(acme.tags.values("sector"), ["technology"]);
    assert_eq!(
        book.get::<Customer>("bluth").unwrap().record.parent.as_deref().unwrap().as_ref(),
        "acme"
    );
}

#[test]
fn a_second_import_changes_nothing() {
    let (Some(folder), Some((memory, _))) = (tables(), &*IMPORTED) else { return };
    let mut memory = memory.clone();
    for (plan, rows) in import_all(&folder, &mut memory).iter().zip([35, 7, 85, 3512]) {
        assert!(plan.changes.is_empty(), "{:?}", plan.changes.first());
        assert_eq!((plan.created, plan.updated, plan.unchanged), (0, 0, rows));
        assert!(plan.refusals.is_empty() && plan.also_created.is_empty());
    }
}

#[test]
fn the_same_import_gives_the_same_bytes() {
    let (Some(folder), Some((_, first))) = (tables(), &*IMPORTED) else { return };
    let again = import_all(&folder, &mut Memory::default());
    let changes = |plans: &[Plan]| {
        plans.iter().flat_map(|plan| plan.changes.clone()).collect::<Vec<Change>>()
    };
    assert!(changes(first) == changes(&again));
}

#[test]
fn without_the_alias_the_product_is_refused_with_a_suggestion() {
    let (Some(folder), Some((memory, _))) = (tables(), &*IMPORTED) else { return };
    let source = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/import/maven_crm/pipeline.toml"),
    );
    let bare = source.unwrap().replace("aliases = { GTXPro = \"GTX Pro\" }\n", "");
    let text = fs::read_to_string(folder.join("sales_pipeline.csv")).unwrap();
    let cx = Context {
        today: Date::parse_iso("2026-11-21").unwrap(),
        now: Instant::parse("2026-11-21T09:00:00+08:00").unwrap(),
        by: None,
        constants: &[],
    };
    let book = Book::open(memory).unwrap();
    let sheet = sheet(&text);
    let source = Source { file_name: "sales_pipeline.csv", sheet: &sheet };
    let plan =
        plan(&book, Kind::Opportunity, &Mapping::parse(&bare).unwrap(), &source, &cx).unwrap();
    assert_eq!((plan.refusals.len(), plan.unchanged), (528, 3512 - 528));
    assert_eq!(plan.refusals[0].line, 3);
    assert!(plan.refusals[0].reason.en.contains("did you mean `GTX Pro`?"));
}

#[test]
fn the_tags_of_the_mappings_are_defined() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/import/maven_crm");
    let mut memory = Memory::default();
    for entry in fs::read_dir(folder.join("tags")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        memory.insert(&format!("tags/{name}"), fs::read(&path).unwrap());
    }
    let book = Book::open(&memory).unwrap();
    assert!(book.faults(Kind::Tag).is_empty(), "{:?}", book.faults(Kind::Tag));
    assert!(book.misplaced().is_empty());
    let defined: BTreeSet<String> =
        book.iter::<TagDefinition>().map(|row| row.id.to_string()).collect();
    let mut used = BTreeSet::new();
    for (name, _, kind) in TABLES {
        let mapping = mapping(name);
        let targets = mapping.main.columns.iter().flat_map(|column| &column.targets);
        let tags = targets.filter(|target| target.route.head() == Some("tags"));
        used.extend(tags.map(|target| {
            let (_, key) = target.route.split_last().unwrap();
            format!("{}.{key}", kind.key())
        }));
    }
    assert_eq!(defined, used);
}
