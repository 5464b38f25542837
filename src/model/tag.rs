//! Definitions of tags and of core fields (TAG-3.1.3).

use super::common::{Entered, Imported};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{List, Ref};
use crate::base::date::Date;
use crate::base::text::Text;

fields! {
    /// The definition of the tag `object.key`, or, with `field`, of a core field.
    pub struct TagDefinition {
        label: Names, "label" "名称", "its name in both languages" "中英文名称" { inline: true, clauses: &["TAG-3.1.3a"] };
        r#type: TagType, "type" "类型", "what values it takes" "值的类型" { clauses: &["TAG-3.1.3a"] };
        field: Option<String>, "field" "核心字段", "the core field it describes, where it is not a tag" "所描述的核心字段（非标签时）";
        group: Option<String>, "group" "分组", "the group it belongs to" "所属分组";
        definition: Option<String>, "definition" "定义", "what it means and how to find it out" "含义及判定方法" { clauses: &["TAG-3.1.3a"] };
        many: Option<bool>, "many" "多值", "whether a record may have several values" "是否允许多个值";
        values: List<TagValue>, "values" "取值", "the values it may take" "可选值" { inline: true, list_key: Some("key") };
        aliases: List<String>, "aliases" "别名", "other names of the tag" "标签的其他名称";
        required: Option<bool>, "required" "必填", "whether every record must have it" "是否必填";
        when: Option<String>, "when" "适用条件", "the query that says which records must have it" "需要该标签的记录条件";
        sensitive: Option<bool>, "sensitive" "敏感", "whether it is masked in outputs" "输出时是否隐去" { clauses: &["TAG-6.1.2"] };
        refresh: Option<Refresh>, "refresh" "更新频率", "how often it is looked over" "复核的频率" { clauses: &["TAG-4.1.1a"] };
        change_within: Option<String>, "change within" "变更时限", "how soon a change is entered, in working days (`1wd`)" "变更后多久内录入（工作日，如 `1wd`）" { clauses: &["TAG-4.1.1c"] };
        derived: Option<bool>, "derived" "系统得出", "whether the tool computes it" "是否由系统计算";
        status: Option<TagStatus>, "status" "状态", "whether it is in use" "是否在用";
        replaced_by: Option<Ref<TagDefinition>>, "replaced by" "替代标签", "the tag to use instead" "改用的标签";
        owner: Option<Ref<Member>>, "owner" "负责人", "who keeps the definition" "定义的维护人" { clauses: &["TAG-3.1.3a"] };
        created_on: Option<Date>, "created on" "创建日期", "since when it exists" "创建的日期";
        note: Option<String>, "note" "备注", "free text" "自由文字";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl TagDefinition {
    /// Whether records may carry it as a tag: it describes no core field and nothing computed.
    pub fn is_tag(&self) -> bool {
        self.field.is_none() && self.derived != Some(true)
    }
}

fields! {
    /// A name in both languages.
    pub struct Names {
        en: String, "English" "英文", "the English name" "英文名称";
        zh: String, "Chinese" "中文", "the Chinese name" "中文名称";
    }
}

fields! {
    /// One value of a tag.
    pub struct TagValue {
        key: String, "key" "键", "what stands in the files" "文件中写的值";
        en: Option<String>, "English" "英文", "the English name" "英文名称";
        zh: Option<String>, "Chinese" "中文", "the Chinese name" "中文名称";
        aliases: List<String>, "aliases" "别名", "other spellings" "其他写法";
    }
}

impl TagValue {
    /// The name for people; its key in a language in which nothing is said.
    pub fn label(&self) -> Text {
        let name = |name: &Option<String>| name.as_ref().unwrap_or(&self.key).clone().into();
        Text { en: name(&self.en), zh: name(&self.zh) }
    }

    /// Whether `typed` is a name or another spelling of it.
    pub fn is_called(&self, typed: &str) -> bool {
        self.zh.as_deref() == Some(typed)
            || self.en.as_deref().is_some_and(|en| en.eq_ignore_ascii_case(typed))
            || self.aliases.iter().any(|alias| alias == typed)
    }
}

choices! {
    /// What values a tag takes.
    pub enum TagType {
        Text "text" "text" "文字",
        Number "number" "number" "数字",
        Date "date" "date" "日期",
        YesNo "yes_no" "yes or no" "是或否",
        Choice "choice" "choice" "选项",
    }
}

choices! {
    /// How often a tag is looked over.
    pub enum Refresh {
        Weekly "weekly" "weekly" "每周",
        Monthly "monthly" "monthly" "每月",
        Quarterly "quarterly" "quarterly" "每季度",
        None "none" "none" "不要求",
    }
}

choices! {
    /// Whether a definition is in use.
    pub enum TagStatus {
        Active "active" "active" "启用",
        Retired "retired" "retired" "停用",
    }
}
