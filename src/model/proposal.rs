//! Proposals (OPS-4.4, ITS-3.3).

use super::common::{Entered, Imported, Move};
use super::customer::Customer;
use super::macros::{choices, fields};
use super::member::Member;
use super::opportunity::{Line, Opportunity};
use super::types::{List, Ref, Tags};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Ends, Start};

fields! {
    /// What we offer for an opportunity: a plan and a quotation, in versions.
    pub struct Proposal {
        opportunity: Ref<Opportunity>, "opportunity" "销售机会", "what it is for" "所针对的销售机会" { clauses: &["OPS-4.4.1"] };
        customer: Option<Ref<Customer>>, "customer" "客户", "who gets it" "提交给的客户" { starts: Start::Carried };
        title: Option<String>, "title" "标题", "what people call it" "提案的名称";
        version: Option<i64>, "version" "版本", "which version it is; 1 where not said" "版本号，缺省为 1" { via: Some("proposal revise"), clauses: &["ITS-3.3.3"] };
        organiser: Option<Ref<Member>>, "organiser" "组织人", "the supervisor or manager who has it made" "组织制定方案的主管或经理" { clauses: &["ITS-3.3.1"] };
        authors: List<Ref<Member>>, "authors" "编写人", "who writes it" "参与编写的成员" { clauses: &["ITS-3.3.1"] };
        sections: Option<Box<Sections>>, "sections" "提案内容", "the five written sections; the sixth, the quotation, is its lines" "五个文字部分；第六部分报价即明细" { clauses: &["OPS-4.4.1", "ITS-3.3.2"] };
        addresses_needs: List<String>, "needs addressed" "对应需求", "the pain points and special needs that it answers" "所回应的痛点和特殊需求" { clauses: &["OPS-4.4.2"] };
        differentiators: List<String>, "differentiators" "差异化", "what sets it apart from the competition" "与竞争对手的差异" { clauses: &["OPS-4.4.2"] };
        valid_until: Option<Date>, "valid until" "报价有效期至", "the last day of the quotation" "报价的最后有效日" { clauses: &["OPS-4.4.1"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<ProposalStatus>, "status" "状态", "how far it has come; draft where not said" "进展，缺省为草稿" { apart: true, via: Some("proposal"), ends: Ends::At(&["withdrawn"]) };
        lines: List<Line>, "lines" "报价明细", "the products and their prices" "产品及价格" { starts: Start::Carried, clauses: &["OPS-4.4.1"] };
        currency: Option<Currency>, "currency" "币种", "the currency of the prices; else the policy's" "价格的币种，缺省用制度的币种" { starts: Start::Carried };
        submitted_on: Option<Date>, "submitted on" "提交日期", "when the customer got it" "提交客户的日期" { via: Some("proposal submit"), clauses: &["ITS-3.3.3"] };
        customer_response: Option<Response>, "customer's response" "客户答复", "interested, considering or declined" "有意、考虑中或拒绝" { via: Some("proposal answer"), clauses: &["OPS-4.5.1"] };
        feedback: List<Feedback>, "feedback" "客户反馈", "what the customer said of it, and our answer" "客户的意见和我方的回应" { clauses: &["ITS-3.3.3"] };
        owner: Option<Ref<Member>>, "owner" "负责人", "who answers for it" "负责的销售" { apart: true, starts: Start::Me };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("proposal") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Proposal {
    /// How far it has come; a draft where nothing is written.
    pub fn status(&self) -> ProposalStatus {
        self.status.unwrap_or(ProposalStatus::Draft)
    }

    /// The sum of its lines; `None` where one has no price.
    pub fn total(&self) -> Option<Decimal> {
        super::opportunity::total(&self.lines)
    }
}

fields! {
    /// The written sections of a proposal (OPS-4.4.1).
    pub struct Sections {
        company_intro: Option<String>, "company introduction" "公司介绍", "who we are" "公司介绍";
        product_plan: Option<String>, "product and service plan" "产品与服务方案", "what we offer" "产品或服务方案";
        solution_strengths: Option<String>, "strengths of the solution" "方案优势", "why it is good" "方案的优势";
        implementation_plan: Option<String>, "implementation plan" "实施计划", "how and when it is done" "实施计划";
        after_sales_promise: Option<String>, "after-sales promise" "售后承诺", "what follows" "售后服务承诺";
    }
}

impl Sections {
    /// The sections with their keys.
    pub fn all(&self) -> [(&'static str, Option<&str>); 5] {
        [
            ("company_intro", self.company_intro.as_deref()),
            ("product_plan", self.product_plan.as_deref()),
            ("solution_strengths", self.solution_strengths.as_deref()),
            ("implementation_plan", self.implementation_plan.as_deref()),
            ("after_sales_promise", self.after_sales_promise.as_deref()),
        ]
    }
}

fields! {
    /// What a customer said of a proposal, and what became of it (ITS-3.3.3).
    pub struct Feedback {
        text: String, "text" "意见", "what was said" "客户的意见";
        on: Option<Date>, "on" "日期", "when" "提出的日期" { starts: Start::Today };
        answer: Option<String>, "answer" "回应", "what we answered or changed" "我方的回应或修改";
        answered_on: Option<Date>, "answered on" "回应日期", "when" "回应的日期";
    }
}

choices! {
    /// How far a proposal has come.
    pub enum ProposalStatus {
        Draft "draft" "draft" "草稿",
        InReview "in_review" "in review" "审核中",
        Submitted "submitted" "submitted" "已提交客户",
        Answered "answered" "answered" "客户已答复",
        Withdrawn "withdrawn" "withdrawn" "已撤回",
    }
}

choices! {
    /// What the customer makes of a proposal (OPS-4.5.1).
    pub enum Response {
        Interested "interested" "interested" "有意继续",
        Considering "considering" "considering" "考虑中",
        Declined "declined" "declined" "拒绝",
    }
}
