//! Leads: given to a member, taken note of.

use super::{Done, Refused, act, id, today};
use crate::actions::Actor;
use crate::actions::leads::{ack, assign, keep};
use crate::base::date::Instant;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::flow::handing::Hands;
use crate::store::Memory;

const HOUSE: [(&str, &str); 5] = [
    (
        "members/wang-fang.yaml",
        "name: 王芳\nemail: w@example.com\nrole: sales_supervisor\nteam: north\nterritory: north\n",
    ),
    (
        "members/li-wei.yaml",
        "name: 李伟\nemail: l@example.com\nrole: sales_rep\nteam: north\nterritory: north\n",
    ),
    ("members/chen.yaml", "name: 陈静\nemail: c@example.com\nrole: sales_rep\nterritory: south\n"),
    ("territories/north.yaml", "name: 华北\nteam: north\n"),
    ("territories/south.yaml", "name: 华南\n"),
];

fn with(lead: &str) -> Memory {
    Memory::new(HOUSE.into_iter().chain([("leads/lead-1.yaml", lead)]))
}

const LEAD: &str = "\
name: 恒锐  # from the fair
contact:
  name: 周
source: exhibition
territory: north
need: 三条产线要上 MES
grade: mid
graded: {on: 2026-11-20}
";

fn given(tree: &Memory, me: &str, options: &assign::Options) -> Result<Done, Refused> {
    act(tree, me, |book, actor| {
        assign::refuse_rank(book, actor)?;
        let lead = assign::open_lead(book, &id("lead-1"))?;
        let hands = Hands::new(book, today());
        let ranked = hands.ranked(lead);
        let chosen = assign::chosen(book, &hands, lead, &ranked, options)?;
        assign::plan(book, actor, lead, &chosen, options)
    })
}

fn to(member: &str, waive: &[&str]) -> assign::Options {
    assign::Options {
        to: Some(id(member)),
        waive: waive.iter().map(|it| (*it).to_owned()).collect(),
        reason: (!waive.is_empty()).then(|| "客户指定".to_owned()),
        ..assign::Options::default()
    }
}

// OPS-2.4.1, OPS-2.4.2: a Saturday's lead is contacted within 72 hours of working days.
#[test]
fn a_lead_is_given_with_what_is_asked_and_until_when() {
    let done = given(&with(LEAD), "wang-fang", &assign::Options::default()).unwrap();
    let expected = "
status: assigned
grade: mid
graded: {on: 2026-11-20}

owner: li-wei

assignment:
  to: li-wei
  by: wang-fang
  at: 2026-11-21T09:00:00+08:00
  requirement: 了解需求，提供案例和资料，定期沟通
  first_contact_due: 2026-11-26T00:00:00+08:00

next:
  on: 2026-11-26
  what: 首次接触
moves:
  - {on: 2026-11-21, by: wang-fang, owner: li-wei}
";
    let text = done.text("leads/lead-1.yaml");
    assert_eq!(text.split_once("MES\n").unwrap().1, expected);
    let said = "lead/lead-1 (恒锐) is 李伟's; first contact until 2026-11-26 00:00";
    assert_eq!(done.plan.done[0].en, said);
}

// OPS-3.2.1: each grade has its own clock.
#[test]
fn the_grade_says_until_when_the_first_contact_is_due() {
    for (grade, due) in [("high", "2026-11-24"), ("low", "2026-12-02")] {
        let tree = with(&LEAD.replace("grade: mid", &format!("grade: {grade}")));
        let done = given(&tree, "wang-fang", &assign::Options::default()).unwrap();
        let due = format!("first_contact_due: {due}T00:00:00+08:00");
        assert!(done.diff.contains(&due), "{}", done.diff);
    }
}

// Domain table (d): the approver is a supervisor or leader.
#[test]
fn only_a_leader_assigns() {
    let tree = with(LEAD);
    let options = assign::Options::default();
    let refused =
        "forbidden: leads are assigned by a team leader or above (`assign.by_role` of the policy)";
    assert_eq!(given(&tree, "li-wei", &options).err().as_deref(), Some(refused));
    let nobody = given(&tree, "-", &options).err().unwrap();
    assert!(nobody.starts_with("cannot: who does this?"), "{nobody}");
}

// Domain table (d): the gates, each with its evidence and without; a waiver is kept.
#[test]
fn gates_hold_a_lead_unless_they_are_waived_for_a_reason() {
    let ungraded = with(&LEAD.replace("grade: mid\ngraded: {on: 2026-11-20}\n", ""));
    let plain = assign::Options::default();
    let held = |tree: &Memory, options: &assign::Options| given(tree, "wang-fang", options).err();
    assert_eq!(held(&ungraded, &plain).as_deref(), Some("lead-graded: the lead is not graded"));
    let done = given(&ungraded, "wang-fang", &to("li-wei", &["lead-graded"])).unwrap();
    let step = "+  - {on: 2026-11-21, by: wang-fang, owner: li-wei, reason: 客户指定, waived: [lead-graded]}";
    assert!(done.diff.contains(step), "{}", done.diff);
    let elsewhere = "lead-territory: 陈静 does not work the territory 华北, nor does the team";
    assert_eq!(held(&with(LEAD), &to("chen", &[])).as_deref(), Some(elsewhere));
    // What was waived for a reason is no finding; without it, it would be an error.
    assert_eq!(held(&with(LEAD), &to("chen", &["lead-territory"])), None);
    let full = HOUSE.into_iter().chain([
        ("leads/lead-1.yaml", LEAD),
        ("leads/lead-2.yaml", "name: 旧\nowner: li-wei\n"),
        ("salesops.toml", "[assign]\nmax_open_leads = 1\n"),
    ]);
    let full = Memory::new(full);
    let over = "lead-capacity: 李伟 has 1 open leads; the policy allows 1";
    assert_eq!(held(&full, &plain).as_deref(), Some(over));
    let unreasoned = assign::Options { reason: None, ..to("li-wei", &["lead-capacity"]) };
    assert_eq!(held(&full, &unreasoned).as_deref(), Some("cannot: say why: `--reason TEXT`"));
}

#[test]
fn a_lead_that_is_over_or_given_already_is_not_given_again() {
    let plain = assign::Options::default();
    let over = with("name: A\nstatus: abandoned\nabandon_reason: 停业\n");
    let why = given(&over, "wang-fang", &plain).err().unwrap();
    assert_eq!(why, "forbidden: lead/lead-1 is abandoned");
    let done = given(&with(LEAD), "wang-fang", &plain).unwrap();
    let again = given(&done.tree, "wang-fang", &to("li-wei", &[])).err().unwrap();
    assert_eq!(again, "cannot: lead/lead-1 is 李伟's already");
    // To another it may go: whoever has it takes note anew.
    let acked = acked(&done.tree, "li-wei", &[]).unwrap();
    let moved = given(&acked.tree, "wang-fang", &to("wang-fang", &[])).unwrap();
    let text = moved.text("leads/lead-1.yaml");
    assert!(text.contains("to: wang-fang") && !text.contains("acknowledged_at"), "{text}");
}

fn acked(tree: &Memory, me: &str, ids: &[&str]) -> Result<Done, Refused> {
    let ids: Vec<_> = ids.iter().map(|it| id(it)).collect();
    act(tree, me, |book, actor| ack::plan(book, actor, &ids))
}

// OPS-2.4.2
#[test]
fn who_got_a_lead_takes_note_of_it() {
    let tree = given(&with(LEAD), "wang-fang", &assign::Options::default()).unwrap().tree;
    let done = acked(&tree, "li-wei", &[]).unwrap();
    assert_eq!(done.diff, "+  acknowledged_at: 2026-11-21T09:00:00+08:00\n");
    let other = acked(&tree, "wang-fang", &["lead-1"]).err().unwrap();
    assert_eq!(other, "forbidden: lead/lead-1 was given to 李伟; only who got it takes note of it");
    let none = acked(&done.tree, "li-wei", &[]).unwrap();
    assert_eq!((none.diff.as_str(), &*none.plan.done[0].en), ("", "no lead waits for you"));
    let again = acked(&done.tree, "li-wei", &["lead-1"]).unwrap();
    assert_eq!(again.diff, "");
    let unassigned = acked(&with(LEAD), "li-wei", &["lead-1"]).err().unwrap();
    assert_eq!(unassigned, "forbidden: lead/lead-1 was not assigned");
}

// OPS-2.4.1: by grade, and by load as it grows.
#[test]
fn a_fair_is_handed_out_the_high_leads_first() {
    let lead = |name: &str, rest: &str| format!("name: {name}\nterritory: north\n{rest}");
    let files = [
        ("leads/lead-1.yaml", lead("甲", "grade: low\n")),
        ("leads/lead-2.yaml", lead("乙", "grade: high\n")),
        ("leads/lead-3.yaml", lead("丙", "grade: mid\nowner: li-wei\n")),
        ("leads/lead-4.yaml", lead("丁", "")),
        ("members/zhao.yaml", "name: 赵\nrole: sales_rep\nterritory: north\n".to_owned()),
        ("salesops.toml", "[assign]\nmax_open_leads = 2\n".to_owned()),
    ];
    let files = files.iter().map(|(path, text)| (*path, text.as_str()));
    let tree = Memory::new(HOUSE.into_iter().chain(files));
    let book = Book::open(&tree).unwrap();
    let now = Instant::parse("2026-11-21T09:00:00+08:00").unwrap();
    let (me, mut entropy) = (id("wang-fang"), super::Counter(0));
    let mut actor = Actor { me: Some(&me), now, today: today(), entropy: &mut entropy };
    let mut hands = Hands::new(&book, today());
    let rows = book.rows(Kind::Lead);
    let plain = assign::Options::default();
    let many = assign::many(&book, &mut actor, &mut hands, &rows, &plain).unwrap();
    let given: Vec<String> =
        many.given.iter().map(|(lead, to)| format!("{} {}", lead.id, to.member)).collect();
    // 李伟 has one already and 赵 none; the second lead goes to 李伟, who is as rested.
    assert_eq!(given, ["lead-2 zhao", "lead-1 li-wei"]);
    assert_eq!(many.bulk.unchanged, 1, "lead-3 is somebody's");
    let refused: Vec<&str> = many.bulk.refused.iter().map(|(_, id, _)| &**id).collect();
    assert_eq!(refused, ["lead-4"]);
}

fn kept(tree: &Memory, me: &str, next: &str, what: &str) -> Result<Done, Refused> {
    act(tree, me, |book, actor| keep::nurture(book, actor, &id("lead-1"), next, what))
}

// OPS-2.3.3
#[test]
fn a_lead_that_is_not_ripe_is_kept_with_a_next_step() {
    let tree = with(&format!("{LEAD}owner: li-wei\nnext:\n  on: 2026-11-20\n  what: 回访\n"));
    let done = kept(&tree, "li-wei", "+3wd", "寄送案例").unwrap();
    let text = done.text("leads/lead-1.yaml");
    assert!(text.contains("status: nurturing\n"), "{text}");
    assert!(text.contains("next:\n  on: 2026-11-25\n  what: 寄送案例\n"), "{text}");
    for (next, what) in [("today", "x"), ("2026-11-20", "x"), ("soon", "x"), ("tomorrow", " ")] {
        assert!(kept(&tree, "li-wei", next, what).is_err(), "{next} {what}");
    }
    let other = kept(&tree, "chen", "tomorrow", "x").err().unwrap();
    assert_eq!(other, "forbidden: lead/lead-1 is 李伟's");
}

// OPS-2.3.4
#[test]
fn a_lead_is_given_up_for_a_reason_and_a_high_one_by_a_leader() {
    let given_up = |lead: &str, me: &str, reason: &str| {
        act(&with(lead), me, |book, actor| keep::abandon(book, actor, &id("lead-1"), reason))
            .map(|done| done.text("leads/lead-1.yaml"))
    };
    let low = format!("{}owner: li-wei\nnext: {{on: 2026-11-24}}\n", LEAD.replace("mid", "low"));
    let text = given_up(&low, "li-wei", "停业").unwrap();
    assert!(
        text.contains("status: abandoned\n") && text.contains("abandon_reason: 停业\n"),
        "{text}"
    );
    assert!(!text.contains("next"), "{text}");
    assert!(given_up(&low, "li-wei", " ").err().unwrap().starts_with("forbidden: say why"));
    let high = low.replace("grade: low", "grade: high");
    let held = given_up(&high, "li-wei", "停业").err().unwrap();
    assert!(held.starts_with("forbidden: a high lead is given up by a team leader"), "{held}");
    given_up(&high, "wang-fang", "停业").unwrap();
    let over = low.replace("grade: low", "status: converted");
    assert_eq!(
        given_up(&over, "li-wei", "停业").err().unwrap(),
        "forbidden: lead/lead-1 is converted"
    );
}
