//! Activities (OPS-3.2 to 3.4, TEL-3.3, DEV-5.4 to 5.9): written once, when they have happened.

use super::common::{Entered, Imported, Next};
use super::customer::Customer;
use super::lead::Lead;
use super::macros::{choices, fields};
use super::member::Member;
use super::opportunity::Opportunity;
use super::types::{List, Ref, Tags, Term};
use crate::base::date::{Date, Instant};
use crate::base::field::{Start, Vocabulary};

fields! {
    /// Something that has happened with a customer.
    pub struct Activity {
        r#type: ActivityType, "type" "类型", "call, visit, e-mail …" "电话、拜访、邮件等" { aliases: &["方式", "活动类型", "跟进方式", "沟通方式"], clauses: &["OPS-3.3.2"] };
        on: Date, "on" "日期", "the day it took place" "发生的日期" { aliases: &["活动日期", "跟进日期", "拜访日期", "date"], clauses: &["OPS-3.3.2"], starts: Start::Today };
        at: Option<Instant>, "at" "时刻", "the moment, where the hour matters" "发生的时刻（需要精确到小时时填写）";
        customer: Option<Ref<Customer>>, "customer" "客户", "with whom" "对应的客户" { aliases: &["客户名称", "公司", "公司名称", "company"] };
        lead: Option<Ref<Lead>>, "lead" "线索", "with which lead" "对应的线索" { clauses: &["TEL-3.1.3"] };
        opportunity: Option<Ref<Opportunity>>, "opportunity" "销售机会", "about which opportunity" "对应的销售机会";
        member: Option<Ref<Member>>, "member" "成员", "who did it" "执行的成员" { aliases: &["销售", "销售人员", "业务员", "跟进人"], starts: Start::Me };
        purpose: Option<Term>, "purpose" "目的", "what for" "目的" { terms: Some(Vocabulary::Purpose) };
        met: List<String>, "met" "接触人", "contacts spoken to, by id or name" "接触的联系人（编号或姓名）";
        content: Option<String>, "content" "内容", "what was said and done" "沟通和执行的内容" { aliases: &["跟进内容", "沟通内容", "活动内容"], clauses: &["OPS-3.3.2"] };
        feedback: Option<String>, "feedback" "客户反馈", "what the customer said" "客户的反馈" { clauses: &["OPS-3.3.2"] };
        concerns: Option<String>, "concerns" "顾虑", "what worries the customer" "客户的顾虑" { clauses: &["OPS-3.2.1"] };
        objections: List<Objection>, "objections" "异议", "what the customer objected" "客户的异议" { inline: true };
        issues: Option<String>, "issues" "问题", "problems, and how they were solved" "问题及解决情况" { clauses: &["OPS-3.3.2"] };
        materials: List<String>, "materials" "资料", "what was handed over" "提供的资料";
        samples: List<String>, "samples" "样品", "samples handed over" "提供的样品";
        result: Option<String>, "result" "结果", "what came of it" "取得的结果";
        analysis: Option<String>, "analysis" "上次分析", "what the last visit showed" "对上次拜访的分析";
        new_focus: Option<String>, "new focus" "新重点", "what this visit was for" "本次拜访的新重点";
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
        r#type: Option<String>, "type" "类型", "price, quality, need …" "价格、质量、需求等";
        handling: Option<String>, "handling" "处理", "what was answered" "如何答复";
        resolved: Option<bool>, "resolved" "已化解", "whether it is settled" "是否已化解";
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
