//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::View;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::common::{Move, Outcome};
use crate::model::{Customer, Opportunity};
use crate::say;

/// A current value is not what the moves lead to.
pub static RULE: Rule = Rule {
    name: "moves-disagree",
    level: Level::Error,
    what: Label::new(
        "Stage, owner and outcome are what the moves lead to.",
        "阶段、负责人和结果应与变动记录一致。",
    ),
    why: Label::new(
        "Somebody changed the value by hand, past the gates; its history is lost.",
        "有人绕过关卡直接改了值，历史因此丢失。",
    ),
    example: "stage: contract\nmoves:\n  - {on: 2026-11-18, stage: solution}",
    remedy: Label::new(
        "Put the value back and change it by its command (`advance`, `win`, `lose`, `reopen`).",
        "恢复原值，并用相应命令（`advance`、`win`、`lose`、`reopen`）修改。",
    ),
    clauses: &["TAG-3.2.2c", "OPS-1.3.4"],
    kinds: &[Kind::Opportunity, Kind::Customer],
    check: Check::Record(|cx, row, sink| {
        let moves: &[Move] = if row.kind == Kind::Customer {
            let Some(customer) = cx.book.get::<Customer>(row.id) else { return };
            &customer.record.moves
        } else {
            let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
            &deal.record.moves
        };
        let last = |of: fn(&Move) -> Option<&str>| moves.iter().rev().find_map(of);
        let folds = [
            ("stage", last(|step| step.stage.as_deref())),
            ("owner", last(|step| step.owner.as_deref().map(|id| &**id))),
            ("outcome", last(|step| step.outcome.map(Outcome::key))),
        ];
        for (key, fold) in folds {
            let now = match row.fields.get(key) {
                View::Text(text) => text,
                View::Ref(_, id) => id,
                View::Key(key) => key,
                _ if key == "outcome" => Outcome::Open.key(),
                _ => "",
            };
            let Some(fold) = fold.filter(|fold| *fold != now) else { continue };
            let message = match now {
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
