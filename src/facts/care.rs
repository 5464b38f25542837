//! Days on which customers are greeted (ITS-7.3.1, TEL-4.3.4).

use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::book::Book;
use crate::model::Customer;
use crate::model::activity::ActivityType;

/// A day on which a customer is greeted.
pub struct Occasion<'b> {
    /// The day, this year's.
    pub on: Date,
    /// What it is.
    pub what: What<'b>,
}

/// What is remembered.
pub enum What<'b> {
    /// The birthday of a contact, by name; its day is sensitive.
    Birthday(&'b str),
    /// Something of the customer's.
    Anniversary(&'b str),
}

/// The days of a customer from `from` until before `to`, by day.
pub fn of_customer(customer: &Customer, from: Date, to: Date) -> Vec<Occasion<'_>> {
    let births = customer.contacts.iter().filter_map(|contact| {
        let born = *contact.birthday.as_ref()?.reveal();
        Some((born, What::Birthday(&contact.name)))
    });
    let days = customer.anniversaries.iter().map(|it| (it.on, What::Anniversary(&it.what)));
    let mut found: Vec<Occasion<'_>> = births
        .chain(days)
        .filter_map(|(first, what)| Some(Occasion { on: returns(first, from, to)?, what }))
        .collect();
    found.sort_by_key(|it| it.on);
    found
}

// The first return of a day from `from` until before `to`; the 29th of February comes on the 28th
// in other years.
fn returns(first: Date, from: Date, to: Date) -> Option<Date> {
    let years = from.year()..=to.year();
    let of_year = |year: i32| {
        let day = Date::ymd(year, first.month(), first.day());
        day.or_else(|| Date::ymd(year, first.month(), 28))
    };
    let mut days = years.filter_map(of_year);
    days.find(|day| *day >= from && *day < to && *day >= first)
}

/// The festivals of the policy from `from` until before `to`, by day: day, key and name.
pub fn festivals<'b>(book: &'b Book<'_>, from: Date, to: Date) -> Vec<(Date, &'b str, Text)> {
    let care = book.policy().care();
    let mut found: Vec<_> = care
        .festivals
        .iter()
        .filter_map(|key| Some((key.as_str(), book.policy().festival(key)?)))
        .flat_map(|(key, festival)| {
            festival.days(from, to).map(move |on| (on, key, festival.name()))
        })
        .collect();
    found.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    found
}

/// The day of the activity that saw to a day: of purpose or type `care`, at most
/// `care.lead_days` before it, or on it.
pub fn done(book: &Book<'_>, customer: &Id, on: Date) -> Option<Date> {
    let since = on.add_days(book.policy().care().lead_days.saturating_neg());
    let all = book.activities_with(Kind::Customer, customer).map(|row| row.record);
    let cares =
        all.filter(|it| it.r#type == ActivityType::Care || it.purpose.as_deref() == Some("care"));
    cares.map(|it| it.on).find(|day| *day >= since && *day <= on)
}
