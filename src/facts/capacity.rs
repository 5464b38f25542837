//! What the eight scores of a dealer come to (DEV-5.3).

use crate::base::decimal::{Decimal, Rounding};
use crate::model::capacity::Capacity;
use crate::policy::Policy;

/// The weighted sum of the eight scores, of 100; `None` while one of them is missing.
pub fn total(capacity: &Capacity, policy: &Policy) -> Option<Decimal> {
    let weights = policy.capacity().weights.in_order();
    let scores = capacity.scores();
    let mut sum = 0;
    for ((_, score), weight) in scores.iter().zip(weights) {
        // A score beyond 1 to 5 is a finding of its own.
        let score = score.as_ref()?.score.clamp(0, 5);
        sum += i128::from(score) * i128::from(weight);
    }
    // Five points are the whole weight.
    Decimal::new(sum * 20, 2)?.rounded(1, Rounding::HalfAwayFromZero)
}

/// Whether a dealer is able enough; `None` while a score is missing.
pub fn passes(capacity: &Capacity, policy: &Policy) -> Option<bool> {
    let total = total(capacity, policy)?;
    Some(total >= Decimal::from_int(i128::from(policy.capacity().pass_score)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;
    use crate::model::Customer;
    use crate::store::Memory;

    // DEV-5.3.1 to DEV-5.3.8
    #[test]
    fn eight_scores_make_a_verdict() {
        let judged = |scores: [i64; 8], policy: &str| {
            let keys = [
                "funds",
                "storage",
                "delivery",
                "distribution",
                "staff",
                "operation",
                "willingness",
                "philosophy",
            ];
            let lines: Vec<String> = keys
                .iter()
                .zip(scores)
                .filter(|(_, score)| *score > 0)
                .map(|(key, score)| format!("  {key}: {{score: {score}}}\n"))
                .collect();
            let text = format!("name: C\ncapacity:\n{}", lines.concat());
            let tree = Memory::new([("customers/c.yaml", &*text), ("salesops.toml", policy)]);
            let book = Book::open(&tree).unwrap();
            let capacity = book.get::<Customer>("c").unwrap().record.capacity.clone().unwrap();
            let total = total(&capacity, book.policy()).map(|it| it.to_string());
            (total, passes(&capacity, book.policy()))
        };
        assert_eq!(judged([5; 8], ""), (Some("100.0".into()), Some(true)));
        assert_eq!(judged([3; 8], ""), (Some("60.0".into()), Some(true)));
        assert_eq!(judged([3, 3, 3, 2, 3, 3, 3, 3], ""), (Some("56.0".into()), Some(false)));
        assert_eq!(judged([5, 5, 5, 5, 5, 5, 5, 0], ""), (None, None));
        let strict = "[capacity]\npass_score = 61\n";
        assert_eq!(judged([3; 8], strict).1, Some(false));
    }
}
