//! Marketing campaigns (OPS-2.1.1, DEV-PROC-1, DEV-PROC-3).

use super::common::{Entered, Imported};
use super::macros::fields;
use super::member::Member;
use super::product::Product;
use super::territory::Territory;
use super::types::{List, Ref, Tags, Term};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::Vocabulary;

fields! {
    /// A marketing campaign: a fair, a round of advertising, a series of calls.
    pub struct Campaign {
        name: String, "name" "活动名称", "what it is called" "市场活动的名称" { clauses: &["DEV-PROC-3"] };
        aliases: List<String>, "aliases" "别名", "other names that people use" "常用的其他名称";
        source: Option<Term>, "source" "来源", "the source of the leads that it brings" "所带来线索的来源" { terms: Some(Vocabulary::LeadSource), clauses: &["OPS-2.1.1"] };
        segment: Option<String>, "segment" "细分市场", "the target market" "目标市场" { clauses: &["DEV-PROC-1"] };
        goal: Option<String>, "goal" "目标", "what it should bring" "应达到的目标" { clauses: &["DEV-PROC-3"] };
        activities: List<String>, "activities" "活动内容", "what is done" "开展的工作" { clauses: &["DEV-PROC-3"] };
        channels: List<String>, "channels" "推广渠道", "where it is done" "推广渠道" { clauses: &["DEV-PROC-3"] };
        products: List<Ref<Product>>, "products" "产品", "what it is about" "推广的产品";
        territory: Option<Ref<Territory>>, "territory" "区域", "where it is held" "所在区域";
        place: Option<String>, "place" "地点", "the hall and stand, or the site" "展馆、展位或网站";
        starts_on: Option<Date>, "starts on" "开始日期", "the first day" "第一天";
        ends_on: Option<Date>, "ends on" "结束日期", "the last day" "最后一天";
        budget: Option<Decimal>, "budget" "预算", "what it may cost" "活动预算" { clauses: &["DEV-PROC-3"] };
        cost: Option<Decimal>, "cost" "费用", "what it has cost" "实际费用";
        currency: Option<Currency>, "currency" "币种", "the currency of the amounts; else the policy's" "金额的币种，缺省用制度的币种";
        owner: Option<Ref<Member>>, "owner" "负责人", "who runs it" "活动的负责人";
        note: Option<String>, "note" "备注", "free text" "自由文字";
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}
