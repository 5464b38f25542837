//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Assessment;
use crate::model::assessment::AssessmentStatus;
use crate::say;

/// Two people did the three steps of an assessment.
pub static RULE: Rule = Rule {
    name: "assessment-by-two",
    level: Level::Note,
    what: Label::new(
        "Three different people compile, review and decide an assessment.",
        "考核由三位不同的人汇总、审核、确定。",
    ),
    why: Label::new(
        "Who checks their own figures checks little; where nobody else holds the role it is at least \
         noted (ITS-4.3.1, ITS-4.3.3).",
        "自己审核自己汇总的数据难以发现问题；没有其他人可办理时，至少应留下记录（ITS-4.3.1、ITS-4.3.3）。",
    ),
    example: "compiled_by: sun-li\nreviewed_by: sun-li",
    remedy: Label::new("Let another member hold the role.", "由另一位成员担任该岗位。"),
    clauses: &["ITS-4.3.1", "ITS-4.3.3"],
    kinds: &[Kind::Assessment],
    check: Check::Record(|cx, row, sink| {
        let Some(it) = cx.book.get::<Assessment>(row.id).map(|row| row.record) else { return };
        if it.status() == AssessmentStatus::Draft {
            return;
        }
        let steps = [
            ("reviewed_by", &it.reviewed_by, vec![&it.compiled_by]),
            ("decided_by", &it.decided_by, vec![&it.compiled_by, &it.reviewed_by]),
        ];
        for (key, by, before) in steps {
            let Some(by) = by.as_deref() else { continue };
            if before.into_iter().flatten().any(|earlier| **earlier == *by) {
                let message = say!(
                    en: "{by} took an earlier step of it too",
                    zh: "{by} 也办理了前面的步骤"
                );
                sink.value(row, key, message);
            }
        }
    }),
};
