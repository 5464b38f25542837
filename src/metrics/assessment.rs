//! The figures of an assessment: what each criterion of a table of weights counts.

use super::kpi::{Asked, Figures, attainment};
use super::targets::Targets;
use crate::base::decimal::Decimal;
use crate::base::id::Id;
use crate::base::period::Period;
use crate::book::Book;
use crate::model::assessment::{Criterion, Line, Scheme};
use crate::model::target::{Kpi, Who};

/// What a criterion counts.
pub const fn kpis(criterion: Criterion) -> &'static [Kpi] {
    match criterion {
        Criterion::Results => &[Kpi::SalesAmount, Kpi::SalesProfit, Kpi::OrderCount],
        Criterion::Customer => &[Kpi::NewCustomers, Kpi::OldCustomers],
        Criterion::Expense => &[Kpi::Expenses],
        Criterion::Teamwork => &[Kpi::TasksInTime],
        Criterion::SalesAmount => &[Kpi::SalesAmount],
        Criterion::SalesProfit => &[Kpi::SalesProfit],
        Criterion::GrowthRate => &[Kpi::GrowthRate],
        Criterion::NewCustomers => &[Kpi::NewCustomers],
        Criterion::Satisfaction => &[Kpi::Satisfaction, Kpi::ComplaintsInTime],
        Criterion::Development => &[Kpi::NewCustomers, Kpi::CustomerGrowth],
        Criterion::Skill => &[],
        Criterion::TagQuality => &[Kpi::TagQuality],
    }
}

/// The figures of a member for a month, a line for each indicator of the criteria that can be
/// counted, else one that says what is weighed.
pub fn lines<'b>(
    book: &'b Book<'b>,
    figures: &Figures<'b>,
    targets: &Targets<'b>,
    (member, scheme): (&Id, Scheme),
    month: Period,
) -> Vec<Line> {
    let of_quality = quality(book, figures, targets, member, month);
    let rest = match of_quality.is_some() {
        true => Decimal::from_int(100).checked_sub(book.policy().tag().quality_weight),
        false => Some(Decimal::from_int(100)),
    };
    let mut lines = Vec::new();
    for (criterion, weight) in book.policy().assess().weights(scheme) {
        let weight = rest.and_then(|rest| of_rest(weight, rest)).unwrap_or(Decimal::ZERO);
        let before = lines.len();
        for kpi in kpis(criterion) {
            let line = line(book, figures, targets, member, *kpi, month);
            // What has neither target nor figure says nothing beside others that do.
            lines.extend(line.map(|line| Line { criterion, weight, ..line }));
        }
        if lines.len() == before {
            // Without a target it is judged; the figure helps to.
            let kpi = kpis(criterion).first().copied();
            let asked = kpi.map(|kpi| untargeted(book, kpi, month));
            let actual = asked.and_then(|asked| figures.actual(asked, Who::Member(member)).value);
            lines.push(Line { criterion, weight, actual, ..blank(kpi) });
        }
    }
    lines.extend(of_quality);
    lines
}

// What a weight of a table comes to where the table has only so much of an assessment.
fn of_rest(weight: i64, rest: Decimal) -> Option<Decimal> {
    let hundredth = Decimal::new(1, 2)?;
    let share = Decimal::from_int(weight.into()).checked_mul(rest)?.checked_mul(hundredth)?;
    Some(share.normalized())
}

// The line of tag quality (TAG-7.2); none where the policy gives it no weight, or nothing is known of
// somebody's records: the tables of weights are whole without it.
fn quality<'b>(
    book: &'b Book<'b>,
    figures: &Figures<'b>,
    targets: &Targets<'b>,
    member: &Id,
    month: Period,
) -> Option<Line> {
    let weight = book.policy().tag().quality_weight;
    // Anything else is a finding of the policy.
    let is_share = weight > Decimal::ZERO && weight < Decimal::from_int(100);
    if !is_share || !book.policy().applies(&["TAG-7.2"]) {
        return None;
    }
    let line = line(book, figures, targets, member, Kpi::TagQuality, month)?;
    line.rate?;
    Some(Line { criterion: Criterion::TagQuality, weight: weight.normalized(), ..line })
}

fn line<'b>(
    book: &'b Book<'b>,
    figures: &Figures<'b>,
    targets: &Targets<'b>,
    member: &Id,
    kpi: Kpi,
    month: Period,
) -> Option<Line> {
    let who = Who::Member(member);
    let Some(aim) = targets.aim(who, kpi, month) else {
        // Out of a hundred: judged as it is.
        let asked = untargeted(book, kpi, month);
        let actual = kpi.is_of_hundred().then(|| figures.actual(asked, who).value)??;
        let rate = attainment(kpi, actual, Decimal::from_int(100));
        return Some(Line { actual: Some(actual), rate: capped(book, rate), ..blank(Some(kpi)) });
    };
    let actual = figures.actual(aim.asked(kpi, month), who).value;
    let rate = actual.and_then(|actual| attainment(kpi, actual, aim.value));
    Some(Line {
        basis: kpi.is_of_sales().then_some(aim.basis),
        currency: kpi.is_money().then_some(aim.currency),
        target: Some(aim.value),
        actual,
        rate: capped(book, rate),
        ..blank(Some(kpi))
    })
}

fn untargeted(book: &Book<'_>, kpi: Kpi, period: Period) -> Asked {
    let policy = book.policy();
    Asked { kpi, basis: policy.sales().basis, currency: policy.currency(), period }
}

// Within nothing and the policy's cap.
fn capped(book: &Book<'_>, rate: Option<Decimal>) -> Option<Decimal> {
    let most = book.policy().assess().cap;
    rate.map(|rate| rate.clamp(Decimal::ZERO, most.max(Decimal::ZERO)))
}

fn blank(kpi: Option<Kpi>) -> Line {
    Line {
        criterion: Criterion::Results,
        weight: Decimal::ZERO,
        kpi,
        basis: None,
        currency: None,
        target: None,
        actual: None,
        rate: None,
    }
}
