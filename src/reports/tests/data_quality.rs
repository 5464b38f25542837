//! How well records are kept.

use super::*;

const ENTERED: &str = "entered: {at: 2026-11-02T09:00:00+08:00, by: li-wei}\n";

fn company(files: &[(&str, &str)]) -> Memory {
    let mut tree = book(&[]);
    let full = format!(
        "name: Full\ntype: sme\ncontacts:\n  - {{id: c-1, name: 张三, primary: true}}\nindustry: I65\nowner: li-wei\n{ENTERED}"
    );
    let bare = format!("name: Bare\nowner: li-wei\n{ENTERED}");
    let call = |at: &str| {
        format!(
            "type: call\non: 2026-11-03\nat: 2026-11-03T10:00:00+08:00\ncustomer: full\nmember: li-wei\ncontent: x\nentered: {{at: {at}, by: li-wei}}\n"
        )
    };
    let own = [
        // Acme and Beta are nobody's.
        ("salesops.toml", "format = 1\n[required.member]\nalways = []\n".to_owned()),
        ("customers/full.yaml", full),
        ("customers/bare.yaml", bare),
        (
            "customers/old.yaml",
            "name: Old\nowner: li-wei\nimported: {from: a.csv, key: \"1\", on: 2026-01-01}\n".to_owned(),
        ),
        ("activities/2026/11/act-1.yaml", call("2026-11-03T11:00:00+08:00")),
        ("activities/2026/11/act-2.yaml", call("2026-11-20T11:00:00+08:00")),
        (
            "leads/lead-1.yaml",
            "received_at: 2026-11-05T09:00:00+08:00\nentered: {at: 2026-11-05T10:00:00+08:00, by: li-wei}\n"
                .to_owned(),
        ),
        (
            "audits/aud-1.yaml",
            "on: 2026-11-10\nby: boss\nrecords:\n  - customer/full\n  - customer/bare\nfindings:\n  \
             - {record: customer/bare, problem: 空}\nstatus: finished\n"
                .to_owned(),
        ),
        (
            "audits/aud-2.yaml",
            "on: 2026-11-11\nby: boss\nrecords:\n  - customer/full\n".to_owned(),
        ),
        (
            "notices/ntc-1.yaml",
            "issued_on: 2026-11-10\naudit: aud-1\nto: li-wei\nfindings:\n  - {record: customer/bare, problem: 空}\ndue: 2026-11-13\n"
                .to_owned(),
        ),
        // TAG-4.1.1a: within 31 days; what stays to be corrected is not fresh.
        (
            "verifications/2026/11/ver-1.yaml",
            "on: 2026-11-12\nby: li-wei\nrecords:\n  - customer/full\n  - customer/old\nexceptions:\n  - customer/old\n"
                .to_owned(),
        ),
        (
            "notices/ntc-2.yaml",
            "issued_on: 2026-11-10\nto: wang-fang\ndue: 2026-11-13\nstatus: verified\n".to_owned(),
        ),
    ];
    let own = own.iter().map(|(path, text)| (*path, &**text));
    for (path, text) in own.chain(files.iter().copied()) {
        tree.insert(path, text.as_bytes().to_vec());
    }
    tree
}

// TAG-7.2: completeness 5 of 8, 2 of 3 in time, 1 of 2 clean: 0.4 × 0.625 + 0.3 × 0.666667 + 0.3 × 0.5.
#[test]
fn completeness_timeliness_and_audits_make_the_score_of_a_member() {
    let report = run(&company(&[]), "data-quality", &ask(&[], "2026-11"), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0])[1..],
        [
            "li-wei 8 0.625000 3 0.666667 2 0.500000 3 0.666667 60.00",
            "= total 18 0.333333 3 0.666667 2 0.500000 3 0.666667 48.33",
        ]
    );
    assert_eq!(
        report.tables[0].rows[0].records,
        ["activity/act-2", "customer/bare"],
        "what is late, found wanting or lacking"
    );
    assert_eq!(
        lines(&report.tables[1])[1..],
        ["customer contacts 1", "customer industry 1", "customer type 1"]
    );
    assert_eq!(lines(&report.tables[2])[1..], ["2026-11-13 notice/ntc-1 li-wei 1 open"]);
}

// What was not there by the end of the period is not asked for, and what is not known weighs nothing.
#[test]
fn the_score_is_of_what_is_known() {
    let tree = company(&[]);
    let october = run(&tree, "data-quality", &ask(&[], "2026-10"), "2026-11-21");
    assert_eq!(
        lines(&october.tables[0])[1],
        "li-wei 0 null 0 null 0 null 1 0.000000 null",
        "what was imported is there, and nobody has looked it over"
    );
    let policy = "format = 1\n[required.member]\nalways = []\n[tag]\nquality_parts = { completeness = 1, timeliness = 1, audit = 0 }\n";
    let tree = company(&[("salesops.toml", policy)]);
    let report = run(&tree, "data-quality", &ask(&[], "2026-11"), "2026-11-21");
    assert!(lines(&report.tables[0])[1].ends_with(" 64.58"), "{:?}", lines(&report.tables[0]));
    let december = run(&company(&[]), "data-quality", &ask(&[], "2026-12"), "2026-12-21");
    assert_eq!(
        lines(&december.tables[0])[1],
        "li-wei 8 0.625000 0 null 0 null 3 0.000000 62.50",
        "nothing was entered or audited"
    );
    let earlier = run(&company(&[]), "data-quality", &ask(&[], "2026-11"), "2026-11-09");
    assert!(lines(&earlier.tables[0])[1].contains(" 0 null "), "no audit by then");
}

// TAG-7.2: it has its share of an assessment, the table of weights the rest.
#[test]
fn it_can_be_a_goal() {
    let goal = "period: 2026-11\nmember: li-wei\ngoals:\n  - {kpi: tag_quality, value: 80}\n";
    let tree = company(&[("targets/a.yaml", goal)]);
    let report = run(&tree, "attainment", &ask(&[], "2026-11"), "2026-11-21");
    let all: Vec<String> =
        report.tables.iter().flat_map(|table| lines(table)[1..].to_vec()).collect();
    assert!(all.contains(&"li-wei tag_quality % 80 60.00 0.750000".to_owned()), "{all:?}");
}
