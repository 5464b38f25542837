//! Random records for tests: any fields of a table with values of their shapes.

use proptest::collection::{btree_map, vec};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;

use crate::base::field::{Field, Shape};
use crate::base::value::Value;

/// A record that decodes without faults, in canonical order.
pub(super) fn record(fields: &'static [Field]) -> BoxedStrategy<Value> {
    group(fields, 0.3).prop_filter("a record is not empty", |value| !value.is_empty()).boxed()
}

fn group(fields: &'static [Field], share: f64) -> BoxedStrategy<Value> {
    let entries: Vec<_> = fields.iter().map(|field| entry(field, share)).collect();
    entries.prop_map(|entries| Value::Map(entries.into_iter().flatten().collect())).boxed()
}

fn entry(field: &'static Field, share: f64) -> BoxedStrategy<Option<(String, Value)>> {
    let value = if field.key == "id" {
        "c-[a-z0-9]{4}".prop_map(Value::text).boxed()
    } else {
        of(field.shape)
    };
    let entry = value
        .prop_filter_map("groups may come out empty", |value| (!value.is_empty()).then_some(value));
    let named = entry.prop_map(|value| (field.key.to_owned(), value));
    if field.required { named.prop_map(Some).boxed() } else { weighted(share, named).boxed() }
}

fn of(shape: Shape) -> BoxedStrategy<Value> {
    let plain = |pattern: &'static str| pattern.prop_map(Value::plain).boxed();
    match shape {
        Shape::Text => text().prop_map(Value::text).boxed(),
        Shape::Bool => any::<bool>().prop_map(Value::plain).boxed(),
        Shape::Int => any::<i64>().prop_map(Value::plain).boxed(),
        Shape::Decimal => plain("-?[1-9][0-9]{0,8}(\\.[0-9]{1,2})?"),
        Shape::Date => plain("20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"),
        Shape::Instant => plain("20[0-9]{2}-0[1-9]-1[0-9]T0[0-9]:[0-5][0-9]:00\\+0[1-9]:00"),
        Shape::Period => plain("20[0-9]{2}(-q[1-4]|-(0[1-9]|1[0-2]))?"),
        Shape::Currency => select(&["CNY", "USD", "EUR"][..]).prop_map(Value::plain).boxed(),
        Shape::Term => plain("[a-z]{2,8}(_[a-z]{2,5})?")
            .prop_filter("not null", |v| v.as_text() != Some("null"))
            .boxed(),
        Shape::Choice(choices) => {
            select(choices).prop_map(|choice| Value::plain(choice.key)).boxed()
        }
        Shape::Ref(_) => plain("[a-z]{5,8}-[a-z0-9]{3,5}"),
        Shape::AnyRef => plain("(customer|member|task)/[a-z]{5,8}-[a-z0-9]{3,5}"),
        Shape::Secret(inner) => of(*inner),
        Shape::List(inner) => vec(of(*inner), 1..4).prop_map(Value::List).boxed(),
        Shape::Group(fields) => group(fields, 0.7),
        Shape::Tags => btree_map(text(), tag(), 1..4)
            .prop_map(|tags| Value::Map(tags.into_iter().collect()))
            .boxed(),
    }
}

fn tag() -> BoxedStrategy<Value> {
    let many = vec(text().prop_map(Value::text), 1..4).prop_map(Value::List);
    prop_oneof![3 => text().prop_map(Value::text), 1 => many].boxed()
}

/// What people write, and what writers of YAML get wrong.
fn text() -> BoxedStrategy<String> {
    const HARD: &[&str] = &[
        "no",
        "13800138000",
        "0123",
        "12:30",
        "null",
        "~",
        "",
        " ",
        "- a",
        "a: b",
        "a #b",
        "# a",
        "a\nb",
        "a\n\nb\n",
        "a\n",
        "\n\na",
        " a\n b",
        "a \nb",
        "a\n# b\n",
        "a\n\n\n",
        "a\tb\nc",
        "a\r\nb",
        "'",
        "\"",
        "\\",
        "{a}",
        "[",
        "a, b",
        "星辰：二期，“合同”",
        "打电话\n约拜访\n",
        "---",
        "...",
        "---\n",
        "| a",
        "on",
        "\u{feff}a",
        "a\u{2028}b",
        "🎉",
        "a:",
        "?",
        "%a",
        "<<<<<<< x\na",
    ];
    prop_oneof![
        4 => select(HARD).prop_map(str::to_owned),
        2 => "[a-z]{1,8}",
        2 => "[一-龥]{1,6}[，。： ]?[一-龥a-z0-9 ]{0,6}",
        1 => "[-a0~:#?,.{}&*!|>'\"%@ \t\n中]{0,8}",
        1 => any::<String>(),
    ]
    .boxed()
}
