//! Registrations of blank regions (DEV-REG-3).

use super::common::{Entered, Imported, Move};
use super::macros::{choices, fields};
use super::member::Member;
use super::territory::Territory;
use super::types::{List, Ref, Tags, Term};
use crate::base::date::Date;
use crate::base::field::{Ends, Start, Vocabulary};

fields! {
    /// A department's wish to develop a region that nobody works, and leave to do so.
    pub struct Registration {
        territory: Ref<Territory>, "territory" "区域", "the blank territory" "拟开发的空白区域" { clauses: &["DEV-REG-3"] };
        department: Option<Term>, "department" "部门", "the department that would develop it" "拟开发的部门" { terms: Some(Vocabulary::Department), clauses: &["DEV-REG-3"] };
        reason: Option<String>, "reason" "理由", "why this department" "为何由本部门开发" { clauses: &["DEV-REG-3"] };
        resources: Option<String>, "resources" "资源", "the contacts and means that it has there" "在当地的人脉和资源" { clauses: &["DEV-REG-3"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<RegistrationStatus>, "status" "状态", "how far it has come; draft where not said" "进展，缺省为草稿" { apart: true, via: Some("registration"), ends: Ends::At(&["ended"]) };
        submitted_on: Option<Date>, "submitted on" "提交日期", "when it was handed in" "提交的日期" { via: Some("registration submit"), clauses: &["DEV-REG-3"] };
        approved_on: Option<Date>, "approved on" "批准日期", "from when it holds" "生效的日期" { via: Some("registration open"), clauses: &["DEV-REG-3"] };
        valid_until: Option<Date>, "valid until" "有效期至", "the last day on which it holds; where not said, the policy's days after the approval" "最后有效的日期；未写明时按制度规定的天数" { clauses: &["DEV-REG-3"] };
        owner: Option<Ref<Member>>, "applicant" "申请人", "who applies and would develop it" "申请并负责开发的成员" { apart: true, starts: Start::Me, clauses: &["DEV-REG-3"] };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("registration") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

choices! {
    /// How far a registration has come.
    pub enum RegistrationStatus {
        Draft "draft" "draft" "草稿",
        Submitted "submitted" "submitted" "已提交",
        Open "open" "open for development" "许可开发",
        Ended "ended" "ended" "已结束",
    }
}
