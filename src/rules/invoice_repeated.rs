//! See [`RULE`].

use std::collections::BTreeMap;

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::base::width::normalize_width;
use crate::book::Row;
use crate::model::Expense;
use crate::model::expense::ExpenseStatus;
use crate::say;

/// One invoice is claimed twice.
pub static RULE: Rule = Rule {
    name: "invoice-repeated",
    level: Level::Error,
    what: Label::new("An invoice is claimed once.", "一张发票只能报销一次。"),
    why: Label::new(
        "Claims rest on true and valid invoices (ITS-5.2.2); one paid twice is money lost.",
        "报销应附真实、合法、有效的票据（ITS-5.2.2）；重复报销就是损失。",
    ),
    example: "# in two claims\ninvoice_no: \"25112000000012345678\"",
    remedy: Label::new(
        "Withdraw one of the claims, or correct the number.",
        "撤回其中一张报销单，或更正发票号码。",
    ),
    clauses: &["ITS-5.2.2"],
    kinds: &[Kind::Expense],
    check: Check::Book(|cx, sink| {
        let mut known: BTreeMap<String, (Row<'_, Expense>, usize)> = BTreeMap::new();
        for row in cx.book.iter::<Expense>() {
            if row.record.status() == ExpenseStatus::Withdrawn {
                continue;
            }
            for (at, line) in row.record.lines.iter().enumerate() {
                let Some(number) = line.invoice_no.as_deref() else { continue };
                let number = normalize_width(number.trim()).to_uppercase();
                if number.is_empty() {
                    continue;
                }
                let Some((first, line)) = known.get(&number) else {
                    known.insert(number, (row, at));
                    continue;
                };
                let (other, line) = (first.erase().reference(), line + 1);
                let message = say!(
                    en: "line {line} of {other} has the same invoice",
                    zh: "与 {other} 第 {line} 项的发票相同"
                );
                sink.value(&row.erase(), &format!("lines.{at}.invoice_no"), message);
            }
        }
    }),
};
