//! The life of an assessment (ITS-4.3): compiled, reviewed, decided; final it stands fast.

use super::{Effects, Fixed, Life, Loosened, Step};
use crate::base::edit::Edit;
use crate::base::field::Start;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Label;
use crate::base::value::Value;
use crate::facts::assessment;
use crate::flow::gates::{Subject, assessment as gates};
use crate::model::Assessment;

pub(super) static LIFE: Life = Life {
    kind: Kind::Assessment,
    steps: &[
        Step {
            name: "review",
            label: Label::new("review", "审核"),
            doc: Label::new(
                "Records that a supervisor has checked the figures and scores; the total is fixed.",
                "主管审核数据与评分，确定总分。",
            ),
            from: &["draft"],
            to: "reviewed",
            gates: &[&gates::COMPLETE, &gates::CHECKED],
            takes: &["reviewed_by"],
            fills: &[("reviewed_by", Start::Me)],
            also: |subject, _| reviewed(subject),
            waits_for: Some(gates::may_review),
            clauses: &["ITS-4.3.1", "TEL-6.2"],
            ..Step::PLAIN
        },
        Step {
            name: "decide",
            label: Label::new("decide", "确定"),
            doc: Label::new(
                "Fixes the result: by the total, or another one for a stated judgement; nothing of it \
                 changes afterwards.",
                "确定考核结果：按总分，或写明综合评价后另定；此后不再更改。",
            ),
            from: &["reviewed"],
            to: "final",
            gates: &[&gates::DECIDED, &gates::JUDGED],
            takes: &["result", "decided_by", "decided_on"],
            fills: &[("decided_by", Start::Me), ("decided_on", Start::Today)],
            also: |subject, _| decided(subject),
            waits_for: Some(gates::may_decide),
            clauses: &["ITS-4.3.3", "OPS-8.2.2"],
            ..Step::PLAIN
        },
        Step {
            name: "return",
            label: Label::new("return", "退回"),
            doc: Label::new("Gives it back to be corrected.", "退回更正。"),
            from: &["reviewed"],
            to: "draft",
            clears: &["total", "by_score", "reviewed_by"],
            reason: true,
            clauses: &["ITS-4.3.1"],
            ..Step::PLAIN
        },
    ],
};

pub(super) static FIXED: Fixed = Fixed {
    kind: Kind::Assessment,
    fields: &["period", "member", "scores"],
    open: &["draft"],
    loosened: Loosened::Return("assessment return"),
};

fn reviewed(subject: &Subject<'_>) -> Effects {
    let mut effects = Effects::default();
    let record = subject.record::<Assessment>();
    let Some(total) = record.and_then(assessment::total) else { return effects };
    let grading = subject.book.policy().assess().grading(total);
    effects.edits.push(Edit::Set(Route::name("total"), Value::plain(total)));
    effects.edits.push(Edit::Set(Route::name("by_score"), Value::plain(grading.key())));
    effects
}

fn decided(subject: &Subject<'_>) -> Effects {
    let mut effects = Effects::default();
    let Some(record) = subject.record::<Assessment>() else { return effects };
    if let (None, Some(by_score)) = (record.result, record.by_score) {
        effects.edits.push(Edit::Set(Route::name("result"), Value::plain(by_score.key())));
    }
    effects
}
