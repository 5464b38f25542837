//! The funnel of a cohort: how many of the deals that began together ever came how far.

use super::rate::share;
use crate::base::decimal::Decimal;

/// One step of a funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// How many ever came so far or further, whatever became of them.
    pub reached: usize,
    /// The share of them that came to the next step; `None` at the last.
    pub to_next: Option<Decimal>,
    /// The share of those at the first step that came here.
    pub from_first: Option<Decimal>,
}

/// The steps of a funnel of `steps` stages, from the furthest stage of each deal.
///
/// Each deal counts once a stage, so that leaving and entering again changes nothing; who skipped
/// a stage has passed it. Furthest stages past the last step count as the last.
pub fn steps(furthest: impl IntoIterator<Item = usize>, steps: usize) -> Vec<Step> {
    let mut reached = vec![0_usize; steps];
    for stage in furthest {
        if let Some(count) = reached.get_mut(stage.min(steps.saturating_sub(1))) {
            *count += 1;
        }
    }
    for at in (1..steps).rev() {
        reached[at - 1] += reached[at];
    }
    let rate = |part: usize, whole: usize| share(part.try_into().ok()?, whole.try_into().ok()?);
    let step = |at: usize| Step {
        reached: reached[at],
        to_next: reached.get(at + 1).and_then(|next| rate(*next, reached[at])),
        from_first: rate(reached[at], reached[0]),
    };
    (0..steps).map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn who_came_further_has_been_here() {
        let told: Vec<(usize, String)> = steps([0, 2, 2, 1], 3)
            .iter()
            .map(|step| {
                (step.reached, step.to_next.map(|rate| rate.to_string()).unwrap_or_default())
            })
            .collect();
        let wanted = [(4, "0.750000"), (3, "0.666667"), (2, "")];
        assert_eq!(told, wanted.map(|(n, rate)| (n, rate.to_owned())));
    }

    #[test]
    fn an_empty_cohort_has_no_rates() {
        let none = Step { reached: 0, to_next: None, from_first: None };
        assert_eq!(steps([], 2), [none, none]);
        assert_eq!(steps([1], 0), []);
    }

    proptest! {
        #[test]
        fn a_funnel_never_widens(furthest: Vec<usize>, count in 0_usize..9) {
            let steps = steps(furthest, count);
            prop_assert!(steps.windows(2).all(|pair| pair[0].reached >= pair[1].reached));
        }
    }
}
