//! The life of a plan (OPS-3.1).

use super::{Life, Step};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::plan as gates;

pub(super) static LIFE: Life = Life {
    kind: Kind::Plan,
    steps: &[
        Step {
            name: "finish",
            label: Label::new("finish", "完成"),
            doc: Label::new("Ends it, all its steps done.", "各步骤完成后，结束计划。"),
            from: &["active"],
            to: "done",
            gates: &[&gates::STEPS_DONE],
            clauses: &["OPS-3.1.1"],
            ..Step::PLAIN
        },
        Step {
            name: "drop",
            label: Label::new("drop", "放弃"),
            doc: Label::new("Gives it up.", "放弃该计划。"),
            from: &["active"],
            to: "dropped",
            reason: true,
            clauses: &["OPS-3.1.1"],
            ..Step::PLAIN
        },
    ],
};
