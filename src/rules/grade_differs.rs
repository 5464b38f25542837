//! See [`RULE`].

use super::{Check, Cx, Rule, Sink};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::facts::is_open;
use crate::facts::steps::is_untouched_import;
use crate::flow::grading::{Grader, KINDS, OnRecord};
use crate::say;

/// A grade on record is not the one that the record gives.
pub static RULE: Rule = Rule {
    name: "grade-differs",
    level: Level::Warning,
    what: Label::new(
        "The grade of an open lead, an open opportunity or a customer is the one that the policy's point tables give, unless an override with a reason is in force.",
        "未结束的线索和机会以及客户，其等级应与制度评分表的结果一致，有理由且有效的人工调整除外。",
    ),
    why: Label::new(
        "Grades decide who works what and through which gates (OPS-2.3.1, OPS-4.2.1, TEL-4.2.1); one without evidence misleads.",
        "等级决定由谁跟进、走哪些关卡（OPS-2.3.1、OPS-4.2.1、TEL-4.2.1）；没有依据的等级会误导。",
    ),
    example: "# leads/lead-261121-7k3q9.yaml: need_clarity: unclear\ngrade: high",
    remedy: Label::new(
        "Grade it again, or give the grade by hand with a reason.",
        "重新评级，或人工评定并写明原因。",
    ),
    clauses: &[
        "OPS-2.3.1",
        "OPS-2.3.2",
        "OPS-2.3.3",
        "OPS-2.3.4",
        "OPS-4.2.1",
        "OPS-4.2.2",
        "OPS-4.2.3",
        "OPS-4.2.4",
        "TEL-4.2.1",
    ],
    kinds: &[Kind::Lead, Kind::Opportunity, Kind::Customer],
    check: Check::Book(|cx, sink| {
        for kind in KINDS {
            // A point table that cannot be read is a finding of the policy.
            let Ok(grader) = Grader::new(cx.book, cx.today, kind) else { continue };
            for row in cx.book.rows(kind) {
                hold_against(cx, &grader, &row, sink);
            }
        }
    }),
};

fn hold_against<'b>(cx: &Cx<'b>, grader: &Grader<'b>, row: &AnyRow<'b>, sink: &mut Sink<'_>) {
    let OnRecord { grade: Some(now), by_hand: None } = OnRecord::of(*row, cx.today) else { return };
    if is_untouched_import(row) || !is_open(cx.book, row.kind, row.id) {
        return;
    }
    let Some(verdict) = grader.grade(*row) else { return };
    let expired = row.has(&Route::name("grade_override"));
    if now == verdict.grade && !expired {
        return;
    }
    let (grade, score) = (verdict.grade, verdict.score);
    let message = match expired {
        true => say!(
            en: "the override has expired; the record gives `{grade}` (score {score})",
            zh: "人工调整已失效；按记录应为 `{grade}`（得分 {score}）"
        ),
        false => say!(
            en: "the record gives `{grade}` (score {score})",
            zh: "按记录应为 `{grade}`（得分 {score}）"
        ),
    };
    sink.value(row, "grade", message)
        .remedy(format!("salesops grade {}", row.reference()))
        .clauses(verdict.clauses);
}
