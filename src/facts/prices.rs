//! Which price of a product holds on a day, and what is quoted below it (OPS-4.4.1).

use super::{clock, credit, opportunity, people};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::id::Id;
use crate::base::money::Money;
use crate::book::Book;
use crate::model::common::Outcome;
use crate::model::opportunity::Line;
use crate::model::product::Price;
use crate::model::{Opportunity, Product, Proposal};

/// The price of a product that is in force on a day: the one that began last.
pub fn in_force<'b>(book: &'b Book<'_>, product: &Id, on: Date) -> Option<&'b Price> {
    let prices = &book.get::<Product>(product)?.record.prices;
    let begun = prices.iter().filter(|price| price.from.is_none_or(|from| from <= on));
    begun.max_by_key(|price| price.from)
}

/// Lines with prices, whose they are, and the day whose list prices they are held against.
#[derive(Clone, Copy)]
pub struct Offer<'b> {
    book: &'b Book<'b>,
    lines: &'b [Line],
    currency: Currency,
    day: Date,
    owner: Option<&'b Id>,
}

/// Amounts at list prices and at the prices that were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// At list prices.
    pub list: Money,
    /// At the prices of the lines.
    pub given: Money,
}

impl<'b> Offer<'b> {
    /// What a proposal offers, on the day on which it was submitted, else entered.
    pub fn of_proposal(book: &'b Book<'b>, proposal: &'b Proposal) -> Offer<'b> {
        Offer {
            book,
            lines: &proposal.lines,
            currency: proposal.currency.unwrap_or_else(|| book.policy().currency()),
            day: offered_on(book, proposal).unwrap_or(Date::END),
            owner: proposal.owner.as_deref(),
        }
    }

    /// For what a deal was won, on the day on which it was, of who won it; `None` where it was not by
    /// the end of `day`.
    pub fn of_won(book: &'b Book<'b>, deal: &'b Opportunity, day: Date) -> Option<Offer<'b>> {
        opportunity::standing(deal, day).filter(|it| it.outcome == Outcome::Won)?;
        Some(Offer {
            book,
            lines: &deal.lines,
            currency: opportunity::currency(deal, book.policy()),
            day: credit::decided_on(deal, day)?,
            owner: credit::owner_on(deal, day),
        })
    }

    /// The currency of its prices.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// The greatest discount of its lines, in per cent of the list prices in force. `None` where no
    /// line has a list price of its currency.
    pub fn discount(&self) -> Option<Decimal> {
        let hundred = Decimal::from_int(100);
        let off = |(line, price): (&Line, &Price)| {
            let less = price.list.checked_sub(line.price?)?;
            less.checked_mul(hundred)?.div(price.list, 2, Rounding::HalfAwayFromZero)
        };
        self.listed().filter_map(off).max()
    }

    /// Whether it gives more off than its owner may, or goes below the floor of a price.
    pub fn is_beyond_limit(&self) -> bool {
        let limits = &self.book.policy().discount().limits;
        let may = |role: &String| {
            self.owner.is_some_and(|owner| people::has_rank(self.book, owner, role))
        };
        let limit = limits.iter().filter(|(role, _)| may(role)).map(|(_, limit)| *limit).max();
        let limit = limit.unwrap_or(Decimal::ZERO).max(Decimal::ZERO);
        self.discount().is_some_and(|off| off > limit) || self.is_below_floor()
    }

    /// Whether it goes below the floor of a price.
    pub fn is_below_floor(&self) -> bool {
        let below = |(line, price): (&Line, &Price)| {
            let floor = price.floor.as_ref().map(|floor| *floor.reveal());
            line.price.zip(floor).is_some_and(|(price, floor)| price < floor)
        };
        self.listed().any(below)
    }

    /// What its lines come to that have both prices, each amount rounded once. `None` where there is
    /// no such line.
    pub fn sums(&self) -> Option<Sums> {
        let mut sums = None;
        for (line, price) in self.listed() {
            let Some(given) = line.total() else { continue };
            let (list, own) = sums.unwrap_or((Decimal::ZERO, Decimal::ZERO));
            let qty = line.qty.unwrap_or(Decimal::from_int(1));
            sums = Some((list.checked_add(price.list.checked_mul(qty)?)?, own.checked_add(given)?));
        }
        let (list, given) = sums?;
        Some(Sums { list: self.money(list)?, given: self.money(given)? })
    }

    /// How many of its lines have no list price of its currency, or no price.
    pub fn unlisted(&self) -> usize {
        let listed = self.listed().filter(|(line, _)| line.price.is_some());
        self.lines.len() - listed.count()
    }

    fn money(&self, amount: Decimal) -> Option<Money> {
        let exponent = self.currency.exponent();
        let rounded = amount.rounded(exponent, Rounding::HalfAwayFromZero)?;
        Money::from_decimal(rounded, self.currency).ok()
    }

    fn listed(&self) -> impl Iterator<Item = (&'b Line, &'b Price)> {
        let Offer { book, lines, currency, day, .. } = *self;
        let own = book.policy().currency();
        lines.iter().filter_map(move |line| {
            let price = in_force(book, &line.product, day)?;
            (price.currency.unwrap_or(own) == currency).then_some((line, price))
        })
    }
}

/// The day of a proposal: when it was submitted, else entered.
pub fn offered_on(book: &Book<'_>, proposal: &Proposal) -> Option<Date> {
    let entered = || proposal.entered.as_ref().map(|entered| clock::day(book, entered.at));
    proposal.submitted_on.or_else(entered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    fn quote(price: &str, more: &str) -> (String, bool) {
        let proposal = format!(
            "opportunity: d\nlines:\n  - product: erp\n    price: {price}\nsubmitted_on: 2026-11-10\n{more}"
        );
        let tree = Memory::new([
            ("members/ann.yaml", "name: Ann\nrole: sales_rep\n"),
            ("members/bob.yaml", "name: Bob\nrole: sales_manager\n"),
            ("members/cy.yaml", "name: Cy\nrole: sales_clerk\n"),
            (
                "products/erp.yaml",
                "name: ERP\nprices:\n  - {list: 50}\n  - {from: 2026-11-01, list: 100, floor: 70}\n  \
                 - {from: 2026-12-01, list: 200}\n",
            ),
            ("proposals/p.yaml", proposal.as_str()),
        ]);
        let book = Book::open(&tree).unwrap();
        let proposal = book.get::<Proposal>("p").unwrap().record;
        let offer = Offer::of_proposal(&book, proposal);
        let off = offer.discount().map_or("-".to_owned(), |off| off.to_string());
        (off, offer.is_beyond_limit())
    }

    // OPS-4.4.1
    #[test]
    fn each_role_has_its_limit_and_no_role_goes_below_the_floor() {
        let said = |price: &str, owner: &str| quote(price, &format!("owner: {owner}\n"));
        assert_eq!(said("95", "ann"), ("5.00".to_owned(), false));
        assert_eq!(said("94.99", "ann"), ("5.01".to_owned(), true));
        assert_eq!(said("80", "bob"), ("20.00".to_owned(), false));
        assert_eq!(said("79", "bob"), ("21.00".to_owned(), true));
        assert_eq!(said("99", "cy"), ("1.00".to_owned(), true));
        assert_eq!(said("120", "cy"), ("-20.00".to_owned(), false));
        assert_eq!(said("69", "bob"), ("31.00".to_owned(), true));
        assert!(quote("95", "").1, "nobody may");
        assert_eq!(quote("1", "currency: USD\nowner: ann\n"), ("-".to_owned(), false));
    }
}
