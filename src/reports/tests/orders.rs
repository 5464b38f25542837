//! Orders, payments, leads.

use super::*;

const FILES: &[(&str, &str)] = &[
    ("members/li-wei.yaml", "name: 李伟\nteam: north\noffice: Beijing\n"),
    ("members/wang-fang.yaml", "name: 王芳\nreports_to: li-wei\n"),
    ("products/erp.yaml", "name: ERP\ncategory: software\n"),
    ("products/pump.yaml", "name: Pump\ncategory: hardware\n"),
    ("customers/acme.yaml", "name: Acme\nindustry: I65\ntags:\n  sector: retail\n"),
    ("customers/beta.yaml", "name: Beta\n"),
    (
        "orders/a.yaml",
        "customer: acme\non: 2026-01-05\nshipped_on: 2026-01-20\nstatus: delivered\ndelivery_due: 2026-01-10\n\
         lines:\n  - product: erp\n    qty: 3\n    price: 3.335\n  - product: pump\n    qty: 1.5\n    price: 2\n\
         \u{20} - product: erp\n    price: 1\nowner: li-wei\n",
    ),
    (
        "orders/b.yaml",
        "customer: beta\non: 2026-02-01\namount: 100\nstatus: cancelled\nowner: li-wei\n",
    ),
    (
        "orders/c.yaml",
        "customer: beta\non: 2026-02-01\ndelivered_on: 2026-02-02\nstatus: delivered\ndelivery_due: 2026-02-02\n\
         amount: 50\nowner: wang-fang\n",
    ),
    ("orders/d.yaml", "customer: beta\non: 2026-12-01\namount: 9\n"),
    (
        "payments/p.yaml",
        "customer: acme\ndue: 2026-11-01\namount: 10\nreceived:\n  - {amount: 4, on: 2026-11-20}\n  \
         - {amount: 3, on: 2026-11-30}\n",
    ),
    ("payments/q.yaml", "customer: acme\ndue: 2026-12-24\namount: 20\n"),
    ("payments/r.yaml", "customer: beta\ndue: 2026-11-01\namount: 7\nstatus: written_off\n"),
    (
        "leads/l1.yaml",
        "source: exhibition\nreceived_at: 2026-01-05T09:00:00+08:00\nstatus: converted\n",
    ),
    // February in the book's zone.
    ("leads/l2.yaml", "source: exhibition\nreceived_at: 2026-01-31T17:00:00Z\n"),
    ("leads/l3.yaml", "received_at: 2026-02-05T09:00:00+08:00\nstatus: abandoned\n"),
    ("leads/l4.yaml", "received_at: 2026-12-05T09:00:00+08:00\n"),
];

fn table(name: &str, by: &[&str], period: &str, at: usize) -> Vec<String> {
    let tree = Memory::new(FILES.iter().copied());
    let book = open(&tree);
    let spec = find(name).unwrap();
    let grouping = Grouping::parse(&book, spec.over, by).unwrap();
    let period = (!period.is_empty()).then(|| Period::parse(period, day("2026-11-21")).unwrap());
    let request = Request { period, ..Request::default() }.grouped(grouping);
    lines(&filtered(&book, name, &request, "2026-11-21", &[]).tables[at])
}

// OPS-7.2.1, OPS-5.4.1
#[test]
fn orders_are_counted_without_those_called_off() {
    assert_eq!(
        table("orders", &["owner"], "", 0),
        [
            "owner currency n qty amount mean_amount left late on_time_rate cancelled cancelled_amount",
            "li-wei CNY 1 5.5 14.01 14.010000 1 1 0.000000 1 100.00",
            "wang-fang CNY 1 0 50.00 50.000000 1 0 1.000000 0 0.00",
            "= null CNY 2 5.5 64.01 32.005000 2 1 0.500000 1 100.00",
        ]
    );
    let months = table("orders", &["month"], "2026-01", 0);
    assert_eq!(months[1..], ["2026-01 CNY 1 5.5 14.01 14.010000 1 1 0.000000 0 0.00"]);
}

#[test]
fn lines_fall_to_their_products() {
    let firsts = |by: &str| -> Vec<String> {
        let cells = |line: &String| line.split(' ').take(5).collect::<Vec<_>>().join(" ");
        table("orders", &[by], "2026-01", 0)[1..].iter().map(cells).collect()
    };
    assert_eq!(firsts("product"), ["erp CNY 1 4 11.01", "pump CNY 1 1.5 3.00", "= null CNY 1 5.5"]);
    let categories = firsts("lines.product.category");
    assert_eq!(categories[..2], ["hardware CNY 1 1.5 3.00", "software CNY 1 4 11.01"]);
    assert_eq!(firsts("tags.sector"), ["retail CNY 1 5.5 14.01"]);
    assert_eq!(firsts("customer.industry"), ["I65 CNY 1 5.5 14.01"]);
    assert_eq!(firsts("team"), ["north CNY 1 5.5 14.01"]);
}

// TEL-3.5.2, DEV-GAR-6
#[test]
fn payments_are_seen_on_the_day() {
    assert_eq!(
        table("payments", &["customer"], "", 0),
        [
            "customer currency n amount received outstanding overdue collection_rate overdue_rate",
            "acme CNY 2 30.00 4.00 26.00 6.00 0.133333 0.230769",
            "beta CNY 1 7.00 0.00 0.00 0.00 0.000000 null",
            "= null CNY 3 37.00 4.00 26.00 6.00 0.108108 0.230769",
        ]
    );
    assert_eq!(
        table("payments", &["customer"], "", 1),
        [
            "customer currency ordered received balance",
            "acme CNY 14.01 4.00 10.01",
            "beta CNY 50.00 0.00 50.00",
            "= null CNY 64.01 4.00 60.01",
        ]
    );
}

// DEV-PROC-9
#[test]
fn leads_are_followed_by_their_cohort() {
    assert_eq!(
        table("leads", &["source"], "", 0),
        [
            "source n open converted abandoned conversion_rate",
            "exhibition 2 1 1 0 0.500000",
            "- 1 0 0 1 0.000000",
            "= null 3 1 1 1 0.333333",
        ]
    );
    assert_eq!(
        table("leads", &["month"], "", 0)[1..3],
        ["2026-01 1 0 1 0 1.000000", "2026-02 2 1 0 1 0.000000"]
    );
}

// OPS-6.4.1, OPS-6.2.1, OPS-6.2.2, ITS-4.3.2, ITS-7.2.2
#[test]
fn service_by_its_tickets_and_surveys() {
    let ticket = |id: &str, text: &str| {
        (
            format!("tickets/{id}.yaml"),
            format!("customer: acme\nopened_at: 2026-11-02T09:00:00+08:00\n{text}"),
        )
    };
    let files = [
        ticket(
            "a",
            "type: complaint\nstatus: closed\nfirst_response_at: 2026-11-02T09:30:00+08:00\n\
             resolved_at: 2026-11-04T09:00:00+08:00\nsatisfaction: {score: 4}\n",
        ),
        ticket(
            "b",
            "type: complaint\nstatus: closed\nfirst_response_at: 2026-11-02T11:00:00+08:00\n\
             resolved_at: 2026-11-18T09:00:00+08:00\nsatisfaction: {score: 3}\n",
        ),
        ticket(
            "c",
            "status: resolved\nfirst_response_at: 2026-11-02T10:00:00+08:00\n\
             resolved_at: 2026-11-20T09:00:00+08:00\nmoves:\n  - {on: 2026-11-10, status: reopened}\n  \
             - {on: 2026-11-20, status: resolved}\n",
        ),
        ticket("d", "status: open\n"),
        (
            "surveys/s.yaml".to_owned(),
            "what: Q3\nsent_on: 2026-10-12\nsent_to:\n  - acme\n  - beta\n  - gamma\n  - delta\nanswers:\n  \
             - {customer: acme, overall: 4, quality: 5}\n  - {customer: beta, overall: 5, quality: 4, response_speed: 3}\n"
                .to_owned(),
        ),
    ];
    let tree = Memory::new(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let book = open(&tree);
    let request =
        Request::default().grouped(Grouping::parse(&book, Kind::Ticket, &["customer"]).unwrap());
    let report = filtered(&book, "service", &request, "2026-11-21", &[]);
    assert_eq!(
        lines(&report.tables[0]),
        [
            "customer n open response_minutes median_days first_fix_rate complaints on_time_rate scored score",
            "acme 4 1 60 16.000000 0.666667 2 0.500000 2 3.500000",
        ]
    );
    assert_eq!(
        lines(&report.tables[1]),
        [
            "survey sent_on days asked n response_rate quality response_speed problem_solving overall index",
            "s 2026-10-12 40 4 2 0.500000 4.500000 3.000000 null 4.500000 0.900000",
        ]
    );
}
