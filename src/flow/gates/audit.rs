//! The gates of audits (TAG-4.3): there is something to look at, and nobody audits themselves.

use super::{Check, Gate, Subject};
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::text::{Label, Text};
use crate::book::Book;
use crate::facts::audit;
use crate::model::Audit;
use crate::model::audit::{AuditStatus, Finding};
use crate::say;

pub(in crate::flow) static SAMPLED: Gate = Gate {
    name: "audit-sampled",
    label: Label::new("records to draw", "可抽样的记录"),
    doc: Label::new(
        "Something that others entered has changed in the period of the audit (TAG-4.3.2). Cannot be \
         waived.",
        "审核期间内有他人录入且发生变动的记录（TAG-4.3.2）。不可豁免。",
    ),
    clauses: &["TAG-4.3.2"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(record) = subject.record::<Audit>() else { return };
        let Some(period) = audit::period(subject.book, record) else { return };
        if audit::sample(subject.book, subject.row.id, record).drawn.is_empty() {
            let (from, last) = (period.from(), period.last());
            let message = say!(
                en: "from {from} to {last} there are no records left that others entered or moved",
                zh: "{from} 至 {last} 没有尚未抽取的、由他人录入或变动的记录"
            );
            sink.set("period", "PERIOD", message);
        }
    }),
};

pub(in crate::flow) static COMPLETE: Gate = Gate {
    name: "audit-complete",
    label: Label::new("complete audit", "审核完整"),
    doc: Label::new(
        "The audit names what it looked at, and for all that it found somebody who mends it \
         (TAG-4.3.2, TAG-7.1.3). Cannot be waived.",
        "审核写明所检查的记录，发现的每个问题都有整改人（TAG-4.3.2、TAG-7.1.3）。不可豁免。",
    ),
    clauses: &["TAG-4.3.2", "TAG-7.1.3"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(record) = subject.record::<Audit>() else { return };
        if record.records.is_empty() {
            let message = say!(en: "it looked at no record", zh: "没有检查任何记录");
            sink.want("records", message, "audit draw", "");
        }
        let at_the_step = record.status() == AuditStatus::Draft;
        for (at, finding) in record.findings.iter().enumerate() {
            let it = finding.record.kind.reference(&finding.record.id);
            if !record.records.contains(&finding.record) {
                let message = say!(
                    en: "something was found in {it}, which is not among the records looked at",
                    zh: "{it} 有发现的问题，但不在抽查记录中"
                );
                sink.want("records", message, "set", &format!("records+={it}"));
            }
            // Who has left since was told, and answered or not, while here.
            if at_the_step && mender(subject, finding).is_none() {
                // Several may be about one record.
                let same = record.findings.iter().filter(|it| it.record == finding.record).count();
                let item = if same > 1 { at.to_string() } else { it.clone() };
                let message = say!(
                    en: "nobody is named who mends what was found in {it}",
                    zh: "{it} 的问题没有整改人"
                );
                sink.want("findings", message, "set", &format!("findings.{item}.who=MEMBER"));
            }
        }
    }),
};

pub(in crate::flow) static ENTITLED: Gate = Gate {
    name: "audit-entitled",
    label: Label::new("audited by another", "他人审核"),
    doc: Label::new(
        "The auditor closes it, holds the role that audits (`audit.roles`, `supervision.roles`), and entered \
         none of the records (TAG-4.3.1). Cannot be waived.",
        "由审核人本人完成；审核人担任审核岗位（`audit.roles`、`supervision.roles`），且所审核的记录均不是自己录入的（TAG-4.3.1）。不可豁免。",
    ),
    clauses: &["TAG-4.3.1", "TAG-7.1.1"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(record) = subject.record::<Audit>() else { return };
        let (book, by) = (subject.book, &*record.by);
        // Who holds the role no more did on that day.
        let at_the_step = record.status() == AuditStatus::Draft;
        if at_the_step && !audit::may_audit(book, by, record.scope()) {
            let roles = audit::roles(book, record.scope());
            let Text { en, zh } = named(book, roles);
            let message = Text {
                en: format!("{by} does not hold a role that audits ({en})").into(),
                zh: format!("{by} 不担任审核岗位（{zh}）").into(),
            };
            let role = roles.first().map_or("ROLE", String::as_str);
            sink.lack("by", message, format!("salesops set member/{by} extra_roles+={role}"));
        }
        if let Some(other) = record.finished_by.as_deref().filter(|id| *id != by) {
            let message = say!(
                en: "it is {by}'s to finish, not {other}'s",
                zh: "应由审核人 {by} 完成，而不是 {other}"
            );
            let reference = subject.row.reference();
            sink.lack("by", message, format!("salesops audit finish {reference} --as {by}"));
        }
        for it in record.records.iter() {
            let author = book.any(it.kind, &it.id).and_then(audit::author);
            if author == Some(by) {
                let reference = it.kind.reference(&it.id);
                let message = say!(
                    en: "{by} entered {reference}: nobody audits what they entered",
                    zh: "{reference} 由 {by} 录入：不得审核自己录入的记录"
                );
                sink.want("records", message, "set", &format!("records-={reference}"));
            }
        }
    }),
};

/// Who is to mend what was found: who is named and still here, else, where nobody is named, who answers
/// for the record.
pub(in crate::flow) fn mender<'b>(subject: &Subject<'b>, finding: &'b Finding) -> Option<&'b Id> {
    match finding.who.as_deref() {
        Some(named) => Some(named).filter(|id| audit::is_here(subject.book, id, subject.day)),
        None => audit::answers_for(subject.book, &finding.record, subject.day),
    }
}

fn named(book: &Book<'_>, roles: &[String]) -> Text {
    let names: Vec<Text> =
        roles.iter().map(|role| book.policy().term(Vocabulary::Role, role)).collect();
    let join = |pick: fn(&Text) -> &str, apart: &str| {
        names.iter().map(pick).collect::<Vec<_>>().join(apart)
    };
    Text { en: join(|name| &name.en, ", ").into(), zh: join(|name| &name.zh, "、").into() }
}
