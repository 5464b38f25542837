//! See [`RULE`].

use super::{Check, RULES, Rule, find};
use crate::base::field::{Field, Shape};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::{Label, Text, nearest};
use crate::book::{Asker, Query};
use crate::flow::gates::{self, GATES};
use crate::say;
use crate::store::POLICY_FILE;

/// The policy names a rule, gate, field or query that does not exist.
pub static RULE: Rule = Rule {
    name: "policy-unknown-name",
    level: Level::Error,
    what: Label::new(
        "Rules, gates, required fields and track queries that the policy names exist.",
        "制度中提到的规则、关卡、必填字段和流程条件都应存在。",
    ),
    why: Label::new(
        "A mistyped gate would be a gate that never closes.",
        "写错的关卡等于永远敞开的关卡。",
    ),
    example: "[stage.solution]\ngates = [\"bugdet\"]",
    remedy: Label::new("Correct the name.", "更正名称。"),
    clauses: &["OPS-1.3.2"],
    kinds: &[],
    check: Check::Book(|cx, sink| {
        let policy = cx.book.policy();
        let mut wrong: Vec<(String, Text)> = Vec::new();
        for rule in policy.mentioned_rules().filter(|rule| find(rule).is_none()) {
            let names = RULES.iter().map(|rule| rule.name);
            wrong.push((format!("rules.{rule}"), unknown(rule, names)));
        }
        let gate_names = || GATES.iter().map(|gate| gate.name);
        for (key, stage) in policy.stages() {
            for gate in stage.gates.iter().filter(|gate| gates::find(gate).is_none()) {
                wrong.push((format!("stage.{key}.gates"), unknown(gate, gate_names())));
            }
        }
        for (key, track) in policy.tracks() {
            for gate in track.gates.iter().flatten().filter(|gate| gates::find(gate).is_none()) {
                wrong.push((format!("track.{key}.gates"), unknown(gate, gate_names())));
            }
            let asker = Asker { me: None, today: cx.today };
            let terms = [track.when.clone()];
            if let Err(why) = Query::parse(cx.book, Kind::Opportunity, &terms, asker) {
                wrong.push((format!("track.{key}.when"), why));
            }
        }
        for kind in Kind::ALL {
            for (since, field) in policy.required(kind.key()) {
                if !is_field(kind.fields(), field) {
                    let keys = kind.fields().iter().map(|field| field.key);
                    let route = format!("required.{}.{since}", kind.key());
                    wrong.push((route, unknown(field, keys)));
                }
            }
        }
        for (route, message) in wrong {
            sink.file(POLICY_FILE, Place::Value(Route::parse(&route)), message);
        }
    }),
};

fn unknown<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Text {
    match nearest(name, known) {
        Some(near) => say!(
            en: "nothing is called `{name}`; did you mean `{near}`?",
            zh: "没有名为 `{name}` 的项；是否想写 `{near}`？"
        ),
        None => say!(en: "nothing is called `{name}`", zh: "没有名为 `{name}` 的项"),
    }
}

fn is_field(table: &'static [Field], route: &str) -> bool {
    let (key, rest) = route.split_once('.').unwrap_or((route, ""));
    let Some(field) = table.iter().find(|field| field.key == key) else { return false };
    match field.shape {
        _ if rest.is_empty() => true,
        Shape::Group(fields) => is_field(fields, rest),
        Shape::Tags => true,
        _ => false,
    }
}
