//! Hand-over lists (OPS-1.1): what one member has passed on to another, which both confirm.

use super::common::{Entered, Imported};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{AnyRef, List, Ref, Tags};
use crate::base::date::Date;
use crate::base::field::Start;

fields! {
    /// What a member has handed over to another at one time.
    pub struct Handover {
        on: Date, "on" "日期", "the day" "移交的日期" { starts: Start::Today, clauses: &["OPS-1.1"] };
        from: Ref<Member>, "giver" "移交人", "who hands over" "由谁移交" { clauses: &["OPS-1.1"] };
        to: Ref<Member>, "taker" "接手人", "who takes over" "由谁接手" { clauses: &["OPS-1.1"] };
        reason: Option<String>, "reason" "原因", "why" "移交的原因";
        items: List<Item>, "items" "移交内容", "the records that changed hands" "移交的各条记录" { inline: true, clauses: &["OPS-1.1"] };
        note: Option<String>, "note" "备注", "what the taker must know" "接手人需要了解的情况";
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

fields! {
    /// A record that changed hands.
    pub struct Item {
        record: AnyRef, "record" "记录", "which one" "移交的记录";
        r#as: Option<HeldAs>, "as" "身份", "as what the taker now stands in it" "接手人在该记录中的身份";
    }
}

choices! {
    /// The fields in which a record says who answers for it, or is answered for by somebody, and the lists of those who
    /// work on it together. Who asked for something, did it or decided it stays as it was.
    pub enum HeldAs {
        Owner "owner" "owner" "负责人",
        Who "who" "who" "承办人",
        ReportsTo "reports_to" "reports to" "上级",
        AccountManager "account_manager" "account manager" "客户经理",
        Assistant "assistant" "assistant" "客户助理",
        SupportOwner "support_owner" "support owner" "实施支持人",
        Technician "technician" "technician" "技术人员",
        ServiceTeam "service_team" "service team" "服务团队",
        Collaborators "collaborators" "collaborators" "协作人",
        TaskForce "task_force" "task force" "专项小组",
    }
}

impl HeldAs {
    /// Whether it is one place among others in a list.
    pub fn is_shared(self) -> bool {
        matches!(self, HeldAs::ServiceTeam | HeldAs::Collaborators | HeldAs::TaskForce)
    }
}
