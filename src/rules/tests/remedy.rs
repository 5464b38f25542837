//! The commands that findings print: each of them mends what it is printed for.

use super::{CASES, findings, today, tree};
use crate::actions::{Actor, Plan, Refusal, assign, grade, judge, set};
use crate::base::date::Instant;
use crate::base::finding::Finding;
use crate::base::id::{Entropy, Id};
use crate::base::kind::Kind;
use crate::base::text::Lang;
use crate::book::{Book, Found, Wanted};
use crate::flow::grading::Grader;
use crate::store::Memory;

struct Counter(u32);

impl Entropy for Counter {
    fn next_u32(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9);
        self.0
    }
}

/// `salesops set REF KEY=VALUE …` as typed: nothing in it needs quoting in any shell.
fn words(command: &str) -> Vec<&str> {
    assert!(!command.contains(['"', '\'', '$', '`', '\\', '*', '&', '<', '>', ';']), "{command}");
    command.split(' ').collect()
}

fn plan(book: &Book<'_>, command: &str) -> Result<Plan, Refusal> {
    let [program, verb, reference, fields @ ..] = &words(command)[..] else { panic!("{command}") };
    assert_eq!(*program, "salesops", "{command}");
    let wanted = Wanted { kinds: &Kind::ALL, me: None };
    let Found::One(kind, id) = book.find(reference, wanted) else { panic!("{command}") };
    let fields: Vec<_> = fields.iter().map(|field| assign::parse(field).unwrap()).collect();
    let me = Id::parse("wang-fang").unwrap();
    let now = Instant::parse("2026-11-21T09:00:00+08:00").unwrap();
    let mut entropy = Counter(0);
    let mut actor = Actor { me: Some(&me), now, today: today(), entropy: &mut entropy };
    match *verb {
        "set" => set::plan(book, &mut actor, kind, &id, &fields),
        "grade" => {
            let grader = Grader::new(book, today(), kind).unwrap();
            grade::plan(book, &actor, &grader, (kind, &id), None).map(|graded| graded.plan)
        }
        other => panic!("{other}: {command}"),
    }
}

/// The tree after a remedy, which must not be refused nor add an error.
fn mended(tree: &Memory, command: &str) -> Memory {
    let book = Book::open(tree).unwrap();
    let plan = plan(&book, command).unwrap_or_else(|why| panic!("{command}: {why:?}"));
    let verdict = judge(tree, &book, &plan, today()).unwrap();
    assert!(verdict.added.is_empty(), "{command}: {:?}", verdict.added);
    let mut after = tree.clone();
    for change in &plan.changes {
        after.insert(&change.path, change.after.clone().unwrap());
    }
    after
}

fn is_same(a: &Finding, b: &Finding) -> bool {
    (a.rule, &a.file, &a.message) == (b.rule, &b.file, &b.message)
        && a.place.route() == b.place.route()
}

#[test]
fn every_remedy_mends_its_finding() {
    let mut mends = Vec::new();
    for case in CASES.iter().copied().flatten() {
        let tree = tree(case.files);
        let before = findings(&tree);
        let count = |found: &[Finding]| found.iter().filter(|it| it.rule == case.rule).count();
        for finding in before.iter().filter(|finding| finding.rule == case.rule) {
            let Some(command) = &finding.remedy else { continue };
            let after = findings(&mended(&tree, command));
            let left = after.iter().find(|other| is_same(other, finding));
            assert!(left.is_none(), "{command} leaves {left:?}");
            assert!(count(&after) < count(&before), "{command} makes another of it");
            mends.push(case.rule);
        }
    }
    mends.sort_unstable();
    mends.dedup();
    let expected = [
        "activity-mismatch",
        "amount-differs",
        "contact-primary",
        "grade-differs",
        "lead-grade-late",
        "reference-dangling",
        "region-differs",
        "relation-differs",
        "tag-mistyped",
        "target-unclear",
        "term-undefined",
        "territory-conflict",
    ];
    assert_eq!(mends, expected);
}

// Helps name commands with placeholders: their fields must exist and be open to `set`.
#[test]
fn the_commands_in_helps_are_ones_that_set_takes() {
    let mut seen = 0;
    for case in CASES.iter().copied().flatten() {
        let tree = tree(case.files);
        let book = Book::open(&tree).unwrap();
        for help in findings(&tree).into_iter().filter_map(|finding| finding.help) {
            for lang in [Lang::En, Lang::Zh] {
                let commands = help.pick(lang).split('`').skip(1).step_by(2);
                for command in commands.filter(|command| command.starts_with("salesops set ")) {
                    let [_, _, reference, fields @ ..] = &words(command)[..] else { panic!() };
                    let wanted = Wanted { kinds: &Kind::ALL, me: None };
                    let Found::One(kind, id) = book.find(reference, wanted) else {
                        panic!("{command}")
                    };
                    for field in fields {
                        let assignment = assign::parse(field).unwrap();
                        let allowed = set::refuse_owned(&book, kind, &id, &assignment);
                        assert_eq!(allowed, Ok(()), "{command}");
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 10, "the commands are not found any more");
}
