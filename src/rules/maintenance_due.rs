//! See [`RULE`] and [`UPGRADE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::upkeep;
use crate::model::Product;
use crate::say;

/// Nobody has looked after what a customer has in use for longer than the policy allows.
pub static RULE: Rule = Rule {
    name: "maintenance-due",
    level: Level::Warning,
    what: Label::new(
        "A customer to whom something was delivered is visited or called about it as often as the policy says (`maintenance.interval_days`).",
        "对已交付产品的客户，按制度的间隔（`maintenance.interval_days`）进行产品维护。",
    ),
    why: Label::new(
        "Products that nobody looks after fail unseen (OPS-6.3.1). Imported orders wait for their next own step.",
        "无人维护的产品出了问题也没人知道（OPS-6.3.1）。导入的订单自其下一次变动起判断。",
    ),
    example: "# an order of the customer was delivered on 2026-07-01, and there is no activity with purpose: maintenance",
    remedy: Label::new(
        "Call or visit, and write it down: `salesops log call CUSTOMER TEXT purpose=maintenance`.",
        "电话或上门维护并记录：`salesops log call 客户 内容 purpose=maintenance`。",
    ),
    clauses: &["OPS-6.3.1", "ITS-3.6.1"],
    kinds: &[Kind::Customer],
    check: Check::Record(|cx, row, sink| {
        if !cx.wide {
            return;
        }
        let Some(last) = upkeep::last_kept(cx.book, row.id, cx.today) else { return };
        let limit = cx.book.policy().maintenance().interval_days;
        let days = cx.today.days_since(last);
        if days > limit {
            let id = row.id;
            let message = say!(
                en: "what was delivered is not looked after since {last}, {days} days; the policy gives {limit}",
                zh: "已交付的产品自 {last} 起 {days} 天未维护，制度规定 {limit} 天"
            );
            sink.value(row, "name", message).help(say!(
                en: "when it is done: `salesops log call customer/{id} TEXT purpose=maintenance`",
                zh: "维护后：`salesops log call customer/{id} 内容 purpose=maintenance`"
            ));
        }
    }),
};

/// A product is upgraded soon, and who has it has not been told.
pub static UPGRADE: Rule = Rule {
    name: "upgrade-unannounced",
    level: Level::Warning,
    what: Label::new(
        "Who has a product in use is told of its upgrade so many days before as the policy says (`upgrade.notice_days`).",
        "产品升级前，按制度规定的天数（`upgrade.notice_days`）通知在用客户。",
    ),
    why: Label::new(
        "An upgrade that comes as a surprise is a fault to the customer (OPS-6.3.2).",
        "没有预告的升级，对客户来说就是故障（OPS-6.3.2）。",
    ),
    example: "upgrades:\n  - {version: \"8.2\", date: 2026-11-28}   # and no activity with purpose: upgrade_notice",
    remedy: Label::new(
        "Tell the customers, and write it down: `salesops log call CUSTOMER TEXT purpose=upgrade_notice`.",
        "通知客户并记录：`salesops log call 客户 内容 purpose=upgrade_notice`。",
    ),
    clauses: &["OPS-6.3.2"],
    kinds: &[Kind::Product],
    check: Check::Record(|cx, row, sink| {
        let Some(product) = cx.book.get::<Product>(row.id).map(|it| it.record) else { return };
        let days = cx.book.policy().upgrade().notice_days;
        if !cx.wide {
            return;
        }
        for (at, upgrade) in product.upgrades.iter().enumerate() {
            let begins = upgrade.date.checked_add_days(-days);
            // What is long past is no news any more.
            let is_due = begins.is_some_and(|begins| begins <= cx.today)
                && cx.today.days_since(upgrade.date) <= days;
            let untold = if is_due { upkeep::untold(cx.book, row.id, upgrade) } else { Vec::new() };
            if untold.is_empty() {
                continue;
            }
            let (n, on, version) = (untold.len(), upgrade.date, &upgrade.version);
            let list =
                untold.iter().take(5).map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
            sink.value(row, &format!("upgrades.{at}.date"), say!(
                en: "{version} comes on {on}, and customers who have the product are not told ({n}): {list}",
                zh: "{version} 将于 {on} 发布，尚有 {n} 家在用客户未通知：{list}"
            ));
        }
    }),
};
