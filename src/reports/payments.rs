//! Payments: what was due, what came in, what is late; and what customers owe of what they ordered.

use super::sheet::{self, AMOUNT, Measure, Sheet};
use super::tally::{self, Entry, Part};
use super::{By, Cx, Dimension, ReportSpec, Request, cell};
use crate::base::currency::Currency;
use crate::base::decimal::Decimal;
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::base::table::{Cell, Report, Table, Type};
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::facts::{orders, payments};
use crate::metrics::rate::share;
use crate::model::{Order, Payment};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "payments",
    label: Label::new("payments", "回款"),
    aliases: &["应收", "应收款", "receivables"],
    doc: Label::new(
        "Payments due in the period, by `due`, also those that are due after the day. `amount` is what is owed, `received` what has \
         come in until the day, `outstanding` the rest of what is not paid off or written off; `overdue` is \
         outstanding beyond its due day. `collection_rate` = received / amount, `overdue_rate` = overdue / \
         outstanding. The second table sets beside each other, by customer and whatever the period, what was \
         ordered and not cancelled, what has come in, and the difference, whatever payment was for which order.",
        "统计期间内到期的应收款，依据 `due`，也包括统计日之后到期的。`amount` 为应收金额，`received` 为截至统计日的实收，`outstanding` 为未结清、\
         未核销部分的余额，`overdue` 为其中已逾期的余额。`collection_rate` = 实收 / 应收，`overdue_rate` = 逾期 / 余额。\
         第二张表按客户列出（不论期间）未取消订单的金额、实收和差额，不区分款项对应哪份订单。",
    ),
    kinds: &[Kind::Member, Kind::Territory, Kind::Tag, Kind::Customer, Kind::Order, Kind::Payment],
    clauses: &["OPS-7.2.1", "TEL-3.5.2", "DEV-GAR-6"],
    dimensions: &[Dimension::Customer],
    only: None,
    over: Kind::Payment,
    run,
    ..ReportSpec::OF_DEALS
};

const MEASURES: &[Measure] = &[
    ("n", Label::new("payments", "笔数"), Type::Int),
    AMOUNT,
    ("received", Label::new("received", "实收"), Type::Money),
    ("outstanding", Label::new("outstanding", "余额"), Type::Money),
    ("overdue", Label::new("overdue", "逾期"), Type::Money),
    ("collection_rate", Label::new("collection rate", "回款率"), Type::Rate),
    ("overdue_rate", Label::new("overdue rate", "逾期率"), Type::Rate),
];

const BALANCE: &[Measure] = &[
    ("ordered", Label::new("ordered", "订单金额"), Type::Money),
    ("received", Label::new("received", "实收"), Type::Money),
    ("balance", Label::new("balance", "差额"), Type::Money),
];

/// The figures of one payment.
#[derive(Clone, Copy)]
struct Sums {
    amount: Option<Money>,
    received: Option<Money>,
    outstanding: Option<Money>,
    overdue: Option<Money>,
}

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let by = request.by_or(SPEC.dimensions);
    // What is due later is known already: it is no event of another day.
    let wide = Cx { as_of: crate::base::date::Date::END, ..*cx };
    let (entries, notes) =
        tally::entries(&wide, query, Kind::Payment, request.period, |row| entry(cx, row));
    let (parts, whole) = tally::parts(cx, &by, &entries, |entry| {
        let payment = cx.book.get::<Payment>(entry.row.id)?.record;
        Some((Some(currency(cx, payment)), sums(cx, payment)))
    });
    let sheet = Sheet {
        name: sheet::name(&by),
        title: sheet::title(SPEC.label, &by),
        by: &by,
        money: true,
        measures: MEASURES,
        bars: "amount",
    };
    let table = tally::table(cx, &sheet, &parts, &whole, figures);
    let counted = say!(en: "payments counted", zh: "计入的款项");
    SPEC.report(cx, request, vec![table, balance(cx)], notes.done_with(entries.len(), counted))
}

fn entry<'b>(cx: &Cx<'b>, row: AnyRow<'b>) -> Entry<'b> {
    let payment = cx.book.get::<Payment>(row.id).map(|row| row.record);
    Entry {
        row,
        owner: payment.and_then(|it| it.owner.as_deref()),
        customer: payment.map(|it| &*it.customer),
        source: None,
        date: payment.map(|it| it.due),
    }
}

fn currency(cx: &Cx<'_>, payment: &Payment) -> Currency {
    payment.currency.unwrap_or_else(|| cx.book.policy().currency())
}

fn sums(cx: &Cx<'_>, payment: &Payment) -> Sums {
    let currency = currency(cx, payment);
    let money = |amount: Option<Decimal>| Money::from_decimal(amount?, currency).ok();
    Sums {
        amount: money(Some(payment.amount)),
        received: money(payments::received(payment, cx.as_of)),
        outstanding: money(payments::left(payment, cx.as_of)),
        overdue: money(payments::late(cx.book, payment, cx.as_of)),
    }
}

fn figures(all: &[&Sums], currency: Option<Currency>) -> Vec<Cell> {
    let sum = |of: fn(&Sums) -> Option<Money>| {
        Money::sum(all.iter().filter_map(|sums| of(sums)), currency?)
    };
    let (amount, received) = (sum(|it| it.amount), sum(|it| it.received));
    let (outstanding, overdue) = (sum(|it| it.outstanding), sum(|it| it.overdue));
    let rate = |part: Option<Money>, whole: Option<Money>| share(part?.minor(), whole?.minor());
    vec![
        cell::count(all.len()),
        cell::money(amount),
        cell::money(received),
        cell::money(outstanding),
        cell::money(overdue),
        cell::figure(rate(received, amount)),
        cell::figure(rate(overdue, outstanding)),
    ]
}

/// What customers ordered and what they paid.
fn balance(cx: &Cx<'_>) -> Table {
    let by = [By::Field(Dimension::Customer)];
    let sheet = Sheet {
        name: "balance".to_owned(),
        title: Label::new("ordered and paid", "订货与回款").text(),
        by: &by,
        money: true,
        measures: BALANCE,
        bars: "balance",
    };
    let mut parts = Vec::new();
    for row in cx.book.iter::<Order>() {
        let order = row.record;
        let placed = order.placed_on().is_none_or(|on| on <= cx.as_of);
        let amount = order.total().and_then(|total| orders::money(cx.book, order, total));
        if let (Some(amount), true, false) = (amount, placed, order.is_cancelled()) {
            parts.push(side(row.erase(), &order.customer, amount, true));
        }
    }
    for row in cx.book.iter::<Payment>() {
        let payment = row.record;
        let amount =
            payments::received(payment, cx.as_of).filter(|amount| *amount != Decimal::ZERO);
        let amount = amount.and_then(|it| Money::from_decimal(it, currency(cx, payment)).ok());
        parts.extend(amount.map(|it| side(row.erase(), &payment.customer, it, false)));
    }
    tally::table(cx, &sheet, &parts, &parts, |all, currency| {
        let sum = |ordered: bool| {
            let side = all.iter().filter(|(_, own)| *own == ordered).map(|(amount, _)| *amount);
            Money::sum(side, currency?)
        };
        let (ordered, received) = (sum(true), sum(false));
        let left = ordered.zip(received).and_then(|(a, b)| a.checked_sub(b));
        [ordered, received, left].map(cell::money).to_vec()
    })
}

fn side<'b>(
    row: AnyRow<'b>,
    customer: &'b crate::base::id::Id,
    amount: Money,
    ordered: bool,
) -> Part<'b, (Money, bool)> {
    let keys = vec![super::place::Key::new(&**customer)];
    Part { row, keys, currency: Some(amount.currency()), what: (amount, ordered) }
}
