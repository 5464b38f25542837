//! See [`RULE`].

use super::customer_contact_late::{judged, tell};
use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::Row;
use crate::facts::cadence;
use crate::flow::key::Key;
use crate::model::Customer;
use crate::say;

/// A key customer has had no training or technical service for long.
pub static RULE: Rule = Rule {
    name: "value-service-late",
    level: Level::Warning,
    what: Label::new(
        "A key customer (`visit.key_customer_def`) that bought gets a training or a technical service every `care.value_service_every_days`.",
        "成交的重点客户（`visit.key_customer_def`）每 `care.value_service_every_days` 天应有一次培训或技术支持。",
    ),
    why: Label::new(
        "Services beyond the contract keep a customer's trust (ITS-7.3.2).",
        "合同之外的增值服务能维系客户的信任（ITS-7.3.2）。",
    ),
    example: "# key_account: true, and the last training was a year ago",
    remedy: Label::new("Offer one, and log it.", "安排一次并记录。"),
    clauses: &["ITS-7.3.2"],
    kinds: &[Kind::Customer, Kind::Opportunity, Kind::Activity],
    check: Check::Book(|cx, sink| {
        let key = Key::of(cx.book, cx.today);
        for row in cx.book.iter::<Customer>().map(Row::erase) {
            let Some(customer) = judged(cx, &row).filter(|_| key.is(cx.book, row)) else {
                continue;
            };
            let due = cadence::value_service_due(cx.book, customer, cx.today);
            if let Some(due) = due.filter(|due| due.is_late(cx.today)) {
                let what = say!(en: "no training or technical service", zh: "应提供培训或技术支持");
                let purpose = say!(en: " --purpose customer_training", zh: " --purpose 客户培训");
                tell(sink, &row, &due, &what, &purpose);
            }
        }
    }),
};
