//! What is read, and when; files that are not what they should be.

use std::io;
use std::sync::Mutex;

use super::open;
use crate::base::kind::Kind;
use crate::book::{Book, Found, Wanted};
use crate::model::{Customer, Member, Opportunity};
use crate::store::{Listing, Memory, Tree};

/// A tree that notes which files are read.
struct Counting {
    files: Memory,
    reads: Mutex<Vec<String>>,
}

impl Counting {
    fn new(files: &[(&str, &str)]) -> Counting {
        Counting { files: Memory::new(files.iter().copied()), reads: Mutex::default() }
    }

    /// The files read since the last call, sorted.
    fn reads(&self) -> Vec<String> {
        let mut reads = std::mem::take(&mut *self.reads.lock().unwrap());
        reads.sort();
        reads
    }
}

impl Tree for Counting {
    fn list(&self) -> io::Result<Listing> {
        self.files.list()
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.reads.lock().unwrap().push(path.to_owned());
        self.files.read(path)
    }
}

const FILES: &[(&str, &str)] = &[
    ("salesops.toml", "lang = \"en\"\n"),
    ("calendar/2026.yaml", "year: 2026\noff: []\n"),
    ("members/li-wei.yaml", "name: 李伟\n"),
    ("customers/acme.yaml", "name: Acme\nowner: li-wei\n"),
    ("customers/beta.yaml", "name: Beta\n"),
    ("opportunities/2026/acme-1.yaml", "customer: acme\nstage: potential\n"),
];

const NONE: [&str; 0] = [];

#[test]
fn a_book_reads_what_it_is_asked_for_and_once() {
    let tree = Counting::new(FILES);
    let book = Book::open(&tree).unwrap();
    assert_eq!(tree.reads(), ["salesops.toml"]);
    assert_eq!(book.get::<Customer>("acme").unwrap().record.name, "Acme");
    assert_eq!(tree.reads(), ["customers/acme.yaml"]);
    assert_eq!(book.iter::<Customer>().count(), 2);
    assert_eq!(tree.reads(), ["customers/beta.yaml"], "the other one is known");
    assert_eq!(book.iter::<Customer>().count() + book.rows(Kind::Customer).len(), 4);
    assert!(book.get::<Member>("nobody").is_none());
    assert_eq!(tree.reads(), NONE);
    book.calendar();
    assert_eq!(tree.reads(), ["calendar/2026.yaml"]);
}

#[test]
fn ids_paths_and_counts_read_nothing() {
    let tree = Counting::new(FILES);
    let book = Book::open(&tree).unwrap();
    tree.reads();
    let ids: Vec<&str> = book.ids(Kind::Customer).into_iter().map(|id| &**id).collect();
    assert_eq!((ids.as_slice(), book.count()), (["acme", "beta"].as_slice(), 4));
    assert!(book.has(Kind::Member, "li-wei") && !book.has(Kind::Member, "acme"));
    assert_eq!(book.path(Kind::Opportunity, "acme-1"), Some("opportunities/2026/acme-1.yaml"));
    assert!(book.misplaced().is_empty());
    for typed in ["customer/acme", "acme", "be"] {
        let wanted = Wanted { kinds: &[Kind::Customer], me: None };
        assert!(matches!(book.find(typed, wanted), Found::One(..)), "{typed}");
    }
    assert_eq!(tree.reads(), NONE);
    // A name is looked for among the kinds that are wanted.
    book.find("Beta", Wanted { kinds: &[Kind::Customer], me: None });
    assert_eq!(tree.reads(), ["customers/acme.yaml", "customers/beta.yaml"]);
}

#[test]
fn the_faults_of_one_record_are_those_of_its_file() {
    let tree = Counting::new(&[FILES, &[("customers/odd.yaml", "nam: Odd\n")]].concat());
    let book = Book::open(&tree).unwrap();
    tree.reads();
    let rules: Vec<&str> =
        book.faults_of(Kind::Customer, "odd").iter().map(|fault| fault.rule).collect();
    assert_eq!(rules, ["unknown-key", "missing-key"]);
    assert_eq!(tree.reads(), ["customers/odd.yaml"]);
    let faulty: Vec<&str> =
        book.faults(Kind::Customer).into_iter().map(|(path, ..)| path).collect();
    assert_eq!(faulty, ["customers/odd.yaml"]);
}

#[test]
fn a_record_with_faults_is_read_as_far_as_it_goes() {
    let tree = Memory::new([
        ("customers/acme.yaml", "name: Acme\nsize: enormous\n"),
        ("customers/beta.yaml", "name: [Beta\n"),
        ("customers/gamma.yaml", "name: Gamma\n"),
    ]);
    let book = Book::open(&tree).unwrap();
    let whole: Vec<(&str, bool)> =
        book.iter::<Customer>().map(|row| (&**row.id, row.whole)).collect();
    assert_eq!(whole, [("acme", false), ("gamma", true)]);
    assert!(book.has(Kind::Customer, "beta") && book.get::<Customer>("beta").is_none());
    assert_eq!(book.name_of(Kind::Customer, "beta"), "beta");
    let lenient = Book::open(&tree).unwrap().lenient();
    let left: Vec<&str> = lenient.iter::<Customer>().map(|row| &**row.id).collect();
    assert_eq!(left, ["gamma"]);
}

#[test]
fn the_kind_is_the_top_folder_and_the_id_the_name() {
    let tree = Memory::new([
        ("customers/acme.yaml", "name: Acme\n"),
        ("customers/north/big/beta.yaml", "name: Beta\n"),
        ("customers/notes.txt", "anything\n"),
        ("views/customers/hot.toml", "query: x\n"),
        ("README.md", "# Book\n"),
    ]);
    let book = open(&tree);
    let ids: Vec<&str> = book.ids(Kind::Customer).into_iter().map(|id| &**id).collect();
    assert_eq!(ids, ["acme", "beta"]);
    assert_eq!((book.misplaced().len(), book.count()), (0, 2));
}

#[test]
fn of_two_files_with_one_id_the_first_by_path_is_read() {
    let tree = Memory::new([
        ("customers/b/acme.yaml", "name: Second\n"),
        ("customers/a/acme.yaml", "name: First\n"),
        ("customers/c/acme.yaml", "name: Third\n"),
        ("products/acme.yaml", "name: Another kind\n"),
    ]);
    let book = Book::open(&tree).unwrap();
    assert_eq!(book.get::<Customer>("acme").unwrap().record.name, "First");
    let told: Vec<(&str, &str)> =
        book.misplaced().iter().map(|finding| (&*finding.file, &*finding.message.en)).collect();
    let message = "customer `acme` stands in `customers/a/acme.yaml` already";
    assert_eq!(told, [("customers/b/acme.yaml", message), ("customers/c/acme.yaml", message)]);
}

#[test]
fn misplaced_files_are_told_with_where_they_belong() {
    let tree = Memory::new([
        ("Customers/acme.yaml", "name: Acme\n"),
        ("customer/acme.yaml", "name: Acme\n"),
        ("customers/acme.yml", "name: Acme\n"),
        ("customers/Acme.yaml", "name: Acme\n"),
        ("acme.yaml", "name: Acme\n"),
    ]);
    let book = Book::open(&tree).unwrap();
    let told: Vec<(&str, &str, &str)> = book
        .misplaced()
        .iter()
        .map(|it| (&*it.file, it.rule, it.help.as_ref().map_or("", |help| &*help.en)))
        .collect();
    let folders: Vec<&str> = Kind::ALL.iter().map(|kind| kind.folder()).collect();
    let folders = &format!("records stand in {}", folders.join(", "));
    assert_eq!(
        told,
        [
            ("Customers/acme.yaml", "misplaced-file", "did you mean `customers/`?"),
            ("acme.yaml", "misplaced-file", folders),
            ("customer/acme.yaml", "misplaced-file", "did you mean `customers/`?"),
            (
                "customers/Acme.yaml",
                "bad-id",
                "the file's name is the record's id: lower-case letters, digits and `-`"
            ),
            ("customers/acme.yml", "misplaced-file", "rename it"),
        ]
    );
    assert_eq!(book.count(), 0);
}

#[test]
fn a_book_without_a_policy_has_the_built_in_one() {
    let tree = Memory::new([("customers/acme.yaml", "name: Acme\n")]);
    let book = open(&tree);
    assert_eq!(book.policy().stages().count(), 8);
    assert!(book.policy_faults().is_empty());
}

#[test]
fn people_call_a_record_by_its_name() {
    let tree = Memory::new([
        ("customers/acme.yaml", "name: Acme\n"),
        ("opportunities/acme-1.yaml", "customer: acme\nstage: potential\n"),
        ("opportunities/acme-2.yaml", "customer: acme\nname: ERP\nstage: potential\n"),
        ("opportunities/bare.yaml", "stage: potential\n"),
        ("tags/customer.vip.yaml", "label: {en: VIP, zh: 贵宾}\ntype: yes_no\n"),
    ]);
    let book = open(&tree);
    let name = |kind, id| book.name_of(kind, id);
    assert_eq!(name(Kind::Opportunity, "acme-1"), "Acme");
    assert_eq!(name(Kind::Opportunity, "acme-2"), "ERP");
    assert_eq!(name(Kind::Opportunity, "bare"), "bare");
    assert_eq!(name(Kind::Tag, "customer.vip"), "贵宾");
    assert_eq!(name(Kind::Customer, "gone"), "gone");
    assert_eq!(
        book.get::<Opportunity>("acme-1").unwrap().erase().reference(),
        "opportunity/acme-1"
    );
}
