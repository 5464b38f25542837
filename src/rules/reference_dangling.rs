//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text, nearest};
use crate::say;

/// A reference leads nowhere.
pub static RULE: Rule = Rule {
    name: "reference-dangling",
    level: Level::Error,
    what: Label::new("A record that another one refers to exists.", "被引用的记录应当存在。"),
    why: Label::new(
        "The amount, the history or the territory behind it is lost.",
        "否则其背后的金额、历史或区域都会丢失。",
    ),
    example: "owner: li-wie",
    remedy: Label::new("Correct the id, or add the record.", "更正编号，或补建记录。"),
    clauses: &["TAG-3.1.2b", "ITS-1.2"],
    kinds: &Kind::ALL,
    check: Check::Record(|cx, row, sink| {
        let mut dangling = Vec::new();
        row.references(&mut |reference| {
            if !cx.book.has(reference.kind, reference.id) {
                dangling.push(reference);
            }
        });
        for reference in dangling {
            let (kind, id) = (reference.kind, reference.id);
            let (en, zh) = (kind.label().en, kind.label().zh);
            let message = Text {
                en: format!("there is no {en} `{id}`").into(),
                zh: format!("没有{zh} `{id}`").into(),
            };
            let route = reference.route.to_string();
            let said = sink.value(row, &route, message);
            let ids = cx.book.ids(kind);
            let is_owned_by_command =
                ["moves", "closed"].contains(&reference.route.head().unwrap_or(""));
            match nearest(id, ids.iter().map(|id| &***id)).filter(|_| !is_owned_by_command) {
                Some(near) => {
                    let near = reference.spelt(near);
                    said.help(say!(en: "did you mean `{near}`?", zh: "是否指 `{near}`？"))
                        .remedy(format!("salesops set {} {route}={near}", row.reference()));
                }
                None => {
                    let key = kind.key();
                    said.help(say!(
                        en: "correct it, or add the record: `salesops add {key} name=NAME`",
                        zh: "请更正，或补建记录：`salesops add {key} name=名称`"
                    ));
                }
            }
        }
    }),
};
