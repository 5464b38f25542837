use super::*;
use crate::store::Memory;

const HOUSE: [(&str, &str); 12] = [
    ("territories/east.yaml", "name: 华东\ndistricts:\n  - \"310000\"\nteam: 南区\n"),
    ("territories/north.yaml", "name: 华北\nteam: 北区\n"),
    ("products/mes.yaml", "name: MES 系统\ncategory: software\n"),
    (
        "members/expert.yaml",
        "name: 周浩\nrole: senior_sales_rep\nteam: 南区\nterritory: east\nexpertise:\n  - {kind: product, value: mes}\n",
    ),
    ("members/plain.yaml", "name: 李平\nrole: sales_rep\nteam: 南区\nterritory: east\n"),
    (
        "members/team.yaml",
        "name: 林晓燕\nrole: sales_rep\nteam: 南区\nexpertise:\n  - {kind: product, value: software}\n  - {kind: region, value: \"310000\"}\n",
    ),
    ("members/other.yaml", "name: 陈静\nrole: sales_rep\nteam: 北区\nterritory: north\n"),
    ("members/clerk.yaml", "name: 何芳\nrole: sales_clerk\nteam: 南区\nterritory: east\n"),
    ("members/gone.yaml", "name: 老王\nrole: sales_rep\nterritory: east\nleft_on: 2026-11-21\n"),
    ("members/later.yaml", "name: 新人\nrole: sales_rep\nterritory: east\njoined_on: 2026-12-01\n"),
    ("leads/lead-0.yaml", "name: 旧\nowner: plain\nmoves:\n  - {on: 2026-11-11, owner: plain}\n"),
    ("opportunities/d.yaml", "stage: potential\nowner: plain\n"),
];

fn day() -> Date {
    Date::parse_iso("2026-11-21").unwrap()
}

fn tree(policy: &'static str, lead: &'static str) -> Memory {
    Memory::new(HOUSE.into_iter().chain([("salesops.toml", policy), ("leads/lead-1.yaml", lead)]))
}

// Each candidate as `member place score gates`.
fn ranked(policy: &'static str, lead: &'static str) -> Vec<String> {
    let tree = tree(policy, lead);
    let book = Book::open(&tree).unwrap();
    for kind in Kind::ALL {
        assert!(book.faults(kind).is_empty(), "{:?}", book.faults(kind));
    }
    assert!(book.policy_faults().is_empty(), "{:?}", book.policy_faults());
    let hands = Hands::new(&book, day());
    let said = |it: Candidate<'_>| {
        let against: Vec<&str> = it.against.iter().map(|lack| lack.gate).collect();
        let said = format!("{} {} {} {}", it.member, it.place.key(), it.score, against.join(" "));
        said.trim_end().to_owned()
    };
    hands.ranked(book.get::<Lead>("lead-1").unwrap()).into_iter().map(said).collect()
}

const LEAD: &str = "name: 新\nterritory: east\nproducts:\n  - mes\ngrade: mid\n";

// OPS-2.4.1: by hand: 50 points of knowledge × 40 % + 100 free × 40 % + 100 rest × 20 %; `plain` has
// 38 of 40 places free (95) and ten days of thirty (33).
#[test]
fn the_territory_comes_first_then_the_points() {
    let expected =
        ["expert own 80", "plain own 44.6", "team team 100", "other other 60 lead-territory"];
    assert_eq!(ranked("", LEAD), expected);
}

#[test]
fn without_a_territory_the_points_alone_decide() {
    let free = ranked("", "name: 新\nproducts:\n  - mes\ngrade: mid\n");
    let members: Vec<&str> = free.iter().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(members, ["expert", "team", "other", "plain"]);
    // DEV-REG-2
    let online = ranked("", "name: 新\nterritory: east\nchannel: ecommerce\ngrade: mid\n");
    assert!(online.iter().all(|line| line.contains(" own ")), "{online:?}");
}

// OPS-2.4.1: the cap, and the role for high leads.
#[test]
fn gates_stand_against_a_member_and_put_it_last() {
    let capped = ranked("[assign]\nmax_open_leads = 1\n", LEAD);
    assert_eq!(capped[2..], ["plain own 6.6 lead-capacity", "other other 60 lead-territory"]);
    let high = ranked(
        "[assign]\nhigh_grade_min_role = \"senior_sales_rep\"\n",
        "name: 新\nterritory: east\ngrade: high\n",
    );
    assert_eq!(high[0], "expert own 60");
    assert!(high[1..].iter().all(|line| line.contains("lead-rank")), "{high:?}");
    // DEV-REG-1 is of the pack `new-customer`, OPS-2.4.1 of `closed-loop`.
    let off = ranked("packs = [\"tags\"]\n[assign]\nmax_open_leads = 0\n", LEAD);
    assert!(off.iter().all(|line| !line.contains("lead-")), "{off:?}");
}

#[test]
fn a_lead_that_is_given_counts_at_once() {
    let tree = tree("", LEAD);
    let book = Book::open(&tree).unwrap();
    let mut hands = Hands::new(&book, day());
    let lead = book.get::<Lead>("lead-1").unwrap();
    let expert = Id::parse("expert").unwrap();
    hands.give(None, &expert);
    let now = hands.one(lead, &expert).unwrap();
    assert_eq!((now.leads, now.rested, now.score.to_string()), (1, Some(0), "58.8".to_owned()));
    hands.give(Some(&expert), &Id::parse("plain").unwrap());
    assert_eq!(hands.one(lead, &expert).unwrap().leads, 0);
    assert!(hands.one(lead, &Id::parse("gone").unwrap()).is_none());
    assert!(hands.one(lead, &Id::parse("clerk").unwrap()).is_some(), "who is named need not sell");
}

#[test]
fn no_weight_and_no_limit_breaks_the_sum() {
    for policy in [
        "[assign]\nrest_days = 0\nmax_open_leads = 0\nexpertise_points = 9223372036854775807\n",
        "[assign]\nrest_days = -5\nexpertise_points = -9\n",
    ] {
        assert_eq!(ranked(policy, LEAD).len(), 4);
    }
}
