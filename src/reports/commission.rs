//! Commission: what members get of what they have sold.

use std::collections::BTreeMap;

use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::currency::Currency;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::base::period::Unit;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::book::Book;
use crate::metrics::kpi::{self, Figures};
use crate::metrics::lot::Event;
use crate::metrics::sales::Sale;
use crate::model::Member;
use crate::model::target::Who;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "commission",
    label: Label::new("commission", "销售提成"),
    aliases: &["提成"],
    doc: Label::new(
        "The commission on what came in within the period (this month where none is asked for): each \
         amount × `commission.rate` of the policy, rounded to the minor unit, half away from zero, \
         then summed. `commission.base` says what counts: payments_received, contracts_signed, \
         orders_confirmed or invoices_written, each on its own day. It goes to the owner of the deal \
         at its closing, else to the owner of the order. A query chooses members.",
        "期间（缺省为本月）内的销售提成：逐笔金额 × 制度的 `commission.rate`，舍入（四舍五入）到最小货币单位后相加。\
         `commission.base` 规定计提基数：payments_received（回款）、contracts_signed（签约）、orders_confirmed（订单）\
         或 invoices_written（开票），各按其日期。归成交时机会的负责人，没有机会的归订单负责人。条件用于筛选成员。",
    ),
    kinds: kpi::KINDS,
    clauses: &["OPS-8.2.3"],
    only: Some(&[]),
    over: Kind::Member,
    run,
    ..ReportSpec::OF_DEALS
};

struct Part<'e, 'b> {
    event: &'e Event<'b, Sale<'b>>,
    amount: Money,
    commission: Option<Money>,
}

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let policy = cx.book.policy().commission();
    let period = request.period.unwrap_or_else(|| Unit::Month.bucket(cx.as_of));
    let figures = Figures::new(cx.book, cx.as_of);
    let sold = figures.sold(policy.base.basis());
    let (mut nobody, mut unknown) = (0, 0);
    let mut groups: BTreeMap<(&Id, Currency), Vec<Part<'_, '_>>> = BTreeMap::new();
    for event in sold.of(Who::Company, period) {
        let member = event.owner.and_then(|id| cx.book.get::<Member>(id));
        match (member, event.what.amount) {
            (None, _) => nobody += usize::from(query.is_empty()),
            (Some(row), _) if !query.fits(cx.book, row.erase()) => {}
            (Some(_), None) => unknown += 1,
            (Some(row), Some(amount)) => {
                let part = Part { event, amount, commission: share(amount, policy.rate) };
                groups.entry((row.id, amount.currency())).or_default().push(part);
            }
        }
    }
    let mut notes = Notes::default();
    notes.unreadable(cx, SPEC.kinds);
    notes.add("nobody", nobody, say!(en: "without an owner: left out", zh: "没有负责人：未计入"));
    notes.add(
        "without_amount",
        unknown,
        say!(en: "without a valid amount: left out", zh: "没有有效金额：未计入"),
    );
    let n = groups.values().map(Vec::len).sum();
    let tables = vec![by_owner(cx.book, policy.rate, &groups), items(cx.book, &groups)];
    let request = Request { period: Some(period), ..request.clone() };
    let basis = policy.base.basis().label();
    let (en, zh) = (basis.en, basis.zh);
    let counted = say!(en: "amounts counted ({en})", zh: "计入笔数（{zh}）");
    SPEC.report(cx, &request, tables, notes.done_with(n, counted))
}

fn share(amount: Money, rate: Decimal) -> Option<Money> {
    let exact = amount.to_decimal().checked_mul(rate)?;
    let currency = amount.currency();
    Money::from_decimal(exact.rounded(currency.exponent(), Rounding::HalfAwayFromZero)?, currency)
        .ok()
}

type Groups<'e, 'b> = BTreeMap<(&'b Id, Currency), Vec<Part<'e, 'b>>>;

fn by_owner(book: &Book<'_>, rate: Decimal, groups: &Groups<'_, '_>) -> Table {
    let columns = [
        ("owner", Label::new("owner", "负责人"), Type::Ref),
        ("currency", Label::new("currency", "币种"), Type::Text),
        ("n", Label::new("amounts", "笔数"), Type::Int),
        ("amount", Label::new("base", "计提基数"), Type::Money),
        ("rate", Label::new("rate", "提成比例"), Type::Rate),
        ("commission", Label::new("commission", "提成"), Type::Money),
    ];
    let row = |((id, currency), parts): (&(&Id, Currency), &Vec<Part<'_, '_>>)| {
        let base = Money::sum(parts.iter().map(|part| part.amount), *currency);
        let all: Option<Vec<Money>> = parts.iter().map(|part| part.commission).collect();
        let commission = all.and_then(|all| Money::sum(all, *currency));
        let cells = vec![
            Cell::Ref(id.to_string(), book.name_of(Kind::Member, id)),
            Cell::Text(currency.code().to_owned()),
            cell::count(parts.len()),
            cell::money(base),
            Cell::Figure(rate),
            cell::money(commission),
        ];
        Row { cells, records: parts.iter().map(|part| reference(part)).collect() }
    };
    let title = Label::new("commission", "提成").text();
    let columns = columns.map(|(key, label, kind)| Column::new(key, label, kind)).to_vec();
    let rows = groups.iter().map(row).collect();
    Table { name: "by_owner".into(), title, columns, rows, bars: Some(5), ..Table::default() }
}

fn items(book: &Book<'_>, groups: &Groups<'_, '_>) -> Table {
    let columns = [
        ("owner", Label::new("owner", "负责人"), Type::Ref),
        ("on", Label::new("on", "日期"), Type::Date),
        ("record", Label::new("record", "记录"), Type::Text),
        ("customer", Label::new("customer", "客户"), Type::Ref),
        ("currency", Label::new("currency", "币种"), Type::Text),
        ("amount", Label::new("amount", "金额"), Type::Money),
        ("commission", Label::new("commission", "提成"), Type::Money),
    ];
    let row = |id: &Id, part: &Part<'_, '_>| {
        let customer = part.event.what.customer;
        let customer =
            customer.map(|id| Cell::Ref(id.to_string(), book.name_of(Kind::Customer, id)));
        let cells = vec![
            Cell::Ref(id.to_string(), book.name_of(Kind::Member, id)),
            Cell::Date(part.event.on),
            Cell::Text(reference(part)),
            customer.unwrap_or(Cell::Empty),
            Cell::Text(part.amount.currency().code().to_owned()),
            cell::money(Some(part.amount)),
            cell::money(part.commission),
        ];
        Row { cells, records: vec![reference(part)] }
    };
    let rows = groups.iter().flat_map(|((id, _), parts)| parts.iter().map(|part| row(id, part)));
    let title = Label::new("amount by amount", "逐笔明细").text();
    let columns = columns.map(|(key, label, kind)| Column::new(key, label, kind)).to_vec();
    Table {
        name: "items".into(),
        title,
        columns,
        rows: rows.collect(),
        bars: Some(6),
        ..Table::default()
    }
}

fn reference(part: &Part<'_, '_>) -> String {
    part.event.record.0.reference(part.event.record.1)
}
