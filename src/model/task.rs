//! Tasks (OPS-1.1, TAG-5.2.2a, TAG-5.2.2b): every promise made to somebody or by somebody.

use super::common::{Entered, Imported};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{AnyRef, Ref, Tags};
use crate::base::date::{Date, Instant};
use crate::base::field::{Ends, Start};

fields! {
    /// Something that somebody has to do for somebody, by a day.
    pub struct Task {
        what: String, "what" "事项", "what is to be done" "要做的事";
        subject: Option<AnyRef>, "subject" "相关记录", "the record that it is about, as `customer/acme`" "相关的记录，如 `customer/acme`" { clauses: &["TAG-5.2.2a"] };
        objective: Option<String>, "objective" "目的", "what a planned visit is for" "计划拜访的目的" { clauses: &["DEV-5.4.2"] };
        starts_at: Option<Instant>, "starts at" "开始时刻", "when it begins, where the hour matters" "开始的时刻（需要精确到小时时填写）" { clauses: &["DEV-5.4.3"] };
        ends_at: Option<Instant>, "ends at" "结束时刻", "when it ends" "结束的时刻" { clauses: &["DEV-5.4.3"] };
        from: Option<Ref<Member>>, "from" "提出人", "who asked for it" "由谁提出" { starts: Start::Me };
        department: Option<String>, "department" "部门", "the department that does it, where nobody of it is a member here" "承办部门（承办人不在成员之列时填写）" { clauses: &["OPS-1.3.3", "OPS-4.3.2", "TEL-2.3.3"] };
        priority: Option<Priority>, "priority" "优先级", "high, normal or low" "高、中或低" { clauses: &["TAG-5.2.2a", "TAG-5.2.2b"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        who: Option<Ref<Member>>, "who" "承办人", "who does it" "由谁完成" { apart: true, clauses: &["OPS-1.1", "TAG-5.2.2a"] };
        due: Option<Date>, "due" "截止日期", "by when" "最迟完成的日期" { clauses: &["OPS-1.1", "TAG-5.2.2b"] };
        done: Option<Date>, "done" "完成日期", "when it was done" "完成的日期" { apart: true, ends: Ends::Any };
        result: Option<String>, "result" "结果", "what came of it" "完成的情况";
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

choices! {
    /// How much a task matters.
    pub enum Priority {
        High "high" "high" "高",
        Normal "normal" "normal" "中",
        Low "low" "low" "低",
    }
}
