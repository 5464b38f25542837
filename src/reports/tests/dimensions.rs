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
