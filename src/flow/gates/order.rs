//! The gates of orders (OPS-5, ITS-3.5.3, DEV-5.7.2A).

use super::{Check, Deal, Gate, Sink, Subject, blank};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::{Book, Row};
use crate::facts::{clock, orders, tickets};
use crate::model::order::OrderStatus;
use crate::model::{Contract, Customer, Order, Ticket, opportunity};
use crate::say;

pub(in crate::flow) static COMPLETE: Gate = Gate {
    name: "order-complete",
    label: Label::new("complete order", "订单完整"),
    doc: Label::new(
        "The order says what is delivered at which price, by when, and how it is paid (OPS-5.1.1).",
        "订单写明产品和价格、交付期限和付款方式（OPS-5.1.1）。",
    ),
    clauses: &["OPS-5.1.1"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(order) = subject.record::<Order>() else { return };
        if order.lines.is_empty() {
            let message = say!(en: "what is ordered is missing", zh: "缺少订购的产品");
            sink.want("lines", message, "set", "lines+=PRODUCT:QTY:PRICE");
        } else if order.total().is_none() {
            let message = say!(en: "the amount is missing", zh: "缺少金额");
            sink.set("amount", "AMOUNT", message);
        }
        if order.delivery_due.is_none() {
            let message = say!(en: "the day of delivery is missing", zh: "缺少交付期限");
            sink.set("delivery_due", "DATE", message);
        }
        let contract = order.contract.as_deref().and_then(|id| subject.book.get::<Contract>(id));
        let agreed = contract.is_some_and(|it| !it.record.payment_schedule.is_empty());
        if blank(order.payment_terms.as_deref()) && !agreed {
            let message = say!(en: "how it is paid is missing", zh: "缺少付款方式");
            sink.set("payment_terms", "TEXT", message);
        }
    }),
};

pub(in crate::flow) static CONTRACTED: Gate = Gate {
    name: "order-contracted",
    label: Label::new("contract of the order", "订单有合同"),
    doc: Label::new(
        "A signed contract stands behind the order; a dealer's framework contract will do, and small \
         orders need none (OPS-5.1.1, DEV-5.7.2A).",
        "订单应有已签署的合同；经销商可依据框架合同，小额订单可不签合同（OPS-5.1.1、DEV-5.7.2A）。",
    ),
    clauses: &["OPS-5.1.1", "DEV-5.7.2A"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(order) = subject.record::<Order>() else { return };
        let (book, policy) = (subject.book, subject.book.policy());
        let limit = policy.order().without_contract_below;
        let own = order.currency.is_none_or(|currency| currency == policy.currency());
        let small = own && order.total().is_some_and(|amount| amount < limit);
        if small || has_framework(subject, order) {
            return;
        }
        let contract = contract_of(book, order);
        if contract.is_some_and(|it| is_signed(it.record, subject)) {
            return;
        }
        let message = say!(
            en: "from {limit} on an order needs a signed contract",
            zh: "金额达到 {limit} 的订单须有已签署的合同"
        );
        match (contract, &order.opportunity) {
            (Some(contract), _) => {
                let reference = contract.erase().reference();
                sink.lack("contract", message, format!("salesops contract sign {reference}"));
            }
            (None, Some(deal)) => {
                let remedy = format!("salesops add contract opportunity={}", &**deal);
                sink.lack("contract", message, remedy);
            }
            (None, None) => {
                let remedy = format!("salesops list contract customer:{}", &*order.customer);
                sink.lack("contract", message, remedy);
            }
        }
    }),
};

/// The contract of an order: its own, else its deal's.
fn contract_of<'b>(book: &'b Book<'_>, order: &Order) -> Option<Row<'b, Contract>> {
    match (&order.contract, &order.opportunity) {
        (Some(id), _) => book.get::<Contract>(id),
        (None, Some(deal)) => {
            let mut rows = book.referring::<Contract>(Kind::Opportunity, deal);
            rows.find(|it| it.record.signed_on.is_some())
        }
        (None, None) => None,
    }
}

fn is_signed(contract: &Contract, subject: &Subject<'_>) -> bool {
    contract.signed_on.is_some_and(|on| on <= subject.day)
}

fn has_framework(subject: &Subject<'_>, order: &Order) -> bool {
    let book = subject.book;
    let placed = order.entered.as_ref().map_or(subject.day, |entered| entered.at.date());
    let buys = book.get::<Customer>(&order.customer);
    buys.is_some_and(|it| it.record.r#type.as_deref() == Some("dealer"))
        && book.referring::<Contract>(Kind::Customer, &order.customer).any(|it| {
            let lasts = it.record.expires_on.is_none_or(|until| until >= placed);
            it.record.framework == Some(true) && lasts && is_signed(it.record, subject)
        })
}

pub(in crate::flow) static PRICED: Gate = Gate {
    name: "order-priced",
    label: Label::new("price of the order", "订单价格"),
    doc: Label::new(
        "The order costs what its contract says, unless a change of it was made (OPS-5.1.1).",
        "订单金额与合同一致，已执行变更的除外（OPS-5.1.1）。",
    ),
    clauses: &["OPS-5.1.1"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(order) = subject.record::<Order>().filter(|it| !it.is_changed()) else { return };
        if let Some((agreed, ours)) = orders::differs_from_contract(subject.book, order) {
            let message = say!(
                en: "the order comes to {ours}, its contract to {agreed}",
                zh: "订单金额为 {ours}，合同金额为 {agreed}"
            );
            let (route, command) = match opportunity::total(&order.lines) {
                None => ("amount", format!("amount={agreed}")),
                Some(_) => ("lines", "lines.0.price=AMOUNT".to_owned()),
            };
            sink.want(route, message, "set", &command);
        }
    }),
};

pub(in crate::flow) static CONFIRMED: Gate = Gate {
    name: "order-confirmed",
    label: Label::new("confirmed order", "客户确认订单"),
    doc: Label::new(
        "A contact of the customer has confirmed the order (OPS-5.1.2).",
        "客户的联系人已确认订单（OPS-5.1.2）。",
    ),
    clauses: &["OPS-5.1.2"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(order) = subject.record::<Order>() else { return };
        if order.customer_confirmation.is_none() {
            let message = say!(en: "the customer has not confirmed it", zh: "客户尚未确认订单");
            let command = "customer_confirmation.contact=CONTACT";
            sink.want("customer_confirmation", message, "set", command);
        }
    }),
};

pub(in crate::flow) static RELEASABLE: Gate = Gate {
    name: "order-releasable",
    label: Label::new("order to be released", "订单可下达"),
    doc: Label::new(
        "The departments know the requirements and the quality standard, and which of them have it \
         is written down (OPS-5.2.1).",
        "已写明生产要求、质量标准和下达的部门（OPS-5.2.1）。",
    ),
    clauses: &["OPS-5.2.1", "TEL-3.4.3"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(order) = subject.record::<Order>() else { return };
        if blank(order.requirements.as_deref()) {
            let message = say!(en: "the requirements are missing", zh: "缺少生产要求");
            sink.set("requirements", "TEXT", message);
        }
        if blank(order.quality_standard.as_deref()) {
            let message = say!(en: "the quality standard is missing", zh: "缺少质量标准");
            sink.set("quality_standard", "TEXT", message);
        }
        if order.dispatch.is_empty() {
            let message = say!(en: "no department has it", zh: "尚未下达给任何部门");
            sink.want("dispatch", message, "set", "dispatch+=DEPARTMENT");
        }
    }),
};

pub(in crate::flow) static SUPPORTED: Gate = Gate {
    name: "order-supported",
    label: Label::new("support of the order", "实施支持"),
    doc: Label::new(
        "Somebody supports the customer while the order is carried out (ITS-3.5.3).",
        "实施期间有人为客户提供支持（ITS-3.5.3）。",
    ),
    clauses: &["ITS-3.5.3"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(order) = subject.record::<Order>() else { return };
        if order.support_owner.is_none() {
            let message = say!(en: "nobody supports the customer", zh: "缺少实施支持人");
            sink.set("support_owner", "MEMBER", message);
        }
    }),
};

pub(in crate::flow) static UNCHANGED: Gate = Gate {
    name: "order-change-decided",
    label: Label::new("changes decided", "变更已决定"),
    doc: Label::new(
        "No change of the order is still open (OPS-5.3.2).",
        "订单没有待定的变更（OPS-5.3.2）。",
    ),
    clauses: &["OPS-5.3.2"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some((_, change)) = subject.record::<Order>().and_then(Order::open_change) else {
            return;
        };
        let (what, reference) = (&change.what, subject.row.reference());
        let message = say!(
            en: "the change `{what}` is neither made nor dropped",
            zh: "变更“{what}”尚未执行或放弃"
        );
        sink.lack("changes", message, format!("salesops order change {reference}"));
    }),
};

pub(in crate::flow) static CHANGE_ASKED: Gate = Gate {
    name: "change-asked",
    label: Label::new("change asked for", "提出变更"),
    doc: Label::new(
        "What is to be different stands among the changes of the order (OPS-5.3.2). Cannot be \
         waived.",
        "订单的变更中写明要改变的内容（OPS-5.3.2）。不可豁免。",
    ),
    clauses: &["OPS-5.3.2"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let asked = subject.record::<Order>().is_none_or(|order| order.open_change().is_some());
        if !asked {
            let message = say!(en: "no change is asked for", zh: "没有提出变更");
            sink.want("changes", message, "set", "changes+=TEXT");
        }
    }),
};

pub(in crate::flow) static CHANGE_ASSESSED: Gate = Gate {
    name: "change-assessed",
    label: Label::new("assessed change", "变更评估"),
    doc: Label::new(
        "The customer has confirmed the change, and what it does to the day of delivery and the cost \
         is known (OPS-5.3.2). Cannot be waived.",
        "客户已确认变更，并已评估对交期和成本的影响（OPS-5.3.2）。不可豁免。",
    ),
    clauses: &["OPS-5.3.2"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(order) = subject.record::<Order>() else { return };
        let Some((_, change)) = order.open_change() else {
            let message = say!(en: "no change is asked for", zh: "没有提出变更");
            return sink.want("changes", message, "set", "changes+=TEXT");
        };
        let route = |key: &str| format!("changes.{}.{key}", &*change.id);
        if change.customer_confirmed.is_none() {
            let message =
                say!(en: "the customer has not confirmed the change", zh: "客户尚未确认变更");
            let route = route("customer_confirmed");
            sink.set(&route, "DATE", message);
        }
        if change.delivery_days.is_none() {
            let message = say!(
                en: "by how many days the change puts off the delivery is missing",
                zh: "缺少变更对交期的影响"
            );
            let route = route("delivery_days");
            sink.set(&route, "DAYS", message);
        }
        if change.cost.is_none() {
            let message = say!(en: "what the change costs is missing", zh: "缺少变更的成本影响");
            let route = route("cost");
            sink.set(&route, "AMOUNT", message);
        }
    }),
};

pub(in crate::flow) static INSPECTED: Gate = Gate {
    name: "inspected",
    label: Label::new("inspection", "客户验收"),
    doc: Label::new(
        "It is known who inspected what was delivered for the customer (OPS-5.4.2). Cannot be waived.",
        "写明由客户的哪位联系人验收（OPS-5.4.2）。不可豁免。",
    ),
    clauses: &["OPS-5.4.2"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(order) = subject.record::<Order>() else { return };
        if order.acceptance.is_none() {
            let message = say!(en: "who inspected it is missing", zh: "缺少验收人");
            let verb = format!("order {}", subject.step);
            sink.want("acceptance", message, &verb, "acceptance.by=CONTACT");
        }
    }),
};

// The orders of a deal that count: those that were not cancelled.
fn orders_of<'b>(deal: &Deal<'b>) -> Vec<Row<'b, Order>> {
    let all = deal.book.referring::<Order>(Kind::Opportunity, deal.row.id);
    all.filter(|it| it.record.status() != OrderStatus::Cancelled).collect()
}

// Says that there is none, or which one waits for which step.
fn lack_order(deal: &Deal<'_>, last: Option<&Row<'_, Order>>, sink: &mut Sink<'_>) {
    let Some(last) = last else {
        let message = say!(en: "there is no order", zh: "尚无订单");
        let remedy = format!("salesops add order opportunity={}", deal.row.id);
        return sink.lack("outcome", message, remedy);
    };
    let (reference, status) = (last.erase().reference(), last.record.status());
    let Label { en, zh } = status.label();
    let message = say!(en: "{reference} is {en} only", zh: "{reference} 仅为“{zh}”");
    let step = match status {
        OrderStatus::Received => "review",
        OrderStatus::Reviewed => "confirm",
        OrderStatus::Confirmed => "dispatch",
        OrderStatus::Dispatched => "start",
        OrderStatus::InProgress => "deliver",
        _ => "accept",
    };
    sink.lack("outcome", message, format!("salesops order {step} {reference}"));
}

pub(super) static DISPATCHED: Gate = Gate {
    name: "order-dispatched",
    label: Label::new("dispatched order", "订单已下达"),
    doc: Label::new(
        "An order of the deal is reviewed, confirmed by the customer and with the departments \
         (OPS-5.1, OPS-5.2).",
        "该机会的订单已评审、经客户确认并下达给各部门（OPS-5.1、OPS-5.2）。",
    ),
    clauses: &["OPS-5.1.1", "OPS-5.1.2", "OPS-5.2.1"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        if !deal.wide {
            return;
        }
        let orders = orders_of(deal);
        if orders.iter().all(|it| it.record.status() < OrderStatus::Dispatched) {
            lack_order(deal, orders.last(), sink);
        }
    }),
};

pub(super) static ACCEPTED: Gate = Gate {
    name: "delivery-accepted",
    label: Label::new("accepted delivery", "交付已验收"),
    doc: Label::new(
        "What was ordered for the deal is delivered, the customer has accepted it, and no objection \
         is open (OPS-5.4.2).",
        "该机会的订单均已交付并经客户验收通过，没有未办结的异议（OPS-5.4.2）。",
    ),
    clauses: &["OPS-5.4.1", "OPS-5.4.2"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        if !deal.wide {
            return;
        }
        let orders = orders_of(deal);
        let open = orders.iter().find(|it| !it.record.is_accepted());
        if orders.is_empty() || open.is_some() {
            return lack_order(deal, open, sink);
        }
        for order in orders {
            // What comes up after the acceptance is no objection to the delivery.
            let until = order.record.acceptance.as_ref().and_then(|it| it.on);
            let objected = |ticket: &Ticket| {
                ticket
                    .opened()
                    .is_none_or(|at| until.is_none_or(|on| clock::day(deal.book, at) <= on))
            };
            let open = tickets::open_of(deal.book, order.id);
            for ticket in open.filter(|it| objected(it.record)) {
                let reference = ticket.erase().reference();
                let message = say!(en: "{reference} is still open", zh: "{reference} 尚未办结");
                sink.lack("outcome", message, format!("salesops show {reference}"));
            }
        }
    }),
};
