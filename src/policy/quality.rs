//! Parameters of how records are kept: audits, supervision, notices, and what they count.

use serde::Deserialize;

use crate::base::decimal::Decimal;

/// What the quality of tags counts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// Its share of an assessment, in per cent; the table of weights shares the rest. 0 leaves it out
    /// (own, for TAG-7.2: the section is missing in its source).
    pub quality_weight: Decimal,
    /// What it is made of.
    pub quality_parts: Parts,
}

/// How much each part of tag quality counts, against the others of which something is known.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// The required fields that are filled.
    pub completeness: u32,
    /// What was entered in time.
    pub timeliness: u32,
    /// The audited records in which nothing was found.
    pub audit: u32,
}

/// In how many days records are looked over.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refresh {
    /// Customers (TAG-4.1.1a).
    pub customer_days: i64,
    /// Open deals (TAG-4.1.2a).
    pub opportunity_days: i64,
    /// Products (TAG-4.1.3a).
    pub product_days: i64,
    /// Members (TAG-4.1.4a).
    pub member_days: i64,
}

/// Parameters of audits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audit {
    /// The roles that review what was entered (TAG-4.3.1).
    pub roles: Vec<String>,
    /// How many members hold one of them at least (TAG-4.3.1).
    pub reviewer_min_count: usize,
    /// The share of the changed records that a review looks at (TAG-4.3.2).
    pub sample_ratio: Decimal,
    /// In how many working days what a review finds is mended (TAG-4.3.2).
    pub fix_within_days: i64,
}

/// Parameters of supervision.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supervision {
    /// The roles that supervise (TAG-7.1.1).
    pub roles: Vec<String>,
    /// Days between two supervisions (TAG-7.1.1).
    pub every_days: i64,
    /// How many records one looks at (TAG-7.1.2).
    pub sample_records: usize,
}

/// Parameters of notices.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// In how many working days what supervision finds is mended, and what is mended is seen by
    /// somebody else (TAG-7.1.3).
    pub fix_days: i64,
}
