//! Adds an item to a list, in the form of the items that are there.

use super::File;
use super::insert::{below, lines};
use super::locate::{Spot, children, column, end, line_end, skip_blanks, walk};
use super::set::{replace, set};
use super::splice::Splice;
use super::write::{Writer, flow};
use crate::base::route::{Key, Route};
use crate::base::text::Text;
use crate::base::value::Value;
use crate::say;
use crate::text::tree::{Shape, Style};

/// The splice that adds `value` to the list at `route`.
pub(super) fn append(file: &File<'_>, route: &Route, value: &Value) -> Result<Splice, Text> {
    let walk = walk(file.tree, route)?;
    let list = Value::List(vec![value.clone()]);
    let Some(spot) = walk.last().filter(|_| walk.depth == route.keys().len()) else {
        return set(file, route, &list);
    };
    let is_list = spot.node.shape() == Shape::List;
    let Some(last) = children(spot)?.last().copied().filter(|_| is_list) else {
        if is_list || spot.node.is_null() {
            return replace(file, spot, route, &list);
        }
        return Err(say!(en: "`{route}` is not a list", zh: "`{route}` 不是列表"));
    };
    if spot.node.style() == Style::Flow {
        return Ok(Splice::insert(end(last)?, format!(", {}", flow(value))));
    }
    item(file, route, last, value)
}

fn item(file: &File<'_>, route: &Route, last: Spot<'_>, value: &Value) -> Result<Splice, Text> {
    let source = file.source;
    let dash = column(source, last.start);
    let gap = gap(source, last.intro);
    let route = route.clone().with(Key::Index(0));
    let inline = last.node.style() == Style::Flow;
    let written = Writer { layout: file.layout }.after_dash(value, dash + 1 + gap, &route, inline);
    let text = format!("{}-{}{}{}", " ".repeat(dash), " ".repeat(gap), written.head, written.below);
    Ok(lines(source, below(source, end(last)?, dash), &text))
}

// The spaces between a dash and its value, as the items above have them.
fn gap(source: &str, dash_end: usize) -> usize {
    let value = skip_blanks(source, dash_end);
    let width = value - dash_end;
    if value == line_end(source, dash_end) || width > 8 { 1 } else { width.max(1) }
}
