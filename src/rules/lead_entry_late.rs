//! See [`RULE`].

use super::{Check, Cx, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::facts::lead;
use crate::facts::steps::is_untouched_import;
use crate::model::Lead;
use crate::say;

/// A lead was entered late.
pub static RULE: Rule = Rule {
    name: "lead-entry-late",
    level: Level::Note,
    what: Label::new(
        "A lead is entered within `lead.entry_hours` of being received.",
        "线索应在收到后 `lead.entry_hours` 小时内录入。",
    ),
    why: Label::new(
        "Nobody calls a lead that stands on a card in somebody's pocket (OPS-2.2.1).",
        "名片躺在口袋里，没人会去联系（OPS-2.2.1）。",
    ),
    example: "received_at: 2026-11-10T09:00:00+08:00\nentered: {at: 2026-11-13T09:00:00+08:00}",
    remedy: Label::new(
        "Enter leads on the day; correct the time if it is wrong.",
        "当天录入线索；时间有误则更正。",
    ),
    clauses: &["OPS-2.2.1"],
    kinds: &[Kind::Lead],
    check: Check::Record(|cx, row, sink| {
        let Some(lead) = judged(cx, row) else { return };
        let (Some(from), Some(false)) = (lead.received_at, lead::entered_in_time(cx.book, lead))
        else {
            return;
        };
        let hours = cx.book.policy().lead().entry_hours;
        let from = from.to_minute();
        let message = say!(
            en: "received {from}, entered more than {hours} hours later",
            zh: "{from} 收到，超过 {hours} 小时才录入"
        );
        sink.value(row, "entered", message);
    }),
};

/// A lead whose clocks are judged: open, and no import that nobody has touched.
pub(super) fn judged<'b>(cx: &Cx<'b>, row: &AnyRow<'_>) -> Option<&'b Lead> {
    let lead = cx.book.get::<Lead>(row.id)?.record;
    (lead.is_open() && !is_untouched_import(row)).then_some(lead)
}
