//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::View;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::common::Outcome;
use crate::say;

/// A current value is not what the moves lead to.
pub static RULE: Rule = Rule {
    name: "moves-disagree",
    level: Level::Error,
    what: Label::new(
        "Stage, owner, outcome and status are what the moves lead to.",
        "阶段、负责人、结果和状态应与变动记录一致。",
    ),
    why: Label::new(
        "Somebody changed the value by hand, past the gates; its history is lost.",
        "有人绕过关卡直接改了值，历史因此丢失。",
    ),
    example: "stage: contract\nmoves:\n  - {on: 2026-11-18, stage: solution}",
    remedy: Label::new(
        "Put the value back and change it by its command (`advance`, `win`, `lose`, `reopen`, `pool`, the steps of its kind).",
        "恢复原值，并用相应命令（`advance`、`win`、`lose`、`reopen`、`pool` 或该类记录的步骤命令）修改。",
    ),
    clauses: &["TAG-3.2.2c", "OPS-1.3.4"],
    kinds: &Kind::ALL,
    check: Check::Record(|_, row, sink| {
        let View::List(moves) = row.fields.get("moves") else { return };
        for key in ["stage", "owner", "outcome", "status"] {
            let steps = (0..moves.len()).rev();
            let Some(fold) = steps.map(|at| moves.at(at)).find_map(|step| lead_to(step, key))
            else {
                continue;
            };
            let now = word(View::Group(row.fields), key).unwrap_or(match key {
                "outcome" => Outcome::Open.key(),
                _ => "",
            });
            if fold == now {
                continue;
            }
            let message = match now {
                now if fold.is_empty() => say!(
                    en: "`{key}` is `{now}`, but the last move put it into the public pool",
                    zh: "`{key}` 为 `{now}`，而最后的变动已将其放入公海"
                ),
                "" => say!(
                    en: "`{key}` is missing, but its moves lead to `{fold}`",
                    zh: "缺少 `{key}`，而变动记录的结果是 `{fold}`"
                ),
                _ => say!(
                    en: "`{key}` is `{now}`, but its moves lead to `{fold}`",
                    zh: "`{key}` 为 `{now}`，而变动记录的结果是 `{fold}`"
                ),
            };
            sink.value(row, key, message);
        }
    }),
};

// What a step makes of a key. What is in the public pool has no owner.
fn lead_to<'v>(step: View<'v>, key: &str) -> Option<&'v str> {
    let View::Group(fields) = step else { return None };
    let is_pooled = key == "owner" && matches!(fields.get("pool"), View::Bool(true));
    if is_pooled { Some("") } else { word(step, key) }
}

fn word<'v>(group: View<'v>, key: &str) -> Option<&'v str> {
    let View::Group(fields) = group else { return None };
    match fields.get(key) {
        View::Text(text) => Some(text),
        View::Ref(_, id) => Some(id),
        View::Key(key) => Some(key),
        _ => None,
    }
}
