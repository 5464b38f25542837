//! What the language can say: names, dictionaries, shortcuts, lists, ranges, presence.

use super::{are, customers, deals, ids, refused};
use crate::base::date::Date;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::query::{Asker, Query};
use crate::store::Memory;

#[test]
fn a_chinese_name_may_lose_what_stands_before_it() {
    for query in ["阶段:商务谈判", "等级:A级", "金额:48万", "成交日期:2026-12"] {
        assert_eq!(deals(query), are("acme-1"), "{query}");
    }
    // 意向 ends one name only, 日期 would end none of its own; 称 is too short to tell.
    assert!(deals("称:ERP").is_err());
}

#[test]
fn several_values_of_one_field_are_alternatives() {
    assert_eq!(deals("stage:negotiation stage:potential"), are("acme-1 bare"));
    assert_eq!(deals("stage:negotiation 销售阶段:潜在客户"), are("acme-1 bare"));
    assert_eq!(deals("owner:me owner:none"), are("acme-1 bare"));
    assert_eq!(deals("stage:negotiation stage:potential owner:none"), are("bare"));
    assert_eq!(deals("not:stage:negotiation not:stage:potential"), are("beta-1"), "each holds");
    assert_eq!(deals("erp 二期"), are("acme-1"), "words must all be there");
    assert_eq!(deals("erp crm"), are(""));
}

#[test]
fn lists_of_the_policy_have_ranges() {
    assert_eq!(deals("stage:solution.."), are("acme-1 beta-1"));
    assert_eq!(deals("stage:..solution"), are("bare beta-1"));
    assert_eq!(deals("阶段:潜在客户..方案制定"), are("bare beta-1"));
    assert_eq!(deals("grade:A..B"), are("acme-1"));
    assert_eq!(
        deals("stage:negotiation..potential"),
        refused("`negotiation..potential` ends before it begins; write `potential..negotiation`")
    );
}

#[test]
fn priced_lines_give_the_amount() {
    assert_eq!(ids(Kind::Contract, &["amount:15万"]), are("one"));
    assert_eq!(ids(Kind::Contract, &["amount:..10万"]), are("two"));
    assert_eq!(ids(Kind::Order, &["订单金额:5万"]), are("one"));
}

#[test]
fn full_width_signs_are_read_as_they_are_meant() {
    assert_eq!(deals("amount：１０万．．５０万"), are("acme-1 beta-1"));
    assert_eq!(deals("金额：10万～20万"), are("beta-1"));
    assert_eq!(deals("expected_close:2026-11～2026-12"), are("acme-1 beta-1"));
    assert_eq!(deals("stage:negotiation\u{3000}owner:me"), are("acme-1"));
}

#[test]
fn presence_is_asked_in_words() {
    for none in
        ["grade:none", "grade:未填", "grade:无", "grade:空", "not:grade:any", "非:等级:已填"]
    {
        assert_eq!(deals(none), are("bare beta-1"), "{none}");
    }
    for any in ["grade:any", "grade:已填", "grade:有", "not:grade:none"] {
        assert_eq!(deals(any), are("acme-1"), "{any}");
    }
    assert_eq!(deals("needs:any"), are("acme-1"), "a group");
    assert_eq!(deals("lines:any"), are("beta-1"), "a list");
    assert_eq!(customers("tags:none"), are("beta"));
    assert_eq!(deals("customer:none"), are("bare"));
    assert_eq!(customers("key_account:无"), are("beta"), "否 of a yes or no");
}

#[test]
fn a_value_called_none_comes_before_absence() {
    let tree = Memory::new([
        ("tags/customer.a.yaml", "label: {en: a, zh: 甲}\ntype: text\nrefresh: none\n"),
        ("tags/customer.b.yaml", "label: {en: b, zh: 乙}\ntype: text\n"),
    ]);
    assert_eq!(over(&tree, Kind::Tag, "refresh:none"), are("customer.a"));
    assert_eq!(over(&tree, Kind::Tag, "refresh:"), are("customer.b"));
}

#[test]
fn names_are_known_by_their_parts_when_nothing_else_fits() {
    assert_eq!(deals("customer:中国"), are("acme-1"));
    assert_eq!(deals("customer:acme_中国"), are("acme-1"), "`_` is a blank");
    assert_eq!(deals("owner:赵"), are("beta-1"));
}

#[test]
fn what_follows_from_records_is_asked_like_a_field() {
    let tree = derived();
    let asked = |kind, query| over(&tree, kind, query);
    let deals = |query| asked(Kind::Opportunity, query);
    assert_eq!(deals("territory:north"), are("own via-customer"));
    assert_eq!(deals("territory.name:华南"), are("via-owner"));
    assert_eq!(deals("team:alpha"), are("own via-customer"));
    assert_eq!(deals("团队:beta"), are("via-owner"));
    assert_eq!(deals("manager:boss"), are("own via-customer via-owner"));
    assert_eq!(deals("上级:赵敏 phase:delivery"), are("own"));
    assert_eq!(deals("owner.manager:boss phase:selling"), are("via-customer via-owner"));
    assert_eq!(deals("industry:C39"), are("via-customer"));
    assert_eq!(deals("product:erp"), are("own"));
    assert_eq!(asked(Kind::Customer, "territory:north"), are("acme"));
    assert_eq!(asked(Kind::Customer, "team:alpha"), are("acme"));
    assert_eq!(asked(Kind::Lead, "territory:south"), are("own via-owner"));
    assert_eq!(asked(Kind::Customer, "deal_count:0"), are("acme"));
    assert_eq!(asked(Kind::Customer, "成交次数:1.. 能力合格:是"), are(""));
    assert_eq!(asked(Kind::Activity, "customer:acme"), are("call"));
    assert_eq!(asked(Kind::Activity, "industry:C39 manager:boss"), are("call"));
    assert_eq!(asked(Kind::Member, "manager:boss"), are("li sun"));
    assert_eq!(asked(Kind::Lead, "status:new id:fresh"), are("fresh"));
    assert_eq!(asked(Kind::Task, "manager:boss subject:Acme"), are("call-back"));
    assert_eq!(asked(Kind::Task, "subject:customer/acme"), are("call-back"));
    assert_eq!(asked(Kind::Task, "subject:member/li"), are(""));
}

// DEV-3.1, TAG-2.1.7b, TEL-3.5.2: where a customer stands, and what it owes too long, are asked as of the day.
#[test]
fn what_follows_from_the_day_is_asked_on_that_day() {
    let won = |customer: &str, on: &str| {
        format!(
            "customer: {customer}\nstage: contract\noutcome: won\namount: 10.00\n\
             moves:\n  - {{on: {on}, stage: contract, outcome: won}}\nclosed: {{on: {on}}}\n"
        )
    };
    let due = |on: &str, more: &str| format!("customer: old\ndue: {on}\namount: 100000\n{more}");
    let paid = "status: paid\nreceived:\n  - {amount: 60000, on: 2026-09-20}\n  - {amount: 40000, on: 2026-10-20}\n";
    let tree = Memory::new([
        ("customers/fresh.yaml", "name: F\n"),
        ("customers/new.yaml", "name: N\n"),
        ("customers/old.yaml", "name: O\n"),
        ("customers/said.yaml", "name: S\nrelation: active\n"),
        ("opportunities/deal-n.yaml", &*won("new", "2026-11-01")),
        ("opportunities/deal-o.yaml", &*won("old", "2025-10-01")),
        ("payments/a.yaml", &*due("2026-10-01", paid)),
        ("payments/b.yaml", &*due("2026-11-05", "")),
        ("payments/c.yaml", &*due("2026-11-05", "currency: USD\n")),
    ]);
    let book = Book::open(&tree).unwrap();
    let on = |day: &str, kind, query: &str| -> Result<String, String> {
        let asker = Asker { me: None, today: Date::parse_iso(day).unwrap(), sure: false };
        let query = Query::parse(&book, kind, &[query.to_owned()], asker);
        let rows = query.map_err(|why| why.message.en.into_owned())?.rows(&book, kind);
        Ok(rows.iter().map(|row| row.id.to_string()).collect::<Vec<_>>().join(" "))
    };
    let customers = |day: &str, query: &str| on(day, Kind::Customer, query);
    for (query, wanted) in [
        ("relation:prospect", "fresh"),
        ("合作状态:新客户", "new"),
        ("relation:lapsed", "old"),
        ("relation:active", "said"),
        ("relation:none", ""),
    ] {
        assert_eq!(customers("2026-11-21", query), are(wanted), "{query}");
    }
    assert_eq!(customers("2026-10-31", "relation:prospect"), are("fresh new"));
    assert_eq!(customers("2026-09-30", "relation:new"), are("old"));
    assert_eq!(customers("2026-10-31", "deal_count:1.. total_amount:10"), are("old"));
    assert_eq!(on("2026-11-21", Kind::Opportunity, "customer.relation:lapsed"), are("deal-o"));
    for (day, sum) in [
        ("2026-09-30", "0"),
        ("2026-10-10", "40000"),
        ("2026-10-21", "0"),
        ("2026-11-21", "100000"),
    ] {
        let query = format!("credit.overdue:{sum}");
        assert_eq!(customers(day, &query), are("old"), "{day}");
    }
    assert_eq!(customers("2026-11-21", "信用.逾期金额:10万.."), are("old"));
    assert_eq!(customers("2026-11-21", "credit.overdue:none"), are("fresh new said"));
    assert_eq!(on("2026-11-21", Kind::Opportunity, "customer.credit.overdue:1.."), are("deal-o"));
    let wrong = "no field `credit.overdu`; did you mean `overdue`?";
    assert_eq!(customers("2026-11-21", "credit.overdu:1"), refused(wrong));
}

#[test]
fn the_dictionary_names_fields_tags_and_values() {
    let tree = derived();
    let asked = |kind, query| over(&tree, kind, query);
    for query in ["industry:电子", "industry:electronics", "sector:C39", "行业:C", "industry:c3"]
    {
        assert_eq!(asked(Kind::Customer, query), are("acme"), "{query}");
    }
    for query in ["tags.style:招标", "tags.style:tender", "style:tender", "决策方式:招标"] {
        assert_eq!(asked(Kind::Customer, query), are("acme"), "{query}");
    }
    assert_eq!(asked(Kind::Opportunity, "customer.tags.决策方式:tender"), are("via-customer"));
    assert_eq!(
        asked(Kind::Customer, "tags.style:tendr"),
        refused("`tendr` is not in the list; did you mean `tender`?")
    );
    assert_eq!(asked(Kind::Customer, "tags.sites:3..10"), are("acme"));
    assert_eq!(asked(Kind::Customer, "tags.sites:..3"), are(""));
    assert_eq!(asked(Kind::Customer, "tags.since:2024"), are("acme"));
    assert_eq!(asked(Kind::Customer, "tags.reference:是"), are("acme"));
    assert_eq!(asked(Kind::Customer, "tags.reference:no"), are(""));
}

#[test]
fn circles_of_references_are_walked_as_far_as_asked() {
    let tree = Memory::new([
        ("customers/a.yaml", "name: A\nparent: b\nindustry: C39\n"),
        ("customers/b.yaml", "name: B\nparent: a\n"),
        ("customers/c.yaml", "name: C\nparent: c\n"),
    ]);
    assert_eq!(over(&tree, Kind::Customer, "parent.parent.parent.industry:C39"), are("b"));
    let far = format!("{}industry:C39", "parent.".repeat(2000));
    assert!(over(&tree, Kind::Customer, &far).is_err_and(|why| why.contains("goes too far")));
}

#[test]
fn a_dictionary_that_runs_in_circles_ends() {
    let tree = Memory::new([
        ("tags/customer.a.yaml", "label: {en: x, zh: 甲}\ntype: text\nfield: y\n"),
        ("tags/customer.b.yaml", "label: {en: y, zh: 乙}\ntype: text\nfield: x\n"),
    ]);
    assert!(over(&tree, Kind::Customer, "x:1").is_err());
}

#[test]
fn an_id_is_given_in_full_or_by_its_beginning() {
    assert_eq!(ids(Kind::Opportunity, &["id:acme-1"]), are("acme-1"));
    assert_eq!(ids(Kind::Opportunity, &["id:b"]), are("bare beta-1"));
    assert_eq!(deals("customer.id:acme"), are("acme-1"));
    assert_eq!(
        deals("id:acne-1"),
        refused("no id of opportunity begins with `acne-1`; did you mean `acme-1`?")
    );
}

fn derived() -> Memory {
    Memory::new([
        ("members/boss.yaml", "name: 赵敏\n"),
        ("members/li.yaml", "name: 李伟\nreports_to: boss\nteam: alpha\n"),
        ("members/sun.yaml", "name: 孙丽\nreports_to: boss\nteam: beta\nterritory: south\n"),
        ("territories/north.yaml", "name: 华北\ndistricts:\n  - \"110000\"\n"),
        ("territories/south.yaml", "name: 华南\n"),
        ("leads/own.yaml", "name: A\nterritory: south\n"),
        ("leads/via-owner.yaml", "name: B\nowner: sun\n"),
        ("leads/elsewhere.yaml", "name: C\nterritory: north\nowner: sun\n"),
        ("products/erp.yaml", "name: ERP\n"),
        (
            "tags/customer.industry.yaml",
            "label: {en: sector, zh: 行业}\ntype: choice\nfield: industry\nvalues:\n  \
             - {key: C39, en: electronics, zh: 计算机制造业, aliases: [电子]}\n",
        ),
        (
            "tags/customer.style.yaml",
            "label: {en: decision style, zh: 决策方式}\ntype: choice\nvalues:\n  \
             - {key: tender, en: tender, zh: 招标}\n",
        ),
        ("tags/customer.sites.yaml", "label: {en: sites, zh: 厂区数}\ntype: number\n"),
        ("tags/customer.since.yaml", "label: {en: since, zh: 起始}\ntype: date\n"),
        ("tags/customer.reference.yaml", "label: {en: reference, zh: 样板}\ntype: yes_no\n"),
        (
            "customers/acme.yaml",
            "name: Acme\nregion: \"110105\"\nindustry: C391\nowner: li\ntags:\n  style: tender\n  \
             sites: \"5\"\n  since: \"2024-05-01\"\n  reference: \"yes\"\n",
        ),
        (
            "opportunities/own.yaml",
            "stage: delivery\noutcome: won\nterritory: north\nowner: li\nlines:\n  - product: erp\n",
        ),
        ("opportunities/via-customer.yaml", "customer: acme\nstage: potential\nowner: li\n"),
        ("opportunities/via-owner.yaml", "stage: potential\nowner: sun\n"),
        ("leads/fresh.yaml", "name: Fresh\n"),
        ("tasks/call-back.yaml", "what: 回电\nsubject: customer/acme\nwho: li\n"),
        (
            "activities/call.yaml",
            "type: call\non: 2026-11-01\nopportunity: via-customer\nmember: li\n",
        ),
    ])
}

fn over(tree: &Memory, kind: Kind, query: &str) -> Result<String, String> {
    let book = Book::open(tree).unwrap();
    let asker = Asker { me: None, today: Date::parse_iso("2026-11-21").unwrap(), sure: false };
    let query = Query::parse(&book, kind, &[query.to_owned()], asker);
    let query = query.map_err(|why| why.message.en.into_owned())?;
    let rows = book.rows(kind).into_iter().filter(|row| query.fits(&book, *row));
    Ok(rows.map(|row| row.id.to_string()).collect::<Vec<_>>().join(" "))
}
