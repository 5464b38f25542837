//! Gates that were waived.

use super::*;

// OPS-1.3.4
#[test]
fn each_waiver_is_told_with_who_and_why() {
    let deal = "customer: acme\nowner: li-wei\nstage: interested\nmoves:\n  \
        - {on: 2026-10-08, by: li-wei, stage: potential}\n  \
        - {on: 2026-11-02, by: boss, stage: interested, reason: 展会当场签约, waived: [interest, need]}\n";
    let mut tree = book(&[("a", deal)]);
    let contract = "opportunity: a\nstatus: in_review\nowner: li-wei\nmoves:\n  \
        - {on: 2026-11-20, by: li-wei, status: in_review, reason: 急, waived: [contract-drafted]}\n";
    tree.insert("contracts/con-1.yaml", contract.as_bytes().to_vec());
    let report = run(&tree, "waivers", &ask(&[], ""), "2026-11-21");
    let all = lines(&report.tables[0]);
    assert_eq!(
        all[1..4],
        [
            "2026-11-20 contract/con-1 contract-drafted li-wei 急 OPS-4.6.1, ITS-3.4.3",
            "2026-11-02 opportunity/a interest boss 展会当场签约 OPS-4.1.1, TAG-2.2.2.2",
            "2026-11-02 opportunity/a need boss 展会当场签约 OPS-4.1.2",
        ]
    );
    assert_eq!(notes(&report), ["counted 3"]);
    let before = run(&tree, "waivers", &ask(&[], ""), "2026-11-19");
    assert_eq!(before.tables[0].rows.len(), 2, "what is dated later is not there yet");
    let book = open(&tree);
    let deals = filtered(&book, "waivers", &ask(&[], ""), "2026-11-21", &["owner:li-wei"]);
    assert_eq!(deals.tables[0].rows.len(), 2, "a query is about deals");
    let none = filtered(&book, "waivers", &ask(&[], ""), "2026-11-21", &["owner:boss"]);
    assert!(none.tables[0].rows.is_empty());
    let october = run(&tree, "waivers", &ask(&[], "2026-10"), "2026-11-21");
    assert!(october.tables[0].rows.is_empty());
}
