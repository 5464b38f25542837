//! The gates of tickets (OPS-6.2, ITS-7.2.2).

use super::{Check, Gate, blank};
use crate::base::text::Label;
use crate::facts::tickets;
use crate::flow::approval::{self, Need, Standing};
use crate::model::order::OrderStatus;
use crate::model::ticket::{Complexity, Mode};
use crate::model::{Order, Ticket};
use crate::say;

// The approval by which a supervisor lets a ticket be closed although the customer is not content.
const UNCONTENT: &str = "ticket_close";

pub(in crate::flow) static OWNED: Gate = Gate {
    name: "ticket-owned",
    label: Label::new("owner of the ticket", "服务负责人"),
    doc: Label::new(
        "Somebody answers for the ticket (OPS-1.1, OPS-6.1.1).",
        "服务单有负责人（OPS-1.1、OPS-6.1.1）。",
    ),
    clauses: &["OPS-1.1", "OPS-6.1.1"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(ticket) = subject.record::<Ticket>() else { return };
        if ticket.owner.is_none() {
            let message = say!(en: "nobody answers for it", zh: "缺少负责人");
            sink.want("owner", message, "ticket transfer", "owner=MEMBER");
        }
    }),
};

pub(in crate::flow) static SOLVED: Gate = Gate {
    name: "ticket-solved",
    label: Label::new("solved ticket", "问题解决"),
    doc: Label::new(
        "Why it happened and what was done is on record; a complex problem is solved by a technician, \
         on site or remotely (OPS-6.2.1, OPS-6.2.2).",
        "写明原因和解决方案；复杂问题由技术人员上门或远程解决（OPS-6.2.1、OPS-6.2.2）。",
    ),
    clauses: &["OPS-6.2.1", "OPS-6.2.2"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(ticket) = subject.record::<Ticket>() else { return };
        if blank(ticket.analysis.as_deref()) {
            let message = say!(en: "why it happened is missing", zh: "缺少原因分析");
            sink.set("analysis", "TEXT", message);
        }
        if blank(ticket.solution.as_deref()) {
            let message = say!(en: "what was done is missing", zh: "缺少解决方案");
            sink.set("solution", "TEXT", message);
        }
        if ticket.complexity != Some(Complexity::Complex) {
            return;
        }
        if ticket.technician.is_none() {
            let message = say!(
                en: "who solves the complex problem is missing",
                zh: "缺少处理复杂问题的技术人员"
            );
            sink.set("technician", "MEMBER", message);
        }
        if !matches!(ticket.mode, Some(Mode::Onsite | Mode::Remote)) {
            let message = say!(
                en: "a complex problem is solved on site or remotely",
                zh: "复杂问题应上门或远程解决"
            );
            sink.want("mode", message, "set", "mode=onsite");
        }
    }),
};

pub(in crate::flow) static FED_BACK: Gate = Gate {
    name: "ticket-fed-back",
    label: Label::new("result told", "结果反馈"),
    doc: Label::new(
        "The customer was told the result (ITS-7.2.2).",
        "已向客户反馈处理结果（ITS-7.2.2）。",
    ),
    clauses: &["ITS-7.2.2", "OPS-6.2.3", "DEV-SVC-3.3.5"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(ticket) = subject.record::<Ticket>() else { return };
        if ticket.feedback_to_customer.is_none() {
            let message =
                say!(en: "the customer was not told the result", zh: "尚未向客户反馈结果");
            let command = "feedback_to_customer.channel=TEXT";
            sink.want("feedback_to_customer", message, "set", command);
        }
    }),
};

pub(in crate::flow) static CONTENT: Gate = Gate {
    name: "ticket-content",
    label: Label::new("content customer", "客户满意"),
    doc: Label::new(
        "The customer is content, or was asked and has not answered for the days of the policy, or a \
         supervisor has approved the closing and said why (OPS-6.2.3).",
        "客户满意；或已询问而在制度规定的天数内未答复；或主管说明原因后批准关闭（OPS-6.2.3）。",
    ),
    clauses: &["OPS-6.2.3", "TEL-4.3.2"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(ticket) = subject.record::<Ticket>() else { return };
        let params = subject.book.policy().ticket();
        let asked = ticket.satisfaction.as_ref();
        let (score, on) = (asked.and_then(|it| it.score), asked.and_then(|it| it.asked_on));
        let least = params.close_min_score;
        let silent =
            |on| subject.day >= subject.book.calendar().add_working_days(on, params.no_answer_days);
        let settled = match score {
            Some(score) => score >= least,
            None => on.is_some_and(silent),
        };
        if settled || is_let_close(subject) {
            return;
        }
        let reference = subject.row.reference();
        match (score, on) {
            (Some(score), _) => {
                let message = say!(
                    en: "the customer gives {score}; below {least} it is opened again, or a supervisor approves the closing by a note",
                    zh: "客户评分为 {score}，低于 {least}；应重新打开，或由主管注明原因批准关闭"
                );
                let remedy = format!("salesops ticket reopen {reference} --reason TEXT");
                sink.lack("satisfaction", message, remedy);
            }
            (None, Some(on)) => {
                let days = params.no_answer_days;
                let message = say!(
                    en: "the customer was asked on {on} and has {days} working days to answer",
                    zh: "已于 {on} 询问客户，客户可在 {days} 个工作日内答复"
                );
                sink.want("satisfaction", message, "set", "satisfaction.score=1-5");
            }
            (None, None) => {
                let message = say!(en: "the customer was not asked how content it is", zh: "尚未询问客户满意度");
                sink.want("satisfaction", message, "set", "satisfaction.score=1-5");
            }
        }
    }),
};

// Whether a supervisor has approved the closing and said why.
fn is_let_close(subject: &super::Subject<'_>) -> bool {
    let Some(need) = Need::called(subject.book, UNCONTENT) else { return false };
    match approval::standing(subject.book, subject.row, need) {
        Standing::Approved(given) => !blank(given.record.note.as_deref()),
        _ => false,
    }
}

pub(in crate::flow) static SETTLED: Gate = Gate {
    name: "tickets-settled",
    label: Label::new("settled tickets", "服务单办结"),
    doc: Label::new(
        "No ticket about the order is still open (OPS-5.4.2).",
        "订单没有未办结的服务单（OPS-5.4.2）。",
    ),
    clauses: &["OPS-5.4.2"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(order) = subject.record::<Order>().filter(|_| subject.wide) else { return };
        // What comes up after it was closed is no part of it any more.
        if order.status() == OrderStatus::Closed {
            return;
        }
        for ticket in tickets::open_of(subject.book, subject.row.id) {
            let reference = ticket.erase().reference();
            let message = say!(en: "{reference} is still open", zh: "{reference} 尚未办结");
            sink.lack("status", message, format!("salesops show {reference}"));
        }
    }),
};
