//! The steps of an order, its changes, and what stands fast meanwhile.

use super::*;
use crate::actions::approve::{self, Decision};
use crate::actions::step::Options;
use crate::model::approval::Verdict;

const ORDER: &str = "orders/ord-1.yaml";

const FILES: &[(&str, &str)] = &[
    (
        "contracts/con-1.yaml",
        "opportunity: acme-1\ncustomer: acme\npayment_schedule:\n  - {due: 2026-12-31, amount: 480000}\n\
         status: signed\nsigned_on: 2026-11-10\namount: 480000\nowner: li-wei\n",
    ),
    (
        ORDER,
        "# by mail\ncontract: con-1\nopportunity: acme-1\ncustomer: acme\n\ndelivery_due: 2027-03-31\n\
         lines:\n  - product: erp\n    qty: 10\n    price: 48000.00  # as agreed\n\nowner: li-wei\n\
         entered: {at: 2026-11-20T09:12:00+08:00, by: li-wei}\n",
    ),
];

fn take_on(tree: &Memory, name: &str, options: &Options) -> Result<Done, Refused> {
    take(tree, "li-wei", (Kind::Order, "ord-1"), name, options)
}

fn approve(tree: &Memory, me: &str) -> Result<Done, Refused> {
    let decision = Decision { verdict: Verdict::Approved, what: None, note: None };
    act(tree, me, |book, actor| approve::plan(book, actor, (Kind::Order, &id("ord-1")), &decision))
}

fn set_order(tree: &Memory, fields: &[&str]) -> Result<Done, Refused> {
    set(tree, Kind::Order, "ord-1", fields)
}

fn confirmed() -> Memory {
    let tree = approve(&book(FILES), "wang-fang").unwrap().tree;
    let tree = take_on(&tree, "review", &Options::default()).unwrap().tree;
    let given = given(&["customer_confirmation.contact=c-1"]);
    take_on(&tree, "confirm", &given).unwrap().tree
}

fn delivered() -> Memory {
    let ready =
        ["requirements=防潮", "quality_standard=GB/T 19001", "dispatch+=tech", "support_owner=me"];
    let tree = set_order(&confirmed(), &ready).unwrap().tree;
    let done = ["dispatch", "start", "deliver"];
    done.iter().fold(tree, |tree, step| take_on(&tree, step, &Options::default()).unwrap().tree)
}

#[test]
fn an_order_is_reviewed_by_somebody_else() {
    // OPS-5.1.1
    let why = take_on(&book(FILES), "review", &Options::default()).err().unwrap();
    assert!(
        why.starts_with(
            "approved: review of an order is missing; it is for sales clerk / level 4 or above"
        ),
        "{why}"
    );
    let why = approve(&book(FILES), "li-wei").err().unwrap();
    assert_eq!(
        why,
        "forbidden: nobody approves what is their own: order/ord-1 is for sales clerk / level 4 or above (boss, wang-fang)"
    );
    let tree = approve(&book(FILES), "wang-fang").unwrap().tree;
    let done = take_on(&tree, "评审", &Options::default()).unwrap();
    assert_eq!(
        done.diff,
        "+status: reviewed\n+moves:\n+  - {on: 2026-11-21, by: li-wei, status: reviewed}\n"
    );
}

#[test]
fn a_new_order_carries_what_its_contract_says() {
    // OPS-5.1.1, DEV-5.7.2A
    let done = act(&book(FILES), "li-wei", |book, actor| {
        let fields = [assign::parse("contract=con-1").unwrap()];
        let options = crate::actions::add::Options::default();
        crate::actions::add::plan(book, actor, Kind::Order, &fields, &options).map(|(plan, _)| plan)
    });
    let done = done.unwrap();
    let text = done.text(&done.plan.changes[0].path);
    for line in ["opportunity: acme-1", "customer: acme", "amount: 480000", "owner: li-wei"] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn what_was_agreed_on_stands_fast() {
    // OPS-5.3.2: a confirmed order is changed by an approved change only.
    let tree = confirmed();
    let why = set_order(&tree, &["lines.0.qty=12"]).err().unwrap();
    assert_eq!(
        why,
        "forbidden: `lines` of order/ord-1 stands fast by now; change it by `salesops order change order/ord-1 lines=VALUE`"
    );
    let twelve = given(&["lines.0.qty=12"]);
    let why = take_on(&tree, "change", &twelve).err().unwrap();
    assert!(why.starts_with("change-assessed: no change is asked for"), "{why}");
    let tree = set_order(&tree, &["changes+=再加两套"]).unwrap().tree;
    let why = take_on(&tree, "change", &twelve).err().unwrap();
    assert!(why.contains("the customer has not confirmed the change"), "{why}");
    assert!(
        why.contains("approved: change of an order is missing; it is for level 4 or above"),
        "{why}"
    );
    let assessed =
        ["changes.0.customer_confirmed=today", "changes.0.delivery_days=5", "changes.0.cost=80000"];
    let tree = set_order(&tree, &assessed).unwrap().tree;
    let tree = approve(&tree, "wang-fang").unwrap().tree;
    let done = take_on(&tree, "change", &twelve).unwrap();
    assert_eq!(
        done.diff,
        "-    state: open\n+    state: made\n+    decided_on: 2026-11-21\n-    qty: 10\n+    qty: 12\n"
    );
    assert_eq!(done.plan.done[0].en, "order/ord-1 (Acme): change: noted");
    // The next one needs an approval of its own.
    let tree = set_order(&done.tree, &["changes+=改送货地址"]).unwrap().tree;
    let why = take_on(&tree, "change", &Options::default()).err().unwrap();
    assert!(why.contains("change of an order by wang-fang on 2026-11-21 is void"), "{why}");
    let dropped = take_on(&tree, "drop", &because("客户撤回")).unwrap();
    assert!(dropped.diff.contains("+    state: dropped\n"), "{}", dropped.diff);
    assert!(dropped.diff.contains("+  - {on: 2026-11-21, by: li-wei, reason: 客户撤回}\n"));
}

#[test]
fn an_order_under_review_is_taken_back_to_be_changed() {
    let tree = approve(&book(FILES), "wang-fang").unwrap().tree;
    let tree = take_on(&tree, "review", &Options::default()).unwrap().tree;
    assert!(set_order(&tree, &["delivery_due=2027-04-30"]).is_err());
    let tree = take_on(&tree, "revise", &because("交期有误")).unwrap().tree;
    let tree = set_order(&tree, &["delivery_due=2027-04-30"]).unwrap().tree;
    // What was approved is not what stands there now.
    let why = take_on(&tree, "review", &Options::default()).err().unwrap();
    assert!(why.contains("review of an order by wang-fang on 2026-11-21 is void"), "{why}");
}

#[test]
fn what_is_delivered_is_accepted_or_objected_to() {
    // OPS-5.4.1, OPS-5.4.2
    let tree = delivered();
    let why = take_on(&tree, "accept", &Options::default()).err().unwrap();
    assert_eq!(why, "inspected: who inspected it is missing");
    let by = given(&["acceptance.by=c-1"]);
    let why = take_on(&tree, "object", &by).err().unwrap();
    assert!(why.starts_with("forbidden: say why"), "{why}");
    let objection = Options { reason: Some("两个模块报错".into()), ..by };
    let done = take_on(&tree, "object", &objection).unwrap();
    let objected = "acceptance: {by: c-1, result: objected, on: 2026-11-21}\n";
    assert!(done.text(ORDER).contains(objected), "{}", done.diff);
    assert!(done.text(ORDER).contains("status: delivered\n"));
    let done = take_on(&done.tree, "accept", &Options::default()).unwrap();
    let passed = "acceptance: {by: c-1, result: passed, on: 2026-11-21}\n";
    assert!(done.text(ORDER).contains(passed), "{}", done.diff);
    let why = take_on(&done.tree, "cancel", &because("x")).err().unwrap();
    assert!(why.contains("no step `cancel` from there; what may follow: close"), "{why}");
}
