//! The gates of assessments (ITS-4.3): all figures are there, and different people do the steps.

use super::{Check, Gate, Sink, Subject, blank};
use crate::base::id::Id;
use crate::base::text::{Label, Text};
use crate::facts::{assessment, people};
use crate::model::{Assessment, Member};
use crate::say;

pub(in crate::flow) static COMPLETE: Gate = Gate {
    name: "assessment-complete",
    label: Label::new("complete assessment", "考核完整"),
    doc: Label::new(
        "Each criterion of the table has a figure or a score (ITS-4.3.1, TEL-6.1.4, TEL-6.1.5, \
         OPS-8.2.1).",
        "权重表的每个项目都有数据或评分（ITS-4.3.1、TEL-6.1.4、TEL-6.1.5、OPS-8.2.1）。",
    ),
    clauses: &["ITS-4.3.1", "TEL-6.1.4", "TEL-6.1.5", "OPS-8.2.1"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(record) = subject.record::<Assessment>() else { return };
        if record.lines.is_empty() {
            let (period, member) = (record.period.key(), &*record.member);
            let message = say!(en: "it was not compiled", zh: "尚未汇总数据");
            let remedy = format!("salesops assess {member} --period {period}");
            return sink.lack("lines", message, remedy);
        }
        for criterion in assessment::lacking(record) {
            let Text { en, zh } = criterion.label().text();
            let message = Text {
                en: format!("{en} has neither a target with a figure nor a score").into(),
                zh: format!("“{zh}”既没有可比较的目标，也没有评分").into(),
            };
            let command = format!("scores+={}:1-5:TEXT", criterion.key());
            sink.want("scores", message, "set", &command);
        }
    }),
};

pub(in crate::flow) static CHECKED: Gate = Gate {
    name: "assessment-checked",
    label: Label::new("checked by another", "他人审核"),
    doc: Label::new(
        "A supervisor reviews it who neither compiled it nor is assessed; who compiled it only where \
         nobody else holds the role (ITS-4.3.1). Cannot be waived.",
        "由主管审核，审核人不是汇总人，也不是被考核人；仅在没有其他主管时可由汇总人审核（ITS-4.3.1）。不可豁免。",
    ),
    clauses: &["ITS-4.3.1"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(record) = subject.record::<Assessment>() else { return };
        let Some(by) = record.reviewed_by.as_deref() else { return };
        let role = &subject.book.policy().assess().review_role;
        let before: Vec<&Id> = record.compiled_by.as_deref().into_iter().collect();
        entitled(subject, record, (by, role, &before), "reviewed_by", sink);
    }),
};

pub(in crate::flow) static DECIDED: Gate = Gate {
    name: "assessment-decided",
    label: Label::new("decided by the manager", "经理确定"),
    doc: Label::new(
        "The manager decides, who neither compiled nor reviewed it, nor is assessed; who did only \
         where nobody else holds the role (ITS-4.3.3). Cannot be waived.",
        "由经理确定结果，经理不是汇总人、审核人，也不是被考核人；仅在没有其他经理时例外（ITS-4.3.3）。不可豁免。",
    ),
    clauses: &["ITS-4.3.3"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(record) = subject.record::<Assessment>() else { return };
        let Some(by) = record.decided_by.as_deref() else { return };
        let role = &subject.book.policy().assess().decide_role;
        let people = [record.compiled_by.as_deref(), record.reviewed_by.as_deref()];
        let before: Vec<&Id> = people.into_iter().flatten().collect();
        entitled(subject, record, (by, role, &before), "decided_by", sink);
    }),
};

pub(in crate::flow) static JUDGED: Gate = Gate {
    name: "assessment-judged",
    label: Label::new("judgement", "综合评价"),
    doc: Label::new(
        "A result other than the total comes to has the manager's judgement (ITS-4.3.3).",
        "结果与总分得出的不同时，须写明经理的综合评价（ITS-4.3.3）。",
    ),
    clauses: &["ITS-4.3.3"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(record) = subject.record::<Assessment>() else { return };
        let differs = record.result.is_some() && record.result != record.by_score;
        if differs && blank(record.judgement.as_deref()) {
            let message = say!(
                en: "it is not said why the result differs from the total's",
                zh: "未说明结果为何与总分不一致"
            );
            sink.set("judgement", "TEXT", message);
        }
    }),
};

// Who takes the step holds the role, is not the one assessed, and has taken no step before unless
// nobody else could.
fn entitled(
    subject: &Subject<'_>,
    record: &Assessment,
    (by, role, before): (&Id, &str, &[&Id]),
    route: &str,
    sink: &mut Sink<'_>,
) {
    let reference = subject.row.reference();
    let remedy = format!("salesops assessment {} {reference} --as MEMBER", subject.step);
    let others = others(subject, record, role, before);
    let who = match others.is_empty() {
        true => String::new(),
        false => format!(" ({})", others.join(", ")),
    };
    if **by == **record.member {
        let message = say!(
            en: "nobody judges themselves; somebody else does{who}",
            zh: "不得考核自己；应由他人办理{who}"
        );
        return sink.lack(route, message, remedy);
    }
    if !people::has_rank(subject.book, by, role) {
        let Text { en, zh } =
            subject.book.policy().term(crate::base::field::Vocabulary::Role, role);
        let message = Text {
            en: format!("it is for a {en} or above{who}").into(),
            zh: format!("应由{zh}及以上办理{who}").into(),
        };
        return sink.lack(route, message, remedy);
    }
    if before.contains(&by) && !others.is_empty() {
        let message = say!(
            en: "{by} has taken a step before; another takes this one{who}",
            zh: "{by} 已办理前一步骤；此步骤应由他人办理{who}"
        );
        sink.lack(route, message, remedy);
    }
}

// Who else could take the step, a few of them.
fn others(subject: &Subject<'_>, record: &Assessment, role: &str, before: &[&Id]) -> Vec<String> {
    let could = |row: &crate::book::Row<'_, Member>| {
        **row.id != **record.member
            && !before.contains(&row.id)
            && !people::has_left(row.record, subject.day)
            && people::has_rank(subject.book, row.id, role)
    };
    let all = subject.book.iter::<Member>().filter(could);
    all.take(4).map(|row| row.id.to_string()).collect()
}
