//! Parameters of opportunities, proposals, negotiations, contracts and expenses.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::scoring;
use crate::base::decimal::Decimal;
use crate::base::period::Unit;

/// Parameters of what other departments are asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Working days for a department to do what it is asked for where no day is agreed (OPS-4.3.2).
    pub request_days: i64,
}

/// Parameters of opportunities.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opp {
    /// The stage in which a converted lead begins (OPS-4.1.1).
    pub entry_stage: String,
    /// How many people the task force of a grade A opportunity has (OPS-4.3.1a).
    pub task_force_min: usize,
    /// Who may close a grade A opportunity: this role or one above.
    pub close_a_role: String,
    /// The probability above which a deal is of grade A, as a fraction (OPS-4.2.2).
    pub prob_a_above: Decimal,
    /// The probability below which a deal is of grade C, as a fraction (OPS-4.2.4).
    pub prob_c_below: Decimal,
    /// The point table of the probability, in per cent.
    pub points: Vec<scoring::Points>,
}

/// Parameters of proposals.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// The least role that has proposals made (ITS-3.3.1).
    pub organiser_min_role: String,
    /// How many working days a review takes at most (OPS-4.4.3).
    pub review_days: i64,
    /// In how many working days a customer's feedback is answered (ITS-3.3.3).
    pub feedback_answer_days: i64,
}

/// How much off the list price members may give (own).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discount {
    /// By role, in per cent; who stands higher may give as much.
    pub limits: BTreeMap<String, Decimal>,
}

/// Parameters of negotiations.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Negotiation {
    /// The least role that leads them (ITS-3.4.1).
    pub lead_min_role: String,
    /// Below this amount, in the policy's currency, anybody may lead (ITS-3.4.1).
    pub rep_may_lead_below: Decimal,
    /// In how many working days the minutes are written (OPS-4.5.3).
    pub minutes_days: i64,
}

/// Parameters of contracts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// How many working days a review takes at most (OPS-4.6.1).
    pub review_days: i64,
    /// In how many working days after an agreement it is signed (TEL-3.5.1).
    pub sign_within_days: i64,
    /// In how many working days the signed contract is distributed (OPS-4.6.3).
    pub distribute_days: i64,
    /// The departments that get a copy (OPS-4.6.3).
    pub distribute_to: Vec<String>,
    /// Those without whose copy nothing is delivered (ITS-3.5.1).
    pub distribute_to_min: Vec<String>,
}

/// Parameters of expenses.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expense {
    /// Within how many days of being spent money is claimed (ITS-5.2.1).
    pub claim_within_days: i64,
    /// From which share of its amount on a budget is worth a warning (ITS-5.3.1).
    pub warn_ratio: Decimal,
    /// The most that one claim spends on entertainment, in the policy's currency (ITS-5.3.1).
    pub entertainment_cap: Decimal,
    /// By what expenses are looked at over time (ITS-5.3.2).
    pub review_cadence: Cadence,
}

/// How often something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cadence {
    /// Every month.
    Monthly,
    /// Every quarter.
    Quarterly,
    /// Every year.
    Yearly,
}

impl Cadence {
    /// The unit of the calendar.
    pub const fn unit(self) -> Unit {
        match self {
            Cadence::Monthly => Unit::Month,
            Cadence::Quarterly => Unit::Quarter,
            Cadence::Yearly => Unit::Year,
        }
    }
}
