use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;
use serde::de::value::Error as ValueError;

use super::*;

fn refusal(text: &str) -> Text {
    Currency::parse(text).unwrap_err()
}

#[test]
fn reads_codes_in_either_case() {
    for text in ["CNY", "cny", "Cny"] {
        assert_eq!(Currency::parse(text).unwrap(), Currency::CNY);
    }
    assert_eq!(Currency::CNY.code(), "CNY");
    assert_eq!(Currency::CNY.label(), Label::new("Chinese Yuan", "人民币"));
    let exponent = |code| Currency::parse(code).unwrap().exponent();
    assert_eq!(["CNY", "JPY", "KWD", "CLF"].map(exponent), [2, 0, 3, 4]);
}

#[test]
fn the_table_is_sorted_complete_in_both_languages_and_without_doubles() {
    assert!(CURRENCIES.is_sorted_by(|a, b| a.code < b.code));
    assert_eq!(Currency::all().count(), CURRENCIES.len());
    let mut names: Vec<&str> = CURRENCIES.iter().flat_map(|r| [r.label.en, r.label.zh]).collect();
    names.sort_unstable();
    assert!(names.is_sorted_by(|a, b| a < b));
    for currency in Currency::all() {
        assert_eq!(Currency::parse(currency.code()).unwrap(), currency);
        assert!(currency.code().bytes().all(|byte| byte.is_ascii_uppercase()));
        assert!(currency.exponent() <= 4);
    }
}

#[test]
fn suggestions_are_codes_of_the_table() {
    for code in ALIASES.iter().map(|(_, code)| code).chain(&COMMON) {
        assert!(Currency::parse(code).is_ok(), "{code}");
    }
    for (alias, _) in ALIASES {
        assert!(Currency::parse(alias).is_err(), "{alias}");
    }
}

#[test]
fn suggests_the_code_that_was_meant() {
    let cases = [
        ("RMB", "CNY"),
        ("rmb", "CNY"),
        ("人民币", "CNY"),
        ("￥", "CNY"),
        ("us dollar", "USD"),
        ("CNX", "CNY"),
        ("CYN", "CNY"),
        ("UDS", "USD"),
        ("CN", "CNY"),
        ("USDD", "USD"),
    ];
    for (typed, meant) in cases {
        let expected = format!("no currency `{typed}`; did you mean `{meant}`?");
        assert_eq!(refusal(typed).en, expected);
    }
    assert_eq!(refusal("RMB").zh, "没有货币 `RMB`；是不是 `CNY`？");
}

#[test]
fn says_what_a_currency_is_where_nothing_is_near() {
    for text in ["", "Q", "XQZ", "yuan and more", "货币"] {
        assert!(refusal(text).en.ends_with("a code of ISO 4217, such as CNY or USD"), "{text}");
    }
    assert!(refusal("xau").en.contains("no decimals"));
}

#[test]
fn deserializes_and_refuses_in_words() {
    let yaml: Vec<Currency> = serde_yaml::from_str("[CNY, 'usd']").unwrap();
    assert_eq!(format!("{yaml:?}"), "[CNY, USD]");
    let refused: Result<Currency, ValueError> =
        Currency::deserialize(serde::de::value::StrDeserializer::new("RMB"));
    assert_eq!(refused.unwrap_err().to_string(), refusal("RMB").pack());
}

/// Compares with the list that the maintenance agency of ISO 4217 publishes.
#[test]
fn agrees_with_the_published_list() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/currency/codes-all.csv");
    if !list.exists() {
        eprintln!("skipped: the list of ISO 4217 is not at hand");
        return;
    }
    let mut published = BTreeMap::new();
    for row in csv::Reader::from_path(list).unwrap().deserialize() {
        let row: BTreeMap<String, String> = row.unwrap();
        if row["WithdrawalDate"].is_empty() && !row["AlphabeticCode"].is_empty() {
            published.insert(row["AlphabeticCode"].clone(), row["MinorUnit"].clone());
        }
    }
    let (without, with): (Vec<_>, Vec<_>) = published.iter().partition(|(_, unit)| *unit == "-");
    let with: Vec<_> = with.into_iter().map(|(code, unit)| (code.as_str(), unit.clone())).collect();
    let ours = CURRENCIES.iter().map(|row| (row.code, row.exponent.to_string()));
    assert_eq!(with, ours.collect::<Vec<_>>());
    let without: Vec<_> = without.into_iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(without, WITHOUT_MINOR_UNIT);
}

proptest! {
    #[test]
    fn parsing_is_total(text in "\\PC*") {
        if let Ok(currency) = Currency::parse(&text) {
            prop_assert!(currency.code().eq_ignore_ascii_case(&text));
        }
    }

    #[test]
    fn parsing_short_text_is_total(text in "[A-Za-z元é]{0,5}") {
        let _ = Currency::parse(&text);
    }
}
