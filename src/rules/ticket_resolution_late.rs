//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::facts::steps::is_untouched_import;
use crate::facts::{people, tickets};
use crate::model::Ticket;
use crate::model::ticket::TicketStatus;
use crate::say;

/// A problem is not solved in time.
pub static RULE: Rule = Rule {
    name: "ticket-resolution-late",
    level: Level::Warning,
    what: Label::new(
        "A ticket is solved within the working days for its severity; much later it goes to a superior.",
        "服务单应按严重程度在规定工作日内解决；严重超期由上级处理。",
    ),
    why: Label::new(
        "A problem that lasts costs the next order (OPS-6.2.2, OPS-6.1.2, ITS-3.6.2).",
        "问题久拖不决，会失去下一笔订单（OPS-6.2.2、OPS-6.1.2、ITS-3.6.2）。",
    ),
    example: "severity: critical\nopened_at: 2026-11-10T09:00:00+08:00\nstatus: responded",
    remedy: Label::new("Solve it and record how.", "解决并记录。"),
    clauses: &["OPS-6.2.2", "OPS-6.1.2", "ITS-7.2.2", "ITS-3.6.2", "TEL-4.3.2", "DEV-SVC-3.3.5"],
    kinds: &[Kind::Ticket],
    check: Check::Record(|cx, row, sink| {
        let Some(ticket) = cx.book.get::<Ticket>(row.id).map(|it| it.record) else { return };
        let solved = matches!(ticket.status(), TicketStatus::Resolved | TicketStatus::Closed);
        if solved || is_untouched_import(row) {
            return;
        }
        let due = tickets::resolution_due(cx.book, ticket).filter(|due| *due < cx.today);
        let Some(due) = due else { return };
        let hours = cx.book.policy().ticket().escalate_after_hours;
        let superior = ticket.owner.as_deref().and_then(|id| people::manager(cx.book, id));
        let superior = superior.filter(|_| cx.today.days_since(due).saturating_mul(24) > hours);
        let Text { en, zh } = match superior {
            Some(who) => say!(
                en: "; more than {hours} hours over: it is for {who} now",
                zh: "；超时逾 {hours} 小时，应由 {who} 处理"
            ),
            None => Text::same(""),
        };
        let reference = row.reference();
        let message = Text {
            en: format!("not solved; due on {due}{en}").into(),
            zh: format!("尚未解决，应于 {due} 前解决{zh}").into(),
        };
        sink.at(row, Place::File, message).help(say!(
            en: "when it is solved: `salesops ticket resolve {reference}`",
            zh: "解决后：`salesops ticket resolve {reference}`"
        ));
    }),
};
