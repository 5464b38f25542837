//! Verifications (TAG-4.1): somebody has looked records over, and they are still right.

use super::common::{Entered, Imported};
use super::macros::fields;
use super::member::Member;
use super::types::{AnyRef, List, Ref, Tags};
use crate::base::date::Date;
use crate::base::field::Start;

fields! {
    /// A sweep over records: one file, however many they are, so that what is still true costs no edit.
    pub struct Verification {
        on: Date, "on" "日期", "the day" "核实的日期" { starts: Start::Today };
        by: Ref<Member>, "by" "核实人", "who looked" "由谁核实" { starts: Start::Me };
        records: List<AnyRef>, "records" "已核实记录", "what was looked over" "所核实的各条记录" { clauses: &["TAG-4.1.1a", "TAG-4.1.2a", "TAG-4.1.3a", "TAG-4.1.4a"] };
        groups: List<String>, "groups" "分组", "which groups of tags; all where none is named" "核实了哪些分组的标签，缺省为全部" { clauses: &["TAG-4.1.1a"] };
        exceptions: List<AnyRef>, "exceptions" "例外", "what was looked over and is not right: it stays due" "核实后发现有误、仍需更正的记录";
        note: Option<String>, "note" "备注", "free text" "自由文字";
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}
