//! Parameters of orders and of what follows them.

use serde::Deserialize;

use crate::base::decimal::Decimal;
use crate::model::customer::Rating;

/// Parameters of orders.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// How many working days after winning a deal its order is placed (DEV-5.7.2A).
    pub after_close_days: i64,
    /// Below this amount, in the policy's currency, an order needs no signed contract (own).
    pub without_contract_below: Decimal,
    /// In how many working days an order is reviewed (OPS-5.1.1).
    pub review_days: i64,
    /// By how many per cent an order may differ from its contract (OPS-5.1.1).
    pub price_tolerance: Decimal,
    /// In how many working days after the review the customer confirms it (OPS-5.1.2).
    pub confirm_days: i64,
    /// In how many working days after that it is with the departments (OPS-5.2.1).
    pub dispatch_days: i64,
    /// After how many days somebody looks at the progress again (OPS-5.3.1).
    pub progress_every_days: i64,
    /// In how many working days a change is assessed (OPS-5.3.2).
    pub change_assess_days: i64,
    /// In how many days after the delivery it is accepted (OPS-5.4.2).
    pub acceptance_days: i64,
}

/// Parameters of what the customer is told of an order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// In how many days the customer is told of the progress (ITS-3.5.2).
    pub customer_update_days: i64,
}

/// Parameters of payments.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// How many days after acceptance an order is paid where nothing else is agreed (OPS-5.4.2).
    pub default_terms_days: i64,
    /// How many days before a payment is due the customer is reminded (TEL-3.5.2).
    pub remind_days_before: i64,
    /// How many days it may be late without counting as such (TEL-3.5.2).
    pub overdue_grace_days: i64,
    /// After how many days late it goes to a superior, one further up each time (DEV-GAR-6).
    pub escalate_days: Vec<i64>,
}

/// Parameters of credit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// The rating below which an order needs the manager's approval (TAG-2.1.7a).
    pub order_gate_min_rating: Rating,
}
