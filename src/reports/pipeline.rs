//! The pipeline: what is open, and what it is worth.

use super::deal::Population;
use super::group::{Part, group, sum};
use super::sheet::{self, AMOUNT, Measure, N, Sheet};
use super::{Cx, Dimension, ReportSpec, Request, cell};
use crate::base::currency::Currency;
use crate::base::money::Money;
use crate::base::table::{Cell, Report, Type};
use crate::base::text::Label;
use crate::facts::opportunity::probability;
use crate::metrics::money::weighted;
use crate::policy::Policy;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "pipeline",
    label: Label::new("pipeline", "销售管道"),
    aliases: &["储备"],
    doc: Label::new(
        "Deals open at the end of the day: stage, owner and outcome as of then, amounts as on \
         record now. The period, if any, is of `expected_close`. `weighted` is the sum of amount × \
         chance to win, rounded to the minor unit for each deal (half away from zero); the chance \
         is the deal's own evaluation's, else its stage's.",
        "统计日终了时仍在进行中的机会：阶段、负责人、结果按当日计，金额按现有记录计。统计期间（如有）\
         依据 `expected_close`（预计成交日期）。`weighted` 为各机会“金额 × 成交概率”之和，逐笔四舍五入到\
         最小货币单位；概率优先用机会自身评估，否则用所处阶段的概率。",
    ),
    clauses: &["OPS-7.4.1", "TAG-5.1.3a", "TAG-5.3.2a", "TAG-5.3.2b", "ITS-2.2.2c"],
    dimensions: &[Dimension::Stage],
    converts: true,
    run,
    ..ReportSpec::OF_DEALS
};

const MEASURES: &[Measure] =
    &[N, AMOUNT, ("weighted", Label::new("weighted", "加权金额"), Type::Money)];

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let by = request.by_or(SPEC.dimensions);
    let open = Population::of(cx, query).open();
    let Population { deals, mut notes } =
        open.dated(request.period, |deal| deal.row.record.expected_close).converted(cx, request);
    let groups = group(cx, request, &by, true, &deals);
    let sheet = Sheet {
        name: sheet::name(&by),
        title: sheet::title(Label::new("open deals", "进行中的机会"), &by),
        by: &by,
        money: true,
        measures: MEASURES,
        bars: "amount",
    };
    let policy = cx.book.policy();
    let table =
        sheet.table(cx, &groups, &deals, |parts, currency| figures(parts, currency, policy));
    notes.without_amount(&deals);
    let late = deals.iter().filter(|d| d.row.record.expected_close.is_some_and(|on| on < cx.as_of));
    notes.add(
        "slipped",
        late.count(),
        say!(
            en: "deals whose expected close has passed: counted",
            zh: "预计成交日期已过的机会：仍计入"
        ),
    );
    notes.import_dated(&deals);
    notes.grouping(&groups);
    SPEC.report(cx, request, vec![table], notes.done(deals.len()))
}

fn figures(parts: &[Part<'_, '_>], currency: Option<Currency>, policy: &Policy) -> Vec<Cell> {
    let chance =
        |part: &Part<'_, '_>| probability(part.deal.row.record, part.deal.standing.stage, policy);
    let each = parts.iter().filter_map(|part| Some((part.amount?, chance(part))));
    let expected = currency.and_then(|currency| {
        let mut all = each.map(|(amount, percent)| weighted(amount, percent));
        all.try_fold(Money::zero(currency), |sum, next| sum.checked_add(next?))
    });
    vec![cell::count(parts.len()), cell::money(sum(parts, currency)), cell::money(expected)]
}
