//! What was sold: by deals won, orders, invoices or money received, each credited to the owner of the
//! deal at its closing (domain table (e)).

use super::lot::Event;
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::book::{Book, Row};
use crate::facts::opportunity::standing;
use crate::facts::{credit, people, prices};
use crate::model::common::Outcome;
use crate::model::opportunity::Line;
use crate::model::order::OrderStatus;
use crate::model::target::Basis;
use crate::model::{Contract, Opportunity, Order, Payment};

/// Something sold.
pub struct Sale<'b> {
    /// To whom.
    pub customer: Option<&'b Id>,
    /// For how much; `None` where nothing valid says so.
    pub amount: Option<Money>,
    /// What is left of it after what it cost us; `None` where a line has no price or its product no
    /// cost, and of invoices and payments, which have no lines.
    pub profit: Option<Money>,
}

/// Everything sold by the end of a day.
pub fn of<'b>(book: &'b Book<'b>, basis: Basis, day: Date) -> Vec<Event<'b, Sale<'b>>> {
    let mut events: Vec<Event<'b, Sale<'b>>> = match basis {
        Basis::Contract => {
            book.iter::<Opportunity>().filter_map(|deal| won(book, deal, day)).collect()
        }
        Basis::Order => {
            book.iter::<Order>().filter_map(|order| ordered(book, order, day)).collect()
        }
        Basis::Invoice => {
            book.iter::<Order>().flat_map(|order| invoiced(book, order, day)).collect()
        }
        Basis::Cash => book.iter::<Payment>().flat_map(|it| received(book, it, day)).collect(),
    };
    events.retain(|event| event.on <= day);
    events
}

/// When an order was confirmed: the step, else the customer's word; `None` where it was not, or was
/// cancelled.
pub fn confirmed_on(order: &Order) -> Option<Date> {
    if order.status() == OrderStatus::Cancelled {
        return None;
    }
    let step = order.moves.iter().find(|step| step.status.as_deref() == Some("confirmed"));
    let said = || order.customer_confirmation.as_ref().and_then(|it| it.on);
    step.map(|step| step.on).or_else(said)
}

/// The deal that an order comes from: its own, else its contract's.
pub fn deal_of<'b>(book: &'b Book<'b>, order: &'b Order) -> Option<Row<'b, Opportunity>> {
    let own = order.opportunity.as_deref();
    let id = own.or_else(|| {
        let contract = book.get::<Contract>(order.contract.as_deref()?)?;
        Some(&*contract.record.opportunity)
    })?;
    book.get::<Opportunity>(id)
}

fn won<'b>(
    book: &'b Book<'b>,
    deal: Row<'b, Opportunity>,
    day: Date,
) -> Option<Event<'b, Sale<'b>>> {
    let record = deal.record;
    if standing(record, day)?.outcome != Outcome::Won {
        return None;
    }
    let on = credit::decided_on(record, day)?;
    let amount = credit::amount_on(record, book.policy(), day);
    let profit = amount.and_then(|amount| profit(book, &record.lines, on, amount.currency()));
    let what = Sale { customer: record.customer.as_deref(), amount, profit };
    let owner = credit::owner_on(record, day);
    let team = credit::team_on(record, book, day);
    Some(Event { on, owner, team, record: (Kind::Opportunity, deal.id), what })
}

fn ordered<'b>(book: &'b Book<'b>, row: Row<'b, Order>, day: Date) -> Option<Event<'b, Sale<'b>>> {
    let order = row.record;
    let on = confirmed_on(order)?;
    let currency = currency(book, order.currency);
    let what = Sale {
        customer: Some(&order.customer),
        amount: order.total().and_then(|total| minor_units(total, currency)),
        profit: profit(book, &order.lines, on, currency),
    };
    Some(Credit::of_order(book, row, day).event(on, what))
}

fn invoiced<'b>(
    book: &'b Book<'b>,
    row: Row<'b, Order>,
    day: Date,
) -> impl Iterator<Item = Event<'b, Sale<'b>>> {
    let credit = Credit::of_order(book, row, day);
    let currency = currency(book, row.record.currency);
    row.record.invoices.iter().filter_map(move |invoice| {
        let amount = minor_units(invoice.amount, currency);
        let what = Sale { customer: Some(&row.record.customer), amount, profit: None };
        Some(credit.event(invoice.on?, what))
    })
}

fn received<'b>(
    book: &'b Book<'b>,
    row: Row<'b, Payment>,
    day: Date,
) -> impl Iterator<Item = Event<'b, Sale<'b>>> {
    let credit = Credit::of_payment(book, row, day);
    let currency = currency(book, row.record.currency);
    row.record.received.iter().map(move |receipt| {
        let amount = minor_units(receipt.amount, currency);
        let what = Sale { customer: Some(&row.record.customer), amount, profit: None };
        credit.event(receipt.on, what)
    })
}

/// Whose an order, an invoice or a payment is: what comes of a deal is credited as the deal was.
#[derive(Clone, Copy)]
struct Credit<'b> {
    owner: Option<&'b Id>,
    team: Option<&'b str>,
    record: (Kind, &'b Id),
}

impl<'b> Credit<'b> {
    fn of_order(book: &'b Book<'b>, row: Row<'b, Order>, day: Date) -> Credit<'b> {
        let own = row.record.owner.as_deref();
        Credit::new(book, deal_of(book, row.record), own, (Kind::Order, row.id), day)
    }

    fn of_payment(book: &'b Book<'b>, row: Row<'b, Payment>, day: Date) -> Credit<'b> {
        let order = row.record.order.as_deref().and_then(|id| book.get::<Order>(id));
        let by_contract = || {
            let contract = book.get::<Contract>(row.record.contract.as_deref()?)?;
            book.get::<Opportunity>(&contract.record.opportunity)
        };
        let deal = order.and_then(|order| deal_of(book, order.record)).or_else(by_contract);
        let sold_by = order.and_then(|order| order.record.owner.as_deref());
        let own = sold_by.or(row.record.owner.as_deref());
        Credit::new(book, deal, own, (Kind::Payment, row.id), day)
    }

    fn new(
        book: &'b Book<'b>,
        deal: Option<Row<'b, Opportunity>>,
        own: Option<&'b Id>,
        record: (Kind, &'b Id),
        day: Date,
    ) -> Credit<'b> {
        let of_deal = deal.and_then(|deal| credit::owner_on(deal.record, day).zip(Some(deal)));
        match of_deal {
            Some((owner, deal)) => {
                let team = credit::team_on(deal.record, book, day);
                Credit { owner: Some(owner), team, record }
            }
            None => Credit { owner: own, team: people::team(book, own), record },
        }
    }

    fn event(self, on: Date, what: Sale<'b>) -> Event<'b, Sale<'b>> {
        Event { on, owner: self.owner, team: self.team, record: self.record, what }
    }
}

// Price less cost of every line, at the cost in force on the day.
fn profit(book: &Book<'_>, lines: &[Line], on: Date, currency: Currency) -> Option<Money> {
    if lines.is_empty() {
        return None;
    }
    let one = Decimal::from_int(1);
    let of_line = |line: &Line| -> Option<Decimal> {
        let margin = line.price?.checked_sub(cost(book, &line.product, on, currency)?)?;
        margin.checked_mul(line.qty.unwrap_or(one))
    };
    let sum = lines.iter().map(of_line).reduce(|sum, next| sum?.checked_add(next?))??;
    minor_units(sum, currency)
}

fn cost(book: &Book<'_>, product: &Id, on: Date, wanted: Currency) -> Option<Decimal> {
    let last = prices::in_force(book, product, on)?;
    let same = currency(book, last.currency) == wanted;
    last.cost.as_ref().filter(|_| same).map(|cost| *cost.reveal())
}

fn currency(book: &Book<'_>, own: Option<Currency>) -> Currency {
    own.unwrap_or_else(|| book.policy().currency())
}

fn minor_units(amount: Decimal, currency: Currency) -> Option<Money> {
    let rounded = amount.rounded(currency.exponent(), Rounding::HalfAwayFromZero)?;
    Money::from_decimal(rounded, currency).ok()
}
