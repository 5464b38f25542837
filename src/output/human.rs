//! Reports and lists for a terminal.

use annotate_snippets::renderer::Style as Ansi;
use comfy_table::{CellAlignment, ContentArrangement, presets};

use super::cell::{self, cells};
use super::terminal::{plain, shorten, width, wrap};
use super::{Style, bars};
use crate::base::period::Period;
use crate::base::table::{Column, Note, Report, Row, Table, Type};
use crate::base::text::{Lang, Text};
use crate::say;

/// The columns between two columns of a table.
const GAP: usize = 2;
/// A text column is not made narrower than this.
const NARROWEST: usize = 6;

/// The whole report. Lines fit the terminal unless its figures alone are wider.
pub(super) fn report(report: &Report, style: &Style) -> String {
    let mut out = String::new();
    heading(&mut out, report.title.pick(style.lang), style);
    prose(&mut out, "", &when(report, style.lang), style);
    if !report.counts.pick(style.lang).is_empty() {
        prose(&mut out, "", report.counts.pick(style.lang), style);
    }
    let alone = report.tables.len() == 1;
    for table in &report.tables {
        out.push('\n');
        if !alone || table.title != report.title {
            heading(&mut out, table.title.pick(style.lang), style);
        }
        body(&mut out, table, style);
    }
    if !report.notes.is_empty() {
        out.push('\n');
    }
    for note in &report.notes {
        prose(&mut out, "- ", &note_line(note, style.lang), style);
    }
    out
}

/// A table by itself.
pub(super) fn table(table: &Table, style: &Style) -> String {
    let mut out = String::new();
    heading(&mut out, table.title.pick(style.lang), style);
    body(&mut out, table, style);
    out
}

/// The period and the clock of a report, in words.
pub(super) fn when(report: &Report, lang: Lang) -> String {
    let as_of = report.as_of;
    let text = match report.period {
        None => say!(en: "all time, as of {as_of}", zh: "全部时间，截至 {as_of}"),
        Some((from, to)) => {
            let period = Period::new(from, to)
                .map_or_else(|| format!("{from}..{to}"), |period| period.label());
            say!(en: "{period}, as of {as_of}", zh: "{period}，截至 {as_of}")
        }
    };
    text.pick(lang).to_owned()
}

/// What a note says, with the number of records that it concerns.
pub(super) fn note_line(note: &Note, lang: Lang) -> String {
    let Note { n, why: Text { en, zh }, .. } = note;
    say!(en: "{en}: {n}", zh: "{zh}：{n}").pick(lang).to_owned()
}

fn heading(out: &mut String, title: &str, style: &Style) {
    if title.is_empty() {
        return;
    }
    let bold = if style.color { Ansi::new().bold() } else { Ansi::new() };
    for line in wrap(&plain(title), style.width.unwrap_or(usize::MAX)) {
        out.push_str(&format!("{bold}{line}{bold:#}\n"));
    }
}

fn prose(out: &mut String, lead: &str, text: &str, style: &Style) {
    let room = style.width.unwrap_or(usize::MAX).saturating_sub(lead.len());
    let indent = " ".repeat(lead.len());
    for (at, line) in wrap(&plain(text), room).iter().enumerate() {
        out.push_str(&format!("{}{line}\n", if at == 0 { lead } else { &indent }));
    }
}

fn body(out: &mut String, table: &Table, style: &Style) {
    if table.rows.is_empty() {
        let nothing = say!(en: "(none)", zh: "（无）");
        out.push_str(nothing.pick(style.lang));
        out.push('\n');
        return;
    }
    let mut lines = lines(table, style.lang);
    let widths = fit(&lines, &table.columns, style.width);
    for line in &mut lines {
        for (cell, wide) in line.iter_mut().zip(&widths) {
            *cell = shorten(cell, *wide).into_owned();
        }
    }
    let taken = widths.iter().map(|wide| wide + GAP).sum::<usize>();
    let room = style.width.map(|width| width.saturating_sub(taken));
    let bars = bars::draw(table, room);
    out.push_str(&draw(table, lines, &widths, bars));
}

// The heading, the rows and the total in words that are safe to print.
fn lines(table: &Table, lang: Lang) -> Vec<Vec<String>> {
    let header = table.columns.iter().map(|column| plain(column.label.pick(lang)).into_owned());
    let words = |row: &Row| -> Vec<String> {
        cells(table, row)
            .map(|(column, cell)| {
                let word = cell::human(cell, column.kind, lang);
                match column.kind {
                    Type::Int | Type::Money if cell::is_number(cell) => cell::grouped(&word),
                    _ => plain(&word).into_owned(),
                }
            })
            .collect()
    };
    let mut lines = vec![header.collect()];
    lines.extend(table.rows.iter().map(words));
    lines.extend(cell::total(table).as_ref().map(words));
    lines
}

/// The widths of the columns: of their widest cell, text columns shortened to the same limit
/// where the terminal is narrower.
fn fit(lines: &[Vec<String>], columns: &[Column], limit: Option<usize>) -> Vec<usize> {
    let widest = |at: usize| lines.iter().map(|line| width(&line[at])).max().unwrap_or(0);
    let natural: Vec<usize> = (0..columns.len()).map(widest).collect();
    let Some(limit) = limit else { return natural };
    let room = limit.saturating_sub(GAP * columns.len().saturating_sub(1));
    let cut = |cap: usize| -> Vec<usize> {
        natural
            .iter()
            .zip(columns)
            .map(|(wide, column)| if may_shorten(column) { *wide.min(&cap) } else { *wide })
            .collect()
    };
    // The largest cap that fits, by halving: the sum grows with it.
    let (mut fits, mut beyond) = (NARROWEST, natural.iter().max().map_or(0, |wide| wide + 1));
    while fits + 1 < beyond {
        let cap = fits.midpoint(beyond);
        if cut(cap).iter().sum::<usize>() <= room { fits = cap } else { beyond = cap }
    }
    cut(fits)
}

fn may_shorten(column: &Column) -> bool {
    matches!(column.kind, Type::Ref | Type::Text)
}

fn draw(
    table: &Table,
    mut lines: Vec<Vec<String>>,
    widths: &[usize],
    bars: Option<Vec<String>>,
) -> String {
    for (line, bar) in lines.iter_mut().skip(1).zip(bars.iter().flatten()) {
        line.push(bar.clone());
    }
    let rule: Vec<String> = widths.iter().map(|wide| "-".repeat(*wide)).collect();
    if table.total.is_some() {
        lines.insert(lines.len() - 1, rule.clone());
    }
    lines.insert(1, rule);
    let mut grid = comfy_table::Table::new();
    grid.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    grid.add_rows(lines);
    for (at, column) in grid.column_iter_mut().enumerate() {
        column.set_padding((0, GAP as u16));
        if table.columns.get(at).is_some_and(|column| column.kind.is_figure()) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let mut drawn = String::new();
    for line in grid.lines() {
        drawn.push_str(line.trim_end());
        drawn.push('\n');
    }
    drawn
}

#[cfg(test)]
mod tests;
