//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::contact;
use crate::facts::steps::is_untouched_import;
use crate::flow::key::Key;
use crate::say;

/// Nobody has been to a key customer for long.
pub static RULE: Rule = Rule {
    name: "key-customer-unvisited",
    level: Level::Warning,
    what: Label::new(
        "A key customer (`visit.key_customer_def`) is visited every `visit.key_customer_interval_days`; a new \
         one counts from its entry.",
        "重点客户（`visit.key_customer_def`）每 `visit.key_customer_interval_days` 天至少上门拜访一次；新客户自录入之日起算。",
    ),
    why: Label::new(
        "Key customers are visited on site (OPS-3.4.1).",
        "重点客户须实地拜访（OPS-3.4.1）。",
    ),
    example: "grade: A   # the last visit was four months ago",
    remedy: Label::new("Visit it, and log that.", "安排拜访并记录。"),
    clauses: &["OPS-3.4.1"],
    kinds: &[Kind::Customer, Kind::Activity],
    check: Check::Book(|cx, sink| {
        let key = Key::of(cx.book, cx.today);
        let limit = cx.book.policy().visit().key_customer_interval_days;
        for row in cx.book.rows(Kind::Customer) {
            if is_untouched_import(&row) || !key.is(cx.book, row) {
                continue;
            }
            let last = contact::last_visit(cx.book, Kind::Customer, row.id, cx.today);
            let Some(since) = last.or_else(|| contact::known_since(cx.book, row)) else { continue };
            let days = cx.today.days_since(since);
            if days <= limit {
                continue;
            }
            let message = match last {
                Some(_) => say!(
                    en: "a key customer, last visited {days} days ago; the policy allows {limit}",
                    zh: "重点客户，距上次拜访已 {days} 天，制度规定不超过 {limit} 天"
                ),
                None => say!(
                    en: "a key customer, never visited in {days} days; the policy allows {limit}",
                    zh: "重点客户，{days} 天来从未拜访，制度规定不超过 {limit} 天"
                ),
            };
            let reference = row.reference();
            sink.value(&row, "name", message).help(say!(
                en: "when it is done: `salesops log visit {reference} TEXT`",
                zh: "拜访后记录：`salesops log visit {reference} 内容`"
            ));
        }
    }),
};
