//! Parameters of activities: calls, visits and what is written down of them; scripts and plans.

use serde::Deserialize;

use crate::base::decimal::Decimal;
use crate::model::common::Degree;

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
    /// Whether telesales call by a script (TEL-3.2.2).
    pub script_required: bool,
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
    /// Whether a visit to a key customer is prepared (OPS-3.4.1).
    pub prep_required: bool,
    /// After how many visits somebody with the power to decide was met (DEV-5.5.2A).
    pub decision_maker_after: usize,
    /// In how many working days a visit is written down (OPS-3.4.3).
    pub report_days: i64,
    /// After how many days a key customer is visited again (OPS-3.4.1).
    pub key_customer_interval_days: i64,
    /// The words by which a next step is known to be a visit (own).
    pub words: Vec<String>,
    /// The queries of which one fits a key customer (OPS-3.4.1).
    pub key_customer_def: Vec<String>,
}

/// Parameters of call scripts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// Words that no script says (TEL-1.3.3).
    pub forbidden_words: Vec<String>,
    /// After how many days somebody asks again whether it works (TEL-5.2.2).
    pub review_every_days: i64,
}

/// Parameters of development plans.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The grades of lead that get a plan (OPS-3.1.1).
    pub required_for_grades: Vec<Degree>,
    /// In how many working days after a lead was assigned it is drawn up (OPS-3.1.1).
    pub due_after_assign_days: i64,
    /// From which share of the same text a plan is a copy, as a fraction (OPS-3.1.2).
    pub duplicate_similarity: Decimal,
}

/// Parameters of market intelligence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intel {
    /// After how many days who told of the market tells again (DEV-SOP-4).
    pub rep_every_days: i64,
}
