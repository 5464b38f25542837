//! Puts a new key into a mapping, at its place in the canonical order.

use super::File;
use super::locate::{
    Spot, begins_line, children, column, comment_indent, end, line_end, line_start, next_line,
};
use super::splice::Splice;
use super::write::{Writer, flow_entry};
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::text::tree::Style;

/// The neighbour that a new key goes to, as a position among the entries.
#[derive(Clone, Copy)]
enum Place {
    After(usize),
    Before(usize),
}

/// The splice that puts `name: value` into the mapping at `spot`, which has keys.
pub(super) fn entry(
    file: &File<'_>,
    spot: Spot<'_>,
    here: &Route,
    name: &str,
    value: &Value,
) -> Result<Splice, Text> {
    let siblings = children(spot)?;
    let names: Vec<&str> = spot.node.entries().map(|(key, _)| key.text()).collect();
    let place = place(&names, &file.layout.order(here), name);
    if spot.node.style() == Style::Flow {
        let entry = flow_entry(name, value);
        return Ok(match place {
            Place::After(at) => Splice::insert(end(siblings[at])?, format!(", {entry}")),
            Place::Before(at) => Splice::insert(siblings[at].start, format!("{entry}, ")),
        });
    }
    let indent = column(file.source, siblings[0].start);
    let route = here.clone().then(name);
    let text = Writer { layout: file.layout }.entry(name, value, indent, &route);
    let at = match place {
        Place::Before(0) if !begins_line(file.source, siblings[0].start) => {
            let text = format!("{text}\n{}", " ".repeat(indent));
            return Ok(Splice::insert(siblings[0].start, text));
        }
        Place::Before(at) => above_comments(file.source, siblings[at].start),
        Place::After(at) => below(file.source, end(siblings[at])?, indent),
    };
    let text = format!("{}{text}", " ".repeat(indent));
    if !here.is_root() {
        return Ok(lines(file.source, at, &text));
    }
    let gaps = Gaps { file, names: &names, siblings: &siblings };
    Ok(gaps.insert(place, at, name, &text))
}

// After the nearest key that precedes it in the order, else before the nearest that follows. Where
// the keys are free (tags) and stand sorted, the new one does not spoil that.
fn place(names: &[&str], order: &[&str], name: &str) -> Place {
    if order.is_empty() && names.len() > 1 && names.is_sorted() {
        let at = names.partition_point(|known| *known < name);
        return at.checked_sub(1).map_or(Place::Before(0), Place::After);
    }
    let position = |key: &&str| names.iter().position(|name| name == key);
    let end = Place::After(names.len() - 1);
    let Some(rank) = order.iter().position(|key| *key == name) else { return end };
    let before = order[..rank].iter().rev().find_map(position).map(Place::After);
    let after = || order[rank + 1..].iter().find_map(position).map(Place::Before);
    before.or_else(after).unwrap_or(end)
}

/// The splice that adds whole lines at the start of the line at `at`, or at the end of the text.
pub(super) fn lines(source: &str, at: usize, text: &str) -> Splice {
    let open = at == source.len() && at > 0 && !source.ends_with('\n');
    let lead = if open { "\n" } else { "" };
    Splice::insert(at, format!("{lead}{text}\n"))
}

/// The start of the line below a value that ends at `end`, and below the comments that follow it
/// indented deeper than `indent`: they speak of what the value holds.
pub(super) fn below(source: &str, end: usize, indent: usize) -> usize {
    let mut line = next_line(source, end);
    while comment_indent(source, line).is_some_and(|deep| deep > indent) {
        line = next_line(source, line);
    }
    line
}

// The start of the lines of comments that stand directly above the line of `at`.
fn above_comments(source: &str, at: usize) -> usize {
    let mut line = line_start(source, at);
    while line > 0 {
        let above = line_start(source, line - 1);
        if comment_indent(source, above).is_none() {
            break;
        }
        line = above;
    }
    line
}

// Blank lines between the keys of a record.
struct Gaps<'a, 'f> {
    file: &'a File<'f>,
    names: &'a [&'a str],
    siblings: &'a [Spot<'a>],
}

impl Gaps<'_, '_> {
    // Parts the new key from its neighbours where the layout wants it and the file does so.
    fn insert(&self, place: Place, at: usize, name: &str, text: &str) -> Splice {
        let source = self.file.source;
        let (before, after) = match place {
            Place::After(index) => (Some(index), Some(index + 1)),
            Place::Before(index) => (index.checked_sub(1), Some(index)),
        };
        let follows = after.and_then(|index| self.names.get(index));
        if !self.are_used() {
            return lines(source, at, text);
        }
        // As in the canonical form, the blank line stands above what stands apart.
        let lead = before.is_some() && self.is_apart(name);
        let tail = follows.is_some_and(|other| self.is_apart(other));
        let at = if lead { skip_blank_lines(source, at) } else { at };
        let lead = if lead && !is_blank_above(source, at) { "\n" } else { "" };
        let tail = if tail && !is_blank_line(source, at) { "\n" } else { "" };
        lines(source, at, &format!("{lead}{text}{tail}"))
    }

    fn is_apart(&self, name: &str) -> bool {
        self.file.layout.apart(&Route::name(name))
    }

    // A file without keys that stand apart has had no occasion to use any.
    fn are_used(&self) -> bool {
        let source = self.file.source;
        let no_occasion = !self.names.iter().skip(1).any(|name| self.is_apart(name));
        no_occasion
            || self
                .siblings
                .iter()
                .skip(1)
                .any(|sibling| is_blank_above(source, above_comments(source, sibling.start)))
    }
}

fn skip_blank_lines(source: &str, at: usize) -> usize {
    let mut line = at;
    while line < source.len() && is_blank_line(source, line) {
        line = next_line(source, line);
    }
    line
}

fn is_blank_line(source: &str, at: usize) -> bool {
    source[at..line_end(source, at)].trim().is_empty()
}

fn is_blank_above(source: &str, line: usize) -> bool {
    source[..line].ends_with('\n') && is_blank_line(source, line_start(source, line - 1))
}
