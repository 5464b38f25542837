use super::*;

const FILES: &[(&str, &str)] = &[
    ("members/li-wei.yaml", "name: 李伟\nrole: sales_rep\nteam: north\n"),
    ("members/wang-fang.yaml", "name: 王芳\nrole: sales_manager\nteam: south\n"),
    (
        "products/erp.yaml",
        "name: ERP\nprices:\n  - {list: 50}\n  - {from: 2026-11-01, list: 100, floor: 70}\n  - {from: 2026-12-01, list: 999}\n",
    ),
    ("products/crm.yaml", "name: CRM\nprices:\n  - {list: 33.335}\n"),
    ("products/new.yaml", "name: New\n"),
    (
        "proposals/p-1.yaml",
        "opportunity: d-1\nsubmitted_on: 2026-11-02\nowner: li-wei\nlines:\n  - {product: erp, qty: 2, price: 95}\n  \
         - {product: crm, qty: 3, price: 33.335}\n  - {product: new, price: 7}\n",
    ),
    (
        "proposals/p-2.yaml",
        "opportunity: d-1\nsubmitted_on: 2026-11-03\nowner: li-wei\nlines:\n  - {product: erp, price: 90}\n",
    ),
    (
        "proposals/p-3.yaml",
        "opportunity: d-2\nsubmitted_on: 2026-11-20\nowner: wang-fang\nlines:\n  - {product: erp, price: 69}\n",
    ),
    (
        "proposals/p-4.yaml",
        "opportunity: d-2\nsubmitted_on: 2026-11-20\nowner: wang-fang\ncurrency: USD\nlines:\n  - {product: erp, price: 1}\n",
    ),
    (
        "proposals/p-5.yaml",
        "opportunity: d-2\nsubmitted_on: 2026-11-22\nowner: wang-fang\nlines:\n  - {product: erp, price: 1}\n",
    ),
    (
        "approvals/a.yaml",
        "subject: proposal/p-2\nwhat: proposal_discount\nverdict: approved\nby: boss\non: 2026-11-03\n",
    ),
    (
        "approvals/b.yaml",
        "subject: proposal/p-3\nwhat: proposal_discount\nverdict: rejected\nby: boss\non: 2026-11-20\n",
    ),
    (
        "opportunities/d-1.yaml",
        "customer: acme\nstage: contract\noutcome: won\nowner: wang-fang\nlines:\n  - {product: erp, qty: 3, price: 80}\n\
         closed: {on: 2026-11-10, owner: li-wei}\n",
    ),
    (
        "opportunities/d-2.yaml",
        "customer: beta\nstage: contract\noutcome: lost\nowner: wang-fang\nlines:\n  - {product: erp, price: 1}\n\
         closed: {on: 2026-11-10}\n",
    ),
    (
        "opportunities/d-3.yaml",
        "customer: beta\nstage: contract\noutcome: won\nowner: wang-fang\nlines:\n  - {product: erp, price: 50}\n\
         closed: {on: 2026-10-10}\n",
    ),
];

fn report(by: &[&str], period: &str, query: &[&str]) -> Report {
    let mut tree = book(&[]);
    for (path, text) in FILES {
        tree.insert(path, text.as_bytes().to_vec());
    }
    let book = open(&tree);
    let grouping = Grouping::parse(&book, Kind::Proposal, by).unwrap();
    let request = Request { period: ask(&[], period).period, ..Request::default() };
    filtered(&book, "discounts", &request.grouped(grouping), "2026-11-21", query)
}

// OPS-4.4.3: each role has its limit, and what goes beyond it has its approval.
#[test]
fn what_was_quoted_stands_against_the_list_prices_of_its_day() {
    let report = report(&[], "", &[]);
    assert_eq!(
        lines(&report.tables[0]),
        [
            "owner currency n list_amount amount discount greatest beyond below_floor",
            // 2 × 100 + 100.005 and 190 + 100.005, each rounded, beside 100 and 90.
            "li-wei CNY 2 400.01 380.01 0.049999 0.100000 1 0",
            "wang-fang CNY 1 100.00 69.00 0.310000 0.310000 1 1",
            "wang-fang USD 1 null null null null 0 0",
            "= null null 4 null null null 0.310000 2 1",
        ]
    );
    assert_eq!(
        lines(&report.tables[1]),
        ["approval n approved rejected open", "proposal_discount 2 1 1 0"]
    );
    assert_eq!(report.tables[1].rows[0].records, ["proposal/p-2", "proposal/p-3"]);
    assert_eq!(notes(&report), ["counted 4", "later 1", "won 2", "unlisted 2"]);
}

// OPS-4.4.3
#[test]
fn deals_won_go_by_the_prices_of_the_day_and_to_who_won_them() {
    let all = report(&[], "", &[]);
    assert_eq!(
        lines(&all.tables[2])[1..],
        [
            "li-wei CNY 1 300.00 240.00 0.200000 0.200000 1 0",
            "wang-fang CNY 1 50.00 50.00 0.000000 0.000000 0 0",
            "= null CNY 2 350.00 290.00 0.171429 0.200000 1 0",
        ]
    );
    let november = report(&["team"], "2026-11", &[]);
    assert_eq!(
        lines(&november.tables[2])[1..],
        ["north CNY 1 300.00 240.00 0.200000 0.200000 1 0"]
    );
    assert_eq!(report(&[], "", &["owner:li-wei"]).tables.len(), 2, "a query chooses proposals");
    let by_field = report(&["opportunity.stage"], "", &[]);
    assert_eq!(by_field.tables.len(), 2, "a field of proposals");
    assert_eq!(lines(&by_field.tables[0])[1], "contract CNY 3 500.01 449.01 0.101998 0.310000 2 1");
}
