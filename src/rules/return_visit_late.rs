//! See [`RULE`].

use super::customer_contact_late::{judged, tell};
use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::cadence;
use crate::say;

/// A customer that bought has not been revisited.
pub static RULE: Rule = Rule {
    name: "return-visit-late",
    level: Level::Warning,
    what: Label::new(
        "A customer that bought is revisited `revisit.after_close_days` after the deal, then every `revisit.interval_days` of its grade, until it has lapsed.",
        "成交客户在成交后 `revisit.after_close_days` 天内回访，此后按等级每 `revisit.interval_days` 天回访，直到流失。",
    ),
    why: Label::new(
        "A return visit learns how the product is used, and finds the next need (ITS-3.6.1, TEL-3.5.3).",
        "回访了解使用情况，也能发现新的需求（ITS-3.6.1、TEL-3.5.3）。",
    ),
    example: "# a deal won two months ago, and no activity with purpose: return_visit",
    remedy: Label::new(
        "Call or visit, and log it as a return visit.",
        "致电或上门，并以“回访”为目的记录。",
    ),
    clauses: &["ITS-3.6.1", "TEL-3.5.3", "DEV-GAR-3"],
    kinds: &[Kind::Customer, Kind::Opportunity, Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        let Some(customer) = judged(cx, row) else { return };
        let due = cadence::revisit_due(cx.book, customer, cx.today);
        if let Some(due) = due.filter(|due| due.is_late(cx.today)) {
            let what = say!(en: "no return visit", zh: "应回访客户");
            let purpose = say!(en: " --purpose return_visit", zh: " --purpose 回访");
            tell(sink, row, &due, &what, &purpose);
        }
    }),
};
