//! The life of a proposal (OPS-4.4, ITS-3.3).

use super::{Life, Step};
use crate::base::field::Start;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::{approval, proposal as gates};

pub(super) static LIFE: Life = Life {
    kind: Kind::Proposal,
    steps: &[
        Step {
            name: "review",
            label: Label::new("review", "送审"),
            doc: Label::new(
                "Sends it to the departments that review it.",
                "把提案送交各部门审核。",
            ),
            from: &["draft"],
            to: "in_review",
            gates: &[&gates::COMPLETE, &gates::NEEDS_ADDRESSED, &gates::ORGANISER],
            clauses: &["OPS-4.4.1", "OPS-4.4.2", "OPS-4.4.3", "ITS-3.3.1"],
            ..Step::PLAIN
        },
        Step {
            name: "submit",
            label: Label::new("submit", "提交客户"),
            doc: Label::new("Records that the customer got it.", "记录已提交客户。"),
            from: &["in_review"],
            to: "submitted",
            gates: &[&approval::APPROVED],
            takes: &["submitted_on"],
            fills: &[("submitted_on", Start::Today)],
            clears: &["customer_response"],
            clauses: &["OPS-4.4.3", "ITS-3.3.3"],
            ..Step::PLAIN
        },
        Step {
            name: "answer",
            label: Label::new("answer", "客户答复"),
            doc: Label::new("Records what the customer makes of it.", "记录客户的答复。"),
            from: &["submitted"],
            to: "answered",
            gates: &[&gates::RESPONSE],
            takes: &["customer_response"],
            clauses: &["OPS-4.5.1", "ITS-3.3.3"],
            ..Step::PLAIN
        },
        Step {
            name: "revise",
            label: Label::new("revise", "修改"),
            doc: Label::new(
                "Begins the next version; it is reviewed and submitted anew.",
                "开始下一个版本，须重新审核和提交。",
            ),
            from: &["in_review", "submitted", "answered"],
            to: "draft",
            counts: Some("version"),
            reason: true,
            clauses: &["ITS-3.3.3"],
            ..Step::PLAIN
        },
        Step {
            name: "withdraw",
            label: Label::new("withdraw", "撤回"),
            doc: Label::new("Takes it out of use.", "不再使用该提案。"),
            from: &["draft", "in_review", "submitted", "answered"],
            to: "withdrawn",
            reason: true,
            clauses: &["ITS-3.3.3"],
            ..Step::PLAIN
        },
    ],
};
