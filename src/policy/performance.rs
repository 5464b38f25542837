//! Parameters of what sales, growth and profit mean.

use serde::Deserialize;

use crate::model::target::Basis;

/// What counts as sold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sales {
    /// The basis of targets and figures that name none (ITS-4.1.1).
    pub basis: Basis,
}

/// What makes a customer a new one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewCustomer {
    /// What has to happen for the first time (ITS-4.1.4).
    pub counts_on: First,
}

/// What has to happen for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum First {
    /// An order is confirmed, or a deal won for which there is no order.
    FirstOrderConfirmed,
    /// A deal is won.
    FirstDealWon,
}

/// What growth is measured against.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Growth {
    /// The period before, or the same one a year before (ITS-4.1.3).
    pub compare_with: Compare,
}

/// The time that a period is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compare {
    /// The period before, of equal length.
    PreviousPeriod,
    /// The same months a year before.
    YearBefore,
}

/// What profit is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profit {
    /// Whether claimed expenses are taken off (ITS-4.1.2).
    pub deduct_expense: bool,
}
