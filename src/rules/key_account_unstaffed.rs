//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Customer;
use crate::say;

/// A key account has no account manager, assistant or service team.
pub static RULE: Rule = Rule {
    name: "key-account-unstaffed",
    level: Level::Warning,
    what: Label::new(
        "A key account has an account manager, an assistant and a service team.",
        "重点客户应有客户经理、客户助理和服务团队。",
    ),
    why: Label::new(
        "It is to be served every day, whoever is away (DEV-KA-2, DEV-KA-8, DEV-KA-9).",
        "无论谁不在岗，重点客户每天都要有人服务（DEV-KA-2、DEV-KA-8、DEV-KA-9）。",
    ),
    example: "key_account: true\naccount_manager: li-wei   # and nobody else",
    remedy: Label::new("Name them.", "补填人员。"),
    clauses: &["DEV-KA-2", "DEV-KA-8", "DEV-KA-9"],
    kinds: &[Kind::Customer],
    check: Check::Record(|cx, row, sink| {
        let Some(customer) = cx.book.get::<Customer>(row.id).map(|row| row.record) else { return };
        if customer.key_account != Some(true) {
            return;
        }
        let posts = [
            ("account_manager", "=", customer.account_manager.is_none()),
            ("assistant", "=", customer.assistant.is_none()),
            ("service_team", "+=", customer.service_team.is_empty()),
        ];
        let reference = row.reference();
        for (key, sign, _) in posts.into_iter().filter(|(_, _, is_missing)| *is_missing) {
            let label = Kind::Customer.field(key).map_or(Label::new("", ""), |field| field.label);
            let (en, zh) = (label.en, label.zh);
            let message = say!(en: "a key account without {en}", zh: "重点客户没有{zh}");
            sink.at(row, Place::File, message).help(say!(
                en: "name one: `salesops set {reference} {key}{sign}MEMBER`",
                zh: "补填：`salesops set {reference} {key}{sign}成员`"
            ));
        }
    }),
};
