//! Groups: the deals behind each row of a table.

use std::collections::BTreeMap;

use super::deal::Deal;
use super::place::{self, Key, Share};
use super::{By, Cx, Dimension, Request};
use crate::base::currency::Currency;
use crate::base::money::Money;
use crate::model::common::Outcome;

/// A deal in a group, with what of its amount falls there.
#[derive(Clone, Copy)]
pub(super) struct Part<'d, 'b> {
    /// The deal.
    pub deal: &'d Deal<'b>,
    /// What falls to the group.
    pub amount: Option<Money>,
}

impl<'d, 'b> Part<'d, 'b> {
    /// The whole deal.
    pub(super) fn whole(deal: &'d Deal<'b>) -> Part<'d, 'b> {
        Part { deal, amount: deal.amount }
    }

    /// Whether the deal has the outcome.
    pub(super) fn is(&self, outcome: Outcome) -> bool {
        self.deal.outcome() == outcome
    }
}

/// What tells a row apart: its value along each dimension, and its currency where money counts.
pub(super) type Place<'b> = (Vec<Key<'b>>, Option<Currency>);

/// The groups of a table, sorted.
#[derive(Default)]
pub(super) struct Groups<'d, 'b> {
    /// The deals of each row.
    pub rows: BTreeMap<Place<'b>, Vec<Part<'d, 'b>>>,
    /// How many deals stand in several rows.
    pub several: usize,
    /// How many deals miss the value of a dimension.
    pub missing: Vec<(By, usize)>,
    /// How many deals have an amount that their products do not share out.
    pub unassigned: usize,
    /// How many currencies there are; zero where money does not count.
    pub currencies: usize,
}

/// Groups deals by dimensions and, where `money` counts, by currency.
pub(super) fn group<'d, 'b>(
    cx: &Cx<'b>,
    request: &Request,
    by: &[By],
    money: bool,
    deals: &'d [Deal<'b>],
) -> Groups<'d, 'b> {
    let mut groups = Groups {
        missing: by.iter().map(|by| (by.clone(), 0)).collect(),
        unassigned: if money { unassigned(by, deals) } else { 0 },
        currencies: if money { currencies(deals) } else { 0 },
        ..Groups::default()
    };
    for deal in deals {
        let places = all_places(cx, request, by, deal);
        groups.several += usize::from(places.len() > 1);
        if let Some((keys, _)) = places.first() {
            for (key, (_, n)) in keys.iter().zip(&mut groups.missing) {
                *n += usize::from(key.is_missing());
            }
        }
        let currency = money.then_some(deal.currency);
        for (keys, share) in places {
            let amount = match share {
                Share::Whole => deal.amount,
                Share::Part(part) => part,
            };
            groups.rows.entry((keys, currency)).or_default().push(Part { deal, amount });
        }
    }
    groups
}

/// Every combination of the deal's values along the dimensions.
fn all_places<'b>(
    cx: &Cx<'b>,
    request: &Request,
    by: &[By],
    deal: &Deal<'b>,
) -> Vec<(Vec<Key<'b>>, Share)> {
    let mut all = vec![(Vec::new(), Share::Whole)];
    for by in by {
        let places = place::places(cx, request, by, deal);
        let longer = |(keys, share): &(Vec<Key<'b>>, Share)| {
            let join = |place: &place::Place<'b>| {
                let keys = keys.iter().chain([&place.key]).cloned().collect();
                (keys, if place.share == Share::Whole { *share } else { place.share })
            };
            places.iter().map(join).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

fn unassigned(by: &[By], deals: &[Deal<'_>]) -> usize {
    if !by.contains(&By::Field(Dimension::Product)) {
        return 0;
    }
    deals.iter().filter(|deal| place::is_unassigned(deal)).count()
}

fn currencies(deals: &[Deal<'_>]) -> usize {
    let mut all: Vec<Currency> = deals.iter().map(|deal| deal.currency).collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// The currency of all deals, where it is one.
pub(super) fn only_currency(deals: &[Deal<'_>]) -> Option<Currency> {
    let first = deals.first()?.currency;
    deals.iter().all(|deal| deal.currency == first).then_some(first)
}

/// The sum of what falls to a group; `None` in several currencies and where it does not fit.
pub(super) fn sum<'d, 'b: 'd>(
    parts: impl IntoIterator<Item = &'d Part<'d, 'b>>,
    currency: Option<Currency>,
) -> Option<Money> {
    Money::sum(parts.into_iter().filter_map(|part| part.amount), currency?)
}
