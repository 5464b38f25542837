//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps::is_untouched_import;
use crate::flow::gates::{self, Deal};
use crate::model::Opportunity;
use crate::model::common::Outcome;

/// A deal stands in a stage without what its gates ask for.
pub static RULE: Rule = Rule {
    name: "stage-without-gate",
    level: Level::Error,
    what: Label::new(
        "An opportunity has on record what the gates up to its stage ask for, unless they were waived.",
        "机会应具备到当前阶段为止各关卡所要求的内容，已豁免的除外。",
    ),
    why: Label::new(
        "A stage says what is known of the deal; without the evidence the forecast is a guess (OPS-4.1.2).",
        "阶段说明对机会的了解程度；没有依据的预测只是猜测（OPS-4.1.2）。",
    ),
    example: "stage: solution\n# and no budget, no pain points",
    remedy: Label::new(
        "Supply what is missing, or put the deal back.",
        "补充缺少的内容，或退回前一阶段。",
    ),
    clauses: &[],
    kinds: &[Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
        let record = deal.record;
        let living = matches!(record.outcome(), Outcome::Open | Outcome::Won);
        if !living || is_untouched_import(row) {
            return;
        }
        let subject = Deal { book: cx.book, row: deal, day: cx.today, wide: cx.wide };
        // A track whose query cannot be read is a finding of the policy.
        let Ok(missing) = gates::missing(&subject, None, &record.stage) else { return };
        for lack in missing {
            if record.moves.iter().any(|step| step.waived.iter().any(|gate| gate == lack.gate)) {
                continue;
            }
            sink.lacks(row, &lack, "stage");
        }
    }),
};
