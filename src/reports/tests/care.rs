use super::*;

fn with(files: &[(&str, &str)]) -> Memory {
    let mut tree = book(&[]);
    for (path, text) in files {
        tree.insert(path, text.as_bytes().to_vec());
    }
    tree
}

// DEV-5.12.1 to DEV-5.12.5, DEV-5.13.4
#[test]
fn objections_and_lost_deals_stand_side_by_side() {
    let tree = with(&[
        (
            "activities/a.yaml",
            "type: visit\non: 2026-11-03\ncustomer: acme\nobjections:\n  \
             - {type: price, resolved: true}\n  - {type: price, resolved: false}\n  - {handling: later}\n",
        ),
        (
            "activities/b.yaml",
            "type: call\non: 2026-11-04\ncustomer: beta\nobjections:\n  - {type: season}\n",
        ),
        (
            "activities/c.yaml",
            "type: call\non: 2026-11-22\ncustomer: beta\nobjections:\n  - {type: season}\n",
        ),
        (
            "opportunities/d.yaml",
            "customer: acme\nstage: solution\noutcome: lost\nlost_reason: price\nclosed: {on: 2026-11-05}\n",
        ),
        (
            "opportunities/e.yaml",
            "stage: solution\noutcome: lost\nlost_reason: timing\nclosed: {on: 2026-10-05}\n",
        ),
    ]);
    let report = run(&tree, "refusals", &ask(&[], ""), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0]),
        [
            "type objections resolved resolved_rate lost",
            "season 1 0 0.000000 0",
            "price 2 1 0.500000 1",
            "timing 0 0 null 1",
            "null 1 0 0.000000 0",
            "= null 4 1 0.250000 2",
        ]
    );
    assert_eq!(notes(&report), ["counted 4", "without_type 1"]);
    let book = open(&tree);
    let report = filtered(&book, "refusals", &ask(&[], "2026-11"), "2026-11-21", &["acme"]);
    assert_eq!(
        lines(&report.tables[0])[1..],
        ["price 2 1 0.500000 1", "null 1 0 0.000000 0", "= null 3 1 0.333333 1"]
    );
}

fn people() -> Memory {
    with(&[
        (
            "customers/acme.yaml",
            "name: Acme\ncontacts:\n  - {id: c-1, name: Zhang, birthday: 1980-11-25}\n  \
             - {id: c-2, name: Li, birthday: 1980-12-25}\nanniversaries:\n  - {what: founded, on: 2001-11-22}\n\
             owner: li-wei\n",
        ),
        (
            "customers/beta.yaml",
            "name: Beta\ncontacts:\n  - {id: c-1, name: Wu, birthday: 1980-11-28}\n",
        ),
        (
            "activities/a.yaml",
            "type: sms\non: 2026-11-20\ncustomer: acme\npurpose: care\nmember: li-wei\n",
        ),
        ("activities/b.yaml", "type: call\non: 2026-11-20\ncustomer: beta\nmember: li-wei\n"),
    ])
}

// ITS-7.3.1, TEL-4.3.4
#[test]
fn birthdays_are_masked_unless_revealed() {
    let tree = people();
    let report = run(&tree, "care", &ask(&[], ""), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0]),
        [
            "on customer occasion contact owner done",
            "2026-11-22 acme founded null li-wei 2026-11-20",
            "*** acme birthday Zhang li-wei 2026-11-20",
            "*** beta birthday Wu null null",
        ]
    );
    assert_eq!(notes(&report), ["counted 3", "open 1"]);
    let book = open(&tree);
    let asker = Asker { me: None, today: day("2026-11-21"), sure: false };
    let query = Query::parse(&book, Kind::Customer, &[], asker).unwrap();
    let cx = Cx { book: &book, as_of: day("2026-11-21"), reveal: true };
    let shown = (find("care").unwrap().run)(&cx, &ask(&[], ""), &query);
    assert_eq!(
        lines(&shown.tables[0])[2..],
        [
            "2026-11-25 acme birthday Zhang li-wei 2026-11-20",
            "2026-11-28 beta birthday Wu null null"
        ]
    );
}

// ITS-7.3.1
#[test]
fn festivals_come_with_how_many_were_greeted() {
    let report = run(&people(), "care", &ask(&[], "2026-11-25..2027-01-05"), "2026-11-21");
    assert_eq!(
        lines(&report.tables[1]),
        ["on festival customers greeted", "2027-01-01 new_year 2 0"]
    );
}

// DEV-5.4.2, DEV-5.4.3, TAG-5.1.1a, OPS-3.4.1, DEV-5.5.2A, DEV-5.5.2B
#[test]
fn visits_stand_in_the_order_of_the_districts() {
    let tree = with(&[
        (
            "customers/south.yaml",
            "name: South\nregion: \"440300\"\ncontacts:\n  - {id: c-1, name: Wu, primary: true}\n  \
             - {id: c-2, name: Chen, decision_role: decision_maker}\nowner: li-wei\n\
             next: {on: 2026-11-24, what: 上门演示}\n",
        ),
        (
            "customers/north.yaml",
            "name: North\nregion: \"110105\"\ncontacts:\n  - {id: c-1, name: Zhao, attitude: favourable}\n  \
             - {id: c-2, name: Qian, primary: true}\nowner: li-wei\nnext: {on: 2026-11-24, what: call again}\n",
        ),
        (
            "tasks/t.yaml",
            "what: go\nsubject: customer/north\nobjective: see the stock\nwho: li-wei\ndue: 2026-11-24\n\
             starts_at: 2026-11-24T09:30:00+08:00\n",
        ),
        (
            "tasks/u.yaml",
            "what: go\nsubject: customer/north\nobjective: x\nwho: li-wei\ndue: 2026-11-24\ndone: 2026-11-20\n",
        ),
        (
            "customers/key.yaml",
            "name: Key\ngrade: A\nowner: wang-fang\nentered: {at: 2026-08-24T09:00:00+08:00}\n",
        ),
        (
            "leads/l.yaml",
            "name: Lead\ncontact: {name: Sun}\nowner: li-wei\nnext: {on: 2026-11-23, what: Visit}\n",
        ),
        ("activities/a.yaml", "type: visit\non: 2026-11-03\ncustomer: north\n"),
    ]);
    let report = run(&tree, "visits", &ask(&[], "2026-11-22..2026-11-30"), "2026-11-21");
    assert_eq!(
        lines(&report.tables[0]),
        [
            "member on at district whom meet objective last_visit planned_by",
            "li-wei 2026-11-23 null null lead/l Sun Visit null lead/l",
            "li-wei 2026-11-24 09:30 110105 customer/north Zhao see the stock 2026-11-03 task/t",
            "li-wei 2026-11-24 null 440300 customer/south Chen 上门演示 null customer/south",
            "wang-fang 2026-11-22 null null customer/key null key_customer null null",
        ]
    );
    assert_eq!(notes(&report), ["counted 4", "without_district 2"]);
    let book = open(&tree);
    let period = ask(&[], "2026-11-22..2026-11-30");
    let mine = filtered(&book, "visits", &period, "2026-11-21", &["team:south"]);
    assert_eq!(mine.tables[0].rows.len(), 1);
    assert_eq!(run(&tree, "visits", &ask(&[], ""), "2026-11-21").tables[0].rows.len(), 0);
}
