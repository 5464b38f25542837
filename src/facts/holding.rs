//! What a member has in hand: every open record that names the member as who answers for it.
//!
//! Read from the references of records by the names of their fields, so that a kind that is added
//! has its part in a hand-over without a word about it here.

use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::{Key, Route};
use crate::book::{AnyRow, Book};
use crate::model::common::Outcome;
use crate::model::handover::HeldAs;
use crate::model::{Customer, Lead, Opportunity, Territory};

/// A place in which a record names its holder.
pub struct Holding<'b> {
    /// The record.
    pub row: AnyRow<'b>,
    /// Where the member stands.
    pub route: Route,
}

impl Holding<'_> {
    /// The key of the record's field: `owner`.
    pub fn key(&self) -> &str {
        self.route.head().unwrap_or_default()
    }

    /// Whether it is one place among others in a list.
    pub fn is_shared(&self) -> bool {
        HeldAs::parse(self.key()).is_some_and(HeldAs::is_shared)
    }
}

/// Everything that a member has in hand, by kind and id. Reads the whole book.
pub fn of<'b>(book: &'b Book<'_>, member: &Id) -> Vec<Holding<'b>> {
    let mut found = Vec::new();
    for (kind, id) in book.referrers(Kind::Member, member) {
        let Some(row) = book.any(*kind, id).filter(|row| is_worked(book, row)) else { continue };
        // The references borrow the row that is looked at; its routes are all that is kept.
        let mut routes = Vec::new();
        row.references(&mut |reference| {
            let is_it = (reference.kind, reference.id) == (Kind::Member, member);
            if is_it && is_held(&reference.route) {
                routes.push(reference.route);
            }
        });
        found.extend(routes.into_iter().map(|route| Holding { row, route }));
    }
    found
}

fn is_held(route: &Route) -> bool {
    match route.keys() {
        [Key::Name(key)] => HeldAs::parse(key).is_some_and(|held| !held.is_shared()),
        [Key::Name(key), Key::Index(_), ..] => HeldAs::parse(key).is_some_and(HeldAs::is_shared),
        _ => false,
    }
}

/// Whether somebody still answers for a record: a deal put aside waits for somebody, a member who has
/// left answers to nobody.
pub fn is_worked(book: &Book<'_>, row: &AnyRow<'_>) -> bool {
    match row.kind {
        Kind::Opportunity => {
            book.get::<Opportunity>(row.id).is_some_and(|deal| is_alive(deal.record))
        }
        Kind::Member => row.fields.get("left_on").is_absent(),
        kind => super::is_open(book, kind, row.id),
    }
}

/// Whether a deal may still be won: it is open or put aside.
pub fn is_alive(deal: &Opportunity) -> bool {
    matches!(deal.outcome(), Outcome::Open | Outcome::Suspended)
}

/// The territory that a record belongs to, and not only its owner: its own, its customer's, that of
/// what it is about.
pub fn territory<'b>(book: &'b Book<'_>, kind: Kind, id: &Id) -> Option<&'b Id> {
    match kind {
        Kind::Territory => book.get::<Territory>(id).map(|row| row.id),
        Kind::Customer => super::people::customer_territory(book.get::<Customer>(id)?.record, book),
        Kind::Lead => book.get::<Lead>(id)?.record.territory.as_deref(),
        _ => {
            let fields = book.fields(kind, id)?;
            let own = match fields.get("territory") {
                View::Ref(_, own) => Some(own),
                _ => None,
            };
            own.or_else(|| {
                ["customer", "opportunity", "lead", "order", "subject"].into_iter().find_map(
                    |key| match fields.get(key) {
                        View::Ref(to, other) | View::AnyRef(to, other)
                            if (to, other) != (kind, id) =>
                        {
                            about(book, to, other)
                        }
                        _ => None,
                    },
                )
            })
        }
    }
}

// One step further only: records may name each other in a circle.
fn about<'b>(book: &'b Book<'_>, kind: Kind, id: &Id) -> Option<&'b Id> {
    match kind {
        Kind::Opportunity => {
            super::opportunity::territory_now(book.get::<Opportunity>(id)?.record, book)
        }
        Kind::Customer | Kind::Lead | Kind::Territory => territory(book, kind, id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    fn tree() -> Memory {
        Memory::new([
            ("members/li.yaml", "name: 李伟\n"),
            ("members/wu.yaml", "name: 吴强\nreports_to: li\n"),
            ("members/gone.yaml", "name: 周涛\nreports_to: li\nleft_on: 2026-01-01\n"),
            ("territories/north.yaml", "name: 华北\ndistricts:\n  - 北京\nowner: li\n"),
            (
                "customers/acme.yaml",
                "name: Acme\nregion: \"110105\"\nservice_team:\n  - wu\n  - li\nowner: li\n\
                 moves:\n  - {on: 2026-01-01, by: li, owner: li}\nentered: {at: 2026-01-01T09:00:00+08:00, by: li}\n",
            ),
            ("leads/l-1.yaml", "name: L\nowner: li\n"),
            ("leads/l-2.yaml", "name: L\nstatus: abandoned\nowner: li\n"),
            ("opportunities/o-1.yaml", "customer: acme\nstage: potential\nowner: li\n"),
            ("opportunities/o-2.yaml", "stage: contract\noutcome: won\nowner: li\n"),
            ("opportunities/o-3.yaml", "stage: potential\noutcome: suspended\nowner: li\n"),
            ("tasks/t-1.yaml", "what: call\nsubject: opportunity/o-1\nfrom: wu\nwho: li\n"),
            ("tasks/t-2.yaml", "what: call\nwho: li\ndone: 2026-01-01\n"),
            ("tasks/t-3.yaml", "what: call\nwho: wu\nfrom: li\n"),
            ("activities/a.yaml", "type: call\non: 2026-01-01\ncustomer: acme\nmember: li\n"),
        ])
    }

    // OPS-1.1
    #[test]
    fn what_is_done_stays_with_who_did_it() {
        let tree = tree();
        let book = Book::open(&tree).unwrap();
        let held: Vec<String> = of(&book, &Id::parse("li").unwrap())
            .iter()
            .map(|it| format!("{} {}", it.row.reference(), it.route))
            .collect();
        assert_eq!(
            held,
            [
                "member/wu reports_to",
                "territory/north owner",
                "customer/acme service_team.1",
                "customer/acme owner",
                "lead/l-1 owner",
                "opportunity/o-1 owner",
                "opportunity/o-3 owner",
                "task/t-1 who",
            ]
        );
    }

    #[test]
    fn a_record_has_the_territory_of_what_it_is_about() {
        let tree = tree();
        let book = Book::open(&tree).unwrap();
        let of = |kind, id: &str| {
            territory(&book, kind, &Id::parse(id).unwrap()).map(|id| id.to_string())
        };
        for (kind, id) in [
            (Kind::Customer, "acme"),
            (Kind::Opportunity, "o-1"),
            (Kind::Task, "t-1"),
            (Kind::Territory, "north"),
        ] {
            assert_eq!(of(kind, id).as_deref(), Some("north"), "{id}");
        }
        assert_eq!((of(Kind::Lead, "l-1"), of(Kind::Task, "t-3")), (None, None));
    }
}
