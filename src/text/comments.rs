//! Which comment of a file belongs to which value.
//!
//! A comment at the end of a line belongs to the value of that line. A comment on its own line
//! belongs to the key or item that follows, or, indented deeper than that, to the end of the block
//! it is indented in. Comments at the top that a blank line parts from the first key belong to the
//! file.

use std::ops::Range;

use super::emit::{field_of, is_plain};
use super::noted::{Body, Noted};
use super::tree::{Node, Shape as Form, Style};
use crate::base::field::Shape;

/// The record at `root` with the comments of its file, which stand at `ranges` in it, from the `#`
/// on and in its order. Those of the file itself are above the record.
pub(super) fn attach<'t>(root: Node<'t>, shape: Shape, ranges: &[Range<usize>]) -> Noted<'t> {
    let source = root.tree().source();
    let comments: Vec<Comment<'t>> =
        ranges.iter().map(|range| Comment::new(source, range)).collect();
    let mut reader = Reader { source, comments: &comments };
    let header = reader.header(root.start());
    let indent = (root.style() == Style::Block).then(|| reader.column(root.start()));
    let mut noted = Noted::bare(reader.body(root, indent, Some(shape), Follower::NONE));
    noted.above = header;
    if let Body::Map(_, below) | Body::List(_, below) = &mut noted.body {
        below.extend(reader.comments.iter().map(|comment| comment.text));
    }
    noted
}

struct Comment<'s> {
    text: &'s str,
    start: usize,
    // How many bytes of space it is indented by, where it has a line of its own.
    indent: Option<usize>,
}

impl<'s> Comment<'s> {
    fn new(source: &'s str, range: &Range<usize>) -> Comment<'s> {
        let head = &source[..range.start];
        let code = head.trim_end_matches([' ', '\t']);
        let own_line = code.is_empty() || code.ends_with(['\n', '\r']);
        Comment {
            text: source[range.clone()].trim_end(),
            start: range.start,
            indent: own_line.then(|| head.len() - code.len()),
        }
    }

    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

// The key or item after a value: where it starts and how far it is indented.
#[derive(Clone, Copy)]
struct Follower {
    start: usize,
    indent: Option<usize>,
}

impl Follower {
    const NONE: Follower = Follower { start: usize::MAX, indent: None };
}

struct Reader<'r, 't> {
    source: &'t str,
    // Those that no value has taken yet.
    comments: &'r [Comment<'t>],
}

impl<'t> Reader<'_, 't> {
    // The comments up to the last blank line above the first key; blank lines are kept as such.
    fn header(&mut self, first_key: usize) -> Vec<&'t str> {
        let above = self.comments.iter().take_while(|comment| comment.start < first_key).count();
        let mut lines = Vec::new();
        let mut end = 0;
        for at in 0..above {
            lines.push(self.comments[at].text);
            let next = if at + 1 < above { self.comments[at + 1].start } else { first_key };
            if has_blank_line(&self.source[self.comments[at].end()..next]) {
                lines.push("");
                end = at + 1;
            }
        }
        self.comments = &self.comments[end..];
        let kept = lines.iter().rposition(|line| line.is_empty()).map_or(0, |blank| blank + 1);
        lines.truncate(kept);
        lines
    }

    fn body(
        &mut self,
        node: Node<'t>,
        indent: Option<usize>,
        shape: Option<Shape>,
        after: Follower,
    ) -> Body<'t> {
        match node.shape() {
            Form::Scalar if node.is_null() => Body::Null,
            Form::Scalar => Body::Scalar { text: node.text(), plain: is_plain(shape) },
            Form::List => {
                let items = self.items(node, indent, shape, after);
                Body::List(items, self.below(node, indent, after))
            }
            Form::Map => {
                let entries = self.entries(node, indent, shape, after);
                Body::Map(entries, self.below(node, indent, after))
            }
        }
    }

    fn items(
        &mut self,
        node: Node<'t>,
        indent: Option<usize>,
        shape: Option<Shape>,
        after: Follower,
    ) -> Vec<Noted<'t>> {
        let mut items = Vec::new();
        let mut rest = node.items().peekable();
        while let Some(item) = rest.next() {
            // The parser has a `|` scalar start below its header.
            let literal = matches!(item.style(), Style::Literal | Style::Folded);
            let start = if literal { 0 } else { item.start() };
            let next = rest.peek().map_or(after, |next| Follower { start: next.start(), indent });
            items.push(self.value(start..start, item, shape, next));
        }
        items
    }

    fn entries(
        &mut self,
        node: Node<'t>,
        indent: Option<usize>,
        shape: Option<Shape>,
        after: Follower,
    ) -> Vec<(&'t str, Noted<'t>)> {
        let mut entries = Vec::new();
        let mut rest = node.entries().peekable();
        while let Some((key, value)) = rest.next() {
            let shape = field_of(shape, key.text()).map(|field| field.shape);
            let next =
                rest.peek().map_or(after, |(key, _)| Follower { start: key.start(), indent });
            entries.push((key.text(), self.value(key.start()..key.end(), value, shape, next)));
        }
        entries
    }

    // The value behind the key at `head`; that of an item is empty.
    fn value(
        &mut self,
        head: Range<usize>,
        node: Node<'t>,
        shape: Option<Shape>,
        after: Follower,
    ) -> Noted<'t> {
        let mut noted = Noted::bare(Body::Null);
        while let Some(comment) = self.take_if(|comment| comment.start < head.start) {
            noted.above.push(comment.text);
        }
        let block = node.shape() != Form::Scalar && node.style() == Style::Block;
        let start = if head.is_empty() { node.start() } else { self.start(node) };
        // Own lines above a block belong to its first key or item.
        let is_before = |c: &Comment<'_>| c.start < start && (!block || c.indent.is_none());
        while let Some(comment) = self.take_if(is_before) {
            match comment.indent {
                Some(_) => noted.put_above(comment.text),
                None => noted.put_beside(comment.text),
            }
        }
        let indent = (node.style() == Style::Block).then(|| self.column(start));
        noted.body = self.body(node, indent, shape, after);
        if !block && let Some(comment) = self.take_on_line(head.end.max(node.end())) {
            noted.put_beside(comment.text);
        }
        noted
    }

    // Where a value of a mapping starts. The parser has a list whose items stand as far left as its
    // key start behind its first `-`.
    fn start(&self, node: Node<'_>) -> usize {
        if node.shape() != Form::List || node.style() != Style::Block {
            return node.start();
        }
        let line = node.start() - self.column(node.start());
        let spaces = self.source[line..].bytes().take_while(|byte| *byte == b' ').count();
        let dash = line + spaces;
        if self.source[dash..].starts_with('-') { dash } else { node.start() }
    }

    // The comments that close a collection: in brackets all that are left, in a block those that
    // are indented in it and deeper than what follows.
    fn below(&mut self, node: Node<'t>, indent: Option<usize>, after: Follower) -> Vec<&'t str> {
        let closes = |comment: &Comment<'_>| match indent {
            None => comment.start < node.end(),
            Some(_) => {
                comment.start < after.start
                    && comment.indent >= indent
                    && comment.indent > after.indent
            }
        };
        std::iter::from_fn(|| self.take_if(closes).map(|comment| comment.text)).collect()
    }

    // The comment that only spaces and punctuation part from the value that ends at `end`.
    fn take_on_line(&mut self, end: usize) -> Option<&Comment<'t>> {
        let source = self.source;
        let is_near = |comment: &Comment<'_>| {
            let between = source.as_bytes().get(end..comment.start);
            between.is_some_and(|bytes| bytes.iter().all(|byte| b" \t,:".contains(byte)))
        };
        self.take_if(|comment| comment.indent.is_none() && is_near(comment))
    }

    fn take_if(&mut self, wanted: impl Fn(&Comment<'_>) -> bool) -> Option<&Comment<'t>> {
        let (first, rest) = self.comments.split_first()?;
        if !wanted(first) {
            return None;
        }
        self.comments = rest;
        Some(first)
    }

    // In bytes: before a block there are only spaces, `-`, `?` and `:`.
    fn column(&self, offset: usize) -> usize {
        let head = &self.source[..offset];
        offset - head.rfind(['\n', '\r']).map_or(0, |at| at + 1)
    }
}

fn has_blank_line(between: &str) -> bool {
    between.replace("\r\n", "\n").matches(['\n', '\r']).count() > 1
}
