//! Every rule at work: a book in which it finds something, and one so near that it does not.

mod allow;
mod approvals;
mod audits;
mod care;
mod clocks;
mod contact;
mod damage;
mod deals;
mod expenses;
mod leads;
mod load;
mod orders;
mod payments;
mod people;
mod performance;
mod plans;
mod policy;
mod remedy;
mod scripts;
mod table;
mod tags;
mod territories;
mod tickets;
mod upkeep;

use super::{Cx, Scope, check};
use crate::base::date::Date;
use crate::base::finding::Finding;
use crate::base::text::Lang;
use crate::book::Book;
use crate::store::{Memory, Tree};
use crate::text::locate;
use crate::text::tree::position;

type Files = &'static [(&'static str, &'static str)];

/// What a rule says of some files laid over [`BASE`], and files of which it says nothing.
struct Case {
    rule: &'static str,
    files: Files,
    en: &'static str,
    zh: &'static str,
    near: Files,
}

/// The cases of all rules that need no more than texts; [`damage`] has the others.
const CASES: &[&[Case]] = &[
    allow::CASES,
    approvals::CASES,
    audits::CASES,
    care::CASES,
    clocks::CASES,
    contact::CASES,
    deals::CASES,
    expenses::CASES,
    leads::CASES,
    load::CASES,
    orders::CASES,
    payments::CASES,
    people::CASES,
    performance::CASES,
    plans::CASES,
    policy::CASES,
    scripts::CASES,
    tags::CASES,
    tickets::CASES,
    territories::CASES,
    upkeep::CASES,
];

/// A book without findings.
const BASE: Files = &[
    ("members/boss.yaml", "name: 赵敏\nemail: zhao@example.com\nrole: sales_manager\n"),
    (
        "members/li-wei.yaml",
        "name: 李伟\nemail: li@example.com\nrole: sales_rep\nreports_to: wang-fang\n",
    ),
    (
        "members/wang-fang.yaml",
        "name: 王芳\nemail: wang@example.com\nrole: sales_supervisor\nreports_to: boss\n",
    ),
    ("territories/north.yaml", "name: 华北\ndistricts:\n  - \"110000\"\n"),
    ("products/crm.yaml", "name: CRM\ncategory: software\n"),
    ("products/erp.yaml", "name: ERP\ncategory: software\n"),
    ("tags/customer.vip.yaml", "label: {en: VIP, zh: 贵宾}\ntype: yes_no\n"),
    ("tags/customer.score.yaml", "label: {en: score, zh: 评分}\ntype: number\n"),
    ("tags/customer.since.yaml", "label: {en: since, zh: 起始}\ntype: date\n"),
    (
        "tags/customer.style.yaml",
        "label: {en: style, zh: 决策方式}\ntype: choice\nmany: true\nvalues:\n  \
         - {key: committee, en: by committee, zh: 集体决策}\n  - {key: single, aliases: [boss]}\n",
    ),
    (
        "tags/customer.rank.yaml",
        "label: {en: rank, zh: 级别}\ntype: text\nstatus: retired\nreplaced_by: customer.vip\n",
    ),
    (
        "customers/acme.yaml",
        "name: Acme\ntype: sme\ncontacts:\n  - id: c-1\n    name: 张三\n    primary: true\n    \
         decision_role: decision_maker\nindustry: I65\nowner: li-wei\n",
    ),
    (
        "customers/beta.yaml",
        "name: Beta\ntype: dealer\ncontacts:\n  - id: c-1\n    name: 李四\n    primary: true\n\
         industry: C39\nowner: li-wei\n",
    ),
    (
        "opportunities/acme-1.yaml",
        "customer: acme\nname: CRM for Acme\nsource: exhibition\ninterest_evidence: asked for a demo\n\
         needs:\n  summary: one list of customers\n  objective: fewer lost calls\n\
         competition:\n  none_known: true\n\nstage: interested\n\nexpected_close: 2026-12-31\n\n\
         owner: li-wei\n\nnext:\n  on: 2026-11-24\n  what: demo\n\
         moves:\n  - {on: 2026-11-02, by: li-wei, stage: interested}\n",
    ),
    (
        "activities/act-1.yaml",
        "type: call\non: 2026-11-02\ncustomer: acme\nmember: li-wei\ncontent: 初次沟通\n",
    ),
];

fn today() -> Date {
    Date::parse_iso("2026-11-21").unwrap()
}

fn tree(files: &[(&str, &str)]) -> Memory {
    Memory::new(BASE.iter().copied().chain(files.iter().copied()))
}

fn findings(tree: &dyn Tree) -> Vec<Finding> {
    let book = Book::open(tree).unwrap();
    check(&Cx { book: &book, today: today(), wide: true }, Scope::All)
}

/// What all rules say of some files laid over [`BASE`], a line a finding.
fn report(files: &[(&str, &str)]) -> String {
    let tree = tree(files);
    lines(&tree, &findings(&tree), Lang::En)
}

/// `level rule path:line:col message`, a line a finding.
fn lines(tree: &dyn Tree, findings: &[Finding], lang: Lang) -> String {
    let line = |finding: &Finding| {
        let source = String::from_utf8_lossy(&tree.read(&finding.file).unwrap_or_default()).into();
        let source: String = source;
        let bytes = locate::bytes(&source, finding.file.ends_with(".toml"), &finding.place);
        let at = position(&source, bytes.start);
        let (level, rule, file) = (finding.level.key(), finding.rule, &finding.file);
        let message = finding.message.pick(lang);
        format!("{level} {rule} {file}:{}:{} {message}", at.line, at.column)
    };
    findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What one rule says of some files laid over [`BASE`].
fn of_rule(rule: &str, files: &[(&str, &str)], lang: Lang) -> String {
    let tree = tree(files);
    let mut found = findings(&tree);
    found.retain(|finding| finding.rule == rule);
    lines(&tree, &found, lang)
}

#[test]
fn the_base_book_has_no_findings() {
    assert_eq!(report(&[]), "");
}

#[test]
fn each_rule_finds_what_it_is_for_and_nothing_near_it() {
    let mut wrong = String::new();
    for case in CASES.iter().copied().flatten() {
        for (lang, expected) in [(Lang::En, case.en), (Lang::Zh, case.zh)] {
            let found = of_rule(case.rule, case.files, lang);
            if found != expected {
                wrong += &format!("expected\n{expected}\nfound\n{found}\n\n");
            }
        }
        let near = of_rule(case.rule, case.near, Lang::En);
        if !near.is_empty() {
            wrong += &format!("near miss\n{near}\n\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
