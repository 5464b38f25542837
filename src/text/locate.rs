//! Where in a file a finding points: routes to bytes, looked up only when it is shown.

use std::ops::Range;

use super::fault::{Fault, QUOTED};
use super::tree::{Node, Shape, Style, Tree};
use super::{toml, yaml};
use crate::base::field::{Field, MASK, Shape as FieldShape};
use crate::base::finding::Place;
use crate::base::route::Route;

/// The bytes of `place` in `source`, read as TOML or YAML.
///
/// A value is its own bytes; a list or mapping over several lines is its key, as is a value left
/// empty; what is missing is the nearest thing around it. Nothing found, as in an unreadable
/// file, is `0..0`. The range lies within `source`, on character boundaries.
pub fn bytes(source: &str, is_toml: bool, place: &Place) -> Range<usize> {
    match place {
        Place::File => 0..0,
        Place::Spot(_, start, end) => clamp(source, *start, *end),
        Place::Value(_) | Place::Key(_) => bytes_in(&parse(source, is_toml), place),
    }
}

/// Reads `source` for [`bytes_in`]: a file with faults yields a tree without nodes.
pub fn parse(source: &str, is_toml: bool) -> Tree<'_> {
    if is_toml { toml::parse(source).0 } else { yaml::parse(source).0 }
}

/// [`bytes`] in a file that is already read: for many places of one file.
pub fn bytes_in(tree: &Tree<'_>, place: &Place) -> Range<usize> {
    let source = tree.source();
    let (start, end) = match place {
        Place::File => (0, 0),
        Place::Spot(_, start, end) => (*start, *end),
        Place::Value(route) => walk(tree, route).map_or((0, 0), |walk| walk.value_bytes(source)),
        Place::Key(route) => walk(tree, route).map_or((0, 0), |walk| walk.key_bytes(source)),
    };
    clamp(source, start, end)
}

/// As far as a route leads: the node there, and the key before it unless it is a list item.
struct Walk<'t> {
    key: Option<Node<'t>>,
    node: Node<'t>,
    complete: bool,
}

fn walk<'t>(tree: &'t Tree<'_>, route: &Route) -> Option<Walk<'t>> {
    let mut walk = Walk { key: None, node: tree.root()?, complete: true };
    for step in route.keys() {
        let name = step.to_string();
        let entry = walk.node.entries().find(|(key, _)| key.text() == name);
        let next = match entry {
            Some((key, value)) => Some((Some(key), value)),
            None => walk.node.step(step).map(|item| (None, item)),
        };
        match next {
            Some((key, node)) => walk = Walk { key, node, complete: true },
            None => return Some(Walk { complete: false, ..walk }),
        }
    }
    Some(walk)
}

impl Walk<'_> {
    fn value_bytes(&self, source: &str) -> (usize, usize) {
        let Walk { key, node, .. } = self;
        let (start, end) = (node.start(), node.end());
        let shown_whole = match node.shape() {
            Shape::Scalar => start < end,
            Shape::List | Shape::Map => node.style() == Style::Flow && start < end,
        };
        match key {
            _ if shown_whole => (start, start + trimmed(source, start, end)),
            Some(key) => (key.start(), key.end()),
            None => (start, start + first_line(source, start)),
        }
    }

    fn key_bytes(&self, source: &str) -> (usize, usize) {
        match self.key {
            Some(key) if self.complete => (key.start(), key.end()),
            _ => self.value_bytes(source),
        }
    }
}

// A parser may count the line break after a value, or the comment lines below it, as part of it.
fn trimmed(source: &str, start: usize, end: usize) -> usize {
    source.get(start..end).map_or(0, |value| value.trim_end().len())
}

fn first_line(source: &str, start: usize) -> usize {
    let rest = source.get(start..).unwrap_or_default();
    rest.lines().next().map_or(0, |line| line.trim_end().len())
}

/// The range cut to `source` and widened to whole characters; empty where it ends before it starts.
pub fn clamp(source: &str, start: usize, end: usize) -> Range<usize> {
    let mut start = start.min(source.len());
    while !source.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = end.clamp(start, source.len());
    while !source.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// The bytes of a record's sensitive values: of the fields, and of the tags that `hides_tag` says.
/// Where the file cannot be parsed, the rest of every line that names a sensitive key.
pub fn secrets(
    source: &str,
    fields: &'static [Field],
    hides_tag: &dyn Fn(&str) -> bool,
) -> Vec<Range<usize>> {
    let (tree, _) = yaml::parse(source);
    let mut found = Vec::new();
    match tree.root() {
        Some(root) => collect_secrets(root, fields, hides_tag, &mut |value| {
            found.push(value.start()..value.end());
        }),
        None => secret_lines(source, fields, hides_tag, &mut found),
    }
    found
}

/// Masks the sensitive values that faults of a record repeat in their messages.
pub fn mask(faults: &mut [Fault], tree: &Tree<'_>, fields: &'static [Field]) {
    let Some(root) = tree.root().filter(|_| !faults.is_empty()) else { return };
    let mut secrets = Vec::new();
    let found = &mut |value| collect_texts(value, &mut secrets);
    collect_secrets(root, fields, &|_| false, found);
    for fault in faults {
        let touched =
            secrets.iter().filter(|node| (fault.start..=fault.end).contains(&node.start()));
        for node in touched {
            for message in [&mut fault.message.en, &mut fault.message.zh] {
                *message = without(message, node.text()).into();
            }
        }
    }
}

// Messages put a value in backticks, a long one cut.
fn without(message: &str, secret: &str) -> String {
    let beginning: String = secret.chars().take(QUOTED).collect();
    let masked = format!("`{MASK}`");
    message.replace(&format!("`{secret}`"), &masked).replace(&format!("`{beginning}`"), &masked)
}

fn collect_texts<'t>(node: Node<'t>, found: &mut Vec<Node<'t>>) {
    match node.shape() {
        Shape::Scalar => found.push(node),
        _ => {
            node.items().for_each(|item| collect_texts(item, found));
            node.entries().for_each(|(_, value)| collect_texts(value, found));
        }
    }
}

fn collect_secrets<'t>(
    node: Node<'t>,
    fields: &'static [Field],
    hides_tag: &dyn Fn(&str) -> bool,
    found: &mut dyn FnMut(Node<'t>),
) {
    node.items().for_each(|item| collect_secrets(item, fields, hides_tag, found));
    for (key, value) in node.entries() {
        let Some(field) = fields.iter().find(|field| field.key == key.text()) else {
            // It may be a sensitive field's key mistyped.
            if fields.iter().any(Field::sensitive) {
                found(value);
            }
            continue;
        };
        if field.sensitive() {
            found(value);
            continue;
        }
        match field.shape.core() {
            FieldShape::Group(inner) => collect_secrets(value, inner, hides_tag, found),
            FieldShape::Tags => {
                let hidden = value.entries().filter(|(key, _)| hides_tag(key.text()));
                hidden.for_each(|(_, value)| found(value));
            }
            _ => {}
        }
    }
}

fn secret_lines(
    source: &str,
    fields: &'static [Field],
    hides_tag: &dyn Fn(&str) -> bool,
    found: &mut Vec<Range<usize>>,
) {
    let mut start = 0;
    // The indent of the sensitive key above, whose value may go on below it.
    let mut within = None;
    for line in source.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let indent = line.len() - line.trim_start().len();
        let is_hidden = |colon: &usize| {
            names_secret(line, fields) || hides_tag(line[..*colon].trim().trim_matches(['"', '\'']))
        };
        match line.find(':').filter(is_hidden) {
            Some(colon) => {
                found.push(start + colon + 1..end.max(start + colon + 1));
                within = Some(indent);
            }
            None if within.is_some_and(|key| indent > key) => found.push(start + indent..end),
            None => within = within.filter(|_| line.trim().is_empty()),
        }
        start += line.len();
    }
}

fn names_secret(line: &str, fields: &'static [Field]) -> bool {
    fields.iter().any(|field| match field.shape.core() {
        FieldShape::Group(inner) => names_secret(line, inner),
        _ => field.sensitive() && line.contains(field.key),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const YAML: &str = "\
# 星辰
customer: beijing
name: '星辰 ERP'
needs:
  summary: |
    打通
    财务
  budget:
    min: 400000.00

next:
lines:
  - product: erp-cloud
    qty: 1
contacts:
  - id: c-7k3q
    phone: \"1\"
moves:
  - {on: 2026-10-08, by: li-wei}
";

    fn value(route: &str) -> &'static str {
        &YAML[bytes(YAML, false, &Place::Value(Route::parse(route)))]
    }

    fn key(route: &str) -> &'static str {
        &YAML[bytes(YAML, false, &Place::Key(Route::parse(route)))]
    }

    #[test]
    fn a_value_is_its_own_bytes() {
        assert_eq!(value("customer"), "beijing");
        assert_eq!(value("name"), "'星辰 ERP'");
        assert_eq!(value("needs.budget.min"), "400000.00");
        assert_eq!(value("needs.summary"), "打通\n    财务");
        assert_eq!(value("contacts.c-7k3q.phone"), "\"1\"");
        assert_eq!(value("moves.0"), "{on: 2026-10-08, by: li-wei}");
        assert_eq!(value("moves.0.by"), "li-wei");
    }

    #[test]
    fn what_spans_lines_or_is_empty_is_its_key() {
        assert_eq!(value("needs"), "needs");
        assert_eq!(value("needs.budget"), "budget");
        assert_eq!(value("next"), "next");
        assert_eq!(value("lines.0"), "product: erp-cloud");
        assert_eq!(value(""), "customer: beijing");
    }

    #[test]
    fn what_is_missing_is_the_nearest_thing_around_it() {
        assert_eq!(value("needs.budget.max"), "budget");
        assert_eq!(value("moves.0.reason"), "{on: 2026-10-08, by: li-wei}");
        assert_eq!(value("moves.7.on"), "moves");
        assert_eq!(value("contacts.c-7k3q.email"), "id: c-7k3q");
        assert_eq!(value("next.on"), "next");
        assert_eq!(value("amount"), "customer: beijing");
    }

    #[test]
    fn keys_are_found_and_fall_back_to_values() {
        assert_eq!(key("needs.budget"), "budget");
        assert_eq!(key("customer"), "customer");
        assert_eq!(key("lines.0"), "product: erp-cloud");
        assert_eq!(key("needs.industri"), "needs");
    }

    #[test]
    fn toml_routes_lead_to_bytes_too() {
        let source =
            "format = 1\n\n[stages.potential]\nlabel = \"潜在\"\n\n[[tracks]]\nname = \"a\"\n";
        let at = |route: &str| &source[bytes(source, true, &Place::Value(Route::parse(route)))];
        assert_eq!(at("format"), "1");
        assert_eq!(at("stages.potential.label"), "\"潜在\"");
        assert_eq!(at("stages.potential"), "potential");
        assert_eq!(at("stages.won"), "stages");
        assert_eq!(at("tracks.0.name"), "\"a\"");
        assert_eq!(at("tracks.0"), "[[tracks]]");
        assert_eq!(at("tracks"), "[[tracks]]");
    }

    #[test]
    fn spots_are_clamped_to_characters() {
        let spot = |start, end| bytes("星a", false, &Place::Spot(Route::root(), start, end));
        assert_eq!(spot(1, 2), 0..3);
        assert_eq!(spot(3, 1), 3..3);
        assert_eq!(spot(9, 99), 4..4);
        assert_eq!(bytes("a: 1", false, &Place::File), 0..0);
        assert_eq!(bytes("", false, &Place::Value(Route::name("a"))), 0..0);
    }

    proptest! {
        #[test]
        fn every_range_can_be_cut_out(
            source in "([a-c星]: |- |\\{|\\[|\\]|\\}|\"|\n|\r|\t|  |[a-c星]|[|]|=|\u{feff}){0,30}",
            route in "[abc0](\\.[abc01]){0,2}",
            start in 0_usize..60, end in 0_usize..60, is_toml: bool,
        ) {
            let route = Route::parse(&route);
            for place in [
                Place::Value(route.clone()), Place::Key(route.clone()), Place::File,
                Place::Spot(route.clone(), start, end), Place::Value(Route::root()),
            ] {
                prop_assert!(source.get(bytes(&source, is_toml, &place)).is_some());
            }
        }
    }
}
