//! Satisfaction surveys, and what is learnt from them (ITS-4.3.2, OPS-6.4).

use super::common::{Entered, Imported};
use super::customer::Customer;
use super::macros::fields;
use super::member::Member;
use super::types::{List, Ref, Tags};
use crate::base::date::Date;
use crate::base::field::Start;
use crate::base::span::Span;

fields! {
    /// A questionnaire that customers are asked to answer, with their answers and their review.
    pub struct Survey {
        what: Option<String>, "what" "主题", "what it asks about" "调查的主题";
        period: Option<Span>, "period" "期间", "the month, quarter or year that it is about" "所调查的月、季度或年" { clauses: &["ITS-4.3.2", "OPS-6.4.1"] };
        sent_on: Option<Date>, "sent on" "发放日期", "when it was sent" "发放的日期" { starts: Start::Today, clauses: &["ITS-4.3.2"] };
        sent_to: List<Ref<Customer>>, "sent to" "发放对象", "the customers asked" "发放给哪些客户" { clauses: &["ITS-4.3.2"] };
        answers: List<Answer>, "answers" "答复", "what they answered" "客户的答复" { inline: true, list_key: Some("customer"), clauses: &["OPS-6.4.1"] };
        review: Option<Box<ServiceReview>>, "review" "服务评估", "what follows from it; the measures are tasks about the survey" "由此得出的评估；改进措施记为本次调查的任务" { clauses: &["OPS-6.4.1", "OPS-6.4.2"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        owner: Option<Ref<Member>>, "owner" "负责人", "who answers for it" "负责调查的成员" { apart: true, starts: Start::Me };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

fields! {
    /// What a customer answered, each 1 to 5 (OPS-6.4.1).
    pub struct Answer {
        customer: Ref<Customer>, "customer" "客户", "whose answer it is" "答复的客户";
        overall: i64, "overall" "总体满意度", "how content it is altogether, 1 to 5" "总体满意程度，1 至 5";
        quality: Option<i64>, "quality" "服务质量", "the quality of the service, 1 to 5" "服务质量，1 至 5";
        response_speed: Option<i64>, "response speed" "响应速度", "how fast we answer, 1 to 5" "响应速度，1 至 5";
        problem_solving: Option<i64>, "problem solving" "问题解决", "how well we solve problems, 1 to 5" "问题解决能力，1 至 5";
        on: Option<Date>, "on" "日期", "when it answered" "答复的日期" { starts: Start::Today };
        comment: Option<String>, "comment" "意见", "what it said besides" "其他意见";
    }
}

impl Answer {
    /// Its scores with their keys, the overall one first.
    pub fn scores(&self) -> [(&'static str, Option<i64>); 4] {
        [
            ("overall", Some(self.overall)),
            ("quality", self.quality),
            ("response_speed", self.response_speed),
            ("problem_solving", self.problem_solving),
        ]
    }
}

fields! {
    /// What the answers and tickets of the time show (OPS-6.4.2).
    pub struct ServiceReview {
        on: Date, "on" "日期", "when it was reviewed" "评估的日期" { starts: Start::Today };
        by: Option<Ref<Member>>, "by" "评估人", "who reviewed it" "由谁评估" { starts: Start::Me };
        findings: List<String>, "findings" "不足", "what is weak" "发现的不足" { clauses: &["OPS-6.4.2"] };
    }
}
