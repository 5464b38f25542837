//! What a customer has bought, and so where it stands with us (TAG-2.1.6, DEV-3.1).

use super::{credit, opportunity};
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::book::{Book, Row};
use crate::model::Opportunity;
use crate::model::common::Outcome;
use crate::model::customer::Relation;

/// The deals won with a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History<'b> {
    /// How many (TAG-2.1.6b).
    pub deals: i64,
    /// The day of the first (TAG-2.1.6a).
    pub first: Option<Date>,
    /// The day of the last.
    pub last: Option<Date>,
    /// What was bought (TAG-2.1.6c), sorted.
    pub products: Vec<&'b Id>,
    /// Their amount, currency by currency (TAG-2.1.6d).
    pub totals: Vec<Money>,
    // The days of all, sorted.
    days: Vec<Date>,
}

/// What was won with a customer by the end of a day.
pub fn of<'b>(book: &'b Book<'_>, customer: &Id, day: Date) -> History<'b> {
    let mut history = History::default();
    for row in book.referring::<Opportunity>(Kind::Customer, customer) {
        let is_buyer = row.record.customer.as_deref() == Some(customer);
        if is_buyer && is_won(row, day) {
            history.add(book, row.record, day);
        }
    }
    history.days.sort_unstable();
    history.first = history.days.first().copied();
    history.last = history.days.last().copied();
    history.products.sort_unstable();
    history.products.dedup();
    history.totals.sort_unstable_by_key(|total| total.currency().code());
    history
}

fn is_won(row: Row<'_, Opportunity>, day: Date) -> bool {
    opportunity::standing(row.record, day).is_some_and(|it| it.outcome == Outcome::Won)
}

impl<'b> History<'b> {
    fn add(&mut self, book: &'b Book<'_>, deal: &'b Opportunity, day: Date) {
        self.deals += 1;
        self.days.extend(credit::decided_on(deal, day));
        self.products.extend(deal.lines.iter().map(|line| &*line.product));
        let Some(amount) = credit::amount_on(deal, book.policy(), day) else { return };
        let known = self.totals.iter_mut().find(|total| total.currency() == amount.currency());
        match known {
            // A sum beyond what money can count leaves the figure as it is.
            Some(total) => *total = total.checked_add(amount).unwrap_or(*total),
            None => self.totals.push(amount),
        }
    }

    /// Where the customer stands on a day: without a deal won a prospect; lapsed when the last one
    /// is further back than `lapsed_after_days`; new with one deal, also the first after a lapse;
    /// active with more. `None` where nothing dates a deal that was won.
    pub fn relation(&self, day: Date, lapsed_after_days: i64) -> Option<Relation> {
        let Some(last) = self.last else {
            return (self.deals == 0).then_some(Relation::Prospect);
        };
        let is_lapse = |from: Date, to: Date| to.days_since(from) > lapsed_after_days;
        if is_lapse(last, day) {
            return Some(Relation::Lapsed);
        }
        let pairs = self.days.windows(2).rev();
        let since_lapse = 1 + pairs.take_while(|pair| !is_lapse(pair[0], pair[1])).count();
        Some(if since_lapse > 1 { Relation::Active } else { Relation::New })
    }
}

/// Where a customer stands on a day, by what was won with it.
pub fn relation(book: &Book<'_>, customer: &Id, day: Date) -> Option<Relation> {
    of(book, customer, day).relation(day, book.policy().customer().lapsed_after_days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    fn won(on: &str, more: &str) -> String {
        format!(
            "customer: acme\nstage: contract\noutcome: won\n{more}\
             moves:\n  - {{on: {on}, stage: contract, outcome: won}}\nclosed: {{on: {on}}}\n"
        )
    }

    fn at(days: &[&str], today: &str) -> Option<Relation> {
        let mut tree = Memory::new([("customers/acme.yaml", "name: Acme\n")]);
        for (n, day) in days.iter().enumerate() {
            tree.insert(&format!("opportunities/o-{n}.yaml"), won(day, "").into_bytes());
        }
        let book = Book::open(&tree).unwrap();
        relation(&book, &Id::parse("acme").unwrap(), Date::parse_iso(today).unwrap())
    }

    // DEV-3.1
    #[test]
    fn where_a_customer_stands_follows_from_its_deals() {
        assert_eq!(at(&[], "2026-11-21"), Some(Relation::Prospect));
        assert_eq!(at(&["2026-06-01"], "2026-11-21"), Some(Relation::New));
        assert_eq!(at(&["2026-06-01"], "2026-05-31"), Some(Relation::Prospect));
        assert_eq!(at(&["2026-01-01", "2026-06-01"], "2026-11-21"), Some(Relation::Active));
        assert_eq!(at(&["2025-11-21"], "2026-11-21"), Some(Relation::New), "the 365th day");
        assert_eq!(at(&["2025-11-20"], "2026-11-21"), Some(Relation::Lapsed));
        assert_eq!(at(&["2024-01-01", "2026-06-01"], "2026-11-21"), Some(Relation::New));
        assert_eq!(
            at(&["2023-01-01", "2024-06-01", "2026-06-01", "2026-08-01"], "2026-11-21"),
            Some(Relation::Active)
        );
    }

    // TAG-2.1.6a to d
    #[test]
    fn the_history_counts_what_was_won_with_the_customer_itself() {
        let tree = Memory::new([
            ("customers/acme.yaml", "name: Acme\n"),
            (
                "opportunities/a.yaml",
                &*won("2026-03-01", "amount: 10.50\nlines:\n  - product: erp\n"),
            ),
            (
                "opportunities/b.yaml",
                &*won("2026-02-01", "amount: 5.00\nlines:\n  - product: crm\n  - product: erp\n"),
            ),
            ("opportunities/c.yaml", &*won("2026-04-01", "amount: 7.00\ncurrency: USD\n")),
            ("opportunities/d.yaml", "customer: acme\nstage: potential\namount: 9.00\n"),
            (
                "opportunities/e.yaml",
                &*won("2026-05-01", "amount: 9.00\n").replace("customer: acme", "via: acme"),
            ),
        ]);
        let book = Book::open(&tree).unwrap();
        let day = |day: &str| Date::parse_iso(day).unwrap();
        let history = of(&book, &Id::parse("acme").unwrap(), day("2026-11-21"));
        assert_eq!((history.deals, history.first), (3, Some(day("2026-02-01"))));
        assert_eq!(history.last, Some(day("2026-04-01")));
        let products: Vec<&str> = history.products.iter().map(|id| &***id).collect();
        assert_eq!(products, ["crm", "erp"]);
        let totals: Vec<String> = history.totals.iter().map(ToString::to_string).collect();
        assert_eq!(totals, ["15.50", "7.00"], "currencies are not added up");
        assert_eq!(of(&book, &Id::parse("acme").unwrap(), day("2026-02-28")).deals, 1);
    }
}
