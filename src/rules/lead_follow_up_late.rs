//! See [`RULE`].

use super::{Check, Rule, lead_entry_late::judged};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::lead;
use crate::say;

/// A lead has not been followed up for too long.
pub static RULE: Rule = Rule {
    name: "lead-follow-up-late",
    level: Level::Warning,
    what: Label::new(
        "A lead that was contacted is followed up within `followup.gap_days` of its grade.",
        "已接触的线索应在其等级对应的 `followup.gap_days` 天内跟进。",
    ),
    why: Label::new(
        "High leads are followed up hard, middle ones regularly, low ones now and then (OPS-3.3.1a, OPS-3.3.1b, OPS-3.3.1c).",
        "高等级密集跟进，中等级定期沟通，低等级不时回访（OPS-3.3.1a、OPS-3.3.1b、OPS-3.3.1c）。",
    ),
    example: "grade: high   # the last call was ten days ago",
    remedy: Label::new(
        "Contact it and log that, or give it up for a reason.",
        "联系客户并记录，或说明原因后放弃。",
    ),
    clauses: &["OPS-3.3.1a", "OPS-3.3.1b", "OPS-3.3.1c"],
    kinds: &[Kind::Lead, Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        if !cx.wide || row.kind != Kind::Lead {
            return;
        }
        let Some(lead) = judged(cx, row).filter(|lead| lead.owner.is_some()) else { return };
        let (Some(grade), Some(last)) = (lead.grade, lead::last_contact(cx.book, row.id)) else {
            return;
        };
        let gap = *cx.book.policy().followup().gap_days.of(grade);
        let days = cx.today.days_since(last);
        // What has been silent for longer is `lead-idle`.
        if days > gap && !lead::is_idle(cx.book, row.id, lead, cx.today) {
            let reference = row.reference();
            let message = say!(
                en: "the last contact was {days} days ago; the policy allows {gap}",
                zh: "距上次联系已 {days} 天，制度规定不超过 {gap} 天"
            );
            sink.value(row, "grade", message).help(say!(
                en: "when it is done: `salesops log call {reference} TEXT`",
                zh: "联系后记录：`salesops log call {reference} 内容`"
            ));
        }
    }),
};
