//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::flow::approval::{self, Need};
use crate::model::Approval;

/// Somebody has decided what is for others to decide.
pub static RULE: Rule = Rule {
    name: "approval-unentitled",
    level: Level::Error,
    what: Label::new(
        "Who decides holds one of the roles that the policy names, or stands in for somebody who \
         does. Judged as long as the step that waits for the verdict is not taken.",
        "审批人应具有制度规定的角色，或代理具有该角色的成员。在等待该审批的步骤办理之前检查。",
    ),
    why: Label::new(
        "A review by others than those who know the matter is none (OPS-4.4.3, OPS-4.6.1).",
        "由不具备资格的人审核等于没有审核（OPS-4.4.3、OPS-4.6.1）。",
    ),
    example: "subject: contract/con-261120-7k3q9\nwhat: contract_legal\nby: he-fang  # a clerk",
    remedy: Label::new(
        "Let somebody decide who may; take this verdict away.",
        "由有权限的人审批，并删除此审批记录。",
    ),
    clauses: approval::CLAUSES,
    kinds: &[Kind::Approval],
    check: Check::Record(|cx, row, sink| {
        let Some(approval) = cx.book.get::<Approval>(row.id).map(|it| it.record) else { return };
        let Some(subject) = cx.book.any(approval.subject.kind, &approval.subject.id) else {
            return;
        };
        let Some(need) = Need::called(cx.book, &approval.what) else { return };
        let taken = need.is_ahead(subject) == Some(false);
        if taken || need.is_own(subject, &approval.by) {
            return;
        }
        if approval::decider(cx.book, subject, need, &approval.by, approval.on).is_some() {
            return;
        }
        let (Text { en, zh }, by) = (need.name(), approval::by(cx.book, need));
        let message = Text {
            en: format!("{en} is for {}", by.en).into(),
            zh: format!("“{zh}”应由{}审批", by.zh).into(),
        };
        sink.value(row, "by", message);
    }),
};
