//! Books of plans: the same as if the tree were listed anew, without doing so.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::id;
use crate::base::change::Change;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::model::Customer;
use crate::store::{Listing, Memory, Overlay, Tree};

/// A tree that counts how often it is listed.
struct Listed {
    files: Memory,
    lists: AtomicUsize,
}

impl Tree for Listed {
    fn list(&self) -> io::Result<Listing> {
        self.lists.fetch_add(1, Ordering::Relaxed);
        self.files.list()
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.files.read(path)
    }
}

const FILES: &[(&str, &str)] = &[
    ("salesops.toml", "lang = \"en\"\n"),
    ("calendar/2026.yaml", "year: 2026\noff: []\n"),
    ("custmers/x.yaml", "name: X\n"),
    ("customers/acme.yaml", "name: Acme\n"),
    ("customers/north/acme.yaml", "name: Acme again\n"),
    ("customers/beta.yaml", "name: Beta\n"),
    ("members/li-wei.yaml", "name: 李伟\n"),
];

fn change(path: &str, after: Option<&str>) -> Change {
    Change { path: path.into(), before: None, after: after.map(|text| text.as_bytes().to_vec()) }
}

fn told(book: &Book<'_>) -> String {
    let mut told = format!("{:?} {:?}", book.policy().lang(), book.misplaced());
    for kind in Kind::ALL {
        for row in book.rows(kind) {
            told.push_str(&format!("\n{} {} {}", row.reference(), row.path, row.name(book)));
        }
        told.push_str(&format!("{:?}", book.faults(kind)));
    }
    told
}

// How often the tree was listed for the plan.
fn same_as_anew(changes: &[Change]) -> usize {
    let files = Memory::new(FILES.iter().copied());
    let tree = Listed { files, lists: AtomicUsize::new(0) };
    let book = Book::open(&tree).unwrap();
    assert!(book.get::<Customer>("acme").is_some());
    let planned = changes.iter().map(|change| (change.path.clone(), change.after.clone()));
    let overlay = Overlay::new(&tree, planned);
    let lists = tree.lists.load(Ordering::Relaxed);
    let after = book.planned(&overlay, changes).unwrap();
    let lists = tree.lists.load(Ordering::Relaxed) - lists;
    assert_eq!(told(&after), told(&Book::open(&overlay).unwrap()), "{changes:?}");
    lists
}

#[test]
fn a_plan_over_records_needs_no_second_listing() {
    for changes in [
        vec![],
        vec![change("customers/acme.yaml", Some("name: Acme Tools\n"))],
        vec![change("customers/acme.yaml", Some("colour: red\n"))],
        vec![
            change("customers/zeta.yaml", Some("name: Zeta\n")),
            change("customers/a/alpha.yaml", Some("name: Alpha\n")),
            change("activities/2026/11/act-1x.yaml", Some("type: call\non: 2026-11-21\n")),
            change("members/li-wei.yaml", Some("name: Li Wei\n")),
        ],
    ] {
        assert_eq!(same_as_anew(&changes), 0, "{changes:?}");
    }
}

#[test]
fn any_other_plan_lists_the_tree() {
    for changes in [
        vec![change("salesops.toml", Some("lang = \"zh\"\n"))],
        vec![change("calendar/2026.yaml", Some("year: 2026\n"))],
        vec![change("customers/acme.yaml", None)],
        vec![change("customers/south/beta.yaml", Some("name: Beta\n"))],
        vec![change("custmers/y.yaml", Some("name: Y\n"))],
        vec![change("customers/no id.yaml", Some("name: Y\n"))],
        vec![change("customers/gamma.yml", Some("name: Y\n"))],
        vec![
            change("customers/a/twice.yaml", Some("name: One\n")),
            change("customers/b/twice.yaml", Some("name: Two\n")),
        ],
    ] {
        assert_eq!(same_as_anew(&changes), 1, "{changes:?}");
    }
}

#[test]
fn activities_are_those_of_the_deal_or_of_the_customer_alone() {
    let tree = Memory::new([
        (
            "activities/a-1.yaml",
            "type: call\non: 2026-11-01\ncustomer: acme\nopportunity: acme-1\n",
        ),
        ("activities/a-2.yaml", "type: call\non: 2026-11-02\ncustomer: acme\n"),
        ("activities/a-3.yaml", "type: call\non: 2026-11-03\n"),
        ("activities/a-4.yaml", "type: call\non: 2026-11-04\nopportunity: acme-1\n"),
    ]);
    let book = Book::open(&tree).unwrap();
    let of = |kind, about: &str| -> Vec<String> {
        book.activities_of(kind, &id(about)).map(|row| row.id.to_string()).collect()
    };
    assert_eq!(of(Kind::Opportunity, "acme-1"), ["a-1", "a-4"]);
    assert_eq!(of(Kind::Customer, "acme"), ["a-2"]);
    assert_eq!(of(Kind::Customer, "beta"), [""; 0]);
}
