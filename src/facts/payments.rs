//! What follows from payments: what is late, by how much, since when (TAG-2.1.7b, TEL-3.5.2).

use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{Book, Row};
use crate::model::payment::PaymentStatus;
use crate::model::{Order, Payment};

/// How a customer has kept its days of payment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overdue {
    /// How many payments are late now.
    pub now: usize,
    /// How many were late, those of now included.
    pub count: usize,
    /// How many days the latest of them was or is late.
    pub max_days: i64,
    /// The day on which the last of them became late.
    pub last: Option<Date>,
}

/// By how many days a payment was paid late, or is late on `day`; 0 where it is in time. Days of
/// grace are not counted as late.
pub fn days_late(book: &Book<'_>, payment: &Payment, day: Date) -> i64 {
    let until = match payment.status() {
        PaymentStatus::Due => day,
        PaymentStatus::WrittenOff => return 0,
        PaymentStatus::Paid => payment.received.iter().map(|it| it.on).max().unwrap_or(payment.due),
    };
    let days = until.days_since(payment.due);
    if days > book.policy().payment().overdue_grace_days { days } else { 0 }
}

/// How a customer has kept its days of payment until `day`.
pub fn overdue(book: &Book<'_>, customer: &Id, day: Date) -> Overdue {
    let mut found = Overdue::default();
    for payment in book.referring::<Payment>(Kind::Customer, customer) {
        let days = days_late(book, payment.record, day);
        if days > 0 {
            found.count += 1;
            found.now += usize::from(payment.record.status() == PaymentStatus::Due);
            found.max_days = found.max_days.max(days);
            found.last = found.last.max(payment.record.due.checked_add_days(1));
        }
    }
    found
}

/// What has come in of a payment by the end of a day; `None` where the sum is out of all bounds.
pub fn received(payment: &Payment, day: Date) -> Option<Decimal> {
    let until = payment.received.iter().filter(|receipt| receipt.on <= day);
    until.map(|receipt| receipt.amount).try_fold(Decimal::ZERO, Decimal::checked_add)
}

/// What was still to come of a payment at the end of a day: nothing of one that is written off, or
/// paid off by then.
pub fn left(payment: &Payment, day: Date) -> Option<Decimal> {
    let received = received(payment, day)?;
    let left = payment.amount.checked_sub(received)?.max(Decimal::ZERO);
    let ended = payment.status() == PaymentStatus::WrittenOff;
    Some(if ended { Decimal::ZERO } else { left })
}

/// What was late of a payment at the end of a day.
pub fn late(book: &Book<'_>, payment: &Payment, day: Date) -> Option<Decimal> {
    // Who paid late later on was not late before it was due.
    let is_late = payment.due < day && days_late(book, payment, day) > 0;
    if is_late { left(payment, day) } else { Some(Decimal::ZERO) }
}

/// How much of what a customer owes in the policy's currency is late on a day (TAG-2.1.7b); `None`
/// where it owes and owed nothing.
pub fn overdue_amount(book: &Book<'_>, customer: &Id, day: Date) -> Option<Decimal> {
    let own = book.policy().currency();
    let all = book.referring::<Payment>(Kind::Customer, customer).map(|row| row.record);
    let mut all = all.filter(|it| it.currency.is_none_or(|currency| currency == own)).peekable();
    all.peek()?;
    all.try_fold(Decimal::ZERO, |sum, it| sum.checked_add(late(book, it, day)?))
}

/// The payments for an order: its own, else those that its contract asks for and that are for no
/// other order.
pub fn of_order<'b>(book: &'b Book<'_>, id: &Id, order: &Order) -> Vec<Row<'b, Payment>> {
    let own: Vec<_> = book.referring::<Payment>(Kind::Order, id).collect();
    match (&order.contract, own.is_empty()) {
        (Some(contract), true) => {
            let all = book.referring::<Payment>(Kind::Contract, contract);
            all.filter(|it| it.record.order.is_none()).collect()
        }
        _ => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    // TAG-2.1.7b
    #[test]
    fn late_is_what_was_paid_late_and_what_is_not_paid_in_time() {
        let tree = Memory::new([
            ("customers/acme.yaml", "name: Acme\n"),
            (
                "payments/a.yaml",
                "customer: acme\ndue: 2026-10-01\namount: 100\nstatus: paid\nreceived:\n  \
                 - {amount: 50, on: 2026-10-01}\n  - {amount: 50, on: 2026-10-21}\n",
            ),
            ("payments/b.yaml", "customer: acme\ndue: 2026-11-16\namount: 100\n"),
            ("payments/c.yaml", "customer: acme\ndue: 2026-11-21\namount: 100\n"),
            (
                "payments/d.yaml",
                "customer: acme\ndue: 2026-01-01\namount: 100\nstatus: written_off\n",
            ),
        ]);
        let book = Book::open(&tree).unwrap();
        let day = Date::parse_iso("2026-11-21").unwrap();
        let acme = Id::parse("acme").unwrap();
        let last = Date::parse_iso("2026-11-17").ok();
        assert_eq!(overdue(&book, &acme, day), Overdue { now: 1, count: 2, max_days: 20, last });
        let other = Id::parse("beta").unwrap();
        assert_eq!(overdue(&book, &other, day), Overdue::default());
    }

    #[test]
    fn what_is_still_to_come() {
        let tree = Memory::new([(
            "payments/a.yaml",
            "customer: acme\ndue: 2026-10-01\namount: 100.50\nreceived:\n  - {amount: 40, on: 2026-10-01}\n",
        )]);
        let book = Book::open(&tree).unwrap();
        let payment = book.get::<Payment>("a").unwrap().record;
        assert_eq!(payment.outstanding().to_string(), "60.50");
        let mut paid = payment.clone();
        paid.status = Some(PaymentStatus::Paid);
        assert_eq!(paid.outstanding(), crate::base::decimal::Decimal::from_int(0));
    }
}
