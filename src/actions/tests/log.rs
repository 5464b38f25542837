//! Logging what has happened.

use super::*;
use crate::actions::log::{self, Entry, plan};

fn entry(kind: &str, content: &str) -> Entry {
    Entry { kind: kind.to_owned(), content: content.to_owned(), ..Entry::default() }
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

fn setting(entry: Entry, words: &[&str]) -> Entry {
    let assignments = words.iter().map(|word| log::assignment(word).unwrap()).collect();
    Entry { assignments, ..entry }
}

// TEL-3.3.3, DEV-5.13.4, DEV-5.4.4, DEV-5.7.2G, OPS-3.4.3
#[test]
fn words_of_the_text_set_fields() {
    let words = [
        "met+=张三",
        "异议+=价格:年付九五折:是",
        "materials+=样本",
        "samples+=样机",
        "pros+=省人工",
        "cons+=太贵",
        "效果=好",
        "prep.talking_points+=新厂房",
    ];
    let visit = setting(entry("visit", "on site"), &words);
    let done = log("li-wei", Kind::Customer, "acme", &visit).unwrap();
    assert_eq!(
        activity(&done),
        "type: visit\non: 2026-11-21\ncustomer: acme\nmember: li-wei\npurpose: follow_up\n\
         prep:\n  talking_points:\n    - 新厂房\nmet:\n  - 张三\ncontent: on site\n\
         objections:\n  - {type: price, handling: 年付九五折, resolved: true}\n\
         pros:\n  - 省人工\ncons:\n  - 太贵\nmaterials:\n  - 样本\nsamples:\n  - 样机\neffect: good\n\
         entered: {at: 2026-11-21T09:00:00+08:00, by: li-wei}\n"
    );
    assert_eq!(log::assignment("价钱=48万"), None, "what names no field is content");
    let own = setting(entry("visit", "x"), &["on=2026-01-01"]);
    assert_eq!(
        log("li-wei", Kind::Customer, "acme", &own).err().as_deref(),
        Some(
            "cannot: `on` follows from the command itself: `salesops log TYPE REF TEXT --on DATE`"
        )
    );
}

// TEL-3.3.1
#[test]
fn a_call_says_how_it_ended() {
    let call = |result: &str| {
        let entry = Entry { result: Some(result.to_owned()), ..entry("call", "x") };
        activity(&log("li-wei", Kind::Customer, "acme", &entry).unwrap())
    };
    assert!(call("未接通").contains("\ncall_result: no_answer\n"));
    assert!(call("下周再谈").contains("\nresult: 下周再谈\n"));
}

// DEV-5.9.1, DEV-5.9.3
#[test]
fn a_visit_after_a_failed_one_is_thought_over() {
    let poor =
        "type: visit\non: 2026-11-10\ncustomer: acme\nmember: li-wei\ncontent: x\neffect: poor\n";
    let tree = book(&[("activities/2026/11/act-9.yaml", poor)]);
    let visit = |entry: Entry| {
        act(&tree, "li-wei", |book, actor| {
            plan(book, actor, (Kind::Opportunity, &id("acme-1")), &entry)
        })
    };
    assert_eq!(
        visit(entry("visit", "again")).err().as_deref(),
        Some(
            "revisit-analysed: the visit of 2026-11-10 went poorly; why is missing\n\
             revisit-analysed: the visit of 2026-11-10 went poorly; how this one set about it anew is missing"
        )
    );
    let thought = setting(entry("visit", "again"), &["analysis=价格", "new_focus=租用"]);
    let done = visit(thought).unwrap();
    assert!(activity(&done).contains("\nprevious: act-9\nanalysis: 价格\nnew_focus: 租用\n"));
    assert!(visit(entry("call", "again")).is_ok());
}

#[test]
fn nothing_said_is_nothing_logged() {
    assert_eq!(
        log("li-wei", Kind::Customer, "acme", &entry("call", " ")).err().as_deref(),
        Some("cannot: say what was said and done")
    );
}
