//! Judging a plan: what it adds is held against it, what was wrong before is not.

use super::*;

// ITS-2.1
#[test]
fn nobody_becomes_his_own_superior() {
    let tree = book(&[]);
    let refused = set(&tree, Kind::Customer, "acme", &["parent=acme"]).err().unwrap();
    assert!(refused.contains("a circle: acme"), "{refused}");
    let refused = set(&tree, Kind::Member, "boss", &["reports_to=li-wei"]).err().unwrap();
    assert!(refused.contains("a circle: boss → li-wei → wang-fang"), "{refused}");
    assert!(set(&tree, Kind::Customer, "acme", &["parent=beta"]).is_ok());
}

#[test]
fn a_plan_that_adds_an_error_is_refused() {
    assert_eq!(
        set_deal(&["amount=-5"]),
        refused("amount-invalid opportunities/acme-1.yaml -5 is negative")
    );
    assert_eq!(
        set_deal(&["needs.summary="]),
        refused("stage-without-gate opportunities/acme-1.yaml the need is missing (gate need)")
    );
    // The moves of the deal name no owner yet; once they do, one cannot just vanish.
    let tree = book(&[]);
    let done = set(&tree, Kind::Opportunity, "acme-1", &["owner="]).unwrap();
    assert_eq!(done.diff, "-owner: li-wei\n-\n");
    let given = set(&tree, Kind::Opportunity, "acme-1", &["owner=王芳"]).unwrap();
    let gone = set(&given.tree, Kind::Opportunity, "acme-1", &["owner="]).err();
    assert_eq!(
        gone.as_deref(),
        Some(
            "moves-disagree opportunities/acme-1.yaml `owner` is missing, but its moves lead to `wang-fang`"
        )
    );
}

#[test]
fn an_old_error_is_not_held_against_a_plan() {
    let tree = with_deal(&[("amount: 480000.00", "amount: -480000.00")]);
    assert_eq!(errors(&tree).len(), 1);
    let done = set(&tree, Kind::Opportunity, "acme-1", &["note=hot"]).unwrap();
    assert_eq!(done.diff, "+note: hot\n");
    // The same error with another value is a new one.
    assert!(set(&tree, Kind::Opportunity, "acme-1", &["amount=-1"]).is_err());
}

#[test]
fn warnings_are_remarks() {
    let tree = book(&[]);
    let book = Book::open(&tree).unwrap();
    let mut entropy = Counter(0);
    let now = Instant::parse("2026-11-21T09:00:00+08:00").unwrap();
    let mut actor = Actor { me: None, now, today: today(), entropy: &mut entropy };
    let fields = [assign::parse("expected_close=2026-11-01").unwrap()];
    let plan =
        super::super::set::plan(&book, &mut actor, Kind::Opportunity, &id("acme-1"), &fields);
    let verdict = judge(&tree, &book, &plan.unwrap(), today()).unwrap();
    assert!(verdict.added.is_empty());
    let remarks: Vec<String> = verdict.remarks.iter().map(line).collect();
    assert_eq!(
        remarks,
        ["close-date-past opportunities/acme-1.yaml the expected close passed 20 days ago"]
    );
}

// Design §5: the records that a plan touches, or their referrers.
#[test]
fn errors_of_records_that_refer_to_what_changes_count() {
    assert_eq!(
        set_deal(&["customer=beta"]),
        refused(
            "activity-mismatch activities/2026/10/act-1.yaml opportunity `acme-1` is of `beta`, not of `acme`\n\
             stage-without-gate opportunities/acme-1.yaml no decision maker is known (gate decision-maker)"
        )
    );
    assert_eq!(
        set_customer(&["contacts.c-1.decision_role=user"]),
        refused(
            "stage-without-gate opportunities/acme-1.yaml no decision maker is known (gate decision-maker)"
        )
    );
}

#[test]
fn a_plan_touches_nothing_but_its_files() {
    let done = set(&book(&[]), Kind::Opportunity, "acme-1", &["note=hot"]).unwrap();
    let touched: Vec<&str> = done.plan.changes.iter().map(|change| &*change.path).collect();
    assert_eq!(touched, [DEAL]);
    assert_eq!(done.plan.touched, [(Kind::Opportunity, id("acme-1"))]);
}
