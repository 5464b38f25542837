//! Parameters of activities: calls, visits and what is written down of them.

use serde::Deserialize;

/// Parameters of all activities.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// In how many hours an activity is written down (OPS-3.3.2).
    pub record_hours: i64,
}

/// Parameters of calls.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// In how many hours telesales write a call down (TEL-2.1.2).
    pub record_hours: i64,
    /// The roles that sell by telephone (own).
    pub telesales_roles: Vec<String>,
}

/// Parameters of visits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// Whether a visit is agreed on beforehand (DEV-5.4.1).
    pub appointment_required: bool,
    /// How many days before a visit a contact counts as that (own).
    pub appointment_days: i64,
    /// After how many visits somebody with the power to decide was met (DEV-5.5.2A).
    pub decision_maker_after: usize,
    /// In how many working days a visit is written down (OPS-3.4.3).
    pub report_days: i64,
    /// After how many days a key customer is visited again (OPS-3.4.1).
    pub key_customer_interval_days: i64,
    /// The queries of which one fits a key customer (OPS-3.4.1).
    pub key_customer_def: Vec<String>,
}
