//! Parameters of territories and blank regions.

use serde::Deserialize;

/// Parameters of territories.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Territory {
    /// How strict the book is with owners who do not work the territory (DEV-REG-1): a level.
    pub check: String,
    /// Who may give away what is others': this role or one above.
    pub transfer_role: String,
}

/// Parameters of blank regions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// How many days a registration holds after its approval (DEV-REG-3).
    pub registration_valid_days: i64,
}
