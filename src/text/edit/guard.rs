//! The last word on an edit: what may change in the old text, and whether more than that did.

use std::borrow::Cow;
use std::ops::Range;

use super::data::Data;
use super::locate::{
    Spot, Walk, begins_line, children, end, line_end, line_start, next_line, skip_gap, walk,
};
use super::splice::line_end_of;
use super::{File, other, read};
use crate::base::edit::Edit;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::say;
use crate::text::tree::{Shape, Style};
use crate::text::yaml;

/// Refuses `text` unless two parsers find in it what `intended` says, and it differs from the old
/// text only where `edit` may change it.
pub(super) fn check(file: &File<'_>, edit: &Edit, intended: &Data, text: &str) -> Result<(), Text> {
    verdict(file, edit, intended, text).map_err(|reason| {
        let route = edit.route();
        Text {
            en: format!("`{route}` cannot be changed safely: {}; edit it by hand", reason.en)
                .into(),
            zh: format!("无法安全地修改 `{route}`：{}；请手工编辑", reason.zh).into(),
        }
    })
}

fn verdict(file: &File<'_>, edit: &Edit, intended: &Data, text: &str) -> Result<(), Text> {
    let tree = read(text)?;
    if Data::of(tree.root()) != *intended {
        return Err(say!(en: "other values would change with it", zh: "其他值会随之改变"));
    }
    if !other::reads(text, intended) {
        return Err(say!(
            en: "other YAML tools would read the result differently",
            zh: "其他 YAML 工具会把结果读成别的内容"
        ));
    }
    let scope = Scope::of(file, edit)?;
    if !scope.holds_lines(file.source, text) || grows(file.source, text) > room(edit) {
        return Err(say!(en: "other lines would change with it", zh: "其他行会随之改变"));
    }
    if !scope.holds_comments(file.source, text) {
        return Err(say!(en: "a comment would be lost", zh: "会丢失注释"));
    }
    Ok(())
}

// What an edit may touch in the old text.
struct Scope {
    // The lines that may change, apart from new ones between them.
    lines: Option<Range<usize>>,
    // Where comments go with what they stand in.
    dying: Range<usize>,
}

impl Scope {
    fn of(file: &File<'_>, edit: &Edit) -> Result<Scope, Text> {
        let walk = walk(file.tree, edit.route())?;
        let Some(spot) = walk.last() else { return Ok(Scope { lines: None, dying: 0..0 }) };
        let is_there = walk.depth == edit.route().keys().len();
        match edit {
            Edit::Remove(_) => Scope::of_remove(file.source, &walk, spot),
            Edit::Set(..) if is_there => Scope::of_set(file.source, spot),
            _ => Scope::of_insert(file.source, spot),
        }
    }

    fn of_set(source: &str, spot: Spot<'_>) -> Result<Scope, Text> {
        let stop = end(spot)?;
        let dying = match (spot.node.shape(), spot.node.style()) {
            (Shape::Scalar, _) => 0..0,
            (_, Style::Block) => line_end(source, spot.intro)..line_end(source, stop),
            _ => spot.node.start()..stop,
        };
        Ok(Scope { lines: Some(lines(source, spot.start..stop)), dying })
    }

    fn of_insert(source: &str, spot: Spot<'_>) -> Result<Scope, Text> {
        let dying = 0..0;
        if spot.node.style() != Style::Block {
            return Ok(Scope { lines: Some(lines(source, spot.start..end(spot)?)), dying });
        }
        // A key may come before the first one of an item, right behind its dash.
        let first = children(spot)?.first().map(|child| child.start);
        let first = first.filter(|start| !begins_line(source, *start));
        Ok(Scope { lines: first.map(|start| lines(source, start..start)), dying })
    }

    fn of_remove(source: &str, walk: &Walk<'_>, spot: Spot<'_>) -> Result<Scope, Text> {
        let stop = end(spot)?;
        let mut range = spot.start..stop;
        if let Some(parent) = walk.parent() {
            if parent.node.style() == Style::Flow {
                range = parent.start..end(parent)?;
            } else if children(parent)?.len() == 1 {
                range.start = parent.start;
            }
        }
        let mut lines = lines(source, range);
        // The blank line above may have stood there for this key alone.
        let above = lines.start.checked_sub(1).map_or(0, |line| line_start(source, line));
        if source[above..lines.start].trim().is_empty() {
            lines.start = above;
        }
        let mut next = lines.end;
        while next < source.len() && source[next..line_end(source, next)].trim().is_empty() {
            next = next_line(source, next);
        }
        // What follows behind a dash moves up to it.
        let moves_up = !begins_line(source, spot.start);
        lines.end =
            if moves_up { next_line(source, skip_gap(source, next).max(next)) } else { next };
        Ok(Scope { lines: Some(lines), dying: spot.start..line_end(source, stop) })
    }

    fn holds_lines(&self, old: &str, new: &str) -> bool {
        let new = &*closed(new, old);
        if is_insertion(&closed(old, old), new) {
            return true;
        }
        let Some(range) = &self.lines else { return false };
        let (head, tail) = (&old[..range.start], &old[range.end..]);
        let tail = if tail.is_empty() { Cow::Borrowed("") } else { closed(tail, old) };
        new.len() >= head.len() + tail.len() && new.starts_with(head) && new.ends_with(&*tail)
    }

    fn holds_comments(&self, old: &str, new: &str) -> bool {
        let (all, found) = (comments(old), texts(new, &comments(new)));
        let kept: Vec<_> =
            all.iter().filter(|range| !self.dying.contains(&range.start)).cloned().collect();
        is_within(&texts(old, &kept), &found) && is_within(&found, &texts(old, &all))
    }
}

fn lines(source: &str, range: Range<usize>) -> Range<usize> {
    line_start(source, range.start)..next_line(source, range.end)
}

// A last line without an end is read as if it had one.
fn closed<'a>(text: &'a str, like: &str) -> Cow<'a, str> {
    if text.is_empty() || text.ends_with('\n') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("{text}{}", line_end_of(like)))
}

fn is_insertion(old: &str, new: &str) -> bool {
    let same = |(a, b): &(&str, &str)| a == b;
    let lines = |text| str::split_inclusive(text, '\n');
    let head: usize = lines(old).zip(lines(new)).take_while(same).map(|(a, _)| a.len()).sum();
    let back = lines(old).rev().zip(lines(new).rev());
    let tail: usize = back.take_while(same).map(|(a, _)| a.len()).sum();
    new.len() >= old.len() && head + tail >= old.len()
}

fn comments(source: &str) -> Vec<Range<usize>> {
    if source.contains('#') { yaml::comments(source).unwrap_or_default() } else { Vec::new() }
}

fn texts<'a>(source: &'a str, ranges: &[Range<usize>]) -> Vec<&'a str> {
    ranges.iter().map(|range| source[range.clone()].trim_end()).collect()
}

fn is_within(few: &[&str], many: &[&str]) -> bool {
    let mut rest = many.iter();
    few.iter().all(|text| rest.any(|other| other == text))
}

fn grows(old: &str, new: &str) -> usize {
    new.lines().count().saturating_sub(old.lines().count())
}

// The lines that the value of an edit may take, with a blank one before and after.
fn room(edit: &Edit) -> usize {
    match edit {
        Edit::Set(route, value) | Edit::Append(route, value) => {
            height(value) + route.keys().len() + 2
        }
        Edit::Remove(_) => 0,
    }
}

fn height(value: &Value) -> usize {
    match value {
        Value::Null => 1,
        Value::Scalar(scalar) => 1 + scalar.text.lines().count(),
        Value::List(items) => 1 + items.iter().map(height).sum::<usize>(),
        Value::Map(pairs) => 1 + pairs.iter().map(|(_, value)| height(value)).sum::<usize>(),
    }
}
