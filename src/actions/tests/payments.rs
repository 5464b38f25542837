//! Payments: what begins them, what comes in, and orders of customers of low credit.

use super::*;
use crate::actions::approve::{self, Decision};
use crate::actions::step::Options;
use crate::model::approval::Verdict;

const CONTRACT: &str = "opportunity: acme-1\ncustomer: acme\npayment_schedule:\n  \
    - {due: 2026-12-01, amount: 144000, note: 预付款}\n  - {due: 2027-03-01, amount: 336000}\n\
    terms_explained: {by: li-wei, on: 2026-11-10}\nidentity_verified: {method: 营业执照}\n\
    signatory: {name: 张三, authorisation: 授权书}\n\nstatus: in_review\namount: 480000\n\nowner: li-wei\n";

const PAYMENT: &str = "\
customer: acme

due: 2026-11-30
amount: 100.50  # with tax

owner: li-wei
";

fn approve(tree: &Memory, me: &str, (kind, record): (Kind, &str), what: &str) -> Memory {
    let decision = Decision { verdict: Verdict::Approved, what: Some(what.into()), note: None };
    let record = id(record);
    let plan = |book: &Book<'_>, actor: &mut Actor<'_>| {
        approve::plan(book, actor, (kind, &record), &decision)
    };
    act(tree, me, plan).unwrap().tree
}

const PAY: (Kind, &str) = (Kind::Payment, "pay-1");

#[test]
fn a_signed_contract_begins_its_payments() {
    // TEL-3.5.2
    let con = (Kind::Contract, "con-1");
    let people = [
        ("contracts/con-1.yaml", CONTRACT),
        ("members/fang.yaml", "name: 方正\nemail: f@example.com\nrole: legal_counsel\n"),
        ("members/qian.yaml", "name: 钱雪\nemail: q@example.com\nrole: finance\n"),
    ];
    let tree = approve(&book(&people), "fang", con, "contract_legal");
    let tree = approve(&tree, "qian", con, "contract_finance");
    let done = take(&tree, "li-wei", con, "sign", &Options::default()).unwrap();
    let made: Vec<String> =
        done.plan.changes.iter().skip(1).map(|change| done.text(&change.path)).collect();
    assert_eq!(made.len(), 2, "{}", done.diff);
    assert_eq!(
        made[0],
        "contract: con-1\ncustomer: acme\nwhat: 预付款\ndue: 2026-12-01\namount: 144000\n\n\
         owner: li-wei\nentered: {at: 2026-11-21T09:02:00+08:00, by: li-wei}\n"
    );
    assert!(made[1].contains("due: 2027-03-01\namount: 336000\n"), "{}", made[1]);
}

#[test]
fn a_contract_that_has_payments_begins_none() {
    let con = (Kind::Contract, "con-1");
    let files = [
        ("contracts/con-1.yaml", CONTRACT),
        (
            "payments/pay-1.yaml",
            "contract: con-1\ncustomer: acme\ndue: 2026-12-01\namount: 480000\n",
        ),
        ("members/fang.yaml", "name: 方正\nemail: f@example.com\nrole: legal_counsel\n"),
        ("members/qian.yaml", "name: 钱雪\nemail: q@example.com\nrole: finance\n"),
    ];
    let tree = approve(&book(&files), "fang", con, "contract_legal");
    let tree = approve(&tree, "qian", con, "contract_finance");
    let done = take(&tree, "li-wei", con, "sign", &Options::default()).unwrap();
    assert_eq!(done.plan.changes.len(), 1, "{}", done.diff);
}

#[test]
fn an_accepted_order_without_a_schedule_is_paid_at_the_term_of_the_policy() {
    // OPS-5.4.2: 30 days after the acceptance.
    let order = "customer: acme\nstatus: delivered\namount: 9000\nlines:\n  - product: erp\nowner: li-wei\n";
    let tree = book(&[("orders/ord-1.yaml", order)]);
    let by = given(&["acceptance.by=c-1"]);
    let done = take(&tree, "li-wei", (Kind::Order, "ord-1"), "accept", &by).unwrap();
    let path = &done.plan.changes[1].path;
    let text = done.text(path);
    assert!(text.starts_with("order: ord-1\ncustomer: acme\n"), "{text}");
    assert!(text.contains("due: 2026-12-21\namount: 9000\n"), "{text}");
    // What is due is paid before the order is closed.
    let payment = path.rsplit_once('/').unwrap().1.trim_end_matches(".yaml");
    let closed = take(&done.tree, "li-wei", (Kind::Order, "ord-1"), "close", &Options::default());
    assert!(closed.is_ok(), "nothing is due yet");
    let mut late = done.tree.clone();
    late.insert(path, text.replace("2026-12-21", "2026-11-21").into_bytes());
    let why =
        take(&late, "li-wei", (Kind::Order, "ord-1"), "close", &Options::default()).err().unwrap();
    assert_eq!(
        why,
        format!("order-paid: 9000 of payment/{payment}, due on 2026-11-21, is not paid")
    );
}

#[test]
fn what_comes_in_is_kept_until_all_is_paid() {
    // TEL-3.5.2
    let tree = book(&[("payments/pay-1.yaml", PAYMENT)]);
    let done = take(&tree, "li-wei", PAY, "pay", &given(&["received+=40:2026-11-20"])).unwrap();
    assert_eq!(done.diff, "+received:\n+  - {amount: 40, on: 2026-11-20}\n");
    assert_eq!(done.plan.done[0].en, "payment/pay-1 (Acme): pay: noted");
    let why = take(&done.tree, "li-wei", PAY, "pay", &given(&["received+=60.51"])).err().unwrap();
    assert_eq!(why, "payment-fits: 100.51 would have come in, 100.50 is due");
    let done = take(&done.tree, "li-wei", PAY, "收款", &Options::default()).unwrap();
    assert_eq!(
        done.diff,
        "+status: paid\n+  - {amount: 60.50, on: 2026-11-21}\n+moves:\n+  \
         - {on: 2026-11-21, by: li-wei, status: paid}\n"
    );
    let why = take(&done.tree, "li-wei", PAY, "pay", &Options::default()).err().unwrap();
    assert!(why.starts_with("forbidden: payment/pay-1 is paid: no step `pay`"), "{why}");
}

#[test]
fn reminders_are_kept_with_what_was_promised() {
    // DEV-GAR-6
    let tree = book(&[("payments/pay-1.yaml", PAYMENT)]);
    let done = take(&tree, "li-wei", PAY, "remind", &Options::default()).unwrap();
    assert_eq!(done.diff, "+collections:\n+  - {on: 2026-11-21, by: li-wei}\n");
    let done =
        take(&done.tree, "li-wei", PAY, "催收", &given(&["collections+=2026-11-28"])).unwrap();
    let promised = "+  - {promise_date: 2026-11-28, on: 2026-11-21, by: li-wei}\n";
    assert_eq!(done.diff, promised);
}

#[test]
fn an_order_of_a_customer_of_low_credit_waits_for_the_manager() {
    // TAG-2.1.7a
    let order = "customer: beta\namount: 9000\nlines:\n  - product: erp\ndelivery_due: 2027-01-31\n\
                 payment_terms: 货到付款\nowner: li-wei\n";
    let with = |rating: &str| {
        let customer = format!(
            "name: Beta\ntype: sme\ncontacts:\n  - id: c-1\n    name: 李四\n    primary: true\n\
             industry: C39\ncredit:\n  rating: {rating}\nowner: wang-fang\n"
        );
        book(&[("customers/beta.yaml", &customer), ("orders/ord-1.yaml", order)])
    };
    let ord = (Kind::Order, "ord-1");
    let reviewed = |rating: &str| {
        let tree = approve(&with(rating), "wang-fang", ord, "order_review");
        take(&tree, "li-wei", ord, "review", &Options::default())
    };
    assert!(reviewed("CCC").is_ok());
    let why = reviewed("CC").err().unwrap();
    assert_eq!(
        why,
        "approved: order of a customer of low credit is missing; it is for level 2 or above (boss)"
    );
    let tree = approve(&with("CC"), "wang-fang", ord, "order_review");
    let tree = approve(&tree, "boss", ord, "order_credit");
    assert!(take(&tree, "li-wei", ord, "review", &Options::default()).is_ok());
}
