//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps::is_untouched_import;
use crate::model::lead::{Lead, LeadStatus};
use crate::say;

/// A lead was given up, and nobody says why.
pub static RULE: Rule = Rule {
    name: "lead-abandoned-silently",
    level: Level::Error,
    what: Label::new("A lead that was abandoned gives its reason.", "放弃的线索应写明原因。"),
    why: Label::new(
        "A low lead may be dropped, but not without a reason (OPS-2.3.4).",
        "低等级线索可以放弃，但须说明原因（OPS-2.3.4）。",
    ),
    example: "status: abandoned",
    remedy: Label::new("Write down why.", "补写放弃的原因。"),
    clauses: &["OPS-2.3.4"],
    kinds: &[Kind::Lead],
    check: Check::Record(|cx, row, sink| {
        let Some(lead) = cx.book.get::<Lead>(row.id).map(|lead| lead.record) else { return };
        let silent = lead.status() == LeadStatus::Abandoned && lead.abandon_reason.is_none();
        if silent && !is_untouched_import(row) {
            let reference = row.reference();
            let message = say!(en: "abandoned, but nobody says why", zh: "已放弃，但未写明原因");
            sink.value(row, "status", message).help(say!(
                en: "say why: `salesops set {reference} abandon_reason=TEXT`",
                zh: "补写原因：`salesops set {reference} abandon_reason=原因`"
            ));
        }
    }),
};
