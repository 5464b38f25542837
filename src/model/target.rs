//! Targets (OPS-1.3.1, DEV-SOP-1, TAG-2.4.5).

use super::common::{Entered, Imported};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{List, Ref, Tags};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::span::Span;

fields! {
    /// What the company, a team or a member is to reach in a month, quarter or year.
    pub struct Target {
        period: Span, "period" "期间", "the month, quarter or year" "所属的月、季度或年" { aliases: &["月份", "年度"], clauses: &["OPS-1.3.1", "DEV-SOP-1"] };
        member: Option<Ref<Member>>, "member" "成员", "whose it is, where it is a member's" "成员目标：属于哪位成员" { aliases: &["员工", "销售"], clauses: &["OPS-1.3.1", "TAG-2.4.5"] };
        team: Option<String>, "team" "团队", "whose it is, where it is a team's; the company's where neither is said" "团队目标：属于哪个团队；成员和团队都未写明为公司目标" { clauses: &["OPS-1.3.1"] };
        goals: List<Goal>, "goals" "指标", "what is to be reached, by indicator" "各项指标的目标值" { inline: true, clauses: &["DEV-SOP-1", "TAG-2.4.5"] };
        currency: Option<Currency>, "currency" "币种", "the currency of amounts; else the policy's" "金额的币种，缺省用制度的币种";
        note: Option<String>, "note" "备注", "what it rests on" "目标的依据" ;
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

/// Whose a target or a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who<'b> {
    /// The company's.
    Company,
    /// A team's.
    Team(&'b str),
    /// A member's.
    Member(&'b crate::base::id::Id),
}

impl Target {
    /// Whose it is.
    pub fn who(&self) -> Who<'_> {
        match (&self.member, &self.team) {
            (Some(member), _) => Who::Member(member),
            (None, Some(team)) => Who::Team(team),
            (None, None) => Who::Company,
        }
    }

    /// The goal for an indicator that holds on a day: the latest that begins no later. What is
    /// changed within a month counts from the next one on.
    pub fn goal(&self, kpi: Kpi, day: Date) -> Option<&Goal> {
        let of_kpi = self.goals.iter().filter(|goal| goal.kpi == kpi);
        let begun = of_kpi.filter(|goal| goal.since.is_none_or(|since| since <= day));
        begun.max_by_key(|goal| goal.since)
    }
}

fields! {
    /// What is to be reached of one indicator.
    pub struct Goal {
        kpi: Kpi, "indicator" "指标", "what is counted" "所考核的指标" { clauses: &["TAG-2.4.5"] };
        value: Decimal, "value" "目标值", "how much: money, a number, or per cent" "目标值：金额、数量或百分数";
        since: Option<Date>, "since" "起始日期", "from when it replaces an earlier one" "调整后的目标从何时起生效";
        reason: Option<String>, "reason" "调整原因", "why it was changed" "为何调整" { clauses: &["DEV-SOP-1"] };
        basis: Option<Basis>, "basis" "口径", "what counts as sold; else the policy's" "销售额的口径，缺省用制度的口径";
    }
}

choices! {
    /// What is counted of the work of a member, a team or the company (domain table (e)).
    pub enum Kpi {
        SalesAmount "sales_amount" "sales amount" "销售额",
        SalesProfit "sales_profit" "sales profit" "销售利润",
        OrderCount "order_count" "orders" "订单数",
        GrowthRate "growth_rate" "growth of sales (%)" "销售增长率（%）",
        NewCustomers "new_customers" "new customers" "新客户数",
        OldCustomers "old_customers" "old customers who bought again" "老客户复购数",
        CustomerGrowth "customer_growth_rate" "growth of customers (%)" "客户增长率（%）",
        Satisfaction "satisfaction" "satisfaction (of 100)" "客户满意度（百分制）",
        ComplaintsInTime "complaint_on_time_rate" "complaints solved in time (%)" "投诉及时处理率（%）",
        MarketShare "market_share" "market share (%)" "市场份额（%）",
        TagQuality "tag_quality" "tag quality (of 100)" "标签质量（百分制）",
        TasksInTime "task_completion_rate" "tasks done in time (%)" "任务按时完成率（%）",
        Expenses "expenses" "expenses, at most" "费用（不超过）",
    }
}

choices! {
    /// What counts as sold.
    pub enum Basis {
        Contract "contract" "deals won" "签约",
        Order "order" "orders confirmed" "订单",
        Invoice "invoice" "invoices" "开票",
        Cash "cash" "money received" "回款",
    }
}

impl Kpi {
    /// Whether it is an amount of money.
    pub const fn is_money(self) -> bool {
        matches!(self, Kpi::SalesAmount | Kpi::SalesProfit | Kpi::Expenses)
    }

    /// Whether it depends on what counts as sold.
    pub const fn is_of_sales(self) -> bool {
        matches!(self, Kpi::SalesAmount | Kpi::SalesProfit | Kpi::GrowthRate | Kpi::MarketShare)
    }

    /// Whether it is a rate in per cent; those of several months do not add up.
    pub const fn is_rate(self) -> bool {
        matches!(
            self,
            Kpi::GrowthRate
                | Kpi::CustomerGrowth
                | Kpi::Satisfaction
                | Kpi::ComplaintsInTime
                | Kpi::MarketShare
                | Kpi::TagQuality
                | Kpi::TasksInTime
        )
    }

    /// Whether it can be judged without a target, against 100.
    pub const fn is_of_hundred(self) -> bool {
        matches!(
            self,
            Kpi::Satisfaction | Kpi::ComplaintsInTime | Kpi::TasksInTime | Kpi::TagQuality
        )
    }

    /// Whether less is better.
    pub const fn is_limit(self) -> bool {
        matches!(self, Kpi::Expenses)
    }
}
