//! Expenses: what is budgeted, used and left, who spends it, and how it stands to what is sold.

use std::collections::BTreeMap;

use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::base::period::{Period, Unit};
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::facts::spending;
use crate::metrics::kpi::{self, Figures};
use crate::metrics::rate::share;
use crate::model::expense::ExpenseStatus;
use crate::model::target::Who;
use crate::model::{Budget, Expense};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "expenses",
    label: Label::new("expenses", "费用分析"),
    aliases: &["expense", "费用"],
    doc: Label::new(
        "Expenses of the period (this year where none is asked for), in the policy's currency: claims \
         submitted or paid, by the day on which it was spent. The budgets are those of the years of \
         the period, each with everything that is claimed from it. `ratio` = expenses / sales, sales \
         by `sales.basis` of the policy. Over time it goes by `expense.review_cadence`. A query \
         chooses claims; budgets and sales it leaves as they are.",
        "期间（缺省为本年）内的费用，以制度的币种计：已提交或已支付的报销，按费用发生日。预算为期间所涉年度的预算，\
         已用为从中列支的全部报销。`ratio` = 费用 / 销售额，销售额按制度的 `sales.basis`。按时间汇总以 \
         `expense.review_cadence` 为单位。条件用于筛选报销单，不影响预算和销售额。",
    ),
    kinds: KINDS,
    clauses: &["ITS-5.3.2", "ITS-5.3.1", "ITS-5.1.2"],
    only: Some(&[]),
    over: Kind::Expense,
    run,
    ..ReportSpec::OF_DEALS
};

const KINDS: &[Kind] = &{
    let mut kinds = [Kind::Budget; kpi::KINDS.len() + 1];
    let mut at = 0;
    while at < kpi::KINDS.len() {
        kinds[at] = kpi::KINDS[at];
        at += 1;
    }
    kinds
};

/// One line of a claim.
struct Spent<'b> {
    on: Date,
    who: Option<&'b Id>,
    category: &'b str,
    amount: Money,
    claim: &'b Id,
}

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let period = request.period.unwrap_or_else(|| Unit::Year.bucket(cx.as_of));
    let currency = cx.book.policy().currency();
    let mut notes = Notes::default();
    notes.unreadable(cx, KINDS);
    let spent = lines(cx, query, period, currency, &mut notes);
    let figures = Figures::new(cx.book, cx.as_of);
    let tables = vec![
        budgets(cx, period, currency),
        by_category(cx, currency, &spent),
        by_member(cx, &figures, period, currency, &spent),
        over_time(cx, &figures, currency, &spent),
    ];
    let request = Request { period: Some(period), ..request.clone() };
    let counted = say!(en: "lines of claims", zh: "费用明细");
    SPEC.report(cx, &request, tables, notes.done_with(spent.len(), counted))
}

fn lines<'b>(
    cx: &Cx<'b>,
    query: &Query,
    period: Period,
    currency: Currency,
    notes: &mut Notes,
) -> Vec<Spent<'b>> {
    let counts = |status| matches!(status, ExpenseStatus::Submitted | ExpenseStatus::Paid);
    let (mut lines, mut foreign, mut undated) = (Vec::new(), 0, 0);
    for row in cx.book.iter::<Expense>() {
        if !counts(row.record.status()) || !query.fits(cx.book, row.erase()) {
            continue;
        }
        let own = row.record.currency.unwrap_or(currency);
        for line in row.record.lines.iter() {
            let Some(on) = line.spent_on.or(row.record.claimed_on) else {
                undated += 1;
                continue;
            };
            if !period.contains(on) || on > cx.as_of {
                continue;
            }
            let amount = Money::from_decimal(line.amount, own).ok();
            let Some(amount) = amount.filter(|it| it.currency() == currency) else {
                foreign += 1;
                continue;
            };
            let (who, category) = (row.record.claimant.as_deref(), &*line.category);
            lines.push(Spent { on, who, category, amount, claim: row.id });
        }
    }
    notes.add(
        "undated",
        undated,
        say!(en: "lines without a day: left out", zh: "没有日期的明细：未计入"),
    );
    notes.add(
        "foreign",
        foreign,
        say!(en: "lines without an amount in the policy's currency: left out", zh: "没有制度币种金额的明细：未计入"),
    );
    lines
}

fn table(name: &str, title: Label, columns: &[(&str, Label, Type)], bars: &str) -> Table {
    let columns: Vec<Column> =
        columns.iter().map(|(key, label, kind)| Column::new(*key, *label, *kind)).collect();
    let bars = columns.iter().position(|column| column.key == bars);
    Table { name: name.into(), title: title.text(), columns, bars, ..Table::default() }
}

const AMOUNT: (&str, Label, Type) = ("amount", Label::new("expenses", "费用"), Type::Money);
const CURRENCY: (&str, Label, Type) = ("currency", Label::new("currency", "币种"), Type::Text);
const SALES: (&str, Label, Type) = ("sales", Label::new("sales", "销售额"), Type::Money);
const RATIO: (&str, Label, Type) = ("ratio", Label::new("of sales", "占销售额"), Type::Rate);
const CATEGORY: (&str, Label, Type) = ("category", Label::new("category", "费用类别"), Type::Text);

fn category(cx: &Cx<'_>, key: &str) -> Cell {
    Cell::Label(key.to_owned(), cx.book.policy().term(Vocabulary::ExpenseCategory, key))
}

fn code(currency: Currency) -> Cell {
    Cell::Text(currency.code().to_owned())
}

// ITS-5.3.2: budget, used, remaining.
fn budgets(cx: &Cx<'_>, period: Period, own: Currency) -> Table {
    let columns = [
        ("budget", Label::new("budget", "预算"), Type::Text),
        CATEGORY,
        CURRENCY,
        ("planned", Label::new("budgeted", "预算额"), Type::Money),
        ("used", Label::new("used", "已用"), Type::Money),
        ("left", Label::new("left", "剩余"), Type::Money),
        ("rate", Label::new("used %", "使用率"), Type::Rate),
    ];
    let mut table = table("budgets", Label::new("budgets", "预算使用"), &columns, "used");
    let years = i64::from(period.from().year())..=i64::from(period.last().year());
    for row in cx.book.iter::<Budget>().filter(|row| years.contains(&row.record.year)) {
        for item in row.record.items.iter() {
            let planned = row.record.of(&item.category);
            // No claim has the id of a budget, so that all count.
            let used = spending::spent(cx.book, row.id, &item.category, row.id);
            let left = planned.zip(used).and_then(|(planned, used)| planned.checked_sub(used));
            let rate = planned.zip(used).filter(|(planned, _)| *planned > Decimal::ZERO);
            let rate = rate.and_then(|(planned, used)| {
                used.div(planned, 6, crate::base::decimal::Rounding::HalfEven)
            });
            let cells = vec![
                Cell::Text(row.id.to_string()),
                category(cx, &item.category),
                code(row.record.currency.unwrap_or(own)),
                cell::figure(planned),
                cell::figure(used),
                cell::figure(left),
                cell::figure(rate),
            ];
            table.rows.push(Row { cells, records: vec![row.erase().reference()] });
        }
    }
    table
}

fn by_category(cx: &Cx<'_>, currency: Currency, spent: &[Spent<'_>]) -> Table {
    let columns = [CATEGORY, CURRENCY, AMOUNT, ("share", Label::new("share", "占比"), Type::Rate)];
    let mut table = table("by_category", Label::new("by category", "按类别"), &columns, "amount");
    let mut groups: BTreeMap<&str, Vec<&Spent<'_>>> = BTreeMap::new();
    for line in spent {
        groups.entry(line.category).or_default().push(line);
    }
    let all = sum(spent.iter(), currency);
    for (key, lines) in groups {
        let amount = sum(lines.iter().copied(), currency);
        let part = amount.zip(all).and_then(|(amount, all)| share(amount.minor(), all.minor()));
        let cells =
            vec![category(cx, key), code(currency), cell::money(amount), cell::figure(part)];
        table.rows.push(Row { cells, records: claims(&lines) });
    }
    table
}

fn by_member<'b>(
    cx: &Cx<'b>,
    figures: &Figures<'b>,
    period: Period,
    currency: Currency,
    spent: &[Spent<'b>],
) -> Table {
    let member = ("member", Label::new("member", "成员"), Type::Ref);
    let columns = [member, CURRENCY, AMOUNT, SALES, RATIO];
    let mut table = table("by_member", Label::new("by member", "按成员"), &columns, "amount");
    let mut groups: BTreeMap<Option<&Id>, Vec<&Spent<'_>>> = BTreeMap::new();
    for line in spent {
        groups.entry(line.who).or_default().push(line);
    }
    for (who, lines) in groups {
        let sales = who.and_then(|id| sales(cx, figures, Who::Member(id), period, currency));
        let head = match who {
            Some(id) => Cell::Ref(id.to_string(), cx.book.name_of(Kind::Member, id)),
            None => Cell::Label("-".to_owned(), say!(en: "none", zh: "未填")),
        };
        table.rows.push(against(sales, head, currency, &lines));
    }
    table
}

fn over_time<'b>(
    cx: &Cx<'b>,
    figures: &Figures<'b>,
    currency: Currency,
    spent: &[Spent<'b>],
) -> Table {
    let unit = cx.book.policy().expense().review_cadence.unit();
    let columns =
        [("period", Label::new("period", "期间"), Type::Text), CURRENCY, AMOUNT, SALES, RATIO];
    let mut table = table("over_time", Label::new("over time", "按时间"), &columns, "amount");
    let mut groups: BTreeMap<Period, Vec<&Spent<'_>>> = BTreeMap::new();
    for line in spent {
        groups.entry(unit.bucket(line.on)).or_default().push(line);
    }
    for (bucket, lines) in groups {
        let sales = sales(cx, figures, Who::Company, bucket, currency);
        let head = Cell::Text(unit.key(bucket.from()));
        table.rows.push(against(sales, head, currency, &lines));
    }
    table
}

fn sum<'s, 'b: 's>(
    lines: impl Iterator<Item = &'s Spent<'b>>,
    currency: Currency,
) -> Option<Money> {
    Money::sum(lines.map(|line| line.amount), currency)
}

fn sales(
    cx: &Cx<'_>,
    figures: &Figures<'_>,
    who: Who<'_>,
    period: Period,
    currency: Currency,
) -> Option<Money> {
    let basis = cx.book.policy().sales().basis;
    let events = figures.sold(basis).of(who, period);
    let amounts = events.filter_map(|event| event.what.amount);
    Money::sum(amounts.filter(|amount| amount.currency() == currency), currency)
}

// What was spent beside what was sold.
fn against(sales: Option<Money>, head: Cell, currency: Currency, lines: &[&Spent<'_>]) -> Row {
    let amount = sum(lines.iter().copied(), currency);
    let cells =
        vec![head, code(currency), cell::money(amount), cell::money(sales), ratio(amount, sales)];
    Row { cells, records: claims(lines) }
}

fn ratio(amount: Option<Money>, sales: Option<Money>) -> Cell {
    cell::figure(amount.zip(sales).and_then(|(amount, sales)| share(amount.minor(), sales.minor())))
}

fn claims(lines: &[&Spent<'_>]) -> Vec<String> {
    let mut ids: Vec<String> =
        lines.iter().map(|line| Kind::Expense.reference(line.claim)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
