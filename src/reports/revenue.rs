//! Revenue: the value won over time.

use std::collections::BTreeMap;

use super::deal::{Deal, Population};
use super::group::{Groups, Part, Place, group, sum};
use super::place::Key;
use super::sheet::{self, AMOUNT, Measure, Sheet, WON};
use super::{By, Cx, ReportSpec, Request, cell};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::money::Money;
use crate::base::period::{Period, Unit};
use crate::base::table::{Cell, Report, Row, Type};
use crate::base::text::Label;
use crate::metrics::rate::growth;
use crate::model::common::Outcome;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "revenue",
    label: Label::new("revenue", "销售额"),
    aliases: &["收入", "业绩"],
    doc: Label::new(
        "Deals won in the period, by day, week, month, quarter or year of `closed.on`, with the \
         amount at the closing. Weeks are ISO weeks. Every unit from the first to the last with a \
         deal has a row. `growth` is the change against the unit before as a share of it, and \
         undefined where that is zero.",
        "统计期间内赢单的机会，按 `closed.on`（关闭日期）所在的日、周、月、季度或年汇总，金额按关闭时计。周为 \
         ISO 周。从首个到最后一个有赢单的时间单位，每个都有一行。`growth` 为较上一单位的变动占上一单位的比例，\
         上一单位为零时不计算。",
    ),
    clauses: &[
        "OPS-7.2.1",
        "OPS-7.2.2",
        "OPS-7.3.1",
        "ITS-4.1.1",
        "ITS-4.1.3",
        "TEL-6.1.1",
        "DEV-ADV-6",
    ],
    dimensions: &[],
    converts: true,
    run,
    ..ReportSpec::OF_DEALS
};

const MEASURES: &[Measure] = &[WON, AMOUNT, ("growth", Label::new("growth", "环比"), Type::Rate)];

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let unit = request.by.iter().find_map(|by| match by {
        By::Unit(unit) => Some(*unit),
        _ => None,
    });
    let unit = unit.unwrap_or(request.unit);
    let rest = request.by.iter().filter(|by| !matches!(by, By::Unit(_))).cloned();
    let by: Vec<By> = std::iter::once(By::Unit(unit)).chain(rest).collect();
    let won = Population::of(cx, query).decided(&[Outcome::Won]);
    let Population { deals, mut notes } =
        won.dated(request.period, |deal| deal.decided).converted(cx, request);
    let groups = group(cx, request, &by, true, &deals);
    let sheet = Sheet {
        name: sheet::name(&by),
        title: sheet::title(Label::new("value won", "赢单金额"), &by),
        by: &by,
        money: true,
        measures: MEASURES,
        bars: "amount",
    };
    let mut table = sheet.empty();
    table.rows = rows(cx, &sheet, unit, &groups);
    let total = |parts: &[Part<'_, '_>], currency| figures(parts, sum(parts, currency), None);
    table.total = (table.rows.len() > 1).then(|| sheet.total(&deals, total));
    notes.without_amount(&deals);
    notes.add(
        "partial",
        partial(cx, request, unit, &deals),
        say!(
            en: "first or last units that the period or the day cuts short: \
                their growth compares unequal times",
            zh: "不完整的首末时间单位（被统计期间或统计日截断，其环比所比较的时间长短不同）"
        ),
    );
    notes.grouping(&groups);
    SPEC.report(cx, request, vec![table], notes.done(deals.len()))
}

fn figures(parts: &[Part<'_, '_>], amount: Option<Money>, before: Option<Money>) -> Vec<Cell> {
    let growth = before.zip(amount).and_then(|(before, now)| growth(now, before));
    vec![cell::count(parts.len()), cell::money(amount), cell::figure(growth)]
}

/// What is followed over time: a place without its period.
type Series<'b> = (Vec<Key<'b>>, Option<Currency>);

fn series<'b>((keys, currency): &Place<'b>) -> Series<'b> {
    (keys.get(1..).unwrap_or_default().to_vec(), *currency)
}

/// The rows, with those of empty units between the first and the last of each series.
fn rows(cx: &Cx<'_>, sheet: &Sheet<'_>, unit: Unit, groups: &Groups<'_, '_>) -> Vec<Row> {
    let mut all: BTreeMap<Place<'_>, &[Part<'_, '_>]> = BTreeMap::new();
    for ((keys, currency), first, last) in spans(groups) {
        for key in units(unit, first, last) {
            let keys = std::iter::once(Key::new(key)).chain(keys.iter().cloned()).collect();
            all.insert((keys, currency), &[]);
        }
    }
    all.extend(groups.rows.iter().map(|(place, parts)| (place.clone(), parts.as_slice())));
    let mut before: BTreeMap<Series<'_>, Option<Money>> = BTreeMap::new();
    let mut rows = Vec::with_capacity(all.len());
    for (place, parts) in &all {
        let amount = sum(*parts, place.1);
        let earlier = before.insert(series(place), amount).flatten();
        rows.push(sheet.row(cx, place, parts, figures(parts, amount, earlier)));
    }
    rows
}

/// The first and the last date of each series.
fn spans<'b>(groups: &Groups<'_, 'b>) -> Vec<(Series<'b>, Date, Date)> {
    let mut spans: BTreeMap<Series<'b>, (Date, Date)> = BTreeMap::new();
    for (place, parts) in &groups.rows {
        for date in parts.iter().filter_map(|part| part.deal.date) {
            let span = spans.entry(series(place)).or_insert((date, date));
            *span = (span.0.min(date), span.1.max(date));
        }
    }
    spans.into_iter().map(|(series, (first, last))| (series, first, last)).collect()
}

/// The keys of all units from the one of `first` to the one of `last`.
fn units(unit: Unit, first: Date, last: Date) -> impl Iterator<Item = String> {
    let buckets = std::iter::successors(Some(unit.bucket(first)), move |bucket| unit.next(*bucket));
    buckets
        .take_while(move |bucket| bucket.from() <= last)
        .map(move |bucket| unit.key(bucket.from()))
}

/// How many of the first and last unit are not wholly within the period and the time up to the day.
fn partial(cx: &Cx<'_>, request: &Request, unit: Unit, deals: &[Deal<'_>]) -> usize {
    let dates = || deals.iter().filter_map(|deal| deal.date);
    let Some((first, last)) = dates().min().zip(dates().max()) else { return 0 };
    let period = request.period.unwrap_or(Period::ALL);
    let to = period.to().min(cx.as_of.checked_add_days(1).unwrap_or(Date::END));
    let is_cut = |bucket: &Period| bucket.from() < period.from() || bucket.to() > to;
    let (first, last) = (unit.bucket(first), unit.bucket(last));
    let ends = if first == last { vec![first] } else { vec![first, last] };
    ends.iter().filter(|bucket| is_cut(bucket)).count()
}
