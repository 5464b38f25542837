//! Parameters of after-sales service.

use serde::Deserialize;

use crate::model::ticket::Severity;

/// Parameters of tickets.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ticket {
    /// In how many hours somebody answers (OPS-6.2.1).
    pub response_hours: BySeverity,
    /// In how many hours somebody answers a key account (DEV-KA-13).
    pub key_account_response_hours: i64,
    /// In how many working days it is solved (OPS-6.2.2).
    pub resolve_days: BySeverity,
    /// How many hours beyond the limit it goes to a superior (OPS-6.1.2).
    pub escalate_after_hours: i64,
    /// In how many working days after it is solved the customer is asked (OPS-6.2.3).
    pub followup_days: i64,
    /// How many working days the customer has to answer (own).
    pub no_answer_days: i64,
    /// The least score with which it is closed, of 5 (OPS-6.2.3).
    pub close_min_score: i64,
}

/// A limit for each severity.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BySeverity {
    critical: i64,
    major: i64,
    normal: i64,
}

impl BySeverity {
    /// The limit for a severity.
    pub fn of(self, severity: Severity) -> i64 {
        match severity {
            Severity::Critical => self.critical,
            Severity::Major => self.major,
            Severity::Normal => self.normal,
        }
    }
}

/// Parameters of complaints.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    /// In how many hours somebody answers (ITS-7.2.2).
    pub response_hours: i64,
    /// In how many working days it is solved (ITS-7.2.2).
    pub resolve_days: i64,
}
