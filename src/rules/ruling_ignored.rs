//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::Book;
use crate::model::Dispute;
use crate::model::dispute::DisputeStatus;
use crate::say;

/// What was ruled is not done.
pub static RULE: Rule = Rule {
    name: "ruling-ignored",
    level: Level::Error,
    what: Label::new(
        "A customer or lead is whose the last ruling on it says.",
        "客户或线索应归最近一次裁定所定的负责人。",
    ),
    why: Label::new(
        "The rights of those who work a region are respected, and headquarters decides where it is unclear (DEV-REG-4).",
        "尊重区域负责人的权益，有争议时由总部裁定（DEV-REG-4）。",
    ),
    example: "# disputes/2026/dis-261102-7k3qa.yaml: ruling: {to: li-wei}, status: ruled\nowner: zhou-hao",
    remedy: Label::new("Give it to whose it is.", "按裁定转移。"),
    clauses: &["DEV-REG-4", "DEV-REG-1"],
    kinds: &[Kind::Dispute],
    check: Check::Record(|cx, row, sink| {
        // What is ruled is put on record first and followed then: the ruling itself is no fault.
        if !cx.wide {
            return;
        }
        let Some(dispute) = cx.book.get::<Dispute>(row.id) else { return };
        if dispute.record.status() != DisputeStatus::Ruled {
            return;
        }
        let Some(to) = dispute.record.ruling.as_ref().and_then(|it| it.to.as_deref()) else {
            return;
        };
        for (kind, id) in dispute.record.claimed() {
            let owner = cx.book.owner_of(kind, id);
            if owner.is_none_or(|owner| owner == to) || last(cx.book, kind, id) != Some(row.id) {
                continue;
            }
            let reference = kind.reference(id);
            let owner = owner.map_or("", |owner| &**owner);
            let message = say!(
                en: "{reference} was ruled to be {to}'s and is {owner}'s",
                zh: "{reference} 已裁定归 {to}，目前由 {owner} 负责"
            );
            sink.value(row, "ruling.to", message).help(say!(
                en: "give it to them: `salesops transfer {reference} --to {to} --reason TEXT`",
                zh: "按裁定转移：`salesops transfer {reference} --to {to} --reason 原因`"
            ));
        }
    }),
};

// The dispute about a record that was ruled last.
fn last<'b>(book: &'b Book<'_>, kind: Kind, id: &Id) -> Option<&'b Id> {
    let ruled = book.referring::<Dispute>(kind, id);
    let ruled = ruled.filter(|it| it.record.status() == DisputeStatus::Ruled);
    ruled.max_by_key(|it| (it.record.moves.iter().map(|step| step.on).max(), it.id)).map(|it| it.id)
}
