//! Territories (DEV-5.1.1, DEV-REG-1).

use super::common::{Entered, Imported};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{List, Ref, Tags};

fields! {
    /// A sales territory.
    pub struct Territory {
        name: String, "name" "名称", "the territory's name" "区域名称" { aliases: &["区域名称", "销售区域", "territory"] };
        districts: List<String>, "districts" "行政区划", "the division codes or names that it covers" "所辖行政区划（代码或名称）";
        routes: List<String>, "routes" "拜访路线", "the visiting routes in it" "区域内的拜访路线" { clauses: &["DEV-5.1.1"] };
        status: Option<TerritoryStatus>, "status" "状态", "whether somebody works it" "是否有人负责" { clauses: &["DEV-REG-1"] };
        team: Option<String>, "team" "团队", "the team that works it" "负责的团队";
        note: Option<String>, "note" "备注", "free text" "自由文字" { aliases: &["备注信息", "remark", "remarks", "notes"] };
        owner: Option<Ref<Member>>, "owner" "负责人", "who answers for it" "区域负责人" { aliases: &["区域负责人"], apart: true };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

choices! {
    /// Whether a territory is worked.
    pub enum TerritoryStatus {
        Owned "owned" "owned" "已开发",
        Blank "blank" "blank" "空白",
    }
}
