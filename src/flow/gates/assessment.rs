//! The gates of assessments (ITS-4.3): all figures are there, and different people do the steps.

use super::{Check, Gate, Sink, Subject, blank};
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::text::{Label, Text};
use crate::book::Book;
use crate::facts::{assessment, people};
use crate::model::Assessment;
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
        entitled(subject, by, &review(subject.book, record), "reviewed_by", sink);
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
        entitled(subject, by, &decision(subject.book, record), "decided_by", sink);
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

/// Whether a member may review the assessment.
pub(in crate::flow) fn may_review(subject: &Subject<'_>, member: &Id) -> bool {
    let record = subject.record::<Assessment>();
    record.is_some_and(|it| review(subject.book, it).bar(subject, member).is_none())
}

/// Whether a member may decide the assessment.
pub(in crate::flow) fn may_decide(subject: &Subject<'_>, member: &Id) -> bool {
    let record = subject.record::<Assessment>();
    record.is_some_and(|it| decision(subject.book, it).bar(subject, member).is_none())
}

fn review<'b>(book: &'b Book<'_>, record: &'b Assessment) -> Duty<'b> {
    let before = record.compiled_by.as_deref().into_iter().collect();
    Duty { role: &book.policy().assess().review_role, assessed: &record.member, before }
}

fn decision<'b>(book: &'b Book<'_>, record: &'b Assessment) -> Duty<'b> {
    let people = [record.compiled_by.as_deref(), record.reviewed_by.as_deref()];
    let before = people.into_iter().flatten().collect();
    Duty { role: &book.policy().assess().decide_role, assessed: &record.member, before }
}

/// A step that is for people of a role: none who is assessed, none who has taken a step before
/// unless nobody else could.
struct Duty<'b> {
    role: &'b str,
    assessed: &'b Id,
    before: Vec<&'b Id>,
}

/// What bars somebody from a step.
enum Bar {
    Own,
    Rank,
    Before,
}

impl Duty<'_> {
    fn bar(&self, subject: &Subject<'_>, by: &Id) -> Option<Bar> {
        if by == self.assessed {
            Some(Bar::Own)
        } else if !people::has_rank(subject.book, by, self.role) {
            Some(Bar::Rank)
        } else {
            let was = self.before.contains(&by) && self.others(subject).next().is_some();
            was.then_some(Bar::Before)
        }
    }

    // Who could take the step without a word against it.
    fn others<'s>(&'s self, subject: &'s Subject<'_>) -> impl Iterator<Item = &'s Id> {
        let of_rank = people::of_rank(subject.book, self.role, subject.day);
        of_rank.filter(|id| *id != self.assessed && !self.before.contains(id))
    }
}

fn entitled(subject: &Subject<'_>, by: &Id, duty: &Duty<'_>, route: &str, sink: &mut Sink<'_>) {
    let Some(bar) = duty.bar(subject, by) else { return };
    let others: Vec<&str> = duty.others(subject).take(4).map(|id| &**id).collect();
    let who = match others.is_empty() {
        true => String::new(),
        false => format!(" ({})", others.join(", ")),
    };
    let message = match bar {
        Bar::Own => say!(
            en: "nobody judges themselves; somebody else does{who}",
            zh: "不得考核自己；应由他人办理{who}"
        ),
        Bar::Rank => {
            let Text { en, zh } = subject.book.policy().term(Vocabulary::Role, duty.role);
            say!(en: "it is for a {en} or above{who}", zh: "应由{zh}及以上办理{who}")
        }
        Bar::Before => say!(
            en: "{by} has taken a step before; another takes this one{who}",
            zh: "{by} 已办理前一步骤；此步骤应由他人办理{who}"
        ),
    };
    let (step, reference) = (subject.step, subject.row.reference());
    sink.lack(route, message, format!("salesops assessment {step} {reference} --as MEMBER"));
}
