//! Disputes about whose a customer is (DEV-REG-4).

use super::common::{Entered, Imported, Move};
use super::customer::Customer;
use super::lead::Lead;
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{List, Ref, Tags};
use crate::base::field::{Ends, Start};
use crate::base::id::Id;
use crate::base::kind::Kind;

fields! {
    /// Two or more members who claim the same customer or lead, and what headquarters ruled.
    pub struct Dispute {
        customer: Option<Ref<Customer>>, "customer" "客户", "the customer that is claimed" "有争议的客户" { clauses: &["DEV-REG-4"] };
        lead: Option<Ref<Lead>>, "lead" "线索", "the lead that is claimed" "有争议的线索";
        what: String, "what" "事由", "what is disputed" "争议的内容" { clauses: &["DEV-REG-4"] };
        parties: List<Ref<Member>>, "parties" "当事人", "who claims it" "主张权益的成员" { clauses: &["DEV-REG-4"] };
        facts: List<String>, "facts" "事实", "who did what, when" "各方做了什么、何时做的" { clauses: &["DEV-REG-0", "DEV-REG-4"] };
        ruling: Option<Ruling>, "ruling" "裁定", "whose it is, and why" "裁定归谁、理由" { clauses: &["DEV-REG-4"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<DisputeStatus>, "status" "状态", "how far it has come; open where not said" "进展，缺省为待裁定" { apart: true, via: Some("dispute"), ends: Ends::At(&["ruled", "withdrawn"]) };
        owner: Option<Ref<Member>>, "owner" "提出人", "who raised it" "提出争议的成员" { apart: true, starts: Start::Me };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("dispute") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Dispute {
    /// How far it has come; open where nothing is written.
    pub fn status(&self) -> DisputeStatus {
        self.status.unwrap_or(DisputeStatus::Open)
    }

    /// What is claimed: the customer, the lead, or both.
    pub fn claimed(&self) -> impl Iterator<Item = (Kind, &Id)> {
        let customer = self.customer.as_deref().map(|id| (Kind::Customer, id));
        let lead = self.lead.as_deref().map(|id| (Kind::Lead, id));
        customer.into_iter().chain(lead)
    }
}

fields! {
    /// What headquarters ruled.
    pub struct Ruling {
        to: Option<Ref<Member>>, "to" "归属", "whose it is" "裁定的负责人";
        reason: Option<String>, "reason" "理由", "why" "裁定的理由";
    }
}

choices! {
    /// How far a dispute has come.
    pub enum DisputeStatus {
        Open "open" "open" "待裁定",
        Ruled "ruled" "ruled" "已裁定",
        Withdrawn "withdrawn" "withdrawn" "已撤回",
    }
}
