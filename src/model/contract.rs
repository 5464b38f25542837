//! Contracts (OPS-4.6, ITS-3.4.3, ITS-3.5.1).

use super::common::{Entered, Imported, Move};
use super::customer::Customer;
use super::macros::{choices, fields};
use super::member::Member;
use super::negotiation::Negotiation;
use super::opportunity::{Line, Opportunity};
use super::types::{List, Ref, Tags, Term};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Ends, Start, Vocabulary};

fields! {
    /// A sales contract, from draft to its end.
    pub struct Contract {
        opportunity: Ref<Opportunity>, "opportunity" "销售机会", "what it closes" "所对应的销售机会" { clauses: &["OPS-4.6.1"] };
        customer: Option<Ref<Customer>>, "customer" "客户", "the other party" "合同的另一方" { starts: Start::Carried };
        negotiation: Option<Ref<Negotiation>>, "negotiation" "谈判", "whose minutes it follows" "所依据的谈判纪要" { clauses: &["OPS-4.6.1"] };
        number: Option<String>, "number" "合同编号", "the number on the paper" "合同上的编号" { aliases: &["合同号", "contract number"] };
        title: Option<String>, "title" "标题", "what people call it" "合同的名称" { aliases: &["合同名称"] };
        framework: Option<bool>, "framework" "框架合同", "whether a dealer orders by it again and again" "经销商是否据此多次下单";
        terms: Option<Box<Terms>>, "terms" "条款", "the rights and duties of both sides" "双方的权利和义务" { clauses: &["ITS-3.4.3"] };
        delivery_due: Option<Date>, "delivery due" "交付期限", "by when it is delivered" "最迟交付的日期";
        payment_schedule: List<Instalment>, "payment schedule" "付款计划", "when what is paid" "各期付款" { inline: true, clauses: &["ITS-3.4.1"] };
        terms_explained: Option<Explained>, "terms explained" "条款说明", "who explained the terms to the customer" "由谁向客户说明条款" { inline: true, clauses: &["OPS-4.6.2"] };
        identity_verified: Option<Verified>, "identity verified" "身份核实", "how the customer's identity was verified" "如何核实客户身份" { inline: true, clauses: &["OPS-4.6.2"] };
        signatory: Option<Signatory>, "signatory" "授权签字人", "who signs for the customer" "客户的授权签字人" { inline: true, clauses: &["OPS-4.6.2"] };
        our_signatory: Option<Ref<Member>>, "our signatory" "我方签字人", "who signs for us" "我方签字的成员" { clauses: &["ITS-3.4.3"] };
        expires_on: Option<Date>, "expires on" "到期日", "the last day of the contract" "合同的最后一天";
        renewed_by: Option<Ref<Contract>>, "renewed by" "续签合同", "the contract that follows it" "接续的合同";
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<ContractStatus>, "status" "状态", "how far it has come; draft where not said" "进展，缺省为草稿" { apart: true, via: Some("contract"), ends: Ends::At(&["ended"]) };
        signed_on: Option<Date>, "signed on" "签署日期", "when both sides had signed" "双方签署的日期" { via: Some("contract sign"), aliases: &["签订日期", "签约日期"], clauses: &["OPS-4.6.2", "ITS-3.4.3"] };
        amount: Option<Decimal>, "amount" "合同金额", "the amount; derived where lines have prices" "合同金额；明细有价格时由明细得出" { starts: Start::Carried };
        currency: Option<Currency>, "currency" "币种", "the currency of the amounts; else the policy's" "金额的币种，缺省用制度的币种" { starts: Start::Carried };
        lines: List<Line>, "lines" "产品明细", "the products and their prices" "产品及价格" { starts: Start::Carried };
        distribution: List<Distributed>, "distribution" "合同分发", "which departments have a copy" "已收到合同副本的部门" { inline: true, list_key: Some("department"), clauses: &["OPS-4.6.3", "ITS-3.5.1"] };
        owner: Option<Ref<Member>>, "owner" "负责人", "who answers for it" "负责的销售" { apart: true, starts: Start::Me };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("contract") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Contract {
    /// How far it has come; a draft where nothing is written.
    pub fn status(&self) -> ContractStatus {
        self.status.unwrap_or(ContractStatus::Draft)
    }

    /// The amount: the sum of the lines where all have prices, else the amount written down.
    pub fn total(&self) -> Option<Decimal> {
        super::opportunity::total(&self.lines).or(self.amount)
    }
}

fields! {
    /// The rights and duties in a contract (ITS-3.4.3).
    pub struct Terms {
        rights: Option<String>, "rights" "权利", "the rights of both sides" "双方的权利";
        duties: Option<String>, "duties" "义务", "the duties of both sides" "双方的义务";
        liability: Option<String>, "liability" "违约责任", "what follows from a breach" "违约责任";
    }
}

fields! {
    /// One payment that a contract asks for.
    pub struct Instalment {
        due: Date, "due" "应付日期", "when it is due" "应付款的日期";
        amount: Decimal, "amount" "金额", "how much" "应付的金额";
        note: Option<String>, "note" "说明", "what it is for" "款项性质";
    }
}

fields! {
    /// That somebody explained the terms (OPS-4.6.2).
    pub struct Explained {
        by: Ref<Member>, "by" "说明人", "who explained them" "由谁说明" { starts: Start::Me };
        on: Date, "on" "日期", "when" "说明的日期" { starts: Start::Today };
    }
}

fields! {
    /// That the customer is who it says it is (OPS-4.6.2).
    pub struct Verified {
        method: String, "method" "核实方式", "how: business licence, visit, register" "核实的方式：营业执照、走访、工商查询等";
        by: Option<Ref<Member>>, "by" "核实人", "who did" "由谁核实" { starts: Start::Me };
        on: Option<Date>, "on" "日期", "when" "核实的日期" { starts: Start::Today };
    }
}

fields! {
    /// Who signs for the customer (OPS-4.6.2).
    pub struct Signatory {
        name: String, "name" "姓名", "who signs" "签字人姓名";
        title: Option<String>, "title" "职务", "the post" "签字人职务";
        authorisation: Option<String>, "authorisation" "授权文件", "what gives the right to sign" "授权依据或文件";
    }
}

fields! {
    /// A department that has a copy (OPS-4.6.3).
    pub struct Distributed {
        department: Term, "department" "部门", "which department" "收到副本的部门" { terms: Some(Vocabulary::Department) };
        on: Option<Date>, "on" "日期", "when it was sent" "发出的日期" { starts: Start::Today };
    }
}

choices! {
    /// How far a contract has come.
    pub enum ContractStatus {
        Draft "draft" "draft" "草稿",
        InReview "in_review" "in review" "审核中",
        Signed "signed" "signed" "已签署",
        Ended "ended" "ended" "已终止",
    }
}
