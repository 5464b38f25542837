//! Whose a customer or lead is, since when, and until when nobody else may take it (DEV-REG-1: who
//! develops, benefits).

use std::collections::{HashMap, HashSet};

use super::clock;
use crate::base::date::Date;
use crate::base::field::{Fields, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{Book, Row, about};
use crate::model::common::{Move, Outcome};
use crate::model::{Activity, Customer, Lead, Member, Opportunity};
use crate::text::glance::Ids;

/// Where a customer or lead stands with us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whose it is; `None` where it is nobody's, or its owner has left.
    pub owner: Option<Id>,
    /// Since when it is the owner's, where anything says.
    pub since: Option<Date>,
    /// An open opportunity, which keeps it for its owner.
    pub open: Option<Id>,
    /// The last day on which it is kept for its owner; may have passed. `None` without an owner,
    /// and where nothing dates it.
    pub until: Option<Date>,
}

impl Standing {
    /// Whether nobody but its owner may take it on `day`.
    pub fn is_protected(&self, day: Date) -> bool {
        self.owner.is_some()
            && (self.open.is_some() || self.until.is_some_and(|until| until >= day))
    }
}

/// Where a customer or lead stands on `day`; `None` for other kinds and unknown ids.
///
/// It is kept while an opportunity is open; after the last touch for the days that `pool.idle_days` gives
/// its grade, else `lead.low_abandon_after_days` (OPS-2.3.4), after the last deal won for `customer.lapsed_after_days` (DEV-3.1), whichever is
/// later.
pub fn standing(book: &Book<'_>, kind: Kind, id: &Id, day: Date) -> Option<Standing> {
    standings(book, &[(kind, id)], day).pop().flatten()
}

/// [`standing`] of several records: what stands around them is read once for all.
pub fn standings(book: &Book<'_>, of: &[(Kind, &Id)], day: Date) -> Vec<Option<Standing>> {
    let owned = of.iter().any(|(kind, id)| book.owner_of(*kind, id).is_some());
    let around = if owned { Around::of(book, of) } else { Around::default() };
    of.iter().map(|(kind, id)| around.standing(book, *kind, id, day)).collect()
}

/// The deals and activities of some customers.
#[derive(Default)]
struct Around<'b> {
    deals: HashMap<&'b Id, Vec<Row<'b, Opportunity>>>,
    // The day of the last activity with a customer or about a deal.
    touched: HashMap<(Kind, &'b Id), Date>,
}

impl<'b> Around<'b> {
    fn of(book: &'b Book<'_>, of: &[(Kind, &Id)]) -> Around<'b> {
        let customers = of.iter().filter(|(kind, _)| *kind == Kind::Customer);
        let customers: HashSet<&str> = customers.map(|(_, id)| &***id).collect();
        let mut around = Around::default();
        let ids = Ids::new(customers.iter().copied());
        for row in book.sift::<Opportunity>(&|bytes| ids.may_stand_in(bytes)) {
            let customer = row.record.customer.as_deref();
            if let Some(customer) = customer.filter(|id| customers.contains(&***id)) {
                around.deals.entry(customer).or_default().push(row);
            }
        }
        let deals = around.deals.values().flatten().map(|row| &**row.id);
        let leads = of.iter().filter(|(kind, _)| *kind == Kind::Lead).map(|(_, id)| &***id);
        let ids = Ids::new(customers.iter().copied().chain(deals).chain(leads));
        for row in book.sift::<Activity>(&|bytes| ids.may_stand_in(bytes)) {
            for about in about(row.record) {
                let last = around.touched.entry(about).or_insert(row.record.on);
                *last = row.record.on.max(*last);
            }
        }
        around
    }

    fn standing(&self, book: &Book<'_>, kind: Kind, id: &Id, day: Date) -> Option<Standing> {
        let fields = book.fields(kind, id)?;
        let moves: &[Move] = match kind {
            Kind::Customer => &book.get::<Customer>(id)?.record.moves,
            Kind::Lead => &book.get::<Lead>(id)?.record.moves,
            _ => return None,
        };
        let owner = book.owner_of(kind, id).filter(|owner| {
            book.get::<Member>(owner).is_none_or(|row| !super::people::has_left(row.record, day))
        });
        let Some(owner) = owner else {
            return Some(Standing { owner: None, since: None, open: None, until: None });
        };
        let taken = moves.iter().filter(|step| step.owner.as_deref() == Some(owner));
        let since = taken.map(|step| step.on).max().or_else(|| came(book, fields));
        let deals = self.deals(kind, id, day);
        let touched = self.touched.get(&(kind, id)).copied();
        let touched = since.max(touched).max(deals.touched);
        let until = kept_until(book, touched, &deals, grade(fields));
        Some(Standing { owner: Some(owner.clone()), since, open: deals.open, until })
    }

    fn deals(&self, kind: Kind, id: &Id, day: Date) -> Deals {
        let mut deals = Deals::default();
        let own = self.deals.get(id).filter(|_| kind == Kind::Customer);
        for row in own.into_iter().flatten() {
            let Some(standing) = super::opportunity::standing(row.record, day) else { continue };
            match standing.outcome {
                Outcome::Open => {
                    deals.open.get_or_insert_with(|| row.id.clone());
                }
                Outcome::Won => {
                    deals.won = deals.won.max(super::opportunity::closed_on(row.record));
                }
                Outcome::Lost | Outcome::Suspended => {}
            }
            let touched = self.touched.get(&(Kind::Opportunity, row.id)).copied();
            deals.touched = deals.touched.max(touched);
        }
        deals
    }
}

// The day on which a record came about: received, entered or imported.
fn came(book: &Book<'_>, fields: &dyn Fields) -> Option<Date> {
    let date = |view: View<'_>| match view {
        View::Instant(at) => Some(clock::day(book, at)),
        View::Date(on) => Some(on),
        _ => None,
    };
    let inside = |group: &str, key: &str| match fields.get(group) {
        View::Group(fields) => date(fields.get(key)),
        _ => None,
    };
    date(fields.get("received_at"))
        .or_else(|| inside("entered", "at"))
        .or_else(|| inside("imported", "on"))
}

/// What the deals of a customer say of it.
#[derive(Default)]
struct Deals {
    open: Option<Id>,
    won: Option<Date>,
    touched: Option<Date>,
}

// The key of its grade: a lead's, or a customer's class.
fn grade(fields: &dyn Fields) -> Option<&str> {
    match fields.get("grade") {
        View::Key(key) => Some(key),
        _ => None,
    }
}

fn kept_until(
    book: &Book<'_>,
    touched: Option<Date>,
    deals: &Deals,
    grade: Option<&str>,
) -> Option<Date> {
    let policy = book.policy();
    let idle = grade.and_then(|grade| policy.pool().idle_days.get(grade).copied());
    let idle = idle.unwrap_or(policy.lead().low_abandon_after_days);
    let kept = |from: Option<Date>, days: i64, clause: &str| {
        from.filter(|_| policy.applies(&[clause]))?.checked_add_days(days)
    };
    let touched = kept(touched, idle, "OPS-2.3.4");
    touched.max(kept(deals.won, policy.customer().lapsed_after_days, "DEV-3.1"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    const MEMBERS: [(&str, &str); 2] = [
        ("members/li-wei.yaml", "name: 李伟\n"),
        ("members/gone.yaml", "name: 老王\nleft_on: 2026-01-01\n"),
    ];

    fn on(day: &str) -> Date {
        Date::parse_iso(day).unwrap()
    }

    fn standing_of(kind: Kind, id: &str, files: &[(&str, &str)]) -> Standing {
        let files = [&MEMBERS[..], files].concat();
        let tree = Memory::new(files);
        let book = Book::open(&tree).unwrap();
        for kind in Kind::ALL {
            assert!(book.faults(kind).is_empty(), "{:?}", book.faults(kind));
        }
        standing(&book, kind, &Id::parse(id).unwrap(), on("2026-11-21")).unwrap()
    }

    fn customer(files: &[(&str, &str)]) -> Standing {
        standing_of(Kind::Customer, "acme", files)
    }

    const ACME: (&str, &str) = (
        "customers/acme.yaml",
        "name: Acme\nowner: li-wei\nmoves:\n  - {on: 2026-03-01, by: li-wei, owner: li-wei}\nentered: {at: 2025-01-01T09:00:00+08:00}\n",
    );

    // OPS-2.3.4, DEV-REG-1
    #[test]
    fn a_customer_is_kept_from_the_last_touch_on() {
        let alone = customer(&[ACME]);
        assert_eq!((alone.since, alone.until), (Some(on("2026-03-01")), Some(on("2026-08-28"))));
        assert!(alone.is_protected(on("2026-08-28")) && !alone.is_protected(on("2026-08-29")));
        let called = customer(&[
            ACME,
            ("activities/a.yaml", "type: call\non: 2026-11-01\ncustomer: acme\nmember: li-wei\n"),
        ]);
        assert_eq!(called.until, Some(on("2027-04-30")));
    }

    // DEV-3.1
    #[test]
    fn a_deal_won_keeps_it_until_it_lapses() {
        let won = customer(&[
            ACME,
            (
                "opportunities/acme-1.yaml",
                "customer: acme\nstage: contract\noutcome: won\nmoves:\n  - {on: 2026-02-01, stage: contract}\n  - {on: 2026-06-01, outcome: won}\nclosed: {on: 2026-06-01}\n",
            ),
        ]);
        assert_eq!((won.until, won.open), (Some(on("2027-06-01")), None));
        let off = customer(&[ACME, ("salesops.toml", "packs = [\"tags\"]\n")]);
        assert_eq!((off.until, off.is_protected(on("2026-03-02"))), (None, false));
    }

    #[test]
    fn an_open_deal_keeps_it_without_end() {
        let open = customer(&[
            ACME,
            ("opportunities/acme-1.yaml", "customer: acme\nstage: potential\n"),
            ("salesops.toml", "[lead]\nlow_abandon_after_days = 1\n"),
        ]);
        assert_eq!(open.open.as_deref(), Some("acme-1"));
        assert!(open.is_protected(on("2999-01-01")));
        assert_eq!(open.until, Some(on("2026-03-02")));
    }

    #[test]
    fn nobody_s_is_free() {
        for text in ["name: Acme\n", "name: Acme\nowner: gone\n"] {
            let free = customer(&[("customers/acme.yaml", text)]);
            assert!(free.owner.is_none() && !free.is_protected(on("2026-11-21")), "{text}");
        }
    }

    #[test]
    fn a_lead_is_kept_from_when_it_was_received() {
        let lead = standing_of(
            Kind::Lead,
            "lead-1",
            &[(
                "leads/lead-1.yaml",
                "name: Acme\nowner: li-wei\nreceived_at: 2026-11-10T09:00:00+08:00\n",
            )],
        );
        assert_eq!((lead.since, lead.until), (Some(on("2026-11-10")), Some(on("2027-05-09"))));
    }
}
