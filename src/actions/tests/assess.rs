//! Assessments: compiled for all at once, checked and decided by others, fixed afterwards.

use super::*;
use crate::actions::assess::{self, Fate};
use crate::actions::step::Options;
use crate::base::span::Span;

fn figures(more: &[(&str, &str)]) -> Memory {
    let files = [
        ("members/boss.yaml", "name: 赵敏\nrole: sales_manager\n"),
        ("members/wang-fang.yaml", "name: 王芳\nrole: sales_supervisor\n"),
        ("members/he-fang.yaml", "name: 何芳\nrole: sales_clerk\n"),
        ("members/li-wei.yaml", "name: 李伟\nrole: sales_rep\n"),
        ("members/gone.yaml", "name: 离职\nrole: sales_rep\nleft_on: 2026-10-01\n"),
        (
            "targets/2026-10-li-wei.yaml",
            "period: 2026-10\nmember: li-wei\ngoals:\n  - {kpi: sales_amount, value: 100}\n  \
             - {kpi: new_customers, value: 1}\n",
        ),
        (
            "opportunities/won.yaml",
            "customer: acme\nstage: contract\noutcome: won\n\
             closed: {on: 2026-10-20, owner: li-wei, amount: 200.00}\n",
        ),
    ];
    let files: Vec<_> = files.into_iter().chain(more.iter().copied()).collect();
    book(&files)
}

fn compile(tree: &Memory, me: &str, of: &[&str]) -> Result<(Done, Vec<(String, Fate)>), Refused> {
    let mut fates = Vec::new();
    let done = act(tree, me, |book, actor| {
        let month = Span::parse("2026-10").unwrap();
        let of: Vec<Id> = of.iter().map(|member| id(member)).collect();
        let (plan, compiled) = assess::plan(book, actor, &month, &of)?;
        fates = compiled.iter().map(|it| (it.member.to_string(), it.fate)).collect();
        Ok(plan)
    })?;
    Ok((done, fates))
}

const OCTOBER: (Kind, &str) = (Kind::Assessment, "2026-10-li-wei");
const FILE: &str = "assessments/2026-10-li-wei.yaml";

// ITS-4.3.1, ITS-4.3.3, OPS-8.2.1
#[test]
fn three_people_take_an_assessment_to_its_result() {
    let (done, fates) = compile(&figures(&[]), "he-fang", &[]).unwrap();
    assert_eq!(fates, [("li-wei".to_owned(), Fate::New)]);
    let text = done.text(FILE);
    assert!(text.contains("{criterion: sales_amount, weight: 33.25, kpi: sales_amount, basis: contract, currency: CNY, target: 100, actual: 200.00, rate: 1.5}"), "{text}");
    assert!(text.contains("{criterion: satisfaction, weight: 14.25, kpi: satisfaction}"), "{text}");
    // TAG-7.2: tag quality has five per cent, the table the rest.
    assert!(
        text.contains(
            "{criterion: tag_quality, weight: 5, kpi: tag_quality, actual: 100.00, rate: 1.000000}"
        ),
        "{text}"
    );
    assert!(text.contains("compiled_by: he-fang"), "{text}");

    // It waits for those who may take the next step, and for nobody else.
    let inbox = |tree: &Memory| {
        let of = |who: &&str| !waiting(tree, Kind::Assessment, who).is_empty();
        ["boss", "wang-fang", "he-fang", "li-wei"].into_iter().filter(of).collect::<Vec<_>>()
    };
    assert_eq!(inbox(&done.tree), ["boss", "wang-fang"]);
    assert_eq!(waiting(&done.tree, Kind::Assessment, "boss"), ["review"]);
    let none = Options::default();
    let why = take(&done.tree, "wang-fang", OCTOBER, "review", &none).err().unwrap();
    assert!(why.starts_with("assessment-complete: sales profit has neither"), "{why}");
    let scores = given(&[
        "scores+=sales_profit:3",
        "scores+=growth_rate:3",
        "scores+=satisfaction:4:回访三家",
    ]);
    let reviewed = take(&done.tree, "wang-fang", OCTOBER, "审核", &scores).unwrap();
    let text = reviewed.text(FILE);
    // 33.25 × 1.5 + 19 × 0.6 + 14.25 × 0.6 + 14.25 × 1 + 14.25 × 0.8 + 5 × 1
    assert!(text.contains("total: 100.48\nby_score: excellent\n"), "{text}");
    assert!(text.contains("reviewed_by: wang-fang"), "{text}");

    assert_eq!(inbox(&reviewed.tree), ["boss"]);
    assert_eq!(waiting(&reviewed.tree, Kind::Assessment, "boss"), ["decide"]);
    let why = take(&reviewed.tree, "wang-fang", OCTOBER, "decide", &none).err().unwrap();
    assert!(
        why.starts_with("assessment-decided: it is for a sales manager or above (boss)"),
        "{why}"
    );
    let lower = given(&["result=pass"]);
    let why = take(&reviewed.tree, "boss", OCTOBER, "decide", &lower).err().unwrap();
    assert!(why.starts_with("assessment-judged: it is not said why"), "{why}");
    let decided = take(&reviewed.tree, "boss", OCTOBER, "decide", &none).unwrap();
    assert_eq!(inbox(&decided.tree), [""; 0]);
    let text = decided.text(FILE);
    assert!(text.contains("status: final\n"), "{text}");
    assert!(text.contains("result: excellent\n"), "{text}");
    assert!(text.contains("decided_by: boss\ndecided_on: 2026-11-21\n"), "{text}");
}

// TAG-7.2: a company may leave it out; so does a member of whose records nothing is known.
#[test]
fn without_tag_quality_the_table_of_weights_is_whole() {
    let whole = |files: &[(&str, &str)]| {
        let text = compile(&figures(files), "he-fang", &[]).unwrap().0.text(FILE);
        assert!(text.contains("{criterion: sales_amount, weight: 35, "), "{text}");
        assert!(!text.contains("tag_quality"), "{text}");
    };
    whole(&[("salesops.toml", "format = 1\n[tag]\nquality_weight = 0\n")]);
    whole(&[("salesops.toml", "format = 1\npacks = [\"it-department\"]\n")]);
    let nothing = [
        (
            "salesops.toml",
            "format = 1\n[required.customer]\nalways = []\n[required.opportunity]\nalways = []\n",
        ),
        (DEAL, "customer: acme\nstage: potential\n"),
        ("activities/2026/10/act-1.yaml", "type: call\non: 2026-10-07\ncustomer: acme\n"),
    ];
    whole(&nothing);
}

// ITS-4.3.3: what is reviewed stays as it is; what is final is not taken back.
#[test]
fn what_is_reviewed_or_decided_is_not_compiled_again() {
    let at = |status: &str| {
        format!(
            "period: 2026-10\nmember: li-wei\ntable: its\nlines:\n  - {{criterion: results, weight: 100, rate: 1}}\n\
             status: {status}\ntotal: 100.00\nby_score: excellent\nmoves:\n  - {{on: 2026-11-03, status: {status}}}\n"
        )
    };
    for status in ["reviewed", "final"] {
        let file = at(status);
        let tree = figures(&[(FILE, &file)]);
        let (done, fates) = compile(&tree, "he-fang", &[]).unwrap();
        assert_eq!((done.diff.as_str(), fates[0].1), ("", Fate::Kept), "{status}");
        for field in ["scores+=results:5", "total=1", "result=fail", "lines+=results:1"] {
            let set = act(&tree, "boss", |book, actor| {
                let fields = [assign::parse(field).unwrap()];
                crate::actions::set::plan(book, actor, Kind::Assessment, &id(OCTOBER.1), &fields)
            });
            assert!(set.is_err(), "{status} {field}");
        }
    }
    let file = at("reviewed");
    let back = because("数据有误");
    let returned = take(&figures(&[(FILE, &file)]), "wang-fang", OCTOBER, "return", &back).unwrap();
    assert!(!returned.text(FILE).contains("total:"), "{}", returned.text(FILE));
    let file = at("final");
    assert!(take(&figures(&[(FILE, &file)]), "boss", OCTOBER, "return", &back).is_err());
}

#[test]
fn nobody_compiles_their_own_and_a_second_time_changes_nothing() {
    let (_, fates) = compile(&figures(&[]), "li-wei", &[]).unwrap();
    assert_eq!(fates, [("li-wei".to_owned(), Fate::Own)]);
    let (done, _) = compile(&figures(&[]), "he-fang", &["li-wei"]).unwrap();
    let (again, fates) = compile(&done.tree, "he-fang", &[]).unwrap();
    assert_eq!((again.diff.as_str(), fates[0].1), ("", Fate::Same));
    assert!(compile(&figures(&[]), "he-fang", &["boss"]).is_err(), "no table for the manager");
}
