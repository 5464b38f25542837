//! The life of a budget (ITS-5.1.3, ITS-5.3.3).

use super::{Life, Step};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::{approval, expense as gates};

pub(super) static LIFE: Life = Life {
    kind: Kind::Budget,
    steps: &[
        Step {
            name: "submit",
            label: Label::new("submit", "提交"),
            doc: Label::new("Submits the budget for approval.", "提交预算，等待审批。"),
            from: &["draft"],
            to: "submitted",
            gates: &[&gates::PLANNED],
            clauses: &["ITS-5.1.3"],
            ..Step::PLAIN
        },
        Step {
            name: "enact",
            label: Label::new("enact", "生效"),
            doc: Label::new("Puts the approved budget into effect.", "使已批准的预算生效。"),
            from: &["submitted"],
            to: "effective",
            gates: &[&approval::APPROVED],
            clauses: &["ITS-5.1.3"],
            ..Step::PLAIN
        },
        Step {
            name: "revise",
            label: Label::new("revise", "调整"),
            doc: Label::new(
                "Takes it back to be changed or increased; until it is approved anew nothing is \
                 paid from it.",
                "退回调整或追加；重新批准前不得从中支付。",
            ),
            from: &["submitted", "effective"],
            to: "draft",
            reason: true,
            clauses: &["ITS-5.3.3"],
            ..Step::PLAIN
        },
        Step {
            name: "close",
            label: Label::new("close", "结束"),
            doc: Label::new("Closes the year.", "结束该年度预算。"),
            from: &["effective"],
            to: "closed",
            clauses: &["ITS-5.1.1"],
            ..Step::PLAIN
        },
    ],
};
