use super::*;

fn calls() -> Memory {
    let call = |n: u32, more: &str| {
        (
            format!("activities/act-{n}.yaml"),
            format!("type: call\non: 2026-11-{n:02}\ncustomer: acme\nmember: li-wei\n{more}"),
        )
    };
    let mut tree = book(&[]);
    let files = [
        call(1, "script: cold\nscript_version: 1\ncall_result: no_answer\n"),
        call(2, "script: cold\nscript_version: 1\ncall_result: interested\n"),
        call(3, "script: cold\nscript_version: 1\ncall_result: refused\n"),
        call(4, "script: cold\nscript_version: 2\ncall_result: closed\n"),
        call(5, "script: cold\nscript_version: 2\n"),
        call(6, "call_result: connected\n"),
        call(22, "call_result: connected\n"),
        (
            "activities/act-v.yaml".to_owned(),
            "type: visit\non: 2026-11-04\ncustomer: acme\n".to_owned(),
        ),
        (
            "scripts/cold.yaml".to_owned(),
            "name: Cold call\ncustomer_types:\n  - sme\nversion: 2\nstatus: released\n".to_owned(),
        ),
        ("scripts/all.yaml".to_owned(), "name: Anybody\n".to_owned()),
        ("customers/gov.yaml".to_owned(), "name: Gov\ntype: government\n".to_owned()),
        ("customers/shop.yaml".to_owned(), "name: Shop\ntype: sme\n".to_owned()),
    ];
    for (path, text) in files {
        tree.insert(&path, text.into_bytes());
    }
    tree
}

// TEL-5.2.2, TEL-5.2.3
#[test]
fn versions_of_a_script_are_told_apart_by_what_came_of_the_calls() {
    let report = run(&calls(), "scripts", &ask(&[], ""), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0]),
        [
            "script version calls connected interested connect_rate interest_rate",
            "null null 1 1 0 1.000000 0.000000",
            "cold 1 3 2 1 0.666667 0.500000",
            "cold 2 2 1 1 1.000000 1.000000",
            "= null null 6 4 2 0.800000 0.500000",
        ]
    );
    assert_eq!(
        lines(&report.tables[1]),
        ["customer_type customers scripts", "sme 1 1", "government 1 0"]
    );
    assert_eq!(
        notes(&report),
        ["counted 6", "without_script 1", "without_result 1", "uncovered 1"]
    );
}

#[test]
fn the_query_is_over_calls_and_the_period_of_their_day() {
    let tree = calls();
    let report = filtered(
        &open(&tree),
        "scripts",
        &ask(&[], "2026-11-02..2026-11-04"),
        "2026-11-21",
        &["script:cold"],
    );
    assert_eq!(
        lines(&report.tables[0])[1..],
        [
            "cold 1 2 2 1 1.000000 0.500000",
            "cold 2 1 1 1 1.000000 1.000000",
            "= null null 3 3 2 1.000000 0.666667"
        ]
    );
}
