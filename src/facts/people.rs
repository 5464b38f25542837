//! Who stands where: managers, roles, territories of customers.

use crate::base::date::Date;
use crate::base::id::Id;
use crate::book::Book;
use crate::model::{Customer, Member, Territory};

/// The direct superior of a member.
pub fn manager<'b>(book: &'b Book<'_>, member: &str) -> Option<&'b Id> {
    book.get::<Member>(member)?.record.reports_to.as_deref()
}

/// Whether a member holds `role` or one of a higher level.
pub fn has_rank(book: &Book<'_>, member: &str, role: &str) -> bool {
    let level = |role: &str| book.policy().role_level(role);
    let Some(wanted) = level(role) else { return false };
    let Some(row) = book.get::<Member>(member) else { return false };
    let roles = row.record.role.iter().chain(row.record.extra_roles.iter());
    roles.filter_map(|role| level(role)).any(|held| held <= wanted)
}

/// Whether a member does not work here any more on `day`; who has not come yet has not left.
pub fn has_left(member: &Member, day: Date) -> bool {
    member.left_on.is_some_and(|left| left <= day)
}

/// The territory of a customer: its own, else the one whose districts its division code lies in.
pub fn customer_territory<'b>(customer: &'b Customer, book: &'b Book<'_>) -> Option<&'b Id> {
    if let Some(own) = customer.territory.as_deref() {
        return Some(own);
    }
    let code = customer.region.as_deref()?;
    let covering = book.iter::<Territory>().filter_map(|row| {
        let fits = row.record.districts.iter().filter(|district| covers(district, code));
        Some((fits.map(String::len).max()?, row.id))
    });
    // The closest district decides: a city before its province. Ties go to the smaller id.
    covering.max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(a.1))).map(|(_, id)| id)
}

// A GB/T 2260 code names a province (`110000`), a city (`110100`) or a district in pairs of digits.
fn covers(district: &str, code: &str) -> bool {
    let stem = district.trim_end_matches("00");
    !stem.is_empty() && district.bytes().all(|b| b.is_ascii_digit()) && code.starts_with(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_division_covers_what_lies_in_it() {
        assert!(covers("110000", "110105"));
        assert!(covers("110105", "110105"));
        assert!(!covers("110106", "110105"));
        assert!(!covers("华北", "110105"));
    }
}
