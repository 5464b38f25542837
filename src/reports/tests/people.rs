//! Awards, referrals and trainings.

use super::*;

fn put(files: &[(&str, &str)]) -> Memory {
    let mut tree = book(&[]);
    for (path, text) in files {
        tree.insert(path, text.as_bytes().to_vec());
    }
    tree
}

fn won(owner: &str, on: &str, amount: &str) -> String {
    format!(
        "customer: acme\nowner: {owner}\nstage: contract\noutcome: won\n\
         closed: {{on: {on}, owner: {owner}, amount: {amount}}}\n"
    )
}

const LI_WEI: (&str, &str) = ("members/li-wei.yaml", "name: 李伟\nrole: sales_rep\nteam: north\n");
const WANG_FANG: (&str, &str) =
    ("members/wang-fang.yaml", "name: 王芳\nrole: sales_rep\nteam: south\n");

// ITS-6.3.1, TEL-6.3.2: ties are listed; telesales is a field of its own.
#[test]
fn leaders_are_named_with_their_figures() {
    let tree = put(&[
        LI_WEI,
        WANG_FANG,
        ("members/tel.yaml", "name: 电销\nrole: telesales_rep\n"),
        ("opportunities/a.yaml", &won("li-wei", "2026-10-05", "100")),
        ("opportunities/b.yaml", &won("wang-fang", "2026-10-06", "100")),
        ("opportunities/c.yaml", &won("tel", "2026-10-07", "9")),
        ("opportunities/d.yaml", &won("boss", "2026-10-08", "999")),
        (
            "awards/a.yaml",
            "type: sales_champion_month\nperiod: 2026-10\nwinner: li-wei\non: 2026-11-04\n",
        ),
    ]);
    let report = run(&tree, "awards", &ask(&[], ""), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0])[1..],
        [
            "sales_champion_month li-wei sales_amount 100.00 given",
            "sales_champion_month wang-fang sales_amount 100.00 not_given",
            "telesales_best_month tel sales_amount 9.00 not_given",
        ]
    );
    assert_eq!(notes(&report), ["counted 3", "not_given 2"]);
    let none = run(&tree, "awards", &ask(&[], "2026-09"), "2026-11-21");
    assert!(none.tables[0].rows.is_empty(), "nobody leads with nothing");
}

// ITS-6.3.1: teams by how far they reach their targets.
#[test]
fn a_team_wins_by_its_target() {
    let target = |team: &str, value: &str| {
        format!(
            "period: 2026-q3\nteam: {team}\ngoals:\n  - {{kpi: sales_amount, value: {value}}}\n"
        )
    };
    let tree = put(&[
        LI_WEI,
        WANG_FANG,
        ("opportunities/a.yaml", &won("li-wei", "2026-08-05", "100")),
        ("opportunities/b.yaml", &won("wang-fang", "2026-08-06", "90")),
        ("targets/n.yaml", &target("north", "200")),
        ("targets/s.yaml", &target("south", "100")),
    ]);
    let report = run(&tree, "awards", &ask(&[], "2026-q3"), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0])[1..],
        ["excellent_team_quarter south target_attainment 0.900000 not_given"]
    );
}

// OPS-2.1.2: valid once an opportunity came of it; paid for once.
#[test]
fn valid_referrals_without_a_reward_are_due() {
    let lead = |more: &str| {
        format!("name: 某公司\nsource: customer_referral\nreferrer: customer/acme\n{more}")
    };
    let tree = put(&[
        ("leads/a.yaml", &lead("received_at: 2026-10-01T09:00:00+08:00\n")),
        ("leads/b.yaml", &lead("")),
        ("leads/c.yaml", &lead("")),
        ("leads/d.yaml", "name: 展会\nsource: exhibition\n"),
        (
            "opportunities/a.yaml",
            "customer: acme\nlead: a\nstage: interested\nmoves:\n  - {on: 2026-11-01, stage: interested}\n",
        ),
        (
            "opportunities/b.yaml",
            "customer: acme\nlead: b\nstage: interested\nmoves:\n  - {on: 2026-11-01, stage: interested}\n",
        ),
        ("awards/a.yaml", "type: referral\nsubject: lead/b\namount: 500\non: 2026-11-04\n"),
    ]);
    let report = run(&tree, "referrals", &ask(&[], ""), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0])[1..],
        [
            "a customer/acme customer_referral 2026-10-01 due 500",
            "b customer/acme customer_referral null rewarded null",
            "c customer/acme customer_referral null open null",
        ]
    );
    assert_eq!(notes(&report), ["counted 3", "due 1"]);
    let before = run(&tree, "referrals", &ask(&[], ""), "2026-10-31");
    assert_eq!(notes(&before), ["counted 3"], "there is no deal yet");
    let mut strict = tree.clone();
    strict.insert(
        "salesops.toml",
        b"format = 1\n[referral]\nvalid_when = \"opportunity_won\"\n".to_vec(),
    );
    assert_eq!(notes(&run(&strict, "referrals", &ask(&[], ""), "2026-11-21")), ["counted 3"]);
}

// OPS-8.1.2, TEL-7.1.1: those under the goal are named; what is to come is a plan.
#[test]
fn trainings_are_counted_by_member() {
    let tree = put(&[
        LI_WEI,
        WANG_FANG,
        (
            "trainings/a.yaml",
            "topic: product\non: 2026-10-09\nhours: 2\nattendees:\n  - li-wei\n  - li-wei\n  - boss\n",
        ),
        (
            "trainings/b.yaml",
            "topic: negotiation\non: 2026-11-09\nhours: 1.5\nattendees:\n  - li-wei\n",
        ),
        ("trainings/c.yaml", "topic: product\non: 2026-09-09\nattendees:\n  - wang-fang\n"),
        (
            "trainings/d.yaml",
            "topic: industry\ntitle: 行业课\non: 2026-12-09\nattendees:\n  - wang-fang\n",
        ),
    ]);
    let report = run(&tree, "training", &ask(&[], ""), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0])[1..],
        ["boss 1 1 2 product", "li-wei 2 1 3.5 negotiation product", "wang-fang 0 1 0 ",]
    );
    assert_eq!(lines(&report.tables[1])[1..], ["2026-12-09 industry 行业课 1"]);
    assert_eq!(notes(&report), ["counted 2", "under_the_goal 1"]);
    let year = run(&tree, "training", &ask(&[], "2026"), "2026-11-21");
    assert_eq!(lines(&year.tables[0])[2], "li-wei 2 4 3.5 negotiation product");
}
