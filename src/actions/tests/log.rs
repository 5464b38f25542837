//! Logging what has happened.

use super::*;
use crate::actions::log::{Entry, plan};

fn entry(kind: &str, content: &str) -> Entry {
    Entry {
        kind: kind.to_owned(),
        content: content.to_owned(),
        on: None,
        purpose: None,
        feedback: None,
        result: None,
        next: None,
    }
}

fn log(me: &str, kind: Kind, record: &str, entry: &Entry) -> Result<Done, Refused> {
    act(&book(&[]), me, |book, actor| plan(book, actor, (kind, &id(record)), entry))
}

fn activity(done: &Done) -> String {
    let path = done.diff.lines().next().unwrap().strip_prefix("new ").unwrap();
    done.text(path)
}

#[test]
fn a_call_about_a_deal_is_with_its_customer() {
    // OPS-3.3.2
    let done = log("li-wei", Kind::Opportunity, "acme-1", &entry("电话", "谈价格")).unwrap();
    assert!(done.diff.starts_with("new activities/2026/11/act-261121-"), "{}", done.diff);
    assert_eq!(
        activity(&done),
        "type: call\non: 2026-11-21\ncustomer: acme\nopportunity: acme-1\nmember: li-wei\n\
         purpose: follow_up\ncontent: 谈价格\nentered: {at: 2026-11-21T09:00:00+08:00, by: li-wei}\n"
    );
    assert_eq!(done.plan.changes.len(), 1);
}

#[test]
fn a_visit_to_a_customer_names_no_deal() {
    let visit = Entry {
        on: Some("2026-10-31".to_owned()),
        purpose: Some("再次拜访".to_owned()),
        feedback: Some("good".to_owned()),
        result: Some("demo agreed".to_owned()),
        ..entry("visit", "on site")
    };
    let done = log("li-wei", Kind::Customer, "acme", &visit).unwrap();
    assert!(done.diff.starts_with("new activities/2026/10/act-261031-"), "{}", done.diff);
    assert_eq!(
        activity(&done),
        "type: visit\non: 2026-10-31\ncustomer: acme\nmember: li-wei\npurpose: revisit\n\
         content: on site\nfeedback: good\nresult: demo agreed\n\
         entered: {at: 2026-11-21T09:00:00+08:00, by: li-wei}\n"
    );
}

fn with_next(on: &str, what: &str) -> Entry {
    Entry { next: Some((on.to_owned(), what.to_owned())), ..entry("call", "agreed") }
}

#[test]
fn the_next_step_is_moved_on() {
    let done = log("li-wei", Kind::Opportunity, "acme-1", &with_next("+3wd", "sign")).unwrap();
    let (_, changed) = done.diff.split_once('\n').unwrap();
    assert_eq!(
        changed,
        "-  on: 2026-11-24\n-  what: review  # with the CFO\n+  on: 2026-11-25\n+  what: sign  # with the CFO\n"
    );
    assert!(activity(&done).contains("next: {on: 2026-11-25, what: sign}\n"));
    assert_eq!(done.plan.touched.len(), 2);
}

#[test]
fn a_record_without_a_next_step_gets_one() {
    let done = log("li-wei", Kind::Customer, "acme", &with_next("2026-12-01", "visit")).unwrap();
    let (_, changed) = done.diff.split_once('\n').unwrap();
    assert_eq!(changed, "+next:\n+  on: 2026-12-01\n+  what: visit\n");
    // A date alone puts off what is planned.
    let done = log("li-wei", Kind::Opportunity, "acme-1", &with_next("2026-12-01", "")).unwrap();
    let (_, changed) = done.diff.split_once('\n').unwrap();
    assert_eq!(changed, "-  on: 2026-11-24\n+  on: 2026-12-01\n");
}

#[test]
fn what_is_still_to_come_is_not_logged() {
    let future = Entry { on: Some("明天".to_owned()), ..entry("call", "x") };
    assert_eq!(
        log("li-wei", Kind::Customer, "acme", &future).err().as_deref(),
        Some("cannot: an activity is logged when it has happened; 2026-11-22 is still to come")
    );
}

#[test]
fn nobody_known_cannot_log() {
    assert_eq!(
        log("-", Kind::Customer, "acme", &entry("call", "x")).err().as_deref(),
        Some("cannot: who logs this? say `--as MEMBER`")
    );
}

#[test]
fn types_and_purposes_are_those_of_the_book() {
    assert_eq!(
        log("li-wei", Kind::Customer, "acme", &entry("fax", "x")).err().as_deref(),
        Some(
            "cannot: `fax` is none of call, visit, email, sms, wechat, meeting, demo, social, care"
        )
    );
    let odd = Entry { purpose: Some("folow_up".to_owned()), ..entry("call", "x") };
    assert_eq!(
        log("li-wei", Kind::Customer, "acme", &odd).err().as_deref(),
        Some("cannot: `folow_up` is not in the list; did you mean `follow_up`?")
    );
}

#[test]
fn the_next_sensible_step_is_told_where_none_is_planned() {
    let done = log("li-wei", Kind::Opportunity, "acme-1", &entry("call", "x")).unwrap();
    assert_eq!(done.plan.next, None);
    let tree =
        book(&[("opportunities/acme-2.yaml", "customer: acme\nstage: potential\nowner: li-wei\n")]);
    let done = act(&tree, "li-wei", |book, actor| {
        plan(book, actor, (Kind::Opportunity, &id("acme-2")), &entry("call", "x"))
    });
    assert_eq!(
        done.unwrap().plan.next.unwrap().en,
        "agree on a next step: `salesops set opportunity/acme-2 next.on=DATE next.what=TEXT`"
    );
}
