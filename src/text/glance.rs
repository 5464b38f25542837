//! What the bytes of a file may hold, told without parsing them.
//!
//! Every answer leans one way: a file that holds what is asked for is never missed, one that does
//! not may be taken for one that does. Only in double quotes can a value be spelt otherwise than it
//! reads, and then there is a backslash; line breaks and blanks may be folded, so that only words
//! without blanks are looked for.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use memchr::{memchr, memchr2, memchr2_iter, memchr3, memmem};

/// Texts of which a file may hold one.
pub struct Needles(Vec<Needle>);

enum Needle {
    /// In any case of its letters, as `to_lowercase` sees them.
    Ascii(Box<str>),
    Exact(Box<memmem::Finder<'static>>),
}

impl Needles {
    /// Texts that are held against values in lower case where they are ASCII, as they are otherwise.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Needles {
        Needles(texts.into_iter().map(|text| Needle::of(longest_word(text))).collect())
    }

    /// Whether one may stand in a value of the file.
    pub fn may_stand_in(&self, bytes: &[u8]) -> bool {
        !self.0.is_empty()
            && (memchr(b'\\', bytes).is_some() || self.0.iter().any(|it| it.may_stand_in(bytes)))
    }
}

// A single quote is doubled in single quotes.
fn longest_word(text: &str) -> &str {
    let words = text.split(|c: char| c.is_whitespace() || c == '\'' || c == '"');
    words.max_by_key(|word| word.len()).unwrap_or_default()
}

// What `to_lowercase` makes an ASCII letter of, besides the capitals: the signs of Kelvin and the
// dotted capital I.
const KELVIN: &[u8] = "\u{212a}".as_bytes();
const DOTTED: &[u8] = "\u{130}".as_bytes();

impl Needle {
    fn of(word: &str) -> Needle {
        match word.is_ascii() {
            true => Needle::Ascii(word.to_lowercase().into()),
            false => Needle::Exact(Box::new(memmem::Finder::new(word.as_bytes()).into_owned())),
        }
    }

    fn may_stand_in(&self, bytes: &[u8]) -> bool {
        match self {
            Needle::Exact(finder) => finder.find(bytes).is_some(),
            Needle::Ascii(word) => {
                let word = word.as_bytes();
                let Some(first) = word.first() else { return true };
                let starts = memchr2_iter(*first, first.to_ascii_uppercase(), bytes);
                let mut found = starts.filter_map(|at| bytes.get(at..at + word.len()));
                found.any(|found| found.eq_ignore_ascii_case(word))
                    || memmem::find(bytes, KELVIN).is_some()
                    || memmem::find(bytes, DOTTED).is_some()
            }
        }
    }
}

/// Ids of which a file may refer to one.
pub struct Ids<'i> {
    ids: HashSet<&'i [u8]>,
    lengths: RangeInclusive<usize>,
    // Of few ids, to pass by most files without taking them apart.
    finders: Vec<memmem::Finder<'i>>,
}

// More are found sooner by looking each word up.
const FEW: usize = 8;

impl<'i> Ids<'i> {
    /// These ids.
    pub fn new(ids: impl IntoIterator<Item = &'i str>) -> Ids<'i> {
        let ids: HashSet<&[u8]> = ids.into_iter().map(str::as_bytes).collect();
        let length = |id: &&[u8]| id.len();
        let shortest = ids.iter().map(length).min().unwrap_or(0);
        let longest = ids.iter().map(length).max().unwrap_or(0);
        let few = ids.iter().filter(|_| ids.len() <= FEW);
        let finders = few.map(|id| memmem::Finder::new(*id)).collect();
        Ids { ids, lengths: shortest..=longest, finders }
    }

    /// Whether one may stand in the file as a whole value.
    pub fn may_stand_in(&self, bytes: &[u8]) -> bool {
        let is_of_id = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
        let mut words = bytes.split(|byte| !is_of_id(byte));
        let mut is_named =
            || words.any(|it| self.lengths.contains(&it.len()) && self.ids.contains(it));
        let mut finders = self.finders.iter();
        let may_be = self.finders.is_empty() || finders.any(|it| it.find(bytes).is_some());
        !self.ids.is_empty() && (memchr(b'\\', bytes).is_some() || (may_be && is_named()))
    }
}

/// Everything in the file that may be a name: what stands under `name`, `aliases`, `former_names`,
/// `label` or `email` anywhere. `None` where that takes parsing.
pub fn names(bytes: &[u8]) -> Option<Vec<&str>> {
    let source = std::str::from_utf8(bytes).ok()?;
    let mut found = Vec::new();
    let mut open = Open::Nothing;
    for line in source.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let content = line.trim_start_matches(' ');
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let lead = line.len() - content.len();
        if matches!(open, Open::Value(above) if lead > above) || content.contains(['\\', '\r']) {
            return None;
        }
        open = read_line(content, lead, open, &mut found)?;
    }
    Some(found)
}

/// What the line before leaves open.
#[derive(Clone, Copy)]
enum Open {
    Nothing,
    /// A plain value at a key with this indentation; what is indented further goes on with it.
    Value(usize),
    /// A list of names.
    List,
}

fn read_line<'s>(
    content: &'s str,
    lead: usize,
    open: Open,
    found: &mut Vec<&'s str>,
) -> Option<Open> {
    let mut rest = content;
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start_matches(' ');
    }
    let indent = lead + content.len() - rest.len();
    let is_item = rest.len() < content.len();
    if is_odd(rest) || has_key_inside(rest) {
        return None;
    }
    let Some((key, value)) = named(rest) else {
        return match open {
            Open::List if is_item => {
                found.push(plain(rest)?);
                Some(Open::List)
            }
            Open::List if lead > 0 => None,
            _ => Some(Open::Nothing),
        };
    };
    if key == "name" || key == "email" {
        found.push(plain(value)?);
        return Some(Open::Value(indent));
    }
    // The lists: a block of items, one a line.
    value.trim_matches([' ', '\t']).is_empty().then_some(Open::List)
}

// Whatever begins in a way of its own: a key that is no plain word, an empty item.
fn is_odd(rest: &str) -> bool {
    let marks = ['"', '\'', '?', '&', '*', '!', '%', '\t', '\u{feff}'];
    let spaced = KEYS.iter().any(|key| {
        rest.strip_prefix(key)
            .is_some_and(|rest| rest.trim_start().starts_with(':') && !rest.starts_with(':'))
    });
    rest.starts_with(marks)
        || rest.starts_with("---")
        || rest == "-"
        || rest.starts_with("-\t")
        || spaced
}

// Keys in brackets that stand on one line, or anything in brackets that do not.
fn has_key_inside(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    if memchr2(b'{', b'[', bytes).is_none() {
        return false;
    }
    let count = |marks: [u8; 2]| memchr2_iter(marks[0], marks[1], bytes).count();
    // Brackets in quotes and comments open and close nothing.
    let is_quoted = memchr3(b'"', b'\'', b'#', bytes).is_some();
    let is_whole = count([b'{', b'[']) == count([b'}', b']']);
    is_quoted
        || !is_whole
        || WORDS.iter().any(|word| memmem::find(bytes, word.as_bytes()).is_some())
}

const WORDS: [&str; 4] = ["name", "alias", "label", "email"];
const KEYS: [&str; 5] = ["name", "email", "aliases", "former_names", "label"];

// A line that begins with one of the keys, and what stands behind it.
fn named(line: &str) -> Option<(&'static str, &str)> {
    KEYS.iter().find_map(|key| Some((*key, line.strip_prefix(key)?.strip_prefix(':')?)))
}

// A value that reads as it is written.
fn plain(value: &str) -> Option<&str> {
    let value = value.split(" #").next().unwrap_or(value).trim_matches([' ', '\t']);
    let odd = ['"', '\'', '|', '>', '[', '{', '&', '*', '!', '@', '`', '%', '?'];
    (!value.is_empty() && !value.starts_with(odd) && !value.contains('\t')).then_some(value)
}

#[cfg(test)]
mod tests;
