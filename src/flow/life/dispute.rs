//! The life of a dispute (DEV-REG-4).

use super::{Effects, Fixed, Life, Loosened, Step, Taker};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::gates::{Subject, approval, dispute as gates};
use crate::model::Dispute;
use crate::say;

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
            also: to_follow,
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

// The ruling moves nothing by itself.
fn to_follow(subject: &Subject<'_>, _: Taker<'_>) -> Effects {
    let mut effects = Effects::default();
    let Some(dispute) = subject.record::<Dispute>() else { return effects };
    let Some(to) = dispute.ruling.as_ref().and_then(|it| it.to.as_deref()) else { return effects };
    let other =
        |(kind, id): &(Kind, &Id)| subject.book.owner_of(*kind, id).is_some_and(|it| it != to);
    effects.next = dispute.claimed().find(other).map(|(kind, id)| {
        let reference = kind.reference(id);
        say!(
            en: "follow the ruling: `salesops transfer {reference} --to {to} --reason TEXT`",
            zh: "按裁定转移：`salesops transfer {reference} --to {to} --reason 原因`"
        )
    });
    effects
}
