//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Expense;
use crate::model::expense::ExpenseStatus;
use crate::say;

/// Money was claimed long after it was spent, or is still not claimed.
pub static RULE: Rule = Rule {
    name: "expense-late",
    level: Level::Warning,
    what: Label::new(
        "Expenses are claimed within the days of the policy after they were spent.",
        "费用应在发生后制度规定的天数内报销。",
    ),
    why: Label::new(
        "Late claims turn up in the wrong month, and nobody remembers what they were for (ITS-5.2.1).",
        "迟报的费用会计入错误的月份，事由也无从核实（ITS-5.2.1）。",
    ),
    example: "status: draft\nlines:\n  - {category: travel, amount: 860.00, spent_on: 2026-09-01}",
    remedy: Label::new("Submit the claim now.", "立即提交报销。"),
    clauses: &["ITS-5.2.1"],
    kinds: &[Kind::Expense],
    check: Check::Record(|cx, row, sink| {
        let Some(claim) = cx.book.get::<Expense>(row.id).map(|row| row.record) else { return };
        if claim.status() == ExpenseStatus::Withdrawn {
            return;
        }
        let limit = cx.book.policy().expense().claim_within_days;
        let until = claim.claimed_on.unwrap_or(cx.today);
        for (at, line) in claim.lines.iter().enumerate() {
            let Some(spent) = line.spent_on else { continue };
            let days = until.days_since(spent);
            if days <= limit {
                continue;
            }
            let reference = row.reference();
            let message = say!(
                en: "spent {days} days before it was claimed; {limit} are allowed",
                zh: "发生 {days} 天后才报销，超过规定的 {limit} 天"
            );
            let said = sink.value(row, &format!("lines.{at}.spent_on"), message);
            if claim.status() == ExpenseStatus::Draft {
                said.help(say!(
                    en: "submit it: `salesops expense submit {reference}`",
                    zh: "提交：`salesops expense submit {reference}`"
                ));
            }
        }
    }),
};
