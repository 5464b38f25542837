//! High, middle and low leads (OPS-2.3).

use super::{Criterion, Grader, Verdict, score, within};
use crate::base::decimal::Decimal;
use crate::base::text::Text;
use crate::book::AnyRow;
use crate::model::Lead;
use crate::model::common::{Clarity, Degree};
use crate::model::lead::Score;
use crate::policy::scoring::MOST;
use crate::say;

pub(super) fn grade<'b>(grader: &Grader<'b>, row: AnyRow<'b>) -> Option<Verdict> {
    let lead = grader.book.get::<Lead>(row.id)?.record;
    let policy = grader.book.policy().lead();
    let hand = lead.score.as_ref();
    let weights = [policy.weights.fit, policy.weights.intent, policy.weights.value];
    let given =
        [hand.and_then(|it| it.fit), hand.and_then(|it| it.intent), hand.and_then(|it| it.value)];
    let criterion = |at: usize| {
        let field = &Score::FIELDS[at];
        let because = match given[at] {
            Some(points) => vec![(by_hand(), points)],
            None => grader.counted(&grader.lead[at], row),
        };
        let points = within(&because, MOST);
        Criterion { key: field.key, label: field.label, weight: Some(weights[at]), points, because }
    };
    let criteria: Vec<Criterion> = (0..Score::FIELDS.len()).map(criterion).collect();
    let score = score(&criteria);
    let mut remarks = Vec::new();
    let by_score = match score {
        score if score >= Decimal::from_int(i128::from(policy.cut_high)) => Degree::High,
        score if score >= Decimal::from_int(i128::from(policy.cut_mid)) => Degree::Mid,
        _ => Degree::Low,
    };
    // OPS-2.3.2: a high lead has a clear need and a strong intent.
    let founded = lead.need_clarity == Some(Clarity::Clear) && lead.intent == Some(Degree::High);
    let grade = if by_score == Degree::High && !founded {
        remarks.push(say!(
            en: "the score is that of a high lead, but a high one has `need_clarity` clear and `intent` high",
            zh: "分数达到高等级，但高等级还要求需求明确（`need_clarity`）且购买意向高（`intent`）"
        ));
        Degree::Mid
    } else {
        by_score
    };
    let clauses = &["OPS-2.3.1", "OPS-2.3.2", "OPS-2.3.3", "OPS-2.3.4"];
    Some(Verdict { grade: grade.key(), label: grade.label(), score, criteria, remarks, clauses })
}

fn by_hand() -> Text {
    say!(en: "given by hand (`score`)", zh: "人工评分（`score`）")
}
