//! See [`RULE`].

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Cx, Rule, Sink};
use crate::base::field::{Fields, View};
use crate::base::finding::Level;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::AnyRow;
use crate::say;

/// Somebody is his own superior, or a company its own parent.
pub static RULE: Rule = Rule {
    name: "reference-cycle",
    level: Level::Error,
    what: Label::new(
        "Superiors of members and parents of customers do not lead in a circle.",
        "成员的上级、客户的上级单位不得成环。",
    ),
    why: Label::new(
        "Figures by manager or group would count themselves.",
        "按上级或集团统计会重复计算自身。",
    ),
    example: "# members/li-wei.yaml\nreports_to: li-wei",
    remedy: Label::new("Correct one link of the circle.", "更正环上的一处。"),
    clauses: &["ITS-2.1"],
    kinds: &[Kind::Member, Kind::Customer],
    check: Check::Both { book: of_book, record: of_record },
};

// The kinds whose records stand above one another, with the field that says which.
const LINKS: [(Kind, &str); 2] = [(Kind::Member, "reports_to"), (Kind::Customer, "parent")];

fn of_book(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    for (kind, key) in LINKS {
        let rows = cx.book.rows(kind);
        let above: BTreeMap<&Id, &Id> =
            rows.iter().filter_map(|row| Some((row.id, link(row.fields, key)?))).collect();
        for members in circles(&above) {
            let first = rows.iter().find(|row| members.first() == Some(&row.id));
            if let Some(row) = first {
                sink.value(row, key, message(&members));
            }
        }
    }
}

// Follows the links from one record, reading only what lies on the way.
fn of_record(cx: &Cx<'_>, row: &AnyRow<'_>, sink: &mut Sink<'_>) {
    let Some((kind, key)) = LINKS.into_iter().find(|(kind, _)| *kind == row.kind) else { return };
    let mut path = vec![row.id];
    let mut seen = BTreeSet::from([row.id]);
    let mut at = link(row.fields, key);
    while let Some(id) = at {
        if id == row.id {
            sink.value(row, key, message(&path));
            return;
        }
        if !seen.insert(id) {
            return;
        }
        path.push(id);
        at = cx.book.fields(kind, id).and_then(|fields| link(fields, key));
    }
}

fn link<'f>(fields: &'f dyn Fields, key: &str) -> Option<&'f Id> {
    match fields.get(key) {
        View::Ref(_, id) => Some(id),
        _ => None,
    }
}

fn message(circle: &[&Id]) -> Text {
    let path = circle.iter().map(|id| &***id).collect::<Vec<&str>>().join(" → ");
    say!(en: "a circle: {path}", zh: "形成环：{path}")
}

// Each link is followed once; a circle is told from its smallest member.
fn circles<'a>(above: &BTreeMap<&'a Id, &'a Id>) -> Vec<Vec<&'a Id>> {
    let mut done: BTreeSet<&Id> = BTreeSet::new();
    let mut found = Vec::new();
    for start in above.keys() {
        let mut path: Vec<&'a Id> = Vec::new();
        let mut on_path: BTreeSet<&Id> = BTreeSet::new();
        let mut at = Some(*start);
        while let Some(id) = at.filter(|id| !done.contains(*id) && on_path.insert(id)) {
            path.push(id);
            at = above.get(id).copied();
        }
        if let Some(entry) = at.and_then(|id| path.iter().position(|other| *other == id)) {
            let mut circle = path[entry..].to_vec();
            let smallest =
                circle.iter().enumerate().min_by_key(|(_, id)| **id).map_or(0, |(at, _)| at);
            circle.rotate_left(smallest);
            found.push(circle);
        }
        done.extend(path);
    }
    found
}
