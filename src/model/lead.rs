//! Leads (OPS-2, ITS-3.1, TEL-3.1, DEV-5.1 to 5.2).

use super::campaign::Campaign;
use super::common::{Channel, Clarity, Degree, Entered, Imported, Move, Next};
use super::customer::{Budget, Customer, Override};
use super::macros::{choices, fields};
use super::member::Member;
use super::opportunity::Opportunity;
use super::product::Product;
use super::territory::Territory;
use super::types::{AnyRef, List, Ref, Secret, Tags, Term};
use crate::base::currency::Currency;
use crate::base::date::{Date, Instant};
use crate::base::decimal::Decimal;
use crate::base::field::{Ends, Vocabulary};

fields! {
    /// Somebody who may become a customer, before anybody knows whether.
    pub struct Lead {
        name: Option<String>, "name" "线索名称", "the company, or what people call it" "公司名称或线索的称呼" { aliases: &["公司", "公司名称", "公司名", "单位", "单位名称", "企业", "企业名称", "客户名称", "线索", "company", "company name", "organisation", "organization", "account", "lead"], clauses: &["OPS-2.2.1"] };
        contact: Option<Box<LeadContact>>, "contact" "联系人", "the person to talk to" "联系人" { clauses: &["OPS-2.2.1"] };
        source: Option<Term>, "source" "来源", "where it came from" "线索的来源渠道" { aliases: &["线索来源", "客户来源", "来源渠道", "获客渠道", "lead source"], terms: Some(Vocabulary::LeadSource), clauses: &["OPS-2.1.1", "OPS-2.2.1", "ITS-3.1.1", "TEL-3.1.1"] };
        campaign: Option<Ref<Campaign>>, "campaign" "市场活动", "the campaign that brought it" "带来线索的市场活动" { aliases: &["展会名称", "活动名称"], clauses: &["OPS-2.1.1"] };
        referrer: Option<AnyRef>, "referrer" "推荐人", "the member or customer who referred it, as `member/li-wei`" "推荐线索的成员或客户，如 `member/li-wei`" { clauses: &["OPS-2.1.2"] };
        received_at: Option<Instant>, "received at" "收到时间", "when it was received" "收到线索的时刻" { aliases: &["接收时间", "登记时间", "获取时间"], clauses: &["OPS-2.2.1"] };
        handed_over_at: Option<Instant>, "handed over at" "移交时间", "when marketing handed it to sales" "市场部移交销售的时刻" { clauses: &["OPS-2.1.1"] };
        prescreen: Option<Box<Prescreen>>, "prescreening" "初步筛选", "the first look at a lead found online" "网络线索的初步筛选" { inline: true, clauses: &["OPS-2.1.3"] };
        territory: Option<Ref<Territory>>, "territory" "区域", "the sales territory" "销售区域";
        segment: Option<String>, "segment" "细分市场", "the target market that it belongs to" "所属的目标市场" { clauses: &["DEV-PROC-1"] };
        channel: Option<Channel>, "channel" "渠道", "how it is sold to" "销售渠道";
        need: Option<String>, "need" "需求", "what it needs" "客户需求" { aliases: &["客户需求", "需求描述", "需求内容", "咨询内容", "requirement", "requirements"], clauses: &["OPS-2.2.1"] };
        need_clarity: Option<Clarity>, "need clarity" "需求明确度", "how clear the need is" "需求是否明确" { clauses: &["OPS-2.3.2"] };
        intent: Option<Degree>, "intent" "购买意向", "high, middle or low" "高、中或低" { aliases: &["意向", "意向程度"], clauses: &["OPS-2.3.1"] };
        products: List<Ref<Product>>, "products" "意向产品", "the products asked for" "感兴趣的产品" { aliases: &["产品", "意向产品名称", "咨询产品", "感兴趣产品"], clauses: &["OPS-2.3.1"] };
        expected_amount: Option<Decimal>, "expected amount" "潜在金额", "what it may buy for" "可能采购的金额" { aliases: &["预计金额", "意向金额", "预计采购金额"], clauses: &["OPS-2.3.1"] };
        currency: Option<Currency>, "currency" "币种", "the currency of the amounts; else the policy's" "金额的币种，缺省用制度的币种";
        budget: Option<Box<Budget>>, "budget" "预算", "what it can spend" "采购预算" { inline: true };
        score: Option<Score>, "score" "评分", "fit, intent and value given by hand, 0 to 5" "人工给出的匹配度、意向和价值，0 至 5" { inline: true, clauses: &["OPS-2.3.1"] };
        note: Option<String>, "note" "备注", "free text" "自由文字" { aliases: &["备注信息", "说明", "remark", "remarks", "notes", "comment", "comments"] };
        status: Option<LeadStatus>, "status" "状态", "how far it has come; new where not said" "进展，缺省为新线索" { aliases: &["线索状态", "跟进状态"], apart: true, ends: Ends::At(&["converted", "abandoned"]) };
        grade: Option<Degree>, "grade" "线索等级", "high, middle or low" "线索等级高、中、低" { via: Some("grade"), clauses: &["OPS-2.3.1", "OPS-2.3.2", "OPS-2.3.3", "OPS-2.3.4"] };
        graded: Option<Graded>, "graded" "评级", "when it was graded, and by whom" "评级的日期和经办人" { inline: true, via: Some("grade"), clauses: &["OPS-2.3.1"] };
        grade_override: Option<Box<Override>>, "grade override" "等级人工调整", "why the grade differs from the computed one" "等级不同于计算结果的原因" { inline: true, via: Some("grade") };
        owner: Option<Ref<Member>>, "owner" "负责人", "who works it" "跟进的销售" { via: Some("assign"), aliases: &["销售", "销售人员", "业务员", "跟进人", "归属人", "接待人", "sales rep", "salesperson", "sales person"], apart: true, clauses: &["OPS-2.4.1"] };
        assignment: Option<Box<Assignment>>, "assignment" "分配", "to whom it was given, what is asked, and until when" "分配给谁、有何要求、何时首次接触" { apart: true, via: Some("assign"), clauses: &["OPS-2.4.2"] };
        next: Option<Box<Next>>, "next" "下一步", "the next step agreed on" "约定的下一步" { apart: true, clauses: &["OPS-2.3.3"] };
        abandon_reason: Option<String>, "reason for abandoning" "放弃原因", "why it was given up" "为何放弃" { clauses: &["OPS-2.3.4"] };
        customer: Option<Ref<Customer>>, "customer" "客户", "the customer that it became" "转化成的客户" { via: Some("convert") };
        opportunity: Option<Ref<Opportunity>>, "opportunity" "销售机会", "the opportunity that it became" "转化成的销售机会" { via: Some("convert") };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "changes of owner, written by commands" "负责人的变动，由命令写入" { inline: true, via: Some("assign") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true, clauses: &["OPS-2.2.1"] };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Lead {
    /// How far it has come. Where nothing more is written, what has happened says so: it was
    /// assigned, it was graded, or it is new.
    pub fn status(&self) -> LeadStatus {
        match self.status.unwrap_or(LeadStatus::New) {
            LeadStatus::New if self.assignment.is_some() => LeadStatus::Assigned,
            LeadStatus::New if self.grade.is_some() => LeadStatus::Graded,
            status => status,
        }
    }

    /// Whether somebody has to do something with it.
    pub fn is_open(&self) -> bool {
        !matches!(self.status(), LeadStatus::Converted | LeadStatus::Abandoned)
    }
}

fields! {
    /// The person behind a lead.
    pub struct LeadContact {
        name: Option<String>, "name" "姓名", "the person's name" "联系人姓名" { aliases: &["联系人姓名", "contact name", "contact person"] };
        position: Option<String>, "position" "职位", "the post" "职务" { aliases: &["职务", "岗位", "联系人职位", "title", "job title"] };
        phone: Option<Secret<String>>, "phone" "电话", "the telephone number" "联系电话" { aliases: &["手机", "手机号", "手机号码", "联系手机", "联系电话", "联系方式", "电话号码", "mobile", "mobile phone", "phone number", "telephone", "tel"], clauses: &["OPS-2.2.1"] };
        email: Option<Secret<String>>, "e-mail" "电子邮箱", "the e-mail address" "电子邮箱" { aliases: &["邮箱", "邮件", "邮箱地址", "电邮", "email address", "mail"], clauses: &["OPS-2.2.1"] };
        wechat: Option<Secret<String>>, "WeChat" "微信", "the WeChat name" "微信号" { aliases: &["微信号", "weixin"] };
    }
}

fields! {
    /// The first look at a lead found online (OPS-2.1.3).
    pub struct Prescreen {
        passed: bool, "passed" "通过", "whether it is worth keeping" "是否值得保留";
        by: Option<Ref<Member>>, "by" "经办人", "who looked" "由谁筛选";
        on: Option<Date>, "on" "日期", "when" "筛选的日期";
        note: Option<String>, "note" "说明", "what was seen" "筛选的发现";
    }
}

fields! {
    /// Scores given by hand, each 0 to 5; they win over the computed ones (OPS-2.3.1).
    pub struct Score {
        fit: Option<i64>, "fit" "匹配度", "how well the need fits our offering, 0 to 5" "需求与产品的匹配度，0 至 5";
        intent: Option<i64>, "intent" "意向", "how much it wants to buy, 0 to 5" "购买意向，0 至 5";
        value: Option<i64>, "value" "价值", "what it may be worth, 0 to 5" "潜在价值，0 至 5";
    }
}

fields! {
    /// A lead given to a member (OPS-2.4.2).
    pub struct Assignment {
        to: Ref<Member>, "to" "分配给", "who got it" "得到线索的成员";
        by: Option<Ref<Member>>, "by" "经办人", "who gave it" "由谁分配";
        at: Instant, "at" "时刻", "when" "分配的时刻";
        requirement: Option<String>, "requirement" "要求", "what is asked for" "跟进要求" { clauses: &["OPS-2.4.2"] };
        first_contact_due: Option<Instant>, "first contact due" "首次接触期限", "until when it is to be contacted" "最迟何时首次接触" { clauses: &["OPS-2.4.2", "OPS-3.2.1"] };
        acknowledged_at: Option<Instant>, "acknowledged at" "接收时间", "when the member took note of it" "成员确认接收的时刻" { clauses: &["OPS-2.4.2"] };
    }
}

fields! {
    /// When a record was graded, and by whom.
    pub struct Graded {
        on: Date, "on" "日期", "when" "评级的日期";
        by: Option<Ref<Member>>, "by" "经办人", "who graded it" "由谁评级";
    }
}

choices! {
    /// How far a lead has come (OPS-2).
    pub enum LeadStatus {
        New "new" "new" "新线索",
        Graded "graded" "graded" "已评级",
        Assigned "assigned" "assigned" "已分配",
        Contacted "contacted" "contacted" "已联系",
        Nurturing "nurturing" "nurturing" "培育中",
        Converted "converted" "converted" "已转化",
        Abandoned "abandoned" "abandoned" "已放弃",
    }
}
