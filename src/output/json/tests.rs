use super::*;
use crate::base::finding::Place;
use crate::base::route::Route;
use crate::output::testing::{self, CUSTOMER, column, figure, finding, hostile_finding, row, show};
use crate::output::{FindingFormat, TableFormat};

#[test]
fn a_report_is_as_documented() {
    assert_eq!(
        report(&testing::report(), Lang::Zh),
        r#"{
  "version": 1,
  "report": "wins",
  "as_of": "2026-11-21",
  "revision": null,
  "period": {
    "from": "2026-11-01",
    "to": "2026-12-01"
  },
  "tables": [
    {
      "name": "by_owner",
      "title": "按负责人",
      "columns": [
        {
          "key": "owner",
          "label": "负责人",
          "type": "ref"
        },
        {
          "key": "won",
          "label": "赢单",
          "type": "int"
        },
        {
          "key": "win_rate",
          "label": "赢单率",
          "type": "rate"
        },
        {
          "key": "amount",
          "label": "金额",
          "type": "money"
        },
        {
          "key": "last",
          "label": "最近",
          "type": "date"
        }
      ],
      "rows": [
        {
          "owner": "li-wei",
          "won": 12,
          "win_rate": 0.6255,
          "amount": "1234567.50",
          "last": "2026-11-20"
        },
        {
          "owner": "ann-lee",
          "won": 0,
          "win_rate": null,
          "amount": "-1234.50",
          "last": null
        }
      ],
      "total": {
        "owner": null,
        "won": 12,
        "win_rate": 0.5,
        "amount": "1233333.00",
        "last": null
      }
    }
  ],
  "notes": [
    {
      "key": "excluded",
      "n": 3,
      "why": "没有关闭日期"
    }
  ]
}
"#
    );
}

#[test]
fn all_time_is_null() {
    let report = Report { period: None, tables: Vec::new(), ..testing::report() };
    assert!(super::report(&report, Lang::En).contains("\"period\": null,\n  \"tables\": [],\n"));
}

#[test]
fn a_list_is_an_array_and_hostile_names_come_back_unchanged() {
    let shown = table(&testing::hostile());
    assert!(shown.starts_with("[\n  {\n    \"name\": \"\\u001b[2J\\u009b\"\n  },\n"), "{shown}");
    assert!(shown.ends_with("  {\n    \"name\": \"\\u202eevil\"\n  }\n]\n"), "{shown}");
    let read: Vec<Map<String, Value>> = serde_json::from_str(&shown).unwrap();
    let names: Vec<&str> = read.iter().filter_map(|row| row["name"].as_str()).collect();
    assert_eq!(names, testing::HOSTILE);
    assert_eq!(table(&Table::default()), "[]\n");
}

#[test]
fn figures_keep_their_digits() {
    let cell = |cell: Cell, kind: Type| value(&cell, kind).to_string();
    assert_eq!(cell(figure("0.631501"), Type::Rate), "0.631501");
    assert_eq!(cell(figure("0.3333333333"), Type::Rate), "0.333333");
    assert_eq!(cell(figure("12345678.123456"), Type::Days), "12345678.123456");
    assert_eq!(cell(figure("1234.50"), Type::Money), "\"1234.50\"");
    assert_eq!(cell(Cell::Int(5), Type::Money), "\"5\"");
    assert_eq!(cell(Cell::Int(5), Type::Days), "5");
    assert_eq!(cell(Cell::Empty, Type::Rate), "null");
}

#[test]
fn characters_beyond_the_first_plane_are_escaped_as_pairs() {
    assert_eq!(print(&json!("\u{e0041}星")), "\"\\udb40\\udc41星\"\n");
}

#[test]
fn a_short_row_ends_in_nulls() {
    let columns = vec![column("a", "A", "甲", Type::Int), column("b", "B", "乙", Type::Int)];
    let list = Table { columns, rows: vec![row(vec![Cell::Int(1)])], ..Table::default() };
    assert_eq!(table(&list), "[\n  {\n    \"a\": 1,\n    \"b\": null\n  }\n]\n");
}

#[test]
fn findings_are_as_documented() {
    let findings = [finding(Place::Value(Route::parse("tags.industri"))), hostile_finding()];
    assert_eq!(
        show(&findings, CUSTOMER, FindingFormat::Json, Lang::En),
        r#"{
  "version": 1,
  "findings": [
    {
      "rule": "tag-undefined",
      "level": "error",
      "file": "customers/a.yaml",
      "line": 4,
      "column": 13,
      "end_line": 4,
      "end_column": 16,
      "record": "customer/a",
      "route": "tags.industri",
      "message": "no tag `industri`",
      "help": "did you mean `industry`? (run `salesops set customer/a tags.industri=`)",
      "clauses": [
        "TAG-3.1.3c",
        "TAG-4.2"
      ],
      "fingerprint": "a1761f8e237f11db"
    },
    {
      "rule": "tag-undefined",
      "level": "note",
      "file": "customers/\u202e100%, a:b.yaml",
      "line": 1,
      "column": 1,
      "end_line": 1,
      "end_column": 1,
      "record": null,
      "route": null,
      "message": "<b>\u001b[2J\n::error::x, 100%",
      "help": null,
      "clauses": [],
      "fingerprint": "9cefaa008e05db22"
    }
  ],
  "summary": {
    "error": 1,
    "warning": 0,
    "note": 1
  }
}
"#
    );
}

#[test]
fn no_findings_are_a_document_too() {
    let shown = show(&[], "", FindingFormat::Json, Lang::En);
    let read: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(
        read,
        json!({"version": 1, "findings": [], "summary": {"error": 0, "warning": 0, "note": 0}})
    );
    assert_eq!(TableFormat::Json.key(), "json");
}
