use super::*;

const WON: &str = "customer: acme\nstage: contract\noutcome: won\n";

fn books(files: &[(&str, &str)]) -> Memory {
    let mut tree = book(&[]);
    for (path, text) in files {
        tree.insert(path, text.as_bytes().to_vec());
    }
    tree
}

fn deal(owner: &str, on: &str, amount: &str, more: &str) -> String {
    format!(
        "owner: boss\n{WON}closed: {{on: {on}, owner: {owner}, team: north, amount: {amount}}}\n{more}"
    )
}

fn target(of: &str, period: &str, goals: &[&str]) -> String {
    let goals: String = goals.iter().map(|goal| format!("  - {{{goal}}}\n")).collect();
    format!("period: {period}\n{of}goals:\n{goals}")
}

fn table(tree: &Memory, by: &[&str], period: &str, at: usize) -> Vec<String> {
    let report = run(tree, "attainment", &ask(by, period), "2026-11-21");
    lines(&report.tables[at])[1..].to_vec()
}

// OPS-1.3.1, DEV-SOP-1, ITS-4.1.1, ITS-2.2.1b: credit stays with the owner at the closing.
#[test]
fn targets_stand_against_what_was_sold_by_whom_it_was_won() {
    let sales = |value: &str| format!("kpi: sales_amount, value: {value}");
    let tree = books(&[
        ("opportunities/a.yaml", &deal("li-wei", "2026-11-30", "100.50", "")),
        ("opportunities/b.yaml", &deal("li-wei", "2026-11-02", "100", "")),
        ("opportunities/c.yaml", &deal("wang-fang", "2026-10-31", "999", "")),
        ("opportunities/d.yaml", &deal("boss", "2026-11-05", "7", "currency: USD\n")),
        ("targets/2026-11-all.yaml", &target("", "2026-11", &[&sales("400")])),
        ("targets/2026-11-north.yaml", &target("team: north\n", "2026-11", &[&sales("250")])),
        ("targets/2026-11-li-wei.yaml", &target("member: li-wei\n", "2026-11", &[&sales("200")])),
    ]);
    // The deal of the 30th is not won yet on the 21st.
    assert_eq!(table(&tree, &[], "", 0), ["sales_amount CNY 400 100.00 0.250000"]);
    assert_eq!(table(&tree, &[], "2026-11", 1), ["north sales_amount CNY 250 100.00 0.400000"]);
    assert_eq!(table(&tree, &["owner"], "", 0), ["li-wei sales_amount CNY 200 100.00 0.500000"]);
    let report = run(&tree, "attainment", &ask(&[], "2026-11"), "2026-12-01");
    assert_eq!(lines(&report.tables[2])[1], "li-wei sales_amount CNY 200 200.50 1.002500");
    assert_eq!(notes(&report), ["counted 3", "sum_differs 1", "sum_differs 1", "left_out 2"]);
    assert_eq!(report.tables[2].rows[0].records.len(), 3);
}

// DEV-SOP-1: a change within the month holds from the next one on.
#[test]
fn a_target_that_is_changed_holds_from_the_next_period_on() {
    let goals = ["kpi: order_count, value: 12", "kpi: order_count, value: 24, since: 2026-11-10"];
    let tree = books(&[("targets/a.yaml", &target("member: li-wei\n", "2026", &goals))]);
    for (period, wanted) in
        [("2026-11", "1.00"), ("2026-12", "2.00"), ("2026-q4", "3.00"), ("2026", "12")]
    {
        let line = format!("li-wei order_count  {wanted} 0 0.000000");
        assert_eq!(table(&tree, &["owner"], period, 0), [line], "{period}");
    }
    assert!(table(&tree, &["owner"], "2026-11-01..2026-11-20", 0).is_empty());
}

#[test]
fn months_make_a_quarter_where_all_of_them_are_there() {
    let goal = |n: &str| {
        target("member: li-wei\n", "2026-PP", &[&format!("kpi: new_customers, value: {n}")])
    };
    let month = |month: &str, n: &str| goal(n).replace("PP", month);
    let tree = books(&[
        ("targets/a.yaml", &month("10", "1")),
        ("targets/b.yaml", &month("11", "2")),
        ("targets/c.yaml", &month("12", "3")),
        ("targets/d.yaml", &month("01", "3")),
        ("opportunities/a.yaml", &deal("li-wei", "2026-10-02", "1", "")),
        ("opportunities/b.yaml", &deal("li-wei", "2026-11-02", "1", "")),
    ]);
    // ITS-4.1.4: the second deal is with the same customer.
    assert_eq!(table(&tree, &[], "2026-q4", 2), ["li-wei new_customers  6 1 0.166667"]);
    assert!(table(&tree, &[], "2026-q1", 2).is_empty());
    let first = run(&tree, "attainment", &ask(&[], "2026-q1"), "2026-11-21");
    assert_eq!(notes(&first), ["counted 0", "partial 1"], "January alone is no quarter");
    let report = run(&tree, "attainment", &ask(&[], "2026-q4"), "2026-11-21");
    assert_eq!(notes(&report), ["counted 1", "summed 1", "running 40"]);
}

// TAG-2.4.5: amount, profit, new customers, satisfaction; each by its own records.
#[test]
fn each_indicator_counts_its_own_records() {
    let goals = [
        "kpi: sales_amount, value: 100, basis: cash",
        "kpi: sales_profit, value: 10",
        "kpi: order_count, value: 2",
        "kpi: old_customers, value: 1",
        "kpi: satisfaction, value: 90",
        "kpi: task_completion_rate, value: 100",
        "kpi: expenses, value: 50",
        "kpi: growth_rate, value: 10",
        "kpi: complaint_on_time_rate, value: 100",
    ];
    let lines = "lines:\n  - {product: crm, qty: 2, price: 60}\n";
    let tree = books(&[
        ("salesops.toml", "format = 1\n[satisfaction]\nmin_answers = 1\n"),
        ("customers/acme.yaml", "name: Acme\nowner: li-wei\n"),
        (
            "products/crm.yaml",
            "name: CRM\nprices:\n  - {list: 70, cost: 50}\n  - {from: 2026-12-01, list: 70, cost: 55}\n",
        ),
        ("targets/a.yaml", &target("member: li-wei\n", "2026-11", &goals)),
        ("opportunities/a.yaml", &deal("li-wei", "2026-10-02", "100", "")),
        ("opportunities/b.yaml", &deal("li-wei", "2026-11-02", "120", lines)),
        (
            "orders/o.yaml",
            "customer: acme\nopportunity: b\nowner: boss\namount: 120\nstatus: confirmed\nmoves:\n  - {on: 2026-11-03, status: confirmed}\n",
        ),
        (
            "orders/p.yaml",
            "customer: acme\nopportunity: b\nstatus: cancelled\nmoves:\n  - {on: 2026-11-03, status: confirmed}\n",
        ),
        (
            "payments/p.yaml",
            "order: o\ncustomer: acme\ndue: 2026-12-01\namount: 120\nowner: boss\nreceived:\n  - {amount: 80, on: 2026-11-05}\n  - {amount: 40, on: 2026-12-05}\n",
        ),
        (
            "tickets/t.yaml",
            "customer: acme\ntype: complaint\nopened_at: 2026-11-03T10:00:00+08:00\nresolved_at: 2026-11-04T10:00:00+08:00\nsatisfaction: {score: 4, asked_on: 2026-11-06}\n",
        ),
        ("tasks/a.yaml", "what: x\nwho: li-wei\ndue: 2026-11-05\ndone: 2026-11-05\n"),
        ("tasks/b.yaml", "what: x\nwho: li-wei\ndue: 2026-11-05\ndone: 2026-11-06\n"),
        ("tasks/c.yaml", "what: x\nwho: li-wei\ndue: 2026-11-30\n"),
        (
            "expenses/e.yaml",
            "claimant: li-wei\nstatus: paid\nlines:\n  - {category: travel, amount: 75, spent_on: 2026-11-05}\n",
        ),
        (
            "expenses/f.yaml",
            "claimant: li-wei\nlines:\n  - {category: travel, amount: 75, spent_on: 2026-11-05}\n",
        ),
    ]);
    assert_eq!(
        table(&tree, &["owner"], "2026-11", 0),
        [
            "li-wei sales_amount CNY 100 80.00 0.800000",
            "li-wei sales_profit CNY 10 20.00 2.000000",
            "li-wei order_count  2 1 0.500000",
            "li-wei growth_rate % 10 20.00 2.000000",
            "li-wei old_customers  1 1 1.000000",
            "li-wei satisfaction % 90 80.00 0.888889",
            "li-wei complaint_on_time_rate % 100 100.00 1.000000",
            "li-wei task_completion_rate % 100 50.00 0.500000",
            "li-wei expenses CNY 50 75.00 0.666667",
        ]
    );
}

// ITS-4.1.2: the price less the cost, less what was claimed where the policy says so.
#[test]
fn profit_leaves_expenses_alone_unless_the_policy_takes_them_off() {
    let profit = |policy: &str| {
        let tree = books(&[
            ("salesops.toml", &format!("format = 1\n{policy}")),
            ("products/crm.yaml", "name: CRM\nprices:\n  - {list: 70, cost: 50}\n"),
            (
                "targets/a.yaml",
                &target("member: li-wei\n", "2026-11", &["kpi: sales_profit, value: 10"]),
            ),
            (
                "opportunities/a.yaml",
                &deal(
                    "li-wei",
                    "2026-11-02",
                    "120",
                    "lines:\n  - {product: crm, qty: 2, price: 60}\n",
                ),
            ),
            (
                "expenses/e.yaml",
                "claimant: li-wei\nstatus: paid\nlines:\n  - {category: travel, amount: 15, spent_on: 2026-11-05}\n",
            ),
        ]);
        table(&tree, &["owner"], "2026-11", 0).join(" | ")
    };
    assert_eq!(profit(""), "li-wei sales_profit CNY 10 20.00 2.000000");
    assert_eq!(
        profit("[profit]\ndeduct_expense = true\n"),
        "li-wei sales_profit CNY 10 5.00 0.500000"
    );
}

// TEL-6.1.2: who bought within a year, at the end against the beginning.
#[test]
fn customers_grow_by_those_who_bought_within_a_year() {
    let goals = ["kpi: new_customers, value: 1", "kpi: customer_growth_rate, value: 50"];
    let of_beta = |on: &str| deal("li-wei", on, "1", "").replace("acme", "beta");
    let tree = books(&[
        ("targets/a.yaml", &target("member: li-wei\n", "2026-11", &goals)),
        ("opportunities/a.yaml", &deal("li-wei", "2026-10-02", "1", "")),
        ("opportunities/b.yaml", &of_beta("2026-11-02")),
        ("opportunities/c.yaml", &of_beta("2026-11-03")),
    ]);
    assert_eq!(
        table(&tree, &["owner"], "2026-11", 0),
        ["li-wei new_customers  1 1 1.000000", "li-wei customer_growth_rate % 50 100.00 2.000000"]
    );
}

// DEV-SOP-1: our sales in all that is sold; of the year's market a month has its twelfth.
#[test]
fn market_share_sets_sales_against_the_size_of_the_market() {
    let goal = ["kpi: market_share, value: 20"];
    let intel = |more: &str| format!("subject: market\non: 2026-11-01\n{more}");
    let tree = books(&[
        ("targets/a.yaml", &target("", "2026", &goal)),
        ("targets/b.yaml", &target("member: li-wei\n", "2026", &goal)),
        ("opportunities/a.yaml", &deal("li-wei", "2026-11-02", "150", "")),
        ("opportunities/b.yaml", &deal("boss", "2026-10-02", "50", "")),
        ("intel/a.yaml", &intel("period: 2026\nmarket_size: 12000\n")),
        ("intel/old.yaml", "subject: m\non: 2026-01-01\nperiod: 2026\nmarket_size: 1\n"),
        ("intel/later.yaml", "subject: m\non: 2026-11-30\nperiod: 2026\nmarket_size: 2\n"),
        ("intel/part.yaml", &intel("period: 2026-11\nmarket_size: 3\nterritory: huabei\n")),
        ("intel/usd.yaml", &intel("period: 2026-11\nmarket_size: 4\ncurrency: USD\n")),
        ("intel/month.yaml", &intel("period: 2026-10\nmarket_size: 500\n")),
    ]);
    let share = |period, at| table(&tree, &[], period, at).join(" | ");
    assert_eq!(share("2026-11", 0), "market_share % 20 15.00 0.750000");
    assert_eq!(share("2026", 0), "market_share % 20 1.67 0.083500");
    assert_eq!(share("2026-10", 0), "market_share % 20 10.00 0.500000");
    assert_eq!(
        share("2026-11", 2),
        "li-wei market_share % 20 null null",
        "nobody knows its market"
    );
    let report = run(&tree, "attainment", &ask(&[], "2026-11"), "2026-11-21");
    assert_eq!(report.tables[0].rows[0].records, ["target/a", "opportunity/a", "intel/a"]);
}

#[test]
fn a_query_chooses_members_and_other_groupings_are_refused() {
    let goal = ["kpi: order_count, value: 1"];
    let tree = books(&[
        ("members/old.yaml", "name: Old\nrole: sales_rep\nleft_on: 2026-01-01\n"),
        ("members/new.yaml", "name: New\nrole: sales_rep\n"),
        ("targets/a.yaml", &target("member: li-wei\n", "2026-11", &goal)),
        ("targets/b.yaml", &target("member: wang-fang\n", "2026-11", &goal)),
    ]);
    let opened = open(&tree);
    let report = filtered(&opened, "attainment", &ask(&[], ""), "2026-11-21", &["team:south"]);
    assert_eq!(report.tables.len(), 1);
    assert_eq!(lines(&report.tables[0])[1..], ["wang-fang order_count  1 0 0.000000"]);
    let all = run(&tree, "attainment", &ask(&[], ""), "2026-11-21");
    let note = all.notes.iter().find(|note| note.key == "without_target").unwrap();
    assert_eq!((note.n, &*note.why.en), (1, "members who sell without a target (New)"));
    let refused = find("attainment").unwrap().allows(&ask(&["stage"], "")).unwrap_err();
    assert_eq!(refused.en, "report attainment does not group by stage; there are owner, team");
}
