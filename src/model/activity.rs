//! Activities (OPS-3.2 to 3.4, TEL-3.3, DEV-5.4 to 5.9): written once, when they have happened.

use super::common::{Entered, Imported, Next};
use super::customer::Customer;
use super::lead::Lead;
use super::macros::{choices, fields};
use super::member::Member;
use super::opportunity::Opportunity;
use super::script::Script;
use super::types::{List, Ref, Tags, Term};
use crate::base::date::{Date, Instant};
use crate::base::field::{Start, Vocabulary};

fields! {
    /// Something that has happened with a customer.
    pub struct Activity {
        r#type: ActivityType, "type" "类型", "call, visit, e-mail …" "电话、拜访、邮件等" { aliases: &["方式", "活动类型", "跟进方式", "沟通方式"], clauses: &["OPS-3.3.2", "DEV-PROC-6", "TEL-2.1.1", "TEL-4.3.3"] };
        on: Date, "on" "日期", "the day it took place" "发生的日期" { aliases: &["活动日期", "跟进日期", "拜访日期", "date"], clauses: &["OPS-3.3.2"], starts: Start::Today };
        at: Option<Instant>, "at" "时刻", "the moment, where the hour matters" "发生的时刻（需要精确到小时时填写）";
        customer: Option<Ref<Customer>>, "customer" "客户", "with whom" "对应的客户" { aliases: &["客户名称", "公司", "公司名称", "company"] };
        lead: Option<Ref<Lead>>, "lead" "线索", "with which lead" "对应的线索" { clauses: &["TEL-3.1.3"] };
        opportunity: Option<Ref<Opportunity>>, "opportunity" "销售机会", "about which opportunity" "对应的销售机会";
        member: Option<Ref<Member>>, "member" "成员", "who did it" "执行的成员" { aliases: &["销售", "销售人员", "业务员", "跟进人"], starts: Start::Me };
        purpose: Option<Term>, "purpose" "目的", "what for" "目的" { terms: Some(Vocabulary::Purpose) };
        inbound: Option<bool>, "inbound" "客户主动", "whether the customer came to us" "是否由客户主动联系";
        appointment: Option<bool>, "appointment" "已预约", "whether a visit was agreed on beforehand" "拜访是否已事先预约" { clauses: &["DEV-5.4.1"] };
        prep: Option<Box<Prep>>, "preparation" "准备", "what was prepared beforehand" "事先的准备" { clauses: &["OPS-3.4.1", "TEL-3.2.1", "DEV-5.6.3"] };
        script: Option<Ref<Script>>, "script" "话术", "the script that a call went by" "通话所用的话术" { clauses: &["TEL-3.2.2", "TEL-3.3.1"] };
        script_version: Option<i64>, "version of the script" "话术版本", "the version in force at the call" "通话时有效的版本" { via: Some("log"), clauses: &["TEL-5.2.2"] };
        met: List<String>, "met" "接触人", "contacts spoken to, by id or name" "接触的联系人（编号或姓名）" { clauses: &["DEV-5.5.1", "DEV-5.5.2A"] };
        content: Option<String>, "content" "内容", "what was said and done" "沟通和执行的内容" { aliases: &["跟进内容", "沟通内容", "活动内容"], clauses: &["OPS-3.3.2"] };
        feedback: Option<String>, "feedback" "客户反馈", "what the customer said" "客户的反馈" { clauses: &["OPS-3.3.2"] };
        concerns: Option<String>, "concerns" "顾虑", "what worries the customer" "客户的顾虑" { clauses: &["OPS-3.2.1"] };
        objections: List<Objection>, "objections" "异议", "what the customer objected" "客户的异议" { inline: true, clauses: &["TEL-3.3.3", "DEV-5.13.4"] };
        pros: List<String>, "for it" "赞成意见", "what speaks for buying, as weighed with the customer" "与客户权衡时支持购买的意见" { clauses: &["DEV-5.7.2G"] };
        cons: List<String>, "against it" "反对意见", "what speaks against it" "反对购买的意见" { clauses: &["DEV-5.7.2G"] };
        issues: Option<String>, "issues" "问题", "problems, and how they were solved" "问题及解决情况" { clauses: &["OPS-3.3.2"] };
        materials: List<String>, "materials" "资料", "what was handed over" "提供的资料" { clauses: &["DEV-5.4.4", "TEL-3.2.3", "OPS-3.3.1b", "DEV-5.9.2"] };
        samples: List<String>, "samples" "样品", "samples handed over" "提供的样品" { clauses: &["DEV-5.4.4"] };
        result: Option<String>, "result" "结果", "what came of it" "取得的结果" { clauses: &["OPS-3.4.3"] };
        call_result: Option<CallResult>, "result of the call" "通话结果", "how a call ended" "电话的结果" { clauses: &["TEL-3.3.1"] };
        effect: Option<Effect>, "effect" "效果", "good, fair or poor" "好、一般或差" { clauses: &["OPS-3.4.3"] };
        previous: Option<Ref<Activity>>, "previous visit" "上次拜访", "the visit without success that this one follows" "此前未成功的那次拜访" { clauses: &["DEV-5.9.1"] };
        analysis: Option<String>, "analysis" "上次分析", "what the last visit showed" "对上次拜访的分析" { clauses: &["DEV-5.9.1"] };
        new_focus: Option<String>, "new focus" "新重点", "how this visit set about it anew" "本次拜访的新重点和说服方案" { clauses: &["DEV-5.9.3"] };
        next: Option<Next>, "next" "下一步", "the next step agreed on" "约定的下一步" { inline: true, clauses: &["OPS-3.3.2"] };
        amends: Option<Ref<Activity>>, "amends" "更正", "the activity that this one corrects" "所更正的活动";
        note: Option<String>, "note" "备注", "free text" "自由文字" { aliases: &["备注信息", "remark", "remarks", "notes"] };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true, clauses: &["TAG-3.2.2c"] };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

fields! {
    /// An objection and what was done about it.
    pub struct Objection {
        r#type: Option<Term>, "type" "类型", "season, no need, price … as of lost deals" "季节、用不着、价格等，与输单原因同一列表" { terms: Some(Vocabulary::LostReason), clauses: &["DEV-5.12.1", "DEV-5.12.2", "DEV-5.12.3", "DEV-5.12.4", "DEV-5.12.5"] };
        handling: Option<String>, "handling" "处理", "what was answered" "如何答复" { clauses: &["DEV-5.13.4"] };
        resolved: Option<bool>, "resolved" "已化解", "whether it is settled" "是否已化解" { clauses: &["DEV-5.13.4"] };
        words: Option<String>, "words" "原话", "what the customer said" "客户的原话";
    }
}

fields! {
    /// What is prepared before a call or visit (OPS-3.4.1, DEV-5.5.3A to C).
    pub struct Prep {
        background: Option<String>, "background" "背景", "what is known of the customer" "对客户的了解" { clauses: &["OPS-3.4.1", "DEV-5.6.3"] };
        need: Option<String>, "need" "需求", "what it is likely to need" "可能的需求" { clauses: &["OPS-3.4.1"] };
        competitors: Option<String>, "competitors" "竞争对手", "who else offers, and how we compare" "竞争对手及其产品对比" { clauses: &["OPS-3.4.1", "DEV-5.5.3B"] };
        objective: Option<String>, "objective" "目的", "what it is to achieve" "要达到的目的" { clauses: &["OPS-3.4.1"] };
        talking_points: List<String>, "talking points" "谈话要点", "opening, strong points of the other side, benefits" "寒暄话题、对方优势、产品利益" { clauses: &["OPS-3.4.1", "DEV-5.5.3A"] };
        expected_objections: List<Expected>, "expected objections" "预计异议", "what may be asked, and the answer" "可能被质询的问题及回答" { inline: true, clauses: &["DEV-5.5.3C"] };
    }
}

fields! {
    /// An objection that is to be expected.
    pub struct Expected {
        r#type: Option<Term>, "type" "类型", "of which type" "异议的类型" { terms: Some(Vocabulary::LostReason) };
        answer: Option<String>, "answer" "回答", "what to answer" "准备的回答";
    }
}

choices! {
    /// What sort of thing happened.
    pub enum ActivityType {
        Call "call" "call" "电话",
        Visit "visit" "visit" "拜访",
        Email "email" "e-mail" "邮件",
        Sms "sms" "text message" "短信",
        Wechat "wechat" "WeChat" "微信",
        Meeting "meeting" "meeting" "会议",
        Demo "demo" "demo" "演示",
        Social "social" "social" "社交活动",
        Care "care" "care" "关怀",
    }
}

choices! {
    /// How a call ended (TEL-3.3.1).
    pub enum CallResult {
        Connected "connected" "connected" "已接通",
        NoAnswer "no_answer" "no answer" "未接通",
        Refused "refused" "refused" "拒绝",
        Callback "callback" "asked to call back" "约定回电",
        Interested "interested" "interested" "有意向",
        Closed "closed" "closed the deal" "成交",
    }
}

choices! {
    /// How well a visit went (OPS-3.4.3).
    pub enum Effect {
        Good "good" "good" "好",
        Fair "fair" "fair" "一般",
        Poor "poor" "poor" "差",
    }
}
