//! See [`RULE`].

use super::{Check, Cx, Rule, Sink};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::{AnyRow, Row};
use crate::facts::cadence::{self, Due};
use crate::facts::steps::is_untouched_import;
use crate::model::Customer;
use crate::say;

/// A customer has not heard from us for long.
pub static RULE: Rule = Rule {
    name: "customer-contact-late",
    level: Level::Warning,
    what: Label::new(
        "A customer with a grade is contacted every `customer.contact_every_days` of its grade, a key account every `contact.key_account_days`; a new one counts from its entry.",
        "有等级的客户按 `customer.contact_every_days` 的天数联系，重点客户按 `contact.key_account_days`；新客户自录入之日起算。",
    ),
    why: Label::new(
        "Who is not talked to buys elsewhere (ITS-7.2.1, DEV-KA-12, TEL-4.3.1).",
        "不联系的客户会去别处购买（ITS-7.2.1、DEV-KA-12、TEL-4.3.1）。",
    ),
    example: "grade: A   # the last call was three weeks ago",
    remedy: Label::new("Contact it, and log that.", "联系客户并记录。"),
    clauses: &["ITS-7.2.1", "DEV-KA-12", "TEL-4.3.1"],
    kinds: &[Kind::Customer, Kind::Opportunity, Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        let Some(customer) = judged(cx, row) else { return };
        let due = cadence::contact_due(cx.book, customer, cx.today);
        if let Some(due) = due.filter(|due| due.is_late(cx.today)) {
            let what = say!(en: "no contact", zh: "应联系客户");
            tell(sink, row, &due, &what, &Text::same(""));
        }
    }),
};

/// Tells a customer for whom something was due, and is not done.
pub(super) fn tell(sink: &mut Sink<'_>, row: &AnyRow<'_>, due: &Due, what: &Text, command: &Text) {
    let (on, reference) = (due.on, row.reference());
    let (en, zh) = (&what.en, &what.zh);
    let message = match due.last {
        Some(last) => say!(
            en: "{en}; due on {on}, last on {last}",
            zh: "{zh}：应于 {on} 前进行，上次为 {last}"
        ),
        None => say!(
            en: "{en}; due on {on}, never done",
            zh: "{zh}：应于 {on} 前进行，从未进行"
        ),
    };
    let (en, zh) = (&command.en, &command.zh);
    sink.value(row, "name", message).help(say!(
        en: "when it is done: `salesops log call {reference} TEXT{en}`",
        zh: "完成后记录：`salesops log call {reference} 内容{zh}`"
    ));
}

/// A customer that somebody looks after, and no import that nobody has touched.
pub(super) fn judged<'b>(cx: &Cx<'b>, row: &AnyRow<'_>) -> Option<Row<'b, Customer>> {
    let is_judged = cx.wide && row.kind == Kind::Customer && !is_untouched_import(row);
    let customer = is_judged.then(|| cx.book.get::<Customer>(row.id)).flatten();
    customer.filter(|customer| customer.record.owner.is_some())
}
