//! A lead becomes a customer and an opportunity.

use super::{Done, Refused, act, assign, book, id};
use crate::actions::leads::convert::{Options, plan};
use crate::store::Memory;

const LEAD: &str = "\
name: 恒锐机械
contact:
  name: 周建平
  phone: \"13962188801\"
source: social_media
campaign: fair
referrer: customer/beta
territory: north
need: 三条产线要上 MES
need_clarity: clear
intent: high
products:
  - erp
expected_amount: 680000
budget: {max: 700000}
grade: mid
owner: li-wei
next:
  on: 2026-11-24
  what: 上门
";

const CALL: (&str, &str) =
    ("activities/act-9.yaml", "type: call\non: 2026-11-20\nlead: lead-1\nmember: li-wei\n");

const FIELDS: [&str; 4] = [
    "interest_evidence=要求报价",
    "needs.objective=稼动率",
    "competition.none_known=yes",
    "expected_close=2027-01-31",
];

fn with(lead: &str, files: &[(&str, &str)]) -> Memory {
    let own = [("leads/lead-1.yaml", lead), ("campaigns/fair.yaml", "name: 展会\n"), CALL];
    book(&[&own[..], files].concat())
}

fn converted(
    tree: &Memory,
    me: &str,
    fields: &[&str],
    change: impl FnOnce(&mut Options),
) -> Result<Done, Refused> {
    let mut options = Options {
        fields: fields.iter().map(|field| assign::parse(field).unwrap()).collect(),
        ..Options::default()
    };
    change(&mut options);
    act(tree, me, |book, actor| plan(book, actor, &id("lead-1"), &options))
}

fn text(done: &Done, folder: &str) -> String {
    let change = done.plan.changes.iter().find(|change| change.path.starts_with(folder));
    String::from_utf8(change.unwrap().after.clone().unwrap()).unwrap()
}

// OPS-4.1.1, OPS-4.1.2, TAG-2.2.1
#[test]
fn everything_that_is_known_is_carried_over() {
    let fields = [&FIELDS[..], &["customer.type=sme", "customer.industry=C34"]].concat();
    let done = converted(&with(LEAD, &[]), "li-wei", &fields, |_| {}).unwrap();
    let customer = text(&done, "customers/");
    for part in [
        "name: 恒锐机械\ntype: sme\n",
        "    name: 周建平\n    phone: \"13962188801\"\n    primary: true\n",
        "territory: north\nindustry: C34\nintent:\n  level: high\n  budget: {max: 700000}\n",
        "owner: li-wei\n",
    ] {
        assert!(customer.contains(part), "{part}: {customer}");
    }
    let deal = text(&done, "opportunities/");
    for part in [
        "customer: hengruijixie\nname: ERP\nsource: online_marketing\nlead: lead-1\ncampaign: fair\n\
         referrer: customer/beta\nneed_clarity: clear\nintent: high\ninterest_evidence: 要求报价\n",
        "needs:\n  summary: 三条产线要上 MES\n  objective: 稼动率\n  budget:\n    max: 700000\n",
        "stage: interested\n\namount: 680000\nlines:\n  - product: erp\nexpected_close: 2027-01-31\n",
        "next:\n  on: 2026-11-24\n  what: 上门\nmoves:\n  - {on: 2026-11-21, by: li-wei, stage: interested}\n",
    ] {
        assert!(deal.contains(part), "{part}: {deal}");
    }
    assert!(!deal.contains("territory"), "it is the customer's");
    let lead = text(&done, "leads/");
    assert!(lead.contains("status: converted\n") && !lead.contains("next:"), "{lead}");
    assert!(lead.contains("customer: hengruijixie\nopportunity: hengruijixie-"), "{lead}");
    assert!(done.plan.touched[0].1.starts_with("hengruijixie-"), "`-` is the opportunity");
    let again = converted(&done.tree, "li-wei", &fields, |_| {}).err().unwrap();
    assert_eq!(again, "forbidden: lead/lead-1 is converted");
}

// Domain table (d): each gate holds without its evidence; the first contact is the lead's.
#[test]
fn the_gates_of_the_entry_stage_are_asked() {
    let missing = |tree: &Memory, fields: &[&str]| {
        let why = converted(tree, "li-wei", fields, |_| {}).err().unwrap_or_default();
        why.lines().map(|line| line.split(':').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let all = ["interest", "need", "competition", "expected-close"];
    assert_eq!(missing(&with(LEAD, &[]), &[]), all);
    let silent = with(LEAD, &[(CALL.0, "type: call\non: 2026-11-20\nmember: li-wei\n")]);
    assert_eq!(missing(&silent, &FIELDS), ["first-contact"]);
    for (at, gate) in all.iter().enumerate() {
        let mut fields = FIELDS.to_vec();
        fields.remove(at);
        assert_eq!(missing(&with(LEAD, &[]), &fields), [*gate]);
    }
}

// ITS-3.1.2
#[test]
fn a_low_lead_gets_no_customer_file_unless_that_is_waived() {
    let low = with(&LEAD.replace("grade: mid", "grade: low"), &[]);
    let held = converted(&low, "li-wei", &FIELDS, |_| {}).err().unwrap();
    assert_eq!(
        held,
        "customer-file: the lead is graded low; a customer file asks for mid or better"
    );
    let ungraded = with(&LEAD.replace("grade: mid\n", ""), &[]);
    let held = converted(&ungraded, "li-wei", &FIELDS, |_| {}).err().unwrap();
    assert_eq!(held, "customer-file: the lead is not graded");
    let waived = converted(&low, "li-wei", &FIELDS, |options| {
        options.waive = vec!["customer-file".to_owned()];
        options.reason = Some("老板介绍".to_owned());
    });
    let deal = text(&waived.unwrap(), "opportunities/");
    let step = "{on: 2026-11-21, by: li-wei, stage: interested, reason: 老板介绍, waived: [customer-file]}";
    assert!(deal.contains(step), "{deal}");
    // A customer that is there has its file already.
    let there = converted(&low, "li-wei", &FIELDS, |it| it.customer = Some(id("acme")));
    assert!(text(&there.unwrap(), "customers/").contains("周建平"));
}

// TAG-2.1.1a: a customer is not made twice.
#[test]
fn a_customer_that_is_there_is_taken_when_that_is_sure() {
    let same = with(&LEAD.replace("恒锐机械", "爱客").replace("周建平", "李四"), &[]);
    let done = converted(&same, "li-wei", &FIELDS, |_| {}).unwrap();
    assert!(text(&done, "opportunities/").contains("customer: acme\n"));
    assert!(!done.diff.contains("new customers/"), "{}", done.diff);
    let known = (
        "customers/other.yaml",
        "name: 另一家\ncontacts:\n  - id: c-1\n    name: 钱\n    phone: \"13962188801\"\n",
    );
    let alike = with(LEAD, &[known]);
    let why = converted(&alike, "li-wei", &FIELDS, |_| {}).err().unwrap();
    assert!(
        why.starts_with(
            "forbidden: it may be there already: customer/other (另一家, same telephone)"
        ),
        "{why}"
    );
    let new = converted(&alike, "li-wei", &FIELDS, |options| options.new = true).unwrap();
    assert!(new.diff.contains("new customers/hengruijixie.yaml"), "{}", new.diff);
}

// DEV-REG-1: neither a lead nor a customer of another is taken.
#[test]
fn what_is_another_s_is_not_converted() {
    let theirs = with(&LEAD.replace("owner: li-wei", "owner: wang-fang"), &[]);
    let why = converted(&theirs, "li-wei", &FIELDS, |_| {}).err().unwrap();
    assert_eq!(why, "forbidden: lead/lead-1 is 王芳's");
    let beta = with(&LEAD.replace("恒锐机械", "Beta"), &[]);
    let why = converted(&beta, "li-wei", &FIELDS, |_| {}).err().unwrap();
    assert!(why.starts_with("forbidden: the customer is another's: customer/beta"), "{why}");
    converted(&beta, "wang-fang", &FIELDS, |_| {}).unwrap();
}

#[test]
fn fields_that_do_not_fit_are_refused() {
    let tree = with(LEAD, &[]);
    let refused = |field: &str| {
        let fields = [&FIELDS[..], &[field]].concat();
        converted(&tree, "li-wei", &fields, |_| {}).err().unwrap()
    };
    assert!(refused("stage=solution").contains("`salesops advance` writes it"));
    assert!(refused("expected_close=soon").starts_with("cannot:"));
    assert!(refused("customer.size=giant").starts_with("cannot:"));
    assert!(refused("amount=").contains("say what `amount` is"));
}

// DEV-REG-1: the reason for which a lead went past its territory holds for the customer.
#[test]
fn who_got_a_lead_past_its_territory_keeps_the_customer() {
    let moves =
        "moves:\n  - {on: 2026-11-19, owner: li-wei, reason: 客户指定, waived: [lead-territory]}\n";
    let north = ("territories/north.yaml", "name: 华北\nowner: wang-fang\nteam: 北区\n");
    let rep = ("members/li-wei.yaml", "name: 李伟\nemail: li@example.com\nrole: sales_rep\n");
    let tree = with(&format!("{LEAD}{moves}"), &[north, rep]);
    let done = converted(&tree, "li-wei", &FIELDS, |_| {}).unwrap();
    assert!(text(&done, "customers/").contains("waived: [lead-territory]"), "{}", done.diff);
    let without = converted(&with(LEAD, &[north, rep]), "li-wei", &FIELDS, |_| {}).err().unwrap();
    assert!(without.contains("owner-outside-territory"), "{without}");
}
