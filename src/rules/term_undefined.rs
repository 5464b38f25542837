//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::{Fields, View, Vocabulary};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::route::{Key, Route};
use crate::base::text::Label;
use crate::policy::Policy;

/// A value is not in the policy's list.
pub static RULE: Rule = Rule {
    name: "term-undefined",
    level: Level::Error,
    what: Label::new(
        "Stages, roles, sources, reasons, types and the like are keys of the policy's lists.",
        "阶段、岗位、来源、原因、类型等应为制度列表中的键。",
    ),
    why: Label::new(
        "A value of one's own drops out of every count by stage, source or reason.",
        "自创的值会从按阶段、来源、原因的统计中漏掉。",
    ),
    example: "source: exibition",
    remedy: Label::new(
        "Use a key of the list, or add one to the policy.",
        "使用列表中的键，或在制度中增加。",
    ),
    clauses: &["TAG-3.1.3b", "TAG-3.2.2b", "TAG-1.3.3"],
    kinds: &Kind::ALL,
    check: Check::Record(|cx, row, sink| {
        let mut found = Vec::new();
        walk(row.fields, cx.book.policy(), &mut Route::root(), &mut found);
        for (route, list, term) in found {
            let Err(why) = cx.book.policy().parse_term(list, &term) else {
                // A name or other spelling stands where the key belongs.
                let key = cx.book.policy().parse_term(list, &term).unwrap_or_default();
                let message = crate::say!(
                    en: "files hold the key: `{key}`, not `{term}`",
                    zh: "文件中应写键 `{key}`，而不是 `{term}`"
                );
                let said = sink.value(row, &route, message);
                match owner(row.kind, &route) {
                    None => {
                        said.remedy(format!("salesops set {} {route}={key}", row.reference()));
                    }
                    Some(_) => {
                        said.help(crate::say!(en: "write `{key}` there", zh: "请改写为 `{key}`"));
                    }
                }
                continue;
            };
            sink.value(row, &route, why);
        }
    }),
};

// The command that alone changes the field; `set` would refuse it.
fn owner(kind: Kind, route: &str) -> Option<&'static str> {
    kind.field(route.split('.').next()?)?.via
}

fn walk(
    fields: &dyn Fields,
    policy: &Policy,
    route: &mut Route,
    found: &mut Vec<(String, Vocabulary, String)>,
) {
    for (index, field) in fields.table().iter().enumerate() {
        route.push(Key::Name(field.key.into()));
        visit(fields.value(index), field.terms, policy, route, found);
        route.pop();
    }
}

fn visit(
    view: View<'_>,
    list: Option<Vocabulary>,
    policy: &Policy,
    route: &mut Route,
    found: &mut Vec<(String, Vocabulary, String)>,
) {
    match (view, list) {
        (View::Text(term), Some(list)) if !policy.has_term(list, term) => {
            found.push((route.to_string(), list, term.to_owned()));
        }
        (View::Group(fields), _) => walk(fields, policy, route, found),
        (View::List(items), list) => {
            for index in 0..items.len() {
                route.push(Key::Index(index));
                visit(items.at(index), list, policy, route, found);
                route.pop();
            }
        }
        _ => {}
    }
}
