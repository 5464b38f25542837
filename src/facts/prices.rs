//! Which price of a product holds on a day, and what is quoted below it (OPS-4.4.1).

use super::people;
use crate::base::date::Date;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::id::Id;
use crate::book::Book;
use crate::model::opportunity::Line;
use crate::model::product::Price;
use crate::model::{Product, Proposal};

/// The price of a product that is in force on a day: the one that began last.
pub fn in_force<'b>(book: &'b Book<'_>, product: &Id, on: Date) -> Option<&'b Price> {
    let prices = &book.get::<Product>(product)?.record.prices;
    let begun = prices.iter().filter(|price| price.from.is_none_or(|from| from <= on));
    begun.max_by_key(|price| price.from)
}

/// The greatest discount of a proposal's lines, in per cent of the list prices in force on its day: when
/// it was submitted, else entered. `None` where no line has a list price of its currency.
pub fn discount(book: &Book<'_>, proposal: &Proposal) -> Option<Decimal> {
    let hundred = Decimal::from_int(100);
    let off = |(line, price): (&Line, &Price)| {
        let less = price.list.checked_sub(line.price?)?;
        less.checked_mul(hundred)?.div(price.list, 2, Rounding::HalfAwayFromZero)
    };
    quoted(book, proposal).filter_map(off).max()
}

/// Whether a proposal gives more off than its owner may, or goes below the floor of a price.
pub fn is_beyond_limit(book: &Book<'_>, proposal: &Proposal) -> bool {
    let limits = &book.policy().discount().limits;
    let owner = proposal.owner.as_deref();
    let may = |role: &String| owner.is_some_and(|owner| people::has_rank(book, owner, role));
    let limit = limits.iter().filter(|(role, _)| may(role)).map(|(_, limit)| *limit).max();
    let below = |(line, price): (&Line, &Price)| {
        let floor = price.floor.as_ref().map(|floor| *floor.reveal());
        line.price.zip(floor).is_some_and(|(price, floor)| price < floor)
    };
    discount(book, proposal)
        .is_some_and(|off| off > limit.unwrap_or(Decimal::ZERO).max(Decimal::ZERO))
        || quoted(book, proposal).any(below)
}

fn quoted<'b>(
    book: &'b Book<'_>,
    proposal: &'b Proposal,
) -> impl Iterator<Item = (&'b Line, &'b Price)> {
    let entered = || proposal.entered.as_ref().map(|entered| entered.at.date());
    let day = proposal.submitted_on.or_else(entered).unwrap_or(Date::END);
    let own = book.policy().currency();
    let currency = proposal.currency.unwrap_or(own);
    proposal.lines.iter().filter_map(move |line| {
        let price = in_force(book, &line.product, day)?;
        (price.currency.unwrap_or(own) == currency).then_some((line, price))
    })
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
        let off = discount(&book, proposal).map_or("-".to_owned(), |off| off.to_string());
        (off, is_beyond_limit(&book, proposal))
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
