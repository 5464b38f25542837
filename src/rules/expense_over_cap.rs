//! See [`RULE`].

use super::{Check, Rule};
use crate::base::decimal::Decimal;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Expense;
use crate::model::expense::ExpenseStatus;
use crate::say;

/// One claim spends more on entertainment than the policy allows.
pub static RULE: Rule = Rule {
    name: "expense-over-cap",
    level: Level::Warning,
    what: Label::new(
        "One claim spends no more on entertainment than the policy's cap.",
        "单张报销单的业务招待费不应超过制度上限。",
    ),
    why: Label::new(
        "Spending is controlled strictly (ITS-5.3.1).",
        "费用支出应严格控制（ITS-5.3.1）。",
    ),
    example: "lines:\n  - {category: entertainment, amount: 3500.00}",
    remedy: Label::new(
        "Claim less, or let the reviewer decide knowing it.",
        "减少报销金额，或由审核人知情后决定。",
    ),
    clauses: &["ITS-5.3.1"],
    kinds: &[Kind::Expense],
    check: Check::Record(|cx, row, sink| {
        let Some(claim) = cx.book.get::<Expense>(row.id).map(|row| row.record) else { return };
        let policy = cx.book.policy();
        let own = claim.currency.is_none_or(|currency| currency == policy.currency());
        if !own || claim.status() == ExpenseStatus::Withdrawn {
            return;
        }
        let meals = claim.lines.iter().filter(|line| *line.category == *"entertainment");
        let mut amounts = meals.map(|line| line.amount);
        let sum = amounts.try_fold(Decimal::ZERO, Decimal::checked_add);
        let cap = policy.expense().entertainment_cap;
        if sum.is_some_and(|sum| sum <= cap) {
            return;
        }
        let sum = sum.map_or_else(|| "?".to_owned(), |sum| sum.to_string());
        let message = say!(
            en: "{sum} for entertainment; the cap is {cap}",
            zh: "业务招待费 {sum}，上限为 {cap}"
        );
        sink.key(row, crate::base::route::Route::name("lines"), message);
    }),
};
