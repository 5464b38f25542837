//! Assessments (ITS-4, TEL-6, OPS-8.2, DEV-SOP-5).

use super::common::{Entered, Imported, Move};
use super::macros::{choices, fields};
use super::member::Member;
use super::target::{Basis, Kpi};
use super::types::{List, Ref, Tags};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Ends, Start};
use crate::base::span::Span;

fields! {
    /// How a member did in a month, from the figures to the decision.
    pub struct Assessment {
        period: Span, "period" "期间", "the month" "所考核的月份" { clauses: &["ITS-4.2", "TEL-6.2"] };
        member: Ref<Member>, "member" "成员", "who is assessed" "被考核的成员" { aliases: &["员工", "被考核人"], clauses: &["ITS-4.3.1", "OPS-8.2.1"] };
        table: Option<Scheme>, "weight table" "权重表", "which table of the policy weighs the criteria" "采用制度中的哪张权重表" { via: Some("assess"), clauses: &["OPS-8.2.1", "ITS-4.1.1", "TEL-6.1.1"] };
        lines: List<Line>, "figures" "考核数据", "the figures as they stood when it was compiled" "汇总时的各项数据" { inline: true, via: Some("assess"), clauses: &["ITS-4.3.1", "OPS-8.2.1"] };
        scores: List<Score>, "scores" "评分", "what is judged, from 1 to 5; the last of a criterion counts" "由人评定的项目，1 至 5 分；同一项目以最后一次为准" { inline: true, clauses: &["TEL-6.1.4", "TEL-6.1.5"] };
        remarks: List<Remark>, "remarks" "表扬与批评", "praise and criticism" "表扬或批评" { inline: true, clauses: &["DEV-KA-17", "DEV-SOP-5"] };
        judgement: Option<String>, "judgement" "综合评价", "the manager's overall judgement" "经理的综合评价" { clauses: &["ITS-4.3.3"] };
        coaching: Option<Box<Coaching>>, "coaching plan" "辅导计划", "what is done after a poor result" "考核不合格后的辅导与培训计划" { clauses: &["ITS-4.4.3", "OPS-8.2.2"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<AssessmentStatus>, "status" "状态", "how far it has come; draft where not said" "进展，缺省为草稿" { apart: true, via: Some("assessment"), ends: Ends::At(&["final"]), clauses: &["ITS-4.3.3"] };
        total: Option<Decimal>, "total" "总分", "the weighted sum of figures and scores" "各项数据与评分的加权总分" { via: Some("assessment review"), clauses: &["OPS-8.2.1"] };
        by_score: Option<Grading>, "result by score" "按分数的结果", "what the total comes to by the policy" "按制度由总分得出的结果" { via: Some("assessment review"), clauses: &["OPS-8.2.2"] };
        result: Option<Grading>, "result" "考核结果", "excellent, pass or fail, as decided" "优秀、合格或不合格，以决定为准" { via: Some("assessment decide"), clauses: &["ITS-4.3.3", "OPS-8.2.2"] };
        compiled_by: Option<Ref<Member>>, "compiled by" "汇总人", "who compiled the figures" "由谁汇总数据" { via: Some("assess"), clauses: &["ITS-4.3.1"] };
        reviewed_by: Option<Ref<Member>>, "reviewed by" "审核人", "who checked them" "由谁审核" { via: Some("assessment review"), clauses: &["ITS-4.3.1"] };
        decided_by: Option<Ref<Member>>, "decided by" "决定人", "who fixed the result" "由谁确定结果" { via: Some("assessment decide"), clauses: &["ITS-4.3.3"] };
        decided_on: Option<Date>, "decided on" "决定日期", "when" "确定结果的日期" { via: Some("assessment decide") };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("assessment") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Assessment {
    /// How far it has come; a draft where nothing is written.
    pub fn status(&self) -> AssessmentStatus {
        self.status.unwrap_or(AssessmentStatus::Draft)
    }

    /// Whether its result is fixed.
    pub fn is_final(&self) -> bool {
        self.status() == AssessmentStatus::Final
    }
}

fields! {
    /// A figure behind an assessment, frozen when it was compiled.
    pub struct Line {
        criterion: Criterion, "criterion" "考核项目", "what it belongs to" "所属的考核项目";
        weight: Decimal, "weight" "权重", "the weight of the criterion, in per cent" "考核项目的权重（百分比）";
        kpi: Option<Kpi>, "indicator" "指标", "what is counted" "所统计的指标";
        basis: Option<Basis>, "basis" "口径", "what counts as sold" "销售额的口径";
        currency: Option<Currency>, "currency" "币种", "the currency of amounts" "金额的币种";
        target: Option<Decimal>, "target" "目标", "what was to be reached" "目标值";
        actual: Option<Decimal>, "actual" "完成", "what was achieved" "完成值";
        rate: Option<Decimal>, "rate" "得分率", "what counts of it, 1 being all; within 0 and the policy's cap" "计分的达成率，1 为完全达成；在 0 与制度上限之间";
    }
}

fields! {
    /// What somebody thinks of a criterion (TEL-6.1.4, TEL-6.1.5).
    pub struct Score {
        criterion: Criterion, "criterion" "考核项目", "what is judged" "所评定的项目";
        score: i64, "score" "评分", "1 to 5" "1 至 5 分";
        evidence: Option<String>, "evidence" "依据", "what it rests on" "评分的依据";
        by: Option<Ref<Member>>, "by" "评分人", "who judges" "由谁评分" { starts: Start::Me };
    }
}

fields! {
    /// Praise or criticism (DEV-KA-17).
    pub struct Remark {
        kind: Tone, "kind" "类型", "praise or criticism" "表扬或批评";
        text: String, "text" "内容", "for what" "具体事由";
        by: Option<Ref<Member>>, "by" "提出人", "by whom" "由谁提出" { starts: Start::Me };
        on: Option<Date>, "on" "日期", "when" "日期" { starts: Start::Today };
    }
}

fields! {
    /// The personal plan after a poor result (ITS-4.4.3).
    pub struct Coaching {
        items: List<String>, "items" "内容", "what is trained or changed" "培训与改进的内容";
        due: Option<Date>, "due" "期限", "by when" "最迟完成的日期";
        by: Option<Ref<Member>>, "by" "制定人", "who made the plan" "由谁制定" { starts: Start::Me };
        on: Option<Date>, "on" "日期", "when it was made" "制定的日期" { starts: Start::Today };
        outcome: Option<String>, "outcome" "效果", "what came of it" "辅导的效果";
    }
}

choices! {
    /// The tables of weights: one for each written policy that has one.
    pub enum Scheme {
        Ops "ops" "sales operations" "销售运营",
        Its "its" "sales department" "销售部",
        Tel "tel" "telesales" "电话销售",
    }
}

choices! {
    /// What is weighed.
    pub enum Criterion {
        Results "results" "results" "业绩",
        Customer "customer" "customer development and care" "客户开发与维护",
        Expense "expense" "expense control" "费用控制",
        Teamwork "teamwork" "teamwork" "团队协作",
        SalesAmount "sales_amount" "sales amount" "销售额",
        SalesProfit "sales_profit" "sales profit" "销售利润",
        GrowthRate "growth_rate" "growth of sales" "销售增长率",
        NewCustomers "new_customers" "new customers" "新客户开发",
        Satisfaction "satisfaction" "satisfaction" "客户满意度",
        Development "customer_development" "customer development" "客户开发",
        Skill "skill" "sales skill" "销售技能",
        TagQuality "tag_quality" "tag quality" "标签质量",
    }
}

choices! {
    /// How far an assessment has come.
    pub enum AssessmentStatus {
        Draft "draft" "draft" "草稿",
        Reviewed "reviewed" "reviewed" "已审核",
        Final "final" "final" "已确定",
    }
}

choices! {
    /// What an assessment comes to.
    pub enum Grading {
        Excellent "excellent" "excellent" "优秀",
        Pass "pass" "pass" "合格",
        Fail "fail" "fail" "不合格",
    }
}

choices! {
    /// Of what kind a remark is.
    pub enum Tone {
        Praise "praise" "praise" "表扬",
        Criticism "criticism" "criticism" "批评",
    }
}
