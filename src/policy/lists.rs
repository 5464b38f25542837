//! Stages, tracks and the entries of other lists of the policy.

use serde::Deserialize;

use crate::base::text::Text;

/// Where a stage stands in the life of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Up to the contract.
    Selling,
    /// The contract is being carried out.
    Delivery,
    /// Afterwards.
    After,
}

/// A sales stage.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    en: String,
    zh: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Where it stands in the life of a deal.
    pub phase: Phase,
    /// The chance to win from here, in per cent.
    pub probability: i64,
    /// After how many days in it a deal is stuck (DEV-5.7.2H).
    pub dwell_days: Option<i64>,
    /// What must be on record before a deal enters it.
    #[serde(default)]
    pub gates: Vec<String>,
}

impl Stage {
    /// The name for people.
    pub fn name(&self) -> Text {
        Text { en: self.en.clone().into(), zh: self.zh.clone().into() }
    }
}

/// A choice of gates for some deals.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    en: String,
    zh: String,
    /// The query that says which deals take it.
    pub when: String,
    /// The gates that it keeps; without them, all.
    pub gates: Option<Vec<String>>,
    /// The clauses behind it.
    #[serde(default)]
    pub clauses: Vec<String>,
}

impl Track {
    /// The name for people.
    pub fn name(&self) -> Text {
        Text { en: self.en.clone().into(), zh: self.zh.clone().into() }
    }
}

/// An entry of a list of values.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    en: String,
    zh: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The level of a role; 1 is the head of the company.
    pub level: Option<i64>,
    /// The clauses that name it.
    #[serde(default)]
    pub clauses: Vec<String>,
}

impl Names {
    /// The name for people.
    pub fn name(&self) -> Text {
        Text { en: self.en.clone().into(), zh: self.zh.clone().into() }
    }
}
