//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Script;
use crate::model::script::ScriptStatus;
use crate::say;

/// Nobody has looked at a script for long.
pub static RULE: Rule = Rule {
    name: "script-review-late",
    level: Level::Warning,
    what: Label::new(
        "A released script is reviewed every `script.review_every_days`.",
        "已发布的话术每 `script.review_every_days` 天审视一次。",
    ),
    why: Label::new(
        "Scripts are made better from what customers say and how the market moves (TEL-5.2.2).",
        "话术须根据客户反馈和市场变化定期优化（TEL-5.2.2）。",
    ),
    example: "status: released\nreviewed_on: 2026-05-04",
    remedy: Label::new(
        "Look at `report scripts`, then keep it, revise it, or retire it.",
        "查看 `report scripts`，再决定继续使用、改版或停用。",
    ),
    clauses: &["TEL-5.2.2"],
    kinds: &[Kind::Script],
    check: Check::Record(|cx, row, sink| {
        let Some(script) = cx.book.get::<Script>(row.id).map(|row| row.record) else { return };
        let Some(last) = script.reviewed_on.filter(|_| script.status() == ScriptStatus::Released)
        else {
            return;
        };
        let (days, limit) =
            (cx.today.days_since(last), cx.book.policy().script().review_every_days);
        if days > limit {
            let reference = row.reference();
            let message = say!(
                en: "last reviewed {days} days ago; the policy allows {limit}",
                zh: "距上次审视已 {days} 天，制度规定不超过 {limit} 天"
            );
            sink.value(row, "reviewed_on", message).help(say!(
                en: "if it still works: `salesops script review {reference}`",
                zh: "若仍然有效：`salesops script review {reference}`"
            ));
        }
    }),
};
