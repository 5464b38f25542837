//! Who may develop a region that nobody works (DEV-REG-3).

use super::people;
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::model::Registration;
use crate::model::registration::RegistrationStatus;
use crate::policy::Policy;

/// The last day on which a registration holds; `None` while it has not been opened.
pub fn valid_until(registration: &Registration, policy: &Policy) -> Option<Date> {
    let opened = registration.approved_on?;
    let days = policy.region().registration_valid_days;
    registration.valid_until.or_else(|| opened.checked_add_days(days))
}

/// Whether a member may develop a territory on a day: by an open registration of the member's own,
/// or of who leads or follows the member.
pub fn allows(book: &Book<'_>, member: &Id, territory: &Id, day: Date) -> bool {
    let mut all = book.referring::<Registration>(Kind::Territory, territory);
    all.any(|row| {
        let it = row.record;
        let is_open = it.status == Some(RegistrationStatus::Open)
            && it.approved_on.is_some_and(|from| from <= day)
            && valid_until(it, book.policy()).is_some_and(|until| day <= until);
        let in_line =
            |owner: &Id| people::leads(book, owner, member) || people::leads(book, member, owner);
        is_open && it.owner.as_deref().is_some_and(in_line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    // DEV-REG-3
    #[test]
    fn a_registration_holds_for_its_applicant_and_its_time() {
        let tree = Memory::new([
            ("members/head.yaml", "name: A\n"),
            ("members/li.yaml", "name: B\nreports_to: head\n"),
            ("members/wu.yaml", "name: C\n"),
            ("territories/hainan.yaml", "name: 海南\nstatus: blank\n"),
            (
                "registrations/r-1.yaml",
                "territory: hainan\nstatus: open\napproved_on: 2026-01-01\nowner: li\n",
            ),
            ("registrations/r-2.yaml", "territory: hainan\nstatus: submitted\nowner: wu\n"),
        ]);
        let book = Book::open(&tree).unwrap();
        let id = |text: &str| Id::parse(text).unwrap();
        let may = |member: &str, day: &str| {
            allows(&book, &id(member), &id("hainan"), Date::parse_iso(day).unwrap())
        };
        assert!(may("li", "2026-01-01") && may("head", "2026-06-30"), "180 days from the approval");
        assert!(!may("li", "2026-07-01") && !may("li", "2025-12-31"));
        assert!(!may("wu", "2026-02-01"), "handed in is not approved");
    }
}
