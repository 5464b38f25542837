//! How content customers are: their answers to surveys and their scores of tickets, as one index
//! (ITS-4.1.5).

use super::kpi::{Actual, of_hundred};
use super::lot::{Event, Lot};
use super::rate;
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::Period;
use crate::book::{Book, Row};
use crate::facts::people;
use crate::model::target::Who;
use crate::model::{Customer, Survey, Ticket};

/// What customers said, by the day on which they said it.
pub struct Answers<'b> {
    book: &'b Book<'b>,
    surveys: Lot<'b, i64>,
    tickets: Lot<'b, i64>,
}

// The highest score of a ticket.
const OF_TICKET: i64 = 5;

impl<'b> Answers<'b> {
    /// What was said by the end of a day.
    pub fn new(book: &'b Book<'b>, day: Date) -> Answers<'b> {
        let surveys = book.iter::<Survey>().flat_map(|row| of_survey(book, row, day));
        let tickets = book.iter::<Ticket>().filter_map(|row| {
            let said = row.record.satisfaction.as_ref()?;
            let score = said.score.filter(|score| (1..=OF_TICKET).contains(score))?;
            let on = said.asked_on.filter(|on| *on <= day)?;
            Some(said_by(book, &row.record.customer, on, (Kind::Ticket, row.id), score))
        });
        Answers { book, surveys: Lot::new(surveys.collect()), tickets: Lot::new(tickets.collect()) }
    }

    /// The index of somebody's customers, out of a hundred: the mean of the scores, each as a share
    /// of its highest and with the weight that the policy gives to its kind. `None` where there are
    /// fewer than the policy asks for.
    pub fn index(&self, who: Who<'_>, period: Period) -> Actual {
        let asked = self.book.policy().satisfaction();
        let scale = i128::from(self.scale());
        let (surveys, since) = self.surveys_for(who, period);
        let surveys = surveys.into_iter().map(|it| (it, asked.weights.survey, OF_TICKET.into()));
        let tickets = self.tickets.of(who, period).map(|it| (it, asked.weights.ticket, scale));
        let all: Vec<_> = surveys.chain(tickets).filter(|(_, weight, _)| *weight > 0).collect();
        // Both kinds in parts of the product of their scales.
        let part: i128 =
            all.iter().map(|(it, w, by)| i128::from(it.what) * i128::from(*w) * by).sum();
        let whole: i128 = all.iter().map(|(_, w, _)| i128::from(*w)).sum();
        let is_enough = all.len() >= usize::try_from(asked.min_answers).unwrap_or(usize::MAX);
        let highest = scale * i128::from(OF_TICKET);
        let share = is_enough.then(|| rate::share(part, whole.checked_mul(highest)?)).flatten();
        let mut records: Vec<String> = all.iter().map(|(it, ..)| it.reference()).collect();
        records.dedup();
        Actual { value: share.and_then(of_hundred), records, left_out: 0, since }
    }

    // No score is lower than one.
    fn scale(&self) -> i64 {
        self.book.policy().survey().scale.max(1)
    }

    // Those of the period; where it is shorter than the time between two surveys and has none, those
    // of that time before its end, with the day of the oldest.
    fn surveys_for(&self, who: Who<'_>, period: Period) -> (Vec<&Event<'b, i64>>, Option<Date>) {
        let own: Vec<_> = self.surveys.of(who, period).collect();
        let every = self.book.policy().survey().cadence;
        let longer = every.before(period.to()).and_then(|from| Period::new(from, period.to()));
        let longer = longer.filter(|longer| own.is_empty() && longer.from() < period.from());
        let Some(longer) = longer else { return (own, None) };
        let earlier: Vec<_> = self.surveys.of(who, longer).collect();
        let since = earlier.first().map(|event| event.on);
        (earlier, since)
    }
}

fn of_survey<'b>(
    book: &'b Book<'b>,
    row: Row<'b, Survey>,
    day: Date,
) -> impl Iterator<Item = Event<'b, i64>> {
    let scale = book.policy().survey().scale;
    row.record.answers.iter().filter_map(move |answer| {
        let on = answer.on.or(row.record.sent_on).filter(|on| *on <= day)?;
        let score = Some(answer.overall).filter(|score| (1..=scale).contains(score))?;
        Some(said_by(book, &answer.customer, on, (Kind::Survey, row.id), score))
    })
}

/// Something about a customer, which counts for who had the customer on that day.
pub(super) fn said_by<'b, T>(
    book: &'b Book<'b>,
    customer: &Id,
    on: Date,
    record: (Kind, &'b Id),
    what: T,
) -> Event<'b, T> {
    let customer = book.get::<Customer>(customer);
    let owner = customer.and_then(|row| people::customer_owner(row.record, on));
    Event::of(book, on, owner, record, what)
}
