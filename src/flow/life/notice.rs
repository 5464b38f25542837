//! The life of a notice (TAG-7.1.3): something is put right, and somebody else sees that it is.

use super::{Life, Step};
use crate::base::field::Start;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::notice as gates;

pub(super) static LIFE: Life = Life {
    kind: Kind::Notice,
    steps: &[
        Step {
            name: "fix",
            label: Label::new("fix", "整改"),
            doc: Label::new("Records what was put right.", "记录整改情况。"),
            from: &["open"],
            to: "fixed",
            gates: &[&gates::ANSWERED],
            takes: &["fixed_on"],
            fills: &[("fixed_on", Start::Today)],
            waits_for: Some(gates::is_to),
            clauses: &["TAG-7.1.3", "TAG-4.3.2"],
            ..Step::PLAIN
        },
        Step {
            name: "verify",
            label: Label::new("verify", "复查"),
            doc: Label::new("Records that it is put right.", "复查确认已整改到位。"),
            from: &["fixed"],
            to: "verified",
            gates: &[&gates::VERIFIED],
            takes: &["verified_by", "verified_on"],
            fills: &[("verified_by", Start::Me), ("verified_on", Start::Today)],
            waits_for: Some(gates::may_verify),
            clauses: &["TAG-7.1.3", "TAG-4.3.2"],
            ..Step::PLAIN
        },
        Step {
            name: "return",
            label: Label::new("return", "退回"),
            doc: Label::new("Gives it back: it is not put right.", "退回：整改不到位。"),
            from: &["fixed"],
            to: "open",
            clears: &["result", "fixed_on"],
            reason: true,
            clauses: &["TAG-7.1.3"],
            ..Step::PLAIN
        },
    ],
};
