//! What follows from tickets: by when they are answered and solved (OPS-6.2, ITS-7.2.2, DEV-KA-13).

use super::clock;
use crate::base::date::{Date, Instant};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{Book, Row};
use crate::model::ticket::{Severity, TicketStatus, TicketType};
use crate::model::{Customer, Ticket};

/// By when somebody answers: the strictest of the limits for its severity, for complaints and for
/// key accounts.
pub fn response_due(book: &Book<'_>, ticket: &Ticket) -> Option<Instant> {
    let policy = book.policy();
    let mut hours = policy.ticket().response_hours.of(severity(ticket));
    if ticket.r#type == Some(TicketType::Complaint) {
        hours = hours.min(policy.complaint().response_hours);
    }
    let customer = book.get::<Customer>(&ticket.customer);
    if customer.is_some_and(|it| it.record.key_account == Some(true)) {
        hours = hours.min(policy.ticket().key_account_response_hours);
    }
    Some(clock::due(book, ticket.opened()?, hours))
}

/// By the end of which day it is solved: the strictest of the limits for its severity and for
/// complaints, in working days. One that was opened again runs from then.
pub fn resolution_due(book: &Book<'_>, ticket: &Ticket) -> Option<Date> {
    let policy = book.policy();
    let mut days = policy.ticket().resolve_days.of(severity(ticket));
    if ticket.r#type == Some(TicketType::Complaint) {
        days = days.min(policy.complaint().resolve_days);
    }
    let again = ticket.moves.iter().rfind(|step| step.status.as_deref() == Some("reopened"));
    let from = again.map(|step| step.on);
    let from = from.or_else(|| ticket.opened().map(|at| clock::day(book, at)))?;
    Some(clock::due_day(book, from, days))
}

fn severity(ticket: &Ticket) -> Severity {
    ticket.severity.unwrap_or(Severity::Normal)
}

/// The tickets about an order that are not closed.
pub fn open_of<'b>(book: &'b Book<'_>, order: &Id) -> impl Iterator<Item = Row<'b, Ticket>> {
    let all = book.referring::<Ticket>(Kind::Order, order);
    all.filter(|it| it.record.status() != TicketStatus::Closed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    fn due(ticket: &str) -> [String; 2] {
        let tree = Memory::new([
            ("customers/acme.yaml", "name: Acme\n"),
            ("customers/key.yaml", "name: Key\nkey_account: true\n"),
            ("tickets/t.yaml", ticket),
        ]);
        let book = Book::open(&tree).unwrap();
        let ticket = book.get::<Ticket>("t").unwrap().record;
        [
            response_due(&book, ticket).unwrap().to_string(),
            resolution_due(&book, ticket).unwrap().to_string(),
        ]
    }

    // 2026-11-18 is a Wednesday.
    #[test]
    fn the_strictest_limit_counts() {
        let opened = "opened_at: 2026-11-18T10:00:00+08:00\n";
        let said = |text: &str| due(&format!("{opened}{text}"));
        let is =
            |at: &str, on: &str| [format!("2026-11-{at}:00:00+08:00"), format!("2026-11-{on}")];
        // OPS-6.2.1, OPS-6.2.2
        assert_eq!(said("customer: acme\n"), is("19T10", "23"));
        assert_eq!(said("customer: acme\nseverity: major\n"), is("18T18", "25"));
        assert_eq!(said("customer: acme\nseverity: critical\n"), is("18T12", "20"));
        // ITS-7.2.2
        assert_eq!(said("customer: acme\ntype: complaint\n"), is("18T14", "23"));
        // DEV-KA-13
        assert_eq!(said("customer: key\n"), is("18T14", "23"));
        assert_eq!(said("customer: key\nseverity: critical\n"), is("18T12", "20"));
    }

    #[test]
    fn one_opened_again_runs_anew() {
        let again = "opened_at: 2026-10-01T10:00:00+08:00\ncustomer: acme\nmoves:\n  \
                     - {on: 2026-11-18, status: reopened}\n";
        assert_eq!(due(again)[1], "2026-11-23");
    }
}
