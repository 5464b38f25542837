//! Sweeps over records that are still right.

use super::*;
use crate::actions::verify::{self, Sweep};

fn swept(
    tree: &Memory,
    me: &str,
    right: &[(Kind, &str)],
    wrong: &[(Kind, &str)],
    groups: &[&str],
) -> Result<Done, Refused> {
    let groups: Vec<String> = groups.iter().map(|it| (*it).to_owned()).collect();
    act(tree, me, |book, actor| {
        let rows = |of: &[(Kind, &str)]| -> Vec<_> {
            of.iter().map(|(kind, id)| book.any(*kind, id).unwrap()).collect()
        };
        let sweep = Sweep { groups: &groups, note: Some(" 电话核对 ") };
        verify::plan(book, actor, &rows(right), &rows(wrong), sweep)
    })
}

// TAG-4.1.1a: one file, and no record is touched.
#[test]
fn a_sweep_is_one_file() {
    let tree = book(&[(
        "tags/customer.vip.yaml",
        "label: {en: VIP, zh: 贵宾}\ntype: yes_no\ngroup: management\n",
    )]);
    let of = [(Kind::Customer, "beta"), (Kind::Customer, "acme"), (Kind::Customer, "beta")];
    let done = swept(&tree, "li-wei", &of[..2], &[], &["management"]).unwrap();
    assert_eq!(done.plan.changes.len(), 1);
    let change = &done.plan.changes[0];
    let path = "verifications/2026/11/ver-261121-";
    assert!(change.path.starts_with(path), "{}", change.path);
    let text = String::from_utf8(change.after.clone().unwrap()).unwrap();
    let told = "on: 2026-11-21\nby: li-wei\nrecords:\n  - customer/acme\n  - customer/beta\n\
        groups:\n  - management\nnote: 电话核对\n";
    assert!(text.starts_with(told), "{text}");
    let told: Vec<&str> = done.plan.done.iter().map(|text| &*text.en).collect();
    assert_eq!(told, ["still right: customer/beta (Beta)", "still right: customer/acme (Acme)"]);

    let done = swept(&tree, "li-wei", &of[..1], &of[1..2], &[]).unwrap();
    let text = String::from_utf8(done.plan.changes[0].after.clone().unwrap()).unwrap();
    assert!(text.contains("  - customer/beta\nexceptions:\n  - customer/acme\n"), "{text}");
    let told: Vec<&str> = done.plan.done.iter().map(|text| &*text.en).collect();
    assert_eq!(
        told,
        ["still right: customer/beta (Beta)", "to be corrected: customer/acme (Acme)"]
    );
    assert!(done.plan.next.unwrap().en.contains("salesops verify customer/acme"));
}

#[test]
fn a_sweep_is_somebody_s_and_of_something() {
    let tree = book(&[]);
    let acme = [(Kind::Customer, "acme")];
    let why = swept(&tree, "-", &acme, &[], &[]).err().unwrap();
    assert_eq!(why, "cannot: who does this? say `--as MEMBER`");
    let why = swept(&tree, "li-wei", &[], &[], &[]).err().unwrap();
    assert_eq!(why, "cannot: nothing to look over");
    let why = swept(&tree, "li-wei", &acme, &[], &["needs"]).err().unwrap();
    assert_eq!(why, "cannot: no tags are in a group `needs`; there are -");
}
