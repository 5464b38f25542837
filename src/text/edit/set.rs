//! Sets a value: in place of the one that stands there, or as a new key.

use std::ops::Range;

use super::locate::{Spot, block_scalar, children, column, end, is_absent, line_end, walk};
use super::splice::Splice;
use super::write::{Writer, Written, flow};
use super::{File, insert};
use crate::base::route::{Key, Route};
use crate::base::text::Text;
use crate::base::value::Value;
use crate::say;
use crate::text::quote;
use crate::text::tree::{Shape, Style};

/// The splice that puts `value` at `route`.
pub(super) fn set(file: &File<'_>, route: &Route, value: &Value) -> Result<Splice, Text> {
    let walk = walk(file.tree, route)?;
    let (found, missing) = route.keys().split_at(walk.depth);
    let here = found.iter().cloned().fold(Route::root(), Route::with);
    let Some((name, inner)) = missing.split_first() else {
        return match walk.last() {
            Some(spot) => replace(file, spot, &here, value),
            None => Err(no_place(route)),
        };
    };
    let value = nest(inner, value);
    let is_root = walk.depth == 0;
    match walk.last() {
        Some(spot) if has_keys(spot) => insert::entry(file, spot, &here, &name.to_string(), &value),
        Some(spot) if is_empty(spot) && !is_root => {
            let map = Value::Map(vec![(name.to_string(), value)]);
            replace(file, spot, &here, &map)
        }
        spot if is_root && spot.is_none_or(is_empty) => {
            Ok(first_key(file, spot, &name.to_string(), &value))
        }
        _ => Err(no_place(route)),
    }
}

fn has_keys(spot: Spot<'_>) -> bool {
    spot.node.entries().next().is_some()
}

fn is_empty(spot: Spot<'_>) -> bool {
    spot.node.is_null() || (spot.node.shape() == Shape::Map && !has_keys(spot))
}

fn nest(names: &[Key], value: &Value) -> Value {
    names
        .iter()
        .rev()
        .fold(value.clone(), |inner, name| Value::Map(vec![(name.to_string(), inner)]))
}

fn no_place(route: &Route) -> Text {
    say!(en: "there is no place for `{route}` in this file", zh: "文件中没有可以写入 `{route}` 的位置")
}

// A file without keys takes its first one behind its comments, or in place of its `{}`.
fn first_key(file: &File<'_>, spot: Option<Spot<'_>>, name: &str, value: &Value) -> Splice {
    let source = file.source;
    let writer = Writer { layout: file.layout };
    let entry = writer.entry(name, value, 0, &Route::name(name));
    if let Some(spot) = spot.filter(|spot| !is_absent(spot.node)) {
        return Splice::replace(spot.node.start()..spot.node.end(), entry);
    }
    let begins = source.is_empty() || source.ends_with('\n');
    let lead = if begins { "" } else { "\n" };
    Splice::insert(source.len(), format!("{lead}{entry}\n"))
}

/// The splice that puts `value` in place of the value at `spot`, whose route is `here`.
pub(super) fn replace(
    file: &File<'_>,
    spot: Spot<'_>,
    here: &Route,
    value: &Value,
) -> Result<Splice, Text> {
    if spot.in_flow {
        return Ok(replace_in_flow(spot, value));
    }
    let written = write(file, spot, here, value);
    let is_inline = !is_absent(spot.node) && !is_below(spot);
    if is_inline && written.below.is_empty() && !written.head.is_empty() {
        return Ok(Splice::replace(spot.node.start()..spot.node.end(), written.head));
    }
    let old = old(file.source, spot)?;
    let note = file.source[old.note].trim_end();
    let close = if old.stop == file.source.len() && !written.below.is_empty() { "\n" } else { "" };
    let text = format!("{}{note}{}{close}", written.spaced_head(), written.below);
    Ok(Splice::replace(spot.intro..old.stop, text))
}

fn replace_in_flow(spot: Spot<'_>, value: &Value) -> Splice {
    if is_absent(spot.node) {
        return Splice::insert(spot.intro, format!(" {}", flow(value)));
    }
    let text = same_quotes(spot.node.style(), value).unwrap_or_else(|| flow(value));
    Splice::replace(spot.node.start()..spot.node.end(), text)
}

fn write(file: &File<'_>, spot: Spot<'_>, here: &Route, value: &Value) -> Written {
    let writer = Writer { layout: file.layout };
    let indent = column(file.source, spot.start) + 2;
    let mut written = if spot.is_item {
        writer.after_dash(value, indent, here, file.layout.inline(here))
    } else {
        writer.after_colon(value, indent, here)
    };
    let is_line = written.below.is_empty();
    if let Some(text) = same_quotes(spot.node.style(), value).filter(|_| is_line) {
        written.head = text;
    }
    written
}

fn same_quotes(style: Style, value: &Value) -> Option<String> {
    match (style, value) {
        (Style::Single | Style::Double, Value::Scalar(scalar)) if !scalar.plain => {
            Some(quote::quoted(&scalar.text, style))
        }
        _ => None,
    }
}

fn is_below(spot: Spot<'_>) -> bool {
    matches!(spot.node.style(), Style::Literal | Style::Folded | Style::Block)
}

// What a value leaves behind when it goes: the comment on the line of its key or dash.
struct Old {
    note: Range<usize>,
    stop: usize,
}

fn old(source: &str, spot: Spot<'_>) -> Result<Old, Text> {
    match spot.node.style() {
        Style::Literal | Style::Folded => {
            let body = block_scalar(spot)?;
            Ok(Old { note: body.start..line_end(source, body.start), stop: body.end })
        }
        Style::Block => {
            let first = children(spot)?.first().map_or(spot.intro, |child| child.start);
            let line = line_end(source, spot.intro);
            let note = if line < first { spot.intro..line } else { spot.intro..spot.intro };
            Ok(Old { note, stop: line_end(source, end(spot)?) })
        }
        _ => {
            let from = if is_absent(spot.node) { spot.intro } else { spot.node.end() };
            let stop = line_end(source, from);
            Ok(Old { note: from..stop, stop })
        }
    }
}
