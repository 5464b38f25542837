//! The life of an audit (TAG-4.3, TAG-7.1): records are drawn, looked at, and who is to mend something
//! is told.

use super::{Effects, Fixed, Life, Loosened, Step, Taker};
use crate::base::edit::Edit;
use crate::base::field::{Fields, Start};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Label;
use crate::base::value::Value;
use crate::book::AnyRow;
use crate::facts::audit::{self, Sample};
use crate::flow::gates::{Subject, audit as gates};
use crate::model::audit::{Finding, Scope};
use crate::model::notice::NoticeStatus;
use crate::model::{Audit, Notice};
use crate::say;
use crate::text::emit::value_of;

/// What was found stands fast.
pub(super) static FIXED: Fixed = Fixed {
    kind: Kind::Audit,
    fields: &["on", "scope", "method", "period", "by", "records", "findings", "summary"],
    open: &["draft"],
    loosened: Loosened::Return("audit reopen"),
};

pub(super) static LIFE: Life = Life {
    kind: Kind::Audit,
    steps: &[
        Step {
            name: "draw",
            label: Label::new("draw", "抽样"),
            doc: Label::new(
                "Draws records to look at from the customers, deals, products and members that were entered or \
                 took a step in the period, by others than the auditor: a share of them for a review (`audit.sample_ratio`), a number \
                 for supervision (`supervision.sample_records`). Again, it draws others.",
                "从期间内由他人录入或有变动的客户、机会、产品和成员中抽取样本：数据复核按比例（`audit.sample_ratio`），监督检查按条数\
                 （`supervision.sample_records`）。再次执行则抽取其他记录。",
            ),
            from: &["draft"],
            to: "",
            gates: &[&gates::SAMPLED],
            also: drawn,
            clauses: &["TAG-4.3.2", "TAG-7.1.2"],
            ..Step::PLAIN
        },
        Step {
            name: "finish",
            label: Label::new("finish", "完成"),
            doc: Label::new(
                "Closes the audit, and sends a notice to everybody who is to mend something.",
                "完成审核，并向每位整改人签发整改通知。",
            ),
            from: &["draft"],
            to: "finished",
            gates: &[&gates::COMPLETE, &gates::ENTITLED],
            takes: &["finished_by"],
            fills: &[("finished_by", Start::Me)],
            also: notified,
            clauses: &["TAG-4.3.1", "TAG-4.3.2", "TAG-7.1.1", "TAG-7.1.3"],
            ..Step::PLAIN
        },
        Step {
            name: "reopen",
            label: Label::new("reopen", "重新打开"),
            doc: Label::new(
                "Opens it again, to correct or add to what was found; notices that were sent stay.",
                "重新打开以更正或补充；已签发的整改通知不变。",
            ),
            from: &["finished"],
            to: "draft",
            clears: &["finished_by"],
            reason: true,
            also: |subject, _| {
                let reference = subject.row.reference();
                let next = say!(
                    en: "correct it, then `salesops audit finish {reference}`",
                    zh: "更正后执行 `salesops audit finish {reference}`"
                );
                Effects { next: Some(next), ..Effects::default() }
            },
            clauses: &["TAG-4.3.2"],
            ..Step::PLAIN
        },
    ],
};

fn drawn(subject: &Subject<'_>, _: Taker<'_>) -> Effects {
    let mut effects = Effects::default();
    let Some(record) = subject.record::<Audit>() else { return effects };
    let reference = subject.row.reference();
    let Sample { drawn, of: all } = audit::sample(subject.book, subject.row.id, record);
    // One edit, however many there are.
    let known = record.records.iter().map(|it| it.kind.reference(&it.id));
    let records = known.chain(drawn.iter().map(AnyRow::reference)).map(Value::plain);
    effects.edits.push(Edit::Set(Route::name("records"), Value::List(records.collect())));
    let n = drawn.len();
    effects.told.push(say!(
        en: "drawn: {n} of {all} customers, deals, products and members that others entered or moved",
        zh: "从他人录入或变动的 {all} 条客户、机会、产品和成员记录中抽取 {n} 条"
    ));
    effects.told.extend(drawn.iter().map(|row| {
        let (reference, name) = (row.reference(), row.name(subject.book));
        say!(en: "to look at: {reference} ({name})", zh: "待检查：{reference}（{name}）")
    }));
    effects.next = Some(say!(
        en: "write down what is wrong: `salesops set {reference} findings+=RECORD:PROBLEM`; then `salesops audit finish {reference}`",
        zh: "记录发现的问题：`salesops set {reference} findings+=记录:问题`；然后 `salesops audit finish {reference}`"
    ));
    effects
}

// A notice for each who is to mend something, of what none of the audit tells yet.
fn notified(subject: &Subject<'_>, taker: Taker<'_>) -> Effects {
    let mut effects = Effects::default();
    let Some(record) = subject.record::<Audit>() else { return effects };
    let book = subject.book;
    let told: Vec<(&Id, &Finding)> = book
        .referring::<Notice>(Kind::Audit, subject.row.id)
        .filter(|row| row.record.status() != NoticeStatus::Withdrawn)
        .flat_map(|row| row.record.findings.iter().map(|it| (&*row.record.to, it)))
        .collect();
    let is_told = |finding: &Finding, who: &Id| {
        told.iter().any(|(to, it)| {
            *to == who
                && it.record == finding.record
                && it.problem == finding.problem
                && it.field == finding.field
        })
    };
    let mut by_member: Vec<(&Id, Vec<Value>)> = Vec::new();
    for finding in record.findings.iter() {
        let Some(who) = gates::mender(subject, finding).filter(|who| !is_told(finding, who)) else {
            continue;
        };
        let item = value_of(finding as &dyn Fields);
        match by_member.iter_mut().find(|(member, _)| *member == who) {
            Some((_, items)) => items.push(item),
            None => by_member.push((who, vec![item])),
        }
    }
    by_member.sort_by_key(|(member, _)| *member);
    let days = match record.scope() {
        Scope::Review => book.policy().audit().fix_within_days,
        Scope::Supervision => book.policy().notice().fix_days,
    };
    let due = book.calendar().add_working_days(subject.day, days);
    let by = taker.me.unwrap_or(&record.by);
    for (member, findings) in by_member {
        let (name, n) = (book.name_of(Kind::Member, member), findings.len());
        effects.told.push(say!(
            en: "{name} is to put right by {due}: {n}",
            zh: "{name} 须在 {due} 前整改：{n} 项"
        ));
        let value = Value::map([
            ("issued_on", Value::plain(subject.day)),
            ("audit", Value::plain(subject.row.id)),
            ("to", Value::plain(member)),
            ("by", Value::plain(by)),
            ("findings", Value::List(findings)),
            ("due", Value::plain(due)),
        ]);
        effects.records.push((Kind::Notice, value));
    }
    effects
}
