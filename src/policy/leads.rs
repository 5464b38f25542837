//! Parameters of leads.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::assign::ByGrade;
use super::scoring;

/// Parameters of leads.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// Hours from receiving a lead to entering it (OPS-2.2.1).
    pub entry_hours: i64,
    /// Hours from receiving a lead to handing it to sales (OPS-2.1.1).
    pub handover_hours: i64,
    /// Working days from entering a lead to grading it (OPS-2.3.1).
    pub grade_within_days: i64,
    /// Hours from assigning a lead to the first contact, by its grade (OPS-3.2.1).
    pub first_contact_hours: ByGrade<i64>,
    /// How many characters a need has at least (OPS-2.2.2).
    pub need_min_chars: usize,
    /// The sources whose leads are screened before they are graded (OPS-2.1.3).
    pub prescreen_sources: Vec<String>,
    /// The sources whose leads name who referred them (OPS-2.1.2).
    pub referral_sources: Vec<String>,
    /// The source of the opportunity that a lead of a source becomes (TAG-2.2.1).
    pub opportunity_source: BTreeMap<String, String>,
    /// After how many days without response a lead may be dropped (OPS-2.3.4); so long a customer or
    /// lead is kept for its owner (DEV-REG-1).
    pub low_abandon_after_days: i64,
    /// Working days from strong interest to the opportunity (OPS-4.1.1).
    pub convert_within_days: i64,
    /// The weights of the criteria of the grade (OPS-2.3.1).
    pub weights: scoring::LeadWeights,
    /// The least score of a high lead, of 100 (OPS-2.3.1).
    pub cut_high: i64,
    /// The least score of a middle lead, of 100 (OPS-2.3.1).
    pub cut_mid: i64,
    /// The point tables of the grade.
    pub points: scoring::LeadPoints,
}
