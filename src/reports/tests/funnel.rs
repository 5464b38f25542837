use super::*;

fn deals() -> Memory {
    book(&[
        // Came to negotiation and fell back: one deal, not two entries.
        (
            "a",
            "stage: solution\noutcome: lost\nclosed: {on: 2026-05-01}\nmoves:\n\
             \x20 - {on: 2026-01-05, stage: interested}\n  - {on: 2026-02-01, stage: negotiation}\n\
             \x20 - {on: 2026-03-01, stage: solution}\n  - {on: 2026-04-01, stage: negotiation}\n\
             \x20 - {on: 2026-04-02, stage: solution}\n  - {on: 2026-05-01, outcome: lost}\n",
        ),
        // Skipped stages; now in delivery.
        (
            "b",
            "stage: delivery\noutcome: won\nclosed: {on: 2026-02-01}\nmoves:\n\
             \x20 - {on: 2026-01-05, stage: interested}\n  - {on: 2026-02-01, stage: contract, outcome: won}\n\
             \x20 - {on: 2026-03-01, stage: delivery}\n",
        ),
        // Never left its first stage, which no move names.
        ("c", "stage: interested\nentered: {at: 2026-01-31T09:00:00+08:00}\n"),
        // Won, though the import left it at an early stage.
        (
            "d",
            "stage: interested\noutcome: won\nclosed: {on: 2026-04-01}\n\
             moves:\n  - {on: 2026-01-01, stage: interested}\n",
        ),
        // Another cohort.
        ("e", "stage: contract\nmoves:\n  - {on: 2026-02-01, stage: contract}\n"),
    ])
}

#[test]
fn lost_deals_count_as_far_as_they_came() {
    let report = run(&deals(), "销售漏斗", &ask(&[], "2026-01"), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0]),
        [
            "stage n conversion_next conversion_first open won lost suspended",
            "potential 4 1.000000 1.000000 0 0 0 0",
            "interested 4 0.750000 1.000000 1 0 0 0",
            "needs_confirmed 3 1.000000 0.750000 0 0 0 0",
            "solution 3 1.000000 0.750000 0 0 0 0",
            "negotiation 3 0.666667 0.750000 0 0 1 0",
            "contract 2 null 0.500000 0 2 0 0",
        ]
    );
    assert_eq!(report.tables[0].name, "by_stage");
    assert_eq!(report.tables[0].rows[5].records, ["opportunity/b", "opportunity/d"]);
}

#[test]
fn a_past_day_knows_no_later_stage() {
    let tree = book(&[(
        "a",
        "stage: contract\nowner: li-wei\nmoves:\n  - {on: 2026-01-05, stage: solution}\n  - {on: 2026-02-01, stage: contract}\n",
    )]);
    let report = run(&tree, "funnel", &ask(&["owner", "stage"], ""), "2026-01-31");
    let last = &lines(&report.tables[0])[4..];
    let zero = "null 0.000000 0 0 0 0";
    assert_eq!(
        last,
        [
            "li-wei solution 1 0.000000 1.000000 1 0 0 0".to_owned(),
            format!("li-wei negotiation 0 {zero}"),
            format!("li-wei contract 0 {zero}"),
        ]
    );
    assert_eq!(report.tables[0].name, "by_owner_stage");
}
