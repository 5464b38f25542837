//! The life of the registration of a blank region (DEV-REG-3).

use super::{Life, Step};
use crate::base::field::Start;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::approval;

pub(super) static LIFE: Life = Life {
    kind: Kind::Registration,
    steps: &[
        Step {
            name: "submit",
            label: Label::new("submit", "提交"),
            doc: Label::new("Hands it in to headquarters.", "提交总部审批。"),
            from: &["draft"],
            to: "submitted",
            takes: &["submitted_on"],
            fills: &[("submitted_on", Start::Today)],
            clauses: &["DEV-REG-3"],
            ..Step::PLAIN
        },
        Step {
            name: "open",
            label: Label::new("open", "许可"),
            doc: Label::new(
                "Opens the region to the applicant, once headquarters has approved.",
                "总部批准后，许可申请人开发该区域。",
            ),
            from: &["submitted"],
            to: "open",
            gates: &[&approval::APPROVED],
            takes: &["approved_on"],
            fills: &[("approved_on", Start::Today)],
            clauses: &["DEV-REG-3"],
            ..Step::PLAIN
        },
        Step {
            name: "end",
            label: Label::new("end", "结束"),
            doc: Label::new(
                "Ends it: taken back, expired, or the region has an owner now.",
                "结束报备：撤回、到期，或区域已有负责人。",
            ),
            from: &["draft", "submitted", "open"],
            to: "ended",
            reason: true,
            clauses: &["DEV-REG-3"],
            ..Step::PLAIN
        },
    ],
};
