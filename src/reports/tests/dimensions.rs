use super::*;

fn deals() -> Memory {
    book(&[
        (
            "a",
            "customer: acme\nowner: li-wei\nsource: exhibition\ngrade: A\nstage: contract\noutcome: won\namount: 10\n\
             closed: {on: 2026-01-01, territory: huabei}\n",
        ),
        (
            "b",
            "customer: beta\nowner: wang-fang\nstage: contract\noutcome: won\namount: 20\n\
             tags: {channel: web}\nclosed: {on: 2026-01-02}\n",
        ),
    ])
}

/// The heads of the rows of the main table, with the count of each.
fn heads(by: &str) -> Vec<String> {
    let report = run(&deals(), "wins", &ask(&[by], ""), "2026-11-21");
    let dimensions = by.split('+').count();
    let head = |row: &Row| {
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        format!("{} {}", cells[..dimensions].join(" "), cells[dimensions + 1])
    };
    report.tables[0].rows.iter().map(head).collect()
}

#[test]
fn each_dimension_groups_and_puts_the_missing_last() {
    assert_eq!(heads("owner"), ["li-wei 1", "wang-fang 1"]);
    assert_eq!(heads("manager"), ["boss 2"]);
    assert_eq!(heads("team"), ["north 1", "south 1"]);
    assert_eq!(heads("office"), ["Beijing 1", "Shenzhen 1"]);
    assert_eq!(heads("territory"), ["huabei 1", "- 1"]);
    assert_eq!(heads("territory@now"), ["huanan 1", "- 1"]);
    assert_eq!(heads("customer"), ["acme 1", "beta 1"]);
    assert_eq!(heads("source"), ["exhibition 1", "- 1"]);
    assert_eq!(heads("industry"), ["I65 1", "- 1"]);
    assert_eq!(heads("grade"), ["A 1", "- 1"]);
    assert_eq!(heads("stage"), ["contract 2"]);
    assert_eq!(heads("product"), ["- 2"]);
    assert_eq!(heads("lost_reason"), ["- 2"]);
    assert_eq!(heads("month"), ["2026-01 2"]);
    assert_eq!(heads("tags.sector"), ["finance 1", "retail 2"]);
    assert_eq!(heads("tags.channel"), ["web 1", "- 1"]);
    assert_eq!(
        heads("owner+tags.sector"),
        ["li-wei retail 1", "wang-fang finance 1", "wang-fang retail 1"]
    );
}

#[test]
fn any_field_groups_through_references_and_as_queries_name_it() {
    assert_eq!(heads("customer.industry"), ["I65 1", "- 1"]);
    assert_eq!(heads("客户.行业"), ["I65 1", "- 1"]);
    assert_eq!(heads("customer.tags.sector"), ["finance 1", "retail 2"]);
    assert_eq!(heads("owner.team"), ["north 1", "south 1"]);
    assert_eq!(heads("owner.reports_to"), ["boss 2"]);
    assert_eq!(heads("owner.reports_to.office"), ["Beijing 2"]);
    assert_eq!(heads("customer.territory"), ["huanan 1", "- 1"]);
    assert_eq!(heads("outcome"), ["won 2"]);
    assert_eq!(heads("phase+owner.team"), ["selling north 1", "selling south 1"]);
    // Figures in their order, dates as they are.
    assert_eq!(heads("amount"), ["10 1", "20 1"]);
    assert_eq!(heads("closed.on"), ["2026-01-01 1", "2026-01-02 1"]);
}

#[test]
fn figures_are_sorted_as_figures() {
    let deal = |amount: &str| format!("customer: acme\nstage: potential\namount: {amount}\n");
    let [a, b, c] = ["9.50", "100", "-3"].map(deal);
    let tree = book(&[("a", &a), ("b", &b), ("c", &c)]);
    let report = run(&tree, "pipeline", &ask(&["amount"], ""), "2026-11-21");
    let heads: Vec<String> = report.tables[0].rows.iter().map(|row| cell(&row.cells[0])).collect();
    assert_eq!(heads, ["-3", "9.5", "100"]);
}

// `run` holds the keys of columns against each other.
#[test]
fn no_field_bears_the_name_of_a_figure() {
    let tree = deals();
    let book = open(&tree);
    let mut grouped = 0;
    for spec in REPORTS {
        for (key, _) in crate::query::names(spec.over) {
            if let Ok(grouping) = Grouping::parse(&book, spec.over, &[key]) {
                let request = Request::default().grouped(grouping);
                filtered(&book, spec.name, &request, "2026-11-21", &[]);
                grouped += 1;
            }
        }
    }
    assert!(grouped > 20, "{grouped}");
}

#[test]
fn a_query_and_a_grouping_may_go_the_same_way() {
    let only = &["customer.industry:I65"];
    let by = ask(&["customer.industry"], "");
    let report = filtered(&open(&deals()), "wins", &by, "2026-11-21", only);
    let table = &report.tables[0];
    assert_eq!((table.name.as_str(), table.rows.len()), ("by_customer.industry", 1));
    assert_eq!(table.columns[0].key, "customer.industry");
    assert_eq!(
        (&*table.columns[0].label.en, &*table.columns[0].label.zh),
        ("customer industry", "客户行业")
    );
}

#[test]
fn rows_bear_names_for_people() {
    let first = |by: &str| {
        let report = run(&deals(), "wins", &ask(&[by], ""), "2026-11-21");
        report.tables[0].rows.last().unwrap().cells[0].clone()
    };
    let label = |key: &str, en: &'static str, zh: &'static str| {
        Cell::Label(key.to_owned(), crate::base::text::Label::new(en, zh).text())
    };
    assert_eq!(first("owner"), Cell::Ref("wang-fang".to_owned(), "王芳".to_owned()));
    assert_eq!(first("tags.sector"), label("retail", "retail trade", "零售"));
    assert_eq!(first("owner.reports_to"), Cell::Ref("boss".to_owned(), "Zhao Min".to_owned()));
    assert_eq!(first("customer.tags.sector"), label("retail", "retail trade", "零售"));
    assert_eq!(first("outcome"), label("won", "won", "赢单"));
    assert_eq!(first("stage"), label("contract", "contract", "合同签订"));
    assert_eq!(first("source"), label("-", "none", "未填"));
}

#[test]
fn a_query_narrows_the_population() {
    let report = filtered(&open(&deals()), "wins", &ask(&[], ""), "2026-11-21", &["owner:li-wei"]);
    assert_eq!(report.tables[0].rows.len(), 1);
    assert_eq!(notes(&report), ["counted 1"]);
}

#[test]
fn both_languages_name_the_tables() {
    let report = run(&deals(), "wins", &ask(&["owner+month"], ""), "2026-11-21");
    let title = &report.tables[0].title;
    assert_eq!(
        (&*title.en, &*title.zh),
        ("closed deals by owner and month", "已关闭的机会（按负责人、月）")
    );
    assert_eq!(report.tables[0].name, "by_owner_month");
}
