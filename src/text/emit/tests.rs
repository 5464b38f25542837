use proptest::prelude::*;

use super::*;
use crate::model::{Customer, Opportunity, Record};
use crate::text::decode::decode;
use crate::text::fmt::format;
use crate::text::{samples, yaml};

const EXAMPLE: &str = "\
customer: beijingxingchenkeji
name: 星辰 ERP 二期
type: repeat
source: customer_referral
needs:
  summary: 打通仓储与财务
  budget:
    min: 400000.00
    max: 550000.00

stage: solution

amount: 480000.00
currency: CNY
lines:
  - product: erp-cloud
    qty: 1
    price: 480000.00
expected_close: 2027-01-31

owner: li-wei

next:
  on: 2026-11-24
  what: 方案评审
tags:
  decision_style: committee
moves:
  - {on: 2026-10-08, by: li-wei, stage: interested}
  - {on: 2026-10-29, by: li-wei, stage: needs_confirmed}
  - {on: 2026-11-18, by: li-wei, stage: solution}
entered: {at: 2026-10-08T09:12:00+08:00, by: li-wei}
";

fn read<R: Record>(source: &str) -> R {
    let (tree, faults) = yaml::parse(source);
    assert_eq!(faults, [], "{source}");
    let (record, faults) = decode::<R>(&tree);
    assert_eq!(faults, [], "{source}");
    record.unwrap()
}

#[test]
fn the_example_is_in_canonical_form() {
    let record: Opportunity = read(EXAMPLE);
    assert_eq!(emit(&value_of(&record), Opportunity::FIELDS), EXAMPLE);
    assert_eq!(format(EXAMPLE, Opportunity::FIELDS).unwrap(), EXAMPLE);
}

#[test]
fn keys_are_put_in_order_and_empty_values_left_out() {
    let value = Value::map([
        ("unknown", Value::text("12")),
        ("tags", Value::map([("vip", Value::text("yes")), ("a", Value::text("b"))])),
        ("stage", Value::plain("lead")),
        ("needs", Value::map([("budget", Value::map([("min", Value::Null)]))])),
        ("lines", Value::List(vec![Value::Null, Value::map([])])),
        ("name", Value::text("no")),
    ]);
    let expected = "name: \"no\"\n\nstage: lead\ntags:\n  a: b\n  vip: \"yes\"\nunknown: \"12\"\n";
    assert_eq!(emit(&value, Opportunity::FIELDS), expected);
}

#[test]
fn the_first_key_has_no_blank_line_above() {
    let value = Value::map([("stage", Value::plain("lead")), ("owner", Value::plain("li-wei"))]);
    assert_eq!(emit(&value, Opportunity::FIELDS), "stage: lead\n\nowner: li-wei\n");
}

#[test]
fn a_record_without_values_is_readable() {
    assert_eq!(emit(&Value::Map(Vec::new()), Opportunity::FIELDS), "{}\n");
}

#[test]
fn lines_of_text_stand_as_lines() {
    let points = Value::List(vec![Value::text("a\nb"), Value::text("c\n")]);
    let value = Value::map([
        ("needs", Value::map([("summary", Value::text("x: 1\n\n# y\n")), ("pain_points", points)])),
        ("note", Value::text(" a\nb")),
    ]);
    let expected = "\
needs:
  summary: |
    x: 1

    # y
  pain_points:
    - |-
      a
      b
    - |
      c
note: \" a\\nb\"
";
    assert_eq!(emit(&value, Opportunity::FIELDS), expected);
}

#[test]
fn inline_values_stay_on_their_line() {
    let waived = Value::List(vec![Value::text("a, b"), Value::text("c\nd")]);
    let step = Value::map([("waived", waived), ("on", Value::plain("2026-10-08"))]);
    let value = Value::map([
        ("moves", Value::List(vec![step])),
        ("x", Value::List(vec![Value::List(vec![Value::text("1"), Value::text("b")])])),
    ]);
    let expected = "\
moves:
  - {on: 2026-10-08, waived: [\"a, b\", \"c\\nd\"]}
x:
  - [\"1\", b]
";
    assert_eq!(emit(&value, Opportunity::FIELDS), expected);
}

fn round_trip<R: Record>(value: &Value, fields: &'static [Field]) {
    let source = emit(value, fields);
    let record: R = read(&source);
    assert_eq!(&value_of(&record), value, "{source}");
    let (tree, _) = yaml::parse(&source);
    assert_eq!(&value_of_node(tree.root().unwrap(), Some(Shape::Group(fields))), value);
    assert_eq!(format(&source, fields).as_deref(), Ok(source.as_str()));
    serde_yaml::from_str::<serde_yaml::Value>(&source).unwrap();
}

proptest! {
    #[test]
    fn opportunities_read_back_as_they_were(value in samples::record(Opportunity::FIELDS)) {
        round_trip::<Opportunity>(&value, Opportunity::FIELDS);
    }

    #[test]
    fn customers_read_back_as_they_were(value in samples::record(Customer::FIELDS)) {
        round_trip::<Customer>(&value, Customer::FIELDS);
    }
}
