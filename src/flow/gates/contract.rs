//! The gates of contracts (OPS-4.6, ITS-3.4.3, ITS-3.5.1).

use super::{Check, Gate, blank};
use crate::base::field::Vocabulary;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::model::Contract;
use crate::model::contract::ContractStatus;
use crate::say;

pub(in crate::flow) static DRAFTED: Gate = Gate {
    name: "contract-drafted",
    label: Label::new("drafted contract", "合同起草"),
    doc: Label::new(
        "The draft has its amount, the rights and duties of both sides, the day of delivery and the \
         payments (OPS-4.6.1, ITS-3.4.3).",
        "合同草稿写明金额、双方权利和义务、交付期限和付款计划（OPS-4.6.1、ITS-3.4.3）。",
    ),
    clauses: &["OPS-4.6.1", "ITS-3.4.3"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(contract) = subject.record::<Contract>() else { return };
        if contract.total().is_none() {
            let message = say!(en: "the amount is missing", zh: "缺少金额");
            sink.set("amount", "AMOUNT", message);
        }
        let terms = contract.terms.as_deref();
        if blank(terms.and_then(|terms| terms.rights.as_deref())) {
            let message = say!(en: "the rights of both sides are missing", zh: "缺少双方的权利");
            sink.set("terms.rights", "TEXT", message);
        }
        if blank(terms.and_then(|terms| terms.duties.as_deref())) {
            let message = say!(en: "the duties of both sides are missing", zh: "缺少双方的义务");
            sink.set("terms.duties", "TEXT", message);
        }
        if contract.delivery_due.is_none() {
            let message = say!(en: "the day of delivery is missing", zh: "缺少交付期限");
            sink.set("delivery_due", "DATE", message);
        }
        if contract.payment_schedule.is_empty() {
            let message = say!(en: "the payments are missing", zh: "缺少付款计划");
            sink.want("payment_schedule", message, "set", "payment_schedule+=DATE:AMOUNT");
        }
    }),
};

pub(in crate::flow) static SIGNING: Gate = Gate {
    name: "signing",
    label: Label::new("signing", "签署条件"),
    doc: Label::new(
        "The customer knows the terms, is who it says it is, and signs by somebody who may \
         (OPS-4.6.2). Cannot be waived.",
        "已向客户说明条款，核实其身份，并由授权签字人签署（OPS-4.6.2）。不可豁免。",
    ),
    clauses: &["OPS-4.6.2"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(contract) = subject.record::<Contract>() else { return };
        if contract.terms_explained.is_none() {
            let message = say!(
                en: "nobody has explained the terms to the customer",
                zh: "尚未向客户说明合同条款"
            );
            sink.want("terms_explained", message, "set", "terms_explained.by=MEMBER");
        }
        if contract.identity_verified.is_none() {
            let message =
                say!(en: "the customer's identity is not verified", zh: "尚未核实客户身份");
            sink.want("identity_verified", message, "set", "identity_verified.method=TEXT");
        }
        let signs = contract.signatory.as_ref();
        if signs.is_none() {
            let message =
                say!(en: "it is not said who signs for the customer", zh: "未写明客户的签字人");
            sink.want("signatory", message, "set", "signatory.name=NAME");
        }
        if blank(signs.and_then(|it| it.authorisation.as_deref())) {
            let message = say!(
                en: "what gives the signatory the right to sign is missing",
                zh: "缺少签字人的授权依据"
            );
            sink.set("signatory.authorisation", "TEXT", message);
        }
    }),
};

pub(super) static SIGNED: Gate = Gate {
    name: "contract-signed",
    label: Label::new("signed contract", "合同已签署"),
    doc: Label::new(
        "Both sides have signed a contract for the deal (OPS-4.6.2, ITS-3.4.3). Cannot be waived.",
        "双方已签署该机会的合同（OPS-4.6.2、ITS-3.4.3）。不可豁免。",
    ),
    clauses: &["OPS-4.6.2", "ITS-3.4.3", "TAG-2.2.2.6"],
    waivable: false,
    check: Check::Deal(|deal, sink| {
        if !deal.wide {
            return;
        }
        let rows: Vec<_> =
            deal.book.referring::<Contract>(Kind::Opportunity, deal.row.id).collect();
        if rows.iter().any(|it| it.record.signed_on.is_some_and(|on| on <= deal.day)) {
            return;
        }
        let Some(last) = rows.last() else {
            let message = say!(en: "there is no contract", zh: "尚无合同");
            let remedy = format!("salesops add contract opportunity={}", deal.row.id);
            return sink.lack("outcome", message, remedy);
        };
        let reference = last.erase().reference();
        let message = say!(en: "{reference} is not signed", zh: "{reference} 尚未签署");
        let verb = if last.record.status() == ContractStatus::Draft { "review" } else { "sign" };
        sink.lack("outcome", message, format!("salesops contract {verb} {reference}"));
    }),
};

pub(super) static DISTRIBUTED: Gate = Gate {
    name: "contract-distributed",
    label: Label::new("distributed contract", "合同已分发"),
    doc: Label::new(
        "The departments that deliver have a copy of the signed contract (ITS-3.5.1, OPS-4.6.3).",
        "负责交付的部门已收到合同副本（ITS-3.5.1、OPS-4.6.3）。",
    ),
    clauses: &["ITS-3.5.1", "OPS-4.6.3"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        if !deal.wide {
            return;
        }
        let mut rows = deal.book.referring::<Contract>(Kind::Opportunity, deal.row.id);
        // What is not signed is told by another gate.
        let Some(contract) = rows.find(|it| it.record.signed_on.is_some()) else { return };
        let policy = deal.book.policy();
        for department in &policy.contract().distribute_to_min {
            if contract.record.distribution.iter().any(|it| *it.department == **department) {
                continue;
            }
            let reference = contract.erase().reference();
            let Text { en, zh } = policy.term(Vocabulary::Department, department);
            let message = say!(
                en: "the {en} has no copy of {reference}",
                zh: "{zh}尚未收到 {reference} 的副本"
            );
            let remedy = format!("salesops set {reference} distribution+={department}");
            sink.lack("outcome", message, remedy);
        }
    }),
};
