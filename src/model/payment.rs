//! Payments (TEL-3.5.2, DEV-GAR-6, TAG-2.1.7b).

use super::common::{Entered, Imported, Move};
use super::contract::Contract;
use super::customer::Customer;
use super::macros::{choices, fields};
use super::member::Member;
use super::order::Order;
use super::types::{List, Ref, Tags};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Ends, Start};

fields! {
    /// A payment that a customer owes: an instalment of a contract, or what an order costs.
    pub struct Payment {
        order: Option<Ref<Order>>, "order" "订单", "the order that it is for" "对应的订单" { clauses: &["OPS-5.4.2"] };
        contract: Option<Ref<Contract>>, "contract" "合同", "the contract that asks for it" "约定该款项的合同" { starts: Start::Carried, clauses: &["TEL-3.5.2"] };
        customer: Ref<Customer>, "customer" "客户", "who owes it" "付款的客户" { starts: Start::Carried, aliases: &["客户名称", "公司名称"] };
        what: Option<String>, "what" "款项", "what it is for" "款项性质" { aliases: &["款项性质"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<PaymentStatus>, "status" "状态", "how it stands; due where not said" "进展，缺省为待收" { apart: true, via: Some("payment"), ends: Ends::At(&["paid", "written_off"]) };
        due: Date, "due" "应付日期", "when it is due" "应付款的日期" { aliases: &["到期日"], clauses: &["TEL-3.5.2"] };
        amount: Decimal, "amount" "应收金额", "how much is due" "应付的金额" { aliases: &["金额"], clauses: &["TEL-3.5.2"] };
        currency: Option<Currency>, "currency" "币种", "the currency of the amounts; else the policy's" "金额的币种，缺省用制度的币种" { starts: Start::Carried };
        received: List<Receipt>, "received" "实收", "what has come in" "已收到的款项" { inline: true, via: Some("payment pay"), clauses: &["TEL-3.5.2"] };
        collections: List<Collection>, "collections" "催收", "when the customer was reminded" "催收的记录" { inline: true, clauses: &["DEV-GAR-6", "TEL-3.5.2"] };
        owner: Option<Ref<Member>>, "owner" "负责人", "who collects it" "负责催收的成员" { apart: true, starts: Start::Carried };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("payment") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Payment {
    /// How it stands; due where nothing is written.
    pub fn status(&self) -> PaymentStatus {
        self.status.unwrap_or(PaymentStatus::Due)
    }

    /// What has come in; `None` where the sum is out of all bounds.
    pub fn received(&self) -> Option<Decimal> {
        let zero = Decimal::from_int(0);
        self.received.iter().try_fold(zero, |sum, it| sum.checked_add(it.amount))
    }

    /// What is still to come: nothing of one that is paid or written off, or paid beyond its amount.
    pub fn outstanding(&self) -> Decimal {
        let zero = Decimal::from_int(0);
        let left = self.received().and_then(|received| self.amount.checked_sub(received));
        let left = left.filter(|_| self.status() == PaymentStatus::Due);
        left.unwrap_or(zero).max(zero)
    }
}

fields! {
    /// Money that has come in.
    pub struct Receipt {
        amount: Decimal, "amount" "金额", "how much" "收到的金额";
        on: Date, "on" "日期", "when" "到账日期" { starts: Start::Today };
        method: Option<String>, "method" "方式", "by transfer, draft, cash" "转账、汇票、现金等";
    }
}

fields! {
    /// That somebody reminded the customer (DEV-GAR-6).
    pub struct Collection {
        promise_date: Option<Date>, "promised for" "承诺付款日期", "the day that the customer promised" "客户承诺付款的日期";
        on: Option<Date>, "on" "日期", "when" "催收的日期" { starts: Start::Today };
        by: Option<Ref<Member>>, "by" "催收人", "who did" "由谁催收" { starts: Start::Me };
    }
}

choices! {
    /// How a payment stands.
    pub enum PaymentStatus {
        Due "due" "due" "待收",
        Paid "paid" "paid" "已收",
        WrittenOff "written_off" "written off" "已核销",
    }
}
