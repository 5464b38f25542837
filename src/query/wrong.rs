//! What is wrong with a query, and where in what was typed.

use std::fmt;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::base::text::Text;

/// What is wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What it is, with what would be right.
    pub message: Text,
    /// The query as typed.
    pub typed: String,
    /// The characters of it that are wrong, counted from 0.
    pub at: Range<usize>,
}

// A longer query is shown from the condition in question on.
const MOST: usize = 72;

impl Wrong {
    /// A part of `narrow` that is wrong, where `typed` is the same before it was made narrow: it has
    /// as many characters, not as many bytes.
    pub(super) fn of(bad: Bad, narrow: &str, typed: &str) -> Wrong {
        let place = |byte: usize| narrow[..byte].chars().count();
        let at = place(bad.at.start)..place(bad.at.end);
        Wrong { message: bad.message, typed: typed.to_owned(), at }
    }

    /// The query, and below it a line that marks the place.
    pub fn excerpt(&self) -> [String; 2] {
        let from = if self.at.end > MOST { self.at.start } else { 0 };
        let shown: String = self.typed.chars().skip(from).take(MOST).collect();
        let width = |c: char| c.width().unwrap_or(1);
        let before = shown.chars().take(self.at.start - from).map(width).sum();
        let marked = shown.chars().skip(self.at.start - from).take(self.at.len());
        let marked = marked.map(width).sum::<usize>().max(1);
        let marks = format!("{}{}", " ".repeat(before), "^".repeat(marked));
        [shown, marks]
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message.fmt(f)
    }
}

impl std::error::Error for Wrong {}

impl From<Wrong> for Text {
    fn from(wrong: Wrong) -> Text {
        wrong.message
    }
}

/// What is wrong with a part of a query: the bytes of the part.
pub(super) struct Bad {
    pub(super) message: Text,
    pub(super) at: Range<usize>,
}

impl Bad {
    pub(super) fn new(message: Text, at: Range<usize>) -> Bad {
        Bad { message, at }
    }

    /// The same in a text in which the part begins at `start`.
    pub(super) fn moved(self, start: usize) -> Bad {
        Bad { message: self.message, at: self.at.start + start..self.at.end + start }
    }
}
