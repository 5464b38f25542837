//! Discounts: what was quoted and sold against list prices, who went beyond the limit, and who let it pass.

use super::sheet::{self, AMOUNT, Measure, Sheet};
use super::tally::{self, Entry};
use super::{By, Cx, Dimension, ReportSpec, Request, cell};
use crate::base::currency::Currency;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::facts::prices::{self, Offer, Sums};
use crate::facts::{credit, opportunity};
use crate::flow::approval::{self, Need, Standing};
use crate::metrics::rate::share;
use crate::model::{Opportunity, Proposal};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "discounts",
    label: Label::new("discounts", "折扣"),
    aliases: &["让利", "报价"],
    doc: Label::new(
        "Proposals of the period, every version and drafts too, by the day of submission (else the entry), against the list prices in force \
         on that day. `list_amount` and `amount` are of lines that have both prices, each rounded once a proposal; \
         `discount` = (list_amount − amount) / list_amount, `greatest` the greatest of one line. `beyond` is more \
         than `discount.limits` lets the owner give, or below the floor of a price; `below_floor` the latter alone. \
         The second table says how the approvals stand that the policy asks of them for it (`when` with \
         `discount` or `over_discount`). The third has the deals won in the period, by `closed.on`, against the list prices of \
         that day, of who won them; it is left out under a query or a field of proposals, which choose proposals.",
        "统计期间内的提案（各版本和草稿均计入），依据提交日期（否则录入），与当日有效的目录价比较。`list_amount`、`amount` 只计两种价格都有的明细，每份提案\
         各舍入一次；`discount` =（目录价 − 金额）/ 目录价，`greatest` 为单项明细的最大折扣。`beyond` 为超过 `discount.limits` \
         允许负责人给予的折扣或低于底价的提案，`below_floor` 为其中低于底价的。第二张表为制度为此要求的审批（`when` 含 `discount` 或 \
         `over_discount`）的进展。第三张表为期间内赢单的机会（按 `closed.on`），与赢单当日的目录价比较，归赢单时的负责人；\
         有查询条件或按提案字段分组时不列出，因其只针对提案。",
    ),
    kinds: &[
        Kind::Member,
        Kind::Territory,
        Kind::Product,
        Kind::Tag,
        Kind::Customer,
        Kind::Opportunity,
        Kind::Proposal,
        Kind::Approval,
    ],
    clauses: &["OPS-4.4.3"],
    dimensions: &[Dimension::Owner],
    only: None,
    over: Kind::Proposal,
    run,
    ..ReportSpec::OF_DEALS
};

const MEASURES: &[Measure] = &[
    ("n", Label::new("number", "数量"), Type::Int),
    ("list_amount", Label::new("at list prices", "目录价金额"), Type::Money),
    AMOUNT,
    ("discount", Label::new("discount", "折扣率"), Type::Rate),
    ("greatest", Label::new("greatest", "最大折扣"), Type::Rate),
    ("beyond", Label::new("beyond the limit", "超限"), Type::Int),
    ("below_floor", Label::new("below the floor", "低于底价"), Type::Int),
];

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let by = request.by_or(SPEC.dimensions);
    let (entries, mut notes) =
        tally::entries(cx, query, Kind::Proposal, request.period, |row| quoted(cx, row));
    let offer = |row: AnyRow<'_>| {
        Some(Offer::of_proposal(cx.book, cx.book.get::<Proposal>(row.id)?.record))
    };
    let mut tables = vec![
        table(cx, &by, "", Label::new("proposals", "提案"), &entries, offer),
        approvals(cx, &entries),
    ];
    let mut all: Vec<Offer<'_>> = entries.iter().filter_map(|it| offer(it.row)).collect();
    if query.is_empty() && !by.iter().any(|by| matches!(by, By::Along(_))) {
        let (deals, _) =
            tally::entries(cx, query, Kind::Opportunity, request.period, |row| won(cx, row));
        let offer = |row: AnyRow<'_>| {
            Offer::of_won(cx.book, cx.book.get::<Opportunity>(row.id)?.record, cx.as_of)
        };
        let before = all.len();
        all.extend(deals.iter().filter_map(|it| offer(it.row)));
        let counted = say!(en: "deals won, in a table of their own", zh: "赢单的机会，另列一表");
        notes.add("won", all.len() - before, counted);
        tables.push(table(cx, &by, "won_", Label::new("deals won", "赢单"), &deals, offer));
    }
    notes.add(
        "unlisted",
        all.iter().map(Offer::unlisted).sum(),
        say!(
            en: "lines without a price, or a list price of its currency: in no figure",
            zh: "没有价格或没有同币种目录价的明细：不计入"
        ),
    );
    let counted = say!(en: "proposals counted", zh: "计入的提案");
    SPEC.report(cx, request, tables, notes.done_with(entries.len(), counted))
}

fn quoted<'b>(cx: &Cx<'b>, row: AnyRow<'b>) -> Entry<'b> {
    let proposal = cx.book.get::<Proposal>(row.id).map(|row| row.record);
    let deal = proposal.and_then(|it| cx.book.get::<Opportunity>(&it.opportunity));
    let deal = deal.map(|row| row.record);
    let customer = proposal.and_then(|it| it.customer.as_deref());
    Entry {
        row,
        owner: proposal.and_then(|it| it.owner.as_deref()),
        customer: customer.or_else(|| deal?.customer.as_deref()),
        source: deal.and_then(|deal| deal.source.as_deref()),
        date: proposal.and_then(|it| prices::offered_on(cx.book, it)),
    }
}

fn won<'b>(cx: &Cx<'b>, row: AnyRow<'b>) -> Entry<'b> {
    let deal = cx.book.get::<Opportunity>(row.id).map(|row| row.record);
    Entry {
        row,
        owner: deal.and_then(|deal| credit::owner_on(deal, cx.as_of)),
        customer: deal.and_then(|deal| deal.customer.as_deref()),
        source: deal.and_then(|deal| deal.source.as_deref()),
        date: deal.and_then(opportunity::closed_on),
    }
}

/// What an offer gives to its row.
#[derive(Clone, Copy)]
struct Given {
    sums: Option<Sums>,
    greatest: Option<Decimal>,
    is_beyond: bool,
    is_below_floor: bool,
}

fn table<'b>(
    cx: &Cx<'b>,
    by: &[By],
    prefix: &str,
    label: Label,
    entries: &[Entry<'b>],
    offer: impl Fn(AnyRow<'b>) -> Option<Offer<'b>>,
) -> Table {
    let (parts, whole) = tally::parts(cx, by, entries, |entry| {
        let offer = offer(entry.row)?;
        let given = Given {
            sums: offer.sums(),
            greatest: offer.discount(),
            is_beyond: offer.is_beyond_limit(),
            is_below_floor: offer.is_below_floor(),
        };
        Some((Some(offer.currency()), given))
    });
    let sheet = Sheet {
        name: format!("{prefix}{}", sheet::name(by)),
        title: sheet::title(label, by),
        by,
        money: true,
        measures: MEASURES,
        bars: "amount",
    };
    tally::table(cx, &sheet, &parts, &whole, figures)
}

fn figures(all: &[&Given], currency: Option<Currency>) -> Vec<Cell> {
    let priced: Vec<Sums> = all.iter().filter_map(|it| it.sums).collect();
    let sum = |of: fn(&Sums) -> Money| {
        let currency = currency.filter(|_| !priced.is_empty())?;
        Money::sum(priced.iter().map(of), currency)
    };
    let (list, given) = (sum(|it| it.list), sum(|it| it.given));
    let off = list
        .zip(given)
        .and_then(|(list, given)| share(list.minor().checked_sub(given.minor())?, list.minor()));
    let hundred = Decimal::from_int(100);
    let greatest = all.iter().filter_map(|it| it.greatest).max();
    let greatest = greatest.and_then(|it| it.div(hundred, 6, Rounding::HalfEven));
    let count = |is: fn(&Given) -> bool| cell::count(all.iter().filter(|it| is(it)).count());
    vec![
        cell::count(all.len()),
        cell::money(list),
        cell::money(given),
        cell::figure(off),
        cell::figure(greatest),
        count(|it| it.is_beyond),
        count(|it| it.is_below_floor),
    ]
}

/// How the approvals stand that discounts are asked for, one row each.
fn approvals(cx: &Cx<'_>, entries: &[Entry<'_>]) -> Table {
    let column = |key, en, zh| Column::new(key, Label::new(en, zh), Type::Int);
    let columns = vec![
        Column::new("approval", Label::new("approval", "审批"), Type::Text),
        column("n", "needed", "需审批"),
        column("approved", "approved", "已批准"),
        column("rejected", "rejected", "已否决"),
        column("open", "not decided", "未决定"),
    ];
    let about =
        cx.book.policy().approvals_of(Kind::Proposal).filter(|(_, asked)| {
            asked.when.as_ref().is_some_and(|when| when.contains("discount:"))
        });
    let rows = about.filter_map(|(key, asked)| of_approval(cx, Need { key, asked }, entries));
    Table {
        name: "approvals".to_owned(),
        title: Label::new("approvals of discounts", "折扣审批").text(),
        columns,
        rows: rows.collect(),
        total: None,
        bars: None,
    }
}

// None where no proposal needs it, or its query cannot be read, which is a finding.
fn of_approval(cx: &Cx<'_>, need: Need<'_>, entries: &[Entry<'_>]) -> Option<Row> {
    let query = need.query(cx.book, Kind::Proposal, cx.as_of).ok()??;
    let rows = entries.iter().map(|entry| entry.row).filter(|row| query.fits(cx.book, *row));
    let (mut approved, mut rejected, mut records) = (0, 0, Vec::new());
    for row in rows {
        match approval::standing(cx.book, row, need) {
            Standing::Approved(_) => approved += 1,
            Standing::Rejected(_) => rejected += 1,
            Standing::Waiting | Standing::Void(_) => {}
        }
        records.push(row.reference());
    }
    let n = records.len();
    let cells = vec![
        Cell::Label(need.key.to_owned(), need.name()),
        cell::count(n),
        cell::count(approved),
        cell::count(rejected),
        cell::count(n - approved - rejected),
    ];
    (n > 0).then_some(Row { cells, records })
}
