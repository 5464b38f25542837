//! Figures of reports in JSON, exact.

use serde_json::Value;

/// The rows of the first table.
pub(crate) fn rows(report: &Value) -> &Vec<Value> {
    report["tables"][0]["rows"].as_array().unwrap()
}

/// The row whose column says `key`.
pub(crate) fn row<'r>(report: &'r Value, column: &str, key: &str) -> &'r Value {
    let found = rows(report).iter().find(|row| row[column] == key);
    found.unwrap_or_else(|| panic!("no row {column}={key}"))
}

/// Cents, exact: truth has whole units, reports decimal strings.
pub(crate) fn cents(amount: &Value) -> i128 {
    let text = amount.as_str().map_or_else(|| amount.to_string(), str::to_owned);
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let digits: String = format!("{rest}00").chars().take(2).collect();
    format!("{whole}{digits}").parse().unwrap()
}

/// A number with six decimals.
pub(crate) fn six(number: &Value) -> String {
    format!("{:.6}", number.as_f64().unwrap_or_else(|| number.as_str().unwrap().parse().unwrap()))
}
