//! What follows from assessments: the total of one, what it lacks, how the last ones of a member went.

use std::collections::BTreeMap;

use super::people;
use crate::base::date::Date;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::{Period, Unit};
use crate::book::{Book, Row};
use crate::model::assessment::{Criterion, Grading, Scheme};
use crate::model::{Assessment, Member};

/// How many digits the value of a criterion has before it is weighed.
const DIGITS: u8 = 6;

/// Whether a criterion is judged by people, whatever figures there are (TEL-6.1.4, TEL-6.1.5).
pub const fn is_judged(criterion: Criterion) -> bool {
    matches!(criterion, Criterion::Teamwork | Criterion::Skill)
}

/// The score of a criterion that counts: the last.
pub fn score(record: &Assessment, criterion: Criterion) -> Option<i64> {
    let last = record.scores.iter().rfind(|score| score.criterion == criterion)?;
    Some(last.score).filter(|score| (1..=5).contains(score))
}

/// The criteria with their weights, in order.
pub fn weights(record: &Assessment) -> Vec<(Criterion, Decimal)> {
    let mut weights: Vec<(Criterion, Decimal)> = Vec::new();
    for line in record.lines.iter() {
        if !weights.iter().any(|(known, _)| *known == line.criterion) {
            weights.push((line.criterion, line.weight));
        }
    }
    weights
}

/// What counts of a criterion, 1 being all: the mean of its rates and of its score out of 5. `None`
/// where nothing is known, or nobody has judged what is to be judged.
pub fn value(record: &Assessment, criterion: Criterion) -> Option<Decimal> {
    let of = record.lines.iter().filter(|line| line.criterion == criterion);
    let mut parts: Vec<Decimal> = of.filter_map(|line| line.rate).collect();
    let score = score(record, criterion);
    if is_judged(criterion) && score.is_none() {
        return None;
    }
    let share = score.and_then(|score| {
        Decimal::from_int(score.into()).div(Decimal::from_int(5), DIGITS, Rounding::HalfEven)
    });
    parts.extend(share);
    let n = Decimal::from_int(i128::try_from(parts.len()).ok()?);
    let sum = parts.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)?;
    if n.is_zero() { None } else { sum.div(n, DIGITS, Rounding::HalfEven) }
}

/// The criteria of which nothing is known yet.
pub fn lacking(record: &Assessment) -> Vec<Criterion> {
    let all = weights(record).into_iter().map(|(criterion, _)| criterion);
    all.filter(|criterion| value(record, *criterion).is_none()).collect()
}

/// The weighted sum of all criteria, two digits; `None` where one is lacking.
pub fn total(record: &Assessment) -> Option<Decimal> {
    let weights = weights(record);
    if weights.is_empty() {
        return None;
    }
    let mut sum = Decimal::ZERO;
    for of in weights {
        sum = sum.checked_add(points(record, of)?)?;
    }
    Some(sum)
}

/// What a criterion brings of its weight, two digits: the total is the sum of what is shown.
pub fn points(record: &Assessment, (criterion, weight): (Criterion, Decimal)) -> Option<Decimal> {
    let points = value(record, criterion)?.checked_mul(weight)?;
    points.rounded(2, Rounding::HalfAwayFromZero)
}

/// The table of weights for a member in a time; `None` for who is not assessed: by the role, or not
/// here then.
pub fn scheme(book: &Book<'_>, member: &Member, period: Period) -> Option<Scheme> {
    let is_here = member.joined_on.is_none_or(|day| day < period.to())
        && !people::has_left(member, period.from());
    book.policy().scheme(member.role.as_deref()?).filter(|_| is_here)
}

/// The last day on which the assessments of a month are in time (ITS-4.2, TEL-6.2).
pub fn due(book: &Book<'_>, month: Period) -> Option<Date> {
    month.to().checked_add_days(book.policy().assess().due_day.checked_sub(1)?)
}

/// The assessments of a member by month, those with a fixed result only, up to a day.
pub fn decided<'b>(
    book: &'b Book<'_>,
    member: &Id,
    day: Date,
) -> BTreeMap<Period, Row<'b, Assessment>> {
    let all = book.referring::<Assessment>(Kind::Member, member);
    let of_member = all.filter(|row| **row.record.member == **member && row.record.is_final());
    let by_then = of_member.filter(|row| row.record.decided_on.is_none_or(|on| on <= day));
    by_then.map(|row| (row.record.period.period(), row)).collect()
}

/// How many of the last months with a result had the same one without a gap, that result, and the
/// last of them.
pub fn streak<'b>(
    decided: &BTreeMap<Period, Row<'b, Assessment>>,
) -> Option<(Grading, usize, Row<'b, Assessment>)> {
    let (last, row) = decided.last_key_value()?;
    let result = row.record.result?;
    let mut months = std::iter::successors(Some(*last), |month| month.previous());
    let same =
        |month: &Period| decided.get(month).is_some_and(|it| it.record.result == Some(result));
    Some((result, months.by_ref().take_while(same).count(), *row))
}

/// The month before the one that a day lies in.
pub fn last_month(day: Date) -> Option<Period> {
    Unit::Month.bucket(day).previous()
}
