//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps;
use crate::facts::steps::is_untouched_import;
use crate::flow::gates::{self, Subject};
use crate::flow::life;

/// A record stands in a status without what the gates of its steps ask for.
pub static RULE: Rule = Rule {
    name: "status-without-gate",
    level: Level::Error,
    what: Label::new(
        "A record has on it what the steps up to its status ask for, unless it was waived.",
        "记录应具备到当前状态为止各步骤所要求的内容，已豁免的除外。",
    ),
    why: Label::new(
        "A status says what has been done; without the evidence it was only written down (OPS-1.3.4).",
        "状态说明办理到哪一步；没有依据，只是写上去而已（OPS-1.3.4）。",
    ),
    example: "status: signed\n# and nobody has verified who signs",
    remedy: Label::new(
        "Supply what is missing, or take the step back.",
        "补充缺少的内容，或退回上一步。",
    ),
    clauses: &[],
    kinds: &Kind::ALL,
    check: Check::Record(|cx, row, sink| {
        let Some(life) = life::of(row.kind) else { return };
        let status = life.status(*row);
        if status == life.first() || is_untouched_import(row) {
            return;
        }
        for step in life.taken(status) {
            let subject =
                Subject { book: cx.book, row: *row, day: cx.today, wide: cx.wide, step: step.name };
            for lack in gates::of_step(&subject, step.gates) {
                if steps::waived(*row).any(|(_, gate)| gate == lack.gate) {
                    continue;
                }
                sink.lacks(row, &lack, "status");
            }
        }
    }),
};
