use super::*;

fn deals() -> Memory {
    book(&[
        (
            "a",
            "customer: acme\nowner: li-wei\nstage: negotiation\namount: 100.01\n\
             expected_close: 2026-12-01\n\
             moves:\n  - {on: 2026-01-05, stage: interested}\n  - {on: 2026-03-01, stage: negotiation}\n",
        ),
        (
            "b",
            "customer: beta\nowner: wang-fang\nstage: needs_confirmed\nlines: [{product: crm, qty: 1.5, price: 0.33}]\n\
             expected_close: 2026-02-01\nevaluation: {probability: 50}\n\
             moves:\n  - {on: 2026-01-10, stage: needs_confirmed}\n",
        ),
        ("c", "stage: negotiation\nmoves:\n  - {on: 2026-02-01, stage: negotiation}\n"),
        ("d", "stage: potential\namount: 5\nimported: {from: x.csv, key: d, on: 2026-02-02}\n"),
        (
            "e",
            "stage: contract\noutcome: won\namount: 7\nclosed: {on: 2026-05-01, amount: 9}\n\
             moves:\n  - {on: 2026-01-01, stage: solution}\n  - {on: 2026-05-01, stage: contract, outcome: won}\n",
        ),
        ("f", "stage: interested\namount: 8\nmoves:\n  - {on: 2026-08-01, stage: interested}\n"),
    ])
}

#[test]
fn open_deals_stand_in_the_order_of_the_stages() {
    let report = run(&deals(), "pipeline", &ask(&[], ""), "2026-06-30");
    assert_eq!(
        lines(&report.tables[0]),
        [
            "stage currency n amount weighted",
            "potential CNY 1 5.00 0.50",
            "needs_confirmed CNY 1 0.50 0.25",
            "negotiation CNY 2 100.01 75.01",
            "= null CNY 4 105.51 75.76",
        ]
    );
    assert_eq!(
        notes(&report),
        ["counted 4", "later 1", "without_amount 1", "slipped 1", "import_dated 1"]
    );
    assert_eq!(report.tables[0].rows[2].records, ["opportunity/a", "opportunity/c"]);
}

#[test]
fn a_past_day_sees_what_was_open_then() {
    let report = run(&deals(), "pipeline", &ask(&[], ""), "2026-01-31");
    assert_eq!(
        lines(&report.tables[0])[1..],
        [
            "interested CNY 1 100.01 20.00",
            "needs_confirmed CNY 1 0.50 0.25",
            "solution CNY 1 7.00 3.85",
            "= null CNY 3 107.51 24.10",
        ]
    );
}

#[test]
fn the_period_is_of_the_expected_close() {
    let report = run(&deals(), "pipeline", &ask(&["owner"], "2026-12"), "2026-06-30");
    assert_eq!(lines(&report.tables[0])[1..], ["li-wei CNY 1 100.01 75.01"]);
    assert_eq!(notes(&report), ["counted 1", "later 1", "no_date 2"]);
}

#[test]
fn halves_of_a_cent_round_for_each_deal() {
    let text = "stage: needs_confirmed\namount: 0.01\nevaluation: {probability: 50}\n";
    let report = run(&book(&[("a", text), ("b", text)]), "pipeline", &ask(&[], ""), "2026-06-30");
    assert_eq!(lines(&report.tables[0])[1..], ["needs_confirmed CNY 2 0.02 0.02"]);
}

#[test]
fn currencies_do_not_mix() {
    let tree = book(&[
        ("a", "stage: contract\namount: 10\n"),
        ("b", "stage: contract\namount: 10\ncurrency: USD\n"),
        ("c", "stage: solution\namount: 1000\ncurrency: JPY\n"),
    ]);
    let report = run(&tree, "pipeline", &ask(&[], ""), "2026-06-30");
    assert_eq!(
        lines(&report.tables[0])[1..],
        [
            "solution JPY 1 1000 550",
            "contract CNY 1 10.00 9.00",
            "contract USD 1 10.00 9.00",
            "= null null 3 null null",
        ]
    );
    assert_eq!(notes(&report), ["counted 3", "currencies 3"]);
}
