//! Opportunities (OPS-4.1 to 4.3, TAG-2.2, DEV-5.10).

use super::campaign::Campaign;
use super::common::{Clarity, Closed, Degree, Entered, Grade, Imported, Move, Next, Outcome};
use super::customer::{Budget, Customer, Override};
use super::lead::Lead;
use super::macros::{choices, fields};
use super::member::Member;
use super::product::Product;
use super::territory::Territory;
use super::types::{AnyRef, List, Ref, Tags, Term};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Ends, Start, Vocabulary};
use crate::base::id::Id;

fields! {
    /// A sales opportunity: a chance to sell to a customer, moving through the stages.
    pub struct Opportunity {
        customer: Option<Ref<Customer>>, "customer" "客户", "who would buy" "购买方" { aliases: &["客户名称", "公司", "公司名称", "单位", "单位名称", "company", "account"], clauses: &["OPS-4.1.1"] };
        name: Option<String>, "name" "机会名称", "what people call it" "机会的名称" { aliases: &["机会", "商机", "商机名称", "项目", "项目名称", "opportunity", "deal", "deal name"] };
        via: Option<Ref<Customer>>, "via" "经由经销商", "the dealer in between" "中间的经销商";
        r#type: Option<Term>, "type" "业务类型", "new, repeat, upsell or renewal" "新购、复购、增购或续约" { aliases: &["类型", "商机类型"], terms: Some(Vocabulary::OpportunityType) };
        source: Option<Term>, "source" "来源", "where it came from" "机会的来源" { aliases: &["机会来源", "商机来源", "客户来源", "线索来源", "渠道来源", "lead source"], terms: Some(Vocabulary::Source), clauses: &["TAG-2.2.1a", "TAG-2.2.1b", "TAG-2.2.1c", "TAG-2.2.1d", "TAG-2.2.1e"] };
        lead: Option<Ref<Lead>>, "lead" "线索", "the lead that it was" "由哪条线索转化而来" { via: Some("convert"), clauses: &["OPS-4.1.1"] };
        campaign: Option<Ref<Campaign>>, "campaign" "市场活动", "the campaign that brought it" "带来机会的市场活动";
        referrer: Option<AnyRef>, "referrer" "推荐人", "the member or customer who referred it, as `member/li-wei`" "推荐机会的成员或客户，如 `member/li-wei`" { clauses: &["OPS-2.1.2"] };
        territory: Option<Ref<Territory>>, "territory" "区域", "the territory, where it is not the customer's" "销售区域（与客户不同时填写）";
        need_clarity: Option<Clarity>, "need clarity" "需求明确度", "how clear the need is" "需求是否明确" { clauses: &["OPS-4.2.2"] };
        intent: Option<Degree>, "intent" "购买意向", "high, middle or low" "高、中或低" { aliases: &["意向", "意向程度"], clauses: &["OPS-4.2.2"] };
        interest_evidence: Option<String>, "interest evidence" "意向依据", "what shows that the customer is interested" "表明客户有意向的事实" { clauses: &["OPS-4.1.1"] };
        needs: Option<Box<Needs>>, "needs" "需求", "what the customer needs and how it buys" "客户需求与采购方式" { clauses: &["OPS-4.1.2"] };
        competition: Option<Box<Competition>>, "competition" "竞争情况", "who else is after it" "竞争对手情况" { clauses: &["TAG-2.2.3a", "OPS-4.1.2"] };
        competitive_position: Option<Position>, "competitive position" "竞争地位", "ahead, even or behind" "领先、持平或落后" { clauses: &["OPS-4.2.2"] };
        evaluation: Option<Box<Evaluation>>, "evaluation" "机会评估", "feasibility, return and risk" "可行性、回报与风险" { clauses: &["OPS-4.2.1"] };
        grade: Option<Grade>, "grade" "机会等级", "A, B or C" "机会等级 A、B、C" { aliases: &["等级", "级别"], via: Some("grade"), clauses: &["OPS-4.2.1"] };
        grade_override: Option<Box<Override>>, "grade override" "等级人工调整", "why the grade differs from the computed one" "等级不同于计算结果的原因" { inline: true, via: Some("grade") };
        task_force: List<TaskForceMember>, "task force" "专项小组", "who works on it together" "专项销售小组" { inline: true, list_key: Some("member"), clauses: &["OPS-4.3.1a"] };
        decision_process: Option<String>, "decision process" "决策流程", "how the customer decides" "客户的决策流程";
        note: Option<String>, "note" "备注", "free text" "自由文字" { aliases: &["备注信息", "remark", "remarks", "notes"] };
        stage: Term, "stage" "销售阶段", "how far it has come" "当前所处阶段" { aliases: &["阶段", "当前阶段"], terms: Some(Vocabulary::Stage), apart: true, via: Some("advance"), clauses: &["TAG-2.2.2.1", "TAG-2.2.2.2", "TAG-2.2.2.3", "TAG-2.2.2.4", "TAG-2.2.2.5", "TAG-2.2.2.6", "TAG-2.2.2.7", "TAG-2.2.2.8"], starts: Start::First };
        outcome: Option<Outcome>, "outcome" "结果", "open unless closed" "未关闭即为进行中" { aliases: &["状态", "status"], via: Some("win"), ends: Ends::At(&["won", "lost", "suspended"]) };
        amount: Option<Decimal>, "amount" "预计金额", "the amount expected; derived where lines have prices" "预计金额；明细有价格时由明细得出" { aliases: &["金额", "合同金额", "成交金额", "销售金额", "交易额"], apart: true };
        currency: Option<Currency>, "currency" "币种", "the currency of the amounts; else the policy's" "金额的币种，缺省用制度的币种";
        lines: List<Line>, "lines" "产品明细", "the products and their prices" "产品及价格";
        expected_close: Option<Date>, "expected close" "预计成交日期", "when it should be decided" "预计成交的日期" { aliases: &["预计成交", "预计成交时间", "预计签单日期", "预计签约日期", "close date", "expected close date"], clauses: &["OPS-4.1.2"] };
        owner: Option<Ref<Member>>, "owner" "负责人", "who works it" "负责的销售" { aliases: &["销售", "销售人员", "业务员", "跟进人", "归属人", "sales rep", "salesperson", "sales person"], apart: true, starts: Start::Me };
        next: Option<Box<Next>>, "next" "下一步", "the next step agreed on" "约定的下一步" { apart: true };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "stages, owners and outcomes, written by commands" "阶段、负责人和结果的变动，由命令写入" { inline: true, via: Some("advance") };
        closed: Option<Box<Closed>>, "closed" "关闭", "what was true when it was closed" "关闭时的情况" { inline: true, via: Some("win") };
        lost_reason: Option<Term>, "lost reason" "输单原因", "why it was lost" "为何输单" { terms: Some(Vocabulary::LostReason), via: Some("lose"), clauses: &["DEV-5.12.1", "DEV-5.12.2", "DEV-5.12.3", "DEV-5.12.4", "DEV-5.12.5"] };
        lesson: Option<Box<Lesson>>, "lesson" "经验教训", "what to learn from it" "值得总结的经验" { clauses: &["DEV-5.10"] };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Opportunity {
    /// The outcome; open where none is written.
    pub fn outcome(&self) -> Outcome {
        self.outcome.unwrap_or(Outcome::Open)
    }

    /// Whether the amount follows from its lines: each of them has a price.
    pub fn is_priced_by_line(&self) -> bool {
        !self.lines.is_empty() && self.lines.iter().all(|line| line.price.is_some())
    }

    /// The amount: the sum of the lines where all have prices, else the amount written down.
    pub fn total(&self) -> Option<Decimal> {
        if self.is_priced_by_line() { total(&self.lines) } else { self.amount }
    }
}

/// The sum of lines; `None` where there is none, or one has no price.
pub fn total(lines: &[Line]) -> Option<Decimal> {
    let mut totals = lines.iter().map(Line::total);
    let first = totals.next()??;
    totals.try_fold(first, |sum, total| sum.checked_add(total?))
}

fields! {
    /// What the customer needs and how it buys (OPS-4.1.2, ITS-3.2).
    pub struct Needs {
        summary: Option<String>, "summary" "需求概述", "the need in a sentence" "一句话说明需求" { aliases: &["客户需求", "需求描述"], clauses: &["OPS-4.1.2"] };
        objective: Option<String>, "objective" "目标", "what the customer hopes for" "客户期望达到的目标" { clauses: &["OPS-4.1.2"] };
        special: List<super::customer::SpecialNeed>, "special needs" "特殊需求", "needs out of the ordinary" "特殊的需求" { inline: true };
        budget: Option<Box<Budget>>, "budget" "预算", "what the customer can spend" "客户的预算" { clauses: &["ITS-3.2.1"] };
        process: Option<Box<Process>>, "purchasing process" "采购流程", "how the customer buys" "客户的采购流程" { clauses: &["ITS-3.2.1"] };
        pain_points: List<String>, "pain points" "痛点", "what hurts today" "客户当前的痛点" { clauses: &["ITS-3.2.2"] };
        alignment: Option<Box<Alignment>>, "alignment" "需求确认", "what the customer has confirmed" "客户已确认的内容" { clauses: &["ITS-3.2.3"] };
    }
}

fields! {
    /// How a customer buys.
    pub struct Process {
        steps: Option<String>, "steps" "步骤", "the steps of buying" "采购的步骤";
        decision_makers: List<String>, "decision makers" "决策人", "contacts who decide" "参与决策的联系人";
        timeline: Option<String>, "timeline" "时间安排", "when what is decided" "各步骤的时间";
    }
}

fields! {
    /// What a customer has confirmed about a solution (ITS-3.2.2).
    pub struct Alignment {
        feasibility: Option<String>, "feasibility" "可行性", "whether it can be done" "方案是否可行";
        expected_goals: Option<String>, "expected goals" "预期目标", "what it should achieve" "应达到的目标";
        confirmed_by: Option<String>, "confirmed by" "确认人", "the contact who confirmed it" "由哪位联系人确认";
        on: Option<Date>, "on" "日期", "when it was confirmed" "确认的日期";
    }
}

fields! {
    /// Who else is after an opportunity (TAG-2.2.3).
    pub struct Competition {
        none_known: Option<bool>, "none known" "未发现竞争", "whether nobody is known to be" "是否未发现竞争对手";
        rivals: List<Rival>, "rivals" "竞争对手", "the competitors" "竞争对手" { list_key: Some("id") };
    }
}

fields! {
    /// A competitor in an opportunity.
    pub struct Rival {
        id: Id, "id" "编号", "the address of the entry" "条目的编号";
        name: String, "name" "名称", "who it is" "竞争对手名称";
        advantages: List<Trait>, "our advantages" "我方优势", "where we are better" "我方强于对手之处" { inline: true, clauses: &["TAG-2.2.3b"] };
        disadvantages: List<Trait>, "our disadvantages" "我方劣势", "where we are worse" "我方弱于对手之处" { inline: true, clauses: &["TAG-2.2.3c"] };
        noted_on: Option<Date>, "noted on" "记录日期", "when this was learnt" "获知的日期";
    }
}

fields! {
    /// A strength or weakness.
    pub struct Trait {
        aspect: Term, "aspect" "方面", "product, price, service, brand, other" "产品、价格、服务、品牌等" { terms: Some(Vocabulary::Aspect) };
        note: Option<String>, "note" "说明", "what it is" "具体说明";
    }
}

fields! {
    /// What we think of an opportunity (OPS-4.2.1).
    pub struct Evaluation {
        feasibility: Option<i64>, "feasibility" "可行性", "1 to 5" "1 至 5";
        r#return: Option<i64>, "return" "回报", "1 to 5" "1 至 5";
        risks: List<String>, "risks" "风险", "what may go wrong" "可能的风险";
        probability: Option<i64>, "probability" "成交概率", "the chance to win, in per cent; wins over the stage's" "成交概率（百分比），优先于阶段的概率" { clauses: &["OPS-4.2.1"] };
        by: Option<Ref<Member>>, "by" "评估人", "who judged" "由谁评估";
        on: Option<Date>, "on" "日期", "when this was judged" "评估的日期";
    }
}

fields! {
    /// A member of a task force (OPS-4.3.1a).
    pub struct TaskForceMember {
        member: Ref<Member>, "member" "成员", "who" "成员";
        role: Option<String>, "role" "分工", "what for" "承担的分工";
    }
}

fields! {
    /// A product in an opportunity.
    pub struct Line {
        product: Ref<Product>, "product" "产品", "which product" "哪个产品";
        qty: Option<Decimal>, "quantity" "数量", "how much; 1 where not said" "数量，缺省为 1";
        price: Option<Decimal>, "price" "单价", "the price of one" "单价";
    }
}

impl Line {
    /// Price times quantity; `None` without a price.
    pub fn total(&self) -> Option<Decimal> {
        self.price?.checked_mul(self.qty.unwrap_or(Decimal::from_int(1)))
    }
}

fields! {
    /// What to learn from a closed opportunity.
    pub struct Lesson {
        worked: Option<String>, "what worked" "有效做法", "what went well" "做得好的地方";
        failed: Option<String>, "what failed" "不足之处", "what went wrong" "做得不好的地方";
    }
}

choices! {
    /// How we stand against competitors (OPS-4.2.2).
    pub enum Position {
        Ahead "ahead" "ahead" "领先",
        Even "even" "even" "持平",
        Behind "behind" "behind" "落后",
        Unknown "unknown" "unknown" "未知",
    }
}
