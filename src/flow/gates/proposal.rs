//! The gates of proposals (OPS-4.4, ITS-3.3).

use super::{Check, Gate, blank};
use crate::base::field::Vocabulary;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::facts::people;
use crate::model::proposal::{ProposalStatus, Response};
use crate::model::{Opportunity, Proposal};
use crate::say;

pub(in crate::flow) static COMPLETE: Gate = Gate {
    name: "proposal-complete",
    label: Label::new("complete proposal", "提案完整"),
    doc: Label::new(
        "The proposal has its six sections: five texts, and a quotation with prices and a last day \
         (OPS-4.4.1).",
        "提案具备六个部分：五个文字部分，以及有价格和有效期的报价（OPS-4.4.1）。",
    ),
    clauses: &["OPS-4.4.1", "ITS-3.3.2"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(proposal) = subject.record::<Proposal>() else { return };
        let sections = proposal.sections.as_deref().map(crate::model::proposal::Sections::all);
        for field in crate::model::proposal::Sections::FIELDS {
            let written = sections.iter().flatten().find(|(key, _)| *key == field.key);
            if blank(written.and_then(|(_, text)| *text)) {
                let (en, zh) = (field.label.en, field.label.zh);
                let message = say!(en: "the section `{en}` is missing", zh: "缺少“{zh}”部分");
                let route = format!("sections.{}", field.key);
                sink.set(&route, "TEXT", message);
            }
        }
        if proposal.lines.is_empty() {
            let message = say!(en: "the quotation has no lines", zh: "报价没有明细");
            sink.want("lines", message, "set", "lines+=PRODUCT:QTY:PRICE");
        }
        for (at, line) in proposal.lines.iter().enumerate() {
            if line.price.is_none() {
                let product = &*line.product;
                let message =
                    say!(en: "the line of {product} has no price", zh: "{product} 的明细没有价格");
                let route = format!("lines.{at}.price");
                sink.set(&route, "AMOUNT", message);
            }
        }
        if proposal.valid_until.is_none() {
            let message =
                say!(en: "the last day of the quotation is missing", zh: "缺少报价有效期");
            sink.set("valid_until", "DATE", message);
        }
    }),
};

pub(in crate::flow) static NEEDS_ADDRESSED: Gate = Gate {
    name: "needs-addressed",
    label: Label::new("needs addressed", "回应需求"),
    doc: Label::new(
        "The proposal answers every pain point and special need of the opportunity, and says what \
         sets it apart where there is competition (OPS-4.4.2).",
        "提案回应机会的每个痛点和特殊需求；有竞争对手时，写明差异化优势（OPS-4.4.2）。",
    ),
    clauses: &["OPS-4.4.2", "TEL-3.4.1"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(proposal) = subject.record::<Proposal>() else { return };
        let Some(deal) = subject.book.get::<Opportunity>(&proposal.opportunity) else { return };
        let needs = deal.record.needs.as_deref();
        let pains = needs.iter().flat_map(|needs| needs.pain_points.iter().map(String::as_str));
        let special = needs.iter().flat_map(|needs| needs.special.iter().map(|it| &*it.text));
        for need in pains.chain(special) {
            if proposal.addresses_needs.iter().any(|it| it == need) {
                continue;
            }
            let message = say!(en: "the need `{need}` is not answered", zh: "未回应需求 `{need}`");
            let is_plain = need.chars().all(|c| c.is_alphanumeric() || "-_.，。、：；".contains(c));
            // What a shell would take apart is better copied in an editor.
            match is_plain {
                true => {
                    let command = format!("addresses_needs+={need}");
                    sink.want("addresses_needs", message, "set", &command);
                }
                false => sink.want("addresses_needs", message, "edit", ""),
            }
        }
        let rivals = deal.record.competition.as_ref().is_some_and(|it| !it.rivals.is_empty());
        if rivals && proposal.differentiators.is_empty() {
            let message = say!(
                en: "what sets it apart from the competition is missing",
                zh: "缺少与竞争对手的差异化优势"
            );
            sink.want("differentiators", message, "set", "differentiators+=TEXT");
        }
    }),
};

pub(in crate::flow) static ORGANISER: Gate = Gate {
    name: "proposal-organiser",
    label: Label::new("proposal organiser", "方案组织人"),
    doc: Label::new(
        "A supervisor or manager has the proposal made (ITS-3.3.1).",
        "由主管或经理组织制定方案（ITS-3.3.1）。",
    ),
    clauses: &["ITS-3.3.1"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(proposal) = subject.record::<Proposal>() else { return };
        let policy = subject.book.policy();
        let role = &policy.proposal().organiser_min_role;
        let organiser = proposal.organiser.as_deref();
        if organiser.is_some_and(|it| people::has_rank(subject.book, it, role)) {
            return;
        }
        let Text { en, zh } = policy.term(Vocabulary::Role, role);
        let message = match organiser {
            None => say!(
                en: "it is not said who has it made: a {en} or above",
                zh: "未写明组织人，应为{zh}或以上"
            ),
            Some(it) => say!(
                en: "`{it}` has it made, who is no {en} or above",
                zh: "组织人 `{it}` 不是{zh}或以上"
            ),
        };
        sink.set("organiser", "MEMBER", message);
    }),
};

pub(in crate::flow) static RESPONSE: Gate = Gate {
    name: "customer-response",
    label: Label::new("customer's response", "客户答复"),
    doc: Label::new(
        "It is said what the customer makes of the proposal (OPS-4.5.1).",
        "已写明客户对提案的答复（OPS-4.5.1）。",
    ),
    clauses: &["OPS-4.5.1"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(proposal) = subject.record::<Proposal>() else { return };
        if proposal.customer_response.is_none() {
            let message = say!(en: "the customer's response is missing", zh: "缺少客户的答复");
            let command = "customer_response=interested";
            let remedy = format!("salesops proposal answer {} {command}", subject.row.reference());
            sink.lack("customer_response", message, remedy);
        }
    }),
};

pub(super) static ACCEPTED: Gate = Gate {
    name: "proposal-accepted",
    label: Label::new("accepted proposal", "提案获认可"),
    doc: Label::new(
        "The customer has a proposal, is interested in it, and every remark of the customer is \
         answered (OPS-4.5.1, ITS-3.3.3).",
        "已向客户提交提案，客户有意继续，且其意见均已回应（OPS-4.5.1、ITS-3.3.3）。",
    ),
    clauses: &["OPS-4.5.1", "ITS-3.3.3", "TAG-2.2.2.4"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        if !deal.wide {
            return;
        }
        let of_deal = deal.book.referring::<Proposal>(Kind::Opportunity, deal.row.id);
        let alive =
            |it: &crate::book::Row<'_, Proposal>| it.record.status() != ProposalStatus::Withdrawn;
        let rows: Vec<_> = of_deal.filter(alive).collect();
        let interested = |it: &&crate::book::Row<'_, Proposal>| {
            it.record.customer_response == Some(Response::Interested)
        };
        let Some(best) = rows.iter().find(interested).or(rows.last()) else {
            let message = say!(en: "there is no proposal", zh: "尚无提案");
            let remedy = format!("salesops add proposal opportunity={}", deal.row.id);
            return sink.lack("stage", message, remedy);
        };
        let reference = best.erase().reference();
        if best.record.customer_response != Some(Response::Interested) {
            let status = best.record.status().label();
            let (en, zh) = (status.en, status.zh);
            let message = say!(
                en: "the customer is not known to be interested in {reference} ({en})",
                zh: "客户尚未表示对 {reference} 有意（{zh}）"
            );
            let step = match best.record.status() {
                ProposalStatus::Draft => format!("review {reference}"),
                ProposalStatus::InReview => format!("submit {reference}"),
                ProposalStatus::Submitted => {
                    format!("answer {reference} customer_response=interested")
                }
                _ => format!("revise {reference} --reason TEXT"),
            };
            return sink.lack("stage", message, format!("salesops proposal {step}"));
        }
        for (at, feedback) in best.record.feedback.iter().enumerate() {
            if blank(feedback.answer.as_deref()) {
                let text = &feedback.text;
                let message = say!(
                    en: "the customer's remark `{text}` on {reference} is not answered",
                    zh: "{reference} 的客户意见 `{text}` 尚未回应"
                );
                let remedy = format!("salesops set {reference} feedback.{at}.answer=TEXT");
                sink.lack("stage", message, remedy);
            }
        }
    }),
};
