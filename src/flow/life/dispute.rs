//! The life of a dispute (DEV-REG-4).

use super::{Fixed, Life, Loosened, Step};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::{approval, dispute as gates};

/// What was ruled stands fast.
pub(super) static FIXED: Fixed = Fixed {
    kind: Kind::Dispute,
    fields: &["customer", "lead", "ruling"],
    open: &["open"],
    loosened: Loosened::Return("dispute reopen"),
};

pub(super) static LIFE: Life = Life {
    kind: Kind::Dispute,
    steps: &[
        Step {
            name: "rule",
            label: Label::new("rule", "裁定"),
            doc: Label::new(
                "Records what headquarters ruled, once it has approved the wording.",
                "总部同意裁定内容后，记录裁定结果。",
            ),
            from: &["open"],
            to: "ruled",
            gates: &[&gates::FOUNDED, &approval::APPROVED],
            takes: &["ruling"],
            clauses: &["DEV-REG-4"],
            ..Step::PLAIN
        },
        Step {
            name: "withdraw",
            label: Label::new("withdraw", "撤回"),
            doc: Label::new("Records that the parties agree.", "记录当事人已自行协商一致。"),
            from: &["open"],
            to: "withdrawn",
            reason: true,
            clauses: &["DEV-REG-4"],
            ..Step::PLAIN
        },
        Step {
            name: "reopen",
            label: Label::new("reopen", "重新提出"),
            doc: Label::new("Opens it again, for new facts.", "因新的事实重新提出。"),
            from: &["ruled", "withdrawn"],
            to: "open",
            clears: &["ruling"],
            reason: true,
            clauses: &["DEV-REG-4"],
            ..Step::PLAIN
        },
    ],
};
