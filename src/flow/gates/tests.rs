//! Each gate: what it says where something is missing, that its command supplies it, and that it
//! is content where it is there.

mod assessments;
mod audits;
mod cases;
mod money;
mod orders;
mod papers;
mod stages;
mod talks;
mod tickets;
mod visits;

use super::{Check, Deal, GATES, Gate, Missing, Sink, Subject, find};
use crate::actions::{Actor, Plan, assign, grade, log, set};
use crate::base::date::{Date, Instant};
use crate::base::id::{Entropy, Id};
use crate::base::kind::Kind;
use crate::book::{Book, Found, Wanted};
use crate::flow::grading::Grader;
use crate::flow::life::LIVES;
use crate::model::Opportunity;
use crate::store::Memory;

const D: &str = "opportunities/d.yaml";

type Files = &'static [(&'static str, &'static str)];

/// What a gate says of the deal `opportunities/d.yaml`: English, Chinese and the command; and
/// deals with which it is content.
struct Case {
    gate: &'static str,
    lacking: Files,
    says: &'static [[&'static str; 3]],
    content: &'static [Files],
}

const PEOPLE: Files = &[
    ("members/li-wei.yaml", "name: 李伟\n"),
    ("members/wang-fang.yaml", "name: 王芳\n"),
    ("members/zhao-min.yaml", "name: 赵敏\n"),
    ("customers/acme.yaml", "name: Acme\ncontacts:\n  - id: c-1\n    name: 张三\n"),
    ("customers/dealer.yaml", "name: Dealer\ntype: dealer\n"),
    ("products/erp.yaml", "name: ERP\n"),
];

fn day() -> Date {
    Date::parse_iso("2026-11-21").unwrap()
}

fn tree(files: Files) -> Memory {
    Memory::new(PEOPLE.iter().chain(files).copied())
}

/// The deal of the tests.
fn deal<'b>(book: &'b Book<'_>) -> Deal<'b> {
    assert!(book.faults(Kind::Opportunity).is_empty(), "{:?}", book.faults(Kind::Opportunity));
    let row = book.get::<Opportunity>("d").unwrap();
    Deal { book, row, day: day(), wide: true }
}

fn lacks(tree: &Memory, gate: &str) -> Vec<Missing> {
    let book = Book::open(tree).unwrap();
    let mut found = Vec::new();
    let gate = find(gate).unwrap();
    match gate.check {
        Check::Deal(check) => {
            check(
                &deal(&book),
                &mut Sink { gate, reference: &|| "d".to_owned(), found: &mut found },
            );
        }
        Check::Step(check) => {
            let (kind, step) = step_of(gate);
            let row = book.any(kind, &Id::parse("p").unwrap()).unwrap();
            let reference = &|| row.reference();
            let subject = Subject { book: &book, row, day: day(), wide: true, step };
            check(&subject, &mut Sink { gate, reference, found: &mut found });
        }
        Check::Event(_, check) => {
            let row = book.any(Kind::Activity, &Id::parse("p").unwrap()).unwrap();
            let reference = &|| row.reference();
            let subject = Subject { book: &book, row, day: day(), wide: true, step: "log" };
            check(&subject, &mut Sink { gate, reference, found: &mut found });
        }
        Check::Command(_) => panic!("its command has its tests"),
    }
    let of_gate = |lack: &Missing| lack.gate == gate.name && among(&lack.clauses, gate.clauses);
    assert!(found.iter().all(of_gate), "{found:#?}");
    found
}

fn among(clauses: &[&str], all: &[&str]) -> bool {
    clauses.is_empty() == all.is_empty() && clauses.iter().all(|clause| all.contains(clause))
}

// The first step that asks for the gate, and whose it is.
fn step_of(gate: &Gate) -> (Kind, &'static str) {
    let steps = LIVES.iter().flat_map(|life| life.steps.iter().map(|step| (life.kind, step)));
    let mut asking = steps.filter(|(_, step)| step.gates.iter().any(|it| it.name == gate.name));
    let (kind, step) = asking.next().expect("some step asks for it");
    (kind, step.name)
}

fn all() -> impl Iterator<Item = &'static Case> {
    let all = cases::CASES.iter().chain(papers::CASES).chain(talks::CASES);
    let all = all.chain(money::CASES).chain(orders::CASES).chain(tickets::CASES);
    all.chain(visits::CASES).chain(assessments::CASES).chain(audits::CASES)
}

#[test]
fn each_gate_says_what_is_missing_and_is_content_with_it() {
    let mut wrong = String::new();
    for case in all() {
        let found = lacks(&tree(case.lacking), case.gate);
        let found: Vec<[&str; 3]> =
            found.iter().map(|it| [&*it.message.en, &*it.message.zh, &*it.remedy]).collect();
        if found != case.says {
            wrong += &format!("{}: {found:#?}\n", case.gate);
        }
        for files in case.content {
            for lack in lacks(&tree(files), case.gate) {
                wrong += &format!("{} is not content: {}\n", case.gate, lack.message.en);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_gate_has_a_case() {
    assert!(GATES.is_sorted_by(|a, b| a.name < b.name));
    for gate in GATES.iter().filter(|gate| gate.occasion().is_none()) {
        let cases: Vec<&Case> = all().filter(|case| case.gate == gate.name).collect();
        assert!(
            !cases.is_empty() && cases.iter().any(|case| !case.content.is_empty()),
            "{}",
            gate.name
        );
    }
}

struct Counter(u32);

impl Entropy for Counter {
    fn next_u32(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9);
        self.0
    }
}

/// The command with something sensible for what only people know.
fn filled(command: &str, turn: usize) -> String {
    let member = ["li-wei", "wang-fang", "zhao-min"][turn % 3];
    let words = [
        ("GRADE", "B"),
        ("PERCENT", "60%"),
        ("DATE:AMOUNT", "2026-12-31:48万"),
        ("AMOUNT", "48万"),
        ("MEMBER", member),
        ("CONTACT", "c-1"),
        ("CUSTOMER", "acme"),
        ("DATE", "2026-12-31"),
        ("DAYS", "3"),
        ("DEPARTMENT", "tech"),
        ("PRODUCT:QTY:PRICE", "erp:1:48万"),
        ("NAME", "张三"),
        ("PERIOD", "2026-11"),
        ("TEXT", "说明"),
        ("1-5", "4"),
    ];
    words.iter().fold(command.to_owned(), |command, (hole, word)| command.replace(hole, word))
}

fn plan(book: &Book<'_>, command: &str) -> Plan {
    let words: Vec<&str> = command.split(' ').collect();
    let me = Id::parse("li-wei").unwrap();
    let now = Instant::parse("2026-11-21T09:00:00+08:00").unwrap();
    let mut entropy = Counter(7);
    let mut actor = Actor { me: Some(&me), now, today: day(), entropy: &mut entropy };
    let pick = |typed: &str| match book.find(typed, Wanted { kinds: &Kind::ALL, me: None }) {
        Found::One(kind, id) => (kind, id),
        other => panic!("{command}: {other:?}"),
    };
    match &words[..] {
        ["salesops", "set", reference, fields @ ..] => {
            let fields: Vec<_> = fields.iter().map(|it| assign::parse(it).unwrap()).collect();
            let (kind, id) = pick(reference);
            set::plan(book, &mut actor, kind, &id, &fields)
        }
        ["salesops", "grade", reference] => {
            let (kind, id) = pick(reference);
            let grader = Grader::new(book, day(), kind).unwrap();
            grade::plan(book, &actor, &grader, (kind, &id), None).map(|graded| graded.plan)
        }
        ["salesops", "log", how, reference, content] => {
            let (kind, id) = pick(reference);
            let (how, content) = ((*how).to_owned(), (*content).to_owned());
            let entry = log::Entry { kind: how, content, ..log::Entry::default() };
            log::plan(book, &mut actor, (kind, &id), &entry)
        }
        _ => panic!("no such command: {command}"),
    }
    .unwrap_or_else(|why| panic!("{command}: {why:?}"))
}

#[test]
fn the_commands_supply_what_is_missing() {
    // New records, steps and verdicts are tested with the actions: they ask for more than a gate does.
    let supplied = |case: &&Case| {
        let mut verbs = case.says.iter().map(|[.., remedy]| remedy.split(' ').nth(1));
        verbs.all(|verb| matches!(verb, Some("set" | "log" | "grade")))
            && find(case.gate).unwrap().occasion().is_none()
    };
    for case in all().filter(supplied) {
        let mut tree = tree(case.lacking);
        let mut turns = 0;
        while let Some(lack) = lacks(&tree, case.gate).first() {
            let changes = plan(&Book::open(&tree).unwrap(), &filled(&lack.remedy, turns)).changes;
            for change in changes {
                tree.insert(&change.path, change.after.unwrap());
            }
            turns += 1;
            assert!(turns < 12, "{} is never content: {lack:?}", case.gate);
        }
    }
}
