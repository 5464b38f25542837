//! Grading: by the point tables, and by hand.

use super::{act, id, today};
use crate::actions::grade::{ByHand, Graded, many, plan};
use crate::base::kind::Kind;
use crate::book::AnyRow;
use crate::flow::grading::Grader;
use crate::store::Memory;

/// The diff and what is said of it.
fn grade(tree: &Memory, to: Option<(&str, &str)>) -> Result<(String, String), String> {
    let by_hand = to.map(|(to, until)| ByHand {
        to: to.to_owned(),
        reason: "老客户介绍".to_owned(),
        until: (!until.is_empty()).then(|| until.to_owned()),
    });
    let lead = id("lead-1");
    let done = act(tree, "li-wei", |book, actor| {
        let grader = Grader::new(book, today(), Kind::Lead).unwrap();
        plan(book, actor, &grader, (Kind::Lead, &lead), by_hand.as_ref()).map(|graded| graded.plan)
    })?;
    Ok((done.diff, done.plan.done[0].en.to_string()))
}

fn lead(text: &str) -> Memory {
    Memory::new([("leads/lead-1.yaml", text), ("members/li-wei.yaml", "name: 李伟\n")])
}

// OPS-2.3.1
#[test]
fn a_grade_is_written_with_its_day() {
    let tree = lead("name: A  # fair\nneed_clarity: partly\nintent: high\n");
    let (diff, done) = grade(&tree, None).unwrap();
    assert_eq!(diff, "+grade: mid\n+graded: {on: 2026-11-21, by: li-wei}\n");
    assert_eq!(done, "lead/lead-1 (A): lead grade mid");
}

#[test]
fn a_grade_that_is_right_already_changes_nothing() {
    let tree = lead("name: A\ngrade: low\ngraded: {on: 2026-11-01}\n");
    let (diff, done) = grade(&tree, None).unwrap();
    assert_eq!((&*diff, &*done), ("", "the grade stays: lead grade low"));
}

#[test]
fn a_grade_given_by_hand_keeps_its_reason_until_it_expires() {
    let tree = lead("name: A\ngrade: low\n");
    let (diff, _) = grade(&tree, Some(("高", "2026-12-31"))).unwrap();
    let expected = "-grade: low\n+grade: high\n+graded: {on: 2026-11-21, by: li-wei}\n\
                    +grade_override: {reason: 老客户介绍, by: li-wei, expires: 2026-12-31}\n";
    assert_eq!(diff, expected);
    let hand = "name: A\ngrade: high\ngrade_override: {reason: 介绍, expires: 2026-11-21}\n";
    let (diff, done) = grade(&lead(hand), None).unwrap();
    assert_eq!((&*diff, &*done), ("", "given by hand: lead grade high until 2026-11-21 (介绍)"));
    let over = hand.replace("11-21", "11-20");
    let (diff, _) = grade(&lead(&over), None).unwrap();
    let expected = "-grade: high\n-grade_override: {reason: 介绍, expires: 2026-11-20}\n\
                    +grade: low\n+graded: {on: 2026-11-21, by: li-wei}\n";
    assert_eq!(diff, expected);
}

#[test]
fn what_cannot_be_graded_is_refused() {
    let closed = lead("name: A\nstatus: abandoned\nabandon_reason: 停业\n");
    assert!(grade(&closed, None).unwrap_err().contains("is closed"));
    let tree = lead("name: A\n");
    assert!(grade(&tree, Some(("A", ""))).unwrap_err().contains("`A`"));
    assert!(grade(&tree, Some(("high", "2026-11-20"))).unwrap_err().contains("is over already"));
}

/// What becomes of every lead of a book: changed, so already, refused; and each grade.
fn every(tree: &Memory) -> Result<([usize; 3], Vec<String>), String> {
    let mut found = ([0; 3], Vec::new());
    act(tree, "li-wei", |book, actor| {
        let grader = Grader::new(book, today(), Kind::Lead).unwrap();
        let many = many(book, actor, &grader, &book.rows(Kind::Lead), None)?;
        let bulk = many.bulk;
        found.0 = [bulk.plan.changes.len(), bulk.unchanged, bulk.refused.len()];
        let line = |(row, one): &(AnyRow<'_>, Graded<'_>)| {
            let (score, hand) = (one.verdict.score, if one.by_hand { " by hand" } else { "" });
            format!("{}: {} -> {}{hand} ({score})", row.id, one.before.unwrap_or("-"), one.after)
        };
        found.1 = many.graded.iter().map(line).collect();
        Ok(bulk.plan)
    })?;
    Ok(found)
}

// OPS-2.3.1
#[test]
fn many_records_are_graded_in_one_plan() {
    let tree = Memory::new([
        ("members/li-wei.yaml", "name: 李伟\n"),
        ("leads/lead-1.yaml", "name: A\nneed_clarity: partly\nintent: high\n"),
        ("leads/lead-2.yaml", "name: B\ngrade: low\ngraded: {on: 2026-11-01}\n"),
        ("leads/lead-3.yaml", "name: C\ngrade: high\ngrade_override: {reason: 介绍}\n"),
        ("leads/lead-4.yaml", "name: D\nstatus: abandoned\nabandon_reason: 停业\n"),
    ]);
    let rows =
        ["lead-1: - -> mid (48)", "lead-2: low -> low (0)", "lead-3: high -> high by hand (0)"];
    let rows = rows.map(str::to_owned).to_vec();
    assert_eq!(every(&tree), Ok(([1, 2, 1], rows)));
}

#[test]
fn where_no_record_can_be_graded_it_is_one_refusal() {
    let off = "format = 1\npacks = [\"tags\"]\n";
    let leads = ["leads/lead-1.yaml", "leads/lead-2.yaml"].map(|path| (path, "name: A\n"));
    let tree = Memory::new([("salesops.toml", off), leads[0], leads[1]]);
    assert!(every(&tree).unwrap_err().contains("the policy gives leads no grade"));
}
