//! The life of a notice (TAG-7.1.3): something is put right, and somebody else sees that it is.

use super::{Effects, Fixed, Life, Loosened, Step};
use crate::base::edit::Edit;
use crate::base::field::Start;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Label;
use crate::base::value::Value;
use crate::flow::gates::{Subject, notice as gates};

pub(super) static LIFE: Life = Life {
    kind: Kind::Notice,
    steps: &[
        Step {
            name: "fix",
            label: Label::new("fix", "整改"),
            doc: Label::new("Records what was put right.", "记录整改情况。"),
            from: &["open"],
            to: "fixed",
            gates: &[&gates::ANSWERED, &gates::OWN],
            takes: &["fixed_by", "fixed_on"],
            fills: &[("fixed_by", Start::Me), ("fixed_on", Start::Today)],
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
            doc: Label::new(
                "Gives it back: it is not put right. What was answered stays, and the days begin anew.",
                "退回：整改不到位。原整改情况保留，期限重新计算。",
            ),
            from: &["fixed", "verified"],
            to: "open",
            clears: &["fixed_by", "fixed_on", "verified_by", "verified_on"],
            reason: true,
            also: |subject, _| anew(subject),
            clauses: &["TAG-7.1.3"],
            ..Step::PLAIN
        },
        Step {
            name: "withdraw",
            label: Label::new("withdraw", "撤回"),
            doc: Label::new(
                "Takes it back: there is nothing to put right.",
                "撤回通知：没有需要整改的问题。",
            ),
            from: &["open", "fixed"],
            to: "withdrawn",
            gates: &[&gates::WITHDRAWN],
            takes: &["withdrawn_by"],
            fills: &[("withdrawn_by", Start::Me)],
            reason: true,
            clauses: &["TAG-7.1.3"],
            ..Step::PLAIN
        },
    ],
};

/// What somebody is told to put right, and by when, is not theirs to change.
pub(super) static FIXED: Fixed = Fixed {
    kind: Kind::Notice,
    fields: &["issued_on", "audit", "to", "by", "findings", "due"],
    open: &[],
    loosened: Loosened::End("notice withdraw"),
};

/// What was done stands fast once it was told.
pub(super) static ANSWER: Fixed = Fixed {
    kind: Kind::Notice,
    fields: &["result"],
    open: &["open"],
    loosened: Loosened::Return("notice return"),
};

// Nobody is late on the day on which a notice comes back.
fn anew(subject: &Subject<'_>) -> Effects {
    let book = subject.book;
    let due = book.calendar().add_working_days(subject.day, book.policy().notice().fix_days);
    let edits = vec![Edit::Set(Route::name("due"), Value::plain(due))];
    Effects { edits, ..Effects::default() }
}
