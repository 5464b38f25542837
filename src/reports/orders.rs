//! Orders: how much was ordered, and whether it was delivered in time.

use std::collections::BTreeMap;

use super::place::Key;
use super::sheet::{self, AMOUNT, Measure, Sheet};
use super::tally::{self, Entry, Part};
use super::{By, Cx, Dimension, ReportSpec, Request, cell};
use crate::base::currency::Currency;
use crate::base::decimal::Decimal;
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::base::table::{Cell, Report, Type};
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::facts::orders;
use crate::metrics::money::mean;
use crate::metrics::rate::share;
use crate::model::opportunity::Line;
use crate::model::{Opportunity, Order, Product};
use crate::query::{Path, Query};
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "orders",
    label: Label::new("orders", "订单"),
    aliases: &["订货"],
    doc: Label::new(
        "Orders placed in the period, by their date (`on`, else the first move, else the entry). `n`, `qty`, \
         `amount` and `mean_amount` (amount / n) are of orders that are not cancelled; cancelled ones stand \
         beside them. The amount is that of the lines where all have prices, rounded once an order and row. \
         `left` were delivered or shipped, `late` of these after `delivery_due`; `on_time_rate` = in time / left \
         with a due day. By product, or by a field of its lines (`lines.product.category`), an order counts once \
         in each row, its amount by line.",
        "统计期间内的订单，依据下单日期（`on`，否则首次变动，否则录入）。`n`、`qty`、`amount`、`mean_amount`（金额 / 订单数）\
         只计未取消的订单，已取消的另列。明细均有价格时金额由明细得出，每份订单每行舍入一次。`left` 为已交付或已发货，`late` \
         为其中晚于 `delivery_due` 的；`on_time_rate` = 按期 / 已发出且有期限的。按产品或明细的字段（`lines.product.category`）\
         分组时，每份订单在每行各计一次，金额按明细归集。",
    ),
    kinds: &[Kind::Member, Kind::Territory, Kind::Product, Kind::Tag, Kind::Customer, Kind::Order],
    clauses: &["OPS-7.2.1", "TAG-5.3.1a", "TAG-5.3.1c", "OPS-5.4.1"],
    dimensions: &[Dimension::Owner],
    only: None,
    over: Kind::Order,
    run,
    ..ReportSpec::OF_DEALS
};

const MEASURES: &[Measure] = &[
    ("n", Label::new("orders", "订单数"), Type::Int),
    ("qty", Label::new("quantity", "数量"), Type::Int),
    AMOUNT,
    ("mean_amount", Label::new("mean order", "平均订单金额"), Type::Money),
    ("left", Label::new("sent", "已发出"), Type::Int),
    ("late", Label::new("late", "逾期发出"), Type::Int),
    ("on_time_rate", Label::new("on time", "按期率"), Type::Rate),
    ("cancelled", Label::new("cancelled", "已取消"), Type::Int),
    ("cancelled_amount", Label::new("cancelled amount", "取消金额"), Type::Money),
];

/// What of an order falls into a row.
struct Share<'b> {
    order: &'b Order,
    qty: Decimal,
    amount: Option<Money>,
}

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let by = request.by_or(SPEC.dimensions);
    let (entries, mut notes) =
        tally::entries(cx, query, Kind::Order, request.period, |row| entry(cx, row));
    let along = lines_along(cx, &by);
    let parts: Vec<_> = entries.iter().flat_map(|entry| parts(cx, &by, &along, entry)).collect();
    let whole: Vec<_> = entries
        .iter()
        .flat_map(|entry| parts_of_lines(cx, entry, vec![(Vec::new(), None)]))
        .collect();
    notes.add(
        "without_amount",
        whole.iter().filter(|part| part.what.amount.is_none()).count(),
        say!(
            en: "orders without a valid amount: counted, but in no sum of money",
            zh: "没有有效金额的订单：计入数量，不计入金额合计"
        ),
    );
    let sheet = Sheet {
        name: sheet::name(&by),
        title: sheet::title(SPEC.label, &by),
        by: &by,
        money: true,
        measures: MEASURES,
        bars: "amount",
    };
    let table = tally::table(cx, &sheet, &parts, &whole, figures);
    let counted = say!(en: "orders counted", zh: "计入的订单");
    SPEC.report(cx, request, vec![table], notes.done_with(entries.len(), counted))
}

fn entry<'b>(cx: &Cx<'b>, row: AnyRow<'b>) -> Entry<'b> {
    let order = cx.book.get::<Order>(row.id).map(|row| row.record);
    let deal = order.and_then(|order| orders::deals(cx.book, order).first().copied());
    let deal = deal.and_then(|id| cx.book.get::<Opportunity>(id)).map(|row| row.record);
    Entry {
        row,
        owner: order.and_then(|it| it.owner.as_deref()),
        customer: order.map(|it| &*it.customer),
        source: deal.and_then(|deal| deal.source.as_deref()),
        date: order.and_then(Order::placed_on),
    }
}

/// By dimension: the way on from the product of a line, where it goes by line.
enum ByLine {
    Product,
    Along(Path),
}

fn lines_along(cx: &Cx<'_>, by: &[By]) -> Vec<Option<ByLine>> {
    let of = |by: &By| match by {
        By::Field(Dimension::Product) => Some(ByLine::Product),
        By::Along(_) => match by.key().strip_prefix("lines.product.") {
            Some(rest) => Path::parse(cx.book, Kind::Product, rest).ok().map(ByLine::Along),
            None => (by.key() == "lines.product").then_some(ByLine::Product),
        },
        _ => None,
    };
    by.iter().map(of).collect()
}

fn parts<'b>(
    cx: &Cx<'b>,
    by: &[By],
    along: &[Option<ByLine>],
    entry: &Entry<'b>,
) -> Vec<Part<'b, Share<'b>>> {
    let places = tally::places_but(cx, by, entry, |at| along[at].is_some());
    let lines = cx.book.get::<Order>(entry.row.id).map_or(&[][..], |row| &row.record.lines[..]);
    if along.iter().all(Option::is_none) || lines.is_empty() {
        return parts_of_lines(cx, entry, places.into_iter().map(|keys| (keys, None)).collect());
    }
    let mut cells: Vec<(Vec<Key<'b>>, Option<&Line>)> = Vec::new();
    for keys in places {
        for line in lines {
            let keys = keys.iter().zip(along).map(|(key, way)| match way {
                Some(way) => of_line(cx, way, line),
                None => key.clone(),
            });
            cells.push((keys.collect(), Some(line)));
        }
    }
    parts_of_lines(cx, entry, cells)
}

fn of_line<'b>(cx: &Cx<'b>, way: &ByLine, line: &'b Line) -> Key<'b> {
    let ByLine::Along(path) = way else { return Key::new(&**line.product) };
    let product = cx.book.get::<Product>(&line.product);
    let mut keys = Vec::new();
    if let Some(product) = product {
        path.any(cx.book, product.erase(), cx.as_of, &mut |view| {
            keys.extend(super::along::key(cx.book, view));
            false
        });
    }
    keys.into_iter().next().unwrap_or(Key::MISSING)
}

/// The shares of an order: by row the lines that fall there, or the whole where none is named.
fn parts_of_lines<'b>(
    cx: &Cx<'b>,
    entry: &Entry<'b>,
    places: Vec<(Vec<Key<'b>>, Option<&'b Line>)>,
) -> Vec<Part<'b, Share<'b>>> {
    let Some(order) = cx.book.get::<Order>(entry.row.id).map(|row| row.record) else {
        return Vec::new();
    };
    let mut sums: BTreeMap<Vec<Key<'b>>, (Decimal, Option<Decimal>)> = BTreeMap::new();
    for (keys, line) in places {
        let lines = line.map_or(&order.lines[..], std::slice::from_ref);
        let qty = lines.iter().map(quantity).try_fold(Decimal::ZERO, Decimal::checked_add);
        let amount = match line {
            Some(line) => line.total(),
            None => order.total(),
        };
        let sum = sums.entry(keys).or_insert((Decimal::ZERO, Some(Decimal::ZERO)));
        sum.0 = qty.and_then(|qty| sum.0.checked_add(qty)).unwrap_or(sum.0);
        sum.1 = sum.1.zip(amount).and_then(|(sum, more)| sum.checked_add(more));
    }
    let currency = Some(order.currency.unwrap_or_else(|| cx.book.policy().currency()));
    let part = |(keys, (qty, amount)): (Vec<Key<'b>>, (Decimal, Option<Decimal>))| {
        let amount = amount.and_then(|amount| orders::money(cx.book, order, amount));
        Part { row: entry.row, keys, currency, what: Share { order, qty, amount } }
    };
    sums.into_iter().map(part).collect()
}

fn quantity(line: &Line) -> Decimal {
    line.qty.unwrap_or(Decimal::from_int(1))
}

fn figures(shares: &[&Share<'_>], currency: Option<Currency>) -> Vec<Cell> {
    let (gone, kept): (Vec<&Share<'_>>, Vec<_>) =
        shares.iter().copied().partition(|share| share.order.is_cancelled());
    let sum = |shares: &[&Share<'_>]| {
        Money::sum(shares.iter().filter_map(|share| share.amount), currency?)
    };
    let amount = sum(&kept);
    let qty = kept.iter().map(|share| share.qty).try_fold(Decimal::ZERO, Decimal::checked_add);
    let left = kept.iter().filter(|share| share.order.left_on().is_some());
    let timed: Vec<i64> = kept.iter().filter_map(|share| days_late(share.order)).collect();
    let late = timed.iter().filter(|days| **days > 0).count();
    let in_time = i128::try_from(timed.len() - late).ok().zip(i128::try_from(timed.len()).ok());
    let priced = kept.iter().filter(|share| share.amount.is_some()).count();
    vec![
        cell::count(kept.len()),
        cell::quantity(qty),
        cell::money(amount),
        cell::figure(amount.and_then(|amount| mean(amount, priced))),
        cell::count(left.count()),
        cell::count(late),
        cell::figure(in_time.and_then(|(part, whole)| share(part, whole))),
        cell::count(gone.len()),
        cell::money(sum(&gone)),
    ]
}

fn days_late(order: &Order) -> Option<i64> {
    Some(order.left_on()?.days_since(order.delivery_due?))
}
