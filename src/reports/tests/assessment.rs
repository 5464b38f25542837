use super::*;

const OF_LI_WEI: &str = "\
period: 2026-10
member: li-wei
table: its
lines:
  - {criterion: sales_amount, weight: 60, kpi: sales_amount, target: 100, actual: 90.00, rate: 0.9}
  - {criterion: satisfaction, weight: 40, kpi: satisfaction}
scores:
  - {criterion: satisfaction, score: 4, evidence: 回访}
";

fn october(status: &str) -> Memory {
    let mut tree = book(&[]);
    let text = format!("{OF_LI_WEI}{status}");
    tree.insert("assessments/2026-10-li-wei.yaml", text.into_bytes());
    tree.insert("members/li-wei.yaml", "name: 李伟\nrole: sales_rep\n".into());
    tree.insert("members/wang-fang.yaml", "name: 王芳\nrole: sales_rep\n".into());
    tree.insert(
        "targets/a.yaml",
        "period: 2026-10\nmember: li-wei\ngoals:\n  - {kpi: sales_amount, value: 100}\n".into(),
    );
    tree
}

// ITS-4.3.1, OPS-8.2.1: the total is the sum of what is shown.
#[test]
fn the_total_shows_how_it_came_about() {
    let report = run(&october(""), "assessment", &ask(&[], ""), "2026-11-03");
    assert_eq!(lines(&report.tables[0])[1..], ["li-wei 86.00 null draft "]);
    assert_eq!(
        lines(&report.tables[1])[1..],
        [
            "li-wei sales_amount 60 sales amount 90.00 / 100 null 0.900000 54.00",
            "li-wei satisfaction 40  4 0.800000 32.00",
        ]
    );
    assert_eq!(notes(&report), ["counted 1", "missing 1", "open 1"]);
    assert!(lines(&report.tables[2])[1..].is_empty(), "a draft is compiled again, not restated");
}

// ITS-1.3.2, ITS-4.3.3: what is final stays; that the records would say otherwise today is told.
#[test]
fn a_final_assessment_stays_and_later_differences_are_told() {
    let tree = october("status: final\ntotal: 86.00\nby_score: pass\nresult: pass\n");
    let report = run(&tree, "assessment", &ask(&[], "2026-10"), "2026-11-21");
    assert_eq!(lines(&report.tables[0])[1..], ["li-wei 86.00 pass final "]);
    assert_eq!(lines(&report.tables[2])[1..], ["li-wei sales_amount sales_amount 90.00 0.00"]);
    assert_eq!(notes(&report), ["counted 1", "missing 1", "restated 1"]);
}
