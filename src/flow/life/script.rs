//! The life of a call script (TEL-5.2).

use super::{Life, Step};
use crate::base::field::Start;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::{approval, script as gates};

pub(super) static LIFE: Life = Life {
    kind: Kind::Script,
    steps: &[
        Step {
            name: "release",
            label: Label::new("release", "发布"),
            doc: Label::new("Puts it into use, once it is approved.", "审批通过后，开始使用。"),
            from: &["draft"],
            to: "released",
            gates: &[&gates::COMPLETE, &approval::APPROVED],
            takes: &["reviewed_on"],
            fills: &[("reviewed_on", Start::Today)],
            clauses: &["TEL-5.2.1", "TEL-5.2.2"],
            ..Step::PLAIN
        },
        Step {
            name: "review",
            label: Label::new("review", "审视"),
            doc: Label::new(
                "Records that somebody asked whether it still works, and it does.",
                "记录已审视，话术继续有效。",
            ),
            from: &["released"],
            to: "",
            takes: &["reviewed_on"],
            fills: &[("reviewed_on", Start::Today)],
            clauses: &["TEL-5.2.2"],
            ..Step::PLAIN
        },
        Step {
            name: "revise",
            label: Label::new("revise", "改版"),
            doc: Label::new(
                "Begins the next version; until that is released, calls go by the one before.",
                "开始下一个版本；发布之前，仍按上一版通话。",
            ),
            from: &["released"],
            to: "draft",
            counts: Some("version"),
            reason: true,
            clauses: &["TEL-5.2.2"],
            ..Step::PLAIN
        },
        Step {
            name: "retire",
            label: Label::new("retire", "停用"),
            doc: Label::new("Takes it out of use.", "不再使用该话术。"),
            from: &["draft", "released"],
            to: "retired",
            reason: true,
            clauses: &["TEL-5.2.2"],
            ..Step::PLAIN
        },
    ],
};
