//! See [`RULE`].

use super::{Check, Rule};
use crate::base::date::Date;
use crate::base::finding::Level;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::{AnyRow, Book};
use crate::facts::steps::is_untouched_import;
use crate::facts::{is_open, lead, people, registration};
use crate::model::common::Channel;
use crate::model::{Customer, Lead, Territory};
use crate::say;

/// The owner of a customer or lead does not work its territory.
pub static RULE: Rule = Rule {
    name: "owner-outside-territory",
    level: Level::Error,
    what: Label::new(
        "The owner of a customer or open lead works its territory: its owner, its team, or who reports to its owner or \
         heads them. E-commerce and key accounts are free of it; a collaborator who works the territory is enough, and so is a registration that holds or an assignment that waived \
         `lead-territory` for a reason.",
        "客户和进行中线索的负责人应负责其所在区域：区域负责人、其团队成员、其下属或其上级。电商和重点客户不受限制；有该区域的协作人或有效报备也可，分配时说明原因豁免 `lead-territory` 的除外。",
    ),
    why: Label::new(
        "Who develops a territory benefits from it (DEV-REG-1); online business is free of it (DEV-REG-2).",
        "谁开发，谁收益（DEV-REG-1）；电商客户不受区域限制（DEV-REG-2）。",
    ),
    example: "# territories/huadong.yaml: owner: sun-li, team: 南区\nregion: \"310115\"\nowner: li-wei   # team 北区",
    remedy: Label::new(
        "Give it to somebody of the territory, or let one of them collaborate. `territory.check` of the policy says how strict this is.",
        "转给该区域的成员，或请其协作。严格程度由制度的 `territory.check` 决定。",
    ),
    clauses: &["DEV-REG-1", "DEV-REG-2"],
    kinds: &[Kind::Customer, Kind::Lead],
    check: Check::Record(|cx, row, sink| {
        // Who was assigned before the book began is judged from the next step on.
        if is_untouched_import(row) || !is_open(cx.book, row.kind, row.id) {
            return;
        }
        let Some((owner, territory)) = outsider(cx.book, row, cx.today) else { return };
        let owner = cx.book.name_of(Kind::Member, owner);
        let name = cx.book.name_of(Kind::Territory, territory);
        let by = worked_by(cx.book, territory);
        let message = say!(
            en: "{owner} does not work territory/{territory} ({name}; {by})",
            zh: "{owner} 不负责 territory/{territory}（{name}；{by}）"
        );
        let reference = row.reference();
        sink.value(row, "owner", message).help(say!(
            en: "give it to who owns the territory: `salesops transfer {reference} --by territory --reason TEXT`",
            zh: "转给该区域的负责人：`salesops transfer {reference} --by territory --reason 原因`"
        ));
    }),
};

// The owner and the territory, where the owner does not work it and nothing exempts them.
fn outsider<'b>(book: &'b Book<'b>, row: &AnyRow<'_>, today: Date) -> Option<(&'b Id, &'b Id)> {
    let (owner, territory, channel) = match row.kind {
        Kind::Customer => {
            let it = book.get::<Customer>(row.id)?.record;
            let territory = people::customer_territory(it, book)?;
            if lead::beyond_territory(&it.moves, it.owner.as_deref()).is_some() {
                return None;
            }
            let shared = it.collaborators.iter().any(|who| people::may_work(book, who, territory));
            if it.key_account == Some(true) || shared {
                return None;
            }
            (it.owner.as_deref()?, territory, it.channel)
        }
        _ => {
            let it = book.get::<Lead>(row.id)?.record;
            if lead::beyond_territory(&it.moves, it.owner.as_deref()).is_some() {
                return None;
            }
            (it.owner.as_deref()?, it.territory.as_deref()?, it.channel)
        }
    };
    let is_free = matches!(channel, Some(Channel::Ecommerce | Channel::KeyAccount));
    let is_of_it = people::may_work(book, owner, territory)
        || registration::allows(book, owner, territory, today);
    (!is_free && !is_of_it).then_some((owner, territory))
}

// Who works a territory, in a word.
fn worked_by(book: &Book<'_>, territory: &Id) -> String {
    let Some(it) = book.get::<Territory>(territory).map(|row| row.record) else {
        return String::new();
    };
    let owner = it.owner.as_deref().map(|owner| book.name_of(Kind::Member, owner));
    owner.into_iter().chain(it.team.clone()).collect::<Vec<_>>().join(" · ")
}
