//! The life of an order (OPS-5, ITS-3.5).

use super::{Effects, Fixed, Life, Loosened, Step, Taker, payment, ticket};
use crate::base::edit::Edit;
use crate::base::field::Start;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Label;
use crate::base::value::Value;
use crate::flow::gates::{
    Subject, approval, order as gates, payment as payments, ticket as tickets,
};
use crate::model::Order;
use crate::model::order::{ChangeState, Inspection};

const UNDER_WAY: &[&str] = &["confirmed", "dispatched", "in_progress"];

pub(super) static LIFE: Life = Life {
    kind: Kind::Order,
    steps: &[
        Step {
            name: "review",
            label: Label::new("review", "评审"),
            doc: Label::new(
                "Records that somebody else has found it complete and right.",
                "记录订单已由他人评审，内容完整准确。",
            ),
            from: &["received"],
            to: "reviewed",
            gates: &[&gates::COMPLETE, &gates::CONTRACTED, &gates::PRICED, &approval::APPROVED],
            clauses: &["OPS-5.1.1"],
            ..Step::PLAIN
        },
        Step {
            name: "revise",
            label: Label::new("revise", "退回修改"),
            doc: Label::new("Takes it back to be changed.", "退回订单，以便修改。"),
            from: &["reviewed"],
            to: "received",
            reason: true,
            clauses: &["OPS-5.1.1"],
            ..Step::PLAIN
        },
        Step {
            name: "confirm",
            label: Label::new("confirm", "确认"),
            doc: Label::new("Records that the customer has confirmed it.", "记录客户已确认订单。"),
            from: &["reviewed"],
            to: "confirmed",
            gates: &[&gates::CONFIRMED],
            clauses: &["OPS-5.1.2"],
            ..Step::PLAIN
        },
        Step {
            name: "dispatch",
            label: Label::new("dispatch", "下达"),
            doc: Label::new(
                "Releases it to the departments that carry it out.",
                "把订单下达给执行的部门。",
            ),
            from: &["confirmed"],
            to: "dispatched",
            gates: &[&gates::RELEASABLE],
            clauses: &["OPS-5.2.1"],
            ..Step::PLAIN
        },
        Step {
            name: "start",
            label: Label::new("start", "开工"),
            doc: Label::new("Records that work has begun.", "记录已开始执行。"),
            from: &["dispatched"],
            to: "in_progress",
            gates: &[&gates::SUPPORTED],
            clauses: &["OPS-5.2.1", "ITS-3.5.3"],
            ..Step::PLAIN
        },
        Step {
            name: "deliver",
            label: Label::new("deliver", "交付"),
            doc: Label::new("Records that all of it is delivered.", "记录已全部交付。"),
            from: &["in_progress"],
            to: "delivered",
            gates: &[&gates::UNCHANGED],
            takes: &["delivered_on"],
            fills: &[("delivered_on", Start::Today)],
            clauses: &["OPS-5.4.1"],
            ..Step::PLAIN
        },
        Step {
            name: "accept",
            label: Label::new("accept", "验收通过"),
            doc: Label::new("Records that the customer has accepted it.", "记录客户验收通过。"),
            from: &["delivered"],
            to: "accepted",
            gates: &[&gates::INSPECTED],
            takes: &["acceptance"],
            also: |subject, _| {
                let records = payment::of_order(subject).into_iter().collect();
                Effects { records, ..inspected(subject, Inspection::Passed) }
            },
            clauses: &["OPS-5.4.2"],
            ..Step::PLAIN
        },
        Step {
            name: "object",
            label: Label::new("object", "验收异议"),
            doc: Label::new(
                "Records what the customer objects to, and opens a ticket for it.",
                "记录客户对交付的异议，并建立服务单。",
            ),
            from: &["delivered"],
            gates: &[&gates::INSPECTED],
            takes: &["acceptance"],
            reason: true,
            also: |subject, taker| {
                let records = ticket::of_objection(subject, taker).into_iter().collect();
                Effects { records, ..inspected(subject, Inspection::Objected) }
            },
            clauses: &["OPS-5.4.2"],
            ..Step::PLAIN
        },
        Step {
            name: "change",
            label: Label::new("change", "变更"),
            doc: Label::new(
                "Makes the change that was asked for and approved: KEY=VALUE says what is different.",
                "执行已提出并获批准的变更：用 KEY=VALUE 写明改动。",
            ),
            from: UNDER_WAY,
            gates: &[&gates::CHANGE_ASSESSED, &approval::APPROVED],
            takes: AGREED,
            also: |subject, taker| decided(subject, taker, ChangeState::Made),
            clauses: &["OPS-5.3.2"],
            ..Step::PLAIN
        },
        Step {
            name: "drop",
            label: Label::new("drop", "放弃变更"),
            doc: Label::new("Drops the change that was asked for.", "放弃已提出的变更。"),
            from: UNDER_WAY,
            gates: &[&gates::CHANGE_ASKED],
            reason: true,
            also: |subject, taker| decided(subject, taker, ChangeState::Dropped),
            clauses: &["OPS-5.3.2"],
            ..Step::PLAIN
        },
        Step {
            name: "close",
            label: Label::new("close", "完成"),
            doc: Label::new("Records that nothing is left to do.", "记录订单已全部完成。"),
            from: &["accepted"],
            to: "closed",
            gates: &[&payments::PAID, &tickets::SETTLED],
            clauses: &["OPS-5.4.2"],
            ..Step::PLAIN
        },
        Step {
            name: "cancel",
            label: Label::new("cancel", "取消"),
            doc: Label::new("Takes the order back.", "取消订单。"),
            from: &["received", "reviewed", "confirmed", "dispatched", "in_progress"],
            to: "cancelled",
            reason: true,
            clauses: &["OPS-5.3.1"],
            ..Step::PLAIN
        },
    ],
};

/// What the review and the customer have agreed to stands fast after the review.
pub(super) static FIXED: Fixed = Fixed {
    kind: Kind::Order,
    fields: AGREED,
    open: &["received"],
    loosened: Loosened::Change("order change"),
};

const AGREED: &[&str] =
    &["contract", "customer", "payment_terms", "delivery_due", "amount", "currency", "lines"];

fn inspected(subject: &Subject<'_>, result: Inspection) -> Effects {
    let mut effects = Effects::default();
    let day = Value::plain(subject.day);
    let route = |key: &str| Route::name("acceptance").then(key);
    effects.edits.push(Edit::Set(route("result"), Value::plain(result.key())));
    effects.edits.push(Edit::Set(route("on"), day));
    effects
}

fn decided(subject: &Subject<'_>, _: Taker<'_>, state: ChangeState) -> Effects {
    let mut effects = Effects::default();
    let Some((at, _)) = subject.record::<Order>().and_then(Order::open_change) else {
        return effects;
    };
    let item = || Route::name("changes").at(at);
    effects.edits.push(Edit::Set(item().then("state"), Value::plain(state.key())));
    effects.edits.push(Edit::Set(item().then("decided_on"), Value::plain(subject.day)));
    effects
}
