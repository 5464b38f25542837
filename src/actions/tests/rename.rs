//! Another id, and every reference to it.

use super::*;
use crate::actions::rename;

fn renamed(tree: &Memory, kind: Kind, record: &str, new: &str) -> Result<Done, Refused> {
    let done = act(tree, "li-wei", |book, _| rename::plan(book, kind, &id(record), new))?;
    assert_eq!(errors(&done.tree), [""; 0]);
    // What was written last goes back first, as `undo` does it.
    let mut back = done.tree.clone();
    for change in done.plan.changes.iter().rev() {
        put(&mut back, &change.path, change.before.as_deref());
    }
    for path in tree.list().unwrap().files {
        assert_eq!(back.read(&path).unwrap(), tree.read(&path).unwrap(), "{path}");
    }
    assert_eq!(back.list().unwrap().files, tree.list().unwrap().files);
    Ok(done)
}

#[test]
fn a_customer_takes_its_deals_and_activities_along() {
    let tree = book(&[
        ("customers/north/sub.yaml", "name: Sub  # of Acme\ntype: sme\nparent: acme # group\n"),
        ("tasks/task-1.yaml", "what: call\nsubject: customer/acme  # again\nwho: li-wei\n"),
    ]);
    let done = renamed(&tree, Kind::Customer, "acme", "acme-china").unwrap();
    assert_eq!(done.text("customers/acme-china.yaml"), ACME);
    assert!(done.tree.read("customers/acme.yaml").is_err());
    let lines: Vec<&str> = done.diff.lines().collect();
    assert_eq!(
        lines,
        [
            "new customers/acme-china.yaml",
            "-parent: acme # group",
            "+parent: acme-china # group",
            "-customer: acme  # since 2019",
            "+customer: acme-china  # since 2019",
            "-customer: acme",
            "+customer: acme-china",
            "-customer: acme",
            "+customer: acme-china",
            "-subject: customer/acme  # again",
            "+subject: customer/acme-china  # again",
            "gone customers/acme.yaml",
        ]
    );
    let told = &done.plan.done[0].en;
    assert_eq!(told, "customer/acme is now customer/acme-china; records that refer to it: 5");
}

#[test]
fn a_member_is_renamed_in_lists_moves_and_stamps() {
    let tree = book(&[(
        "customers/gamma.yaml",
        "name: Gamma\ntype: sme\nservice_team:\n  - boss\n  - li-wei  # from May\nmoves:\n  - {on: 2026-10-01, by: li-wei, owner: li-wei}\nentered: {at: 2026-10-08T09:12:00+08:00, by: li-wei}\nowner: li-wei\n",
    )]);
    let done = renamed(&tree, Kind::Member, "li-wei", "li.wei").unwrap();
    for (path, _) in BOOK {
        let left = done.tree.read(path).map(|bytes| String::from_utf8(bytes).unwrap());
        assert!(!left.unwrap_or_default().contains("li-wei"), "{path}");
    }
    let gamma = done.text("customers/gamma.yaml");
    assert_eq!(gamma.matches("li.wei").count(), 5, "{gamma}");
    assert!(gamma.contains("  - li.wei  # from May\n"));
}

#[test]
fn a_record_that_refers_to_itself_follows() {
    let tree = book(&[(
        "activities/act-9.yaml",
        "type: call\non: 2026-10-07\ncustomer: beta\nmember: boss\ncontent: x\namends: act-9\n",
    )]);
    let done = renamed(&tree, Kind::Activity, "act-9", "act-10").unwrap();
    assert!(done.text("activities/act-10.yaml").contains("amends: act-10\n"));
}

#[test]
fn an_id_must_be_one_and_free() {
    let tree = book(&[]);
    let why = |new: &str| renamed(&tree, Kind::Customer, "acme", new).err().unwrap();
    assert_eq!(why("beta"), "cannot: customer/beta exists already; choose another id");
    for bad in ["Acme", "北京", "a b", "../a", "", "con"] {
        assert!(why(bad).starts_with("cannot: "), "{bad}");
    }
    let same = renamed(&tree, Kind::Customer, "acme", "acme").unwrap();
    assert!(same.plan.changes.is_empty());
}

#[test]
fn a_tag_in_use_keeps_its_key() {
    let tree = book(&[]);
    let why = renamed(&tree, Kind::Tag, "customer.style", "customer.way").err().unwrap();
    assert!(why.starts_with("forbidden: records that have the tag `style`: 1"), "{why}");
    assert!(renamed(&tree, Kind::Tag, "customer.motto", "customer.slogan").is_ok());
}

#[test]
fn what_was_wrong_before_is_no_obstacle() {
    let tree = book(&[(
        "opportunities/bad-1.yaml",
        "customer: acme\nstage: potential\namount: -5\nnext:\n  on: 2026-12-01\n",
    )]);
    assert_eq!(errors(&tree).len(), 1);
    let book = Book::open(&tree).unwrap();
    let plan = rename::plan(&book, Kind::Opportunity, &id("bad-1"), "bad-2").unwrap();
    assert!(judge(&tree, &book, &plan, today()).unwrap().added.is_empty());
    assert_eq!(errors(&applied(&tree, &plan)).len(), 1);
}

#[test]
fn saved_queries_follow() {
    let tree = book(&[
        (
            "views/mine.toml",
            "# mine\nkind = \"opportunity\"  # deals\nquery = \"not:owner:li-wei owner:boss customer.owner:li-wei li-wei\"\n",
        ),
        ("views/other.toml", "kind = \"customer\"\nquery = 'owner:me name:li-wei'\n"),
        (
            "salesops.toml",
            "tracks = [\"his\"]\n[track.his]  # only his\nen = \"his\"\nzh = \"他\"\nwhen = \"owner:li-wei\"\n\
             [stage.needs_confirmed]\ngates = []\n",
        ),
    ]);
    let done = renamed(&tree, Kind::Member, "li-wei", "li.wei").unwrap();
    let view = done.text("views/mine.toml");
    assert!(
        view.contains("query = \"not:owner:li.wei owner:boss customer.owner:li.wei li-wei\"\n")
    );
    assert!(view.starts_with("# mine\nkind = \"opportunity\"  # deals\n"));
    assert_eq!(
        done.text("views/other.toml"),
        "kind = \"customer\"\nquery = 'owner:me name:li-wei'\n"
    );
    assert!(done.text("salesops.toml").contains("when = \"owner:li.wei\"\n"));
    // Its own kind by id, and a record of any kind by kind and id.
    let tree = book(&[(
        "views/acme.toml",
        "kind = \"task\"\nquery = \"subject:customer/acme subject:customer/beta\"\n",
    )]);
    let done = renamed(&tree, Kind::Customer, "acme", "acme-china").unwrap();
    assert!(
        done.text("views/acme.toml").contains("subject:customer/acme-china subject:customer/beta")
    );
}
