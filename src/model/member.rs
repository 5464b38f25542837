//! Members (TAG-2.4, TAG-4.3, TAG-6.3).

use super::common::{Channel, Entered, Imported};
use super::macros::fields;
use super::territory::Territory;
use super::types::{List, Ref, Tags, Term};
use crate::base::date::Date;
use crate::base::field::Vocabulary;

fields! {
    /// A member of the sales department or of a department beside it.
    pub struct Member {
        name: String, "name" "姓名", "the person's name" "成员姓名" { aliases: &["员工", "员工姓名", "成员", "full name"], clauses: &["TAG-2.4.1"] };
        aliases: List<String>, "aliases" "别名", "other names that people use" "常用的其他称呼";
        email: Option<String>, "e-mail" "电子邮箱", "the address that signs the member's commits" "提交记录所用的邮箱" { aliases: &["邮箱", "电邮", "email address", "mail"] };
        role: Option<Term>, "role" "岗位", "the post" "职务或岗位" { aliases: &["职务", "职位", "岗位名称", "职级", "position", "title"], terms: Some(Vocabulary::Role), clauses: &["TAG-2.4.2", "OPS-8.1.1"] };
        extra_roles: List<Term>, "extra roles" "兼任", "duties beside the post" "岗位之外的职责" { terms: Some(Vocabulary::Role) };
        reports_to: Option<Ref<Member>>, "reports to" "上级", "the direct superior" "直接上级" { aliases: &["直属上级", "直接上级", "主管", "manager"] };
        department: Option<String>, "department" "部门", "the department" "所属部门" { aliases: &["所属部门"] };
        team: Option<String>, "team" "团队", "the team" "所属团队" { aliases: &["小组", "所属团队"] };
        office: Option<String>, "office" "办公地", "the place of work" "办公地点" { aliases: &["办公地点", "工作地点"] };
        territory: Option<Ref<Territory>>, "territory" "区域", "the territory worked" "负责的区域";
        channel: Option<Channel>, "channel" "渠道", "how the member sells" "销售方式";
        joined_on: Option<Date>, "joined on" "入职日期", "the first day" "入职的日期" { aliases: &["入职时间", "入职日", "start date"], clauses: &["TAG-2.4.3"] };
        left_on: Option<Date>, "left on" "离职日期", "the day after the last" "离职的日期" { aliases: &["离职时间"] };
        duties: Option<String>, "duties" "职责", "what the post asks for" "岗位职责" { clauses: &["OPS-8.1.1"] };
        expertise: List<Expertise>, "expertise" "专长", "what the member knows well" "擅长的领域" { clauses: &["TAG-2.4.4", "OPS-2.4.1"], inline: true };
        career: Option<String>, "career" "履历", "earlier posts" "工作经历";
        nda: Option<Box<Nda>>, "NDA" "保密协议", "the agreement that opens sensitive data" "接触敏感数据所需的协议" { clauses: &["TAG-6.3.1"] };
        away: List<Away>, "away" "不在岗", "when the member is away, and who decides instead" "不在岗的期间及代为审批的成员" { inline: true };
        note: Option<String>, "note" "备注", "free text" "自由文字" { aliases: &["备注信息", "remark", "remarks", "notes"] };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true, clauses: &["TAG-3.2.2c"] };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

fields! {
    /// One thing a member knows well.
    pub struct Expertise {
        kind: String, "kind" "类别", "product, industry, region …" "产品、行业、地区等";
        value: String, "value" "内容", "which one" "具体内容";
    }
}

fields! {
    /// A time in which somebody else decides for a member.
    pub struct Away {
        from: Date, "from" "开始日期", "the first day" "第一天";
        until: Date, "until" "结束日期", "the last day" "最后一天";
        to: Ref<Member>, "to" "代理人", "who decides instead" "代为审批的成员";
    }
}

fields! {
    /// A signed agreement of secrecy (TAG-6.3.1).
    pub struct Nda {
        signed_on: Date, "signed on" "签署日期", "the day of signature" "签署的日期";
        doc: Option<String>, "document" "文件", "where the paper is kept" "文件存放处";
    }
}
