//! Saved queries, and the order of a list.

use super::{id, today};
use crate::base::kind::Kind;
use crate::book::Book;
use crate::query::{Asker, Order, Query, sort};
use crate::store::Memory;

const DEALS: [(&str, &str); 4] = [
    ("members/li.yaml", "name: 李伟\n"),
    ("opportunities/big.yaml", "stage: negotiation\namount: 900000\nowner: li\ngrade: A\n"),
    ("opportunities/mid.yaml", "stage: solution\namount: 90000\n"),
    ("opportunities/new.yaml", "stage: potential\n"),
];

fn book(views: &[(&'static str, &'static str)]) -> Memory {
    Memory::new(DEALS.iter().chain(views).copied())
}

fn asked(tree: &Memory, kind: Kind, query: &str) -> Result<String, String> {
    let book = Book::open(tree).unwrap();
    let me = id("li");
    let asker = Asker { me: Some(&me), today: today(), sure: false };
    let query = Query::parse(&book, kind, &[query.to_owned()], asker);
    let query = query.map_err(|why| why.message.en.into_owned())?;
    let rows = book.rows(kind).into_iter().filter(|row| query.fits(&book, *row));
    Ok(rows.map(|row| row.id.to_string()).collect::<Vec<_>>().join(" "))
}

fn deals(tree: &Memory, query: &str) -> Result<String, String> {
    asked(tree, Kind::Opportunity, query)
}

#[test]
fn a_view_stands_for_its_query() {
    let tree = book(&[
        ("views/hot.toml", "kind = \"机会\"\nzh = \"重点机会\"\nquery = \"stage:solution..\"\n"),
        ("views/big.toml", "kind = \"opportunity\"\nquery = \"view:hot amount:10万..\"\n"),
    ]);
    assert_eq!(deals(&tree, "view:hot").as_deref(), Ok("big mid"));
    assert_eq!(deals(&tree, "视图：重点机会").as_deref(), Ok("big mid"));
    assert_eq!(deals(&tree, "view:big").as_deref(), Ok("big"));
    assert_eq!(deals(&tree, "not:view:hot").as_deref(), Ok("new"));
    // It narrows: what else is asked of its fields is no alternative to it.
    assert_eq!(deals(&tree, "view:hot stage:negotiation stage:potential").as_deref(), Ok("big"));
    assert_eq!(deals(&tree, "view:big view:hot").as_deref(), Ok("big"));
}

#[test]
fn a_view_that_does_not_fit_is_refused() {
    let tree = book(&[
        ("views/hot.toml", "kind = \"opportunity\"\nquery = \"stge:solution\"\n"),
        ("views/mine.toml", "kind = \"customer\"\nquery = \"owner:me\"\n"),
    ]);
    let why = |query| deals(&tree, query).unwrap_err();
    assert_eq!(why("view:hott"), "no view `hott`; did you mean `hot`?");
    assert_eq!(why("view:xyz"), "no view `xyz`; there are hot, mine");
    assert_eq!(why("view:mine"), "view `mine` is of kind customer, not opportunity");
    assert_eq!(why("view:hot"), "in view `hot`: no field `stge`; did you mean `stage`?");
    let none = "no view `hot`; none is saved in views/".to_owned();
    assert_eq!(deals(&book(&[]), "view:hot"), Err(none));
}

#[test]
fn views_that_run_in_circles_end() {
    let tree = book(&[
        ("views/a.toml", "kind = \"opportunity\"\nquery = \"view:b\"\n"),
        ("views/b.toml", "kind = \"opportunity\"\nquery = \"not:view:a\"\n"),
    ]);
    let why = deals(&tree, "view:a").unwrap_err();
    assert!(why.ends_with("the view leads back to itself: a → b → a"), "{why}");
}

#[test]
fn views_that_double_each_other_end() {
    let text = |at: usize| {
        let query = format!("view:v{at}-a view:v{at}-b");
        format!("kind = \"opportunity\"\nquery = \"{query}\"\n")
    };
    let files: Vec<(String, String)> = (0..40)
        .flat_map(|at| ["a", "b"].map(|side| (format!("views/v{at}-{side}.toml"), text(at + 1))))
        .collect();
    let files = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let tree = Memory::new(DEALS.iter().copied().chain(files));
    let why = deals(&tree, "view:v0-a").unwrap_err();
    assert!(why.contains("12 deep at most"), "{why}");
    let many = format!("id:big {}", "grade:A not:grade:B ".repeat(600));
    assert!(deals(&tree, &many).is_err_and(|why| why.contains("1000 conditions at most")));
}

#[test]
fn a_broken_view_is_told_and_not_there() {
    let tree = book(&[
        ("views/x.toml", "kind = \"oportunity\"\nquery = \"id:any\"\ncolums = []\n"),
        ("views/y.toml", "kind = \n"),
    ]);
    let book = Book::open(&tree).unwrap();
    assert!(book.views().is_empty());
    let faults: Vec<(&str, usize)> =
        book.view_faults().iter().map(|(path, faults)| (&**path, faults.len())).collect();
    assert_eq!(faults, [("views/x.toml", 2), ("views/y.toml", 1)]);
}

#[test]
fn rows_are_sorted_by_what_they_hold() {
    let tree = book(&[]);
    let sorted = |keys: &[&str]| {
        let book = Book::open(&tree).unwrap();
        let orders: Result<Vec<Order>, _> =
            keys.iter().map(|key| Order::parse(&book, Kind::Opportunity, key)).collect();
        let mut rows = book.rows(Kind::Opportunity);
        sort(&book, &mut rows, &orders.map_err(|why| why.message.en.into_owned())?, today());
        Ok::<_, String>(rows.iter().map(|row| row.id.to_string()).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(sorted(&["amount"]).as_deref(), Ok("mid big new"), "nothing stands last");
    assert_eq!(sorted(&["金额:降序"]).as_deref(), Ok("big mid new"), "either way");
    assert_eq!(sorted(&["stage"]).as_deref(), Ok("new mid big"), "in the order of the policy");
    assert_eq!(sorted(&["grade", "id:desc"]).as_deref(), Ok("big new mid"));
    assert_eq!(sorted(&["owner.name"]).as_deref(), Ok("big mid new"));
    let why = "`down` is no order; write `amount:asc` or `amount:desc`";
    assert_eq!(sorted(&["amount:down"]), Err(why.to_owned()));
    assert!(sorted(&["amonut"]).is_err());
}
