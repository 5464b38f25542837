//! Findings with the bytes, lines and columns that they point at.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Sources;
use crate::base::finding::{Finding, Place};
use crate::base::text::Lang;
use crate::say;
use crate::text::locate;
use crate::text::tree::{Position, Tree};

/// A file that findings point into, with the first byte of each of its lines.
pub(super) struct File {
    text: String,
    lines: Vec<usize>,
}

/// The files of `findings` that can be read, each read once.
pub(super) fn read<'a>(
    findings: &'a [Finding],
    sources: &Sources<'_>,
) -> BTreeMap<&'a str, Option<File>> {
    let mut files = BTreeMap::new();
    for finding in findings {
        files.entry(&*finding.file).or_insert_with(|| (sources.text)(&finding.file).map(File::new));
    }
    files
}

/// A finding and where it points; at the first line where the file says no more.
pub(super) struct Located<'a> {
    pub finding: &'a Finding,
    /// The file, unless it cannot be read or the finding is about it as a whole.
    pub file: Option<&'a File>,
    /// The bytes of the place.
    pub bytes: Range<usize>,
    /// The first character.
    pub start: Position,
    /// The character after the last.
    pub end: Position,
}

/// Looks up where the findings point, each file parsed at most once.
pub(super) fn locate<'a>(
    findings: &'a [Finding],
    files: &'a BTreeMap<&str, Option<File>>,
) -> Vec<Located<'a>> {
    let mut trees = BTreeMap::new();
    findings
        .iter()
        .map(|finding| {
            let file = files.get(&*finding.file).and_then(Option::as_ref);
            let bytes = file.map_or(0..0, |file| bytes(finding, file, &mut trees));
            Located::new(finding, file, bytes)
        })
        .collect()
}

fn bytes<'a>(
    finding: &'a Finding,
    file: &'a File,
    trees: &mut BTreeMap<&'a str, Tree<'a>>,
) -> Range<usize> {
    let is_toml = finding.file.ends_with(".toml");
    match finding.place {
        Place::File | Place::Spot(..) => locate::bytes(&file.text, is_toml, &finding.place),
        Place::Value(_) | Place::Key(_) => {
            let parse = || locate::parse(&file.text, is_toml);
            let tree = trees.entry(&*finding.file).or_insert_with(parse);
            locate::bytes_in(tree, &finding.place)
        }
    }
}

impl<'a> Located<'a> {
    fn new(finding: &'a Finding, file: Option<&'a File>, bytes: Range<usize>) -> Located<'a> {
        let position = |offset| match file {
            Some(file) => file.position(offset),
            None => Position { line: 1, column: 1 },
        };
        let (start, end) = (position(bytes.start), position(bytes.end));
        let file = file.filter(|_| finding.place != Place::File);
        Located { finding, file, bytes, start, end }
    }

    /// What to do about it, on one line: the help and the command that mends it.
    pub fn advice(&self, lang: Lang) -> Option<String> {
        let help = self.finding.help.as_ref().map(|help| help.pick(lang));
        let text = match (help, &self.finding.remedy) {
            (Some(help), Some(run)) => {
                say!(en: "{help} (run `{run}`)", zh: "{help}（运行 `{run}`）")
            }
            (Some(help), None) => return Some(help.to_owned()),
            (None, Some(run)) => say!(en: "run `{run}`", zh: "运行 `{run}`"),
            (None, None) => return None,
        };
        Some(text.pick(lang).to_owned())
    }
}

impl File {
    fn new(text: String) -> File {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        File { text, lines }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the line that holds `offset`, without its break and any byte-order mark.
    pub fn line(&self, offset: usize) -> Range<usize> {
        let number = self.line_number(offset);
        let end = self.lines.get(number).map_or(self.text.len(), |next| next - 1);
        let mut line = self.lines[number - 1]..end;
        if self.text[line.clone()].ends_with('\r') {
            line.end -= 1;
        }
        if line.start == 0 && self.text.starts_with('\u{feff}') {
            line.start = '\u{feff}'.len_utf8().min(line.end);
        }
        line
    }

    // The same as `text::tree::position`, without reading the file from its beginning each time.
    fn position(&self, offset: usize) -> Position {
        let line = self.line_number(offset);
        let head = &self.text[self.lines[line - 1]..offset];
        let column = head.chars().filter(|c| *c != '\u{feff}').count() + 1;
        Position { line, column }
    }

    // From 1; the first line begins at 0, so that there always is one.
    fn line_number(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tree::position;
    use proptest::prelude::*;

    #[test]
    fn lines_have_neither_break_nor_mark() {
        let file = File::new("\u{feff}a: 1\r\n星: 2\n\nz".to_owned());
        let line = |offset| &file.text[file.line(offset)];
        assert_eq!([line(0), line(3), line(9), line(18)], ["a: 1", "a: 1", "星: 2", "z"]);
        assert_eq!(line(16), "");
    }

    proptest! {
        #[test]
        fn agrees_with_the_tree(text in "\u{feff}?[a星\r\n]{0,20}") {
            let file = File::new(text.clone());
            for (offset, _) in text.char_indices() {
                prop_assert_eq!(file.position(offset), position(&text, offset));
            }
            prop_assert_eq!(file.position(text.len()), position(&text, text.len()));
        }
    }
}
