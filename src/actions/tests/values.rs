//! What people type, by the field's type: in either language, stored in one form.

use super::*;

#[test]
fn text_is_kept_as_typed() {
    assert_eq!(set_deal(&["name= ERP：二期 "]), ok("-name: ERP 二期\n+name: ERP：二期\n"));
    assert_eq!(set_deal(&["note=yes"]), ok("+note: \"yes\"\n"));
    assert_eq!(set_deal(&["note=first\\nsecond"]), ok("+note: |-\n+  first\n+  second\n"));
    // The first `=` parts key and value.
    assert_eq!(set_deal(&["note=a=b"]), ok("+note: a=b\n"));
}

#[test]
fn truth_is_told_in_both_languages() {
    for typed in ["key_account=yes", "key_account=是", "重点客户=true"] {
        assert_eq!(set_customer(&[typed]), ok("+key_account: true\n"), "{typed}");
    }
    assert_eq!(
        set_customer(&["key_account=maybe"]),
        refused("cannot: `maybe` is neither yes nor no")
    );
}

#[test]
fn whole_numbers_and_percent() {
    let seventy = "-  probability: 60\n+  probability: 70\n";
    for typed in
        ["evaluation.probability=70", "evaluation.probability=70%", "机会评估.成交概率=７０％"]
    {
        assert_eq!(set_deal(&[typed]), ok(seventy), "{typed}");
    }
    assert_eq!(
        set_deal(&["evaluation.probability=0.7"]),
        refused("cannot: `0.7` is not a whole number")
    );
}

#[test]
fn amounts_have_units() {
    for typed in ["amount=52万", "amount=520,000", "预计金额=５２万", "Amount=520k"] {
        let changed = "-amount: 480000.00  # without tax\n+amount: 520000  # without tax\n";
        assert_eq!(set_deal(&[typed]), ok(changed), "{typed}");
    }
    assert_eq!(
        set_deal(&["needs.budget.max=60万"]),
        ok("-    max: 550000.00  # said in passing\n+    max: 600000  # said in passing\n")
    );
    assert_eq!(
        set_deal(&["amount=lots"]),
        refused("cannot: `lots` is not an amount: write it like 480000, 480,000.00, 48万 or 1.2亿")
    );
}

#[test]
fn dates_are_counted_from_today() {
    let closes = |day: &str| ok(&format!("-expected_close: 2026-12-31\n+expected_close: {day}\n"));
    for (typed, day) in [
        ("2027-01-15", "2027-01-15"),
        ("月底", "2026-11-30"),
        ("+3wd", "2026-11-25"),
        ("tomorrow", "2026-11-22"),
    ] {
        assert_eq!(set_deal(&[&format!("expected_close={typed}")]), closes(day), "{typed}");
    }
    // Working days are those of the book's calendar.
    let calendar = "year: 2026\noff:\n  - 2026-11-23\n";
    let tree = book(&[("calendar/2026.yaml", calendar)]);
    let done = set(&tree, Kind::Opportunity, "acme-1", &["expected_close=+3wd"]).unwrap();
    assert_eq!(Ok(done.diff), closes("2026-11-26"));
}

#[test]
fn moments_and_currencies() {
    let tree = book(&[]);
    let at = ["at=2026-10-07T09:30:00+08:00"];
    let done = set(&tree, Kind::Activity, "act-1", &at).unwrap();
    assert_eq!(done.diff, "+at: 2026-10-07T09:30:00+08:00\n");
    assert_eq!(set_deal(&["currency=usd"]), ok("-currency: CNY\n+currency: USD\n"));
}

#[test]
fn terms_and_choices_are_stored_by_key() {
    for typed in ["source=online_marketing", "source=online marketing", "来源=网络营销"] {
        let changed = ok("-source: exhibition\n+source: online_marketing\n");
        assert_eq!(set_deal(&[typed]), changed, "{typed}");
    }
    assert_eq!(
        set_deal(&["source=exibition"]),
        refused("cannot: `exibition` is not in the list; did you mean `exhibition`?")
    );
    for typed in ["size=small", "企业规模=小型", "size=SMALL"] {
        assert_eq!(set_customer(&[typed]), ok("+size: small\n"), "{typed}");
    }
    assert_eq!(
        set_customer(&["size=tiny"]),
        refused("cannot: `tiny` is none of large, medium, small, micro")
    );
}

#[test]
fn references_are_found_by_name_and_never_guessed() {
    for typed in ["territory=north", "territory=华北", "区域=territory/north"] {
        assert_eq!(set_deal(&[typed]), ok("+territory: north\n"), "{typed}");
    }
    assert_eq!(
        set_deal(&["territory=sorth"]),
        refused("cannot: no territory is called `sorth`; did you mean `north`?")
    );
    let tree =
        book(&[("members/li-na.yaml", "name: 李娜\nemail: n@example.com\nrole: sales_rep\n")]);
    let why = set(&tree, Kind::Opportunity, "acme-1", &["owner=li-"]).err();
    assert_eq!(
        why.as_deref(),
        Some("cannot: `li-` fits 2 records: member/li-na (李娜), member/li-wei (李伟)")
    );
    let mine = set(&tree, Kind::Customer, "beta", &["owner=我"]).unwrap();
    assert!(mine.diff.contains("+owner: li-wei\n"), "{}", mine.diff);
}

#[test]
fn tags_are_typed_by_their_definition() {
    // TAG-3.2.2b
    for (typed, line) in [
        ("tags.vip=是", "  vip: yes"),
        ("tags.score=1.5万", "  score: 15000"),
        ("tags.since=今天", "  since: 2026-11-21"),
        ("标签.motto=faster：now", "  motto: faster：now"),
    ] {
        let done = set_customer(&[typed]).unwrap();
        assert_eq!(done.replace('"', ""), format!("+{line}\n"), "{typed}");
    }
    assert_eq!(
        set_customer(&["tags.score=high"]),
        refused("cannot: `high` is not an amount: write it like 480000, 480,000.00, 48万 or 1.2亿")
    );
    assert_eq!(
        set_customer(&["tags.mood=good"]),
        refused("tag-undefined customers/acme.yaml no tag `mood` is defined for this kind")
    );
}

#[test]
fn a_tag_with_several_values_is_a_list() {
    assert_eq!(set_customer(&["tags.style+=boss"]), ok("+    - single\n"));
    assert_eq!(set_customer(&["tags.style.0=by committee"]), ok(""));
    assert_eq!(set_customer(&["tags.style.0=single"]), ok("-    - committee\n+    - single\n"));
    assert_eq!(
        set_customer(&["tags.style-=committee"]),
        ok("-  style:\n-    - committee\n+  style: []\n")
    );
    assert_eq!(
        set_customer(&["tags.style+=tender"]),
        refused("cannot: `tender` is none of committee, single")
    );
    assert_eq!(
        set_customer(&["tags.vip+=yes"]),
        refused("tag-mistyped customers/acme.yaml the tag `vip` has one value, not a list")
    );
}

#[test]
fn a_group_is_set_key_by_key() {
    assert_eq!(
        set_deal(&["needs=speed"]),
        refused(
            "cannot: `needs` has several parts; set one of `needs.summary=`, `needs.objective=`, \
             `needs.special=`, `needs.budget=`, `needs.process=`, `needs.pain_points=`, `needs.alignment=`"
        )
    );
    assert_eq!(set_deal(&["via=nobody"]), refused("cannot: no customer is called `nobody`"));
}

#[test]
fn moments_are_a_day_and_a_clock_time() {
    // OPS-2.2.1
    let tree = book(&[("leads/lead-1.yaml", "name: Globex\n\nowner: li-wei\n")]);
    let received = |typed: &str| {
        set(&tree, Kind::Lead, "lead-1", &[&format!("received_at={typed}")]).map(|done| done.diff)
    };
    for typed in
        ["2026-11-20 09:30", "昨天 9:30", "11月20日　９：３０", "2026-11-20T09:30:00+08:00"]
    {
        let diff = received(typed).unwrap();
        assert!(diff.contains("+received_at: 2026-11-20T09:30:00+08:00\n"), "{typed}: {diff}");
    }
    assert!(received("08:15").unwrap().contains("+received_at: 2026-11-21T08:15:00+08:00\n"));
    for typed in ["今天", "2026-11-20 25:00", "soon", "2026-11-20"] {
        let why = received(typed).unwrap_err();
        assert!(why.contains("2026-11-21 09:30"), "{typed}: {why}");
    }
}
