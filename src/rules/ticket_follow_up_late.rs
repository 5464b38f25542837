//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::clock;
use crate::facts::steps::is_untouched_import;
use crate::model::Ticket;
use crate::model::ticket::TicketStatus;
use crate::say;

/// A problem is solved and nobody has asked whether the customer is content.
pub static RULE: Rule = Rule {
    name: "ticket-follow-up-late",
    level: Level::Warning,
    what: Label::new(
        "The customer is asked how content it is within some working days after the problem is solved.",
        "问题解决后应在规定工作日内询问客户满意度。",
    ),
    why: Label::new(
        "Only the customer knows whether the problem is really solved (OPS-6.2.3).",
        "问题是否真正解决，只有客户知道（OPS-6.2.3）。",
    ),
    example: "status: resolved\nresolved_at: 2026-11-10T09:00:00+08:00",
    remedy: Label::new("Ask the customer and write down the answer.", "询问客户并记录答复。"),
    clauses: &["OPS-6.2.3"],
    kinds: &[Kind::Ticket],
    check: Check::Record(|cx, row, sink| {
        let Some(ticket) = cx.book.get::<Ticket>(row.id).map(|it| it.record) else { return };
        let waits = ticket.status() == TicketStatus::Resolved && ticket.satisfaction.is_none();
        let Some(solved) = ticket.resolved_at.filter(|_| waits) else { return };
        let days = cx.book.policy().ticket().followup_days;
        let due = clock::due_day(cx.book, clock::day(cx.book, solved), days);
        if due < cx.today && !is_untouched_import(row) {
            let reference = row.reference();
            let message = say!(
                en: "the customer was to be asked by {due} how content it is",
                zh: "应于 {due} 前询问客户满意度"
            );
            sink.value(row, "resolved_at", message).help(say!(
                en: "the answer: `salesops set {reference} satisfaction.score=1-5`; none yet: `salesops set {reference} satisfaction.asked_on=today`",
                zh: "客户答复：`salesops set {reference} satisfaction.score=1-5`；尚未答复：`salesops set {reference} satisfaction.asked_on=今天`"
            ));
        }
    }),
};
