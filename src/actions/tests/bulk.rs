//! Many records at once: one plan, refusals row by row.

use super::*;
use crate::actions::bulk::{self, Bulk};
use crate::query::{Asker, Query};

/// `salesops set KIND KEY=VALUE … --where QUERY` as 李伟, judged.
fn set_where(tree: &Memory, kind: Kind, query: &str, fields: &[&str]) -> Result<Bulk, Refused> {
    let book = Book::open(tree).unwrap();
    let me = id("li-wei");
    let asker = Asker { me: Some(&me), today: today(), sure: false };
    let query = Query::parse(&book, kind, &[query.to_owned()], asker).unwrap();
    let rows: Vec<_> = book.rows(kind).into_iter().filter(|row| query.fits(&book, *row)).collect();
    let fields: Vec<_> = fields.iter().map(|field| assign::parse(field).unwrap()).collect();
    let now = Instant::parse("2026-11-21T09:00:00+08:00").unwrap();
    let mut actor = Actor { me: Some(&me), now, today: today(), entropy: &mut Counter(0) };
    let mut bulk = bulk::plan(&book, &mut actor, kind, &rows, &fields).map_err(|why| told(&why))?;
    let verdict = bulk.judge(tree, &book, today()).unwrap();
    assert!(verdict.added.is_empty(), "{:?}", verdict.added);
    Ok(bulk)
}

fn refusals(bulk: &Bulk) -> Vec<String> {
    bulk.refused.iter().map(|(_, id, why)| format!("{id}: {}", why.en)).collect()
}

#[test]
fn every_row_that_fits_is_changed_and_counted() {
    let tree = book(&[]);
    let bulk = set_where(&tree, Kind::Customer, "type:sme", &["note=seen", "tags.vip=是"]).unwrap();
    assert_eq!((bulk.plan.changes.len(), bulk.unchanged, bulk.refused.len()), (2, 0, 0));
    let after = applied(&tree, &bulk.plan);
    let again = set_where(&after, Kind::Customer, "type:sme", &["note=seen", "tags.vip=yes"]);
    assert_eq!(again.map(|bulk| (bulk.plan.changes.len(), bulk.unchanged)), Ok((0, 2)));
    let text = String::from_utf8(after.read("customers/acme.yaml").unwrap()).unwrap();
    assert!(text.contains("# since the audit") && text.contains("name: Acme  # as on the licence"));
}

#[test]
fn clearing_what_is_not_there_changes_nothing() {
    let tree = book(&[]);
    let bulk = set_where(&tree, Kind::Customer, "type:sme", &["tags.style=", "region="]).unwrap();
    assert_eq!((bulk.plan.changes.len(), bulk.unchanged, bulk.refused.len()), (1, 1, 0));
}

#[test]
fn what_no_row_takes_is_refused_as_a_whole() {
    let tree = book(&[]);
    let all = |fields: &[&str]| {
        set_where(&tree, Kind::Opportunity, "id:any", fields).map(|bulk| bulk.refused.len())
    };
    let owned = "forbidden: `stage` is not set by hand; `salesops advance` writes it";
    assert_eq!(all(&["stage=contract"]), Err(owned.to_owned()));
    assert!(all(&["amonut=5"]).is_err_and(|why| why.contains("did you mean `amount`?")));
    assert!(all(&["owner=nobody"]).is_err_and(|why| why.contains("no member is called")));
    assert!(all(&["grade=D"]).is_err());
}

#[test]
fn a_row_is_refused_for_its_own_reason() {
    let tree = book(&[]);
    let bulk = set_where(&tree, Kind::Opportunity, "id:any", &["amount=60万"]).unwrap();
    let [only] = &refusals(&bulk)[..] else { panic!("{:?}", refusals(&bulk)) };
    assert!(only.starts_with("beta-1: the amount follows from the lines"), "{only}");
    assert_eq!(bulk.plan.changes.len(), 1);
}

#[test]
fn a_row_that_would_break_a_rule_is_refused_and_the_others_go_on() {
    let tree = book(&[]);
    // A gate of the stage of the one asks for the need; the other is not that far.
    let bulk = set_where(&tree, Kind::Opportunity, "id:any", &["needs.summary=", "note=x"]);
    let bulk = bulk.unwrap();
    assert_eq!(refusals(&bulk), ["acme-1: the need is missing (gate need)"]);
    let changed: Vec<&str> = bulk.plan.changes.iter().map(|change| &*change.path).collect();
    assert_eq!(changed, ["opportunities/beta-1.yaml"]);
}

#[test]
fn an_error_elsewhere_is_held_against_the_row_that_it_refers_to() {
    // The call is with Acme, about a deal that would be Beta's.
    let tree = book(&[]);
    let bulk = set_where(&tree, Kind::Opportunity, "id:any", &["customer=beta", "note=x"]).unwrap();
    let [only] = &refusals(&bulk)[..] else { panic!("{:?}", refusals(&bulk)) };
    assert!(only.starts_with("acme-1: "), "{only}");
    assert_eq!(bulk.plan.changes.len(), 1);
}

#[test]
fn owners_are_noted_in_moves() {
    let tree = book(&[]);
    let bulk = set_where(&tree, Kind::Opportunity, "owner:me", &["owner=王芳"]).unwrap();
    assert!(diff(&bulk.plan).contains("+  - {on: 2026-11-21, by: li-wei, owner: wang-fang}\n"));
}

#[test]
fn thousands_of_rows_take_no_time_for_each_other() {
    let names: Vec<String> = (0..3000).map(|n| format!("customers/c{n}.yaml")).collect();
    let text = "name: C\ntype: sme\ncontacts:\n  - id: c-1\n    name: A\n    primary: true\n";
    let files = names.iter().map(|name| (name.as_str(), text));
    let tree = Memory::new(BOOK.iter().copied().chain(files));
    let bulk = set_where(&tree, Kind::Customer, "id:c", &["type=startup"]).unwrap();
    assert_eq!(bulk.plan.changes.len(), 3000);
}
