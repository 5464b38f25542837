//! New records: their ids, defaults, copies, and those that are there already.

use super::*;
use crate::actions::add::{Options, plan};

fn add(me: &str, kind: Kind, fields: &[&str], options: &Options) -> Result<Done, Refused> {
    add_to(&book(&[]), me, kind, fields, options)
}

fn add_to(
    tree: &Memory,
    me: &str,
    kind: Kind,
    fields: &[&str],
    options: &Options,
) -> Result<Done, Refused> {
    act(tree, me, |book, actor| {
        let fields: Vec<_> = fields.iter().map(|field| assign::parse(field).unwrap()).collect();
        plan(book, actor, kind, &fields, options).map(|(plan, _)| plan)
    })
}

/// The only file that an action added, and its path.
fn created(done: &Done) -> (String, String) {
    let path = done.diff.trim_end().strip_prefix("new ").unwrap().to_owned();
    (path.clone(), done.text(&path))
}

#[test]
fn a_customer_gets_the_slug_of_its_name() {
    // TAG-2.1.1, TAG-3.2.2c
    let fields = ["name=北京星辰科技有限公司", "客户类型=中小企业", "contacts+=张三"];
    let (path, text) =
        created(&add("li-wei", Kind::Customer, &fields, &Options::default()).unwrap());
    assert_eq!(path, "customers/beijingxingchenkeji.yaml");
    let contact = text.lines().find(|line| line.contains("id: c-")).unwrap();
    assert_eq!(
        text,
        format!(
            "name: 北京星辰科技有限公司\ntype: sme\ncontacts:\n{contact}\n    name: 张三\n\nowner: li-wei\n\
             entered: {{at: 2026-11-21T09:00:00+08:00, by: li-wei}}\n"
        )
    );
}

#[test]
fn another_company_with_the_same_slug_gets_a_suffix() {
    let tree = book(&[("customers/gamma.yaml", "name: Gamma Software\n")]);
    let done = add_to(&tree, "li-wei", Kind::Customer, &["name=Gamma"], &Options::default());
    let (path, _) = created(&done.unwrap());
    let suffix = path.strip_prefix("customers/gamma-").and_then(|rest| rest.strip_suffix(".yaml"));
    assert_eq!(suffix.map(str::len), Some(4), "{path}");
}

#[test]
fn a_deal_starts_in_the_first_stage_with_its_first_move() {
    // OPS-4.1.1
    let fields = ["customer=acme", "name=ERP 三期"];
    let (path, text) =
        created(&add("li-wei", Kind::Opportunity, &fields, &Options::default()).unwrap());
    let id = path.strip_prefix("opportunities/2026/acme-").unwrap().strip_suffix(".yaml").unwrap();
    assert_eq!(id.len(), 4, "{path}");
    assert_eq!(
        text,
        "customer: acme\nname: ERP 三期\n\nstage: potential\n\nowner: li-wei\n\
         moves:\n  - {on: 2026-11-21, by: li-wei, stage: potential}\n\
         entered: {at: 2026-11-21T09:00:00+08:00, by: li-wei}\n"
    );
    // At a later stage the gates ask.
    let later = ["customer=acme", "stage=interested"];
    let why = add("li-wei", Kind::Opportunity, &later, &Options::default()).err().unwrap();
    assert!(why.contains("what shows the customer's interest is missing (gate interest)"), "{why}");
    let tree = book(&[("salesops.toml", "[stage.potential]\ngates = []\n")]);
    let done = add_to(&tree, "-", Kind::Opportunity, &["name=X"], &Options::default());
    let (path, _) = created(&done.unwrap());
    assert!(path.starts_with("opportunities/2026/opp-") && path.len() == 34, "{path}");
}

#[test]
fn an_activity_is_of_today_and_of_who_adds_it() {
    let fields = ["type=拜访", "customer=爱客", "content=看现场"];
    let (path, text) =
        created(&add("li-wei", Kind::Activity, &fields, &Options::default()).unwrap());
    assert!(path.starts_with("activities/2026/11/act-261121-") && path.len() == 43, "{path}");
    assert!(
        text.starts_with("type: visit\non: 2026-11-21\ncustomer: acme\nmember: li-wei\n"),
        "{text}"
    );
    // It stands where its own day says, as one that is logged does.
    let fields = ["type=call", "on=2026-10-02", "customer=acme"];
    let (path, _) = created(&add("li-wei", Kind::Activity, &fields, &Options::default()).unwrap());
    assert!(path.starts_with("activities/2026/10/act-261002-"), "{path}");
    let future =
        add("li-wei", Kind::Activity, &["type=call", "on=tomorrow"], &Options::default()).err();
    let told = "activities/2026/11/act-";
    assert!(future.is_some_and(|why| why.starts_with(&format!("dated-in-future {told}"))));
}

#[test]
fn what_a_record_cannot_be_read_without_is_asked_for() {
    let none = Options::default();
    assert_eq!(
        add("li-wei", Kind::Customer, &["type=sme"], &none).err().as_deref(),
        Some("cannot: a customer cannot be without: `salesops add customer name=…`")
    );
    assert_eq!(
        add("li-wei", Kind::Tag, &["label.en=x"], &none).err().as_deref(),
        Some("cannot: a tag cannot be without: `salesops add tag type=…`")
    );
    let tag = ["label.en=mood", "label.zh=情绪", "type=text"];
    assert_eq!(
        add("li-wei", Kind::Tag, &tag, &none).err().as_deref(),
        Some("cannot: say which tag: `--id customer.industry`")
    );
    let named = Options { id: Some("customer.mood".to_owned()), ..none };
    let (path, text) = created(&add("li-wei", Kind::Tag, &tag, &named).unwrap());
    assert_eq!(path, "tags/customer.mood.yaml");
    assert!(text.starts_with("label: {en: mood, zh: 情绪}\ntype: text\n"), "{text}");
}

#[test]
fn a_given_id_must_be_valid_and_free() {
    let with = |id: &str| {
        let options = Options { id: Some(id.to_owned()), ..Options::default() };
        add("li-wei", Kind::Customer, &["name=Gamma"], &options).map(|done| done.diff)
    };
    assert_eq!(with("gamma-north"), ok("new customers/gamma-north.yaml\n"));
    assert_eq!(with("acme"), refused("cannot: the id `acme` is taken"));
    assert!(with("Gamma").is_err_and(|why| why.contains("capital letter")));
}

#[test]
fn one_that_is_there_is_refused_unless_it_is_another() {
    // TAG-2.1.1a: by name or alias, whatever case and width.
    for name in ["Acme", "ＡＣＭＥ", "爱客"] {
        let why =
            add("li-wei", Kind::Customer, &[&format!("name={name}")], &Options::default()).err();
        let expected = format!(
            "forbidden: `{name}` is there already: customer/acme (Acme, same name), owner 李伟, kept while opportunity/acme-1 is open; `--new` says that it is another"
        );
        assert_eq!(why, Some(expected));
    }
    let new = Options { new: true, ..Options::default() };
    let (path, _) = created(&add("li-wei", Kind::Customer, &["name=爱客"], &new).unwrap());
    assert_eq!(path, "customers/aike.yaml");
    // Deals of one name are no duplicates.
    let twin = ["customer=acme", "name=ERP 二期", "stage=potential"];
    assert!(add("li-wei", Kind::Opportunity, &twin, &Options::default()).is_ok());
}

#[test]
fn a_name_but_for_its_legal_form_is_the_same() {
    let why = add("wang-fang", Kind::Customer, &["name=Acme Co., Ltd."], &Options::default()).err();
    assert!(why.is_some_and(|why| why.contains("same name but for the legal form")));
}

#[test]
fn a_code_with_a_wrong_check_character_is_refused() {
    // TAG-3.1.2b
    let none = Options::default();
    let add = |code: &str| {
        let fields = ["name=Gamma", &format!("credit_code={code}")];
        add("li-wei", Kind::Customer, &fields, &none).map(|done| done.diff)
    };
    assert_eq!(
        add("91350100M000100Y44"),
        refused(
            "cannot: `91350100M000100Y44` is not a unified social credit code: after its first 17 characters comes `3`"
        )
    );
    assert!(add("9135").is_err_and(|why| why.contains("it has 18 digits")));
    assert!(add("91350100M000100Y43").is_ok());
}

#[test]
fn a_copy_leaves_out_what_is_the_others_own() {
    let like = Options { like: Some(id("acme-1")), ..Options::default() };
    let fields = ["name=ERP 三期", "amount=10万"];
    let (_, text) = created(&add("wang-fang", Kind::Opportunity, &fields, &like).unwrap());
    assert!(text.starts_with("customer: acme\nname: ERP 三期\nsource: exhibition\n"), "{text}");
    assert!(text.contains("amount: 100000\n") && text.contains("owner: li-wei\n"), "{text}");
    let moves = "moves:\n  - {on: 2026-11-21, by: wang-fang, stage: potential}\n";
    assert!(text.contains("stage: potential\n") && text.contains(moves), "{text}");
    assert!(text.contains("entered: {at: 2026-11-21T09:00:00+08:00, by: wang-fang}\n"), "{text}");
    assert!(!text.contains('#') && !text.contains("next:"), "{text}");
}

#[test]
fn wrong_values_are_refused() {
    let none = Options::default();
    let add = |fields: &[&str]| add("li-wei", Kind::Customer, fields, &none).map(|done| done.diff);
    assert_eq!(
        add(&["name=G", "typ=sme"]),
        refused("cannot: no field `typ`; did you mean `type`?")
    );
    assert_eq!(
        add(&["name=G", "aliases-=x"]),
        refused("cannot: a new record has no `aliases` to remove from")
    );
    assert!(add(&["name=…"]).is_err_and(|why| why.contains("gives no id; choose one by `--id`")));
}

#[test]
fn values_make_the_id_of_a_target() {
    // OPS-1.3.1: the company's, a team's, a member's.
    for (fields, wanted) in [
        (&["period=2026"][..], "targets/2026-all.yaml"),
        (&["period=本月", "team=北区"], "targets/2026-11-beiqu.yaml"),
        (&["period=q4", "member=李伟"], "targets/2026-q4-li-wei.yaml"),
    ] {
        let done = add("li-wei", Kind::Target, fields, &Options::default()).unwrap();
        assert_eq!(created(&done).0, wanted);
    }
    let weekly = add("li-wei", Kind::Target, &["period=本周"], &Options::default());
    assert!(weekly.is_err());
}

#[test]
fn a_decision_is_typed_with_who_does_it_by_when() {
    // OPS-8.3.2
    let fields = ["decisions+=李伟:2026-11-27:复盘停滞商机"];
    let done = add("li-wei", Kind::Meeting, &fields, &Options::default()).unwrap();
    let text = created(&done).1;
    assert!(text.contains("  - {who: li-wei, due: 2026-11-27, what: 复盘停滞商机}\n"), "{text}");
    assert!(text.starts_with("type: team\non: 2026-11-21\n"), "{text}");
}
