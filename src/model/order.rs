//! Orders (OPS-5, ITS-3.5.2, ITS-3.5.3, DEV-5.7.2A).

use super::common::{Entered, Imported, Move};
use super::contract::{Contract, Distributed};
use super::customer::Customer;
use super::macros::{choices, fields};
use super::member::Member;
use super::opportunity::{Line, Opportunity};
use super::types::{List, Ref, Tags, Term};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Ends, Start, Vocabulary};
use crate::base::id::Id;

fields! {
    /// An order, from its receipt to its end.
    pub struct Order {
        contract: Option<Ref<Contract>>, "contract" "合同", "the contract that it follows" "所依据的合同" { clauses: &["OPS-5.1.1"] };
        opportunity: Option<Ref<Opportunity>>, "opportunity" "销售机会", "the deal that it comes from" "所来自的销售机会" { starts: Start::Carried, clauses: &["DEV-5.7.2A"] };
        also_for: List<Ref<Opportunity>>, "also for" "同时对应的机会", "further deals that it comes from, where one order serves several" "一份订单对应多个机会时，其余的机会" { clauses: &["DEV-5.7.2A"] };
        customer: Ref<Customer>, "customer" "客户", "who ordered" "下单的客户" { starts: Start::Carried, aliases: &["客户名称", "公司名称"], clauses: &["OPS-5.1.1"] };
        number: Option<String>, "number" "订单编号", "the number on the paper" "订单上的编号" { aliases: &["订单号", "单号", "order number"] };
        on: Option<Date>, "order date" "下单日期", "the day on which it was placed" "客户下单的日期" { starts: Start::Today, aliases: &["订单日期", "下单时间", "order date", "ordered on"], clauses: &["OPS-5.1.1"] };
        requirements: Option<String>, "requirements" "生产要求", "what the departments must heed" "下达给各部门的要求" { clauses: &["OPS-5.2.1"] };
        quality_standard: Option<String>, "quality standard" "质量标准", "what it is accepted by" "验收所依据的标准" { clauses: &["OPS-5.2.1"] };
        payment_terms: Option<String>, "payment terms" "付款方式", "when and how it is paid" "付款的时间和方式" { clauses: &["OPS-5.1.1"] };
        support_owner: Option<Ref<Member>>, "support owner" "实施支持人", "who supports the customer meanwhile" "实施期间支持客户的成员" { clauses: &["ITS-3.5.3"] };
        customer_confirmation: Option<Confirmation>, "customer confirmation" "客户确认", "that the customer has confirmed it" "客户对订单的确认" { inline: true, clauses: &["OPS-5.1.2"] };
        dispatch: List<Distributed>, "dispatch" "订单下达", "the departments that have it" "已收到订单的部门" { inline: true, list_key: Some("department"), clauses: &["OPS-5.2.1"] };
        progress: List<Progress>, "progress" "执行进度", "how it goes" "执行过程的记录" { inline: true, clauses: &["OPS-5.3.1", "ITS-3.5.2"] };
        changes: List<OrderChange>, "changes" "订单变更", "changes asked for" "客户提出的变更" { list_key: Some("id"), clauses: &["OPS-5.3.2"] };
        invoices: List<Invoice>, "invoices" "发票", "the invoices written" "已开具的发票" { inline: true, list_key: Some("no") };
        retention: Option<Decimal>, "retention" "质保金", "what the customer keeps back for a time" "客户暂扣的质保金";
        shipped_on: Option<Date>, "shipped on" "发货日期", "when it left" "发货的日期" { clauses: &["OPS-5.4.1"] };
        carrier: Option<String>, "carrier" "承运方", "who carried it" "由谁运送" { clauses: &["OPS-5.4.1"] };
        tracking: Option<String>, "tracking number" "运单号", "the number at the carrier" "运单编号" { clauses: &["OPS-5.4.1"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<OrderStatus>, "status" "状态", "how far it has come; received where not said" "进展，缺省为已接收" { apart: true, via: Some("order"), ends: Ends::At(&["closed", "cancelled"]) };
        delivery_due: Option<Date>, "delivery due" "交付期限", "by when it is delivered" "最迟交付的日期" { starts: Start::Carried, aliases: &["交货期", "交货日期"], clauses: &["OPS-5.1.1"] };
        delivered_on: Option<Date>, "delivered on" "交付日期", "when it was delivered" "实际交付的日期" { via: Some("order deliver"), clauses: &["OPS-5.4.1"] };
        acceptance: Option<Acceptance>, "acceptance" "验收", "what the customer says of it" "客户的验收结论" { inline: true, via: Some("order accept"), clauses: &["OPS-5.4.2"] };
        amount: Option<Decimal>, "amount" "订单金额", "the amount; derived where lines have prices" "订单金额；明细有价格时由明细得出" { starts: Start::Carried };
        currency: Option<Currency>, "currency" "币种", "the currency of the amounts; else the policy's" "金额的币种，缺省用制度的币种" { starts: Start::Carried };
        lines: List<Line>, "lines" "产品明细", "the products and their prices" "产品及价格" { starts: Start::Carried, clauses: &["OPS-5.1.1"] };
        owner: Option<Ref<Member>>, "owner" "负责人", "who answers for it" "负责的销售" { apart: true, starts: Start::Me };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("order") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Order {
    /// How far it has come; received where nothing is written.
    pub fn status(&self) -> OrderStatus {
        self.status.unwrap_or(OrderStatus::Received)
    }

    /// The amount: the sum of the lines where all have prices, else the amount written down.
    pub fn total(&self) -> Option<Decimal> {
        super::opportunity::total(&self.lines).or(self.amount)
    }

    /// The day on which it was placed, as far as anything says: its own date, its first step, its entry.
    pub fn placed_on(&self) -> Option<Date> {
        let entered = || self.entered.as_ref().map(|entered| entered.at.date());
        self.on.or_else(|| self.moves.first().map(|step| step.on)).or_else(entered)
    }

    /// The day on which it left: delivered, else shipped.
    pub fn left_on(&self) -> Option<Date> {
        self.delivered_on.or(self.shipped_on)
    }

    /// Whether it was placed and is called off.
    pub fn is_cancelled(&self) -> bool {
        self.status() == OrderStatus::Cancelled
    }

    /// The change that is asked for and neither made nor dropped, with its place in the list.
    pub fn open_change(&self) -> Option<(usize, &OrderChange)> {
        self.changes.iter().enumerate().find(|(_, change)| change.is_open())
    }

    /// Whether a change of it was made, so that it no longer is what was reviewed.
    pub fn is_changed(&self) -> bool {
        self.changes.iter().any(|change| change.state == Some(ChangeState::Made))
    }

    /// Whether the customer has accepted what was delivered.
    pub fn is_accepted(&self) -> bool {
        self.acceptance.as_ref().is_some_and(|it| it.result == Inspection::Passed)
    }
}

fields! {
    /// That the customer has confirmed an order (OPS-5.1.2).
    pub struct Confirmation {
        contact: String, "contact" "联系人", "the contact who confirmed it" "由哪位联系人确认";
        on: Option<Date>, "on" "日期", "when" "确认的日期" { starts: Start::Today };
        channel: Option<String>, "channel" "方式", "by telephone, mail, in writing" "电话、邮件或书面";
    }
}

fields! {
    /// What was learnt of an order's progress (OPS-5.3.1), and when the customer was told (ITS-3.5.2).
    pub struct Progress {
        text: String, "text" "内容", "how it goes" "进展情况";
        on: Date, "on" "日期", "when" "日期" { starts: Start::Today };
        told_customer_on: Option<Date>, "told the customer on" "告知客户日期", "when the customer was told" "告知客户的日期";
    }
}

fields! {
    /// A change of an order that the customer asks for (OPS-5.3.2).
    pub struct OrderChange {
        id: Id, "id" "编号", "the address of the entry" "条目的编号";
        what: String, "what" "内容", "what is to be different" "变更的内容";
        requested_on: Option<Date>, "requested on" "提出日期", "when it was asked for" "提出的日期" { starts: Start::Today };
        customer_confirmed: Option<Date>, "confirmed by the customer" "客户确认日期", "when the customer confirmed it" "客户确认变更的日期";
        delivery_days: Option<i64>, "days of delivery" "交期影响天数", "how many days later it is delivered" "交付推迟的天数，提前为负";
        cost: Option<Decimal>, "cost" "成本影响", "what it costs more" "增加的成本，减少为负";
        departments: List<Term>, "departments" "涉及部门", "whom it concerns" "涉及的部门" { terms: Some(Vocabulary::Department) };
        state: Option<ChangeState>, "state" "状态", "open, made or dropped" "待定、已执行或已放弃" { starts: Start::First };
        decided_on: Option<Date>, "decided on" "决定日期", "when it was made or dropped" "执行或放弃的日期";
    }
}

impl OrderChange {
    /// Whether it is neither made nor dropped.
    pub fn is_open(&self) -> bool {
        matches!(self.state, None | Some(ChangeState::Open))
    }
}

fields! {
    /// An invoice for an order.
    pub struct Invoice {
        amount: Decimal, "amount" "金额", "the amount on it" "发票金额";
        no: String, "no" "发票号码", "the number of the invoice" "发票号码";
        kind: Option<String>, "invoice kind" "发票类型", "ordinary or special" "普通发票或专用发票";
        on: Option<Date>, "on" "日期", "when it was written" "开票日期" { starts: Start::Today };
    }
}

fields! {
    /// What the customer says of what was delivered (OPS-5.4.2).
    pub struct Acceptance {
        by: String, "by" "验收人", "the contact who inspected it" "由哪位联系人验收";
        result: Inspection, "result" "结论", "passed or objected" "通过或有异议" { starts: Start::First };
        on: Option<Date>, "on" "日期", "when" "验收的日期" { starts: Start::Today };
    }
}

choices! {
    /// How far an order has come.
    pub enum OrderStatus {
        Received "received" "received" "已接收",
        Reviewed "reviewed" "reviewed" "已评审",
        Confirmed "confirmed" "confirmed" "已确认",
        Dispatched "dispatched" "dispatched" "已下达",
        InProgress "in_progress" "in progress" "执行中",
        Delivered "delivered" "delivered" "已交付",
        Accepted "accepted" "accepted" "已验收",
        Closed "closed" "closed" "已完成",
        Cancelled "cancelled" "cancelled" "已取消",
    }
}

choices! {
    /// What became of a change.
    pub enum ChangeState {
        Open "open" "open" "待定",
        Made "made" "made" "已执行",
        Dropped "dropped" "dropped" "已放弃",
    }
}

choices! {
    /// What a customer says of what was delivered.
    pub enum Inspection {
        Passed "passed" "passed" "通过",
        Objected "objected" "objected" "有异议",
    }
}
