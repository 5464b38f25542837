//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::flow::approval::{self, Need, owners};
use crate::model::Approval;
use crate::say;

/// Somebody has approved what is their own.
pub static RULE: Rule = Rule {
    name: "approval-own",
    level: Level::Error,
    what: Label::new(
        "Nobody decides on a record that is theirs: that they own, applied for or entered.",
        "不得审批自己负责、申请或录入的记录。",
    ),
    why: Label::new(
        "A second pair of eyes is the sense of an approval (OPS-4.4.3, OPS-4.6.1).",
        "审批的意义在于由他人复核（OPS-4.4.3、OPS-4.6.1）。",
    ),
    example: "subject: contract/con-261120-7k3q9\nby: li-wei  # who owns the contract",
    remedy: Label::new(
        "Let somebody else decide; take this verdict away.",
        "由他人审批，并删除此审批记录。",
    ),
    clauses: approval::CLAUSES,
    kinds: &[Kind::Approval],
    check: Check::Record(|cx, row, sink| {
        let Some(approval) = cx.book.get::<Approval>(row.id).map(|it| it.record) else { return };
        let Some(subject) = cx.book.any(approval.subject.kind, &approval.subject.id) else {
            return;
        };
        let deciders =
            [("by", Some(&approval.by)), ("on_behalf_of", approval.on_behalf_of.as_ref())];
        let is_own = |member: &Id| match Need::called(cx.book, &approval.what) {
            Some(need) => need.is_own(subject, member),
            None => owners(subject).any(|own| own == member),
        };
        for (key, decider) in deciders {
            let Some(decider) = decider.filter(|it| is_own(it)) else { continue };
            let (decider, reference) = (&**decider, subject.reference());
            let message = say!(
                en: "{reference} is `{decider}`'s own",
                zh: "{reference} 属于 `{decider}` 自己"
            );
            sink.value(row, key, message);
        }
    }),
};
