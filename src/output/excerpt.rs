//! Findings for a terminal: what is wrong, the line in question with a caret, what to do.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level as Severity, Origin, Renderer, Snippet};

use super::located::{File, Located};
use super::terminal::plain;
use super::{Sources, Style};
use crate::base::field::MASK;
use crate::base::finding::{Finding, Level};
use crate::base::text::{Label, Lang, Text};
use crate::say;
use crate::text::locate;
use crate::text::tree::Position;

/// The width that lines are cut to where there is no terminal.
const DEFAULT_WIDTH: usize = 140;
/// Lines are not cut shorter than this: they would say nothing.
const NARROWEST: usize = 40;

/// All findings, an empty line after each, and how many there are; nothing for none.
pub(super) fn findings(findings: &[Located<'_>], sources: &Sources<'_>, style: &Style) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width.unwrap_or(DEFAULT_WIDTH).max(NARROWEST));
    let mut known = BTreeMap::new();
    let mut out = String::new();
    for at in findings {
        let line = at.file.map(|file| {
            let path = &*at.finding.file;
            let masks = known.entry(path).or_insert_with(|| masks(path, file, sources));
            Line::new(file, &at.bytes, masks)
        });
        out.push_str(&show(at, line, &renderer, style.lang));
        out.push_str("\n\n");
    }
    out.push_str(&summary(findings, style.lang));
    out.push('\n');
    out
}

fn show(at: &Located<'_>, line: Option<Line>, renderer: &Renderer, lang: Lang) -> String {
    let Finding { rule, level, file, message, .. } = at.finding;
    let path = plain(file);
    let title = severity(*level)
        .with_name(level.label().pick(lang))
        .primary_title(plain(message.pick(lang)))
        .id(*rule);
    let footers = footers(at.finding, lang);
    let footers = footers.iter().map(|words| Severity::NOTE.no_name().message(words));
    let Some(Line { text, caret }) = line else {
        return renderer.render(&[title.element(Origin::path(path)).elements(footers)]);
    };
    let shown = Position { column: text[..caret.start].chars().count() + 1, ..at.start };
    let snippet = Snippet::source(text)
        .line_start(at.start.line)
        .path(path.clone())
        .annotation(AnnotationKind::Primary.span(caret));
    let rendered = renderer.render(&[title.element(snippet).elements(footers)]);
    with_true_column(rendered, &path, shown, at.start)
}

// The renderer counts columns in the line as shown, where escapes and masks have other lengths
// than what they stand for. Its origin is on the second line, below the title.
fn with_true_column(rendered: String, path: &str, shown: Position, wanted: Position) -> String {
    match rendered.split_once('\n') {
        Some((title, rest)) if shown != wanted => {
            let origin = |at: Position| format!("{path}:{}:{}", at.line, at.column);
            format!("{title}\n{}", rest.replacen(&origin(shown), &origin(wanted), 1))
        }
        _ => rendered,
    }
}

const fn severity(level: Level) -> Severity<'static> {
    match level {
        Level::Error => Severity::ERROR,
        Level::Warning => Severity::WARNING,
        Level::Note => Severity::NOTE,
    }
}

fn footers(finding: &Finding, lang: Lang) -> Vec<String> {
    let help = finding.help.as_ref().map(|help| {
        let Text { en, zh } = help;
        say!(en: "help: {en}", zh: "帮助：{zh}")
    });
    let fix = finding.remedy.as_ref().map(|run| say!(en: "fix: `{run}`", zh: "修复：`{run}`"));
    let clauses = finding.clauses.join(", ");
    let clauses = (!clauses.is_empty()).then(|| Text::same(format!("[{clauses}]")));
    [help, fix, clauses].iter().flatten().map(|text| plain(text.pick(lang)).into_owned()).collect()
}

fn summary(findings: &[Located<'_>], lang: Lang) -> String {
    let counts = Level::ALL.into_iter().rev().filter_map(|level| {
        let n = findings.iter().filter(|at| at.finding.level == level).count();
        let plural = if n == 1 { "" } else { "s" };
        let Label { en, zh } = level.label();
        let text = say!(en: "{n} {en}{plural}", zh: "{n} 个{zh}");
        (n > 0).then(|| text.pick(lang).to_owned())
    });
    let comma = say!(en: ", ", zh: "，");
    counts.collect::<Vec<_>>().join(comma.pick(lang))
}

/// A line of a file as it can be shown, and the bytes of it that the caret is under.
struct Line {
    text: String,
    caret: Range<usize>,
}

impl Line {
    /// The line on which `bytes` begin; `masks` are in order and apart from each other.
    fn new(file: &File, bytes: &Range<usize>, masks: &[Range<usize>]) -> Line {
        let line = file.line(bytes.start);
        let mut shown = Shown { text: String::new(), caret: 0..0, of: bytes };
        let mut at = line.start;
        for mask in &masks[masks.partition_point(|mask| mask.end <= line.start)..] {
            if mask.start >= line.end {
                break;
            }
            shown.push_plain(file.text(), at..mask.start.max(at));
            at = mask.end.min(line.end);
            shown.push(MASK, mask.start.max(line.start)..at);
        }
        shown.push_plain(file.text(), at..line.end);
        Line { text: shown.text, caret: shown.caret }
    }
}

/// A line while it is written, with the part of it that shows the bytes `of`.
struct Shown<'a> {
    text: String,
    caret: Range<usize>,
    of: &'a Range<usize>,
}

impl Shown<'_> {
    fn push_plain(&mut self, text: &str, bytes: Range<usize>) {
        for (at, c) in text[bytes.clone()].char_indices() {
            let at = bytes.start + at;
            let source = at..at + c.len_utf8();
            match c {
                '\t' => self.push("    ", source),
                _ => self.push(&plain(&text[source.clone()]), source),
            }
        }
    }

    // Before the first of the bytes the caret moves along; then it grows over what stands for them.
    fn push(&mut self, shown: &str, source: Range<usize>) {
        self.text.push_str(shown);
        let end = self.text.len();
        if source.end <= self.of.start {
            self.caret = end..end;
        } else if source.start < self.of.end {
            self.caret.end = end;
        }
    }
}

/// The sensitive bytes of a file on character boundaries, in order, none touching another.
fn masks(path: &str, file: &File, sources: &Sources<'_>) -> Vec<Range<usize>> {
    let whole = |bytes: Range<usize>| locate::clamp(file.text(), bytes.start, bytes.end);
    let mut sensitive: Vec<_> =
        (sources.sensitive)(path, file.text()).into_iter().map(whole).collect();
    sensitive.retain(|bytes| !bytes.is_empty());
    sensitive.sort_by_key(|bytes| bytes.start);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for bytes in sensitive {
        match apart.last_mut() {
            Some(last) if bytes.start <= last.end => last.end = last.end.max(bytes.end),
            _ => apart.push(bytes),
        }
    }
    apart
}

#[cfg(test)]
mod tests;
