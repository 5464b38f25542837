//! Call scripts (TEL-5.2): what is said on the telephone, in versions that somebody approved.

use super::common::{Entered, Imported, Move};
use super::macros::{choices, fields};
use super::member::Member;
use super::product::Product;
use super::types::{List, Ref, Tags, Term};
use crate::base::date::Date;
use crate::base::field::{Ends, Start, Vocabulary};

fields! {
    /// What a member says to somebody it calls.
    pub struct Script {
        name: String, "name" "名称", "what people call it" "话术的名称" { clauses: &["TEL-5.2.1"] };
        product: Option<Ref<Product>>, "product" "产品", "what it offers" "所推介的产品" { clauses: &["TEL-5.2.1"] };
        segment: Option<String>, "target group" "目标群体", "whom it is made for" "针对的目标群体" { clauses: &["TEL-5.2.1"] };
        customer_types: List<Term>, "customer types" "客户类型", "the types of customer that it is made for; all where none is said" "适用的客户类型；不写则适用于全部" { terms: Some(Vocabulary::CustomerType), clauses: &["TEL-5.2.1", "TEL-5.2.3"] };
        scenario: Option<String>, "scenario" "场景", "when it is used: first call, follow-up, invitation …" "使用的场景：首次电话、跟进、邀约等" { clauses: &["TEL-5.2.1", "TEL-5.2.3"] };
        version: Option<i64>, "version" "版本", "which version it is; 1 where not said" "版本号，缺省为 1" { via: Some("script revise"), clauses: &["TEL-5.2.1"] };
        body: Option<String>, "text" "正文", "what is said" "话术正文" { clauses: &["TEL-5.2.1"] };
        variants: List<Variant>, "variants" "变体", "what is said otherwise to a type of customer or in a scenario" "针对某类客户或某个场景的不同说法" { clauses: &["TEL-5.2.3", "TEL-3.2.2"] };
        replies: List<Reply>, "replies" "异议应答", "what is answered to objections" "对异议的应答" { inline: true, clauses: &["DEV-5.11", "DEV-5.13.4"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<ScriptStatus>, "status" "状态", "how far it has come; draft where not said" "进展，缺省为草稿" { apart: true, via: Some("script"), ends: Ends::At(&["retired"]) };
        reviewed_on: Option<Date>, "reviewed on" "审视日期", "when somebody last asked whether it still works" "最近一次审视的日期" { via: Some("script review"), clauses: &["TEL-5.2.2"] };
        owner: Option<Ref<Member>>, "owner" "负责人", "who writes it" "编写的成员" { apart: true, starts: Start::Me };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("script") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Script {
    /// How far it has come; a draft where nothing is written.
    pub fn status(&self) -> ScriptStatus {
        self.status.unwrap_or(ScriptStatus::Draft)
    }

    /// The version that may be called by: the released one, and while the next is being written, the
    /// one before.
    pub fn in_force(&self) -> Option<i64> {
        let version = self.version.unwrap_or(1);
        match self.status() {
            ScriptStatus::Released => Some(version),
            ScriptStatus::Draft => Some(version.saturating_sub(1)).filter(|version| *version > 0),
            ScriptStatus::Retired => None,
        }
    }

    /// Whether it is made for a type of customer, as a whole or in a variant.
    pub fn is_for(&self, customer_type: &str) -> bool {
        let mut variants = self.variants.iter().filter_map(|it| it.customer_type.as_deref());
        self.customer_types.is_empty()
            || self.customer_types.iter().any(|it| **it == *customer_type)
            || variants.any(|it| *it == *customer_type)
    }

    /// Everything that may be said by it, each with the route to it.
    pub fn texts(&self) -> Vec<(String, &str)> {
        let mut texts: Vec<(String, &str)> = Vec::new();
        texts.extend(self.body.as_deref().map(|body| ("body".to_owned(), body)));
        for (at, variant) in self.variants.iter().enumerate() {
            texts.push((format!("variants.{at}.text"), &variant.text));
        }
        for (at, reply) in self.replies.iter().enumerate() {
            let answer = reply.answer.as_deref();
            texts.extend(answer.map(|answer| (format!("replies.{at}.answer"), answer)));
        }
        texts
    }
}

fields! {
    /// What is said otherwise to a type of customer, or in a scenario (TEL-5.2.3).
    pub struct Variant {
        customer_type: Option<Term>, "customer type" "客户类型", "to which type of customer" "针对的客户类型" { terms: Some(Vocabulary::CustomerType) };
        scenario: Option<String>, "scenario" "场景", "when" "使用的场景";
        text: String, "text" "正文", "what is said" "话术正文";
    }
}

fields! {
    /// What is answered to an objection (DEV-5.11).
    pub struct Reply {
        r#type: Option<Term>, "type" "类型", "to which type of objection" "针对的异议类型" { terms: Some(Vocabulary::LostReason) };
        answer: Option<String>, "answer" "应答", "what is answered" "应答的内容";
    }
}

choices! {
    /// How far a script has come.
    pub enum ScriptStatus {
        Draft "draft" "draft" "草稿",
        Released "released" "released" "已发布",
        Retired "retired" "retired" "已停用",
    }
}
