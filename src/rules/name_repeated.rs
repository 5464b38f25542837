//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::View;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::name::normal;
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::say;

const KINDS: [Kind; 5] =
    [Kind::Member, Kind::Territory, Kind::Product, Kind::Campaign, Kind::Customer];

/// Two records of a kind have the same name, e-mail or credit code.
pub static RULE: Rule = Rule {
    name: "name-repeated",
    level: Level::Error,
    what: Label::new(
        "Names of members, territories, products, campaigns and customers are unique; so are members' e-mails and customers' credit codes.",
        "成员、区域、产品、市场活动和客户的名称不得重复；成员邮箱和客户信用代码也不得重复。",
    ),
    why: Label::new(
        "Two files of one customer split its history, and two people sell to it (TAG-2.1.1a).",
        "同一客户有两个文件会割裂历史，也会有两个人同时跟进（TAG-2.1.1a）。",
    ),
    example: "# customers/a.yaml and customers/b.yaml\nname: 北京星辰科技有限公司",
    remedy: Label::new(
        "Merge the two, or tell them apart by name.",
        "合并两条记录，或在名称上加以区分。",
    ),
    clauses: &["TAG-2.1.1a", "TAG-3.1.3b"],
    kinds: &KINDS,
    check: Check::Book(|cx, sink| {
        for kind in KINDS {
            let rows = cx.book.rows(kind);
            for key in ["name", "email", "credit_code"] {
                for (first, row) in repeated(&rows, key) {
                    let other = first.reference();
                    let message = say!(
                        en: "{other} has the same `{key}`",
                        zh: "与 {other} 的 `{key}` 相同"
                    );
                    sink.value(row, key, message);
                }
            }
        }
    }),
};

// Sorted by value, then id, so that each repetition points at the first.
fn repeated<'r, 'b>(rows: &'r [AnyRow<'b>], key: &str) -> Vec<(&'r AnyRow<'b>, &'r AnyRow<'b>)> {
    let mut valued: Vec<(String, &AnyRow<'_>)> = rows
        .iter()
        .filter_map(|row| match row.fields.get(key) {
            View::Text(text) => Some((normal(text), row)),
            _ => None,
        })
        .collect();
    valued.sort_by(|a, b| (&a.0, a.1.id).cmp(&(&b.0, b.1.id)));
    let groups = valued.chunk_by(|a, b| a.0 == b.0);
    groups.flat_map(|group| group[1..].iter().map(|(_, row)| (group[0].1, *row))).collect()
}
