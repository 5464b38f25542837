//! Expense claims (ITS-5.2, ITS-5.3).

use super::budget::Budget;
use super::common::{Entered, Imported, Move};
use super::customer::Customer;
use super::macros::{choices, fields};
use super::member::Member;
use super::opportunity::Opportunity;
use super::types::{List, Ref, Tags, Term};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Ends, Start, Vocabulary};

fields! {
    /// What a member has spent and wants back.
    pub struct Expense {
        what: Option<String>, "what" "事由", "what it was for" "费用的事由" { clauses: &["ITS-5.2.2"] };
        claimant: Option<Ref<Member>>, "claimant" "报销人", "who has spent it" "报销的成员" { starts: Start::Me, clauses: &["ITS-5.2.1"] };
        budget: Option<Ref<Budget>>, "budget" "预算", "the budget that it is taken from" "所占用的预算" { clauses: &["ITS-5.3.3"] };
        customer: Option<Ref<Customer>>, "customer" "客户", "with whom, where it was for one" "相关的客户";
        opportunity: Option<Ref<Opportunity>>, "opportunity" "销售机会", "for which deal, where it was for one" "相关的销售机会";
        claimed_on: Option<Date>, "claimed on" "报销日期", "when it was claimed" "提交报销的日期" { via: Some("expense submit"), clauses: &["ITS-5.2.1"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<ExpenseStatus>, "status" "状态", "how far it has come; draft where not said" "进展，缺省为草稿" { apart: true, via: Some("expense"), ends: Ends::At(&["paid", "withdrawn"]), clauses: &["ITS-5.2.4"] };
        lines: List<ExpenseLine>, "lines" "费用明细", "what was spent, line by line" "逐项费用" { clauses: &["ITS-5.2.2"] };
        currency: Option<Currency>, "currency" "币种", "the currency of the amounts; else the policy's" "金额的币种，缺省用制度的币种";
        paid_on: Option<Date>, "paid on" "支付日期", "when it was paid" "支付的日期" { via: Some("expense pay"), clauses: &["ITS-5.2.4"] };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("expense") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Expense {
    /// How far it has come; a draft where nothing is written.
    pub fn status(&self) -> ExpenseStatus {
        self.status.unwrap_or(ExpenseStatus::Draft)
    }

    /// The sum of its lines; `None` where it overflows.
    pub fn total(&self) -> Option<Decimal> {
        self.lines.iter().try_fold(Decimal::ZERO, |sum, line| sum.checked_add(line.amount))
    }
}

fields! {
    /// One thing that was paid for.
    pub struct ExpenseLine {
        category: Term, "category" "费用类别", "what it was spent on" "费用的类别" { terms: Some(Vocabulary::ExpenseCategory), clauses: &["ITS-5.1.2"] };
        amount: Decimal, "amount" "金额", "how much" "金额";
        spent_on: Option<Date>, "spent on" "发生日期", "when" "费用发生的日期" { clauses: &["ITS-5.2.1"] };
        invoice_no: Option<String>, "invoice number" "发票号码", "the number of the invoice" "发票的号码" { aliases: &["发票号"], clauses: &["ITS-5.2.2"] };
        attachment: Option<String>, "attachment" "凭证", "where the voucher is kept" "凭证的存放处" { clauses: &["ITS-5.2.2"] };
        note: Option<String>, "note" "说明", "what it was" "费用说明";
    }
}

choices! {
    /// How far a claim has come.
    pub enum ExpenseStatus {
        Draft "draft" "draft" "草稿",
        Submitted "submitted" "submitted" "已提交",
        Paid "paid" "paid" "已支付",
        Withdrawn "withdrawn" "withdrawn" "已撤回",
    }
}
