//! Products (TAG-2.3, TAG-4.1.3, OPS-6.3.2).

use super::common::{Entered, Imported};
use super::macros::fields;
use super::types::{List, Secret, Tags, Term};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::Vocabulary;

fields! {
    /// A product or service on sale.
    pub struct Product {
        name: String, "name" "名称", "the product's name" "产品名称" { aliases: &["产品", "产品名称", "商品", "商品名称", "品名", "product", "product name"], clauses: &["TAG-2.3.1"] };
        aliases: List<String>, "aliases" "别名", "other names that people use" "常用的其他名称";
        model: Option<String>, "model" "型号", "the model" "规格型号" { aliases: &["规格型号", "规格"], clauses: &["TAG-2.3.2"] };
        category: Option<Term>, "category" "类别", "what sort of thing it is" "产品类别" { aliases: &["产品类别", "产品分类", "分类"], terms: Some(Vocabulary::ProductCategory), clauses: &["TAG-2.3.3"] };
        unit: Option<String>, "unit" "单位", "what is counted" "计量单位" { aliases: &["计量单位"] };
        features: Option<String>, "features" "功能特点", "what it does" "功能与特点" { aliases: &["产品特点", "功能"], clauses: &["TAG-2.3.4"] };
        advantages: Option<String>, "advantages" "优势", "what it does better" "相对优势" { aliases: &["产品优势"], clauses: &["TAG-2.3.5"] };
        collateral: List<String>, "collateral" "资料", "papers and films for customers" "面向客户的资料";
        comparisons: List<String>, "comparisons" "竞品对比", "how it stands to rivals" "与竞品的对比";
        prices: List<Price>, "prices" "价格", "list prices with the day from which each holds" "各生效日起的价格" { inline: true, list_key: Some("from") };
        changes: List<ProductChange>, "changes" "变更", "major changes" "重大变更" { inline: true, clauses: &["TAG-4.1.3b"] };
        upgrades: List<Upgrade>, "upgrades" "升级", "versions and what they bring" "版本升级计划" { inline: true, clauses: &["OPS-6.3.2"] };
        reviewed_on: Option<Date>, "reviewed on" "复核日期", "when it was last looked over" "最近一次复核的日期" { clauses: &["TAG-4.1.3a"] };
        note: Option<String>, "note" "备注", "free text" "自由文字" { aliases: &["备注信息", "remark", "remarks", "notes"] };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

fields! {
    /// The price in force from a day on.
    pub struct Price {
        from: Option<Date>, "from" "生效日", "the first day it holds; without it, always" "开始生效的日期，留空表示一直有效";
        list: Decimal, "list price" "目录价", "the price on the list" "目录价格" { aliases: &["单价", "售价", "标价", "unit price"] };
        currency: Option<Currency>, "currency" "币种", "its currency; else the policy's" "币种，缺省用制度的币种";
        tax_rate: Option<Decimal>, "tax rate" "税率", "the tax included, in per cent" "所含税率（百分比）";
        floor: Option<Secret<Decimal>>, "floor" "底价", "the lowest price allowed" "最低可售价";
        cost: Option<Secret<Decimal>>, "cost" "成本", "what it costs us" "成本";
    }
}

fields! {
    /// A major change of a product.
    pub struct ProductChange {
        kind: String, "kind" "类型", "what changed" "变更内容";
        confirmed_on: Date, "confirmed on" "确认日期", "when it became certain" "确认变更的日期";
        entered_on: Option<Date>, "entered on" "录入日期", "when it was written down" "录入的日期";
    }
}

fields! {
    /// A version of a product.
    pub struct Upgrade {
        version: String, "version" "版本", "the version" "版本号";
        date: Date, "date" "日期", "when it comes out" "发布日期";
        change: Option<String>, "change" "内容", "what it brings" "升级内容";
    }
}
