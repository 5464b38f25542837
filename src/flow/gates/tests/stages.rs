//! Which gates a deal must pass: by its stage, its track and the packs in force.

use super::{D, deal, tree};
use crate::book::Book;
use crate::flow::gates::{Deal, GATES, find, missing};
use crate::flow::life::LIVES;
use crate::flow::track;
use crate::policy::Policy;
use crate::store::Memory;

fn held(tree: &Memory, from: Option<&str>, to: &str) -> Vec<&'static str> {
    let book = Book::open(tree).unwrap();
    let mut gates: Vec<&str> =
        missing(&deal(&book), from, to).unwrap().iter().map(|lack| lack.gate).collect();
    gates.dedup();
    gates
}

fn with(policy: &'static str, text: &'static str) -> Memory {
    let mut tree = tree(&[]);
    tree.insert("salesops.toml", policy.into());
    tree.insert(D, text.into());
    tree
}

const BARE: &str = "customer: dealer\nstage: interested\n";

#[test]
fn the_policy_names_the_gates_that_exist_and_all_of_them() {
    let policy = Policy::builtin();
    let stages = policy.stages().flat_map(|(_, stage)| &stage.gates);
    let named: Vec<&String> = stages.chain(policy.win_gates()).collect();
    assert!(named.iter().all(|gate| find(gate).is_some()));
    let steps = LIVES.iter().flat_map(|life| life.steps.iter().flat_map(|step| step.gates));
    let steps: Vec<&str> = steps.map(|gate| gate.name).collect();
    for gate in GATES.iter().filter(|gate| gate.occasion().is_none()) {
        let asked = named.iter().any(|name| **name == gate.name) || steps.contains(&gate.name);
        assert!(asked, "no stage and no step asks for {}", gate.name);
    }
    let kept = policy.tracks().flat_map(|(_, track)| track.gates.iter().flatten());
    assert!(kept.into_iter().all(|gate| find(gate).is_some()));
}

// Domain table (d)
#[test]
fn a_deal_meets_the_gates_of_the_stages_that_it_enters() {
    let tree = with("", BARE);
    let confirmed = ["evaluation", "dealer-capacity", "decision-maker"];
    assert_eq!(held(&tree, Some("interested"), "needs_confirmed"), confirmed);
    let solution = ["budget", "purchasing-process", "alignment"];
    assert_eq!(held(&tree, Some("needs_confirmed"), "solution"), solution);
    assert_eq!(held(&tree, Some("negotiation"), "contract"), ["negotiation-agreed", "price"]);
    assert_eq!(held(&tree, Some("contract"), "delivery"), ["won", "order-dispatched"]);
    assert_eq!(held(&tree, Some("delivery"), "after_sales"), ["won", "delivery-accepted"]);
}

#[test]
fn skipped_stages_are_asked_too_and_each_gate_once() {
    let tree = with("", BARE);
    let all_the_way = [
        "evaluation",
        "dealer-capacity",
        "decision-maker",
        "budget",
        "purchasing-process",
        "alignment",
        "proposal-accepted",
        "price",
        "negotiation-agreed",
    ];
    assert_eq!(held(&tree, Some("interested"), "contract"), all_the_way);
    let from_outside =
        ["first-contact", "interest", "need", "competition", "expected-close", "evaluation"];
    assert_eq!(held(&tree, None, "needs_confirmed")[..6], from_outside);
}

#[test]
fn going_back_or_nowhere_asks_for_nothing() {
    let tree = with("", BARE);
    assert_eq!(held(&tree, Some("negotiation"), "interested"), [""; 0]);
    assert_eq!(held(&tree, Some("interested"), "interested"), [""; 0]);
    assert_eq!(held(&tree, Some("interested"), "nowhere"), [""; 0]);
    // A stage that the policy does not know is before all others.
    assert_eq!(held(&tree, Some("nowhere"), "potential"), ["first-contact"]);
}

#[test]
fn gates_are_on_when_a_pack_of_one_of_their_clauses_is() {
    let gates = |packs| held(&with(packs, BARE), None, "contract");
    assert_eq!(gates("packs = [\"telesales\"]\n"), [""; 0]);
    assert_eq!(
        gates("packs = [\"new-customer\"]\n"),
        ["first-contact", "dealer-capacity", "decision-maker", "alignment"]
    );
    assert_eq!(
        gates("packs = [\"it-department\"]\n"),
        ["budget", "purchasing-process", "alignment", "proposal-accepted", "negotiation-agreed"]
    );
    let tags = [
        "first-contact",
        "interest",
        "competition",
        "alignment",
        "proposal-accepted",
        "price",
        "negotiation-agreed",
    ];
    assert_eq!(gates("packs = [\"tags\"]\n"), tags);
}

#[test]
fn the_policy_attaches_gates_to_stages() {
    let policy = "[stage.contract]\ngates = [\"budget\"]\n";
    assert_eq!(held(&with(policy, BARE), Some("negotiation"), "contract"), ["budget"]);
    // A name that no gate has is a finding of the policy, not of the deal.
    let policy = "[stage.contract]\ngates = [\"bugdet\"]\n";
    assert_eq!(held(&with(policy, BARE), Some("negotiation"), "contract"), [""; 0]);
}

fn track_of(policy: &'static str, text: &'static str) -> Option<String> {
    let tree = with(policy, text);
    let book = Book::open(&tree).unwrap();
    let deal = deal(&book);
    track::of(&book, deal.row, deal.day).unwrap().map(|(key, _)| key.to_owned())
}

#[test]
fn the_first_track_whose_query_fits_decides() {
    let small = "type: repeat\nstage: interested\namount: 100000.00\n";
    assert_eq!(track_of("", small).as_deref(), Some("quick"));
    assert_eq!(
        track_of("", "type: repeat\nstage: interested\namount: 100000.01\n").as_deref(),
        Some("standard")
    );
    assert_eq!(
        track_of("", "type: new\nstage: interested\namount: 5\n").as_deref(),
        Some("standard")
    );
    // Nobody knows whether a deal without amount is small.
    assert_eq!(track_of("", "type: repeat\nstage: interested\n").as_deref(), Some("standard"));
    let both = "type: repeat\ngrade: A\nstage: interested\namount: 5\n";
    assert_eq!(track_of("", both).as_deref(), Some("full"));
    assert_eq!(track_of("tracks = [\"quick\", \"full\"]\n", both).as_deref(), Some("quick"));
    let lines = "type: repeat\nstage: interested\nlines:\n  - product: erp\n    qty: 3\n    price: 50000.00\n";
    assert_eq!(track_of("", lines).as_deref(), Some("standard"));
}

#[test]
fn a_track_keeps_its_gates_and_no_others() {
    let quick = "customer: dealer\ntype: repeat\nstage: interested\namount: 5.00\n";
    assert_eq!(held(&with("", quick), None, "delivery"), ["need", "won", "order-dispatched"]);
    let full = "customer: dealer\ntype: repeat\ngrade: A\nstage: interested\namount: 5.00\n";
    let gates = held(&with("", full), Some("interested"), "needs_confirmed");
    assert_eq!(gates, ["evaluation", "task-force", "dealer-capacity", "decision-maker"]);
    let none = "[track.quick]\ngates = []\n";
    assert_eq!(held(&with(none, quick), None, "delivery"), [""; 0]);
}

#[test]
fn a_track_whose_query_cannot_be_read_is_an_error() {
    let tree = with("[track.full]\nwhen = \"grad:A\"\n", BARE);
    let book = Book::open(&tree).unwrap();
    let why = missing(&deal(&book), None, "contract").unwrap_err();
    assert_eq!(why.en, "no field `grad`; did you mean `grade`?");
}

#[test]
fn what_needs_other_records_waits_for_the_whole_book() {
    let tree = with("", "customer: acme\nstage: potential\n");
    let book = Book::open(&tree).unwrap();
    let narrow = Deal { wide: false, ..deal(&book) };
    assert_eq!(missing(&narrow, None, "potential").unwrap(), []);
    assert_eq!(missing(&deal(&book), None, "potential").unwrap().len(), 1);
}

#[test]
fn commands_name_the_kind_where_the_id_alone_is_ambiguous() {
    let mut tree = with("", BARE);
    tree.insert("products/d.yaml", "name: D\n".into());
    let book = Book::open(&tree).unwrap();
    let lacks = missing(&deal(&book), Some("solution"), "negotiation").unwrap();
    assert_eq!(lacks[1].remedy, "salesops set opportunity/d amount=AMOUNT");
}

// DEV-KA-11
#[test]
fn deals_of_key_accounts_keep_all_gates_however_small() {
    let track = |customer: &str| {
        let deal_text = "customer: acme\ntype: repeat\nstage: interested\namount: 5\n";
        let tree =
            Memory::new([("customers/acme.yaml", customer), ("opportunities/d.yaml", deal_text)]);
        let book = Book::open(&tree).unwrap();
        let deal = deal(&book);
        let found = track::of(&book, deal.row, deal.day).unwrap();
        found.map(|(key, track)| (key.to_owned(), track.gates.is_none()))
    };
    assert_eq!(track("name: Acme\nkey_account: true\n"), Some(("key_account".into(), true)));
    assert_eq!(track("name: Acme\n"), Some(("quick".into(), false)));
}
