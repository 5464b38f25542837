//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps::{self, is_untouched_import};
use crate::model::common::Outcome;
use crate::model::contract::ContractStatus;
use crate::model::negotiation::NegotiationStatus;
use crate::model::{Contract, Negotiation, Opportunity};
use crate::say;

/// What was agreed on is not signed in time.
pub static RULE: Rule = Rule {
    name: "contract-sign-late",
    level: Level::Warning,
    what: Label::new(
        "A contract is signed within `contract.sign_within_days` working days after the negotiation came to \
         an agreement, as long as the deal is open.",
        "谈判达成一致后，应在 `contract.sign_within_days` 个工作日内签订合同（机会进行中时）。",
    ),
    why: Label::new(
        "An agreement that nobody signs is taken back (TEL-3.5.1).",
        "谈成而迟迟不签，随时可能生变（TEL-3.5.1）。",
    ),
    example: "# negotiations/2026/neg-1.yaml, and it is the 21st of November\nopportunity: acme-7k3q\nstatus: agreed\nmoves:\n  - {on: 2026-11-02, by: li-wei, status: agreed}",
    remedy: Label::new(
        "Sign it: `salesops contract sign REF`; or say what stands in the way.",
        "签署合同：`salesops contract sign 记录`；或写明原因。",
    ),
    clauses: &["TEL-3.5.1"],
    kinds: &[Kind::Negotiation],
    check: Check::Record(|cx, row, sink| {
        let Some(it) = cx.book.get::<Negotiation>(row.id).map(|row| row.record) else { return };
        if !cx.wide || it.status() != NegotiationStatus::Agreed || is_untouched_import(row) {
            return;
        }
        let deal = cx.book.get::<Opportunity>(&it.opportunity);
        let is_open = deal.is_some_and(|deal| deal.record.outcome() == Outcome::Open);
        let Some(on) = steps::since(&it.moves, it.entered.as_ref()).filter(|_| is_open) else {
            return;
        };
        let days = cx.book.policy().contract().sign_within_days;
        if cx.book.calendar().add_working_days(on, days) >= cx.today {
            return;
        }
        let contracts = || cx.book.referring::<Contract>(Kind::Opportunity, &it.opportunity);
        if contracts().any(|row| row.record.status() == ContractStatus::Signed) {
            return;
        }
        let deal = &*it.opportunity;
        let message = say!(
            en: "agreed on {on}, and no contract is signed; the policy allows {days} working days",
            zh: "{on} 达成一致，尚未签订合同；制度限 {days} 个工作日"
        );
        let drafted = contracts().find(|row| row.record.status() != ContractStatus::Ended);
        let help = match drafted.map(|row| row.erase().reference()) {
            Some(contract) => say!(
                en: "sign it: `salesops contract sign {contract}`",
                zh: "签署：`salesops contract sign {contract}`"
            ),
            None => say!(
                en: "draw it up: `salesops add contract opportunity={deal}`",
                zh: "拟定合同：`salesops add contract opportunity={deal}`"
            ),
        };
        sink.value(row, "status", message).help(help);
    }),
};
