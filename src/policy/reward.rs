//! Parameters of what good results bring: bonus, commission, promotion.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::base::decimal::Decimal;
use crate::model::target::Basis;

/// The bonus of a month by the total of its assessment.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bonus {
    /// The base bonus of a month, in the policy's currency.
    pub base: Decimal,
    /// The factor of the base bonus by the total: `75-89`, `>=90`, `<60` (ITS-4.4.1).
    pub bands: BTreeMap<String, Decimal>,
}

/// A band of totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band<'p> {
    /// As it is written.
    pub key: &'p str,
    /// The least total; `None` for what lies below all others.
    pub from: Option<Decimal>,
    /// The factor.
    pub factor: Decimal,
}

impl Bonus {
    /// The bands, the lowest first. A band reaches up to the next one, so that 89.5 is of `75-89`.
    pub fn bands(&self) -> Vec<Band<'_>> {
        let band = |(key, factor): (_, &Decimal)| {
            let key: &String = key;
            Some(Band { key: key.as_str(), from: from(key)?, factor: *factor })
        };
        let all = self.bands.iter().filter_map(band);
        let mut all: Vec<Band<'_>> = all.collect();
        all.sort_by_key(|band| band.from);
        all
    }

    /// The band of a total.
    pub fn band(&self, total: Decimal) -> Option<Band<'_>> {
        let bands = self.bands();
        bands.into_iter().rfind(|band| band.from.is_none_or(|from| from <= total))
    }

    /// The keys that are no bands.
    pub fn unreadable(&self) -> impl Iterator<Item = &str> {
        self.bands.keys().map(String::as_str).filter(|key| from(key).is_none())
    }
}

// The least total of a band; `Some(None)` where it has none.
#[allow(clippy::option_option)]
fn from(key: &str) -> Option<Option<Decimal>> {
    let key = key.trim();
    if let Some(until) = key.strip_prefix('<') {
        return Decimal::parse(until.trim()).ok().map(|_| None);
    }
    let least = match key.strip_prefix(">=") {
        Some(least) => least,
        None => key.split_once('-')?.0,
    };
    Decimal::parse(least.trim()).ok().map(Some)
}

/// What members get of what they have sold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commission {
    /// What it is a share of (OPS-8.2.3).
    pub base: Base,
    /// The share, as a fraction (OPS-8.2.3).
    pub rate: Decimal,
}

/// What commission is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// Money that has come in.
    PaymentsReceived,
    /// Deals won.
    ContractsSigned,
    /// Orders confirmed.
    OrdersConfirmed,
    /// Invoices written.
    InvoicesWritten,
}

impl Base {
    /// What counts as sold.
    pub const fn basis(self) -> Basis {
        match self {
            Base::PaymentsReceived => Basis::Cash,
            Base::ContractsSigned => Basis::Contract,
            Base::OrdersConfirmed => Basis::Order,
            Base::InvoicesWritten => Basis::Invoice,
        }
    }
}

/// Who may rise.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promotion {
    /// How many excellent results in a row make a candidate (ITS-4.4.2).
    pub consecutive_excellent: usize,
}

/// The way up.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Career {
    /// The roles from the first to the last (TEL-7.3.1).
    pub ladder: Vec<String>,
}

impl super::Policy {
    /// The next rung of the ladder above a role: the lowest one of a higher level.
    pub fn next_rung(&self, role: &str) -> Option<&str> {
        let level = self.role_level(role)?;
        let ladder = &self.career().ladder;
        let above = |rung: &&String| self.role_level(rung).is_some_and(|it| it < level);
        ladder.iter().find(above).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use crate::base::decimal::Decimal;
    use crate::policy::Policy;

    // ITS-4.4.1
    #[test]
    fn a_band_reaches_up_to_the_next_one() {
        let policy = Policy::builtin();
        let factor = |total: &str| {
            let total = Decimal::parse(total).unwrap();
            policy.bonus().band(total).map(|band| (band.key.to_owned(), band.factor.to_string()))
        };
        for (total, key, wanted) in [
            ("120.00", ">=90", "1.2"),
            ("90", ">=90", "1.2"),
            ("89.99", "75-89", "1.0"),
            ("75", "75-89", "1.0"),
            ("74.5", "60-74", "0.8"),
            ("59.99", "<60", "0"),
            ("0", "<60", "0"),
        ] {
            assert_eq!(factor(total), Some((key.to_owned(), wanted.to_owned())), "{total}");
        }
        let (policy, faults) = Policy::parse("[bonus.bands]\nmany = 2\n");
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(policy.bonus().unreadable().collect::<Vec<_>>(), ["many"]);
    }

    // TEL-7.3.1, TEL-6.3.3
    #[test]
    fn the_next_rung_is_the_lowest_above() {
        let policy = Policy::builtin();
        for (role, next) in [
            ("sales_rep", Some("team_leader")),
            ("senior_sales_rep", Some("team_leader")),
            ("telesales_rep", Some("team_leader")),
            ("team_leader", Some("sales_supervisor")),
            ("sales_manager", None),
        ] {
            assert_eq!(policy.next_rung(role), next, "{role}");
        }
    }
}
