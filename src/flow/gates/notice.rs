//! The gates of notices (TAG-7.1.3).

use super::{Check, Gate, Subject, blank};
use crate::base::id::Id;
use crate::base::text::Label;
use crate::facts::{audit, people};
use crate::model::Notice;
use crate::model::audit::Scope;
use crate::model::notice::NoticeStatus;
use crate::say;

pub(in crate::flow) static ANSWERED: Gate = Gate {
    name: "notice-answered",
    label: Label::new("what was done", "整改情况"),
    doc: Label::new("It is said what was put right (TAG-7.1.3).", "写明整改情况（TAG-7.1.3）。"),
    clauses: &["TAG-7.1.3"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(notice) = subject.record::<Notice>() else { return };
        if blank(notice.result.as_deref()) {
            sink.set("result", "TEXT", say!(en: "what was done is missing", zh: "缺少整改情况"));
        }
    }),
};

pub(in crate::flow) static OWN: Gate = Gate {
    name: "notice-own",
    label: Label::new("put right by who is told", "由整改人办理"),
    doc: Label::new(
        "Who is told puts it right, or a superior of theirs (TAG-4.3.2). Cannot be waived.",
        "由整改人本人或其上级办理整改（TAG-4.3.2）。不可豁免。",
    ),
    clauses: &["TAG-4.3.2"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(notice) = subject.record::<Notice>() else { return };
        let Some(by) = notice.fixed_by.as_deref() else { return };
        let to = &*notice.to;
        if !people::leads(subject.book, by, to) {
            let message = say!(
                en: "it is for {to}, or a superior of theirs",
                zh: "应由 {to} 或其上级办理"
            );
            let reference = subject.row.reference();
            sink.lack("fixed_by", message, format!("salesops notice fix {reference} --as {to}"));
        }
    }),
};

pub(in crate::flow) static WITHDRAWN: Gate = Gate {
    name: "notice-withdrawn",
    label: Label::new("withdrawn by another", "他人撤回"),
    doc: Label::new(
        "Who issued the notice, or who may audit, takes it back; never who was to put it right (TAG-7.1.3). \
         Cannot be waived.",
        "由签发人或审核岗位撤回，整改人不得撤回发给自己的通知（TAG-7.1.3）。不可豁免。",
    ),
    clauses: &["TAG-7.1.3"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(notice) = subject.record::<Notice>() else { return };
        let Some(by) = notice.withdrawn_by.as_deref() else { return };
        if !may_verify(subject, by) {
            let message = say!(
                en: "it is for who issued it, or who may audit",
                zh: "应由签发人或审核岗位办理"
            );
            let reference = subject.row.reference();
            let remedy = format!("salesops notice withdraw {reference} --reason TEXT --as MEMBER");
            sink.lack("withdrawn_by", message, remedy);
        }
    }),
};

pub(in crate::flow) static VERIFIED: Gate = Gate {
    name: "notice-verified",
    label: Label::new("verified by another", "他人复查"),
    doc: Label::new(
        "Who issued the notice, or who may audit, sees that it is put right; never who was to do \
         it, or did it (TAG-7.1.3, TAG-4.3.1). Cannot be waived.",
        "由签发人或审核岗位复查，整改人和办理人不得复查自己的整改（TAG-7.1.3、TAG-4.3.1）。不可豁免。",
    ),
    clauses: &["TAG-7.1.3", "TAG-4.3.1"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(notice) = subject.record::<Notice>() else { return };
        let Some(by) = notice.verified_by.as_deref() else {
            let message = say!(en: "it is not said who saw it", zh: "未写明由谁复查");
            let remedy = format!("salesops notice verify {} --as MEMBER", subject.row.reference());
            return sink.lack("verified_by", message, remedy);
        };
        let did = notice.fixed_by.as_deref();
        let message = if *by == *notice.to || did == Some(by) {
            say!(en: "nobody verifies their own mending", zh: "不得复查自己的整改")
        } else if notice.status() != NoticeStatus::Verified && !may_verify(subject, by) {
            // Afterwards: who holds the role no more did on that day.
            say!(
                en: "it is for who issued it, or who may audit",
                zh: "应由签发人或审核岗位复查"
            )
        } else {
            return;
        };
        let remedy = format!("salesops notice verify {} --as MEMBER", subject.row.reference());
        sink.lack("verified_by", message, remedy);
    }),
};

/// Whether a notice is addressed to a member, or to somebody who has left and reported to the member.
pub(in crate::flow) fn is_to(subject: &Subject<'_>, member: &Id) -> bool {
    let Some(notice) = subject.record::<Notice>() else { return false };
    let (book, to) = (subject.book, &*notice.to);
    *to == *member
        || !audit::is_here(book, to, subject.day) && people::manager(book, to) == Some(member)
}

/// Whether a member may verify a notice.
pub(in crate::flow) fn may_verify(subject: &Subject<'_>, member: &Id) -> bool {
    let Some(notice) = subject.record::<Notice>() else { return false };
    let audits = [Scope::Review, Scope::Supervision]
        .into_iter()
        .any(|scope| audit::may_audit(subject.book, member, scope));
    *notice.to != *member
        && notice.fixed_by.as_deref() != Some(member)
        && (notice.by.as_deref() == Some(member) || audits)
}
