//! The life of a contract (OPS-4.6, ITS-3.4.3, ITS-3.5.1).

use super::{Fixed, Life, Loosened, Step, payment};
use crate::base::field::Start;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::{approval, contract as gates};

/// What was reviewed and signed stands fast: a change of it is another contract, or one ended.
pub(super) static FIXED: Fixed = Fixed {
    kind: Kind::Contract,
    fields: &[
        "opportunity",
        "customer",
        "amount",
        "currency",
        "lines",
        "terms",
        "delivery_due",
        "payment_schedule",
    ],
    open: &["draft", "in_review"],
    loosened: Loosened::End("contract end"),
};

pub(super) static LIFE: Life = Life {
    kind: Kind::Contract,
    steps: &[
        Step {
            name: "review",
            label: Label::new("review", "送审"),
            doc: Label::new(
                "Sends the draft to the departments that review it.",
                "把合同草稿送交各部门审核。",
            ),
            from: &["draft"],
            to: "in_review",
            gates: &[&gates::DRAFTED],
            clauses: &["OPS-4.6.1"],
            ..Step::PLAIN
        },
        Step {
            name: "revise",
            label: Label::new("revise", "退回修改"),
            doc: Label::new("Takes it back to be changed.", "退回草稿，以便修改。"),
            from: &["in_review"],
            to: "draft",
            reason: true,
            clauses: &["OPS-4.6.1"],
            ..Step::PLAIN
        },
        Step {
            name: "sign",
            label: Label::new("sign", "签署"),
            doc: Label::new("Records that both sides have signed.", "记录双方已签署。"),
            from: &["in_review"],
            to: "signed",
            gates: &[&approval::APPROVED, &gates::SIGNING],
            takes: &["signed_on"],
            fills: &[("signed_on", Start::Today), ("our_signatory", Start::Me)],
            also: payment::of_contract,
            clauses: &["OPS-4.6.2", "ITS-3.4.3", "TEL-3.5.2"],
            ..Step::PLAIN
        },
        Step {
            name: "end",
            label: Label::new("end", "终止"),
            doc: Label::new("Ends the contract.", "终止合同。"),
            from: &["signed"],
            to: "ended",
            reason: true,
            clauses: &["OPS-4.6.1"],
            ..Step::PLAIN
        },
    ],
};
