use super::*;
use crate::store::Memory;

const ACME: (&str, &str) = (
    "customers/acme.yaml",
    "name: Acme\naliases:\n  - ACM\n  - A\ncontacts:\n  - {id: c-aaaa, name: 王芳, phone: \"13800138000\"}\n  - {id: c-bbbb, name: 李雷}\nmetrics:\n  revenue: 1200.50\nkey_account: true\nowner: li-wei\ntags:\n  vip: \"yes\"\n  channel:\n    - shop\n    - web\nentered: {at: 2026-10-08T09:12:00+08:00}\n",
);
const BETA: (&str, &str) = ("customers/beta.yaml", "name: Beta\ntype: sme\naliases:\n  - a;b\n");
const LI: (&str, &str) = ("members/li-wei.yaml", "name: 李伟\n");

fn exported(reveal: bool) -> (Vec<String>, Vec<Vec<Cell>>) {
    let memory = Memory::new([ACME, BETA, LI]);
    let book = Book::open(&memory).unwrap();
    let table = table(&book, Kind::Customer, &book.rows(Kind::Customer), reveal);
    let keys = table.columns.iter().map(|column| column.key.clone()).collect();
    (keys, table.rows.into_iter().map(|row| row.cells).collect())
}

#[test]
fn there_is_one_column_a_field_in_the_order_of_the_file() {
    let (keys, _) = exported(true);
    assert_eq!(
        keys,
        [
            "id",
            "name",
            "aliases",
            "aliases.0",
            "type",
            "contacts.0.id",
            "contacts.0.name",
            "contacts.0.phone",
            "contacts.1.id",
            "contacts.1.name",
            "metrics.revenue",
            "key_account",
            "owner",
            "tags.channel",
            "tags.vip",
        ]
    );
}

#[test]
fn values_are_as_files_have_them() {
    let (keys, rows) = exported(true);
    let cell =
        |row: usize, key: &str| rows[row][keys.iter().position(|own| own == key).unwrap()].clone();
    let text = |text: &str| Cell::Text(text.to_owned());
    assert_eq!(cell(0, "aliases"), text("ACM;A"));
    assert_eq!(cell(1, "aliases"), Cell::Empty);
    assert_eq!(cell(1, "aliases.0"), text("a;b"));
    assert_eq!(cell(0, "owner"), Cell::Ref("li-wei".to_owned(), "李伟".to_owned()));
    assert_eq!(cell(0, "key_account"), text("true"));
    assert_eq!(cell(0, "tags.channel"), text("shop;web"));
    assert!(matches!(cell(1, "type"), Cell::Label(key, _) if key == "sme"));
}

#[test]
fn secrets_are_masked_unless_asked_for() {
    let (_, shown) = exported(true);
    let (_, masked) = exported(false);
    assert!(format!("{shown:?}").contains("13800138000"));
    assert!(
        !format!("{masked:?}").contains("13800138000") && format!("{masked:?}").contains("***")
    );
}
