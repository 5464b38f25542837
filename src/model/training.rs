//! Trainings (ITS-6.1, TEL-7.1, TEL-7.2, OPS-8.1.2, DEV-SOP-3).

use super::common::{Entered, Imported};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{AnyRef, List, Ref, Tags, Term};
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Start, Vocabulary};

fields! {
    /// A training that was held, or is planned for a day to come.
    pub struct Training {
        title: Option<String>, "title" "名称", "what it is called" "培训的名称";
        topic: Term, "topic" "主题", "what is taught" "培训的主题" { terms: Some(Vocabulary::Topic), clauses: &["TEL-7.1.2", "OPS-8.1.2", "DEV-SOP-3"] };
        mode: Option<Mode>, "mode" "方式", "in a class, one to one, online or in practice" "集中授课、一对一辅导、在线学习或实践锻炼" { starts: Start::First, clauses: &["TEL-7.2.1", "TEL-7.2.2", "TEL-7.2.3", "TEL-7.2.4"] };
        form: Option<Form>, "form" "形式", "internal, external or a seminar" "内部培训、外部培训或研讨会" { starts: Start::First, clauses: &["OPS-8.1.2", "ITS-6.1.2"] };
        trainer_type: Option<Trainer>, "trainer type" "讲师类型", "one of our own, or an agency" "内部讲师或外部机构" { clauses: &["TEL-7.1.3"] };
        trainer: Option<String>, "trainer" "讲师", "who teaches" "由谁授课" { clauses: &["TEL-7.1.3"] };
        coach: Option<Ref<Member>>, "coach" "辅导人", "who coaches, of one to one" "一对一辅导的辅导人" { clauses: &["TEL-7.2.2"] };
        problem: Option<String>, "problem" "针对问题", "what it is to mend, of one to one" "一对一辅导所针对的问题" { clauses: &["TEL-7.2.2"] };
        course: Option<String>, "course" "课程", "the course, of online learning" "在线学习的课程" { clauses: &["TEL-7.2.3"] };
        subject: Option<AnyRef>, "practised on" "实践对象", "the task or deal, of practice, as `opportunity/…`" "实践锻炼所用的任务或机会，如 `opportunity/…`" { clauses: &["TEL-7.2.4"] };
        on: Date, "on" "日期", "the day; one to come is a plan" "培训的日期；未到的日期为计划" { starts: Start::Today, clauses: &["TEL-7.1.1"] };
        hours: Option<Decimal>, "hours" "学时", "how long" "培训的小时数" { clauses: &["TEL-7.1.3"] };
        attendees: List<Ref<Member>>, "attendees" "参训人", "who took part, or is to" "参加培训的成员" { clauses: &["OPS-8.1.2", "TEL-7.2.1"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

choices! {
    /// How it is taught (TEL-7.2).
    pub enum Mode {
        Classroom "classroom" "classroom" "集中授课",
        OneOnOne "one_on_one" "one to one" "一对一辅导",
        Online "online" "online" "在线学习",
        Practice "practice" "practice" "实践锻炼",
    }
}

choices! {
    /// Whose training it is (OPS-8.1.2).
    pub enum Form {
        Internal "internal" "internal" "内部培训",
        External "external" "external" "外部培训",
        Seminar "seminar" "seminar" "研讨会",
    }
}

choices! {
    /// Who teaches (TEL-7.1.3).
    pub enum Trainer {
        Internal "internal" "one of our own" "内部讲师",
        External "external" "an agency" "外部机构",
    }
}
