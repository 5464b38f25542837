//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::history;
use crate::facts::steps::is_untouched_import;
use crate::model::Customer;
use crate::say;

/// The relation written down is not the one that the deals show.
pub static RULE: Rule = Rule {
    name: "relation-differs",
    level: Level::Warning,
    what: Label::new(
        "Where a relation is written down, it is the one that follows from the deals won: prospect without one, new with \
         the first (also after a lapse), active with more, lapsed after `customer.lapsed_after_days`.",
        "写明的合作状态应与成交记录相符：未成交为潜在，首次成交（含流失后）为新客户，多次为活跃，超过 `customer.lapsed_after_days` 未成交为流失。",
    ),
    why: Label::new(
        "Who counts as a new customer decides targets and rewards (DEV-3.1); kept by hand it goes stale.",
        "谁算新客户关系到目标和奖励（DEV-3.1）；手工维护容易过时。",
    ),
    example: "relation: active   # and the last deal is two years old",
    remedy: Label::new(
        "Leave it out; it is derived. Where deals stand elsewhere, silence the line with the reason.",
        "删除该字段，由系统得出。成交记录不在账本中时，可在该行注明原因并忽略。",
    ),
    clauses: &["DEV-3.1"],
    kinds: &[Kind::Customer],
    check: Check::Book(|cx, sink| {
        for row in cx.book.iter::<Customer>() {
            let Some(written) = row.record.relation else { continue };
            if is_untouched_import(&row.erase()) {
                continue;
            }
            let Some(relation) = history::relation(cx.book, row.id, cx.today) else { continue };
            if written != relation {
                let (key, label) = (relation.key(), relation.label().zh);
                let message =
                    say!(en: "its deals make it `{key}`", zh: "按成交记录应为{label}（`{key}`）");
                let reference = row.erase().reference();
                sink.value(&row.erase(), "relation", message)
                    .remedy(format!("salesops set {reference} relation="));
            }
        }
    }),
};
