//! The gates of activities: what must hold before one is logged (domain table (d): visit done).

use super::{Check, Gate, Sink, Subject, blank};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::activity::{is_visit, was_planned};
use crate::facts::{contact, scripts};
use crate::flow::key::Key;
use crate::model::Activity;
use crate::say;

const LOGGING: Label = Label::new("an activity is logged", "记录活动");

/// The gates of logging an activity.
pub static LOGGED: &[&Gate] = &[&PREPARED, &ANALYSED, &WILLING, &SCRIPTED];

/// A visit to a key customer is prepared.
pub(super) static PREPARED: Gate = Gate {
    name: "visit-prepared",
    label: Label::new("prepared visit", "拜访准备"),
    doc: Label::new(
        "A visit to a key customer (`visit.key_customer_def`) says what it was to achieve, in its          preparation or in a task that planned it, and its talking points; without \
         `visit.prep_required` nobody is asked (OPS-3.4.1).",
        "拜访重点客户（`visit.key_customer_def`）须写明目的（写在准备中，或写在计划此次拜访的任务中）和谈话要点；\
         `visit.prep_required` 为假时不要求（OPS-3.4.1）。",
    ),
    clauses: &["OPS-3.4.1"],
    waivable: false,
    check: Check::Event(LOGGING, |subject, sink| {
        let Some(visit) = subject.record::<Activity>().filter(|it| is_visit(it)) else { return };
        let policy = subject.book.policy().visit();
        let whom = subject.book.with_whom(visit).filter(|_| policy.prep_required);
        let customer = whom.and_then(|(kind, id)| subject.book.any(kind, id));
        let key = || Key::of(subject.book, subject.day);
        let Some(customer) = customer.filter(|row| key().is(subject.book, *row)) else { return };
        let prep = visit.prep.as_deref();
        let has_objective = !blank(prep.and_then(|prep| prep.objective.as_deref()));
        let name = customer.name(subject.book);
        if !has_objective && !was_planned(subject.book, visit, policy.appointment_days) {
            let message = say!(
                en: "{name} is a key customer; what the visit was to achieve is missing",
                zh: "{name} 是重点客户，缺少拜访的目的"
            );
            wants(subject, sink, "prep.objective", message, "prep.objective=TEXT");
        }
        if prep.is_none_or(|prep| prep.talking_points.is_empty()) {
            let message = say!(
                en: "{name} is a key customer; the talking points are missing",
                zh: "{name} 是重点客户，缺少谈话要点"
            );
            wants(subject, sink, "prep.talking_points", message, "prep.talking_points+=TEXT");
        }
    }),
};

/// The last visit, if it went poorly, is analysed.
pub(super) static ANALYSED: Gate = Gate {
    name: "revisit-analysed",
    label: Label::new("analysed last visit", "复访分析"),
    doc: Label::new(
        "Before a customer is visited again after a visit of poor effect, it is said why that one failed, \
         and how this one sets about it anew (DEV-5.9.1, DEV-5.9.3).",
        "上次拜访效果差而再次拜访时，须写明上次未成功的原因和本次的新重点（DEV-5.9.1、DEV-5.9.3）。",
    ),
    clauses: &["DEV-5.9.1", "DEV-5.9.3"],
    waivable: false,
    check: Check::Event(LOGGING, |subject, sink| {
        let Some(visit) = subject.record::<Activity>().filter(|it| is_visit(it)) else { return };
        let Some(whom) = subject.book.with_whom(visit) else { return };
        let own = Some(subject.row.id);
        let Some(before) = contact::visit_before(subject.book, whom, visit.on, own) else { return };
        for (key, message) in contact::lacks_after(visit, before) {
            wants(subject, sink, key, message, &format!("{key}=TEXT"));
        }
    }),
};

/// Nobody is called who does not want it.
pub(super) static WILLING: Gate = Gate {
    name: "contact-willing",
    label: Label::new("contact may be called", "可联系"),
    doc: Label::new(
        "A contact who does not want to be called is not called, nor written to by text message or WeChat; \
         a call of their own is logged with `inbound=yes`. Own rule.",
        "不希望接到电话的联系人，不致电，也不发短信或微信；对方主动联系的，记录时写 `inbound=yes`。（自定规则）",
    ),
    clauses: &[],
    waivable: false,
    check: Check::Event(LOGGING, |subject, sink| {
        let Some(activity) = subject.record::<Activity>() else { return };
        if let Some(person) = contact::unwilling(subject.book, activity) {
            let name = &person.name;
            let message = say!(
                en: "{name} does not want to be called; if it was {name} who called, say so",
                zh: "{name} 不希望接到电话；若为对方主动联系，请写明"
            );
            wants(subject, sink, "inbound", message, "inbound=yes");
        }
    }),
};

/// Telesales call by a script in force.
pub(super) static SCRIPTED: Gate = Gate {
    name: "call-scripted",
    label: Label::new("call by a script", "按话术通话"),
    doc: Label::new(
        "A call names a script that is released, where the policy asks telesales for one \
         (`call.script_required`, `call.telesales_roles`) and the book has one; calls of the customer need none \
         (TEL-3.2.2).",
        "制度要求电话销售按话术通话（`call.script_required`、`call.telesales_roles`）且账本中有已发布话术时，\
         须写明已发布的话术；客户来电除外（TEL-3.2.2）。",
    ),
    clauses: &["TEL-3.2.2", "TEL-3.3.1"],
    waivable: false,
    check: Check::Event(LOGGING, |subject, sink| {
        let Some(call) = subject.record::<Activity>() else { return };
        if let Some(message) = scripts::fault(subject.book, call) {
            wants(subject, sink, "script", message, "script=ID");
        }
    }),
};

// What is logged has no id yet: the command is the same once more, with what it lacks.
fn wants(
    subject: &Subject<'_>,
    sink: &mut Sink<'_>,
    key: &str,
    message: crate::base::text::Text,
    set: &str,
) {
    let Some(activity) = subject.record::<Activity>() else { return };
    let deal = activity.opportunity.as_deref().map(|id| Kind::Opportunity.reference(id));
    let customer = || activity.customer.as_deref().map(|id| Kind::Customer.reference(id));
    let lead = || activity.lead.as_deref().map(|id| Kind::Lead.reference(id));
    let Some(whom) = deal.or_else(lead).or_else(customer) else { return };
    let kind = activity.r#type.key();
    sink.lack(key, message, format!("salesops log {kind} {whom} TEXT {set}"));
}
