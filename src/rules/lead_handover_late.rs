//! See [`RULE`].

use super::{Check, Rule, lead_entry_late::judged};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::clock;
use crate::say;

/// A lead was handed to sales late.
pub static RULE: Rule = Rule {
    name: "lead-handover-late",
    level: Level::Note,
    what: Label::new(
        "A lead is handed to sales within `lead.handover_hours` of being received.",
        "线索应在收到后 `lead.handover_hours` 小时内移交销售。",
    ),
    why: Label::new(
        "What marketing keeps for itself goes cold (OPS-2.1.1).",
        "市场部迟迟不移交，线索会冷掉（OPS-2.1.1）。",
    ),
    example: "received_at: 2026-11-10T09:00:00+08:00\nhanded_over_at: 2026-11-13T09:00:00+08:00",
    remedy: Label::new(
        "Hand leads over on the day; correct the time if it is wrong.",
        "当天移交线索；时间有误则更正。",
    ),
    clauses: &["OPS-2.1.1"],
    kinds: &[Kind::Lead],
    check: Check::Record(|cx, row, sink| {
        let Some(lead) = judged(cx, row).filter(|lead| lead.imported.is_none()) else { return };
        let (Some(from), Some(to)) = (lead.received_at, lead.handed_over_at) else { return };
        let hours = cx.book.policy().lead().handover_hours;
        if to > clock::due(cx.book, from, hours) {
            let from = from.to_minute();
            let message = say!(
                en: "received {from}, handed over more than {hours} hours later",
                zh: "{from} 收到，超过 {hours} 小时才移交"
            );
            sink.value(row, "handed_over_at", message);
        }
    }),
};
