//! Finds in the bytes what the tree does not keep: colons, dashes, comments, the ends of values.

use std::ops::Range;

use crate::base::route::{Key, Route};
use crate::base::text::Text;
use crate::say;
use crate::text::tree::{Node, Shape, Style, Tree};

/// A value and the bytes around it.
#[derive(Clone, Copy)]
pub(super) struct Spot<'t> {
    pub(super) node: Node<'t>,
    /// The first byte of the entry: its key or its dash; in a flow list, of the value.
    pub(super) start: usize,
    /// The byte after its colon or dash; in a flow list, the value's first.
    pub(super) intro: usize,
    /// Whether it stands within `[…]` or `{…}`.
    pub(super) in_flow: bool,
    /// Whether it is an item of a list.
    pub(super) is_item: bool,
}

/// The deepest value that a route leads to, with the values on the way.
pub(super) struct Walk<'t> {
    pub(super) path: Vec<Spot<'t>>,
    /// How many steps of the route were found.
    pub(super) depth: usize,
}

impl<'t> Walk<'t> {
    /// The last value found.
    pub(super) fn last(&self) -> Option<Spot<'t>> {
        self.path.last().copied()
    }

    /// The value around the last one.
    pub(super) fn parent(&self) -> Option<Spot<'t>> {
        self.path.iter().rev().nth(1).copied()
    }
}

/// Follows `route` as far as it exists.
pub(super) fn walk<'t>(tree: &'t Tree<'t>, route: &Route) -> Result<Walk<'t>, Text> {
    let mut walk = Walk { path: Vec::new(), depth: 0 };
    let Some(root) = tree.root() else { return Ok(walk) };
    let intro = content_start(tree.source());
    let mut spot = Spot { node: root, start: intro, intro, in_flow: false, is_item: false };
    walk.path.push(spot);
    for key in route.keys() {
        let Some(next) = step(spot, key)? else { break };
        walk.path.push(next);
        walk.depth += 1;
        spot = next;
    }
    Ok(walk)
}

fn step<'t>(spot: Spot<'t>, key: &Key) -> Result<Option<Spot<'t>>, Text> {
    let Some(node) = spot.node.step(key) else { return Ok(None) };
    let children = children(spot)?;
    Ok(children.into_iter().find(|child| child.node.index() == node.index()))
}

/// The entries of a mapping or the items of a list, in the file's order.
pub(super) fn children(spot: Spot<'_>) -> Result<Vec<Spot<'_>>, Text> {
    let in_flow = spot.in_flow || spot.node.style() == Style::Flow;
    if spot.node.shape() == Shape::Map {
        let entry = |(key, node)| entry(key, node, in_flow);
        return spot.node.entries().map(entry).collect();
    }
    let mut found: Vec<Spot<'_>> = Vec::new();
    for node in spot.node.items() {
        // The end of the last item is not asked for here, lest `end` look at it twice a level.
        let from = match found.last() {
            Some(previous) if !in_flow => end(*previous)?,
            _ => spot.intro,
        };
        found.push(item(node, from, in_flow)?);
    }
    Ok(found)
}

fn entry<'t>(key: Node<'t>, node: Node<'t>, in_flow: bool) -> Result<Spot<'t>, Text> {
    let source = key.tree().source();
    let colon = skip_blanks(source, key.end());
    if byte(source, colon) != Some(b':') {
        return Err(unusual(source, key.start()));
    }
    Ok(Spot { node, start: key.start(), intro: colon + 1, in_flow, is_item: false })
}

fn item(node: Node<'_>, from: usize, in_flow: bool) -> Result<Spot<'_>, Text> {
    if in_flow {
        let (start, intro) = (node.start(), node.start());
        return Ok(Spot { node, start, intro, in_flow, is_item: true });
    }
    let source = node.tree().source();
    let dash = skip_gap(source, from);
    if byte(source, dash) != Some(b'-') {
        return Err(unusual(source, node.start()));
    }
    Ok(Spot { node, start: dash, intro: dash + 1, in_flow, is_item: true })
}

/// The byte after the content of a value, before the comment and the end of its last line.
pub(super) fn end(spot: Spot<'_>) -> Result<usize, Text> {
    match spot.node.style() {
        Style::Literal | Style::Folded => Ok(block_scalar(spot)?.end),
        Style::Block => match children(spot)?.last() {
            Some(last) => end(*last),
            None => Ok(spot.intro),
        },
        _ if is_absent(spot.node) => Ok(spot.intro),
        _ => Ok(spot.node.end()),
    }
}

/// Whether nothing is written where the value should stand.
pub(super) fn is_absent(node: Node<'_>) -> bool {
    node.style() == Style::Plain && node.start() == node.end()
}

/// The bytes of a `|` or `>` scalar from after its header's signs to the end of its last line.
/// The parser's span begins at the content and ends somewhere behind it.
pub(super) fn block_scalar(spot: Spot<'_>) -> Result<Range<usize>, Text> {
    let source = spot.node.tree().source();
    let header = skip_gap(source, spot.intro);
    let signs = source[header..].bytes().take_while(|b| b"|>+-0123456789".contains(b)).count();
    if signs == 0 {
        return Err(unusual(source, header));
    }
    let keeps_blanks = source[header..header + signs].contains('+');
    let indent = column(source, spot.start);
    let mut end = line_end(source, header);
    let mut line = next_line(source, header);
    while line < source.len() {
        let stop = line_end(source, line);
        let text = &source[line..stop];
        let is_blank = text.bytes().all(|b| b == b' ');
        if !is_blank && text.len() - text.trim_start_matches(' ').len() <= indent {
            break;
        }
        if !is_blank || keeps_blanks {
            end = stop;
        }
        line = next_line(source, line);
    }
    Ok(header + signs..end)
}

/// Where the first node may begin: after directives and `---`.
fn content_start(source: &str) -> usize {
    let mut at = 0;
    loop {
        at = skip_gap(source, at);
        if source[at..].starts_with("---") {
            return at + 3;
        }
        if byte(source, at) != Some(b'%') {
            return at;
        }
        at = next_line(source, at);
    }
}

/// The first byte after blanks, line ends and comments.
pub(super) fn skip_gap(source: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = &source[at..];
        at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
        if byte(source, at) != Some(b'#') {
            return at;
        }
        at = next_line(source, at);
    }
}

/// The first byte after blanks on the same line.
pub(super) fn skip_blanks(source: &str, from: usize) -> usize {
    let rest = &source[from..];
    from + rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// The byte at `at`.
pub(super) fn byte(source: &str, at: usize) -> Option<u8> {
    source.as_bytes().get(at).copied()
}

/// The first byte of the line.
pub(super) fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The end of the line's text, before its line end.
pub(super) fn line_end(source: &str, at: usize) -> usize {
    let stop = source[at..].find('\n').map_or(source.len(), |found| at + found);
    if stop > at && byte(source, stop - 1) == Some(b'\r') { stop - 1 } else { stop }
}

/// The first byte of the next line, or the end of the text.
pub(super) fn next_line(source: &str, at: usize) -> usize {
    source[at..].find('\n').map_or(source.len(), |found| at + found + 1)
}

/// The bytes before `at` on its line; keys and dashes have only spaces and dashes before them.
pub(super) fn column(source: &str, at: usize) -> usize {
    at - line_start(source, at)
}

/// Whether only spaces stand before `at` on its line.
pub(super) fn begins_line(source: &str, at: usize) -> bool {
    source[line_start(source, at)..at].bytes().all(|b| b == b' ')
}

/// Whether the line at `at` is a comment on its own, and how far it is indented.
pub(super) fn comment_indent(source: &str, at: usize) -> Option<usize> {
    let text = skip_blanks(source, at);
    (byte(source, text) == Some(b'#')).then_some(text - at)
}

fn unusual(source: &str, at: usize) -> Text {
    let line = crate::text::tree::position(source, at).line;
    say!(
        en: "line {line} is written in a way that cannot be edited safely; edit it by hand",
        zh: "第 {line} 行的写法无法安全地自动修改，请手工编辑"
    )
}
