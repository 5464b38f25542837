//! The life of an expense claim (ITS-5.2).

use super::{Life, Step};
use crate::base::field::Start;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::{approval, expense as gates};

pub(super) static LIFE: Life = Life {
    kind: Kind::Expense,
    steps: &[
        Step {
            name: "submit",
            label: Label::new("submit", "提交"),
            doc: Label::new(
                "Submits the claim: the superior reviews it, finance verifies it.",
                "提交报销单，由上级审核、财务复核。",
            ),
            from: &["draft"],
            to: "submitted",
            gates: &[&gates::VOUCHERS, &gates::WITHIN_BUDGET],
            takes: &["claimed_on"],
            fills: &[("claimed_on", Start::Today)],
            clauses: &["ITS-5.2.1", "ITS-5.2.2", "ITS-5.3.3"],
            ..Step::PLAIN
        },
        Step {
            name: "pay",
            label: Label::new("pay", "支付"),
            doc: Label::new("Records that it was paid.", "记录已支付。"),
            from: &["submitted"],
            to: "paid",
            gates: &[&approval::APPROVED, &gates::WITHIN_BUDGET],
            takes: &["paid_on"],
            fills: &[("paid_on", Start::Today)],
            clauses: &["ITS-5.2.3", "ITS-5.2.4"],
            ..Step::PLAIN
        },
        Step {
            name: "return",
            label: Label::new("return", "退回"),
            doc: Label::new("Gives it back to be corrected.", "退回更正。"),
            from: &["submitted"],
            to: "draft",
            clears: &["claimed_on"],
            reason: true,
            clauses: &["ITS-5.2.3"],
            ..Step::PLAIN
        },
        Step {
            name: "withdraw",
            label: Label::new("withdraw", "撤回"),
            doc: Label::new("Takes the claim back for good.", "撤回报销单。"),
            from: &["draft", "submitted"],
            to: "withdrawn",
            reason: true,
            clauses: &["ITS-5.2.1"],
            ..Step::PLAIN
        },
    ],
};
