//! The targets that hold in a period: as written for it, summed of its months, or a longer one's share.

use std::collections::{HashMap, HashSet};

use super::kpi::Asked;
use crate::base::currency::Currency;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::period::{Period, Unit};
use crate::book::{Book, Row};
use crate::model::Target;
use crate::model::target::{Basis, Kpi, Who};

/// How a target for a period came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It was set for the period.
    Set,
    /// It is the sum of what was set for its months or quarters.
    Sum,
    /// It is the share of what was set for a longer time, by months.
    Share,
}

/// What is to be reached.
pub struct Aim<'b> {
    /// How much.
    pub value: Decimal,
    /// What counts as sold.
    pub basis: Basis,
    /// The currency of amounts.
    pub currency: Currency,
    /// How it came about.
    pub how: How,
    /// The targets behind it.
    pub of: Vec<Row<'b, Target>>,
}

impl Aim<'_> {
    /// What to ask the figures for.
    pub fn asked(&self, kpi: Kpi, period: Period) -> Asked {
        Asked { kpi, basis: self.basis, currency: self.currency, period }
    }
}

/// All targets, by whose they are.
pub struct Targets<'b> {
    book: &'b Book<'b>,
    of: HashMap<Who<'b>, Vec<Row<'b, Target>>>,
}

impl<'b> Targets<'b> {
    /// The targets of a book.
    pub fn new(book: &'b Book<'b>) -> Targets<'b> {
        let mut of: HashMap<Who<'b>, Vec<Row<'b, Target>>> = HashMap::new();
        for row in book.iter::<Target>() {
            of.entry(row.record.who()).or_default().push(row);
        }
        Targets { book, of }
    }

    /// Everybody who has a target, sorted.
    pub fn holders(&self) -> Vec<Who<'b>> {
        let mut all: Vec<Who<'b>> = self.of.keys().copied().collect();
        all.sort_unstable();
        all
    }

    /// How many targets lie within a period and are no part of what is asked of anybody in it: the
    /// rest of the period has none beside them.
    pub fn left_alone(&self, period: Period, used: &HashSet<(Who<'_>, Kpi)>) -> usize {
        let is_part = |row: &&Row<'b, Target>| {
            let own = row.record.period.period();
            period.from() <= own.from() && own.to() <= period.to()
        };
        let is_unused = |row: &&Row<'b, Target>| {
            let who = row.record.who();
            row.record.goals.iter().any(|goal| !used.contains(&(who, goal.kpi)))
        };
        self.of.values().flatten().filter(is_part).filter(is_unused).count()
    }

    /// What somebody is to reach in a period of one indicator; `None` where nothing says so.
    pub fn aim(&self, who: Who<'_>, kpi: Kpi, period: Period) -> Option<Aim<'b>> {
        let own = self.of.get(&who)?;
        self.set(own, kpi, period)
            .or_else(|| self.sum(own, kpi, period))
            .or_else(|| self.share(own, kpi, period))
    }

    fn set(&self, own: &[Row<'b, Target>], kpi: Kpi, period: Period) -> Option<Aim<'b>> {
        let exact = own.iter().filter(|row| row.record.period.period() == period);
        exact.filter_map(|row| self.of_row(*row, kpi, period)).next()
    }

    // What a target says for its own time.
    fn of_row(&self, row: Row<'b, Target>, kpi: Kpi, period: Period) -> Option<Aim<'b>> {
        let policy = self.book.policy();
        let goal = row.record.goal(kpi, period.from())?;
        Some(Aim {
            value: goal.value,
            basis: goal.basis.unwrap_or(policy.sales().basis),
            currency: row.record.currency.unwrap_or_else(|| policy.currency()),
            how: How::Set,
            of: vec![row],
        })
    }

    // All months of the period, or all its quarters; rates do not add up.
    fn sum(&self, own: &[Row<'b, Target>], kpi: Kpi, period: Period) -> Option<Aim<'b>> {
        let parts = |unit: Unit| -> Option<Aim<'b>> {
            let mut total: Option<Aim<'b>> = None;
            let mut at = unit.bucket(period.from());
            if at.from() != period.from() || kpi.is_rate() {
                return None;
            }
            while at.from() < period.to() {
                let part = self.set(own, kpi, at)?;
                total = Some(match total {
                    None => Aim { how: How::Sum, ..part },
                    Some(sum) => add(sum, part)?,
                });
                at = unit.next(at)?;
            }
            total.filter(|_| at.from() == period.to())
        };
        [Unit::Month, Unit::Quarter].into_iter().find_map(parts)
    }

    // Of the shortest longer time; a rate holds as it is.
    fn share(&self, own: &[Row<'b, Target>], kpi: Kpi, period: Period) -> Option<Aim<'b>> {
        let months = whole_months(period)?;
        let holds = |row: &&Row<'b, Target>| {
            let longer = row.record.period.period();
            longer.from() <= period.from() && period.to() <= longer.to() && longer != period
        };
        let mut longer: Vec<&Row<'b, Target>> = own.iter().filter(holds).collect();
        longer.sort_by_key(|row| row.record.period.period().days());
        longer.into_iter().find_map(|row| {
            let whole = self.of_row(*row, kpi, period)?;
            let of = whole_months(row.record.period.period())?;
            let part = || {
                let all = whole.value.checked_mul(Decimal::from_int(months.into()))?;
                all.div(Decimal::from_int(of.into()), 2, Rounding::HalfAwayFromZero)
            };
            let value = if kpi.is_rate() { whole.value } else { part()? };
            Some(Aim { value, how: How::Share, ..whole })
        })
    }
}

fn add<'b>(mut sum: Aim<'b>, part: Aim<'b>) -> Option<Aim<'b>> {
    if (sum.currency, sum.basis) != (part.currency, part.basis) {
        return None;
    }
    sum.value = sum.value.checked_add(part.value)?;
    sum.of.extend(part.of);
    Some(sum)
}

// How many months a period is a whole number of.
pub(super) fn whole_months(period: Period) -> Option<i64> {
    match period.unit()? {
        Unit::Month => Some(1),
        Unit::Quarter => Some(3),
        Unit::Year => Some(12),
        Unit::Day | Unit::Week => None,
    }
}
