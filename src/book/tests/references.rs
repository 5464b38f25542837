//! Who refers to whom.

use super::{id, open};
use crate::base::kind::Kind;
use crate::store::Memory;

fn tree() -> Memory {
    Memory::new([
        (
            "members/li-wei.yaml",
            "name: 李伟\nreports_to: boss\nentered: {at: 2026-11-21T09:00:00+08:00, by: boss}\n",
        ),
        ("members/boss.yaml", "name: 赵敏\n"),
        (
            "customers/acme.yaml",
            "name: Acme\nparent: group\nservice_team:\n  - li-wei\n  - boss\n\
             needs:\n  products:\n    - {product: erp}\nowner: li-wei\n",
        ),
        (
            "opportunities/acme-1.yaml",
            "customer: acme\nstage: potential\nlines:\n  - product: crm\n  - product: erp\nowner: li-wei\n\
             moves:\n  - {on: 2026-11-02, by: li-wei, stage: potential, owner: li-wei}\n",
        ),
        ("products/erp.yaml", "name: ERP\n"),
    ])
}

#[test]
fn references_are_found_at_any_depth() {
    let tree = tree();
    let book = open(&tree);
    let of = |kind, id| {
        let row = book.any(kind, id).unwrap();
        let mut found = Vec::new();
        row.references(&mut |it| found.push(format!("{}: {}/{}", it.route, it.kind.key(), it.id)));
        found
    };
    assert_eq!(
        of(Kind::Customer, "acme"),
        [
            "parent: customer/group",
            "needs.products.0.product: product/erp",
            "service_team.0: member/li-wei",
            "service_team.1: member/boss",
            "owner: member/li-wei",
        ]
    );
    assert_eq!(
        of(Kind::Opportunity, "acme-1"),
        [
            "customer: customer/acme",
            "lines.0.product: product/crm",
            "lines.1.product: product/erp",
            "owner: member/li-wei",
            "moves.0.by: member/li-wei",
            "moves.0.owner: member/li-wei",
        ]
    );
    assert_eq!(of(Kind::Product, "erp"), [""; 0]);
}

#[test]
fn referrers_are_told_once_and_sorted() {
    let tree = tree();
    let book = open(&tree);
    let of = |kind, name: &str| {
        let found = book.referrers(kind, &id(name)).iter();
        found.map(|(kind, id)| format!("{}/{id}", kind.key())).collect::<Vec<_>>()
    };
    assert_eq!(of(Kind::Member, "li-wei"), ["customer/acme", "opportunity/acme-1"]);
    assert_eq!(of(Kind::Member, "boss"), ["member/li-wei", "customer/acme"]);
    assert_eq!(of(Kind::Product, "erp"), ["customer/acme", "opportunity/acme-1"]);
    // Also of what is not there.
    assert_eq!(of(Kind::Product, "crm"), ["opportunity/acme-1"]);
    assert_eq!(of(Kind::Opportunity, "acme-1"), [""; 0]);
}
