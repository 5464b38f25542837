//! Bonus, commission, promotion and expenses.

use super::*;

fn put(files: &[(&str, &str)]) -> Memory {
    let mut tree = book(&[]);
    for (path, text) in files {
        tree.insert(path, text.as_bytes().to_vec());
    }
    tree
}

fn assessed(member: &str, month: &str, total: &str, result: &str) -> (String, String) {
    let text = format!(
        "period: {month}\nmember: {member}\nstatus: final\ntotal: {total}\nresult: {result}\n\
         decided_on: 2026-11-04\n"
    );
    (format!("assessments/{month}-{member}.yaml"), text)
}

fn with(assessments: &[(String, String)], more: &[(&str, &str)]) -> Memory {
    let files: Vec<(&str, &str)> =
        assessments.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    put(&[&files[..], more].concat())
}

// ITS-4.4.1, TEL-6.3.1: by the band of the total; what is open brings nothing yet.
#[test]
fn a_bonus_follows_the_band_of_the_total() {
    let tree = with(
        &[
            assessed("li-wei", "2026-10", "90.00", "excellent"),
            assessed("wang-fang", "2026-10", "74.99", "pass"),
            assessed("li-wei", "2026-09", "10.00", "fail"),
        ],
        &[
            ("salesops.toml", "format = 1\n[bonus]\nbase = 1000.01\n"),
            ("assessments/2026-10-boss.yaml", "period: 2026-10\nmember: boss\ntotal: 99\n"),
        ],
    );
    let report = run(&tree, "bonus", &ask(&[], ""), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0]),
        [
            "member currency total result band base factor amount",
            "li-wei CNY 90.00 excellent >=90 1000.01 1.2 1200.01",
            "wang-fang CNY 74.99 pass 60-74 1000.01 0.8 800.01",
            "= null CNY null null null null null 2000.02",
        ]
    );
    assert_eq!(notes(&report), ["counted 2", "open 1"]);
}

// OPS-8.2.3: each payment rounds; the owner at the closing gets it, whoever has the deal now.
#[test]
fn commission_is_a_share_of_what_came_in() {
    let tree = put(&[
        (
            "opportunities/d.yaml",
            "customer: acme\nowner: boss\nstage: contract\noutcome: won\n\
             closed: {on: 2026-09-30, owner: li-wei, amount: 100}\n",
        ),
        ("contracts/c.yaml", "opportunity: d\ncustomer: acme\nowner: boss\n"),
        (
            "payments/p.yaml",
            "contract: c\ncustomer: acme\ndue: 2026-11-01\namount: 100.16\nowner: boss\nreceived:\n  \
             - {amount: 50.50, on: 2026-11-02}\n  - {amount: 50.50, on: 2026-11-30}\n  - {amount: 9, on: 2026-10-30}\n",
        ),
        (
            "payments/q.yaml",
            "customer: beta\ndue: 2026-11-01\namount: 10\nowner: wang-fang\nreceived:\n  \
             - {amount: 10, on: 2026-11-03}\n",
        ),
        (
            "payments/r.yaml",
            "customer: beta\ndue: 2026-11-01\namount: 10\nreceived:\n  - {amount: 10, on: 2026-11-03}\n",
        ),
    ]);
    let report = run(&tree, "commission", &ask(&[], ""), "2026-11-30");
    assert_eq!(
        lines(&report.tables[0])[1..],
        ["li-wei CNY 2 101.00 0.03 3.04", "wang-fang CNY 1 10.00 0.03 0.30"]
    );
    assert_eq!(lines(&report.tables[1])[1], "li-wei 2026-11-02 payment/p acme CNY 50.50 1.52");
    assert_eq!(notes(&report), ["counted 3", "nobody 1"]);
    // On the 21st the second half has not come in.
    let earlier = run(&tree, "commission", &ask(&[], ""), "2026-11-21");
    assert_eq!(lines(&earlier.tables[0])[1], "li-wei CNY 1 50.50 0.03 1.52");
    let mut signed = tree.clone();
    signed.insert(
        "salesops.toml",
        b"format = 1\n[commission]\nbase = \"contracts_signed\"\n".to_vec(),
    );
    let report = run(&signed, "commission", &ask(&[], "2026-09"), "2026-11-21");
    assert_eq!(lines(&report.tables[0])[1..], ["li-wei CNY 1 100.00 0.03 3.00"]);
}

// ITS-4.4.2, TEL-6.3.3, TEL-7.3.1: a month between breaks the row.
#[test]
fn who_is_excellent_again_and_again_may_rise() {
    let excellent = |member: &str, month: &str| assessed(member, month, "95", "excellent");
    let tree = with(
        &[
            excellent("li-wei", "2026-08"),
            excellent("li-wei", "2026-09"),
            excellent("li-wei", "2026-10"),
            excellent("wang-fang", "2026-07"),
            excellent("wang-fang", "2026-09"),
            excellent("wang-fang", "2026-10"),
        ],
        &[("members/li-wei.yaml", "name: 李伟\nrole: telesales_rep\n")],
    );
    let report = run(&tree, "promotion-candidates", &ask(&[], ""), "2026-11-21");
    assert_eq!(lines(&report.tables[0])[1..], ["li-wei telesales_rep 3 2026-10 team_leader"]);
    assert_eq!(report.tables[0].rows[0].records.len(), 3);
    let september = run(&tree, "promotion", &ask(&[], "2026-09"), "2026-11-21");
    assert!(september.tables[0].rows.is_empty());
}

// ITS-5.3.2: budget, used, left, by category and member, against sales.
#[test]
fn expenses_stand_against_budgets_and_sales() {
    let tree = put(&[
        (
            "budgets/2026-all.yaml",
            "year: 2026\nstatus: effective\nitems:\n  - {category: travel, amount: 1000.00}\n  \
             - {category: entertainment, amount: 0}\n",
        ),
        ("budgets/2025-all.yaml", "year: 2025\nitems:\n  - {category: travel, amount: 5}\n"),
        (
            "expenses/a.yaml",
            "claimant: li-wei\nbudget: 2026-all\nstatus: paid\nlines:\n  \
             - {category: travel, amount: 200.00, spent_on: 2026-10-03}\n  \
             - {category: travel, amount: 50.00, spent_on: 2026-11-03}\n",
        ),
        (
            "expenses/b.yaml",
            "claimant: wang-fang\nstatus: submitted\nlines:\n  \
             - {category: other, amount: 50.00, spent_on: 2026-11-04}\n",
        ),
        (
            "expenses/c.yaml",
            "claimant: li-wei\nlines:\n  - {category: travel, amount: 999, spent_on: 2026-11-04}\n",
        ),
        (
            "opportunities/d.yaml",
            "customer: acme\nowner: li-wei\nstage: contract\noutcome: won\n\
             closed: {on: 2026-11-05, owner: li-wei, amount: 500}\n",
        ),
    ]);
    let report = run(&tree, "expenses", &ask(&[], ""), "2026-11-21");
    let told: Vec<Vec<String>> =
        report.tables.iter().map(|table| lines(table)[1..].to_vec()).collect();
    assert_eq!(
        told[0],
        [
            "2026-all travel CNY 1000.00 250.00 750.00 0.250000",
            "2026-all entertainment CNY 0 0 0 null",
        ]
    );
    assert_eq!(told[1], ["other CNY 50.00 0.166667", "travel CNY 250.00 0.833333"]);
    assert_eq!(told[2], ["li-wei CNY 250.00 500.00 0.500000", "wang-fang CNY 50.00 0.00 null"]);
    assert_eq!(told[3], ["2026-10 CNY 200.00 0.00 null", "2026-11 CNY 100.00 500.00 0.200000"]);
    assert_eq!(notes(&report), ["counted 3"]);
    let opened = open(&tree);
    let mine =
        filtered(&opened, "expenses", &ask(&[], "2026-11"), "2026-11-21", &["claimant:li-wei"]);
    assert_eq!(lines(&mine.tables[1])[1..], ["travel CNY 50.00 1.000000"]);
}
