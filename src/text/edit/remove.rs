//! Takes a key or a list item out, with the comment on its line; comments on their own lines stay.

use std::ops::Range;

use super::File;
use super::locate::{
    Spot, begins_line, byte, children, end, line_end, line_start, next_line, skip_blanks, skip_gap,
    walk,
};
use super::splice::Splice;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::say;
use crate::text::tree::{Shape, Style};

/// The splice that takes out what stands at `route`.
pub(super) fn remove(file: &File<'_>, route: &Route) -> Result<Splice, Text> {
    let walk = walk(file.tree, route)?;
    let spots = (walk.last(), walk.parent());
    let (Some(spot), Some(parent), true) = (spots.0, spots.1, walk.depth == route.keys().len())
    else {
        return Err(say!(en: "nothing stands at `{route}`", zh: "`{route}` 处没有内容"));
    };
    let siblings = children(parent)?;
    if parent.node.style() == Style::Flow {
        return remove_in_flow(file.source, parent, &siblings, spot);
    }
    let mut lines = block_entry(file.source, spot)?;
    if walk.depth == 1 && is_gap_its_own(file, parent, route) {
        lines.start = without_blank_above(file.source, lines.start);
    }
    if siblings.len() > 1 || (walk.depth == 1 && parent.node.shape() == Shape::Map) {
        return Ok(Splice::cut(lines));
    }
    empty(file.source, parent, spot, lines)
}

// The lines of an entry; where a dash stands before it, only as much as moves the next one up.
fn block_entry(source: &str, spot: Spot<'_>) -> Result<Range<usize>, Text> {
    let stop = next_line(source, end(spot)?);
    if begins_line(source, spot.start) {
        return Ok(line_start(source, spot.start)..after_blanks(source, spot.start, stop));
    }
    let rest = &source[stop..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    Ok(spot.start..stop + blank)
}

// Whether the blank line above a key of the record stands there for this key alone.
fn is_gap_its_own(file: &File<'_>, record: Spot<'_>, route: &Route) -> bool {
    let name = route.head().unwrap_or_default();
    let next =
        record.node.entries().map(|(key, _)| key.text()).skip_while(|key| *key != name).nth(1);
    let apart = |name: &str| file.layout.apart(&Route::name(name));
    apart(name) && !next.is_some_and(apart)
}

fn without_blank_above(source: &str, line: usize) -> usize {
    let Some(above) = line.checked_sub(1).map(|above| line_start(source, above)) else {
        return line;
    };
    if above > 0 && source[above..line].trim().is_empty() { above } else { line }
}

// One of two blank lines that would meet goes as well.
fn after_blanks(source: &str, start: usize, stop: usize) -> usize {
    let line = line_start(source, start);
    let is_blank = |at: usize| source[at..line_end(source, at)].trim().is_empty();
    let above = line == 0 || is_blank(line_start(source, line - 1));
    if above && stop < source.len() && is_blank(stop) { next_line(source, stop) } else { stop }
}

// The collection that loses its only entry stays as `[]` or `{}` behind its colon or dash.
fn empty(
    source: &str,
    parent: Spot<'_>,
    spot: Spot<'_>,
    lines: Range<usize>,
) -> Result<Splice, Text> {
    let brackets = if parent.node.shape() == Shape::List { "[]" } else { "{}" };
    if begins_line(source, spot.start) {
        let mark = Splice::insert(parent.intro, format!(" {brackets}"));
        return Ok(mark.and(Splice::cut(lines)));
    }
    Ok(Splice::replace(spot.start..end(spot)?, brackets))
}

fn remove_in_flow(
    source: &str,
    parent: Spot<'_>,
    siblings: &[Spot<'_>],
    spot: Spot<'_>,
) -> Result<Splice, Text> {
    let at = siblings.iter().position(|sibling| sibling.start == spot.start).unwrap_or(0);
    let stop = end(spot)?;
    let comma = skip_gap(source, stop);
    let stop = if byte(source, comma) == Some(b',') { comma + 1 } else { stop };
    let (open, close) = (parent.node.start() + 1, parent.node.end() - 1);
    let before = match at.checked_sub(1) {
        Some(previous) => end(siblings[previous])?,
        None => open,
    };
    let after = siblings.get(at + 1).map_or(close, |next| next.start);
    let is_free = |range: Range<usize>| !source[range].contains('#');
    if siblings.len() == 1 && is_free(open..spot.start) && is_free(stop..close) {
        return Ok(Splice::cut(open..close));
    }
    if at + 1 < siblings.len() && is_free(stop..after) {
        return Ok(Splice::cut(spot.start..after));
    }
    if at + 1 == siblings.len() && at > 0 && is_free(before..spot.start) {
        return Ok(Splice::cut(before..end(spot)?));
    }
    Ok(Splice::cut(commented(source, spot.start, stop)))
}

// Among comments an item goes with its line if it has one of its own.
fn commented(source: &str, start: usize, stop: usize) -> Range<usize> {
    let rest = skip_blanks(source, stop);
    let alone = rest == line_end(source, stop) || byte(source, rest) == Some(b'#');
    if alone && begins_line(source, start) {
        return line_start(source, start)..next_line(source, stop);
    }
    start..stop
}
