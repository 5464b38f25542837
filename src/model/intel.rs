//! Market intelligence (ITS-2.2.1c, DEV-SOP-4): what somebody has learnt of market and competitors.

use super::common::{Entered, Imported};
use super::customer::Customer;
use super::macros::{choices, fields};
use super::member::Member;
use super::product::Product;
use super::territory::Territory;
use super::types::{List, Ref, Tags};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::Start;
use crate::base::span::Span;

fields! {
    /// A finding about the market.
    pub struct Intel {
        subject: String, "subject" "主题", "what it is about, in a few words" "主题，几个字" { clauses: &["ITS-2.2.1c"] };
        kind: Option<IntelKind>, "kind" "类别", "market, competitor, policy, industry or customer feedback" "市场、竞争对手、政策、行业或客户反馈" { starts: Start::First, clauses: &["ITS-2.2.1c", "DEV-SOP-4", "DEV-GAR-4", "DEV-ADV-5", "TEL-2.3.4"] };
        on: Option<Date>, "on" "日期", "when it was learnt" "获知的日期" { starts: Start::Today, clauses: &["ITS-2.2.1c"] };
        source: Option<String>, "source" "来源", "from whom or where" "信息的来源" { clauses: &["ITS-2.2.1c"] };
        competitor: Option<String>, "competitor" "竞争对手", "of whom it speaks" "涉及的竞争对手" { clauses: &["DEV-GAR-4", "DEV-ADV-5"] };
        customer: Option<Ref<Customer>>, "customer" "客户", "whose feedback it is" "反馈的客户" { clauses: &["ITS-2.2.3d", "TEL-2.1.4"] };
        territory: Option<Ref<Territory>>, "territory" "区域", "where it holds" "所涉及的区域" { clauses: &["DEV-GAR-4"] };
        products: List<Ref<Product>>, "products" "产品", "the products concerned" "涉及的产品" { clauses: &["TEL-2.3.4"] };
        market_size: Option<Decimal>, "market size" "市场规模", "what everybody sells in the time on the market that it is about" "所涉及的市场在该期间的总销售额" { clauses: &["DEV-SOP-1"] };
        period: Option<Span>, "period" "期间", "the month, quarter or year of the market size" "市场规模所属的月、季度或年";
        currency: Option<Currency>, "currency" "币种", "the currency of the market size; else the policy's" "市场规模的币种，缺省用制度的币种";
        finding: Option<String>, "finding" "内容", "what was learnt" "了解到的内容" { clauses: &["ITS-2.2.1c"] };
        impact: Option<String>, "impact" "影响", "what it means for us" "对我方的影响" { clauses: &["ITS-2.2.1c"] };
        advice: Option<String>, "advice" "建议", "what should be done" "建议采取的措施" { clauses: &["ITS-2.2.3d", "TEL-2.3.4"] };
        reported_to: Option<Ref<Member>>, "reported to" "报告对象", "to whom it was passed on" "向谁报告" { clauses: &["ITS-2.2.2d", "TEL-2.1.4"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        owner: Option<Ref<Member>>, "owner" "提供人", "who found it out" "提供信息的成员" { apart: true, starts: Start::Me, clauses: &["ITS-2.2.2d"] };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

choices! {
    /// What a finding is about.
    pub enum IntelKind {
        Market "market" "market" "市场",
        Competitor "competitor" "competitor" "竞争对手",
        Policy "policy" "policy" "政策",
        Industry "industry" "industry" "行业",
        Feedback "feedback" "customer feedback" "客户反馈",
    }
}
