//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps::is_untouched_import;
use crate::facts::{holding, is_open, registration};
use crate::model::Territory;
use crate::model::territory::TerritoryStatus;
use crate::say;

/// A customer or lead in a blank region is worked without an approved registration.
pub static RULE: Rule = Rule {
    name: "region-unregistered",
    level: Level::Error,
    what: Label::new(
        "Who works a customer or lead in a blank territory has an approved registration of it that still holds.",
        "在空白区域跟进客户或线索，应有已批准且在有效期内的区域报备。",
    ),
    why: Label::new(
        "A blank region is registered beforehand with headquarters and developed after approval (DEV-REG-3).",
        "空白区域须先向总部报备，批准后方可开发（DEV-REG-3）。",
    ),
    example: "# territories/hainan.yaml: status: blank\nterritory: hainan\nowner: li-wei   # and no registration is open",
    remedy: Label::new(
        "Register the region and have it approved. `territory.check` of the policy says how strict this is.",
        "先报备并获批准。严格程度由制度的 `territory.check` 决定。",
    ),
    clauses: &["DEV-REG-3"],
    kinds: &[Kind::Customer, Kind::Lead],
    check: Check::Record(|cx, row, sink| {
        if is_untouched_import(row) || !is_open(cx.book, row.kind, row.id) {
            return;
        }
        let Some(owner) = cx.book.owner_of(row.kind, row.id) else { return };
        let Some(id) = holding::territory(cx.book, row.kind, row.id) else { return };
        let status = cx.book.get::<Territory>(id).and_then(|row| row.record.status);
        if status != Some(TerritoryStatus::Blank)
            || registration::allows(cx.book, owner, id, cx.today)
        {
            return;
        }
        let (name, owner) =
            (cx.book.name_of(Kind::Territory, id), cx.book.name_of(Kind::Member, owner));
        let message = say!(
            en: "territory/{id} ({name}) is blank, and {owner} has no registration of it that holds",
            zh: "territory/{id}（{name}）为空白区域，{owner} 没有有效的报备"
        );
        sink.value(row, "owner", message).help(say!(
            en: "register it: `salesops add registration territory={id}`",
            zh: "先报备：`salesops add registration territory={id}`"
        ));
    }),
};
