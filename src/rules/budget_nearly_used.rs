//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::Vocabulary;
use crate::base::finding::Level;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::facts::spending;
use crate::model::Budget;
use crate::model::budget::BudgetStatus;

/// Most of a budget item is spent.
pub static RULE: Rule = Rule {
    name: "budget-nearly-used",
    level: Level::Note,
    what: Label::new(
        "Of each item of a budget in effect less is spent than the policy's share.",
        "已生效预算的每个项目，其支出应低于制度规定的比例。",
    ),
    why: Label::new(
        "More has to be approved before it is spent, which takes its time (ITS-5.3.1, ITS-5.3.3).",
        "追加预算须先批准后支出，需要时间（ITS-5.3.1、ITS-5.3.3）。",
    ),
    example: "items:\n  - {category: travel, amount: 10000.00}  # of which 8,600 are claimed",
    remedy: Label::new(
        "Spend less, or have the budget increased in time.",
        "控制支出，或及时追加预算。",
    ),
    clauses: &["ITS-5.3.1", "ITS-5.3.3"],
    kinds: &[Kind::Budget],
    check: Check::Record(|cx, row, sink| {
        let Some(budget) = cx.book.get::<Budget>(row.id).map(|row| row.record) else { return };
        if budget.status() != BudgetStatus::Effective {
            return;
        }
        // No claim has the id of a budget, so that all count.
        let nobody: &Id = row.id;
        let ratio = cx.book.policy().expense().warn_ratio;
        for (at, item) in budget.items.iter().enumerate() {
            let spent = spending::spent(cx.book, row.id, &item.category, nobody);
            let whole = budget.of(&item.category);
            let Some((spent, whole)) = spent.zip(whole) else { continue };
            if whole.checked_mul(ratio).is_some_and(|limit| spent < limit) {
                continue;
            }
            let Text { en, zh } =
                cx.book.policy().term(Vocabulary::ExpenseCategory, &item.category);
            let message = Text {
                en: format!("{spent} of {whole} for {en} are spent").into(),
                zh: format!("{zh}已用 {spent}，预算 {whole}").into(),
            };
            sink.value(row, &format!("items.{at}.amount"), message);
        }
    }),
};
