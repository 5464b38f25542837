//! Moving a deal on through the gates.

use super::*;
use crate::actions::advance::{Options, plan};

fn advance(tree: &Memory, me: &str, options: &Options) -> Result<Done, Refused> {
    act(tree, me, |book, actor| plan(book, actor, &id("acme-1"), options))
}

fn to(stage: &str) -> Options {
    Options { to: Some(stage.to_owned()), ..Options::default() }
}

fn waive(stage: &str, gates: &[&str], reason: &str) -> Options {
    Options {
        waive: gates.iter().map(|gate| (*gate).to_owned()).collect(),
        reason: Some(reason.to_owned()),
        ..to(stage)
    }
}

const NEGOTIATION: &str = "-stage: solution\n+stage: negotiation\n+  - {on: 2026-11-21, by: li-wei, stage: negotiation}\n";

#[test]
fn a_deal_goes_to_the_next_stage() {
    // OPS-1.3.4, TAG-2.2.2
    let done = advance(&book(&[]), "li-wei", &Options::default()).unwrap();
    assert_eq!(done.diff, NEGOTIATION);
    assert_eq!(done.plan.done[0].en, "opportunity/acme-1 (ERP 二期): solution → negotiation");
    assert_eq!(done.plan.done[0].zh, "opportunity/acme-1（ERP 二期）：方案制定 → 商务谈判");
    let done = advance(&done.tree, "li-wei", &Options::default()).unwrap();
    assert_eq!(done.plan.next.unwrap().en, "when it is signed: `salesops win opportunity/acme-1`");
}

#[test]
fn a_stage_is_known_by_its_names() {
    for stage in ["negotiation", "Negotiation", "商务谈判"] {
        assert_eq!(advance(&book(&[]), "li-wei", &to(stage)).unwrap().diff, NEGOTIATION);
    }
    let why = |stage: &str| advance(&book(&[]), "li-wei", &to(stage)).err().unwrap();
    assert_eq!(
        why("negotation"),
        "cannot: `negotation` is not in the list; did you mean `negotiation`?"
    );
    assert_eq!(why("solution"), "cannot: it is in `solution` already");
}

#[test]
fn the_gates_tell_all_that_is_missing_at_once() {
    // Domain table (d): -> needs_confirmed, -> solution
    let tree = with_deal(&[
        ("stage: solution\n\n", "stage: interested\n\n"),
        ("  - {on: 2026-10-29, by: li-wei, stage: needs_confirmed}\n", ""),
        ("  - {on: 2026-11-10, by: li-wei, stage: solution}\n", ""),
        ("    steps: tender\n", "    timeline: spring\n"),
        ("grade: B\n", "grade: A\n"),
        ("amount: 480000.00  # without tax\n", ""),
    ]);
    assert_eq!(
        advance(&tree, "li-wei", &to("solution")).err().as_deref(),
        Some(
            "task-force: a grade A opportunity has a task force of 3; there are 0\n\
             purchasing-process: the purchasing process is missing"
        )
    );
    let done =
        advance(&tree, "li-wei", &waive("solution", &["task-force", "purchasing-process"], "急单"));
    assert_eq!(
        done.unwrap().diff,
        "-stage: interested\n+stage: solution\n\
         +  - {on: 2026-11-21, by: li-wei, stage: solution, reason: 急单, waived: [task-force, purchasing-process]}\n"
    );
}

#[test]
fn only_what_is_needed_is_waived() {
    let tree = with_deal(&[("amount: 480000.00  # without tax\n", "")]);
    assert_eq!(
        advance(&tree, "li-wei", &Options::default()).err().as_deref(),
        Some("price: the amount is missing")
    );
    let done = advance(&tree, "li-wei", &waive("negotiation", &["budget", "price"], "框架协议"));
    assert!(
        done.unwrap().diff.ends_with("stage: negotiation, reason: 框架协议, waived: [price]}\n")
    );
}

#[test]
fn waiving_has_its_limits() {
    let why = |options: &Options| advance(&book(&[]), "li-wei", options).err().unwrap();
    assert_eq!(why(&waive("contract", &["price"], " ")), "cannot: say why: `--reason TEXT`");
    assert_eq!(why(&waive("contract", &["prize"], "x")), "cannot: there is no gate `prize`");
    // TAG-2.2.2.7
    assert_eq!(
        why(&waive("delivery", &["won"], "x")),
        "forbidden: the gate `won` cannot be waived"
    );
    assert_eq!(why(&to("delivery")), "won: the deal is not won yet");
}

#[test]
fn nobody_known_cannot_advance() {
    assert_eq!(
        advance(&book(&[]), "-", &Options::default()).err().as_deref(),
        Some("cannot: who does this? say `--as MEMBER`")
    );
}

#[test]
fn a_closed_deal_is_opened_first() {
    for outcome in ["lost", "suspended"] {
        let tree = with_deal(&[(
            "\namount: 480000.00",
            &format!("outcome: {outcome}\n\namount: 480000.00"),
        )]);
        assert_eq!(
            advance(&tree, "li-wei", &Options::default()).err(),
            Some(format!(
                "forbidden: it is {outcome}; `salesops reopen opportunity/acme-1 REASON` opens it again"
            ))
        );
    }
}

#[test]
fn a_won_deal_goes_on_to_delivery_and_nowhere_else() {
    let tree = with_deal(&[
        ("stage: solution\n\n", "stage: contract\noutcome: won\n\n"),
        ("stage: solution}\n", "stage: contract, outcome: won}\nclosed: {on: 2026-11-10}\n"),
        ("next:\n  on: 2026-11-24\n  what: review  # with the CFO\n", ""),
    ]);
    let done = advance(&tree, "li-wei", &Options::default()).unwrap();
    assert!(done.diff.starts_with("-stage: contract\n+stage: delivery\n"), "{}", done.diff);
    let done = advance(&done.tree, "li-wei", &Options::default()).unwrap();
    assert_eq!(
        advance(&done.tree, "li-wei", &Options::default()).err().as_deref(),
        Some("cannot: after-sales is the last stage")
    );
    assert_eq!(
        advance(&tree, "li-wei", &to("solution")).err().as_deref(),
        Some("forbidden: it is won; `salesops reopen opportunity/acme-1 REASON` opens it again")
    );
}

#[test]
fn a_deal_goes_back_without_gates() {
    let done = advance(&book(&[]), "li-wei", &to("interested")).unwrap();
    assert!(done.diff.contains("+stage: interested\n"), "{}", done.diff);
}

#[test]
fn a_stage_that_the_policy_does_not_know_is_left_by_name() {
    let tree = with_deal(&[("stage: solution\n\n", "stage: solutoin\n\n")]);
    assert_eq!(
        advance(&tree, "li-wei", &Options::default()).err().as_deref(),
        Some("cannot: `solutoin` is no stage of the policy; say where it goes: `--to STAGE`")
    );
    assert!(advance(&tree, "li-wei", &to("solution")).is_ok());
}

#[test]
fn a_file_that_cannot_be_read_is_not_moved() {
    let tree = book(&[(DEAL, "stage: [\n")]);
    assert_eq!(
        advance(&tree, "li-wei", &Options::default()).err().as_deref(),
        Some("cannot: opportunity/acme-1 cannot be read; see `salesops check opportunity/acme-1`")
    );
}
