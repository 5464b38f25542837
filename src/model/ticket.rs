//! Tickets: what customers ask of after-sales service (OPS-6.1, OPS-6.2, ITS-3.6.2, ITS-7.2.2).

use super::common::{Entered, Imported, Move};
use super::customer::Customer;
use super::macros::{choices, fields};
use super::member::Member;
use super::order::Order;
use super::product::Product;
use super::types::{List, Ref, Tags};
use crate::base::date::{Date, Instant};
use crate::base::field::{Ends, Start};

fields! {
    /// A question, complaint or fault that a customer has told us of.
    pub struct Ticket {
        order: Option<Ref<Order>>, "order" "订单", "the order that it is about" "相关的订单";
        customer: Ref<Customer>, "customer" "客户", "whose it is" "提出的客户" { starts: Start::Carried, aliases: &["客户名称", "公司名称"], clauses: &["OPS-6.2.1"] };
        contact: Option<String>, "contact" "联系人", "the contact who told us" "由哪位联系人提出";
        product: Option<Ref<Product>>, "product" "产品", "the product that it is about" "相关的产品";
        what: Option<String>, "what" "问题", "what is the matter" "问题的内容" { aliases: &["问题描述"], clauses: &["OPS-6.2.1"] };
        r#type: Option<TicketType>, "type" "服务类型", "inquiry, feedback, complaint, suggestion or repair" "咨询、反馈、投诉、建议或报修" { starts: Start::First, aliases: &["类型"], clauses: &["OPS-6.1.2"] };
        channel: Option<TicketChannel>, "channel" "受理渠道", "how it reached us" "从哪个渠道受理" { clauses: &["OPS-6.1.2"] };
        severity: Option<Severity>, "severity" "严重程度", "normal, major or critical" "一般、严重或紧急" { starts: Start::First, clauses: &["OPS-6.2.1", "OPS-6.2.2"] };
        complexity: Option<Complexity>, "complexity" "复杂程度", "general or complex" "一般问题或复杂问题" { starts: Start::First, clauses: &["OPS-6.2.2"] };
        opened_at: Option<Instant>, "opened at" "受理时间", "when it reached us, where that was before its entry" "受理的时刻，早于录入时填写" { clauses: &["OPS-6.2.1"] };
        technician: Option<Ref<Member>>, "technician" "技术人员", "who solves a complex problem" "处理复杂问题的技术人员" { clauses: &["OPS-6.2.2"] };
        mode: Option<Mode>, "mode" "处理方式", "by telephone, e-mail, on site or remotely" "电话、邮件、上门或远程" { clauses: &["OPS-6.2.2"] };
        analysis: Option<String>, "analysis" "原因分析", "why it happened" "问题的原因" { clauses: &["OPS-6.2.1"] };
        solution: Option<String>, "solution" "解决方案", "what was done" "如何解决" { clauses: &["OPS-6.2.2"] };
        feedback_to_customer: Option<Feedback>, "feedback to the customer" "反馈客户", "that the customer was told the result" "向客户反馈结果" { inline: true, clauses: &["ITS-7.2.2"] };
        satisfaction: Option<Satisfaction>, "satisfaction" "满意度", "how content the customer is" "客户的满意程度" { inline: true, clauses: &["OPS-6.2.3"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<TicketStatus>, "status" "状态", "how far it has come; open where not said" "进展，缺省为待响应" { apart: true, via: Some("ticket"), ends: Ends::At(&["closed"]) };
        first_response_at: Option<Instant>, "first response at" "首次响应时间", "when somebody answered first" "首次响应客户的时刻" { via: Some("ticket respond"), clauses: &["OPS-6.2.1"] };
        resolved_at: Option<Instant>, "resolved at" "解决时间", "when it was solved" "问题解决的时刻" { via: Some("ticket resolve"), clauses: &["OPS-6.2.2"] };
        owner: Option<Ref<Member>>, "owner" "负责人", "who answers for it" "负责处理的成员" { apart: true, starts: Start::Me, clauses: &["OPS-1.1"] };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("ticket") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Ticket {
    /// How far it has come; open where nothing is written.
    pub fn status(&self) -> TicketStatus {
        self.status.unwrap_or(TicketStatus::Open)
    }

    /// When it reached us: as written, else its entry.
    pub fn opened(&self) -> Option<Instant> {
        self.opened_at.or_else(|| self.entered.as_ref().map(|entered| entered.at))
    }
}

fields! {
    /// That the customer was told the result (ITS-7.2.2).
    pub struct Feedback {
        channel: String, "channel" "方式", "by telephone, e-mail, in person" "电话、邮件或当面";
        on: Option<Date>, "on" "日期", "when" "反馈的日期" { starts: Start::Today };
        by: Option<Ref<Member>>, "by" "反馈人", "who told" "由谁反馈" { starts: Start::Me };
    }
}

fields! {
    /// How content the customer is (OPS-6.2.3).
    pub struct Satisfaction {
        score: Option<i64>, "score" "评分", "1 to 5; none where the customer has not answered" "1 至 5；客户未答复则不填" { clauses: &["OPS-6.2.3"] };
        asked_on: Option<Date>, "asked on" "询问日期", "when the customer was asked" "询问客户的日期" { starts: Start::Today };
        by: Option<Ref<Member>>, "by" "询问人", "who asked" "由谁询问" { starts: Start::Me };
        comment: Option<String>, "comment" "意见", "what the customer said" "客户的意见";
    }
}

choices! {
    /// What a ticket is.
    pub enum TicketType {
        Inquiry "inquiry" "inquiry" "咨询",
        Feedback "feedback" "feedback" "反馈",
        Complaint "complaint" "complaint" "投诉",
        Suggestion "suggestion" "suggestion" "建议",
        Repair "repair" "repair" "报修",
    }
}

choices! {
    /// How a ticket reached us.
    pub enum TicketChannel {
        Hotline "hotline" "hotline" "服务热线",
        Online "online" "online service" "在线客服",
        Email "email" "e-mail" "电子邮件",
        Visit "visit" "visit" "上门拜访",
        SalesRep "sales_rep" "sales representative" "销售代表",
    }
}

choices! {
    /// How bad it is.
    pub enum Severity {
        Normal "normal" "normal" "一般",
        Major "major" "major" "严重",
        Critical "critical" "critical" "紧急",
    }
}

choices! {
    /// How hard it is to solve.
    pub enum Complexity {
        General "general" "general" "一般问题",
        Complex "complex" "complex" "复杂问题",
    }
}

choices! {
    /// How it is solved.
    pub enum Mode {
        Phone "phone" "telephone" "电话",
        Email "email" "e-mail" "邮件",
        Onsite "onsite" "on site" "上门",
        Remote "remote" "remote" "远程",
    }
}

choices! {
    /// How far a ticket has come.
    pub enum TicketStatus {
        Open "open" "open" "待响应",
        Responded "responded" "responded" "处理中",
        Resolved "resolved" "resolved" "已解决",
        Closed "closed" "closed" "已关闭",
        Reopened "reopened" "reopened" "重新打开",
    }
}
