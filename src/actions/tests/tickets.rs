//! The life of a ticket, and the objection that opens one.

use super::*;
use crate::actions::step::Options;

const TICKET: &str = "\
customer: acme
what: 报表打不开  # by telephone
type: complaint
channel: hotline

owner: li-wei
entered: {at: 2026-11-20T16:00:00+08:00, by: li-wei}
";

const TIC: (Kind, &str) = (Kind::Ticket, "tic-1");

fn ticket() -> Memory {
    book(&[("tickets/tic-1.yaml", TICKET)])
}

#[test]
fn a_ticket_is_answered_solved_and_closed() {
    // OPS-6.2.1, OPS-6.2.2, OPS-6.2.3, ITS-7.2.2
    let done = take(&ticket(), "li-wei", TIC, "respond", &Options::default()).unwrap();
    assert_eq!(
        done.diff,
        "+status: responded\n+first_response_at: 2026-11-21T09:00:00+08:00\n+\n+moves:\n+  \
         - {on: 2026-11-21, by: li-wei, status: responded}\n"
    );
    let why = take(&done.tree, "li-wei", TIC, "resolve", &Options::default()).err().unwrap();
    assert!(why.starts_with("ticket-solved: why it happened is missing"), "{why}");
    let how = given(&["analysis=缓存过期", "solution=已更新补丁"]);
    let done = take(&done.tree, "li-wei", TIC, "resolve", &how).unwrap();
    assert!(done.diff.contains("+resolved_at: 2026-11-21T09:00:00+08:00\n"), "{}", done.diff);
    let why = take(&done.tree, "li-wei", TIC, "close", &Options::default()).err().unwrap();
    assert!(why.contains("ticket-fed-back: the customer was not told the result"), "{why}");
    assert!(why.contains("ticket-content: the customer was not asked"), "{why}");
    let content = given(&["feedback_to_customer.channel=电话", "satisfaction.score=5"]);
    let done = take(&done.tree, "li-wei", TIC, "关闭", &content).unwrap();
    assert!(done.diff.contains("+satisfaction: {score: 5, asked_on: 2026-11-21, by: li-wei}\n"));
    assert!(done.diff.contains("status: closed"), "{}", done.diff);
}

#[test]
fn a_ticket_opened_again_keeps_its_first_answer_and_forgets_how_it_ended() {
    let text = "customer: acme\nwhat: 报表打不开\nanalysis: 缓存\nsolution: 补丁\n\
                feedback_to_customer: {channel: 电话}\nsatisfaction: {score: 1}\n\nstatus: resolved\n\
                first_response_at: 2026-11-10T09:00:00+08:00\nresolved_at: 2026-11-11T09:00:00+08:00\n\n\
                owner: li-wei\n";
    let tree = book(&[("tickets/tic-1.yaml", text)]);
    let why = take(&tree, "li-wei", TIC, "close", &Options::default()).err().unwrap();
    assert!(why.starts_with("ticket-content: the customer gives 1; below 3"), "{why}");
    let done = take(&tree, "li-wei", TIC, "reopen", &because("问题依旧")).unwrap();
    let after = done.text("tickets/tic-1.yaml");
    assert!(!after.contains("resolved_at") && !after.contains("satisfaction"), "{after}");
    assert!(!after.contains("feedback_to_customer"), "{after}");
    let done = take(&done.tree, "li-wei", TIC, "respond", &Options::default()).unwrap();
    let after = done.text("tickets/tic-1.yaml");
    assert!(after.contains("first_response_at: 2026-11-10T09:00:00+08:00\n"), "{after}");
}

#[test]
fn a_step_dated_back_counts_from_the_beginning_of_its_day() {
    let on = Options { on: Some("2026-11-20".into()), ..Options::default() };
    let done = take(&ticket(), "li-wei", TIC, "respond", &on).unwrap();
    let at = "+first_response_at: 2026-11-20T00:00:00+08:00\n";
    assert!(done.diff.contains(at), "{}", done.diff);
}

#[test]
fn a_ticket_handed_on_says_to_whom_and_why() {
    // OPS-6.1.1
    let to = Options { reason: Some("休假".into()), ..given(&["owner=wang-fang"]) };
    let done = take(&ticket(), "li-wei", TIC, "transfer", &to).unwrap();
    assert_eq!(
        done.diff,
        "-owner: li-wei\n+owner: wang-fang\n+moves:\n+  - {on: 2026-11-21, by: li-wei, owner: wang-fang}\n\
         +  - {on: 2026-11-21, by: li-wei, reason: 休假}\n"
    );
}

#[test]
fn an_objection_opens_a_ticket_that_holds_the_order_open() {
    // OPS-5.4.2
    let order = "customer: acme\nsupport_owner: wang-fang\nstatus: delivered\namount: 9000\n\
                 lines:\n  - product: erp\nowner: li-wei\n";
    let tree = book(&[("orders/ord-1.yaml", order)]);
    let objection =
        Options { reason: Some("两个模块报错".into()), ..given(&["acceptance.by=c-1"]) };
    let done = take(&tree, "li-wei", (Kind::Order, "ord-1"), "object", &objection).unwrap();
    let path = &done.plan.changes[1].path;
    let text = done.text(path);
    assert!(
        text.starts_with("order: ord-1\ncustomer: acme\nwhat: 两个模块报错\ntype: complaint\n"),
        "{text}"
    );
    assert!(text.contains("severity: major\n") && text.contains("owner: wang-fang\n"), "{text}");
    let reference = path.rsplit_once('/').unwrap().1.trim_end_matches(".yaml");
    let tree = take(&done.tree, "li-wei", (Kind::Order, "ord-1"), "accept", &Options::default())
        .unwrap()
        .tree;
    let why =
        take(&tree, "li-wei", (Kind::Order, "ord-1"), "close", &Options::default()).err().unwrap();
    assert_eq!(why, format!("tickets-settled: ticket/{reference} is still open"));
}
