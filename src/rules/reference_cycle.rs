//! See [`RULE`].

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Rule};
use crate::base::field::View;
use crate::base::finding::Level;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Label;
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
    check: Check::Book(|cx, sink| {
        for (kind, key) in [(Kind::Member, "reports_to"), (Kind::Customer, "parent")] {
            let rows = cx.book.rows(kind);
            let above: BTreeMap<&Id, &Id> = rows
                .iter()
                .filter_map(|row| match row.fields.get(key) {
                    View::Ref(_, id) => Some((row.id, id)),
                    _ => None,
                })
                .collect();
            for members in circles(&above) {
                let path: Vec<&str> = members.iter().map(|id| &***id).collect();
                let path = path.join(" → ");
                let first = rows.iter().find(|row| members.first() == Some(&row.id));
                if let Some(row) = first {
                    let message = say!(en: "a circle: {path}", zh: "形成环：{path}");
                    sink.value(row, key, message);
                }
            }
        }
    }),
};

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
