//! See [`RULE`].

use super::{Check, Rule, missing_required};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::common::Outcome;
use crate::model::{Lead, Opportunity};
use crate::say;

/// An open deal, or a lead that somebody works, has no next step.
pub static RULE: Rule = Rule {
    name: "next-step-missing",
    level: Level::Warning,
    what: Label::new(
        "An open opportunity, and an open lead that has an owner, has a next step with a date.",
        "进行中的机会和已有负责人的线索应有带日期的下一步。",
    ),
    why: Label::new(
        "No step is left without a successor (OPS-1.1); a deal without one is forgotten, and a middle lead needs nurturing (OPS-2.3.3).",
        "每个环节都要有后续（OPS-1.1）；没有下一步的机会会被遗忘，中等级线索需要培育（OPS-2.3.3）。",
    ),
    example: "stage: interested\n# and no next",
    remedy: Label::new("Agree on a next step and write it down.", "约定下一步并记录。"),
    clauses: &["OPS-1.1", "OPS-3.3.2", "OPS-2.3.3"],
    kinds: &[Kind::Lead, Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let (open, next) = match row.kind {
            Kind::Lead => {
                let Some(lead) = cx.book.get::<Lead>(row.id).map(|lead| lead.record) else {
                    return;
                };
                (lead.is_open() && lead.owner.is_some(), &lead.next)
            }
            _ => {
                let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
                (deal.record.outcome() == Outcome::Open, &deal.record.next)
            }
        };
        let planned = next.as_ref().is_some_and(|next| next.on.is_some());
        if open && !planned && !missing_required::is_untouched_import(row) {
            let reference = row.reference();
            sink.at(row, Place::File, say!(en: "no next step is planned", zh: "没有下一步安排"))
                .help(say!(
                    en: "plan it: `salesops set {reference} next.on=DATE next.what=TEXT`",
                    zh: "安排下一步：`salesops set {reference} next.on=日期 next.what=事项`"
                ));
        }
    }),
};
