//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::{Label, Text};
use crate::flow::approval::{self, Standing};
use crate::say;

/// What was approved has changed since.
pub static RULE: Rule = Rule {
    name: "approval-void",
    level: Level::Warning,
    what: Label::new(
        "What was approved stands as it was approved, as long as the step that waits for it is not taken.",
        "在等待审批的步骤办理之前，已审批的内容应保持不变。",
    ),
    why: Label::new(
        "An approval is of what was read; what was changed afterwards nobody has approved (OPS-4.4.3, OPS-4.6.1).",
        "审批针对当时的内容；此后的改动无人审批过（OPS-4.4.3、OPS-4.6.1）。",
    ),
    example: "# approved with delivery_due: 2027-03-31\ndelivery_due: 2027-06-30",
    remedy: Label::new("Have it approved again, or change it back.", "重新审批，或改回原内容。"),
    clauses: approval::CLAUSES,
    kinds: &Kind::ALL,
    check: Check::Record(|cx, row, sink| {
        // A query that cannot be read is a finding of the policy.
        let Ok(needs) = approval::needs(cx.book, *row, None, cx.today) else { return };
        for need in needs {
            if need.is_ahead(*row) == Some(false) {
                continue;
            }
            let Standing::Void(last) = approval::standing(cx.book, *row, need) else { continue };
            let (by, on, Text { en, zh }) = (&*last.record.by, last.record.on, need.name());
            let (reference, key) = (row.reference(), need.key);
            let message = Text {
                en: format!("{en} by `{by}` on {on} is void: what it covers has changed since")
                    .into(),
                zh: format!("`{by}` 于 {on} 给出的“{zh}”已失效：所审批的内容此后有改动").into(),
            };
            let help = say!(
                en: "have it approved again: `salesops approve {reference} {key}`",
                zh: "重新审批：`salesops approve {reference} {key}`"
            );
            // A status that is not written is the first one.
            let place = match row.has(&Route::name("status")) {
                true => Place::Value(Route::name("status")),
                false => Place::File,
            };
            sink.at(row, place, message).help(help).clauses(need.clauses());
        }
    }),
};
