//! One customer out of two, and two out of one again.

use proptest::prelude::*;

use super::*;
use crate::actions::{approve, merge, rename};
use crate::flow::approval;
use crate::model::approval::Verdict;

const TWIN: (&str, &str) = (
    "customers/north/twin.yaml",
    "# added at the fair\nname: Acme 中国\naliases:\n  - 爱客\n  - 艾客\ntype: startup\ncontacts:\n  \
     - id: c-9\n    name: 张三  # the same\n    phone: \"13800138000\"\n    primary: true\n  \
     - id: c-2\n    name: 王五\n    primary: false\nregion: \"110105\"\nsize: large\n\n\
     owner: li-wei\ntags:\n  vip: \"yes\"\n",
);

const OF_TWIN: &[(&str, &str)] = &[
    TWIN,
    ("customers/sub.yaml", "name: Sub\nparent: twin # group\n"),
    (
        "opportunities/twin-1.yaml",
        "customer: twin  # from the fair\nneeds:\n  alignment:\n    confirmed_by: c-9\nstage: potential\nowner: li-wei\n",
    ),
    (
        "activities/2026/10/act-9.yaml",
        "type: call\non: 2026-10-07\ncustomer: twin\nmember: li-wei\nmet:\n  - c-9\n  - c-2\n  - 赵六\n",
    ),
    ("tasks/task-1.yaml", "what: call\nsubject: customer/twin\nwho: li-wei\n"),
];

const CONTRACT: &str = "\
opportunity: twin-1
customer: twin
terms:
  rights: 甲方
status: draft
amount: 100.00

owner: li-wei
";

fn approved(tree: &Memory, record: &str) -> bool {
    let book = Book::open(tree).unwrap();
    let row = book.any(Kind::Contract, &id(record)).unwrap();
    let need = approval::Need::called(&book, "contract_legal").unwrap();
    matches!(approval::standing(&book, row, need), approval::Standing::Approved(_))
}

// What was approved stays so when only ids change, and again when they change back (OPS-4.6.1).
#[test]
fn verdicts_on_what_is_rewritten_still_stand() {
    let lawyer = ("members/fang.yaml", "name: 方正\nemail: f@example.com\nrole: legal_counsel\n");
    let contract = ("contracts/con-1.yaml", CONTRACT);
    let tree = book(&[OF_TWIN, &[lawyer, contract]].concat());
    let decision = approve::Decision {
        verdict: Verdict::Approved,
        what: Some("contract_legal".into()),
        note: None,
    };
    let done = act(&tree, "fang", |book, actor| {
        approve::plan(book, actor, (Kind::Contract, &id("con-1")), &decision)
    });
    let tree = done.unwrap().tree;
    assert!(approved(&tree, "con-1"));
    let together = merged(&tree, "twin", "acme").unwrap().tree;
    assert!(approved(&together, "con-1"));
    is_same(&split(&together, "twin").unwrap().tree, &tree);
    let plan = |kind, record: &str, new: &str| {
        act(&tree, "li-wei", |book, _| rename::plan(book, kind, &id(record), new)).unwrap().tree
    };
    assert!(approved(&plan(Kind::Customer, "twin", "other"), "con-1"));
    assert!(approved(&plan(Kind::Contract, "con-1", "con-2"), "con-2"));
    assert!(approved(&plan(Kind::Member, "fang", "zheng"), "con-1"));
    // A verdict on other contents stays void.
    let mut changed = tree.clone();
    let text = CONTRACT.replace("100.00", "200.00");
    changed.insert("contracts/con-1.yaml", text.into_bytes());
    assert!(!approved(&changed, "con-1"));
    let done =
        act(&changed, "li-wei", |book, _| rename::plan(book, Kind::Customer, &id("twin"), "other"));
    assert!(!approved(&done.unwrap().tree, "con-1"));
}

fn merged(tree: &Memory, from: &str, into: &str) -> Result<Done, Refused> {
    act(tree, "li-wei", |book, actor| merge::plan(book, actor, &id(from), &id(into)))
}

fn split(tree: &Memory, name: &str) -> Result<Done, Refused> {
    act(tree, "li-wei", |book, _| merge::split(book, name))
}

fn is_same(a: &Memory, b: &Memory) {
    assert_eq!(a.list().unwrap().files, b.list().unwrap().files);
    for path in a.list().unwrap().files {
        let text = |tree: &Memory| String::from_utf8(tree.read(&path).unwrap()).unwrap();
        assert_eq!(text(a), text(b), "{path}");
    }
}

// TAG-2.1.1a, TAG-4.1.2b
#[test]
fn the_kept_record_takes_what_it_lacks() {
    let tree = book(OF_TWIN);
    let done = merged(&tree, "twin", "acme").unwrap();
    let text = done.text("customers/acme.yaml");
    for line in [
        "  - 艾客\n",
        "  - Acme 中国\n",
        "former_ids:\n  - twin\n",
        "size: large\n",
        "  vip: \"yes\"\n",
        "    phone: \"13800138000\"\n",
        "  - id: c-2-2\n    name: 王五\n",
        "type: sme\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let (own, _) = text.split_once("merged_from:").unwrap();
    assert_eq!(own.matches("  - 爱客\n").count(), 1, "{text}");
    assert!(done.tree.read(TWIN.0).is_err());
    let deal = done.text("opportunities/twin-1.yaml");
    assert!(
        deal.contains("customer: acme  # from the fair\n") && deal.contains("confirmed_by: c-1\n")
    );
    let call = done.text("activities/2026/10/act-9.yaml");
    assert!(call.contains("met:\n  - c-1\n  - c-2-2\n  - 赵六\n"), "{call}");
    assert!(done.text("customers/sub.yaml").contains("parent: acme # group"));
    assert!(done.text("tasks/task-1.yaml").contains("subject: customer/acme\n"));
    let told: Vec<&str> = done.plan.done.iter().map(|line| &*line.en).collect();
    assert_eq!(
        told,
        [
            "merged customer/twin (Acme 中国) into customer/acme (Acme); references rewritten: 7",
            "they differ, and customer/acme keeps its own: type",
        ]
    );
}

#[test]
fn the_old_id_leads_to_the_record_that_stays() {
    let done = merged(&book(OF_TWIN), "twin", "acme").unwrap();
    let book = Book::open(&done.tree).unwrap();
    for typed in ["twin", "customer/twin", "Acme 中国"] {
        let wanted = crate::book::Wanted { kinds: &Kind::ALL, me: None };
        let found = book.find(typed, wanted);
        assert_eq!(found, crate::book::Found::One(Kind::Customer, id("acme")), "{typed}");
    }
}

#[test]
fn a_split_gives_both_back_byte_for_byte() {
    let tree = book(OF_TWIN);
    for (from, into) in [("twin", "acme"), ("acme", "twin")] {
        let done = merged(&tree, from, into).unwrap();
        is_same(&split(&done.tree, from).unwrap().tree, &tree);
    }
    // The group of a company merged into the company.
    let files = [OF_TWIN, &[("customers/sub.yaml", "name: Sub\nparent: twin # group\n")]].concat();
    let tree = book(&files);
    let done = merged(&tree, "twin", "sub").unwrap();
    assert!(!done.text("customers/sub.yaml").contains("parent: sub"));
    is_same(&split(&done.tree, "twin").unwrap().tree, &tree);
}

#[test]
fn what_has_changed_since_stays_and_is_named() {
    let done = merged(&book(OF_TWIN), "twin", "acme").unwrap();
    let mut later = done.tree.clone();
    let text = done.text("customers/acme.yaml").replacen("size: large", "size: small", 1);
    put(&mut later, "customers/acme.yaml", Some(text.as_bytes()));
    put(&mut later, "customers/sub.yaml", Some(b"name: Sub\n"));
    let done = split(&later, "twin").unwrap();
    assert!(done.text("customers/acme.yaml").contains("size: small\n"));
    assert!(!done.text("customers/acme.yaml").contains("merged_from"));
    assert_eq!(done.text(TWIN.0), TWIN.1);
    assert_eq!(
        done.plan.done[1].en,
        "changed since the merge, and left as it is: size, customer/sub parent"
    );
}

#[test]
fn merges_upon_merges_are_split_in_any_order() {
    let third = ("customers/third.yaml", "name: Third\nregion: \"110105\"\nowner: li-wei\n");
    let tree = book(&[OF_TWIN, &[third]].concat());
    let one = merged(&tree, "twin", "acme").unwrap().tree;
    let two = merged(&one, "third", "acme").unwrap().tree;
    let back = split(&split(&two, "third").unwrap().tree, "twin").unwrap().tree;
    is_same(&back, &tree);
    let other = split(&split(&two, "twin").unwrap().tree, "third").unwrap();
    assert!(!other.text("customers/acme.yaml").contains("merged_from"));
    assert_eq!((other.text(TWIN.0).as_str(), other.text(third.0).as_str()), (TWIN.1, third.1));
}

#[test]
fn two_companies_are_not_merged() {
    let with = |path, code| (path, format!("name: {path}\ncredit_code: {code}\n"));
    let (a, b) = (
        with("customers/a.yaml", "91350100M000100Y43"),
        with("customers/b.yaml", "91110112CB59136155"),
    );
    let tree = book(&[(a.0, &a.1), (b.0, &b.1)]);
    let why =
        "forbidden: two credit codes are two companies: 91350100M000100Y43 and 91110112CB59136155";
    assert_eq!(merged(&tree, "a", "b").map(|_| ()), Err(why.to_owned()));
    assert!(merged(&tree, "a", "a").is_err() && merged(&tree, "nobody", "a").is_err());
    assert!(split(&tree, "a").is_err() && split(&tree, "").is_err());
}

#[test]
fn an_id_that_is_taken_again_is_not_overwritten() {
    let done = merged(&book(OF_TWIN), "twin", "acme").unwrap();
    let mut later = done.tree.clone();
    put(&mut later, "customers/twin.yaml", Some(b"name: New\n"));
    assert_eq!(
        split(&later, "twin").map(|_| ()),
        Err("cannot: customer/twin exists already; rename it first".to_owned())
    );
}

/// Files of customers with any of some keys, laid out as people do.
fn customers() -> impl Strategy<Value = String> {
    let parts = [
        "aliases:\n- 爱客 # short\n- \"星辰\"\n",
        "former_names: [旧名, 'old']\n",
        "type: sme\n",
        "contacts:\n  - id: c-1\n    name: 张三\n    primary: true\n\n  # second\n  - {id: c-2, name: 李四, phone: \"138 0013 8000\"}\n",
        "region: \"110105\"   # Chaoyang\n",
        "metrics: {staff: 12}\n",
        "intent:\n  level: high\n\n\n",
        "note: |\n  first\n\n  second\n",
        "\n# who\n",
        "next:\n  on: 2026-12-01\n",
        "collaborators: []\n",
        "service_team:\n  - li-wei\n",
        "tags:\n  vip: \"yes\"\n  style: [committee]\n",
    ];
    let chosen = proptest::sample::subsequence(parts.to_vec(), 0..parts.len());
    let end = prop_oneof![Just("\n"), Just(""), Just("\n\n# end\n")];
    (chosen, end).prop_map(|(parts, end)| {
        let text = parts.concat();
        format!("{}{end}", text.trim_end())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn merge_then_split_gives_every_byte_back(one in customers(), two in customers(), twice in any::<bool>()) {
        let files = [
            ("customers/one.yaml", format!("name: One\n{one}")),
            ("customers/two.yaml", format!("name: Two\n{two}")),
            ("customers/three.yaml", "name: Three\ntype: dealer\n".to_owned()),
        ];
        let files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let tree = book(&files);
        let start = if twice { merged(&tree, "three", "two").unwrap().tree } else { tree };
        // What an edit refuses, a merge refuses.
        if let Ok(done) = merged(&start, "one", "two") {
            is_same(&split(&done.tree, "one").unwrap().tree, &start);
        }
    }
}
