//! When customers are due to hear from us: one computation of the last contact for all cadences.

use super::contact;
use super::opportunity;
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{Book, Row};
use crate::model::common::{Grade, Outcome};
use crate::model::{Activity, Customer, Opportunity};

/// Something that has been due since a day.
pub struct Due {
    /// The day.
    pub on: Date,
    /// When it was last done; `None` where never.
    pub last: Option<Date>,
}

impl Due {
    /// Whether the day has passed.
    pub fn is_late(&self, today: Date) -> bool {
        self.on < today
    }
}

/// The day of the last activity with a customer, up to `today`, of those that fit.
pub fn last(
    book: &Book<'_>,
    customer: &Id,
    today: Date,
    fits: impl Fn(&Activity) -> bool,
) -> Option<Date> {
    let all = book.activities_with(Kind::Customer, customer).map(|row| row.record);
    all.filter(|it| it.on <= today && fits(it)).map(|it| it.on).last()
}

/// When a customer with a grade, or a key account, is due to be contacted: days after the last
/// contact, by its grade (ITS-7.2.1), fewer for key accounts (DEV-KA-12); one that was never
/// contacted counts from its entry.
pub fn contact_due(book: &Book<'_>, row: Row<'_, Customer>, today: Date) -> Option<Due> {
    let policy = book.policy();
    let by_grade = row.record.grade.map(|grade| policy.customer().contact_every_days.of(grade));
    let key = row.record.key_account == Some(true);
    let key = key.then(|| policy.contact().key_account_days);
    let days = by_grade.into_iter().chain(key).min()?;
    let last = last(book, row.id, today, |_| true);
    let since = last.or_else(|| contact::known_since(book, row.erase()))?;
    Some(Due { on: since.checked_add_days(days)?, last })
}

/// When a customer is due to be revisited: after a deal was won (TEL-3.5.3), then again and again by
/// its grade (ITS-3.6.1); one without a grade as if it were of grade C. `None` for who bought
/// nothing for so long that it counts as lapsed.
pub fn revisit_due(book: &Book<'_>, row: Row<'_, Customer>, today: Date) -> Option<Due> {
    let policy = book.policy();
    let won = last_won(book, row.id, today)?;
    if today.days_since(won) > policy.customer().lapsed_after_days {
        return None;
    }
    let last = last(book, row.id, today, |it| is_for(it, &["return_visit"]));
    let (since, days) = match last.filter(|last| *last >= won) {
        Some(last) => {
            (last, policy.revisit().interval_days.of(row.record.grade.unwrap_or(Grade::C)))
        }
        None => (won, policy.revisit().after_close_days),
    };
    Some(Due { on: since.checked_add_days(days)?, last })
}

/// When a customer that bought is due for a training or a technical service (ITS-7.3.2).
pub fn value_service_due(book: &Book<'_>, row: Row<'_, Customer>, today: Date) -> Option<Due> {
    let won = last_won(book, row.id, today)?;
    let last = last(book, row.id, today, |it| is_for(it, &["customer_training", "tech_support"]));
    let since = last.unwrap_or(won);
    let days = book.policy().care().value_service_every_days;
    Some(Due { on: since.checked_add_days(days)?, last })
}

fn is_for(activity: &Activity, purposes: &[&str]) -> bool {
    activity.purpose.as_deref().is_some_and(|purpose| purposes.contains(&purpose))
}

fn last_won(book: &Book<'_>, customer: &Id, today: Date) -> Option<Date> {
    let deals = book.referring::<Opportunity>(Kind::Customer, customer).map(|row| row.record);
    let won = deals.filter(|deal| deal.outcome() == Outcome::Won);
    won.filter_map(opportunity::closed_on).filter(|on| *on <= today).max()
}
