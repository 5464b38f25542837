//! Rows that are items of one record.

use super::*;

const ORDERS: &str = "kind = \"order\"\nkey = \"no\"\n[columns.customer]\nfield = \"customer\"\n";

const LINES: &str = "\
kind = \"order\"
key = \"no\"
[columns.product]
field = \"lines.+.product\"
[columns.qty]
field = \"lines.+.qty\"
[columns.price]
field = \"lines.+.price\"
";

const PRODUCTS: [(&str, &str); 2] =
    [("products/pump.yaml", "name: Pump\n"), ("products/valve.yaml", "name: Valve\n")];

fn desk() -> Desk {
    let mut desk = Desk::of(PRODUCTS.into_iter().chain([CUSTOMER]));
    desk.import(ORDERS, "no,customer\n7,Acme\n8,Acme\n");
    desk
}

fn lines(desk: &Desk) -> Vec<String> {
    let book = Book::open(&desk.memory).unwrap();
    let said = |line: &crate::model::opportunity::Line| {
        format!("{} {} {}", &*line.product, line.qty.unwrap(), line.price.unwrap())
    };
    let orders = book.iter::<crate::model::Order>();
    orders.map(|row| row.record.lines.iter().map(said).collect::<Vec<_>>().join(", ")).collect()
}

const TABLE: &str = "no,product,qty,price\n7,Pump,2,10\n8,Pump,1,9\n7,Valve,1,5.50\n";

// OPS-5.1.1
#[test]
fn the_lines_of_orders_come_from_a_table_of_their_own() {
    let mut desk = desk();
    let plan = desk.import(LINES, TABLE);
    assert_eq!((plan.created, plan.updated, plan.refusals.len()), (0, 2, 0));
    let mut found = lines(&desk);
    found.sort_unstable();
    assert_eq!(found, ["pump 1 9", "pump 2 10, valve 1 5.50"]);
    let again = desk.plan(LINES, TABLE);
    assert_eq!((again.updated, again.unchanged, again.changes.len()), (0, 2, 0));
    let changed = desk.import(LINES, &TABLE.replace("7,Valve,1,5.50", "7,Valve,3,5.50"));
    assert_eq!((changed.updated, changed.unchanged), (1, 1));
    assert!(lines(&desk).contains(&"pump 2 10, valve 3 5.50".to_owned()));
}

#[test]
fn a_table_with_a_line_a_row_and_the_order_repeated_gives_whole_orders() {
    let mut desk = Desk::of(PRODUCTS.into_iter().chain([CUSTOMER]));
    let mapping = format!("{LINES}[columns.customer]\nfield = \"customer\"\n");
    let table = "no,customer,product,qty,price\n7,Acme,Pump,2,10\n7,Acme,Valve,1,5\n";
    let plan = desk.import(&mapping, table);
    assert_eq!((plan.created, plan.refusals.len()), (1, 0));
    assert_eq!(lines(&desk), ["pump 2 10, valve 1 5"]);
    let other = format!("{table}8,Acme,Pump,1,1\n8,Beta,Pump,2,1\n");
    let plan = desk.plan(&mapping, &other);
    let reasons: Vec<&str> = plan.refusals.iter().map(|it| &*it.reason.en).collect();
    assert!(
        reasons[1].contains("`customer` of order `8` is another than on line 4"),
        "{reasons:?}"
    );
    assert!(reasons[0].contains("line 5 of the same order `8` is refused"), "{reasons:?}");
    assert_eq!((plan.refusals.len(), plan.unchanged), (2, 1));
}

#[test]
fn an_order_that_misses_a_line_is_not_half_imported() {
    let desk = desk();
    let plan = desk.plan(LINES, &TABLE.replace("Valve,1", "Valve,many"));
    let refused: Vec<(u64, &str)> =
        plan.refusals.iter().map(|it| (it.line, &*it.reason.en)).collect();
    assert_eq!(refused[0], (2, "line 4 of the same order `7` is refused"));
    assert_eq!((refused[1].0, refused.len(), plan.updated), (4, 2, 1));
    let plan = desk.plan(LINES, &TABLE.replace("Valve", "Valv"));
    assert_eq!((plan.refusals.len(), plan.updated), (2, 1));
}

#[test]
fn lines_of_an_order_that_is_not_there_are_refused() {
    let plan = desk().plan(LINES, "no,product,qty,price\n9,Pump,1,1\n");
    let why = &plan.refusals[0].reason;
    assert_eq!(why.en, "no order was imported by the key `9`: import the orders first");
    assert_eq!(why.zh, "没有以键 `9` 导入的订单：请先导入订单");
}

#[test]
fn rows_without_a_key_may_be_passed_over() {
    let mapping = format!("without_key = \"skip\"\n{LINES}");
    let plan = desk().plan(&mapping, &format!("{TABLE},Pump,1,1\n"));
    assert_eq!((plan.updated, plan.refusals.len(), plan.keyless), (2, 0, 1));
    assert_eq!(desk().plan(LINES, &format!("{TABLE},Pump,1,1\n")).refusals.len(), 1);
}

#[test]
fn many_lines_of_many_orders_stay_linear() {
    let mut desk = Desk::of(PRODUCTS.into_iter().chain([CUSTOMER]));
    let mapping = format!("{LINES}[columns.customer]\nfield = \"customer\"\n");
    let mut table = "no,customer,product,qty,price\n".to_owned();
    for at in 0..6000 {
        table += &format!("{},Acme,Pump,{},1\n", at % 20, at + 1);
    }
    let plan = desk.import(&mapping, &table);
    assert_eq!((plan.created, plan.refusals.len()), (20, 0));
    let sizes: Vec<usize> = lines(&desk).iter().map(|said| said.split(", ").count()).collect();
    assert_eq!(sizes, [300; 20]);
}
