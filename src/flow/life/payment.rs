//! The life of a payment (TEL-3.5.2, DEV-GAR-6, OPS-5.4.2), and which steps of others begin one.

use super::{Effects, Life, Step, Taker};
use crate::base::decimal::Decimal;
use crate::base::edit::Edit;
use crate::base::field::View;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Label;
use crate::base::value::Value;
use crate::flow::gates::{Subject, payment as gates};
use crate::model::{Contract, Order, Payment};

pub(super) static LIFE: Life = Life {
    kind: Kind::Payment,
    steps: &[
        Step {
            name: "pay",
            label: Label::new("pay", "收款"),
            doc: Label::new(
                "Records money that has come in: all that is due, or received+=AMOUNT.",
                "记录收到的款项：缺省为全部应收，部分到账用 received+=金额。",
            ),
            from: &["due"],
            gates: &[&gates::FITS],
            takes: &["received"],
            also: paid,
            clauses: &["TEL-3.5.2"],
            ..Step::PLAIN
        },
        Step {
            name: "remind",
            label: Label::new("remind", "催收"),
            doc: Label::new(
                "Records that the customer was reminded; collections+=DATE says for when it promised.",
                "记录已催收；客户承诺付款日期用 collections+=日期。",
            ),
            from: &["due"],
            also: reminded,
            clauses: &["DEV-GAR-6", "TEL-3.5.2"],
            ..Step::PLAIN
        },
        Step {
            name: "write-off",
            label: Label::new("write off", "核销"),
            doc: Label::new("Gives up what is still to come.", "核销未收的款项。"),
            from: &["due"],
            to: "written_off",
            reason: true,
            clauses: &["DEV-GAR-6"],
            ..Step::PLAIN
        },
    ],
};

// How many items the list `key` had before the step.
fn before(taker: Taker<'_>, key: &str) -> usize {
    match taker.before.fields.get(key) {
        View::List(items) => items.len(),
        _ => 0,
    }
}

fn paid(subject: &Subject<'_>, taker: Taker<'_>) -> Effects {
    let mut effects = Effects::default();
    let Some(payment) = subject.record::<Payment>() else { return effects };
    let left = payment.outstanding();
    if left > Decimal::from_int(0) && payment.received.len() == before(taker, "received") {
        let all = Value::map([("amount", Value::plain(left)), ("on", Value::plain(subject.day))]);
        effects.edits.push(Edit::Append(Route::name("received"), all));
    } else if left > Decimal::from_int(0) {
        return effects;
    }
    effects.to = Some("paid");
    effects
}

fn reminded(subject: &Subject<'_>, taker: Taker<'_>) -> Effects {
    let mut effects = Effects::default();
    let said = subject.record::<Payment>().map(|payment| payment.collections.len());
    if said == Some(before(taker, "collections")) {
        let mut reminder = Value::map([("on", Value::plain(subject.day))]);
        if let Some(me) = taker.me {
            reminder.put("by", Value::plain(me));
        }
        effects.edits.push(Edit::Append(Route::name("collections"), reminder));
    }
    effects
}

/// What a contract asks for when it is signed: a payment for each instalment. One that has payments
/// already begins none.
pub(super) fn of_contract(subject: &Subject<'_>, _: Taker<'_>) -> Effects {
    let mut effects = Effects::default();
    let Some(contract) = subject.record::<Contract>() else { return effects };
    let known = subject.book.referring::<Payment>(Kind::Contract, subject.row.id).next();
    if known.is_some() {
        return effects;
    }
    for instalment in contract.payment_schedule.iter() {
        let mut payment = Value::map([
            ("contract", Value::plain(subject.row.id)),
            ("due", Value::plain(instalment.due)),
            ("amount", Value::plain(instalment.amount)),
        ]);
        if let Some(what) = &instalment.note {
            payment.put("what", Value::text(what));
        }
        effects.records.push((Kind::Payment, payment));
    }
    effects
}

/// What an order asks for when it is accepted, where neither it nor its contract says anything of
/// payments: all of it, at the policy's term.
pub(super) fn of_order(subject: &Subject<'_>) -> Option<(Kind, Value)> {
    let order = subject.record::<Order>()?;
    let known = crate::facts::payments::of_order(subject.book, subject.row.id, order);
    let total = order.total().filter(|_| known.is_empty())?;
    let due = subject.day.add_days(subject.book.policy().payment().default_terms_days);
    let payment = Value::map([
        ("order", Value::plain(subject.row.id)),
        ("due", Value::plain(due)),
        ("amount", Value::plain(total)),
    ]);
    Some((Kind::Payment, payment))
}
