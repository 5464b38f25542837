//! Changes of a text as byte ranges and what takes their place.

use std::ops::Range;

use super::locate::line_end;

/// What replaces parts of a text.
#[derive(Default)]
pub(super) struct Splice {
    /// Ordered and disjoint.
    cuts: Vec<(Range<usize>, String)>,
}

impl Splice {
    /// `text` in place of the bytes of `range`.
    pub(super) fn replace(range: Range<usize>, text: impl Into<String>) -> Splice {
        Splice { cuts: vec![(range, text.into())] }
    }

    /// `text` before the byte at `at`.
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Splice {
        Splice::replace(at..at, text)
    }

    /// The bytes of `range` taken out.
    pub(super) fn cut(range: Range<usize>) -> Splice {
        Splice::replace(range, "")
    }

    /// The same and one more change behind it.
    #[must_use]
    pub(super) fn and(mut self, other: Splice) -> Splice {
        self.cuts.extend(other.cuts);
        self
    }

    /// The text after the change. Inserted lines end as the first line of the text does.
    pub(super) fn apply(&self, source: &str) -> String {
        let mut out = String::with_capacity(source.len() + 64);
        let line_end = line_end_of(source);
        let mut from = 0;
        for (range, text) in &self.cuts {
            out.push_str(&source[from..range.start]);
            out.push_str(&text.replace('\n', line_end));
            from = range.end;
        }
        out.push_str(&source[from..]);
        out
    }
}

/// The line end of the first line.
pub(super) fn line_end_of(source: &str) -> &'static str {
    if source[line_end(source, 0)..].starts_with("\r\n") { "\r\n" } else { "\n" }
}
