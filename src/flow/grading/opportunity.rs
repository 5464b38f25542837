//! Opportunities A, B and C, by their chance to win and the evidence for it (OPS-4.2).

use super::{Criterion, Grader, Verdict, within};
use crate::base::decimal::Decimal;
use crate::base::text::{Label, Text};
use crate::book::AnyRow;
use crate::model::Opportunity;
use crate::model::common::{Clarity, Degree, Grade};
use crate::model::opportunity::Position;
use crate::say;

pub(super) fn grade<'b>(grader: &Grader<'b>, row: AnyRow<'b>) -> Option<Verdict> {
    let deal = grader.book.get::<Opportunity>(row.id)?.record;
    let policy = grader.book.policy().opp();
    let evaluated = deal.evaluation.as_ref().and_then(|evaluation| evaluation.probability);
    let because = match evaluated {
        Some(chance) => vec![(evaluated_text(), chance)],
        None => grader.counted(&grader.opportunity, row),
    };
    let points = within(&because, 100);
    let label = Label::new("chance to win", "成交概率");
    let criteria = vec![Criterion { key: "probability", label, weight: None, points, because }];
    let chance = Decimal::new(i128::from(points), 2)?;
    let missing = lacking(deal);
    let mut remarks = Vec::new();
    let grade = if chance > policy.prob_a_above && missing.is_empty() {
        Grade::A
    } else if deal.need_clarity == Some(Clarity::Unclear) {
        // OPS-4.2.4: an unclear need is a C, whatever the chance.
        remarks.push(say!(en: "the need is unclear: C", zh: "需求不明确，评为 C 级"));
        Grade::C
    } else if chance < policy.prob_c_below {
        Grade::C
    } else {
        if chance > policy.prob_a_above {
            let keys = missing.join(", ");
            remarks.push(say!(
                en: "the chance is that of an A, but an A also asks for {keys}",
                zh: "概率达到 A 级，但 A 级还要求 {keys}"
            ));
        }
        Grade::B
    };
    Some(Verdict {
        grade: grade.key(),
        label: grade.label(),
        score: Decimal::from_int(i128::from(points)),
        criteria,
        remarks,
        clauses: &["OPS-4.2.1", "OPS-4.2.2", "OPS-4.2.3", "OPS-4.2.4"],
    })
}

// What grade A asks for beside the chance (OPS-4.2.2), as the conditions that do not hold.
fn lacking(deal: &Opportunity) -> Vec<&'static str> {
    let asked = [
        (deal.need_clarity == Some(Clarity::Clear), "need_clarity:clear"),
        (deal.intent == Some(Degree::High), "intent:high"),
        (deal.competitive_position == Some(Position::Ahead), "competitive_position:ahead"),
    ];
    asked.iter().filter(|(holds, _)| !holds).map(|(_, condition)| *condition).collect()
}

fn evaluated_text() -> Text {
    say!(en: "as evaluated (`evaluation.probability`)", zh: "评估结果（`evaluation.probability`）")
}
