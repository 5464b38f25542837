//! Setting fields: keys in both languages, lists, clearing, and what `set` refuses.

use super::*;

#[test]
fn keys_are_known_by_their_names_in_both_languages() {
    for typed in
        ["needs.summary=two ledgers", "需求.需求概述=two ledgers", "Needs.Summary=two ledgers"]
    {
        let changed = ok("-  summary: one ledger\n+  summary: two ledgers\n");
        assert_eq!(set_deal(&[typed]), changed, "{typed}");
    }
    assert_eq!(
        set_deal(&["ammount=5"]),
        refused("cannot: no field `ammount`; did you mean `amount`?")
    );
    assert_eq!(
        set_deal(&["needs.sumary=x"]),
        refused("cannot: no field `needs.sumary`; did you mean `summary`?")
    );
    assert_eq!(set_deal(&["amount"]), refused("cannot: `amount` is not of the form KEY=VALUE"));
}

#[test]
fn several_fields_change_in_one_plan() {
    let changed =
        set_deal(&["amount=50万", "next.on=2026-11-30", "next.what=contract", "note=hot"]);
    assert_eq!(
        changed,
        ok("+note: hot\n-amount: 480000.00  # without tax\n+amount: 500000  # without tax\n\
            -  on: 2026-11-24\n-  what: review  # with the CFO\n+  on: 2026-11-30\n\
            +  what: contract  # with the CFO\n")
    );
}

#[test]
fn clearing_what_is_not_there_changes_nothing() {
    let tree = book(&[]);
    for field in ["region=", "tags.style=", "行政区划代码="] {
        let done = set(&tree, Kind::Customer, "acme", &[field, "industry="]).unwrap();
        let again = set(&done.tree, Kind::Customer, "acme", &[field, "industry="]).unwrap();
        assert_eq!(
            (&*again.diff, &*again.plan.done[0].en),
            ("", "customer/acme (Acme) is so already")
        );
    }
    assert_eq!(set_customer(&["contacts.c-1.phone="]), ok(""));
    let one = set(&tree, Kind::Customer, "acme", &["contacts.c-1.position=CEO"]).unwrap().tree;
    let none = set(&one, Kind::Customer, "acme", &["contacts.c-1.position="]).unwrap();
    assert_eq!(none.diff, "-    position: CEO\n");
    let unknown = set_customer(&["regin="]).unwrap_err();
    assert_eq!(unknown, "cannot: no field `regin`; did you mean `region`?");
}

#[test]
fn lists_grow_and_shrink() {
    assert_eq!(set_deal(&["needs.pain_points+=errors"]), ok("+    - errors\n"));
    assert_eq!(set_deal(&["needs.pain_points-=lost orders"]), ok("-    - lost orders\n"));
    assert_eq!(
        set_deal(&["needs.pain_points-=nothing"]),
        refused("cannot: `needs.pain_points` has no `nothing`")
    );
    assert_eq!(set_deal(&["name+=x"]), refused("cannot: `name` is no list; set it by `name=`"));
    assert_eq!(set_customer(&["service_team+=王芳"]), ok("+service_team:\n+  - wang-fang\n"));
}

#[test]
fn several_items_go_at_once() {
    let both = ["needs.pain_points-=slow close", "needs.pain_points-=lost orders"];
    let gone = ok("-    - slow close  # said twice\n-    - lost orders\n");
    assert_eq!(set_deal(&both), gone);
    assert_eq!(set_deal(&[both[1], both[0]]), gone);
    assert_eq!(set_deal(&[both[1], both[1]]), ok("-    - lost orders\n"));
    // Positions are those of the record as it is.
    assert_eq!(
        set_deal(&[both[0], "needs.pain_points.2=triple entry"]),
        ok("-    - slow close  # said twice\n-    - double entry\n+    - triple entry\n")
    );
}

#[test]
fn items_of_keyed_lists_get_an_id_and_are_addressed_by_it() {
    let done = set(&book(&[]), Kind::Customer, "acme", &["contacts+=王五"]).unwrap();
    let added = &done.diff;
    assert!(added.starts_with("+  - id: c-") && added.ends_with("\n+    name: 王五\n"), "{added}");
    assert_eq!(set_customer(&["contacts.c-2.position=CFO"]), ok("+    position: CFO\n"));
    assert_eq!(set_customer(&["contacts-=李四"]), ok("-  - id: c-2\n-    name: 李四\n"));
    assert_eq!(set_customer(&["联系人-=c-2"]), ok("-  - id: c-2\n-    name: 李四\n"));
    assert_eq!(
        set_customer(&["contacts.c-9.position=CFO"]),
        refused("cannot: `contacts` has no item `c-9`; there are `c-1`, `c-2`")
    );
}

#[test]
fn items_without_an_id_are_addressed_by_what_names_them() {
    // ITS-4.3.2
    let text = "what: Q3\nsent_on: 2026-10-12\nanswers:\n  - {customer: acme, overall: 4}\n";
    let tree = book(&[("surveys/2026/sur-1.yaml", text)]);
    let set = |field: &str| set(&tree, Kind::Survey, "sur-1", &[field]).map(|done| done.diff);
    let changed = ok("-  - {customer: acme, overall: 4}\n+  - {customer: acme, overall: 5}\n");
    for item in ["acme", "Acme", "0"] {
        assert_eq!(set(&format!("answers.{item}.overall=5")), changed, "{item}");
    }
    // OPS-6.4.1: what a group says of itself is said when its first item is added.
    let review = set("review.findings+=nobody answers").unwrap();
    let said = "+review:\n+  on: 2026-11-21\n+  by: li-wei\n+  findings:\n+    - nobody answers\n";
    assert_eq!(review, said);
    let none = "cannot: `answers` has no item `beta`; there are `acme`";
    assert_eq!(set("answers.beta.overall=5"), refused(none));
    // A name that two have is not taken for either.
    let customer = "name: Beta\ncontacts:\n  - {id: c-1, name: 王芳}\n  - {id: c-2, name: 王芳}\n";
    let tree = book(&[("customers/beta.yaml", customer)]);
    let done = super::set(&tree, Kind::Customer, "beta", &["contacts.王芳.phone=1"]);
    let several = "cannot: several items of `contacts` are called `王芳`; say which: `contacts.c-1`, `contacts.c-2`";
    assert_eq!(done.map(|done| done.diff), refused(several));
}

#[test]
fn what_cannot_do_without_its_second_part_is_set_apart_by_colons() {
    // OPS-6.3.2
    let tree = book(&[]);
    let done = set(&tree, Kind::Product, "crm", &["upgrades+=8.2:2026-11-28:bulk import"]).unwrap();
    let added = "+upgrades:\n+  - {version: \"8.2\", date: 2026-11-28, change: bulk import}\n";
    assert_eq!(done.diff, added);
    let short = "cannot: an item is written version:date; `date` is missing";
    let refused_short = set(&tree, Kind::Product, "crm", &["upgrades+=8.2"]);
    assert_eq!(refused_short.map(|done| done.diff), refused(short));
    let free = set(&tree, Kind::Customer, "acme", &["contacts+=CFO: 王五"]).unwrap();
    assert!(free.diff.contains("name: \"CFO: 王五\""), "{}", free.diff);
}

#[test]
fn pricing_the_last_line_makes_the_amount_follow_from_the_lines() {
    let text = "customer: beta\nname: B\nsource: exhibition\nstage: potential\namount: 500\n\
                lines:\n  - product: crm\n    price: 100\n  - product: erp\nowner: li-wei\nnext:\n  on: 2026-11-24\n";
    let tree = book(&[("opportunities/beta-2.yaml", text)]);
    let done = set(&tree, Kind::Opportunity, "beta-2", &["lines.1.price=50"]).unwrap();
    assert_eq!(done.diff, "-amount: 500\n+    price: 50\n");
    assert!(done.plan.done[1].en.contains("follows from them"));
    // One line still has no price: the amount stays.
    let done = set(&tree, Kind::Opportunity, "beta-2", &["lines.0.price=90"]).unwrap();
    assert_eq!(done.diff, "-    price: 100\n+    price: 90\n");
}

#[test]
fn clearing_takes_the_key_out() {
    assert_eq!(set_deal(&["amount="]), ok("-\n-amount: 480000.00  # without tax\n"));
    assert_eq!(set_deal(&["needs.budget.max="]), ok("-    max: 550000.00  # said in passing\n"));
    assert_eq!(set_deal(&["note="]), ok(""));
}

#[test]
fn what_is_so_already_changes_nothing() {
    let done =
        set(&book(&[]), Kind::Opportunity, "acme-1", &["source=行业展会", "owner=李伟"]).unwrap();
    assert_eq!(done.diff, "");
    assert_eq!(done.plan.done[0].en, "opportunity/acme-1 (ERP 二期) is so already");
}

#[test]
fn an_owner_is_kept_in_the_moves() {
    // TAG-3.2.2c
    assert_eq!(
        set_deal(&["owner=王芳"]),
        ok(
            "-owner: li-wei\n+owner: wang-fang\n+  - {on: 2026-11-21, by: li-wei, owner: wang-fang}\n"
        )
    );
    assert_eq!(
        set_customer(&["负责人=王芳"]),
        ok(
            "-owner: li-wei\n+owner: wang-fang\n+moves:\n+  - {on: 2026-11-21, by: li-wei, owner: wang-fang}\n"
        )
    );
    // A territory has an owner and no moves.
    let done = set(&book(&[]), Kind::Territory, "north", &["owner=王芳"]).unwrap();
    assert_eq!(done.diff, "+\n+owner: wang-fang\n");
}

#[test]
fn a_field_that_a_command_owns_is_refused_by_its_name() {
    for (typed, command) in [
        ("stage=negotiation", "advance"),
        ("销售阶段=商务谈判", "advance"),
        ("moves+=2026-11-21", "advance"),
        ("outcome=won", "win"),
        ("closed.on=today", "win"),
        ("lost_reason=price", "lose"),
        ("stage=", "advance"),
        ("grade=A", "grade"),
        ("grade_override.reason=x", "grade"),
    ] {
        let why = set_deal(&[typed]).unwrap_err();
        let expected = format!("is not set by hand; `salesops {command}` writes it");
        assert!(why.starts_with("forbidden: ") && why.ends_with(&expected), "{typed}: {why}");
    }
}

#[test]
fn a_derived_amount_is_refused_naming_the_lines() {
    let tree = book(&[]);
    let why = set(&tree, Kind::Opportunity, "beta-1", &["amount=300"]).err();
    assert_eq!(
        why.as_deref(),
        Some(
            "forbidden: the amount follows from the lines; change a price: \
             lines.0 (crm), lines.1 (erp), as in `lines.0.price=…`"
        )
    );
    let done = set(&tree, Kind::Opportunity, "beta-1", &["lines.0.price=120"]).unwrap();
    assert_eq!(done.diff, "-    price: 100.00  # list\n+    price: 120  # list\n");
}

#[test]
fn nobody_known_may_set_all_the_same() {
    // Own: an unknown writer goes on without `by`.
    let fields = [assign::parse("owner=王芳").unwrap()];
    let done = act(&book(&[]), "-", |book, actor| {
        super::super::set::plan(book, actor, Kind::Opportunity, &id("acme-1"), &fields)
    });
    let diff = done.unwrap().diff;
    assert!(diff.ends_with("+  - {on: 2026-11-21, owner: wang-fang}\n"), "{diff}");
}
