//! The documented JSON of reports, lists and findings. Keys never depend on the language.

use serde_json::{Map, Number, Value, json};

use super::cell::{self, cells};
use super::fingerprint::{fingerprint, record};
use super::located::Located;
use super::terminal::is_unsafe;
use crate::base::decimal::Decimal;
use crate::base::finding::Level;
use crate::base::table::{Cell, Report, Row, Table, Type};
use crate::base::text::Lang;

/// The version of the documents; it grows when a key changes its meaning or goes away.
const VERSION: u32 = 1;

/// A report.
pub(super) fn report(report: &Report, lang: Lang) -> String {
    let period =
        report.period.map(|(from, to)| json!({"from": from.to_string(), "to": to.to_string()}));
    let notes = report
        .notes
        .iter()
        .map(|note| json!({"key": note.key, "n": note.n, "why": note.why.pick(lang)}));
    let tables = report.tables.iter().map(|table| described(table, lang));
    print(&json!({
        "version": VERSION,
        "report": report.name,
        "as_of": report.as_of.to_string(),
        "revision": null,
        "period": period,
        "tables": tables.collect::<Vec<_>>(),
        "notes": notes.collect::<Vec<_>>(),
    }))
}

/// The rows of a list as an array of objects.
pub(super) fn table(table: &Table) -> String {
    print(&table.rows.iter().map(|row| object(table, row)).collect())
}

/// Findings and how many there are of each level.
pub(super) fn findings(findings: &[Located<'_>], lang: Lang) -> String {
    let count = |level: Level| findings.iter().filter(|at| at.finding.level == level).count();
    let summary: Map<String, Value> = Level::ALL
        .into_iter()
        .rev()
        .map(|level| (level.key().to_owned(), count(level).into()))
        .collect();
    print(&json!({
        "version": VERSION,
        "findings": findings.iter().map(|at| finding(at, lang)).collect::<Vec<_>>(),
        "summary": summary,
    }))
}

/// `value` over lines, with a line break at its end.
///
/// What a terminal would obey is escaped, which changes no value: such characters stand only in
/// strings.
pub(super) fn print(value: &Value) -> String {
    let text = format!("{value:#}\n");
    if !text.contains(|c| c != '\n' && is_unsafe(c)) {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if c != '\n' && is_unsafe(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                safe.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

fn described(table: &Table, lang: Lang) -> Value {
    let columns = table.columns.iter().map(|column| {
        json!({"key": column.key, "label": column.label.pick(lang), "type": column.kind.key()})
    });
    json!({
        "name": table.name,
        "title": table.title.pick(lang),
        "columns": columns.collect::<Vec<_>>(),
        "rows": table.rows.iter().map(|row| object(table, row)).collect::<Vec<_>>(),
        "total": table.total.as_ref().map(|row| object(table, row)),
    })
}

fn object(table: &Table, row: &Row) -> Value {
    cells(table, row).map(|(column, cell)| (column.key.clone(), value(cell, column.kind))).collect()
}

fn value(cell: &Cell, kind: Type) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Int(count) if kind != Type::Money => (*count).into(),
        Cell::Figure(figure) if matches!(kind, Type::Rate | Type::Days) => ratio(*figure, kind),
        _ => cell::machine(cell, kind).into(),
    }
}

// Rates and days are numbers. A float prints the shortest digits that lead back to it, so those
// of the six-decimal figure that it was read from; nothing is computed with it.
fn ratio(figure: Decimal, kind: Type) -> Value {
    let digits = cell::exact(figure, kind).to_string();
    digits.parse().ok().and_then(Number::from_f64).map_or(Value::Null, Value::Number)
}

fn finding(at: &Located<'_>, lang: Lang) -> Value {
    let finding = at.finding;
    let route = finding.place.route();
    json!({
        "rule": finding.rule,
        "level": finding.level.key(),
        "file": finding.file,
        "line": at.start.line,
        "column": at.start.column,
        "end_line": at.end.line,
        "end_column": at.end.column,
        "record": record(finding),
        "route": (!route.is_root()).then(|| route.to_string()),
        "message": finding.message.pick(lang),
        "help": at.advice(lang),
        "clauses": finding.clauses,
        "fingerprint": fingerprint(finding),
    })
}

#[cfg(test)]
mod tests;
