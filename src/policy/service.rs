//! Parameters of after-sales service.

use serde::Deserialize;

use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::period::Unit;
use crate::base::text::Label;
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

/// Parameters of satisfaction surveys.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// How often customers are asked (ITS-4.3.2).
    pub cadence: Every,
    /// The least share of the customers asked that answer (ITS-4.3.2).
    pub min_response_rate: Decimal,
    /// The highest score (OPS-6.4.1).
    pub scale: i64,
    /// How often after-sales service is reviewed (OPS-6.4.1).
    pub review_cadence: Every,
}

/// How the answers of surveys and the scores of tickets make one index.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Satisfaction {
    /// How much each counts (ITS-4.1.5).
    pub weights: BySource,
    /// Fewer give no figure (ITS-4.1.5).
    pub min_answers: u32,
}

/// A weight for each kind of record in which customers say how content they are; nothing of what
/// has none is counted.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BySource {
    /// An answer to a survey.
    pub survey: u32,
    /// A score of a ticket.
    pub ticket: u32,
}

/// Parameters of looking after products in use.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Maintenance {
    /// Days between two times (OPS-6.3.1).
    pub interval_days: i64,
}

/// Parameters of upgrades.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Upgrade {
    /// How many days before an upgrade customers are told of it (OPS-6.3.2).
    pub notice_days: i64,
}

/// How often something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// Once a week.
    Weekly,
    /// Once a month.
    Monthly,
    /// Once a quarter.
    Quarterly,
    /// Once a year.
    Yearly,
}

impl Every {
    /// The unit of the calendar that it is done once in.
    pub const fn unit(self) -> Unit {
        match self {
            Every::Weekly => Unit::Week,
            Every::Monthly => Unit::Month,
            Every::Quarterly => Unit::Quarter,
            Every::Yearly => Unit::Year,
        }
    }

    /// The day that lies one such time before another.
    pub fn before(self, day: Date) -> Option<Date> {
        match self {
            Every::Weekly => day.checked_add_days(-7),
            Every::Monthly => day.checked_add_months(-1),
            Every::Quarterly => day.checked_add_months(-3),
            Every::Yearly => day.checked_add_months(-12),
        }
    }

    /// Its words: "once a quarter", 每季度.
    pub const fn label(self) -> Label {
        match self {
            Every::Weekly => Label::new("once a week", "每周"),
            Every::Monthly => Label::new("once a month", "每月"),
            Every::Quarterly => Label::new("once a quarter", "每季度"),
            Every::Yearly => Label::new("once a year", "每年"),
        }
    }
}
