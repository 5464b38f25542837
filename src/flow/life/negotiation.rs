//! The life of a negotiation (OPS-4.5, ITS-3.4).

use super::{Life, Step};
use crate::base::field::Start;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::negotiation as gates;

pub(super) static LIFE: Life = Life {
    kind: Kind::Negotiation,
    steps: &[
        Step {
            name: "hold",
            label: Label::new("hold", "举行"),
            doc: Label::new("Records that it was held.", "记录谈判已举行。"),
            from: &["planned"],
            to: "held",
            gates: &[&gates::INVITED, &gates::PREPARED, &gates::LEAD],
            takes: &["held_on"],
            fills: &[("held_on", Start::Today)],
            clauses: &["OPS-4.5.1", "OPS-4.5.2", "ITS-3.4.1"],
            ..Step::PLAIN
        },
        Step {
            name: "agree",
            label: Label::new("agree", "达成"),
            doc: Label::new(
                "Records that both sides agree, by its minutes.",
                "依据谈判纪要，记录双方达成一致。",
            ),
            from: &["held"],
            to: "agreed",
            gates: &[&gates::MINUTES, &gates::TERMS],
            clauses: &["OPS-4.5.3", "ITS-3.4.1"],
            ..Step::PLAIN
        },
        Step {
            name: "fail",
            label: Label::new("fail", "破裂"),
            doc: Label::new("Records that it came to nothing.", "记录谈判破裂。"),
            from: &["planned", "held"],
            to: "failed",
            reason: true,
            clauses: &["OPS-4.5.3"],
            ..Step::PLAIN
        },
    ],
};
