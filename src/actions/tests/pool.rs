//! The public pool: given up for a reason, taken by another, within the limits of the policy.

use super::*;
use crate::actions::pool;
use crate::actions::set;
use crate::flow::recycling;

const LEAD: &str = "\
name: 恒锐  # from the fair
contact:
  name: 周
source: exhibition
need: 三条产线要上 MES
status: contacted
grade: mid
graded: {on: 2026-11-02}

owner: li-wei

assignment:
  to: li-wei
  by: wang-fang
  at: 2026-11-03T09:00:00+08:00

next:
  on: 2026-11-24
moves:
  - {on: 2026-11-03, by: wang-fang, owner: li-wei}
";

fn tree(more: &[(&str, &str)]) -> Memory {
    let own = [
        ("customers/gamma.yaml", "name: Gamma\nowner: li-wei\nnext:\n  on: 2026-11-24\n"),
        ("leads/lead-1.yaml", LEAD),
        (
            "members/chen.yaml",
            "name: 陈静\nemail: c@example.com\nrole: sales_rep\nreports_to: wang-fang\n",
        ),
    ];
    book(&own.into_iter().chain(more.iter().copied()).collect::<Vec<_>>())
}

fn released(tree: &Memory, me: &str, kind: Kind, of: &str, reason: &str) -> Result<Done, Refused> {
    act(tree, me, |book, actor| pool::release(book, actor, book.any(kind, of).unwrap(), reason))
}

fn claimed(tree: &Memory, me: &str, kind: Kind, of: &str) -> Result<Done, Refused> {
    act(tree, me, |book, actor| pool::claim(book, actor, book.any(kind, of).unwrap()))
}

// OPS-1.1, OPS-2.4.1
#[test]
fn a_customer_is_given_up_by_one_and_taken_by_another() {
    let pooled = released(&tree(&[]), "li-wei", Kind::Customer, "gamma", "不再跟进").unwrap();
    assert_eq!(
        pooled.diff,
        "-owner: li-wei\n-next:\n-  on: 2026-11-24\n+moves:\n\
         +  - {on: 2026-11-21, by: li-wei, pool: true, from: li-wei, reason: 不再跟进}\n"
    );
    let taken = claimed(&pooled.tree, "chen", Kind::Customer, "gamma").unwrap();
    assert!(
        taken.diff.contains("+  - {on: 2026-11-21, by: chen, owner: chen, pool: false}\n"),
        "{}",
        taken.diff
    );
    assert!(taken.text("customers/gamma.yaml").contains("owner: chen\n"));
    assert_eq!(taken.plan.done[0].en, "customer/gamma (Gamma) is 陈静's");
}

// OPS-2.4.1, OPS-2.4.2: as if it had been assigned, and taken note of.
#[test]
fn a_lead_goes_back_to_where_it_was_before_somebody_got_it() {
    let pooled = released(&tree(&[]), "wang-fang", Kind::Lead, "lead-1", "三次未接").unwrap();
    let text = pooled.text("leads/lead-1.yaml");
    assert!(text.contains("status: graded\n"), "{text}");
    for gone in ["assignment", "next:", "\nowner"] {
        assert!(!text.contains(gone), "{gone}\n{text}");
    }
    let step = "{on: 2026-11-21, by: wang-fang, pool: true, from: li-wei, reason: 三次未接}";
    assert!(text.contains(step), "{text}");
    let taken = claimed(&pooled.tree, "chen", Kind::Lead, "lead-1").unwrap();
    let text = taken.text("leads/lead-1.yaml");
    for there in [
        "status: assigned\n",
        "owner: chen\n",
        "  acknowledged_at: 2026-11-21T09:00:00+08:00\n",
        "  - {on: 2026-11-21, by: chen, owner: chen, pool: false}\n",
    ] {
        assert!(text.contains(there), "{there}\n{text}");
    }
}

// DEV-REG-1: who develops, benefits; what is others' is not given up for them.
#[test]
fn only_its_owner_or_who_leads_gives_it_up_and_a_deal_keeps_it() {
    let refused = |me: &str, of: &str, reason: &str| {
        released(&tree(&[]), me, Kind::Customer, of, reason).err().unwrap()
    };
    let stranger = refused("chen", "gamma", "x");
    assert!(stranger.starts_with("forbidden: what is others' is given away by"), "{stranger}");
    assert_eq!(refused("li-wei", "gamma", " "), "forbidden: say why: `--reason TEXT`");
    assert!(refused("-", "gamma", "x").starts_with("cannot: who does this?"));
    let deal = refused("li-wei", "acme", "x");
    assert!(deal.starts_with("forbidden: opportunity/acme-1 is open; close it"), "{deal}");
    let lost = tree(&[(
        "opportunities/acme-1.yaml",
        "customer: acme\nstage: potential\noutcome: lost\nowner: li-wei\n",
    )]);
    released(&lost, "li-wei", Kind::Customer, "acme", "x").unwrap();
    let pooled = released(&tree(&[]), "li-wei", Kind::Customer, "gamma", "x").unwrap().tree;
    assert_eq!(
        released(&pooled, "li-wei", Kind::Customer, "gamma", "x").err().unwrap(),
        "cannot: nobody has customer/gamma; it is in the public pool"
    );
    let over = tree(&[("leads/lead-1.yaml", &LEAD.replace("contacted", "converted"))]);
    let over = released(&over, "li-wei", Kind::Lead, "lead-1", "x").err().unwrap();
    assert_eq!(over, "forbidden: lead/lead-1 is converted");
}

#[test]
fn what_somebody_has_is_not_in_the_pool() {
    let refused = |me: &str| claimed(&tree(&[]), me, Kind::Customer, "gamma").err().unwrap();
    assert_eq!(refused("chen"), "forbidden: customer/gamma is 李伟's and not in the public pool");
    assert_eq!(refused("li-wei"), "cannot: customer/gamma is yours already");
    assert!(refused("-").starts_with("cannot: who does this?"));
    let left = tree(&[
        ("members/old.yaml", "name: 老王\nleft_on: 2026-01-01\n"),
        ("customers/gamma.yaml", "name: Gamma\nowner: old\n"),
    ]);
    claimed(&left, "chen", Kind::Customer, "gamma").unwrap();
}

#[test]
fn who_gave_it_up_leaves_it_to_others_for_a_while() {
    let again = |on: &str, policy: &str| {
        let customer = format!(
            "name: Gamma\nmoves:\n  - {{on: {on}, by: wang-fang, pool: true, from: li-wei}}\n"
        );
        let tree = tree(&[("customers/gamma.yaml", &customer), ("salesops.toml", policy)]);
        claimed(&tree, "li-wei", Kind::Customer, "gamma").err()
    };
    assert_eq!(
        again("2026-10-23", "").unwrap(),
        "forbidden: customer/gamma was yours; it is left to others until 2026-11-22 (`pool.cool_off_days`)"
    );
    assert_eq!(again("2026-10-22", ""), None);
    assert_eq!(again("2026-11-20", "[pool]\ncool_off_days = 1\n"), None);
}

#[test]
fn a_day_and_a_member_hold_only_so_much() {
    let taken =
        "name: A\nowner: chen\nmoves:\n  - {on: 2026-11-21, by: chen, owner: chen, pool: false}\n";
    let got = taken.replace(", pool: false", "");
    let refused = |policy: &str, customer: &str| {
        let tree = tree(&[
            ("customers/free.yaml", "name: 无主\n"),
            ("customers/taken.yaml", customer),
            ("salesops.toml", policy),
        ]);
        claimed(&tree, "chen", Kind::Customer, "free").err()
    };
    let daily = "[pool]\ndaily_claims = 1\n";
    assert_eq!(
        refused(daily, taken).unwrap(),
        "forbidden: you took 1 out of the public pool today, and the policy allows no more (`pool.daily_claims`)"
    );
    assert_eq!(refused(daily, &got), None, "what was given counts for nothing");
    assert_eq!(refused(daily, &taken.replace("11-21", "11-20")), None, "yesterday's neither");
    assert_eq!(
        refused("[pool]\nmax_customers = 1\n", &got).unwrap(),
        "forbidden: you have 1 customers; the policy allows 1 (`pool.max_customers`)"
    );
}

// OPS-2.4.1: the gates of assigning hold for taking, too.
#[test]
fn a_lead_is_taken_through_the_gates_of_assigning() {
    let free = LEAD.replace("status: contacted\n", "").replace("\nowner: li-wei\n", "");
    let (free, _) = free.split_once("\nassignment").unwrap();
    let refused = |lead: &str, more: &[(&str, &str)]| {
        let files = [&[("leads/lead-1.yaml", lead)], more].concat();
        claimed(&tree(&files), "chen", Kind::Lead, "lead-1").err()
    };
    assert_eq!(refused(free, &[]), None);
    let ungraded = free.replace("grade: mid\ngraded: {on: 2026-11-02}\n", "");
    assert_eq!(refused(&ungraded, &[]).unwrap(), "lead-graded: the lead is not graded");
    let full = [
        ("leads/lead-2.yaml", "name: 旧\nowner: chen\n"),
        ("salesops.toml", "[assign]\nmax_open_leads = 1\n"),
    ];
    let over = "lead-capacity: 陈静 has 1 open leads; the policy allows 1";
    assert_eq!(refused(free, &full).unwrap(), over);
}

#[test]
fn what_is_in_the_pool_is_not_taken_by_setting_its_owner() {
    let pooled = released(&tree(&[]), "li-wei", Kind::Customer, "gamma", "x").unwrap().tree;
    let owner = [assign::parse("owner=me").unwrap()];
    let why = act(&pooled, "chen", |book, actor| {
        set::plan(book, actor, Kind::Customer, &id("gamma"), &owner)
    });
    assert_eq!(
        why.err().unwrap(),
        "forbidden: customer/gamma is in the public pool; take it: `salesops pool claim customer/gamma`"
    );
}

// OPS-2.3.4, DEV-REG-1
#[test]
fn what_lies_idle_goes_back_into_the_pool() {
    let idle = "name: Delta\nowner: li-wei\nentered: {at: 2026-01-05T09:00:00+08:00}\n";
    let tree = tree(&[("customers/delta.yaml", idle)]);
    let recycled = |me: &str| {
        act(&tree, me, |book, actor| {
            let found = recycling::idle(book, Kind::Customer, actor.today)?;
            pool::recycle(book, actor, &found).map(|bulk| bulk.plan)
        })
    };
    let done = recycled("wang-fang").unwrap();
    assert_eq!(
        done.diff,
        "-owner: li-wei\n+moves:\n+  - {on: 2026-11-21, by: wang-fang, pool: true, from: li-wei, \
         reason: 长期未跟进，保留至 2026-07-04}\n"
    );
    // What is others' is given away by who may.
    let why = recycled("chen").err().unwrap();
    assert!(why.starts_with("forbidden: what is others' is given away by"), "{why}");
}
