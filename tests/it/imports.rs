//! Tables of other companies, end to end: imported by the shipped mappings, checked, reported, held
//! against figures that were computed elsewhere.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::figures::{cents, row, rows, six};

/// A book of one of the examples with its tables in it.
struct Imported {
    folder: tempfile::TempDir,
    as_of: &'static str,
    truth: Value,
}

impl Imported {
    /// Imports `tables` (kind, file, mapping, counts) in their order; `None` where the data is not here.
    fn new(
        example: &str,
        data: &str,
        as_of: &'static str,
        tables: &[(&str, &str, &str, &str)],
    ) -> Option<Imported> {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let data = root.join("../shared/data").join(data);
        if !data.exists() {
            let _ = writeln!(std::io::stderr(), "skipped: {} is not here", data.display());
            return None;
        }
        let maps = root.join("examples/import").join(example);
        let truth = serde_json::from_str(&fs::read_to_string(data.join("truth.json")).unwrap());
        let folder = tempfile::tempdir().unwrap();
        let imported = Imported { folder, as_of, truth: truth.unwrap() };
        fs::create_dir_all(imported.path("tags")).unwrap();
        fs::copy(maps.join("salesops.toml"), imported.path("salesops.toml")).unwrap();
        for entry in fs::read_dir(maps.join("tags")).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, imported.path("tags").join(path.file_name().unwrap())).unwrap();
        }
        for (kind, file, map, counts) in tables {
            let (file, map) = (data.join(file), maps.join(map));
            let args = ["import", kind, file.to_str().unwrap(), "--map", map.to_str().unwrap()];
            let (out, code) = imported.run(&args);
            assert_eq!(code, Some(0), "{kind} {out}");
            assert!(out.starts_with(counts), "{kind}: {out}");
        }
        Some(imported)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, args: &[&str]) -> (String, Option<i32>) {
        let output = Command::new(env!("CARGO_BIN_EXE_salesops"))
            .args(["-C".as_ref(), self.folder.path().as_os_str()])
            .args(["--lang", "en", "--as-of", self.as_of])
            .args(args)
            .env("HOME", Path::new(self.folder.path()))
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_STATE_HOME")
            .env_remove("SALESOPS_MEMBER")
            .output()
            .unwrap();
        (String::from_utf8(output.stdout).unwrap(), output.status.code())
    }

    fn json(&self, args: &[&str]) -> Value {
        let (out, _) = self.run(&[args, &["--format", "json"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|_| panic!("{args:?}: {out}"))
    }

    fn report(&self, args: &[&str]) -> Value {
        self.json(&[&["report"], args].concat())
    }

    fn count(&self, args: &[&str]) -> usize {
        self.json(&[&["list"], args].concat()).as_array().unwrap().len()
    }

    /// How many findings each rule has.
    fn findings(&self) -> BTreeMap<String, usize> {
        let mut found = BTreeMap::new();
        for finding in self.json(&["check"])["findings"].as_array().unwrap() {
            *found.entry(finding["rule"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        found
    }

    /// Holds `report orders --by BY` against a table of the truth: orders and revenue, called-off ones
    /// included, with `slack` cents of rounding an order.
    fn orders(&self, by: &str, table: &str, key_of: impl Fn(&str) -> String, slack: i128) {
        let report = self.report(&["orders", "--by", by]);
        let column = report["tables"][0]["columns"][0]["key"].as_str().unwrap().to_owned();
        let expected = self.truth[table].as_object().unwrap();
        assert_eq!(rows(&report).len(), expected.len(), "{table}");
        for (key, expected) in expected {
            let row = row(&report, &column, &key_of(key));
            let n = row["n"].as_i64().unwrap() + row["cancelled"].as_i64().unwrap();
            assert_eq!(Some(n), expected["orders"].as_i64(), "{table} {key}");
            let found = cents(&row["amount"]) + cents(&row["cancelled_amount"]);
            let gap = (found - cents(&expected["revenue"])).abs();
            assert!(gap <= slack * i128::from(n), "{table} {key}: {gap} cents apart");
            if let Some(qty) = expected.get("qty") {
                assert_eq!(&row["qty"], qty, "{table} {key}");
            }
        }
    }
}

fn slug(name: &str) -> String {
    salesops::base::slug::slug(name).unwrap().to_string()
}

fn map<const N: usize>(pairs: [(&str, usize); N]) -> BTreeMap<String, usize> {
    pairs.into_iter().map(|(rule, n)| (rule.to_owned(), n)).collect()
}

// OPS-5.1.1, OPS-7.2.1
#[test]
fn orders_of_a_food_trader() {
    let tables = [
        ("member", "employees.csv", "employees.toml", "9 created"),
        ("product", "products.csv", "products.toml", "77 created"),
        ("customer", "customers.csv", "customers.toml", "91 created"),
        ("order", "orders.csv", "orders.toml", "830 created"),
        (
            "order",
            "order_details.csv",
            "lines.toml",
            "0 created, 830 changed, 0 unchanged, 0 refused",
        ),
    ];
    let Some(book) = Imported::new("northwind", "northwind", "1998-05-06", &tables) else { return };
    let truth = &book.truth;
    let again = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (file, mapping) = (
        again.join("../shared/data/northwind/order_details.csv"),
        again.join("examples/import/northwind/lines.toml"),
    );
    let args = ["import", "order", file.to_str().unwrap(), "--map", mapping.to_str().unwrap()];
    assert!(book.run(&args).0.starts_with("0 created, 0 changed, 830 unchanged, 0 refused"));
    // Discounts leave parts of a cent, which are rounded once an order and row.
    book.orders("owner", "by_employee", slug, 1);
    book.orders("month", "by_month", str::to_owned, 1);
    book.orders("year", "by_year", str::to_owned, 1);
    book.orders("customer.tags.country", "by_customer_country", str::to_owned, 1);
    let category = |name: &str| match name {
        "Dairy Products" => "dairy".to_owned(),
        name => name.split('/').next().unwrap().to_lowercase(),
    };
    book.orders("lines.product.category", "by_category", category, 1);
    let total = &book.report(&["orders"])["tables"][0]["total"];
    assert_eq!(total["n"], truth["total"]["orders"]);
    assert_eq!(total["qty"], truth["total"]["qty"]);
    assert_eq!(total["late"], truth["shipped_after_required"]);
    let left = total["left"].as_i64().unwrap();
    assert_eq!(Some(830 - left), truth["unshipped_orders"].as_i64());
    let customers = book.report(&["orders", "--by", "customer"]);
    let frequencies: i64 = rows(&customers).iter().map(|row| row["n"].as_i64().unwrap()).sum();
    assert_eq!((rows(&customers).len(), frequencies), (89, 830));
    // What nobody has ever sold to, nobody answers for (OPS-1.1).
    assert_eq!(book.findings(), map([("owner-missing", 2)]));
    let boss = book.json(&["show", "member/nancy-davolio"]);
    assert_eq!(boss["reports_to"], slug(truth["reports_to"]["Nancy Davolio"].as_str().unwrap()));
}

// OPS-7.2.1, TEL-3.5.2, OPS-1.1
#[test]
fn orders_and_payments_of_a_wholesaler() {
    let tables = [
        ("territory", "Offices.txt", "offices.toml", "4 created"),
        ("member", "Employees.txt", "employees.toml", "23 created"),
        ("product", "Products.txt", "products.toml", "110 created"),
        ("customer", "Customers.txt", "customers.toml", "122 created"),
        ("order", "Orders.txt", "orders.toml", "326 created"),
        ("order", "OrderDetails.txt", "lines.toml", "0 created, 326 changed"),
        ("payment", "Payments.txt", "payments.toml", "273 created"),
    ];
    let book = Imported::new("classicmodels", "classicmodels", "2005-06-30", &tables);
    let Some(book) = book else { return };
    let truth = &book.truth;
    book.orders("owner", "by_rep_all", slug, 0);
    book.orders("office", "by_office_city_all", str::to_owned, 0);
    book.orders("territory", "by_territory_all", |key| key.to_lowercase(), 0);
    book.orders("month", "by_month_all", str::to_owned, 0);
    let line = |name: &str| name.to_lowercase().replace(' ', "_");
    book.orders("lines.product.category", "by_product_line_all", line, 0);
    let total = &book.report(&["orders"])["tables"][0]["total"];
    assert_eq!(total["n"], truth["total_ex_cancelled"]["orders"]);
    assert_eq!(cents(&total["amount"]), cents(&truth["total_ex_cancelled"]["revenue"]));
    assert_eq!(total["cancelled"], truth["orders_by_status"]["Cancelled"]);
    assert_eq!(total["late"], truth["late_shipped"]);
    for (state, n) in truth["orders_by_status"].as_object().unwrap() {
        let query = format!("tags.state:{}", line(state));
        assert_eq!(book.count(&["order", &query]) as u64, n.as_u64().unwrap(), "{state}");
    }
    let payments = book.report(&["payments", "--by", "year"]);
    for (year, received) in truth["payments_by_year"].as_object().unwrap() {
        let row = row(&payments, "period", year);
        assert_eq!(cents(&row["received"]), cents(received), "{year}");
    }
    let sum = &payments["tables"][0]["total"]["received"];
    assert_eq!(cents(sum), cents(&truth["payments_total"]));
    let ordered = book.report(&["orders", "--by", "customer"]);
    let balance = payments["tables"][1]["rows"].as_array().unwrap();
    for pair in truth["outstanding_all_minus_payments_top5"].as_array().unwrap() {
        let customer = slug(pair[0].as_str().unwrap());
        let owed = balance.iter().find(|row| row["customer"] == customer.as_str()).unwrap();
        let called_off = cents(&row(&ordered, "customer", &customer)["cancelled_amount"]);
        assert_eq!(cents(&owed["balance"]) + called_off, cents(&pair[1]), "{customer}");
    }
    // 22 customers without anybody, two cancelled orders that were shipped, one e-mail address of two.
    let expected = map([("name-repeated", 1), ("order-cancelled-after", 2), ("owner-missing", 22)]);
    assert_eq!(book.findings(), expected);
    assert_eq!(truth["customers_without_rep"], 22);
}

// OPS-7.2.1, DEV-PROC-9
#[test]
fn leads_of_a_marketplace() {
    let tables = [
        ("lead", "olist_marketing_qualified_leads_dataset.csv", "leads.toml", "8000 created"),
        ("opportunity", "olist_closed_deals_dataset.csv", "deals.toml", "842 created"),
    ];
    let Some(book) = Imported::new("olist", "olist_leads", "2018-12-31", &tables) else { return };
    let truth = &book.truth;
    for (by, table) in [("source", "by_origin"), ("month", "mql_by_month")] {
        let leads = book.report(&["leads", "--by", by]);
        let column = if by == "month" { "period" } else { by };
        for (key, expected) in truth[table].as_object().unwrap() {
            let row = row(&leads, column, if key == "(blank)" { "-" } else { key });
            assert_eq!(
                (&row["n"], &row["converted"]),
                (&expected["mql"], &expected["won"]),
                "{key}"
            );
            if !expected["rate"].is_null() {
                assert_eq!(six(&row["conversion_rate"]), six(&expected["rate"]), "{key}");
            }
        }
    }
    let dimensions = [
        ("month", "period", "won_by_month"),
        ("owner", "owner", "won_by_sr_id"),
        ("tags.segment", "tags.segment", "won_by_segment"),
        ("tags.lead_type", "tags.lead_type", "won_by_lead_type"),
        ("tags.sdr", "tags.sdr", "won_by_sdr_id"),
    ];
    for (by, column, table) in dimensions {
        let wins = book.report(&["wins", "--by", by]);
        for (key, n) in truth[table].as_object().unwrap() {
            let row = row(&wins, column, if key == "(blank)" { "-" } else { key });
            assert_eq!(&row["won"], n, "{table} {key}");
        }
    }
    let cycle = book.report(&["cycle"]);
    let (won, expected) =
        (row(&cycle, "outcome", "won"), &truth["cycle_days_first_contact_to_won"]);
    assert_eq!((&won["n"], &won["max"]), (&expected["n"], &expected["max"]));
    assert_eq!(six(&won["median_days"]), six(&expected["median"]));
    // The deal that was won two days before its first contact begins on the day that it was won.
    let total = |mean: &Value| (mean.as_f64().unwrap() * 842.0).round() as i64;
    assert_eq!(total(&won["mean_days"]), total(&expected["mean"]) + 2);
    assert_eq!(book.findings(), map([("dates-disordered", 2)]));
}

// OPS-1.1, DEV-5.7.2A
#[test]
fn deals_and_sales_that_contradict_each_other() {
    let tables = [
        ("product", "Products.csv", "products.toml", "200 created"),
        ("customer", "Contacts.csv", "contacts.toml", "100 created"),
        ("lead", "Leads.csv", "leads.toml", "200 created"),
        ("activity", "Activity.csv", "activities.toml", "500 created"),
        ("opportunity", "Opportunity.csv", "deals.toml", "500 created"),
        ("order", "Sales.csv", "sales.toml", "495 created"),
        ("order", "SalesLines.csv", "lines.toml", "0 created, 495 changed"),
        ("order", "Opportunity.csv", "links.toml", "0 created, 215 changed"),
    ];
    let book = Imported::new("sample_crm", "sample_crm_synth", "2025-09-30", &tables);
    let Some(book) = book else { return };
    let truth = &book.truth;
    let found = book.findings();
    let odd = &truth["oddities"];
    assert_eq!(Some(found["order-missing"] as u64), odd["won_without_sale"].as_u64());
    assert_eq!(Some(found["order-without-win"] as u64), odd["not_won_with_sale"].as_u64());
    // Open deals whose day has passed, and nothing else.
    assert_eq!((found["close-date-past"], found.len()), (291, 3));
    let months = book.report(&["orders", "--by", "month"]);
    for (month, amount) in truth["line_total_by_month"].as_object().unwrap() {
        assert_eq!(cents(&row(&months, "period", month)["amount"]), cents(amount), "{month}");
    }
    let total = &months["tables"][0]["total"];
    assert_eq!(cents(&total["amount"]), cents(&truth["line_total"]));
    let won = &truth["stages"]["Closed Won"];
    let wins = book.report(&["wins", "--by", "source"]);
    let sum = &wins["tables"][0]["total"];
    assert_eq!((&sum["won"], cents(&sum["amount"])), (&won["n"], cents(&won["value"])));
    assert_eq!(six(&sum["win_rate"]), six(&truth["win_rate"]));
    let pipeline = book.report(&["pipeline", "--by", "source+stage"]);
    let key = |name: &str| name.to_lowercase().replace([' ', '-'], "_").replace("e_mail", "email");
    let stages = [
        ("Negotiation", "negotiation"),
        ("Proposal Sent", "solution"),
        ("Prospecting", "potential"),
    ];
    for (source, expected) in truth["opps_by_lead_source_and_stage"].as_object().unwrap() {
        let source = key(source);
        let closed = row(&wins, "source", &source);
        assert_eq!(closed["won"], expected["Closed Won"], "{source}");
        assert_eq!(closed["lost"], expected["Closed Lost"], "{source}");
        for (theirs, ours) in stages {
            let open = rows(&pipeline)
                .iter()
                .find(|row| row["source"] == source.as_str() && row["stage"] == ours);
            assert_eq!(open.unwrap()["n"], expected[theirs], "{source} {ours}");
        }
    }
    for (source, n) in truth["leads_by_source"].as_object().unwrap() {
        let query = format!("source:{}", key(source));
        assert_eq!(book.count(&["lead", &query]) as u64, n.as_u64().unwrap(), "{source}");
    }
    for (state, n) in truth["payment_status"].as_object().unwrap() {
        let query = format!("tags.payment:{state}");
        assert_eq!(book.count(&["order", &query]) as u64, n.as_u64().unwrap(), "{state}");
    }
}
