//! Winning, losing, suspending, opening again.

use super::*;
use crate::actions::close::{Options, plan, reopen};
use crate::model::common::Outcome;

fn close(tree: &Memory, me: &str, outcome: Outcome, options: &Options) -> Result<Done, Refused> {
    act(tree, me, |book, actor| plan(book, actor, &id("acme-1"), outcome, options))
}

fn open_again(tree: &Memory, reason: &str) -> Result<Done, Refused> {
    act(tree, "li-wei", |book, actor| reopen(book, actor, &id("acme-1"), reason))
}

fn because(reason: &str) -> Options {
    Options { reason: Some(reason.to_owned()), ..Options::default() }
}

#[test]
fn winning_keeps_what_was_true_at_the_close() {
    // OPS-1.3.4, DEV-5.10
    let options = Options { worked: Some("early demo".to_owned()), ..Options::default() };
    let done = close(&book(&[]), "li-wei", Outcome::Won, &options).unwrap();
    assert_eq!(
        done.diff,
        "-stage: solution\n+stage: contract\n+outcome: won\n\
         -\n-next:\n-  on: 2026-11-24\n-  what: review  # with the CFO\n\
         +  - {on: 2026-11-21, by: li-wei, stage: contract, outcome: won}\n\
         +closed: {on: 2026-11-21, by: li-wei, owner: li-wei, team: north, territory: north, amount: 480000.00, currency: CNY}\n\
         +lesson:\n+  worked: early demo\n"
    );
    assert_eq!(done.plan.done[0].en, "opportunity/acme-1 (ERP 二期) is won");
    assert_eq!(
        done.plan.next.unwrap().en,
        "when work begins: `salesops advance opportunity/acme-1`"
    );
}

#[test]
fn winning_passes_the_gates_on_the_way() {
    let tree = with_deal(&[
        ("stage: solution\n\n", "stage: needs_confirmed\n\n"),
        ("  - {on: 2026-11-10, by: li-wei, stage: solution}\n", ""),
        ("    steps: tender\n", "    timeline: spring\n"),
        ("amount: 480000.00  # without tax\n", ""),
    ]);
    assert_eq!(
        close(&tree, "li-wei", Outcome::Won, &Options::default()).err().as_deref(),
        Some("purchasing-process: the purchasing process is missing\nprice: the amount is missing")
    );
}

#[test]
fn the_last_amount_comes_with_the_win() {
    let options = Options { amount: Some("50万".to_owned()), ..Options::default() };
    let done = close(&book(&[]), "li-wei", Outcome::Won, &options).unwrap();
    assert!(
        done.diff.contains("-amount: 480000.00  # without tax\n+amount: 500000  # without tax\n")
    );
    assert!(done.diff.contains("amount: 500000, currency: CNY}"), "{}", done.diff);
    let bare = with_deal(&[
        ("stage: solution\n\n", "stage: contract\n\n"),
        ("stage: solution}\n", "stage: contract}\n"),
        ("amount: 480000.00  # without tax\n", ""),
    ]);
    let done = close(&bare, "li-wei", Outcome::Won, &options).unwrap();
    assert!(done.diff.contains("+amount: 500000\n"), "{}", done.diff);
    let priced = with_deal(&[(
        "amount: 480000.00  # without tax\n",
        "lines:\n  - product: erp\n    price: 9.00\n",
    )]);
    assert_eq!(
        close(&priced, "li-wei", Outcome::Won, &options).err().as_deref(),
        Some(
            "forbidden: the amount follows from the lines; change a price: lines.0 (erp), \
             as in `lines.0.price=…`"
        )
    );
}

#[test]
fn a_deal_is_closed_on_a_day_that_has_come() {
    let on = |day: &str| Options { on: Some(day.to_owned()), ..because("价格") };
    let lose = |day: &str| close(&book(&[]), "li-wei", Outcome::Lost, &on(day));
    assert!(lose("2026-11-20").unwrap().diff.contains("closed: {on: 2026-11-20, by: li-wei"));
    assert_eq!(lose("tomorrow").err().as_deref(), Some("cannot: 2026-11-22 is still to come"));
    // Moves go by date: a close before the last one is refused.
    assert_eq!(
        lose("2026-11-01").err().as_deref(),
        Some(
            "dates-disordered opportunities/acme-1.yaml 2026-11-01 stands after 2026-11-10; moves go by date"
        )
    );
}

#[test]
fn losing_needs_a_reason_of_the_list() {
    // DEV-5.12
    let done = close(&book(&[]), "li-wei", Outcome::Lost, &because("预算不足")).unwrap();
    assert_eq!(
        done.diff,
        "+outcome: lost\n-\n-next:\n-  on: 2026-11-24\n-  what: review  # with the CFO\n\
         +  - {on: 2026-11-21, by: li-wei, outcome: lost}\n\
         +closed: {on: 2026-11-21, by: li-wei, owner: li-wei, team: north, territory: north, amount: 480000.00, currency: CNY}\n\
         +lost_reason: budget\n"
    );
    let why =
        |options: &Options| close(&book(&[]), "li-wei", Outcome::Lost, options).err().unwrap();
    assert_eq!(
        why(&Options::default()),
        "forbidden: why was it lost? `--reason` takes season, no_need, price, other_dealer, \
         no_confidence, budget, competitor, timing, no_response, terms, quality"
    );
    assert!(why(&because("prise")).contains("did you mean `price`?"));
}

#[test]
fn suspending_needs_a_reason_and_keeps_the_rest() {
    let done = close(&book(&[]), "li-wei", Outcome::Suspended, &because("预算冻结")).unwrap();
    assert_eq!(
        done.diff,
        "+outcome: suspended\n+  - {on: 2026-11-21, by: li-wei, outcome: suspended, reason: 预算冻结}\n"
    );
    assert_eq!(
        close(&book(&[]), "li-wei", Outcome::Suspended, &because(" ")).err().as_deref(),
        Some("forbidden: say why: `--reason TEXT`")
    );
    // It may still be lost; to win it, it is opened first.
    assert!(close(&done.tree, "li-wei", Outcome::Lost, &because("price")).is_ok());
    assert_eq!(
        close(&done.tree, "li-wei", Outcome::Won, &Options::default()).err().as_deref(),
        Some(
            "forbidden: it is suspended already; `salesops reopen opportunity/acme-1 REASON` opens it again"
        )
    );
}

#[test]
fn a_grade_a_deal_is_closed_by_a_supervisor_or_above() {
    // Domain table (d): close opportunity
    let tree = with_deal(&[(
        "grade: B\n",
        "grade: A\ntask_force:\n  - {member: li-wei}\n  - {member: wang-fang}\n  - {member: boss}\n",
    )]);
    for outcome in [Outcome::Won, Outcome::Lost] {
        assert_eq!(
            close(&tree, "li-wei", outcome, &because("price")).err().as_deref(),
            Some("forbidden: a grade A opportunity is closed by a sales supervisor or above")
        );
        for member in ["wang-fang", "boss"] {
            assert!(close(&tree, member, outcome, &because("price")).is_ok(), "{member}");
        }
    }
}

#[test]
fn nobody_known_cannot_close() {
    let why = Some("cannot: who does this? say `--as MEMBER`");
    assert_eq!(close(&book(&[]), "-", Outcome::Lost, &because("price")).err().as_deref(), why);
}

#[test]
fn opening_again_takes_the_close_back() {
    let lost = close(&book(&[]), "li-wei", Outcome::Lost, &because("price")).unwrap().tree;
    let done = open_again(&lost, "新预算").unwrap();
    assert_eq!(
        done.diff,
        "-outcome: lost\n+outcome: open\n\
         -closed: {on: 2026-11-21, by: li-wei, owner: li-wei, team: north, territory: north, amount: 480000.00, currency: CNY}\n\
         -lost_reason: price\n\
         +  - {on: 2026-11-21, by: li-wei, outcome: open, reason: 新预算}\n"
    );
    assert_eq!(done.plan.done[0].en, "opportunity/acme-1 (ERP 二期) is open");
    assert_eq!(open_again(&done.tree, "x").err().as_deref(), Some("cannot: it is open already"));
    assert_eq!(
        open_again(&lost, " ").err().as_deref(),
        Some("forbidden: say why: `salesops reopen opportunity/acme-1 REASON`")
    );
}

#[test]
fn a_deal_that_was_being_delivered_goes_back_to_the_contract() {
    // TAG-2.2.2.7: delivery goes only with a win.
    let tree = with_deal(&[
        ("stage: solution\n\n", "stage: delivery\noutcome: won\n\n"),
        ("stage: solution}\n", "stage: delivery, outcome: won}\nclosed: {on: 2026-11-10}\n"),
    ]);
    let done = open_again(&tree, "合同撤销").unwrap();
    assert_eq!(
        done.diff,
        "-stage: delivery\n-outcome: won\n+stage: contract\n+outcome: open\n\
         -closed: {on: 2026-11-10}\n\
         +  - {on: 2026-11-21, by: li-wei, stage: contract, outcome: open, reason: 合同撤销}\n"
    );
}
