//! Backups of the book (TAG-6.2).

use super::common::{Entered, Imported};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{List, Ref, Tags};
use crate::base::date::Date;
use crate::base::field::Start;

fields! {
    /// A backup that was made, or a drill of restoring one.
    pub struct Backup {
        on: Date, "on" "日期", "the day" "备份的日期" { starts: Start::Today };
        scope: Option<Scope>, "scope" "方式", "full, incremental or drill" "全量、增量或恢复演练" { starts: Start::First, clauses: &["TAG-6.2.1", "TAG-6.2.3"] };
        locations: List<String>, "locations" "存放地点", "where the copies are kept" "备份的存放地点" { clauses: &["TAG-6.2.2"] };
        checksum: Option<String>, "checksum" "校验值", "the checksum of the copy" "备份文件的校验值";
        result: Option<String>, "result" "结果", "what the drill showed" "恢复演练的结果" { clauses: &["TAG-6.2.3"] };
        by: Option<Ref<Member>>, "by" "经办人", "who made it" "由谁办理" { starts: Start::Me };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

choices! {
    /// What a backup holds.
    pub enum Scope {
        Full "full" "full" "全量",
        Incremental "incremental" "incremental" "增量",
        Drill "drill" "drill" "恢复演练",
    }
}
