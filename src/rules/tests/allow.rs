//! Silenced lines.

use super::{Case, report, tree};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::rules::{Cx, Scope, check};

pub(super) const CASES: &[Case] = &[
    Case {
        rule: "allow-stale",
        files: &[
            ("customers/c.yaml", "# salesops: allow name-repeted two sites\nname: C\n"),
            ("members/m.yaml", "name: M  # salesops: allow name-repeated two people\n"),
        ],
        en: "warning allow-stale customers/c.yaml:1:1 there is no rule `name-repeted`\n\
             warning allow-stale members/m.yaml:1:10 nothing here for `name-repeated` to find; the comment is stale",
        zh: "warning allow-stale customers/c.yaml:1:1 没有规则 `name-repeted`\n\
             warning allow-stale members/m.yaml:1:10 此处没有 `name-repeated` 的发现，注释已过时",
        near: &[
            ("customers/c.yaml", "# salesops: allow name-repeated two sites\nname: Acme\n"),
            ("members/m.yaml", "name: 李伟  # salesops: allow name-repeated two people\n"),
            // The mark inside a quoted text is none.
            ("products/p.yaml", "name: P\nnote: \"# salesops: allow bad-id it is text\"\n"),
        ],
    },
    Case {
        rule: "allow-without-reason",
        files: &[("members/m.yaml", "name: 李伟  # salesops: allow name-repeated\n")],
        en: "warning allow-without-reason members/m.yaml:1:11 nobody says why `name-repeated` is silenced here",
        zh: "warning allow-without-reason members/m.yaml:1:11 未说明此处为何忽略 `name-repeated`",
        near: &[("members/m.yaml", "name: 李伟  # salesops: allow name-repeated 同名\n")],
    },
];

const QUIET: (&str, &str) = ("salesops.toml", "packs = []\n");

#[test]
fn a_comment_silences_its_line_and_one_that_stands_alone_the_line_below() {
    let deal = |text| report(&[QUIET, ("opportunities/d.yaml", text)]);
    let beside = "stage: potential\namount: -5.00  # salesops: allow amount-invalid a refund\n";
    assert_eq!(deal(beside), "");
    let above = "stage: potential\n# salesops: allow amount-invalid a refund\namount: -5.00\n";
    assert_eq!(deal(above), "");
    // A comment beside a value says nothing of the next line.
    let before = "stage: potential  # salesops: allow amount-invalid a refund\namount: -5.00\n";
    assert_eq!(
        deal(before),
        "error amount-invalid opportunities/d.yaml:2:9 -5.00 is negative\n\
         warning allow-stale opportunities/d.yaml:1:19 nothing here for `amount-invalid` to find; the comment is stale"
    );
}

#[test]
fn a_comment_silences_the_rule_that_it_names_and_no_other() {
    let text = "stage: potential\namount: -5.00  # salesops: allow amount-differs a refund\n";
    assert_eq!(
        report(&[QUIET, ("opportunities/d.yaml", text)]),
        "error amount-invalid opportunities/d.yaml:2:9 -5.00 is negative\n\
         warning allow-stale opportunities/d.yaml:2:16 nothing here for `amount-differs` to find; the comment is stale"
    );
}

#[test]
fn the_policy_rules_the_rules_of_comments_too() {
    let files = |policy| {
        report(&[
            ("salesops.toml", policy),
            ("members/m.yaml", "name: 李伟  # salesops: allow name-repeated\n"),
            ("members/p.yaml", "name: P  # salesops: allow name-repeated why not\n"),
        ])
    };
    let levels = "packs = [\"tags\"]\nrequired.member.always = []\n[rules]\nallow-stale = \"error\"\n\
                  allow-without-reason = \"off\"\n";
    assert_eq!(
        files(levels),
        "error allow-stale members/p.yaml:1:10 nothing here for `name-repeated` to find; the comment is stale"
    );
    // A rule that is off leaves its comments alone: it may be on again tomorrow.
    assert_eq!(files("packs = []\n"), "");
    assert_eq!(files("packs = []\n[rules]\nname-repeated = \"off\"\n"), "");
}

#[test]
fn rules_that_did_not_run_make_no_comment_stale() {
    let files = [
        ("salesops.toml", "packs = [\"tags\"]\nrequired.member.always = []\n"),
        ("members/m.yaml", "name: 李伟  # salesops: allow name-repeated two people\n"),
        ("members/p.yaml", "name: P  # salesops: allow tag-undefined old\n"),
    ];
    let tree = tree(&files);
    let book = Book::open(&tree).unwrap();
    let records = ["m", "p"].map(|id| (Kind::Member, Id::parse(id).unwrap()));
    let cx = Cx { book: &book, today: super::today(), wide: false };
    let found = check(&cx, Scope::Records(&records));
    let told: Vec<_> = found.iter().map(|finding| (&*finding.file, finding.rule)).collect();
    assert_eq!(told, [("members/p.yaml", "allow-stale")]);
}
