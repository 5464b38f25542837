//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps::is_untouched_import;
use crate::facts::{clock, tickets};
use crate::model::Ticket;
use crate::say;

/// Nobody has answered a customer in time.
pub static RULE: Rule = Rule {
    name: "ticket-response-late",
    level: Level::Warning,
    what: Label::new(
        "A ticket is answered within the hours for its severity; complaints and key accounts sooner.",
        "服务单应按严重程度在规定小时内响应；投诉和重点客户更快。",
    ),
    why: Label::new(
        "Whoever hears nothing calls a competitor (OPS-6.2.1, ITS-7.2.2, DEV-KA-13).",
        "客户得不到回音，就会去找别人（OPS-6.2.1、ITS-7.2.2、DEV-KA-13）。",
    ),
    example: "type: complaint\nopened_at: 2026-11-18T09:00:00+08:00\n# and no first_response_at",
    remedy: Label::new("Answer the customer and record it.", "响应客户并记录。"),
    clauses: &["OPS-6.2.1", "ITS-7.2.2", "DEV-KA-13", "ITS-3.6.2", "DEV-SVC-3.3.5"],
    kinds: &[Kind::Ticket],
    check: Check::Record(|cx, row, sink| {
        let Some(ticket) = cx.book.get::<Ticket>(row.id).map(|it| it.record) else { return };
        let waits = row.is_open() && ticket.first_response_at.is_none();
        if !waits || is_untouched_import(row) {
            return;
        }
        let Some(due) = tickets::response_due(cx.book, ticket) else { return };
        if clock::day(cx.book, due) < cx.today {
            let (reference, due) = (row.reference(), due.to_minute());
            let message = say!(
                en: "nobody has answered; due {due}",
                zh: "尚未响应，应于 {due} 前响应"
            );
            sink.at(row, Place::File, message).help(say!(
                en: "when it is done: `salesops ticket respond {reference}`",
                zh: "响应后：`salesops ticket respond {reference}`"
            ));
        }
    }),
};
