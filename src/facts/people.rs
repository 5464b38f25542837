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
        Some((row.record.districts.iter().filter_map(|it| covers(it, code)).max()?, row.id))
    });
    // The closest district decides: a city before its province. Ties go to the smaller id.
    covering.max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(a.1))).map(|(_, id)| id)
}

// A GB/T 2260 code names a province (`110000`), a city (`110100`) or a district in pairs of digits:
// how many digits of `code` a division has that covers it.
fn covers(division: &str, code: &str) -> Option<usize> {
    let stem = division.trim_end_matches("00");
    let fits =
        !stem.is_empty() && division.bytes().all(|b| b.is_ascii_digit()) && code.starts_with(stem);
    fits.then_some(stem.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    fn tree() -> Memory {
        Memory::new([
            ("members/boss.yaml", "name: 赵敏\nrole: sales_manager\n"),
            ("members/wang-fang.yaml", "name: 王芳\nrole: sales_supervisor\nreports_to: boss\n"),
            ("members/li-wei.yaml", "name: 李伟\nrole: sales_rep\nreports_to: wang-fang\n"),
            (
                "members/sun-li.yaml",
                "name: 孙丽\nrole: sales_clerk\nextra_roles:\n  - team_leader\n",
            ),
            ("members/odd.yaml", "name: 周涛\nrole: wizard\n"),
            (
                "territories/bohai.yaml",
                "name: 环渤海\ndistricts:\n  - \"110000\"\n  - \"120000\"\n",
            ),
            ("territories/chaoyang.yaml", "name: 朝阳\ndistricts:\n  - \"110105\"\n"),
            ("territories/north.yaml", "name: 华北\ndistricts:\n  - \"110000\"\n  - 北京\n"),
            ("customers/at-home.yaml", "name: A\nregion: \"110105\"\nterritory: north\n"),
            ("customers/chaoyang.yaml", "name: B\nregion: \"110105\"\n"),
            ("customers/haidian.yaml", "name: C\nregion: \"110108\"\n"),
            ("customers/shanghai.yaml", "name: D\nregion: \"310000\"\n"),
            ("customers/nowhere.yaml", "name: E\n"),
        ])
    }

    #[test]
    fn a_division_covers_what_lies_in_it() {
        assert_eq!(covers("110000", "110105"), Some(2));
        assert_eq!(covers("110100", "110105"), Some(4));
        assert_eq!(covers("110105", "110105"), Some(6));
        for other in ["110106", "110200", "120000", "000000", "华北", ""] {
            assert_eq!(covers(other, "110105"), None, "{other}");
        }
    }

    #[test]
    fn the_closest_district_decides_where_a_customer_is() {
        let tree = tree();
        let book = Book::open(&tree).unwrap();
        let territory = |id: &str| {
            let customer = book.get::<Customer>(id).unwrap().record;
            customer_territory(customer, &book).map(|id| &**id)
        };
        assert_eq!(territory("at-home"), Some("north"), "its own comes first");
        assert_eq!(territory("chaoyang"), Some("chaoyang"));
        assert_eq!(territory("haidian"), Some("bohai"), "of two alike, the first by id");
        assert_eq!((territory("shanghai"), territory("nowhere")), (None, None));
    }

    #[test]
    fn a_rank_is_held_by_that_role_or_a_higher_one() {
        let tree = tree();
        let book = Book::open(&tree).unwrap();
        let ranks = |role| {
            ["boss", "wang-fang", "li-wei", "sun-li", "odd", "nobody"]
                .map(|member| has_rank(&book, member, role))
        };
        assert_eq!(ranks("sales_supervisor"), [true, true, false, false, false, false]);
        assert_eq!(ranks("team_leader"), [true, true, false, true, false, false]);
        assert_eq!(ranks("sales_clerk"), [true, true, true, true, false, false]);
        assert_eq!(ranks("wizard"), [false; 6], "the policy knows no such role");
    }

    #[test]
    fn the_manager_is_who_one_reports_to() {
        let tree = tree();
        let book = Book::open(&tree).unwrap();
        let of = |member| manager(&book, member).map(|id| &**id);
        assert_eq!((of("li-wei"), of("boss"), of("nobody")), (Some("wang-fang"), None, None));
    }

    #[test]
    fn who_leaves_is_gone_from_that_day_on() {
        let tree = Memory::new([("members/m.yaml", "name: M\nleft_on: 2026-11-21\n")]);
        let book = Book::open(&tree).unwrap();
        let member = book.get::<Member>("m").unwrap().record;
        let gone = |day: &str| has_left(member, Date::parse_iso(day).unwrap());
        assert!(!gone("2026-11-20") && gone("2026-11-21") && gone("2026-11-22"));
    }
}
