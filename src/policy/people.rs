//! Parameters of trainings, meetings, awards and referrals.

use serde::Deserialize;

use super::selling::Cadence;
use crate::base::decimal::Decimal;
use crate::model::target::Kpi;

/// Parameters of trainings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// How many sessions a member has in a quarter (OPS-8.1.2).
    pub min_per_quarter: usize,
    /// How many days lie between two internal trainings at most (ITS-6.1.1).
    pub internal_every_days: i64,
    /// The topics that the trainings of a year cover (TEL-7.1.2).
    pub plan_topics: Vec<String>,
}

/// Parameters of hand-over lists.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    /// In how many working days giver and taker confirm a list (own, for OPS-1.1).
    pub confirm_days: i64,
}

/// Parameters of meetings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// How many days lie between two meetings of a team at most (OPS-8.3.2).
    pub team_every_days: i64,
    /// How many days lie between two meetings for sharing at most (OPS-8.3.2).
    pub sharing_every_days: i64,
    /// How often key accounts meet (DEV-KA-10).
    pub key_account: Cadence,
}

/// Parameters of awards.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Awards {
    /// By what members win (ITS-6.3.1).
    pub champion_metric: Kpi,
    /// By what teams win (ITS-6.3.1).
    pub team_metric: TeamMetric,
}

/// By what teams win.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TeamMetric {
    /// How far the team reaches its target for what members win by.
    TargetAttainment,
    /// The figure itself.
    Amount,
}

/// Parameters of referrals.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referral {
    /// What makes a referred lead a valid one (OPS-2.1.2).
    pub valid_when: Valid,
    /// What one is worth, in the policy's currency (OPS-2.1.2).
    pub reward: Decimal,
}

/// What makes a referred lead a valid one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Valid {
    /// It has become an opportunity.
    OpportunityCreated,
    /// The opportunity that it became is won.
    OpportunityWon,
}
