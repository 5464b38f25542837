//! Notices (TAG-7.1.3): what somebody is to put right after an audit, and by when.

use super::audit::{Audit, Finding};
use super::common::{Entered, Imported, Move};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{List, Ref, Tags};
use crate::base::date::Date;
use crate::base::field::{Ends, Start};

fields! {
    /// What a member is told to put right.
    pub struct Notice {
        issued_on: Date, "issued on" "签发日期", "the day" "签发的日期" { starts: Start::Today, clauses: &["TAG-7.1.3"] };
        audit: Option<Ref<Audit>>, "audit" "来源审核", "the audit that it follows from" "由哪次审核引起";
        to: Ref<Member>, "addressee" "整改人", "who is to put it right" "由谁整改" { clauses: &["TAG-4.3.2", "TAG-7.1.3"] };
        by: Option<Ref<Member>>, "issuer" "签发人", "who issued it" "由谁签发" { starts: Start::Me };
        findings: List<Finding>, "findings" "存在的问题", "what is to be put right" "需要整改的各项问题" { inline: true, clauses: &["TAG-7.1.3"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        due: Option<Date>, "due" "整改期限", "by when" "最迟完成整改的日期" { apart: true, clauses: &["TAG-7.1.3"] };
        status: Option<NoticeStatus>, "status" "状态", "how far it has come; open where not said" "进展，缺省为待整改" { via: Some("notice"), ends: Ends::At(&["verified", "withdrawn"]), clauses: &["TAG-7.1.3"] };
        result: Option<String>, "result" "整改情况", "what was done" "整改的情况";
        fixed_by: Option<Ref<Member>>, "fixed by" "整改办理人", "who put it right" "由谁完成整改" { via: Some("notice fix") };
        fixed_on: Option<Date>, "fixed on" "整改日期", "when it was put right" "完成整改的日期" { via: Some("notice fix") };
        verified_by: Option<Ref<Member>>, "verified by" "复查人", "who saw that it is" "由谁复查" { via: Some("notice verify") };
        verified_on: Option<Date>, "verified on" "复查日期", "when" "复查的日期" { via: Some("notice verify") };
        withdrawn_by: Option<Ref<Member>>, "withdrawn by" "撤回人", "who took the notice back" "由谁撤回通知" { via: Some("notice withdraw") };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("notice") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Notice {
    /// How far it has come; open where nothing is written.
    pub fn status(&self) -> NoticeStatus {
        self.status.unwrap_or(NoticeStatus::Open)
    }
}

choices! {
    /// How far a notice has come.
    pub enum NoticeStatus {
        Open "open" "open" "待整改",
        Fixed "fixed" "fixed" "已整改",
        Verified "verified" "verified" "已复查",
        Withdrawn "withdrawn" "withdrawn" "已撤回",
    }
}
