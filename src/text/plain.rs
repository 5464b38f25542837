//! A fast reader for the part of YAML that records are written in.
//!
//! One pass, no tokens, no copies. Whatever is not certain to be plain is left to the full parser:
//! [`parse`] says `None`, and nothing is lost but time. A test holds both to the same tree.

use super::tree::{Shape, Style, Tree};

/// A record nests a handful of groups; what goes deeper is somebody else's to judge.
const DEEPEST: usize = 32;
/// Far below the 1024 characters after which YAML takes no more for a key.
const LONGEST_KEY: usize = 128;

/// The tree of a file in the plain form: a block mapping of simple keys, with block lists, flow
/// collections and scalars that end on their line, and `|` texts. `None` where it is anything else.
pub(super) fn parse(source: &str) -> Option<Tree<'_>> {
    let bytes = source.as_bytes();
    if !is_plain(bytes) {
        return None;
    }
    let tree = Tree::with_room(source, source.len() / 8);
    let mut reader = Reader { bytes, tree, at: 0, indent: 0, depth: 0 };
    reader.next_line(0);
    if reader.is_at_end() || reader.indent != 0 {
        return None;
    }
    reader.map(0)?;
    reader.is_at_end().then_some(reader.tree)
}

// No tabs, carriage returns and control characters, nor the breaks, marks and non-characters of
// Unicode that YAML treats apart: U+0080-9F, U+2028, U+2029, U+FEFF, U+FFFE, U+FFFF.
fn is_plain(bytes: &[u8]) -> bool {
    bytes.iter().enumerate().all(|(at, byte)| {
        let rest = |n: usize| bytes.get(at + n).copied().unwrap_or(0);
        match byte {
            b'\n' | 0x20..=0x7e => true,
            0x00..=0x1f | 0x7f => false,
            0xc2 => rest(1) >= 0xa0,
            0xe2 => !(rest(1) == 0x80 && (0xa8..=0xa9).contains(&rest(2))),
            0xef => !matches!((rest(1), rest(2)), (0xbb, 0xbf) | (0xbf, 0xbe..=0xbf)),
            _ => true,
        }
    })
}

struct Reader<'s> {
    bytes: &'s [u8],
    tree: Tree<'s>,
    /// The next byte; between lines, the first of the next line's content.
    at: usize,
    /// The blanks before that content.
    indent: usize,
    depth: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn peek_after(&self, n: usize) -> Option<u8> {
        self.bytes.get(self.at + n).copied()
    }

    fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    fn skip_spaces(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    fn line_end(&self) -> usize {
        let rest = &self.bytes[self.at..];
        rest.iter().position(|byte| *byte == b'\n').map_or(self.bytes.len(), |end| self.at + end)
    }

    // From the start of a line to the content of the next line that has any.
    fn next_line(&mut self, from: usize) {
        self.at = from;
        loop {
            let start = self.at;
            self.skip_spaces();
            match self.peek() {
                None => break,
                Some(b'\n') => self.at += 1,
                Some(b'#') => self.at = (self.line_end() + 1).min(self.bytes.len()),
                Some(_) => {
                    self.indent = self.at - start;
                    return;
                }
            }
        }
        self.indent = 0;
    }

    // Nothing but a comment may follow a value on its line; then on to the next line.
    fn end_line(&mut self) -> Option<()> {
        let value_end = self.at;
        self.skip_spaces();
        let is_comment = self.peek() == Some(b'#') && self.at > value_end;
        if is_comment {
            self.at = self.line_end();
        }
        match self.peek() {
            None => self.next_line(self.at),
            Some(b'\n') => self.next_line(self.at + 1),
            Some(_) => return None,
        }
        Some(())
    }

    // What is indented more than the value above it would belong to that value.
    fn end_value(&mut self, indent: usize) -> Option<()> {
        self.end_line()?;
        (self.is_at_end() || self.indent <= indent).then_some(())
    }

    fn map(&mut self, indent: usize) -> Option<()> {
        self.deeper()?;
        let map = self.tree.open(Shape::Map, Style::Block, self.at);
        loop {
            self.entry(indent)?;
            if self.is_at_end() || self.indent < indent {
                break;
            }
            if self.indent > indent {
                return None;
            }
        }
        self.close(map, self.at);
        Some(())
    }

    fn deeper(&mut self) -> Option<()> {
        self.depth += 1;
        (self.depth <= DEEPEST).then_some(())
    }

    fn close(&mut self, index: u32, end: usize) {
        self.depth -= 1;
        self.tree.close(index, end);
    }

    fn entry(&mut self, indent: usize) -> Option<()> {
        self.key()?;
        let colon = self.at - 1;
        self.skip_spaces();
        match self.peek() {
            None | Some(b'\n' | b'#') => self.below(indent, colon),
            Some(b'|') => self.literal(indent),
            Some(_) => {
                self.value(false)?;
                self.end_value(indent)
            }
        }
    }

    // A simple key and its colon; the blank or line end behind it is seen to be there.
    fn key(&mut self) -> Option<()> {
        let start = self.at;
        let end = start + self.key_length()?;
        self.push(Style::Plain, start, end);
        self.at = end + 1;
        Some(())
    }

    fn key_length(&self) -> Option<usize> {
        let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.".contains(byte);
        let rest = &self.bytes[self.at.min(self.bytes.len())..];
        let length = rest.iter().position(|byte| !is_inside(byte))?;
        let begins = rest[0].is_ascii_alphanumeric() || rest[0] == b'_';
        let ends =
            rest[length] == b':' && matches!(rest.get(length + 1), None | Some(b' ' | b'\n'));
        (begins && ends && length <= LONGEST_KEY).then_some(length)
    }

    // The value of a key that has nothing beside it.
    fn below(&mut self, indent: usize, colon: usize) -> Option<()> {
        self.at = colon + 1;
        self.end_line()?;
        if self.is_at_end() || self.indent < indent {
            self.push(Style::Plain, colon, colon);
            return Some(());
        }
        let is_item = self.peek() == Some(b'-');
        match (self.indent > indent, is_item) {
            (true, true) => self.list(self.indent),
            (true, false) => self.map(self.indent),
            // A list may stand right below its key; that is not the plain form.
            (false, true) => None,
            (false, false) => {
                self.push(Style::Plain, colon, colon);
                Some(())
            }
        }
    }

    fn list(&mut self, indent: usize) -> Option<()> {
        self.deeper()?;
        let list = self.tree.open(Shape::List, Style::Block, self.at);
        while !self.is_at_end() && self.indent >= indent {
            self.item(indent)?;
        }
        self.close(list, self.at);
        Some(())
    }

    fn item(&mut self, indent: usize) -> Option<()> {
        if self.indent != indent || (self.peek(), self.peek_after(1)) != (Some(b'-'), Some(b' ')) {
            return None;
        }
        let dash = self.at;
        self.at += 1;
        self.skip_spaces();
        match self.peek()? {
            b'\n' | b'#' | b'|' => None,
            _ if self.key_length().is_some() => {
                self.indent = indent + self.at - dash;
                self.map(self.indent)
            }
            _ => {
                self.value(false)?;
                self.end_value(indent)
            }
        }
    }

    fn value(&mut self, in_flow: bool) -> Option<()> {
        match self.peek()? {
            quote @ (b'"' | b'\'') => self.quoted(quote),
            b'{' => self.flow_map(),
            b'[' => self.flow_list(),
            b'-' if !self.peek_after(1)?.is_ascii_digit() => None,
            b'?' | b':' | b',' | b']' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'%'
            | b'@' | b'`' => None,
            _ => self.scalar(in_flow),
        }
    }

    // Text within quotes as it stands: nothing escaped, all on one line.
    fn quoted(&mut self, quote: u8) -> Option<()> {
        let start = self.at;
        let rest = &self.bytes[start + 1..];
        let length =
            rest.iter().position(|byte| matches!(*byte, b'\\' | b'\n') || *byte == quote)?;
        let end = start + 1 + length;
        // A quote doubled within `'…'` stands for one.
        if self.bytes[end] != quote || self.bytes.get(end + 1) == Some(&quote) {
            return None;
        }
        let style = if quote == b'"' { Style::Double } else { Style::Single };
        self.at = end + 1;
        self.push(style, start, self.at);
        Some(())
    }

    fn scalar(&mut self, in_flow: bool) -> Option<()> {
        let start = self.at;
        while let Some(byte) = self.peek() {
            let next = self.peek_after(1);
            let breaks = matches!(next, None | Some(b' ' | b'\n'));
            match byte {
                b'\n' => break,
                b'#' if self.bytes[self.at - 1] == b' ' => break,
                b':' if breaks => return None,
                b',' | b']' | b'}' if in_flow => break,
                b'[' | b'{' if in_flow => return None,
                b':' if in_flow && matches!(next, Some(b',' | b'[' | b']' | b'{' | b'}')) => {
                    return None;
                }
                _ => self.at += 1,
            }
        }
        let blanks = self.bytes[start..self.at].iter().rev().take_while(|byte| **byte == b' ');
        self.at -= blanks.count();
        self.push(Style::Plain, start, self.at);
        Some(())
    }

    fn flow_map(&mut self) -> Option<()> {
        self.flow(Shape::Map, b'}', |reader| {
            reader.key()?;
            if reader.peek() != Some(b' ') {
                return None;
            }
            reader.skip_spaces();
            reader.value(true)
        })
    }

    fn flow_list(&mut self) -> Option<()> {
        self.flow(Shape::List, b']', |reader| reader.value(true))
    }

    fn flow(
        &mut self,
        shape: Shape,
        closing: u8,
        part: impl Fn(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.deeper()?;
        let whole = self.tree.open(shape, Style::Flow, self.at);
        self.at += 1;
        self.skip_spaces();
        while self.peek()? != closing {
            part(self)?;
            self.skip_spaces();
            match self.peek()? {
                b',' => {
                    self.at += 1;
                    self.skip_spaces();
                    if self.peek() == Some(closing) {
                        return None;
                    }
                }
                other if other == closing => {}
                _ => return None,
            }
        }
        self.at += 1;
        self.close(whole, self.at);
        Some(())
    }

    // `|` or `|-`, with lines indented alike or more, up to the next content outside.
    fn literal(&mut self, indent: usize) -> Option<()> {
        self.at += 1;
        let strips = self.peek() == Some(b'-');
        self.at += usize::from(strips);
        if self.peek() != Some(b'\n') {
            return None;
        }
        let first = self.at + 1;
        let blanks = self.bytes[first..].iter().take_while(|byte| **byte == b' ').count();
        if blanks <= indent {
            return None;
        }
        let (text, end) = self.literal_text(first, blanks)?;
        let whole = text.trim_end_matches('\n').len();
        let kept = if strips { whole } else { whole + 1 };
        self.next_line(end);
        self.tree.push_scalar(Style::Literal, first + blanks, self.at, text.get(..kept)?);
        // A comment right below belongs to nobody knows what.
        let follows = if self.is_at_end() { self.at } else { self.at - self.indent };
        (follows == end && self.indent <= indent).then_some(())
    }

    // The lines without their indentation, and where the next content's line begins.
    fn literal_text(&self, first: usize, blanks: usize) -> Option<(String, usize)> {
        let mut text = String::new();
        let mut at = first;
        for line in self.tree.source().get(first..)?.split_inclusive('\n') {
            let content = line.trim_start_matches(' ');
            let lead = line.len() - content.len();
            match content {
                "\n" if lead == 0 && at > first => text.push('\n'),
                "" | "\n" => return None,
                _ if lead < blanks => break,
                _ if !line.ends_with('\n') => return None,
                _ => text.push_str(&line[blanks..]),
            }
            at += line.len();
        }
        Some((text, at))
    }

    fn push(&mut self, style: Style, start: usize, end: usize) {
        self.tree.push_own(style, start, end);
    }
}

#[cfg(test)]
mod tests;
