use super::*;

const HEAD: &str = "n won lost suspended win_rate win_rate_broad win_rate_amount \
                    win_rate_broad_amount amount mean_amount";

fn deals() -> Memory {
    book(&[
        (
            "a",
            "customer: acme\nowner: wang-fang\nstage: contract\noutcome: won\nlines: [{product: crm}]\namount: 5\n\
             closed: {on: 2026-01-31, owner: li-wei, team: north, amount: 100}\n\
             moves:\n  - {on: 2025-12-01, stage: interested}\n  - {on: 2026-01-31, stage: contract, outcome: won}\n",
        ),
        (
            "b",
            "customer: beta\nowner: li-wei\nstage: solution\noutcome: lost\nlost_reason: price\namount: 50\n\
             closed: {on: 2026-01-05}\nmoves:\n  - {on: 2025-12-01, stage: interested}\n",
        ),
        (
            "c",
            "owner: li-wei\nstage: solution\noutcome: suspended\namount: 50\n\
             moves:\n  - {on: 2026-01-01, stage: solution}\n  - {on: 2026-01-20, outcome: suspended}\n",
        ),
        (
            "d",
            "customer: acme\nstage: contract\noutcome: won\n\
             lines: [{product: erp, price: 30}, {product: crm, qty: 2, price: 5.01}, {product: erp, price: 1}]\n\
             closed: {on: 2026-02-01}\nmoves:\n  - {on: 2026-01-01, stage: interested}\n",
        ),
        ("e", "owner: wang-fang\nstage: contract\noutcome: won\namount: 9\n"),
        ("f", "owner: wang-fang\nstage: solution\nmoves:\n  - {on: 2026-01-01, stage: solution}\n"),
    ])
}

#[test]
fn rates_are_of_what_was_closed_and_credit_stays_with_the_owner_then() {
    let report = run(&deals(), "wins", &ask(&[], ""), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0]),
        [
            format!("owner currency {HEAD}"),
            "li-wei CNY 3 1 1 1 0.500000 0.333333 0.666667 0.500000 100.00 100.000000".to_owned(),
            "- CNY 1 1 0 0 1.000000 1.000000 1.000000 1.000000 41.02 41.020000".to_owned(),
            "= null CNY 4 2 1 1 0.666667 0.500000 0.738247 0.585097 141.02 70.510000".to_owned(),
        ]
    );
    assert_eq!(
        lines(&report.tables[1]),
        ["lost_reason currency n share amount", "price CNY 1 1.000000 50.00"]
    );
    assert_eq!(notes(&report), ["counted 4", "undated 1", "missing 1"]);
}

#[test]
fn the_period_is_of_the_closing() {
    let report = run(&deals(), "wins", &ask(&["team"], "2026-01"), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0])[1..],
        ["north CNY 3 1 1 1 0.500000 0.333333 0.666667 0.500000 100.00 100.000000"]
    );
    assert_eq!(report.period, Some((day("2026-01-01"), day("2026-02-01"))));
}

#[test]
fn a_deal_counts_once_a_product_and_its_revenue_goes_by_line() {
    let report = run(&deals(), "wins", &ask(&["product"], ""), "2026-11-21");
    let won =
        |line: &String| line.split(' ').take(4).map(str::to_owned).collect::<Vec<_>>().join(" ");
    let amount = |line: &String| line.rsplit(' ').nth(1).unwrap().to_owned();
    let told: Vec<String> = lines(&report.tables[0])[1..]
        .iter()
        .map(|row| format!("{} {}", won(row), amount(row)))
        .collect();
    assert_eq!(
        told,
        ["crm CNY 2 2 110.02", "erp CNY 1 1 31.00", "- CNY 2 0 0.00", "= null CNY 4 141.02"]
    );
    assert_eq!(notes(&report), ["counted 4", "undated 1", "missing 2", "several_rows 1"]);
}

#[test]
fn lines_that_do_not_make_the_amount_are_told() {
    let tree = book(&[(
        "a",
        "stage: contract\noutcome: won\nclosed: {on: 2026-01-01, amount: 10}\nlines: [{product: crm, price: 3}, {product: erp}]\n",
    )]);
    let report = run(&tree, "wins", &ask(&["product"], ""), "2026-11-21");
    let rows = lines(&report.tables[0]);
    assert!(rows[1].ends_with(" 3.00 3.000000"), "{}", rows[1]);
    assert!(rows[2].ends_with(" 0.00 null"), "{}", rows[2]);
    assert!(rows[3].ends_with(" 10.00 10.000000"), "{}", rows[3]);
    assert_eq!(notes(&report), ["counted 1", "several_rows 1", "not_by_product 1"]);
}

#[test]
fn undefined_ratios_are_empty() {
    let tree = book(&[(
        "a",
        "owner: li-wei\nstage: solution\noutcome: suspended\nmoves:\n  - {on: 2026-01-20, outcome: suspended}\n",
    )]);
    let report = run(&tree, "wins", &ask(&[], ""), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0])[1..],
        ["li-wei CNY 1 0 0 1 null 0.000000 null null 0.00 null"]
    );
    assert_eq!(notes(&report), ["counted 1", "without_amount 1"]);
}

#[test]
fn a_reopened_deal_counts_as_it_stood_on_the_day() {
    let tree = book(&[(
        "a",
        "owner: li-wei\nstage: solution\noutcome: lost\namount: 10\nclosed: {on: 2026-05-01, amount: 12}\nmoves:\n\
         \x20 - {on: 2026-01-01, stage: contract}\n  - {on: 2026-02-01, outcome: won}\n\
         \x20 - {on: 2026-03-01, outcome: open}\n  - {on: 2026-05-01, outcome: lost}\n",
    )]);
    let seen = |as_of| {
        let report = run(&tree, "wins", &ask(&[], ""), as_of);
        (lines(&report.tables[0]).get(1).cloned().unwrap_or_default(), notes(&report))
    };
    let (then, told) = seen("2026-02-15");
    assert_eq!(then, "li-wei CNY 1 1 0 0 1.000000 1.000000 1.000000 1.000000 10.00 10.000000");
    assert_eq!(told, ["counted 1"]);
    assert_eq!(seen("2026-04-01"), (String::new(), vec!["counted 0".to_owned()]));
    let (now, told) = seen("2026-11-21");
    assert_eq!(now, "li-wei CNY 1 0 1 0 0.000000 0.000000 0.000000 0.000000 0.00 null");
    assert_eq!(told, ["counted 1", "reopened 1"]);
}

#[test]
fn the_total_of_two_currencies_counts_but_sums_nothing() {
    let tree = book(&[
        (
            "a",
            "owner: li-wei\nstage: contract\noutcome: won\namount: 1\nclosed: {on: 2026-01-01}\n",
        ),
        (
            "b",
            "owner: li-wei\nstage: contract\noutcome: won\nclosed: {on: 2026-01-01, amount: 2, currency: USD}\n",
        ),
    ]);
    let report = run(&tree, "wins", &ask(&[], ""), "2026-11-21");
    let rows = lines(&report.tables[0]);
    assert_eq!(rows[3], "= null null 2 2 0 0 1.000000 1.000000 null null null null");
    assert!(rows[1].starts_with("li-wei CNY 1 1") && rows[2].starts_with("li-wei USD 1 1"));
    assert_eq!(notes(&report), ["counted 2", "currencies 2"]);
}
