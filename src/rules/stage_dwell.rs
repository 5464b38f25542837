//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::Vocabulary;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::facts::opportunity::standing;
use crate::facts::steps::is_untouched_import;
use crate::model::Opportunity;
use crate::model::common::Outcome;

/// A deal is stuck in its stage.
pub static RULE: Rule = Rule {
    name: "stage-dwell",
    level: Level::Warning,
    what: Label::new(
        "An open opportunity leaves its stage within the days that the policy gives it.",
        "进行中的机会应在制度规定的天数内离开所处阶段。",
    ),
    why: Label::new(
        "What does not move is lost unnoticed (DEV-5.7.2H).",
        "停滞不前的机会会在不知不觉中丢失（DEV-5.7.2H）。",
    ),
    example: "stage: interested\nmoves:\n  - {on: 2026-07-01, stage: interested}   # today is 2026-11-21",
    remedy: Label::new("Move it on, suspend it or lose it.", "推进、搁置或记为输单。"),
    clauses: &["DEV-5.7.2H"],
    kinds: &[Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
        if is_untouched_import(row) {
            return;
        }
        let Some(now) = standing(deal.record, cx.today).filter(|it| it.outcome == Outcome::Open)
        else {
            return;
        };
        let policy = cx.book.policy();
        let limit = policy.stage(now.stage).and_then(|stage| stage.dwell_days);
        let (Some(since), Some(limit)) = (now.since, limit) else { return };
        let days = cx.today.days_since(since);
        if days > limit {
            let stage = policy.term(Vocabulary::Stage, now.stage);
            let (en, zh) = (stage.en, stage.zh);
            let message = Text {
                en: format!("in stage {en} for {days} days; the policy gives it {limit}").into(),
                zh: format!("已在{zh}阶段停留 {days} 天，制度规定 {limit} 天").into(),
            };
            sink.value(row, "stage", message);
        }
    }),
};
