use super::*;

fn won(id: &'static str, owner: &str, on: &str, amount: &str) -> (&'static str, String) {
    let text = format!(
        "owner: {owner}\nstage: contract\noutcome: won\nclosed: {{on: {on}, amount: {amount}}}\n"
    );
    (id, text)
}

fn deals() -> Memory {
    let deals = [
        won("a", "li-wei", "2025-01-15", "100"),
        won("b", "li-wei", "2026-01-31", "150.50"),
        won("c", "wang-fang", "2025-11-30", "200"),
        won("d", "wang-fang", "2026-02-01", "50"),
        won("e", "wang-fang", "2026-02-28", "26"),
    ];
    let deals: Vec<(&str, &str)> = deals.iter().map(|(id, text)| (*id, text.as_str())).collect();
    book(&deals)
}

#[test]
fn months_of_two_years_stay_apart_and_empty_ones_stand() {
    let report = run(&deals(), "revenue", &ask(&[], "2025-11.."), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0]),
        [
            "period currency won amount growth",
            "2025-11 CNY 1 200.00 null",
            "2025-12 CNY 0 0.00 -1.000000",
            "2026-01 CNY 1 150.50 null",
            "2026-02 CNY 2 76.00 -0.495017",
            "= null CNY 4 426.50 null",
        ]
    );
    assert_eq!(report.tables[0].name, "by_month");
    let all = run(&deals(), "revenue", &ask(&[], ""), "2026-11-21");
    assert_eq!(all.tables[0].rows.len(), 14);
    assert_eq!(notes(&all), ["counted 5"]);
}

#[test]
fn other_units() {
    let rows =
        |unit: &str| lines(&run(&deals(), "revenue", &ask(&[unit], ""), "2026-11-21").tables[0]);
    assert_eq!(
        rows("年")[1..],
        ["2025 CNY 2 300.00 null", "2026 CNY 3 226.50 -0.245000", "= null CNY 5 526.50 null"]
    );
    assert_eq!(
        rows("quarter")[1..3],
        ["2025-q1 CNY 1 100.00 null", "2025-q2 CNY 0 0.00 -1.000000"]
    );
    assert_eq!(rows("week")[1], "2025-w03 CNY 1 100.00 null");
    assert_eq!(rows("day").len(), 1 + 410 + 1);
}

#[test]
fn each_series_has_its_own_growth_and_span() {
    let report = run(&deals(), "revenue", &ask(&["year+owner"], ""), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0])[1..],
        [
            "2025 li-wei CNY 1 100.00 null",
            "2025 wang-fang CNY 1 200.00 null",
            "2026 li-wei CNY 1 150.50 0.505000",
            "2026 wang-fang CNY 2 76.00 -0.620000",
            "= null null CNY 5 526.50 null",
        ]
    );
    assert_eq!(notes(&report), ["counted 5", "partial 1"]);
}
