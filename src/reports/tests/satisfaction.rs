use super::*;

/// A customer who went from 王芳 to 李伟 in November, and one of 李伟 all along.
fn company(files: &[(&str, &str)], goals: &str) -> Memory {
    let mut tree = book(&[]);
    let moves =
        "moves:\n  - {on: 2026-01-05, owner: wang-fang}\n  - {on: 2026-11-10, owner: li-wei}\n";
    let goal = |of: &str, period: &str| {
        format!("period: {period}\n{of}goals:\n  - {{kpi: satisfaction, value: 80}}\n")
    };
    let own = [
        ("salesops.toml", format!("format = 1\n{goals}")),
        ("customers/acme.yaml", format!("name: Acme\nowner: li-wei\n{moves}")),
        ("customers/beta.yaml", "name: Beta\nowner: li-wei\n".to_owned()),
        ("targets/a.yaml", goal("member: li-wei\n", "2026")),
        ("targets/b.yaml", goal("member: wang-fang\n", "2026")),
        ("targets/c.yaml", goal("", "2026")),
    ];
    let own = own.iter().map(|(path, text)| (*path, &**text));
    for (path, text) in own.chain(files.iter().copied()) {
        tree.insert(path, text.as_bytes().to_vec());
    }
    tree
}

fn figures(tree: &Memory, period: &str, as_of: &str) -> (Vec<String>, Report) {
    let report = run(tree, "attainment", &ask(&[], period), as_of);
    let tables = report.tables.iter().filter(|table| !table.rows.is_empty());
    (tables.flat_map(|table| lines(table)[1..].to_vec()).collect(), report)
}

const SURVEY: &str = "sent_on: 2026-11-02\nsent_to: [acme, beta]\nanswers:\n\
    \x20 - {customer: acme, overall: 2, on: 2026-11-09}\n\
    \x20 - {customer: acme, overall: 5, on: 2026-11-10}\n\
    \x20 - {customer: beta, overall: 4}\n\
    \x20 - {customer: beta, overall: 9}\n";

const TICKET: &str = "customer: beta\nsatisfaction: {score: 3, asked_on: 2026-11-12}\n";

// ITS-4.1.5, TEL-6.1.3: the mean of what was answered, of a hundred; a score beyond the scale is none.
#[test]
fn answers_count_for_who_had_the_customer_on_that_day() {
    let files = [("surveys/s.yaml", SURVEY), ("tickets/t.yaml", TICKET)];
    let tree = company(&files, "[satisfaction]\nmin_answers = 1\n");
    let (lines, report) = figures(&tree, "2026-11", "2026-11-21");
    assert_eq!(
        lines,
        [
            "satisfaction % 80 70.00 0.875000",        // (2 + 5 + 4 + 3) / 20
            "li-wei satisfaction % 80 80.00 1.000000", // (5 + 4 + 3) / 15
            "wang-fang satisfaction % 80 40.00 0.500000",
        ]
    );
    assert_eq!(report.tables[2].rows[0].records, ["target/a", "survey/s", "ticket/t"]);
    assert_eq!(report.tables[2].rows[1].records, ["target/b", "survey/s"]);
    let (before, _) = figures(&tree, "2026-11", "2026-11-09");
    assert_eq!(before[0], "satisfaction % 80 60.00 0.750000", "4 and 2; the rest is to come");
}

// ITS-4.1.5: too few answers say nothing.
#[test]
fn fewer_answers_than_the_policy_asks_for_give_no_figure() {
    let files = [("surveys/s.yaml", SURVEY), ("tickets/t.yaml", TICKET)];
    let (lines, _) = figures(&company(&files, ""), "2026-11", "2026-11-21");
    assert_eq!(
        lines,
        [
            "satisfaction % 80 70.00 0.875000",
            "li-wei satisfaction % 80 80.00 1.000000",
            "wang-fang satisfaction % 80 null null",
        ]
    );
}

#[test]
fn the_policy_weighs_surveys_and_tickets_on_their_own_scales() {
    let answers = "sent_on: 2026-11-02\nanswers:\n  - {customer: beta, overall: 9}\n";
    let files = [("surveys/s.yaml", answers), ("tickets/t.yaml", TICKET)];
    let index = |weights: &str| {
        let policy =
            format!("[survey]\nscale = 10\n[satisfaction]\nmin_answers = 1\nweights = {weights}\n");
        figures(&company(&files, &policy), "2026-11", "2026-11-21").0[0].clone()
    };
    assert_eq!(index("{survey = 2, ticket = 1}"), "satisfaction % 80 80.00 1.000000");
    assert_eq!(index("{survey = 1, ticket = 0}"), "satisfaction % 80 90.00 1.125000");
    assert_eq!(index("{survey = 0, ticket = 0}"), "satisfaction % 80 null null");
}

// ITS-4.3.2: a quarterly survey serves the months after it, and says how old it is.
#[test]
fn a_month_without_a_survey_takes_that_of_the_last_quarter() {
    let answers = |on: &str, scores: [i64; 3]| {
        let [a, b, c] = scores.map(|score| format!("  - {{customer: beta, overall: {score}}}\n"));
        format!("sent_on: {on}\nanswers:\n{a}{b}{c}")
    };
    let (old, last) = (answers("2026-08-31", [1, 1, 1]), answers("2026-09-01", [4, 4, 5]));
    let tree = company(&[("surveys/a.yaml", &old), ("surveys/b.yaml", &last)], "");
    let (lines, report) = figures(&tree, "2026-11", "2026-11-30");
    assert_eq!(lines[1], "li-wei satisfaction % 80 86.67 1.083375");
    assert!(notes(&report).contains(&"earlier 2".to_owned()), "{:?}", notes(&report));
    let why = &report.notes.iter().find(|note| note.key == "earlier").unwrap().why.en;
    assert!(why.ends_with("the oldest answer of 2026-09-01"), "{why}");
    let (none, report) = figures(&tree, "2026-12", "2026-12-31");
    assert_eq!(none[1], "li-wei satisfaction % 80 null null", "two quarters old");
    assert!(!notes(&report).iter().any(|note| note.starts_with("earlier")));
    let (quarter, _) = figures(&tree, "2026-q4", "2026-12-31");
    assert_eq!(quarter[1], "li-wei satisfaction % 80 null null", "as long as the cadence");
}
