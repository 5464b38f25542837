//! The gates of negotiations (OPS-4.5, ITS-3.4).

use super::{Check, Gate, blank};
use crate::base::field::Vocabulary;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::facts::{opportunity as deals, people};
use crate::model::negotiation::NegotiationStatus;
use crate::model::proposal::Response;
use crate::model::{Negotiation, Opportunity, Proposal};
use crate::say;

pub(in crate::flow) static INVITED: Gate = Gate {
    name: "customer-interested",
    label: Label::new("interested customer", "客户有意"),
    doc: Label::new(
        "The customer is interested in a proposal: that is when a negotiation is set up (OPS-4.5.1).",
        "客户对提案有意继续，方可组织谈判（OPS-4.5.1）。",
    ),
    clauses: &["OPS-4.5.1"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(negotiation) = subject.record::<Negotiation>() else { return };
        if !subject.wide {
            return;
        }
        let deal = &*negotiation.opportunity;
        let mut proposals = subject.book.referring::<Proposal>(Kind::Opportunity, deal);
        if !proposals.any(|it| it.record.customer_response == Some(Response::Interested)) {
            let message = say!(
                en: "no proposal of {deal} is known to interest the customer",
                zh: "{deal} 没有客户表示有意的提案"
            );
            let remedy = format!("salesops list proposal opportunity:{deal}");
            sink.lack("opportunity", message, remedy);
        }
    }),
};

pub(in crate::flow) static PREPARED: Gate = Gate {
    name: "negotiation-prepared",
    label: Label::new("prepared negotiation", "谈判准备"),
    doc: Label::new(
        "The customer's position, our strategy and our bottom line are written down (OPS-4.5.2).",
        "已写明客户立场、谈判策略和我方底线（OPS-4.5.2）。",
    ),
    clauses: &["OPS-4.5.2", "ITS-3.4.2"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(negotiation) = subject.record::<Negotiation>() else { return };
        let prep = negotiation.prep.as_deref();
        if blank(prep.and_then(|prep| prep.customer_position.as_deref())) {
            let message = say!(en: "the customer's position is missing", zh: "缺少客户立场");
            sink.set("prep.customer_position", "TEXT", message);
        }
        if blank(prep.and_then(|prep| prep.strategy.as_deref())) {
            let message = say!(en: "the strategy is missing", zh: "缺少谈判策略");
            sink.set("prep.strategy", "TEXT", message);
        }
        if prep.is_none_or(|prep| prep.bottom_line.is_none()) {
            let message = say!(en: "the bottom line is missing", zh: "缺少谈判底线");
            sink.set("prep.bottom_line", "AMOUNT", message);
        }
    }),
};

pub(in crate::flow) static LEAD: Gate = Gate {
    name: "negotiation-lead",
    label: Label::new("lead of the negotiation", "主谈人"),
    doc: Label::new(
        "A supervisor or manager leads it; below an amount of the policy anybody may (ITS-3.4.1).",
        "由主管或经理主谈；金额低于制度规定时可由销售主谈（ITS-3.4.1）。",
    ),
    clauses: &["ITS-3.4.1", "OPS-4.5.1"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(negotiation) = subject.record::<Negotiation>() else { return };
        let (book, policy) = (subject.book, subject.book.policy());
        let role = &policy.negotiation().lead_min_role;
        let limit = policy.negotiation().rep_may_lead_below;
        let lead = negotiation.lead.as_deref();
        if lead.is_some_and(|it| people::has_rank(book, it, role)) {
            return;
        }
        let deal = book.get::<Opportunity>(&negotiation.opportunity).map(|deal| deal.record);
        let small = deal.is_some_and(|deal| {
            let own = deals::currency(deal, policy) == policy.currency();
            own && deal.total().is_some_and(|amount| amount < limit)
        });
        if small && lead.is_some() {
            return;
        }
        let Text { en, zh } = policy.term(Vocabulary::Role, role);
        let message = say!(
            en: "from {limit} on a {en} or above leads the negotiation",
            zh: "金额达到 {limit} 的谈判须由{zh}或以上人员主谈"
        );
        sink.set("lead", "MEMBER", message);
    }),
};

pub(in crate::flow) static MINUTES: Gate = Gate {
    name: "minutes",
    label: Label::new("minutes", "谈判纪要"),
    doc: Label::new(
        "The minutes say what was agreed on and what comes next (OPS-4.5.3).",
        "谈判纪要写明达成的事项和后续安排（OPS-4.5.3）。",
    ),
    clauses: &["OPS-4.5.3"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(negotiation) = subject.record::<Negotiation>() else { return };
        let minutes = negotiation.minutes.as_deref();
        if minutes.is_none_or(|minutes| minutes.agreed.is_empty()) {
            let message = say!(en: "the minutes say nothing of what was agreed", zh: "谈判纪要缺少达成的事项");
            sink.want("minutes.agreed", message, "set", "minutes.agreed+=TEXT");
        }
        if minutes.is_none_or(|minutes| minutes.next_steps.is_empty()) {
            let message =
                say!(en: "the minutes say nothing of what comes next", zh: "谈判纪要缺少后续事项");
            sink.want("minutes.next_steps", message, "set", "minutes.next_steps+=TEXT");
        }
    }),
};

pub(in crate::flow) static TERMS: Gate = Gate {
    name: "terms-agreed",
    label: Label::new("agreed terms", "条款达成"),
    doc: Label::new(
        "Price, payment terms and service terms are agreed on (ITS-3.4.1).",
        "价格、付款方式和服务条款均已达成（ITS-3.4.1）。",
    ),
    clauses: &["ITS-3.4.1"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(negotiation) = subject.record::<Negotiation>() else { return };
        let items = negotiation.items.as_deref();
        if items.is_none_or(|items| items.price.is_none()) {
            let message = say!(en: "the agreed price is missing", zh: "缺少约定的价格");
            sink.set("items.price", "AMOUNT", message);
        }
        if blank(items.and_then(|items| items.payment.as_deref())) {
            let message = say!(en: "the payment terms are missing", zh: "缺少付款方式");
            sink.set("items.payment", "TEXT", message);
        }
        if blank(items.and_then(|items| items.service.as_deref())) {
            let message = say!(en: "the service terms are missing", zh: "缺少服务条款");
            sink.set("items.service", "TEXT", message);
        }
    }),
};

pub(super) static AGREED: Gate = Gate {
    name: "negotiation-agreed",
    label: Label::new("agreement", "谈判达成"),
    doc: Label::new(
        "A negotiation of the deal has come to an agreement, with its minutes (OPS-4.5.3, ITS-3.4.1).",
        "该机会的谈判已达成一致，并有纪要（OPS-4.5.3、ITS-3.4.1）。",
    ),
    clauses: &["OPS-4.5.3", "ITS-3.4.1", "TAG-2.2.2.5"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        if !deal.wide {
            return;
        }
        let rows: Vec<_> =
            deal.book.referring::<Negotiation>(Kind::Opportunity, deal.row.id).collect();
        if rows.iter().any(|it| it.record.status() == NegotiationStatus::Agreed) {
            return;
        }
        let open = rows.iter().find(|it| it.record.status() != NegotiationStatus::Failed);
        let Some(open) = open else {
            let message = say!(en: "there is no negotiation", zh: "尚无谈判记录");
            let remedy = format!("salesops add negotiation opportunity={}", deal.row.id);
            return sink.lack("stage", message, remedy);
        };
        let (reference, step) = (open.erase().reference(), open.record.status());
        let message =
            say!(en: "{reference} has not come to an agreement", zh: "{reference} 尚未达成一致");
        let verb = if step == NegotiationStatus::Planned { "hold" } else { "agree" };
        sink.lack("stage", message, format!("salesops negotiation {verb} {reference}"));
    }),
};
