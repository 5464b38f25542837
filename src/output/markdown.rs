//! GitHub's Markdown, for pull requests and wikis.

use super::cell::{self, cells};
use super::human::{note_line, when};
use super::terminal::plain;
use crate::base::table::{Report, Row, Table};
use crate::base::text::Lang;
use crate::say;

/// A report with headings, tables and its notes as a list.
pub(super) fn report(report: &Report, lang: Lang) -> String {
    let mut out = format!("# {}\n\n{}\n", escaped(report.title.pick(lang)), when(report, lang));
    if !report.counts.pick(lang).is_empty() {
        out.push_str(&format!("\n{}\n", escaped(report.counts.pick(lang))));
    }
    for table in &report.tables {
        if !table.title.pick(lang).is_empty() && table.title != report.title {
            out.push_str(&format!("\n## {}\n", escaped(table.title.pick(lang))));
        }
        out.push('\n');
        out.push_str(&self::table(table, lang));
    }
    if !report.notes.is_empty() {
        out.push('\n');
    }
    for note in &report.notes {
        out.push_str(&format!("- {}\n", escaped(&note_line(note, lang))));
    }
    out
}

/// A table alone, its total in bold.
pub(super) fn table(table: &Table, lang: Lang) -> String {
    if table.rows.is_empty() {
        return format!("{}\n", say!(en: "(none)", zh: "（无）").pick(lang));
    }
    let words = |row: &Row| -> Vec<String> {
        cells(table, row)
            .map(|(column, cell)| escaped(&cell::human(cell, column.kind, lang)))
            .collect()
    };
    let header = table.columns.iter().map(|column| escaped(column.label.pick(lang)));
    let mut out = line(header);
    out.push_str(&line(
        table.columns.iter().map(|column| {
            if column.kind.is_figure() { "---:".to_owned() } else { "---".to_owned() }
        }),
    ));
    for row in &table.rows {
        out.push_str(&line(words(row)));
    }
    if let Some(total) = cell::total(table) {
        out.push_str(&line(words(&total).into_iter().map(bold)));
    }
    out
}

fn bold(word: String) -> String {
    if word.is_empty() { word } else { format!("**{word}**") }
}

fn line(cells: impl IntoIterator<Item = String>) -> String {
    cells.into_iter().fold("|".to_owned(), |line, cell| format!("{line} {cell} |")) + "\n"
}

// Text that is not ours can neither end its cell nor become a link, an image or HTML.
fn escaped(text: &str) -> String {
    let one_line = text.split(['\r', '\n']).collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(text.len());
    for c in plain(&one_line).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '~' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::testing;

    #[test]
    fn a_report_reads_as_a_page() {
        assert_eq!(
            report(&testing::report(), Lang::Zh),
            "\
# 赢单

2026-11，截至 2026-11-21

期间内关闭的机会

## 按负责人

| 负责人 | 赢单 | 赢单率 | 金额 | 最近 |
| --- | ---: | ---: | ---: | --- |
| 李伟 | 12 | 62.6% | 1234567.50 | 2026-11-20 |
| Ann Lee | 0 | - | -1234.50 | - |
| **合计** | **12** | **50.0%** | **1233333.00** |  |

- 没有关闭日期：3
"
        );
    }

    #[test]
    fn hostile_names_stay_text() {
        assert_eq!(
            table(&testing::hostile(), Lang::En),
            "\
| Name |
| --- |
| \\\\u{1b}\\[2J\\\\u{9b} |
| =cmd() |
| a\\|b\\`c\\` |
| &lt;script&gt; |
| two lines |
| \\\\u{202e}evil |
"
        );
        assert_eq!(escaped("![x](http://a)"), "!\\[x\\](http://a)");
    }

    #[test]
    fn an_empty_table_says_so() {
        let empty = Table { rows: Vec::new(), ..testing::wins() };
        assert_eq!(table(&empty, Lang::Zh), "（无）\n");
    }
}
