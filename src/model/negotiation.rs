//! Negotiations and their minutes (OPS-4.5, ITS-3.4).

use super::common::{Entered, Imported, Move};
use super::customer::Customer;
use super::macros::{choices, fields};
use super::member::Member;
use super::opportunity::Opportunity;
use super::types::{List, Ref, Secret, Tags, Term};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Ends, Start, Vocabulary};

fields! {
    /// A business negotiation: its preparation, what was agreed on, its minutes.
    pub struct Negotiation {
        opportunity: Ref<Opportunity>, "opportunity" "销售机会", "what it is about" "所针对的销售机会" { clauses: &["OPS-4.5.1"] };
        customer: Option<Ref<Customer>>, "customer" "客户", "with whom" "谈判的客户" { starts: Start::Carried };
        lead: Option<Ref<Member>>, "lead" "主谈人", "who leads it" "主持谈判的成员" { starts: Start::Me, clauses: &["OPS-4.5.1", "ITS-3.4.1"] };
        participants: List<Ref<Member>>, "participants" "参与人", "our members who take part" "我方参与的成员" { clauses: &["OPS-4.5.1"] };
        departments: List<Term>, "departments" "参与部门", "the departments that take part" "参与的部门" { terms: Some(Vocabulary::Department), clauses: &["OPS-4.5.1"] };
        prep: Option<Box<Preparation>>, "preparation" "谈判准备", "what is known and wanted beforehand" "谈判前的准备" { clauses: &["OPS-4.5.2"] };
        items: Option<Box<Items>>, "terms" "谈判条款", "what was agreed on" "达成的条款" { clauses: &["ITS-3.4.1"] };
        minutes: Option<Box<Minutes>>, "minutes" "谈判纪要", "what was agreed, what is open, what comes next" "已达成、未决和后续事项" { clauses: &["OPS-4.5.3"] };
        currency: Option<Currency>, "currency" "币种", "the currency of the amounts; else the policy's" "金额的币种，缺省用制度的币种" { starts: Start::Carried };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<NegotiationStatus>, "status" "状态", "how far it has come; planned where not said" "进展，缺省为计划中" { apart: true, via: Some("negotiation"), ends: Ends::At(&["agreed", "failed"]) };
        held_on: Option<Date>, "held on" "谈判日期", "when it was held" "谈判的日期" { via: Some("negotiation hold"), clauses: &["OPS-4.5.3"] };
        owner: Option<Ref<Member>>, "owner" "负责人", "who answers for it" "负责的销售" { apart: true, starts: Start::Me };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("negotiation") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Negotiation {
    /// How far it has come; planned where nothing is written.
    pub fn status(&self) -> NegotiationStatus {
        self.status.unwrap_or(NegotiationStatus::Planned)
    }
}

fields! {
    /// What is known and wanted before a negotiation (OPS-4.5.2).
    pub struct Preparation {
        customer_position: Option<String>, "customer's position" "客户立场", "what the customer wants" "客户的立场和诉求" { clauses: &["ITS-3.4.2"] };
        strategy: Option<String>, "strategy" "谈判策略", "how we go about it" "谈判的策略";
        bottom_line: Option<Secret<Decimal>>, "bottom line" "底线", "the least amount that we accept" "可接受的最低金额" { clauses: &["OPS-4.5.2"] };
    }
}

fields! {
    /// What was agreed on (ITS-3.4.1).
    pub struct Items {
        price: Option<Decimal>, "price" "价格", "the amount" "约定的金额";
        payment: Option<String>, "payment terms" "付款方式", "when and how it is paid" "付款的时间和方式";
        service: Option<String>, "service terms" "服务条款", "what service goes with it" "约定的服务";
    }
}

fields! {
    /// The minutes of a negotiation (OPS-4.5.3).
    pub struct Minutes {
        agreed: List<String>, "agreed" "已达成", "what was agreed on" "达成一致的事项";
        open: List<String>, "open" "未决", "what is left open" "尚未解决的事项";
        next_steps: List<Step>, "next steps" "后续事项", "who does what by when" "由谁在何时完成什么" { inline: true };
    }
}

fields! {
    /// Something that somebody does by a day.
    pub struct Step {
        what: String, "what" "事项", "what is to be done" "要做的事";
        who: Option<Ref<Member>>, "who" "承办人", "who does it" "由谁完成";
        due: Option<Date>, "due" "截止日期", "by when" "最迟完成的日期";
        done: Option<Date>, "done" "完成日期", "when it was done" "完成的日期";
    }
}

choices! {
    /// How far a negotiation has come.
    pub enum NegotiationStatus {
        Planned "planned" "planned" "计划中",
        Held "held" "held" "已举行",
        Agreed "agreed" "agreed" "达成一致",
        Failed "failed" "failed" "破裂",
    }
}
