//! See [`RULE`].

use super::{Check, Rule, policy_unknown_name};
use crate::base::date::Date;
use crate::base::field::{Field, Fields, Shape, View};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::AnyRow;
use crate::facts::pool;
use crate::model::common::Outcome;
use crate::say;

/// A field is missing that the policy demands.
pub static RULE: Rule = Rule {
    name: "missing-required",
    level: Level::Warning,
    what: Label::new(
        "A record has every field that the policy's `required` lists name for its kind and stage.",
        "记录应具备制度 `required` 列出的、与其类型和阶段相应的全部字段。",
    ),
    why: Label::new(
        "Incomplete records cannot be worked on by somebody else (TAG-3.2.2a). Imported records are judged from their next own step.",
        "不完整的记录别人无法接手（TAG-3.2.2a）。导入的记录从其下一次变动起判断。",
    ),
    example: "# salesops.toml: required.customer.always = [\"industry\"]\nname: 北京星辰科技有限公司",
    remedy: Label::new("Fill the field in.", "补填该字段。"),
    clauses: &["TAG-3.2.2a", "OPS-2.2.2"],
    kinds: &Kind::ALL,
    check: Check::Record(|cx, row, sink| {
        if is_untouched_import(row) {
            return;
        }
        let policy = cx.book.policy();
        let reached = reached_stage(row).and_then(|stage| policy.stage_rank(stage));
        for (since, field) in policy.required(row.kind.key()) {
            let due = since == "always"
                || matches!((policy.stage_rank(since), reached), (Some(since), Some(at)) if since <= at);
            // A field that no record can have is a finding of the policy.
            let known = policy_unknown_name::is_field(row.kind.fields(), field);
            if !due || !known || !is_missing(row.fields, field) {
                continue;
            }
            // What is in the public pool is nobody's, and rightly so.
            if field == "owner" && pool::entered_by(cx.book, row.kind, row.id).is_some() {
                continue;
            }
            let reference = row.reference();
            let sign = if is_list(row.kind, field) { "+=" } else { "=" };
            sink.at(row, Place::File, message(row.kind, field)).help(say!(
                en: "fill it in: `salesops set {reference} {field}{sign}VALUE`",
                zh: "补填：`salesops set {reference} {field}{sign}值`"
            ));
        }
    }),
};

/// Whether a record was imported and nobody has taken a step with it since: rules about evidence
/// and timeliness wait for that.
pub fn is_untouched_import(row: &AnyRow<'_>) -> bool {
    let View::Group(imported) = row.fields.get("imported") else { return false };
    let View::Date(on) = imported.get("on") else { return false };
    last_step(row.fields).is_none_or(|step| step <= on)
}

fn last_step(fields: &dyn Fields) -> Option<Date> {
    let View::List(moves) = fields.get("moves") else { return None };
    let dates = (0..moves.len()).filter_map(|at| match moves.at(at) {
        View::Group(step) => match step.get("on") {
            View::Date(on) => Some(on),
            _ => None,
        },
        _ => None,
    });
    dates.max()
}

// A deal given up is not asked for what only a living one needs.
fn reached_stage<'f>(row: &'f AnyRow<'_>) -> Option<&'f str> {
    let outcome = row.fields.get("outcome");
    if matches!(outcome, View::Key(key) if key != Outcome::Open.key()) {
        return None;
    }
    match row.fields.get("stage") {
        View::Text(stage) => Some(stage),
        _ => None,
    }
}

fn is_missing(fields: &dyn Fields, route: &str) -> bool {
    let (key, rest) = route.split_once('.').unwrap_or((route, ""));
    match (fields.get(key), rest) {
        (View::Group(inner), rest) if !rest.is_empty() => is_missing(inner, rest),
        (View::Tags(tags), rest) if !rest.is_empty() => !tags.contains_key(rest),
        (view, _) => view.is_absent(),
    }
}

fn message(kind: Kind, route: &str) -> Text {
    // A tag has its label in its definition, which need not be there.
    let Some(Label { en, zh }) = field(kind, route).map(|field| field.label) else {
        return say!(en: "`{route}` is missing", zh: "缺少 `{route}`");
    };
    let named = if en == route { String::new() } else { format!(" ({en})") };
    Text {
        en: format!("`{route}`{named} is missing").into(),
        zh: format!("缺少{zh}（`{route}`）").into(),
    }
}

fn is_list(kind: Kind, route: &str) -> bool {
    field(kind, route).is_some_and(|field| field.shape.is_list())
}

fn field(kind: Kind, route: &str) -> Option<&'static Field> {
    let mut table = kind.fields();
    let mut found = None;
    for step in route.split('.') {
        let field = table.iter().find(|field| field.key == step)?;
        found = Some(field);
        table = match field.shape {
            Shape::Group(fields) => fields,
            _ => &[],
        };
    }
    found
}
