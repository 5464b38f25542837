//! Amounts converted to one currency.

use super::*;
use crate::base::currency::Currency;

fn rated(deals: &[(&str, &str)]) -> Memory {
    let mut tree = book(deals);
    for (path, text) in [
        ("rates/2026-01.yaml", "period: 2026-01\nrates:\n  - {currency: USD, rate: 6}\n"),
        (
            "rates/2026-06.yaml",
            "period: 2026-06\nrates:\n  - {currency: USD, rate: 7.125}\n  - {currency: JPY, rate: 0.05}\n",
        ),
    ] {
        tree.insert(path, text.as_bytes().to_vec());
    }
    tree
}

fn into(code: &str) -> Request {
    Request { currency: Some(Currency::parse(code).unwrap()), ..ask(&[], "") }
}

#[test]
fn open_deals_are_converted_by_the_rates_of_the_day() {
    let tree = rated(&[
        ("a", "stage: contract\namount: 10\n"),
        ("b", "stage: contract\namount: 10.01\ncurrency: USD\n"),
        ("c", "stage: solution\namount: 1000\ncurrency: JPY\n"),
        ("d", "stage: solution\namount: 5\ncurrency: EUR\n"),
        ("e", "stage: solution\ncurrency: USD\n"),
    ]);
    let report = run(&tree, "pipeline", &into("CNY"), "2026-06-30");
    assert_eq!(
        lines(&report.tables[0])[1..],
        [
            "solution CNY 2 50.00 27.50",
            "solution EUR 1 5.00 2.75",
            // 10.01 × 7.125 = 71.32125, and at 90 %: each rounds for itself.
            "contract CNY 2 81.32 73.19",
            "= null null 5 null null",
        ]
    );
    assert_eq!(
        notes(&report),
        ["counted 5", "converted 2", "without_rate 1", "without_amount 1", "currencies 2"]
    );
    let dollars = run(&tree, "pipeline", &into("USD"), "2026-06-30");
    assert_eq!(lines(&dollars.tables[0])[2], "solution USD 2 7.02 3.86", "1000 yen by the yuan");
    let july = run(&tree, "pipeline", &into("CNY"), "2026-07-01");
    assert!(notes(&july).contains(&"without_rate 3".to_owned()), "{:?}", notes(&july));
}

#[test]
fn deals_won_are_converted_by_the_rates_of_that_day_and_so_are_their_lines() {
    let tree = rated(&[
        (
            "old",
            "stage: contract\noutcome: won\ncurrency: USD\nclosed: {on: 2026-01-15, amount: 10}\n",
        ),
        (
            "new",
            "stage: contract\noutcome: won\ncurrency: USD\nlines:\n  - {product: crm, price: 0.34}\n  \
             - {product: erp, price: 0.34}\nclosed: {on: 2026-06-15, amount: 0.68, currency: USD}\n",
        ),
    ]);
    let by = |dimension: &str| {
        let request = Request { by: ask(&[dimension], "").by, ..into("CNY") };
        lines(&run(&tree, "revenue", &request, "2026-06-30").tables[0])
    };
    let months = by("month");
    assert!(months[1].starts_with("2026-01 CNY 1 60.00"), "{months:?}");
    assert!(months.iter().any(|line| line.starts_with("2026-06 CNY 1 4.85")), "{months:?}");
    // 0.34 × 7.125 = 2.4225, twice; the whole is 4.845: the parts add up to what that rounds to.
    let products = by("product");
    assert!(products.iter().any(|line| line.starts_with("2026-06 crm CNY 1 2.42")), "{products:?}");
    assert!(products.iter().any(|line| line.starts_with("2026-06 erp CNY 1 2.43")), "{products:?}");
}

#[test]
fn a_report_that_converts_nothing_says_which_do() {
    let why = find("orders").unwrap().allows(&into("USD")).unwrap_err();
    assert_eq!(
        why.en,
        "report orders leaves amounts in their currencies; these convert them: pipeline, wins, revenue"
    );
    assert!(find("wins").unwrap().allows(&into("USD")).is_ok());
}
