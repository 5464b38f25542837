//! Awards (ITS-6.3, TEL-6.3.2, OPS-2.1.2, DEV-KA-17).

use super::common::{Entered, Imported};
use super::macros::{choices, fields};
use super::member::Member;
use super::target::Kpi;
use super::types::{AnyRef, Ref, Tags, Term};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Start, Vocabulary};
use crate::base::span::Span;

fields! {
    /// What somebody was given for a good result.
    pub struct Award {
        r#type: Term, "type" "奖项", "which award" "奖项的类型" { aliases: &["奖励类型"], terms: Some(Vocabulary::Award), clauses: &["ITS-6.3.1", "TEL-6.3.2"] };
        period: Option<Span>, "period" "期间", "the month, quarter or year that it is for" "对应的月、季度或年" { clauses: &["ITS-6.3.1"] };
        winner: Option<Ref<Member>>, "winner" "获奖人", "who gets it" "获奖的成员" { clauses: &["ITS-6.3.1"] };
        team: Option<String>, "team" "获奖团队", "the team that gets it" "获奖的团队" { clauses: &["ITS-6.3.1"] };
        subject: Option<AnyRef>, "for" "事由记录", "the record that it is for, as `lead/…`" "所奖励的记录，如 `lead/…`" { clauses: &["OPS-2.1.2"] };
        metric: Option<Kpi>, "indicator" "指标", "by what it was won" "依据的指标" { clauses: &["ITS-6.3.1"] };
        value: Option<Decimal>, "value" "指标值", "the figure that won" "获奖的指标值" { clauses: &["ITS-6.3.1"] };
        kind: Option<AwardKind>, "kind" "奖励方式", "material or honour" "物质奖励或精神奖励" { starts: Start::First, clauses: &["ITS-6.3.2"] };
        amount: Option<Decimal>, "amount" "奖金", "how much money" "奖金的金额" { clauses: &["OPS-2.1.2", "TEL-6.3.2"] };
        currency: Option<Currency>, "currency" "币种", "its currency; else the policy's" "币种，缺省用制度的币种";
        certificate: Option<String>, "certificate" "证书", "the certificate that goes with it" "随奖颁发的证书" { clauses: &["TEL-6.3.2"] };
        reason: Option<String>, "reason" "原因", "why" "获奖的原因" { clauses: &["DEV-KA-17"] };
        on: Date, "on" "日期", "when it was given" "颁发的日期" { starts: Start::Today };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

choices! {
    /// What an award consists of (ITS-6.3.2).
    pub enum AwardKind {
        Material "material" "material" "物质奖励",
        Honour "honour" "honour" "精神奖励",
    }
}
