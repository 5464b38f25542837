//! Audits (TAG-4.3, TAG-7.1): what somebody looked at of how records are kept, and what was found.

use super::common::{Entered, Imported, Move};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{AnyRef, List, Ref, Tags};
use crate::base::date::Date;
use crate::base::field::{Ends, Start};
use crate::base::span::Span;

fields! {
    /// A look at records: whether they are complete, in time, true, and used as they should be.
    pub struct Audit {
        on: Date, "on" "日期", "the day" "审核的日期" { starts: Start::Today, clauses: &["TAG-4.3.1", "TAG-7.1.1"] };
        scope: Option<Scope>, "scope" "类型", "a review of what was entered, or the supervision of how the tag system is carried out" "对录入内容的审核，或对标签体系执行情况的监督检查" { starts: Start::First, clauses: &["TAG-4.3.1", "TAG-7.1.1"] };
        method: Option<Method>, "method" "方式", "how it was looked at" "检查的方式" { starts: Start::First, clauses: &["TAG-7.1.2"] };
        period: Option<Span>, "period" "期间", "what was entered or has moved in it is looked at" "检查在此期间录入或变动的记录" { clauses: &["TAG-7.1.1"] };
        by: Ref<Member>, "auditor" "审核人", "who looks" "由谁审核" { starts: Start::Me, clauses: &["TAG-4.3.1", "TAG-7.1.1"] };
        records: List<AnyRef>, "records" "抽查记录", "what was looked at" "所检查的各条记录" { clauses: &["TAG-4.3.2", "TAG-7.1.2"] };
        findings: List<Finding>, "findings" "发现的问题", "what was found; a record without one is clean" "发现的各项问题；没有问题的记录即为合格" { inline: true, clauses: &["TAG-4.3.2", "TAG-7.1.2"] };
        summary: Option<String>, "summary" "结论", "what follows from it" "审核的结论";
        note: Option<String>, "note" "备注", "free text" "自由文字";
        status: Option<AuditStatus>, "status" "状态", "how far it has come; draft where not said" "进展，缺省为草稿" { apart: true, via: Some("audit"), ends: Ends::At(&["finished"]) };
        finished_by: Option<Ref<Member>>, "finished by" "完成人", "who closed it" "由谁完成" { via: Some("audit finish") };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "its steps, written by commands" "各步骤，由命令写入" { inline: true, via: Some("audit") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Audit {
    /// How far it has come; a draft where nothing is written.
    pub fn status(&self) -> AuditStatus {
        self.status.unwrap_or(AuditStatus::Draft)
    }

    /// What it is; a review where nothing is written.
    pub fn scope(&self) -> Scope {
        self.scope.unwrap_or(Scope::Review)
    }

    /// Whether nothing was found in a record that it looked at.
    pub fn is_clean(&self, record: &AnyRef) -> bool {
        self.findings.iter().all(|finding| finding.record != *record)
    }
}

fields! {
    /// A problem in a record.
    pub struct Finding {
        record: AnyRef, "record" "记录", "in which one, as `customer/acme`" "存在问题的记录，如 `customer/acme`";
        problem: String, "problem" "问题", "what is wrong" "存在的问题";
        field: Option<String>, "field" "字段", "in which field" "存在问题的字段";
        aspect: Option<Concern>, "aspect" "方面", "what it is about" "问题所属的方面" { clauses: &["TAG-7.1.2"] };
        who: Option<Ref<Member>>, "who" "整改人", "who is to mend it; else who entered the record, or has it" "由谁整改，缺省为记录的录入人或负责人" { clauses: &["TAG-4.3.2"] };
    }
}

choices! {
    /// What an audit is (TAG-4.3.1, TAG-7.1.1).
    pub enum Scope {
        Review "review" "review" "数据复核",
        Supervision "supervision" "supervision" "监督检查",
    }
}

choices! {
    /// How records are looked at (TAG-7.1.2).
    pub enum Method {
        Records "records" "records" "查阅系统记录",
        Documents "documents" "spot check of documents" "抽查资料",
        Interviews "interviews" "talks" "访谈",
    }
}

choices! {
    /// What a problem is about (TAG-4.3.2, TAG-7.1.2).
    pub enum Concern {
        Accuracy "accuracy" "accuracy" "准确性",
        Completeness "completeness" "completeness" "完整性",
        Timeliness "timeliness" "timeliness" "及时性",
        Form "form" "form" "格式",
        Use "use" "use" "使用规范",
    }
}

choices! {
    /// How far an audit has come.
    pub enum AuditStatus {
        Draft "draft" "draft" "草稿",
        Finished "finished" "finished" "已完成",
    }
}
