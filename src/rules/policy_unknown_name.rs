//! See [`RULE`].

use super::{Check, Cx, RULES, Rule, find};
use crate::base::field::{Shape, Vocabulary};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::{Label, Text, nearest};
use crate::facts::required::is_field;
use crate::flow::gates::{self, GATES};
use crate::flow::life;
use crate::policy::Policy;
use crate::query::Query;
use crate::say;
use crate::store::POLICY_FILE;

/// The policy names a rule, gate, field or query that does not exist.
pub static RULE: Rule = Rule {
    name: "policy-unknown-name",
    level: Level::Error,
    what: Label::new(
        "Rules, gates, kinds, stages and fields in `required`, and queries of tracks and point tables of the policy exist.",
        "制度中提到的规则、关卡、`required` 的类型、阶段和字段，以及流程和评分表的条件都应存在。",
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
        let mut wrong: Vec<(Place, Text)> = Vec::new();
        for rule in policy.mentioned_rules().filter(|rule| find(rule).is_none()) {
            let names = RULES.iter().map(|rule| rule.name);
            wrong.push((value(&format!("rules.{rule}")), unknown(rule, names)));
        }
        for (key, stage) in policy.stages() {
            add_gates(&format!("stage.{key}.gates"), &stage.gates, &mut wrong);
        }
        for (key, track) in policy.tracks() {
            let table = format!("track.{key}");
            add_gates(
                &format!("{table}.gates"),
                track.gates.as_deref().unwrap_or_default(),
                &mut wrong,
            );
            add_query(cx, Kind::Opportunity, &format!("{table}.when"), &track.when, &mut wrong);
        }
        add_gates("win_gates", policy.win_gates(), &mut wrong);
        add_points(cx, &mut wrong);
        add_key_customers(cx, &mut wrong);
        add_exempt(cx, &mut wrong);
        add_approvals(cx, &mut wrong);
        add_required(policy, &mut wrong);
        for (place, message) in wrong {
            sink.file(POLICY_FILE, place, message);
        }
    }),
};

fn add_gates(route: &str, gates: &[String], wrong: &mut Vec<(Place, Text)>) {
    // A gate of a command would ask nothing at a stage.
    let is_of_stages = |name: &str| gates::find(name).is_some_and(|gate| gate.occasion().is_none());
    for gate in gates.iter().filter(|gate| !is_of_stages(gate)) {
        let names = GATES.iter().filter(|gate| gate.occasion().is_none()).map(|gate| gate.name);
        wrong.push((value(route), unknown(gate, names)));
    }
}

// A condition that cannot be read would give no points, ever.
fn add_points(cx: &Cx<'_>, wrong: &mut Vec<(Place, Text)>) {
    let policy = cx.book.policy();
    let (lead, customer) = (&policy.lead().points, &policy.customer().points);
    let tables = [
        (Kind::Lead, "lead.points.fit", &lead.fit),
        (Kind::Lead, "lead.points.intent", &lead.intent),
        (Kind::Lead, "lead.points.value", &lead.value),
        (Kind::Customer, "customer.points.potential", &customer.potential),
        (Kind::Opportunity, "opp.points", &policy.opp().points),
    ];
    for (kind, route, lines) in tables {
        for (at, line) in lines.iter().enumerate() {
            let Some(when) = line.when.as_deref() else { continue };
            add_query(cx, kind, &format!("{route}.{at}.when"), when, wrong);
        }
    }
}

// A query that cannot be read would make nobody a key customer.
fn add_key_customers(cx: &Cx<'_>, wrong: &mut Vec<(Place, Text)>) {
    for (at, typed) in cx.book.policy().visit().key_customer_def.iter().enumerate() {
        add_query(cx, Kind::Customer, &format!("visit.key_customer_def.{at}"), typed, wrong);
    }
}

// A query that cannot be read would keep the pool from recycling anything.
fn add_exempt(cx: &Cx<'_>, wrong: &mut Vec<(Place, Text)>) {
    let exempt = &cx.book.policy().pool().exempt;
    let queries = [(Kind::Customer, &exempt.customer), (Kind::Lead, &exempt.lead)];
    for (kind, typed) in queries {
        let Some(typed) = typed else { continue };
        add_query(cx, kind, &format!("pool.exempt.{}", kind.key()), typed, wrong);
    }
}

fn add_query(cx: &Cx<'_>, kind: Kind, route: &str, typed: &str, wrong: &mut Vec<(Place, Text)>) {
    if let Err(why) = Query::of_policy(cx.book, kind, typed, cx.today) {
        wrong.push((value(route), why));
    }
}

// An approval of a mistyped kind, step or field would never be asked for, or cover nothing.
fn add_approvals(cx: &Cx<'_>, wrong: &mut Vec<(Place, Text)>) {
    let policy = cx.book.policy();
    let stages: Vec<&str> = policy.stages().map(|(key, _)| key).collect();
    for (key, asked) in policy.approvals() {
        let table = format!("approval.{key}");
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.key() == asked.kind) else {
            let kinds = Kind::ALL.into_iter().map(Kind::key);
            wrong.push((value(&format!("{table}.kind")), unknown(&asked.kind, kinds)));
            continue;
        };
        let steps = life::of(kind).map_or_else(
            || stages.iter().copied().chain(["win", "lose"]).collect::<Vec<_>>(),
            |life| life.steps.iter().map(|step| step.name).collect(),
        );
        if let Some(step) = asked.step.as_deref().filter(|step| !steps.contains(step)) {
            wrong.push((value(&format!("{table}.step")), unknown(step, steps.into_iter())));
        }
        for party in asked.parties.iter().filter(|party| !is_member(kind, party)) {
            let keys = kind.fields().iter().map(|field| field.key);
            let known = keys.filter(|key| is_member(kind, key));
            wrong.push((value(&format!("{table}.parties")), unknown(party, known)));
        }
        let roles = policy.terms(Vocabulary::Role);
        for role in asked.roles.iter().filter(|role| !policy.has_term(Vocabulary::Role, role)) {
            let known = roles.iter().map(|(key, _)| *key);
            wrong.push((value(&format!("{table}.roles")), unknown(role, known)));
        }
        for field in asked.covers.iter().filter(|field| kind.field(field).is_none()) {
            let keys = kind.fields().iter().map(|field| field.key);
            wrong.push((value(&format!("{table}.covers")), unknown(field, keys)));
        }
        let known = || policy.approvals().map(|(key, _)| key);
        if let Some(before) = asked.after.as_deref().filter(|it| !known().any(|key| key == *it)) {
            wrong.push((value(&format!("{table}.after")), unknown(before, known())));
        }
        if let Some(when) = &asked.when {
            add_query(cx, kind, &format!("{table}.when"), when, wrong);
        }
    }
}

fn is_member(kind: Kind, key: &str) -> bool {
    kind.field(key).is_some_and(|field| matches!(field.shape, Shape::Ref(Kind::Member)))
}

// A list that is due from a mistyped stage, or for a mistyped kind, would never be asked for.
fn add_required(policy: &Policy, wrong: &mut Vec<(Place, Text)>) {
    for name in policy.demanding_kinds() {
        let route = Route::name("required").then(name);
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.key() == name) else {
            let kinds = Kind::ALL.into_iter().map(Kind::key);
            wrong.push((Place::Key(route), unknown(name, kinds)));
            continue;
        };
        let has_stages = kind.field("stage").is_some();
        let stages = policy.stages().map(|(key, _)| key).filter(|_| has_stages);
        let known: Vec<&str> = stages.chain(["always"]).collect();
        let mut told = None;
        for (since, field) in policy.required(name) {
            if !known.contains(&since) && told != Some(since) {
                let place = Place::Key(route.clone().then(since));
                wrong.push((place, unknown(since, known.iter().copied())));
                told = Some(since);
            }
            if !is_field(kind.fields(), field) {
                let keys = kind.fields().iter().map(|field| field.key);
                wrong.push((Place::Value(route.clone().then(since)), unknown(field, keys)));
            }
        }
    }
}

fn value(route: &str) -> Place {
    Place::Value(Route::parse(route))
}

fn unknown<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Text {
    match nearest(name, known) {
        Some(near) => say!(
            en: "nothing is called `{name}`; did you mean `{near}`?",
            zh: "没有名为 `{name}` 的项；是否想写 `{near}`？"
        ),
        None => say!(en: "nothing is called `{name}`", zh: "没有名为 `{name}` 的项"),
    }
}
