//! Events with the day and the one that they count for, found again by member, team and time.

use std::collections::HashMap;

use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::Period;
use crate::book::Book;
use crate::facts::people;
use crate::model::target::Who;

/// Something that counts for somebody on a day.
pub struct Event<'b, T> {
    /// The day.
    pub on: Date,
    /// The member whose it is.
    pub owner: Option<&'b Id>,
    /// The team whose it is.
    pub team: Option<&'b str>,
    /// The record that says so.
    pub record: (Kind, &'b Id),
    /// What it is.
    pub what: T,
}

impl<'b, T> Event<'b, T> {
    /// An event of a member, and of the team that the member is in today.
    pub fn of(
        book: &'b Book<'_>,
        on: Date,
        owner: Option<&'b Id>,
        record: (Kind, &'b Id),
        what: T,
    ) -> Event<'b, T> {
        Event { on, owner, team: people::team(book, owner), record, what }
    }

    /// The record that says so, as `kind/id`.
    pub fn reference(&self) -> String {
        self.record.0.reference(self.record.1)
    }
}

/// Many events.
pub struct Lot<'b, T> {
    events: Vec<Event<'b, T>>,
    of_member: HashMap<&'b Id, Vec<usize>>,
    of_team: HashMap<&'b str, Vec<usize>>,
}

impl<'b, T> Lot<'b, T> {
    /// Sorts the events by day, and notes whose each is.
    pub fn new(mut events: Vec<Event<'b, T>>) -> Lot<'b, T> {
        events.sort_by_key(|event| (event.on, event.record));
        let mut lot = Lot { events, of_member: HashMap::new(), of_team: HashMap::new() };
        for (at, event) in lot.events.iter().enumerate() {
            if let Some(owner) = event.owner {
                lot.of_member.entry(owner).or_default().push(at);
            }
            if let Some(team) = event.team {
                lot.of_team.entry(team).or_default().push(at);
            }
        }
        lot
    }

    /// All events, by day.
    pub fn all(&self) -> &[Event<'b, T>] {
        &self.events
    }

    /// The events of somebody within a period, by day.
    pub fn of(&self, who: Who<'_>, period: Period) -> impl Iterator<Item = &Event<'b, T>> {
        self.of_all_time(who).filter(move |event| period.contains(event.on))
    }

    /// The events of somebody, by day.
    pub fn of_all_time(&self, who: Who<'_>) -> impl Iterator<Item = &Event<'b, T>> {
        let places = match who {
            Who::Company => None,
            Who::Team(team) => Some(self.of_team.get(team).map_or(&[][..], Vec::as_slice)),
            Who::Member(id) => Some(self.of_member.get(id).map_or(&[][..], Vec::as_slice)),
        };
        let all = places.is_none().then_some(&self.events).into_iter().flatten();
        let some = places.unwrap_or_default().iter().map(|at| &self.events[*at]);
        all.chain(some)
    }
}
