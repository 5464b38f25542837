//! Wins: what became of the deals that were closed, and why deals were lost.

use super::deal::{Deal, Population};
use super::group::{Part, group, sum};
use super::notes::Notes;
use super::sheet::{self, AMOUNT, LOST, Measure, N, SUSPENDED, Sheet, WON};
use super::{By, Cx, Dimension, ReportSpec, Request, cell};
use crate::base::currency::Currency;
use crate::base::money::Money;
use crate::base::table::{Cell, Report, Table, Type};
use crate::base::text::Label;
use crate::facts::credit::was_reopened;
use crate::metrics::money::mean;
use crate::metrics::rate::{share, win_rate, win_rate_broad};
use crate::model::common::Outcome;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "wins",
    label: Label::new("wins", "赢单"),
    aliases: &["赢单率"],
    doc: Label::new(
        "Deals won, lost or suspended in the period, by the date of that (`closed.on`), whenever \
         they began; `n` is all three. `win_rate` = won / (won + lost), `win_rate_broad` = won / \
         (won + lost + suspended); `win_rate_amount` and `win_rate_broad_amount` are the same of \
         their amounts. `amount` is the value won, `mean_amount` its mean over won deals with an \
         amount. Owner, team, territory and amount are those of the closing. A deal counts once \
         for each of its products; its amount goes by line.",
        "统计期间内赢单、输单或搁置的机会，依据其关闭日期（`closed.on`），不论何时开始；`n` 为三者之和。\
         `win_rate` = 赢单 /（赢单 + 输单），`win_rate_broad` = 赢单 /（赢单 + 输单 + 搁置）；\
         `win_rate_amount`、`win_rate_broad_amount` 为按金额计的同一比率。`amount` 为赢单金额，`mean_amount` \
         为有金额的赢单的平均金额。负责人、团队、区域、金额均按关闭时计。按产品分组时，每个机会对其每种产品各计\
         一次，金额按明细行归集。",
    ),
    clauses: &["OPS-7.2.1", "TAG-5.3.1a", "TAG-5.3.1b", "TAG-5.3.1c", "DEV-PROC-9"],
    dimensions: &[Dimension::Owner],
    converts: true,
    run,
    ..ReportSpec::OF_DEALS
};

const MEASURES: &[Measure] = &[
    N,
    WON,
    LOST,
    SUSPENDED,
    ("win_rate", Label::new("win rate", "赢单率"), Type::Rate),
    ("win_rate_broad", Label::new("win rate, broad", "赢单率（含搁置）"), Type::Rate),
    ("win_rate_amount", Label::new("win rate by amount", "金额赢单率"), Type::Rate),
    (
        "win_rate_broad_amount",
        Label::new("win rate by amount, broad", "金额赢单率（含搁置）"),
        Type::Rate,
    ),
    AMOUNT,
    ("mean_amount", Label::new("mean won deal", "平均赢单金额"), Type::Money),
];

const REASONS: &[Measure] = &[N, ("share", Label::new("share", "占比"), Type::Rate), AMOUNT];

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let by = request.by_or(SPEC.dimensions);
    let closed = [Outcome::Won, Outcome::Lost, Outcome::Suspended];
    let decided = Population::of(cx, query).decided(&closed);
    let Population { mut deals, mut notes } =
        decided.dated(request.period, |deal| deal.decided).converted(cx, request);
    let n = deals.len();
    notes.without_amount(&deals);
    notes.add(
        "reopened",
        deals.iter().filter(|deal| was_reopened(deal.row.record, cx.as_of)).count(),
        say!(
            en: "deals that were opened again after a closing: the last closing counts",
            zh: "关闭后曾重新打开的机会：以最后一次关闭为准"
        ),
    );
    let results = results(cx, request, &by, &deals, &mut notes);
    deals.retain(|deal| deal.outcome() == Outcome::Lost);
    let reasons = reasons(cx, request, &deals);
    SPEC.report(cx, request, vec![results, reasons], notes.done(n))
}

fn results(
    cx: &Cx<'_>,
    request: &Request,
    by: &[By],
    deals: &[Deal<'_>],
    notes: &mut Notes,
) -> Table {
    let groups = group(cx, request, by, true, deals);
    notes.grouping(&groups);
    let sheet = Sheet {
        name: sheet::name(by),
        title: sheet::title(Label::new("closed deals", "已关闭的机会"), by),
        by,
        money: true,
        measures: MEASURES,
        bars: "amount",
    };
    sheet.table(cx, &groups, deals, figures)
}

/// The deals of one outcome.
struct Side {
    n: usize,
    with_amount: usize,
    amount: Option<Money>,
}

impl Side {
    fn of(parts: &[Part<'_, '_>], outcome: Outcome, currency: Option<Currency>) -> Side {
        let side = || parts.iter().filter(|part| part.is(outcome));
        Side {
            n: side().count(),
            with_amount: side().filter(|part| part.amount.is_some()).count(),
            amount: sum(side(), currency),
        }
    }

    fn count(&self) -> Option<i128> {
        i128::try_from(self.n).ok()
    }

    fn minor(&self) -> Option<i128> {
        self.amount.map(Money::minor)
    }
}

fn figures(parts: &[Part<'_, '_>], currency: Option<Currency>) -> Vec<Cell> {
    let [won, lost, suspended] = [Outcome::Won, Outcome::Lost, Outcome::Suspended]
        .map(|outcome| Side::of(parts, outcome, currency));
    let narrow = |of: fn(&Side) -> Option<i128>| win_rate(of(&won)?, of(&lost)?);
    let broad =
        |of: fn(&Side) -> Option<i128>| win_rate_broad(of(&won)?, of(&lost)?, of(&suspended)?);
    vec![
        cell::count(parts.len()),
        cell::count(won.n),
        cell::count(lost.n),
        cell::count(suspended.n),
        cell::figure(narrow(Side::count)),
        cell::figure(broad(Side::count)),
        cell::figure(narrow(Side::minor)),
        cell::figure(broad(Side::minor)),
        cell::money(won.amount),
        cell::figure(won.amount.and_then(|amount| mean(amount, won.with_amount))),
    ]
}

fn reasons(cx: &Cx<'_>, request: &Request, lost: &[Deal<'_>]) -> Table {
    let by = [By::Field(Dimension::LostReason)];
    let sheet = Sheet {
        name: "lost_reasons".to_owned(),
        title: Label::new("why deals were lost", "输单原因").text(),
        by: &by,
        money: true,
        measures: REASONS,
        bars: "n",
    };
    let figures = |parts: &[Part<'_, '_>], currency| {
        let rate = i128::try_from(parts.len()).ok().zip(i128::try_from(lost.len()).ok());
        vec![
            cell::count(parts.len()),
            cell::figure(rate.and_then(|(part, whole)| share(part, whole))),
            cell::money(sum(parts, currency)),
        ]
    };
    sheet.table(cx, &group(cx, request, &by, true, lost), lost, figures)
}
