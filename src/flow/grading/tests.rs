//! Small records by hand, at the edges of the policy's tables.

use super::*;
use crate::base::text::Lang;
use crate::store::Memory;

fn verdict(kind: Kind, files: &[(&str, &str)]) -> Option<Verdict> {
    let tree = Memory::new(files.iter().copied());
    let book = Book::open(&tree).unwrap();
    assert!(book.policy_faults().is_empty(), "{:?}", book.policy_faults());
    let grader = Grader::new(&book, Date::parse_iso("2026-11-21").unwrap(), kind).unwrap();
    let id = Id::parse("x").unwrap();
    grader.grade(book.any(kind, &id).unwrap())
}

/// `grade score`, and the points of each criterion.
fn check(kind: Kind, files: &[(&str, &str)], expected: &str) {
    let verdict = verdict(kind, files).unwrap();
    let points: Vec<String> = verdict.criteria.iter().map(|it| it.points.to_string()).collect();
    let found = format!("{} {} [{}]", verdict.grade, verdict.score, points.join(" "));
    assert_eq!(found, expected, "{files:?} {:?}", verdict.criteria);
}

fn lead(text: &str) -> [(&'static str, String); 2] {
    let product = "name: CRM\n".to_owned();
    [("leads/x.yaml", text.to_owned()), ("products/crm.yaml", product)]
}

fn check_lead(text: &str, expected: &str) {
    let files = lead(text);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
    check(Kind::Lead, &files, expected);
}

// OPS-2.3.1: 40, 40 and 20 per cent of 0 to 5 points; high from 70, middle from 40.
#[test]
fn leads_are_graded_by_fit_intent_and_value() {
    check_lead("name: A\n", "low 0 [0 0 0]");
    let clear = "name: A\nneed_clarity: clear\nintent: high\n";
    check_lead(clear, "mid 56 [3 4 0]");
    check_lead(&format!("{clear}expected_amount: 99999.99\n"), "mid 60 [3 4 1]");
    check_lead(&format!("{clear}expected_amount: 100000\n"), "mid 68 [3 4 3]");
    check_lead(&format!("{clear}expected_amount: 500000\n"), "high 76 [3 4 5]");
    check_lead(&format!("{clear}products: [crm]\n"), "high 72 [5 4 0]");
    check_lead("name: A\nneed_clarity: partly\nintent: mid\n", "low 32 [2 2 0]");
}

// OPS-2.3.2: a high lead has a clear need and strong intent, whatever the score.
#[test]
fn a_high_score_without_the_evidence_is_a_middle_lead() {
    let text = "name: A\nscore: {fit: 5, intent: 5, value: 5}\n";
    check_lead(text, "mid 100 [5 5 5]");
    let found = verdict(Kind::Lead, &[("leads/x.yaml", text)]).unwrap();
    assert!(found.remarks[0].pick(Lang::En).contains("`need_clarity`"), "{:?}", found.remarks);
    assert!(found.criteria[0].because[0].0.pick(Lang::Zh).contains("人工评分"));
    let founded = format!("{text}need_clarity: clear\nintent: high\n");
    check_lead(&founded, "high 100 [5 5 5]");
    // A score beyond its bounds counts as the bound.
    check_lead("name: A\nscore: {fit: 99, intent: -3, value: 0}\n", "mid 40 [5 0 0]");
}

fn check_deal(text: &str, expected: &str) {
    check(
        Kind::Opportunity,
        &[("opportunities/x.yaml", &format!("{text}stage: potential\n"))],
        expected,
    );
}

// OPS-4.2.2 to 4.2.4: above 70 per cent A, below 30 C, the bounds themselves B.
#[test]
fn deals_are_graded_by_their_chance_and_its_evidence() {
    let strong = "need_clarity: clear\nintent: high\ncompetitive_position: ahead\n";
    let evaluated =
        |text: &str, chance: i64| format!("{text}evaluation:\n  probability: {chance}\n");
    check_deal(&evaluated(strong, 71), "A 71 [71]");
    check_deal(&evaluated(strong, 70), "B 70 [70]");
    check_deal(&evaluated("", 90), "B 90 [90]");
    check_deal(&evaluated("", 30), "B 30 [30]");
    check_deal(&evaluated("", 29), "C 29 [29]");
    check_deal(&evaluated("need_clarity: unclear\n", 90), "C 90 [90]");
    // Nobody has evaluated it: the point table.
    check_deal("", "C 0 [0]");
    check_deal(strong, "B 60 [60]");
    check_deal(&format!("{strong}type: repeat\nneeds:\n  budget:\n    max: 5\n"), "A 80 [80]");
    check_deal("need_clarity: clear\nintent: mid\n", "B 30 [30]");
}

fn won(n: usize, on: &str, amount: &str, more: &str) -> (String, String) {
    let text = format!(
        "customer: x\nstage: contract\noutcome: won\namount: {amount}\n{more}\
         moves:\n  - {{on: {on}, outcome: won}}\nclosed: {{on: {on}, amount: {amount}}}\n"
    );
    (format!("opportunities/d{n}.yaml"), text)
}

fn check_customer(text: &str, deals: &[(String, String)], expected: &str) {
    let customer = format!("name: X\n{text}");
    let mut files = vec![("customers/x.yaml", &*customer)];
    files.extend(deals.iter().map(|(path, text)| (&**path, &**text)));
    check(Kind::Customer, &files, expected);
}

// TEL-4.2.1: frequency 30, amount 40, potential 30 per cent, over twelve months.
#[test]
fn customers_are_graded_by_what_they_bought_in_the_window() {
    check_customer("", &[], "C 0 [0 0 0]");
    let inside = won(1, "2025-11-22", "100000", "");
    let outside = won(2, "2025-11-21", "900000", "");
    check_customer("", std::slice::from_ref(&outside), "C 0 [0 0 0]");
    check_customer("", &[inside.clone(), outside], "C 36 [2 3 0]");
    check_customer("intent:\n  level: mid\n", std::slice::from_ref(&inside), "C 42 [2 3 1]");
    check_customer("size: large\n", std::slice::from_ref(&inside), "B 48 [2 3 2]");
    let second = won(2, "2026-06-01", "900000.00", "");
    check_customer("size: medium\n", &[inside.clone(), second.clone()], "B 64 [3 5 1]");
    check_customer("size: large\nintent:\n  level: high\n", &[inside, second], "A 88 [3 5 5]");
}

#[test]
fn money_in_another_currency_is_left_out_and_told_of() {
    let (path, text) = won(1, "2026-06-01", "900000.00", "currency: USD\n");
    let files = [("customers/x.yaml", "name: X\n"), (&*path, &*text)];
    let found = verdict(Kind::Customer, &files).unwrap();
    assert_eq!((found.grade, found.criteria[0].points, found.criteria[1].points), ("C", 2, 0));
    assert_eq!(found.remarks[0].en, "deals in another currency, left out of the amount: 1");
}

#[test]
fn a_pack_that_is_off_grades_nothing() {
    let files =
        [("salesops.toml", "format = 1\npacks = [\"tags\"]\n"), ("customers/x.yaml", "name: X\n")];
    assert_eq!(verdict(Kind::Customer, &files), None);
    let on = [("salesops.toml", "format = 1\npacks = [\"telesales\"]\n"), files[1]];
    assert!(verdict(Kind::Customer, &on).is_some());
}

#[test]
fn the_policy_of_a_company_decides() {
    let policy = "format = 1\n[lead]\ncut_mid = 10\ncut_high = 20\nweights = { fit = 0, intent = 0, value = 100 }\n\
                  [lead.points]\nvalue = [{ when = \"name:Acme\", points = 1 }]\n";
    let files = [
        ("salesops.toml", policy),
        ("leads/x.yaml", "name: Acme\nneed_clarity: clear\nintent: high\n"),
    ];
    check(Kind::Lead, &files, "high 20 [3 4 1]");
}
