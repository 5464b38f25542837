//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::View;
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::is_open;
use crate::facts::steps::is_untouched_import;
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
        // A lead that nobody has yet waits to be assigned.
        let waits = row.kind == Kind::Lead && row.fields.get("owner").is_absent();
        let open = !waits && is_open(cx.book, row.kind, row.id);
        let planned =
            matches!(row.fields.get("next"), View::Group(next) if !next.get("on").is_absent());
        if open && !planned && !is_untouched_import(row) {
            let reference = row.reference();
            sink.at(row, Place::File, say!(en: "no next step is planned", zh: "没有下一步安排"))
                .help(say!(
                    en: "plan it: `salesops set {reference} next.on=DATE next.what=TEXT`",
                    zh: "安排下一步：`salesops set {reference} next.on=日期 next.what=事项`"
                ));
        }
    }),
};
