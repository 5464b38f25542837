//! Plans for developing a lead, a customer or a deal (OPS-3.1, OPS-4.3.1b).

use super::common::{Entered, Imported, Move};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{AnyRef, List, Ref, Tags};
use crate::base::date::Date;
use crate::base::field::{Ends, Start};
use crate::base::id::Id;

fields! {
    /// What is to be reached with a lead, a customer or a deal, and how.
    pub struct Plan {
        subject: AnyRef, "subject" "对象", "the lead, customer or opportunity, as `lead/lead-1`" "针对的线索、客户或机会，如 `lead/lead-1`" { clauses: &["OPS-3.1.1"] };
        goal: Option<String>, "goal" "目标", "what is to be reached" "要达到的目标" { clauses: &["OPS-3.1.1"] };
        strategy: Option<String>, "strategy" "策略", "how" "开发的策略" { clauses: &["OPS-3.1.1", "DEV-ADV-2"] };
        traits: List<String>, "traits" "客户特点", "what of the customer it builds on: fields and tags that are filled in, such as `industry` or `tags.decision_style`" "所依据的客户特点：已填写的字段和标签，如 `industry`、`tags.decision_style`" { clauses: &["OPS-3.1.2", "TAG-5.1.1b"] };
        steps: List<PlanStep>, "steps" "步骤", "what is done by when" "各步骤及期限" { inline: true, list_key: Some("id"), clauses: &["OPS-3.1.1"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<PlanStatus>, "status" "状态", "how far it has come; active where not said" "进展，缺省为执行中" { apart: true, via: Some("plan"), ends: Ends::At(&["done", "dropped"]) };
        owner: Option<Ref<Member>>, "owner" "负责人", "who carries it out" "执行的成员" { apart: true, starts: Start::Me };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("plan") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Plan {
    /// How far it has come; active where nothing is written.
    pub fn status(&self) -> PlanStatus {
        self.status.unwrap_or(PlanStatus::Active)
    }
}

fields! {
    /// One thing that a plan has somebody do.
    pub struct PlanStep {
        id: Option<Id>, "id" "编号", "the address of the step inside the file" "步骤在文件内的编号";
        due: Option<Date>, "due" "期限", "by when" "应完成的日期" { clauses: &["OPS-3.1.1"] };
        what: Option<String>, "what" "事项", "what is to be done" "要做的事" { clauses: &["OPS-3.1.1"] };
        done: Option<Date>, "done" "完成日期", "when it was done" "完成的日期";
        who: Option<Ref<Member>>, "who" "承办人", "who does it, if not the owner" "承办的成员（非负责人时填写）";
    }
}

choices! {
    /// How far a plan has come.
    pub enum PlanStatus {
        Active "active" "active" "执行中",
        Done "done" "done" "已完成",
        Dropped "dropped" "dropped" "已放弃",
    }
}
