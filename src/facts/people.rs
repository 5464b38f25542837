//! Who stands where: managers, roles, territories of customers.

use crate::base::date::Date;
use crate::base::division;
use crate::base::id::Id;
use crate::book::{Book, Row};
use crate::model::common::Move;
use crate::model::{Customer, Lead, Member, Territory};

/// The direct superior of a member.
pub fn manager<'b>(book: &'b Book<'_>, member: &str) -> Option<&'b Id> {
    book.get::<Member>(member)?.record.reports_to.as_deref()
}

/// The team of a member, where one is known.
pub fn team<'b>(book: &'b Book<'_>, member: Option<&Id>) -> Option<&'b str> {
    book.get::<Member>(member?)?.record.team.as_deref()
}

/// Whether a member holds `role` or one of a higher level.
pub fn has_rank(book: &Book<'_>, member: &str, role: &str) -> bool {
    let level = |role: &str| book.policy().role_level(role);
    let Some(wanted) = level(role) else { return false };
    let Some(row) = book.get::<Member>(member) else { return false };
    let roles = row.record.role.iter().chain(row.record.extra_roles.iter());
    roles.filter_map(|role| level(role)).any(|held| held <= wanted)
}

/// Whether a member holds one of these very roles, by the post or beside it.
pub fn holds(book: &Book<'_>, member: &str, wanted: &[String]) -> bool {
    let Some(row) = book.get::<Member>(member) else { return false };
    let mut roles = row.record.role.iter().chain(row.record.extra_roles.iter());
    roles.any(|role| wanted.iter().any(|wanted| **wanted == **role))
}

/// The members at work on `day` who hold `role` or one of a higher level.
pub fn of_rank<'b>(book: &'b Book<'_>, role: &'b str, day: Date) -> impl Iterator<Item = &'b Id> {
    let works =
        move |it: &Row<'_, Member>| !has_left(it.record, day) && has_rank(book, it.id, role);
    book.iter::<Member>().filter(works).map(|it| it.id)
}

/// Whether a member does not work here any more on `day`; who has not come yet has not left.
pub fn has_left(member: &Member, day: Date) -> bool {
    member.left_on.is_some_and(|left| left <= day)
}

/// The division that a customer lies in, by its stem: its code's, else the one that its address
/// begins with (TAG-2.1.1g).
pub fn customer_division(customer: &Customer) -> Option<&str> {
    let code = customer.region.as_deref().and_then(division::stem);
    code.or_else(|| division::of_address(customer.registered_address.as_deref()?))
}

/// The territory of a customer: its own, else the one whose districts its division lies in
/// (DEV-REG-1).
pub fn customer_territory<'b>(customer: &'b Customer, book: &'b Book<'_>) -> Option<&'b Id> {
    let own = customer.territory.as_deref();
    own.or_else(|| book.territory_of(customer_division(customer)?))
}

/// Who had a customer at the end of a day, as its moves say: nobody where it was in the pool. Before
/// the first of them stands whom it was taken from, and where nobody wrote that down, who has it now.
pub fn customer_owner(customer: &Customer, day: Date) -> Option<&Id> {
    let decides = |step: &&Move| step.owner.is_some() || step.pool == Some(true);
    let (then, later): (Vec<&Move>, Vec<&Move>) =
        customer.moves.iter().filter(decides).partition(|step| step.on <= day);
    match then.last() {
        Some(step) => step.owner.as_deref(),
        None => later.first().and_then(|step| step.from.as_deref()).or(customer.owner.as_deref()),
    }
}

/// The territory of a lead: its own, else its owner's.
pub fn lead_territory<'b>(lead: &'b Lead, book: &'b Book<'_>) -> Option<&'b Id> {
    let own = lead.territory.as_deref();
    own.or_else(|| book.get::<Member>(lead.owner.as_deref()?)?.record.territory.as_deref())
}

/// Whether a member may work a territory (DEV-REG-1): its owner, who reports to the owner or heads
/// them, its team, and who is assigned to it; everybody where nobody works it yet.
pub fn may_work(book: &Book<'_>, member: &Id, territory: &Id) -> bool {
    let Some(it) = book.get::<Territory>(territory).map(|row| row.record) else { return true };
    if it.owner.is_none() && it.team.is_none() {
        return true;
    }
    let own = book.get::<Member>(member).map(|row| row.record);
    let is_assigned = own.is_some_and(|own| own.territory.as_deref() == Some(territory));
    let is_of_team = own.is_some_and(|own| own.team.is_some() && own.team == it.team);
    let in_line = |owner| leads(book, member, owner) || leads(book, owner, member);
    is_assigned || is_of_team || it.owner.as_deref().is_some_and(in_line)
}

/// Whether `head` is `member`, or stands above it in the line of superiors.
pub fn leads(book: &Book<'_>, head: &Id, member: &Id) -> bool {
    let line = std::iter::successors(Some(member), |member| manager(book, member));
    // A circle of superiors is another finding; no company has so many levels.
    line.take(64).any(|member| member == head)
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
            ("members/south.yaml", "name: 林晓燕\nteam: 南区\n"),
            ("members/lent.yaml", "name: 周浩\nterritory: east\n"),
            (
                "territories/bohai.yaml",
                "name: 环渤海\ndistricts:\n  - \"110000\"\n  - \"120000\"\n",
            ),
            ("territories/chaoyang.yaml", "name: 朝阳\ndistricts:\n  - \"110105\"\n"),
            (
                "territories/north.yaml",
                "name: 华北\ndistricts:\n  - \"110000\"\n  - 北京\n  - 河北省石家庄市\n",
            ),
            (
                "territories/east.yaml",
                "name: 华东\ndistricts:\n  - 苏州市\nteam: 南区\nowner: wang-fang\n",
            ),
            ("customers/at-home.yaml", "name: A\nregion: \"110105\"\nterritory: north\n"),
            ("customers/chaoyang.yaml", "name: B\nregion: \"110105\"\n"),
            ("customers/haidian.yaml", "name: C\nregion: \"110108\"\n"),
            ("customers/shanghai.yaml", "name: D\nregion: \"310000\"\n"),
            ("customers/nowhere.yaml", "name: E\n"),
            ("customers/zhengding.yaml", "name: F\nregion: \"130123\"\n"),
            ("customers/suzhou.yaml", "name: G\nregistered_address: 江苏省苏州市吴中大道 1 号\n"),
            ("customers/moved.yaml", "name: H\nregion: \"110105\"\nregistered_address: 苏州市\n"),
        ])
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
        assert_eq!(territory("zhengding"), Some("north"), "a district by its name");
        assert_eq!(territory("suzhou"), Some("east"), "without a code, by the address");
        assert_eq!(territory("moved"), Some("chaoyang"), "the code before the address");
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

    // DEV-REG-1
    #[test]
    fn a_territory_is_worked_by_its_owner_its_team_and_those_in_line() {
        let tree = tree();
        let book = Book::open(&tree).unwrap();
        let may = |member: &str, territory: &str| {
            may_work(&book, &Id::parse(member).unwrap(), &Id::parse(territory).unwrap())
        };
        assert!(may("wang-fang", "east") && may("boss", "east"));
        assert!(may("south", "east") && may("lent", "east"));
        assert!(may("li-wei", "east"), "who reports to its owner");
        assert!(!may("odd", "east") && !may("sun-li", "east"));
        assert!(may("odd", "chaoyang") && may("odd", "nowhere"), "where nobody works it");
    }

    #[test]
    fn a_customer_was_whose_its_moves_say() {
        let moves = "moves:\n  - {on: 2026-03-01, from: odd, pool: true}\n\
            \x20 - {on: 2026-05-01, owner: li-wei, pool: false}\n\
            \x20 - {on: 2026-06-01, owner: wang-fang}\n";
        let tree = Memory::new([
            ("customers/a.yaml", &*format!("name: A\nowner: wang-fang\n{moves}")),
            ("customers/b.yaml", "name: B\nowner: li-wei\n"),
        ]);
        let book = Book::open(&tree).unwrap();
        let owner = |id: &str, day: &str| {
            let customer = book.get::<Customer>(id).unwrap().record;
            customer_owner(customer, Date::parse_iso(day).unwrap()).map(|id| &**id)
        };
        assert_eq!(owner("a", "2026-02-28"), Some("odd"), "from whom it was taken");
        assert_eq!((owner("a", "2026-03-01"), owner("a", "2026-04-30")), (None, None));
        assert_eq!(owner("a", "2026-05-31"), Some("li-wei"));
        assert_eq!(owner("a", "2026-06-01"), Some("wang-fang"));
        assert_eq!(owner("b", "2020-01-01"), Some("li-wei"), "nothing says otherwise");
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
