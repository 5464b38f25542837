use super::*;

fn closed(id: &'static str, outcome: &str, begun: &str, on: &str) -> (&'static str, String) {
    let text = format!(
        "owner: li-wei\nstage: contract\noutcome: {outcome}\nclosed: {{on: {on}}}\n{begun}\n"
    );
    (id, text)
}

#[test]
fn won_lost_and_both() {
    let moves = |on: &str| format!("moves:\n  - {{on: {on}, stage: interested}}");
    let deals = [
        closed("a", "won", &moves("2026-01-01"), "2026-01-02"),
        closed("b", "won", &moves("2026-01-01"), "2026-01-05"),
        closed("c", "lost", "entered: {at: 2026-01-01T23:30:00+08:00}", "2026-01-11"),
        // Dated by its import alone; and closed before it began.
        closed("d", "won", "imported: {from: x, key: d, on: 2026-01-01}", "2026-01-02"),
        closed("e", "lost", "entered: {at: 2026-03-01T09:00:00+08:00}", "2026-01-02"),
    ];
    let deals: Vec<(&str, &str)> = deals.iter().map(|(id, text)| (*id, text.as_str())).collect();
    let report = run(&book(&deals), "cycle", &ask(&[], ""), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0]),
        [
            "outcome n mean_days median_days p75 p90 min max",
            "won 2 2.500000 2.500000 3.250000 3.700000 1 4",
            "lost 1 10.000000 10.000000 10.000000 10.000000 10 10",
            "closed 3 5.000000 4.000000 7.000000 8.800000 1 10",
        ]
    );
    assert_eq!(notes(&report), ["counted 3", "no_cycle 2"]);
    let by = run(&book(&deals[..2]), "cycle", &ask(&["负责人"], ""), "2026-11-21");
    assert_eq!(lines(&by.tables[0])[2], "li-wei lost 0 null null null null null null");
}
