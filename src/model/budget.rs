//! Expense budgets (ITS-5.1, ITS-5.3.3).

use super::common::{Entered, Imported, Move};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{List, Ref, Tags, Term};
use crate::base::currency::Currency;
use crate::base::decimal::Decimal;
use crate::base::field::{Ends, Start, Vocabulary};

fields! {
    /// What a department may spend in a year, by category.
    pub struct Budget {
        year: i64, "year" "年度", "the year" "所属年度" { clauses: &["ITS-5.1.1"] };
        department: Option<Term>, "department" "部门", "the department; the whole company where not said" "所属部门；未写明为全公司" { terms: Some(Vocabulary::Department) };
        basis: Option<String>, "basis" "编制依据", "the targets and plans that it rests on" "所依据的销售目标和计划" { clauses: &["ITS-5.1.1"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<BudgetStatus>, "status" "状态", "how far it has come; draft where not said" "进展，缺省为草稿" { apart: true, via: Some("budget"), ends: Ends::At(&["closed"]), clauses: &["ITS-5.1.3"] };
        items: List<BudgetItem>, "items" "预算项目", "the amount and the plan of each category" "各类别的金额和使用计划" { list_key: Some("category"), clauses: &["ITS-5.1.2", "ITS-5.1.3"] };
        increases: List<Increase>, "increases" "追加预算", "what was added later, and why" "追加的金额和原因" { inline: true, clauses: &["ITS-5.3.3"] };
        currency: Option<Currency>, "currency" "币种", "the currency of the amounts; else the policy's" "金额的币种，缺省用制度的币种";
        owner: Option<Ref<Member>>, "owner" "负责人", "who answers for it" "负责的成员" { apart: true, starts: Start::Me };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("budget") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Budget {
    /// How far it has come; a draft where nothing is written.
    pub fn status(&self) -> BudgetStatus {
        self.status.unwrap_or(BudgetStatus::Draft)
    }

    /// What may be spent on a category, increases included; `None` where the sum overflows.
    pub fn of(&self, category: &str) -> Option<Decimal> {
        let items = self.items.iter().filter(|it| *it.category == *category).map(|it| it.amount);
        let more = self.increases.iter().filter(|it| *it.category == *category);
        let mut all = items.chain(more.map(|it| it.amount));
        all.try_fold(Decimal::ZERO, Decimal::checked_add)
    }
}

fields! {
    /// The budget of one category (ITS-5.1.3).
    pub struct BudgetItem {
        category: Term, "category" "费用类别", "what it is spent on" "费用的类别" { terms: Some(Vocabulary::ExpenseCategory) };
        amount: Decimal, "amount" "金额", "how much" "预算金额";
        plan: Option<String>, "plan" "使用计划", "what for, and when" "用途和时间安排";
    }
}

fields! {
    /// Money added to a category (ITS-5.3.3).
    pub struct Increase {
        category: Term, "category" "费用类别", "what it is spent on" "费用的类别" { terms: Some(Vocabulary::ExpenseCategory) };
        amount: Decimal, "amount" "金额", "how much more" "追加的金额";
        reason: Option<String>, "reason" "原因", "why" "追加的原因";
        on: Option<crate::base::date::Date>, "on" "日期", "when it was asked for" "申请的日期" { starts: Start::Today };
    }
}

choices! {
    /// How far a budget has come.
    pub enum BudgetStatus {
        Draft "draft" "draft" "草稿",
        Submitted "submitted" "submitted" "待审批",
        Effective "effective" "effective" "已生效",
        Closed "closed" "closed" "已结束",
    }
}
