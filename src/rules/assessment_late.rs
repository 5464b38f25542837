//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::assessment;
use crate::model::Assessment;
use crate::say;

/// An assessment is not decided in time.
pub static RULE: Rule = Rule {
    name: "assessment-late",
    level: Level::Warning,
    what: Label::new(
        "The assessments of a month are decided by the policy's day of the next.",
        "每月的考核应在制度规定的次月日期前确定。",
    ),
    why: Label::new(
        "Early each month the last month is assessed; bonus waits for it (ITS-4.2, TEL-6.2).",
        "每月初考核上月，奖金有待于此（ITS-4.2、TEL-6.2）。",
    ),
    example: "period: 2026-10\nstatus: reviewed  # on the 6th of November",
    remedy: Label::new("Take the next step.", "办理下一步骤。"),
    clauses: &["ITS-4.2", "TEL-6.2"],
    kinds: &[Kind::Assessment],
    check: Check::Record(|cx, row, sink| {
        let Some(it) = cx.book.get::<Assessment>(row.id).map(|row| row.record) else { return };
        let due = assessment::due(cx.book, it.period.period());
        let Some(due) = due.filter(|due| *due < cx.today && !it.is_final()) else { return };
        let now = it.status().label();
        let (en, zh) = (now.en, now.zh);
        let message = say!(
            en: "it is still {en}; it was to be decided by {due}",
            zh: "仍为“{zh}”，应在 {due} 前确定"
        );
        sink.value(row, if it.status.is_some() { "status" } else { "period" }, message);
    }),
};
