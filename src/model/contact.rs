//! Contacts inside a customer (TAG-2.1.1c, DEV-5.5.2A).

use super::macros::{choices, fields};
use super::types::Secret;
use crate::base::date::Date;
use crate::base::id::Id;

fields! {
    /// A person at a customer. The id is random: persons' names never become ids.
    pub struct Contact {
        id: Id, "id" "编号", "the address of the contact inside the file" "联系人在文件内的编号";
        name: String, "name" "姓名", "the person's name" "联系人姓名" { aliases: &["联系人姓名", "contact", "contact name", "contact person"], clauses: &["TAG-2.1.1c"] };
        position: Option<String>, "position" "职位", "the post" "职务" { aliases: &["职务", "岗位", "联系人职位", "title", "job title"], clauses: &["TAG-2.1.1d"] };
        phone: Option<Secret<String>>, "phone" "电话", "the telephone number" "联系电话" { aliases: &["手机", "手机号", "手机号码", "联系手机", "联系电话", "联系方式", "电话号码", "mobile", "mobile phone", "phone number", "telephone", "tel"], clauses: &["TAG-2.1.1e"] };
        email: Option<Secret<String>>, "e-mail" "电子邮箱", "the e-mail address" "电子邮箱" { aliases: &["邮箱", "邮件", "邮箱地址", "电邮", "email address", "mail"], clauses: &["TAG-2.1.1f"] };
        wechat: Option<Secret<String>>, "WeChat" "微信", "the WeChat name" "微信号" { aliases: &["微信号", "weixin"] };
        primary: Option<bool>, "primary" "主要联系人", "whether this is the one to ask first" "是否主要联系人";
        preferred_channel: Option<String>, "preferred channel" "偏好联系方式", "how the person likes to be reached" "偏好的联系方式";
        decision_role: Option<DecisionRole>, "decision role" "决策角色", "what the person decides" "在决策中的角色" { clauses: &["DEV-5.5.2A"] };
        attitude: Option<Attitude>, "attitude" "态度", "how the person stands to us" "对我方的态度" { clauses: &["DEV-5.5.2B"] };
        birthday: Option<Secret<Date>>, "birthday" "生日", "the birthday" "生日";
        relation_level: Option<i64>, "relation level" "关系程度", "1 (met) to 5 (friend)" "1（认识）至 5（朋友）";
        do_not_call: Option<bool>, "do not call" "请勿致电", "whether calls are unwanted" "是否不希望接到电话";
        consent: Option<Consent>, "consent" "个人信息同意", "on what basis we keep the person's data" "保存个人信息的依据" { inline: true };
        note: Option<String>, "note" "备注", "free text" "自由文字";
    }
}

fields! {
    /// The basis for keeping a person's data.
    pub struct Consent {
        basis: String, "basis" "依据", "consent, contract, public source …" "本人同意、合同、公开来源等";
        source: Option<String>, "source" "来源", "where it came from" "来源";
        on: Option<Date>, "on" "日期", "when it was given" "取得的日期";
    }
}

choices! {
    /// What a contact has to say in a decision (DEV-5.5.2A).
    pub enum DecisionRole {
        DecisionMaker "decision_maker" "decision maker" "决策者",
        Influencer "influencer" "influencer" "影响者",
        User "user" "user" "使用者",
        Gatekeeper "gatekeeper" "gatekeeper" "把关者",
        Unknown "unknown" "unknown" "未知",
    }
}

choices! {
    /// How a contact stands to us.
    pub enum Attitude {
        Favourable "favourable" "favourable" "支持",
        Neutral "neutral" "neutral" "中立",
        Against "against" "against" "反对",
    }
}
