//! The life of a ticket (OPS-6.2, ITS-7.2.2), and the objection that begins one.

use super::{Life, Step, Taker};
use crate::base::field::Start;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::base::value::Value;
use crate::flow::gates::{Subject, ticket as gates};
use crate::model::Order;

pub(super) static LIFE: Life = Life {
    kind: Kind::Ticket,
    steps: &[
        Step {
            name: "respond",
            label: Label::new("respond", "响应"),
            doc: Label::new("Records that somebody has answered the customer.", "记录已响应客户。"),
            from: &["open", "reopened"],
            to: "responded",
            gates: &[&gates::OWNED],
            fills: &[("first_response_at", Start::Now)],
            clauses: &["OPS-6.2.1", "DEV-KA-13"],
            ..Step::PLAIN
        },
        Step {
            name: "resolve",
            label: Label::new("resolve", "解决"),
            doc: Label::new("Records that the problem is solved.", "记录问题已解决。"),
            from: &["responded"],
            to: "resolved",
            gates: &[&gates::SOLVED],
            takes: &["resolved_at"],
            fills: &[("resolved_at", Start::Now)],
            clauses: &["OPS-6.2.2"],
            ..Step::PLAIN
        },
        Step {
            name: "close",
            label: Label::new("close", "关闭"),
            doc: Label::new(
                "Closes it, once the customer knows the result and is content.",
                "客户得知结果并满意后关闭。",
            ),
            from: &["resolved"],
            to: "closed",
            gates: &[&gates::FED_BACK, &gates::CONTENT],
            clauses: &["OPS-6.2.3", "ITS-7.2.2"],
            ..Step::PLAIN
        },
        Step {
            name: "reopen",
            label: Label::new("reopen", "重新打开"),
            doc: Label::new("Opens it again.", "重新打开。"),
            from: &["resolved", "closed"],
            to: "reopened",
            clears: &["resolved_at", "satisfaction", "feedback_to_customer"],
            reason: true,
            clauses: &["OPS-6.2.3"],
            ..Step::PLAIN
        },
        Step {
            name: "transfer",
            label: Label::new("transfer", "转交"),
            doc: Label::new(
                "Hands it on: owner=MEMBER says to whom.",
                "转交给他人：用 owner=成员 写明。",
            ),
            from: &["open", "responded", "reopened"],
            gates: &[&gates::OWNED],
            takes: &["owner"],
            reason: true,
            clauses: &["OPS-6.1.1", "DEV-SVC-3.3.3"],
            ..Step::PLAIN
        },
    ],
};

/// The ticket that a customer's objection to a delivery opens.
pub(super) fn of_objection(subject: &Subject<'_>, taker: Taker<'_>) -> Option<(Kind, Value)> {
    let order = subject.record::<Order>()?;
    let mut ticket = Value::Map(Vec::new());
    ticket.put("order", Value::plain(subject.row.id));
    ticket.put("type", Value::plain("complaint"));
    ticket.put("severity", Value::plain("major"));
    ticket.put("channel", Value::plain("sales_rep"));
    ticket.put("what", Value::text(taker.reason.unwrap_or_default().trim()));
    let who = order.support_owner.as_deref().or(order.owner.as_deref());
    if let Some(who) = who {
        ticket.put("owner", Value::plain(who));
    }
    Some((Kind::Ticket, ticket))
}
