//! What several kinds share: stamps, next steps, moves.

use super::macros::{choices, fields};
use super::member::Member;
use super::types::{List, Ref, Term};
use crate::base::currency::Currency;
use crate::base::date::{Date, Instant};
use crate::base::decimal::Decimal;

fields! {
    /// Who entered a record, and when (TAG-3.2.2c).
    pub struct Entered {
        at: Instant, "entered at" "录入时间", "when it was entered" "录入的时刻";
        by: Option<Ref<Member>>, "entered by" "录入人员", "who entered it" "录入的人";
    }
}

fields! {
    /// Where a record was imported from. Rules about evidence judge it from its next own step.
    pub struct Imported {
        from: String, "source" "来源", "the file it came from" "导入的来源文件";
        key: String, "key" "键", "what tells the row apart at its source; a second import finds it by this" "在来源中的唯一键，再次导入时据此对应";
        on: Date, "on" "日期", "the day of the import" "导入日期";
    }
}

fields! {
    /// The next step agreed on.
    pub struct Next {
        on: Option<Date>, "on" "日期", "when it is due" "应完成的日期" { aliases: &["下次跟进", "下次跟进日期", "下次跟进时间", "下次联系日期", "next date", "follow-up date"] };
        what: Option<String>, "what" "事项", "what is to be done" "要做的事" { aliases: &["下次计划", "跟进计划", "下一步计划", "next action"] };
    }
}

fields! {
    /// One step of a record's life, written by the command that took it. Only ever added to.
    pub struct Move {
        on: Date, "on" "日期", "the day of the step" "发生日期";
        by: Option<Ref<Member>>, "by" "经办人", "who took it" "由谁办理";
        stage: Option<Term>, "stage" "阶段", "the stage entered" "进入的销售阶段" { terms: Some(crate::base::field::Vocabulary::Stage) };
        owner: Option<Ref<Member>>, "owner" "负责人", "the new owner" "新的负责人";
        pool: Option<bool>, "public pool" "公海", "true where it went into the public pool and is nobody's; false where it was taken out" "进入公海为 true，此后无人负责；从公海领取为 false";
        from: Option<Ref<Member>>, "from" "原负责人", "who had it until then" "此前的负责人";
        outcome: Option<Outcome>, "outcome" "结果", "the new outcome" "新的结果";
        status: Option<String>, "status" "状态", "the status entered" "进入的状态";
        reason: Option<String>, "reason" "原因", "why" "原因说明";
        waived: List<String>, "waived" "豁免", "gates passed without what they ask for" "未满足而豁免的关卡";
    }
}

fields! {
    /// What was true when an opportunity was closed; figures of the past use it.
    pub struct Closed {
        on: Date, "on" "日期", "the day it was closed" "关闭日期";
        by: Option<Ref<Member>>, "by" "经办人", "who closed it" "由谁关闭";
        owner: Option<Ref<Member>>, "owner" "负责人", "its owner then" "当时的负责人";
        team: Option<String>, "team" "团队", "the owner's team then" "当时的团队";
        territory: Option<Ref<super::territory::Territory>>, "territory" "区域", "its territory then" "当时的区域";
        amount: Option<Decimal>, "amount" "金额", "its amount then" "当时的金额";
        currency: Option<Currency>, "currency" "币种", "the currency of the amount" "金额的币种";
    }
}

choices! {
    /// What became of an opportunity (own: the stages have no place for a loss).
    pub enum Outcome {
        Open "open" "open" "进行中",
        Won "won" "won" "赢单",
        Lost "lost" "lost" "输单",
        Suspended "suspended" "suspended" "搁置",
    }
}

choices! {
    /// High, middle or low: intent of a customer or an opportunity (TAG-2.1.5).
    pub enum Degree {
        High "high" "high" "高",
        Mid "mid" "mid" "中",
        Low "low" "low" "低",
    }
}

choices! {
    /// A, B or C: customers (TEL-4.2) and opportunities (OPS-4.2), by different rules.
    pub enum Grade {
        A "A" "A" "A级",
        B "B" "B" "B级",
        C "C" "C" "C级",
    }
}

choices! {
    /// How clear a need is (OPS-4.2.2).
    pub enum Clarity {
        Clear "clear" "clear" "明确",
        Partly "partly" "partly clear" "部分明确",
        Unclear "unclear" "unclear" "不明确",
    }
}

choices! {
    /// The way a member or a customer is worked.
    pub enum Channel {
        Field "field" "field sales" "外勤销售",
        Telesales "telesales" "telesales" "电话销售",
        KeyAccount "key_account" "key accounts" "大客户",
        Service "service" "service" "客户服务",
        Ecommerce "ecommerce" "e-commerce" "电子商务",
    }
}
