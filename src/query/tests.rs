//! The query language, field by field.

mod language;
mod property;
mod refusals;
mod views;

use super::{Asker, Query};
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::store::Memory;

fn today() -> Date {
    Date::parse_iso("2026-11-21").unwrap()
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn open(tree: &Memory) -> Book<'_> {
    Book::open(tree).unwrap()
}

fn tree() -> Memory {
    Memory::new([
        ("members/li-wei.yaml", "name: 李伟\nreports_to: boss\n"),
        ("members/boss.yaml", "name: 赵敏\n"),
        ("territories/north.yaml", "name: 华北\n"),
        (
            "customers/acme.yaml",
            "name: Acme 中国\naliases:\n  - 爱客\nindustry: C39\nkey_account: true\n\
             contacts:\n  - id: c-1\n    name: 张三\n    phone: \"138\"\n  - id: c-2\n    name: 李四\n\
             intent:\n  decision_cycle_days: 30\ntags:\n  style:\n    - committee\n    - tender\n  vip: yes\n",
        ),
        (
            "customers/beta.yaml",
            "name: Beta\nindustry: I65\nkey_account: false\ncontacts:\n  - id: c-1\n    name: 王五\n",
        ),
        (
            "opportunities/acme-1.yaml",
            "customer: acme\nname: ERP 二期\nsource: exhibition\ngrade: A\n\
             needs:\n  summary: One Ledger\n  budget:\n    max: 500000.00\n  pain_points:\n    - slow\n\
             evaluation:\n  probability: 60\nstage: negotiation\namount: 480000.00\ncurrency: CNY\n\
             expected_close: 2026-12-31\nowner: li-wei\nterritory: north\nnext:\n  on: 2026-11-24\n\
             entered: {at: 2026-11-21T09:00:00+08:00}\n",
        ),
        (
            "opportunities/beta-1.yaml",
            "customer: beta\nname: CRM\nstage: solution\noutcome: lost\nlines:\n  - product: crm\n    \
             qty: 2\n    price: 60000.00\nowner: boss\nexpected_close: 2026-11-21\n",
        ),
        ("opportunities/bare.yaml", "stage: potential\n"),
        (
            "activities/a.yaml",
            "type: call\non: 2026-11-20\nopportunity: acme-1\ncontent: 谈 Price\n",
        ),
        (
            "contracts/one.yaml",
            "opportunity: acme-1\nlines:\n  - product: crm\n    qty: 3\n    price: 50000.00\n",
        ),
        ("contracts/two.yaml", "opportunity: acme-1\namount: 90000\n"),
        ("orders/one.yaml", "customer: acme\nlines:\n  - product: crm\n    price: 50000.00\n"),
        ("activities/b.yaml", "type: visit\non: 2026-10-01\nopportunity: beta-1\n"),
    ])
}

fn ids(kind: Kind, query: &[&str]) -> Result<String, String> {
    let tree = tree();
    let book = open(&tree);
    let words: Vec<String> = query.iter().map(|word| (*word).to_owned()).collect();
    let me = id("li-wei");
    let asker = Asker { me: Some(&me), today: today(), sure: false };
    let query =
        Query::parse(&book, kind, &words, asker).map_err(|why| why.message.en.into_owned())?;
    let rows = book.rows(kind);
    let fits = rows.iter().filter(|row| query.fits(&book, **row)).map(|row| row.id.to_string());
    Ok(fits.collect::<Vec<_>>().join(" "))
}

fn deals(query: &str) -> Result<String, String> {
    ids(Kind::Opportunity, &[query])
}

fn customers(query: &str) -> Result<String, String> {
    ids(Kind::Customer, &[query])
}

fn are(ids: &str) -> Result<String, String> {
    Ok(ids.to_owned())
}

fn refused(why: &str) -> Result<String, String> {
    Err(why.to_owned())
}

#[test]
fn nothing_asked_lets_everything_through() {
    assert_eq!(ids(Kind::Opportunity, &[]), are("acme-1 bare beta-1"));
    assert_eq!(deals(" "), are("acme-1 bare beta-1"));
}

#[test]
fn terms_are_known_by_key_and_name() {
    for query in [
        "stage:negotiation",
        "stage:NEGOTIATION",
        "stage:商务谈判",
        "销售阶段:商务谈判",
        "Stage:negotiation",
    ] {
        assert_eq!(deals(query), are("acme-1"), "{query}");
    }
    assert_eq!(
        deals("stage:negotation"),
        refused("`negotation` is not in the list; did you mean `negotiation`?")
    );
}

#[test]
fn a_status_that_is_not_written_is_the_first() {
    assert_eq!(ids(Kind::Contract, &["status:draft"]), are("one two"));
    assert_eq!(ids(Kind::Order, &["状态:已接收"]), are("one"));
    assert_eq!(ids(Kind::Contract, &["not:status:draft"]), are(""));
}

#[test]
fn choices_are_known_by_key_and_name() {
    for query in ["grade:A", "grade:a", "机会等级:A级", "grade：Ａ"] {
        assert_eq!(deals(query), are("acme-1"), "{query}");
    }
    assert_eq!(deals("grade:D"), refused("`D` is none of A, B, C"));
}

#[test]
fn an_outcome_that_is_not_written_is_open() {
    assert_eq!(deals("outcome:open"), are("acme-1 bare"));
    assert_eq!(deals("outcome:lost"), are("beta-1"));
    assert_eq!(deals("outcome:"), are(""));
    // Through a reference as well.
    assert_eq!(ids(Kind::Activity, &["opportunity.outcome:open"]), are("a"));
    assert_eq!(ids(Kind::Activity, &["opportunity.outcome:lost"]), are("b"));
}

#[test]
fn amounts_are_the_ones_that_count() {
    assert_eq!(deals("amount:10万.."), are("acme-1 beta-1"));
    assert_eq!(deals("amount:12万"), are("beta-1"), "the sum of its lines");
    assert_eq!(deals("amount:..12万"), are("beta-1"), "both ends are in");
    assert_eq!(deals("amount:120000.01..48万"), are("acme-1"));
    assert_eq!(deals("amount:480000"), are("acme-1"));
    assert_eq!(deals("amount:"), are("bare"));
    assert_eq!(deals("evaluation.probability:50.."), are("acme-1"));
    assert_eq!(ids(Kind::Activity, &["opportunity.amount:12万"]), are("b"));
    assert!(deals("amount:many").is_err());
}

#[test]
fn dates_lie_in_periods() {
    assert_eq!(deals("expected_close:2026-q4"), are("acme-1 beta-1"));
    assert_eq!(deals("expected_close:today"), are("beta-1"));
    assert_eq!(deals("expected_close:2026-11-21..2026-12-30"), are("beta-1"));
    assert_eq!(deals("expected_close:2026-12.."), are("acme-1"));
    assert_eq!(deals("next.on:本月"), are("acme-1"));
    assert_eq!(deals("entered.at:2026-11-21"), are("acme-1"));
    assert_eq!(deals("expected_close:"), are("bare"));
    assert!(deals("expected_close:someday").is_err());
}

#[test]
fn truth_is_asked_in_both_languages() {
    assert_eq!(customers("key_account:yes"), are("acme"));
    assert_eq!(customers("重点客户:否"), are("beta"));
    assert_eq!(customers("key_account:maybe"), refused("`maybe` is neither yes nor no"));
}

#[test]
fn references_are_asked_by_id_name_or_me() {
    for query in ["owner:li-wei", "owner:李伟", "owner:me", "owner:我", "负责人:李伟", "owner:li-"]
    {
        assert_eq!(deals(query), are("acme-1"), "{query}");
    }
    assert_eq!(deals("customer:爱客"), are("acme-1"));
    assert_eq!(deals("customer:"), are("bare"));
    assert_eq!(
        deals("owner:li-wie"),
        refused("no member is called `li-wie`; did you mean `li-wei`?")
    );
    let tree = tree();
    let nobody = Asker { me: None, today: today(), sure: false };
    let words = ["owner:me".to_owned()];
    let why = Query::parse(&open(&tree), Kind::Opportunity, &words, nobody).unwrap_err();
    assert_eq!(why.message.en, "who is `me`? say `--as MEMBER`");
}

#[test]
fn a_query_goes_through_references() {
    assert_eq!(deals("customer.industry:C39"), are("acme-1"));
    assert_eq!(deals("客户.行业:C39"), are("acme-1"));
    assert_eq!(deals("owner.reports_to.name:赵敏"), are("acme-1"));
    assert_eq!(ids(Kind::Activity, &["opportunity.customer.industry:I65"]), are("b"));
    // Nothing behind a reference that is not there.
    assert_eq!(deals("customer.industry:"), are("bare"));
    assert_eq!(deals("territory.name:"), are("bare beta-1"));
}

#[test]
fn text_contains_what_is_asked() {
    assert_eq!(deals("needs.summary:ledger"), are("acme-1"));
    assert_eq!(deals("name:二期"), are("acme-1"));
    assert_eq!(customers("industry:c3"), are("acme"));
    assert_eq!(deals("needs.pain_points:slow"), are("acme-1"));
    assert_eq!(deals("currency:cny"), are("acme-1"));
    assert_eq!(deals("needs.budget.max:50万"), are("acme-1"));
}

#[test]
fn a_list_fits_by_one_of_its_items_and_is_missing_as_a_whole() {
    assert_eq!(customers("contacts.name:李四"), are("acme"));
    assert_eq!(customers("contacts.phone:"), are("beta"), "one of Acme's has a phone");
    assert_eq!(customers("not:contacts.phone:"), are("acme"));
    assert_eq!(customers("aliases:"), are("beta"));
    assert_eq!(ids(Kind::Member, &["aliases:"]), are("boss li-wei"));
}

#[test]
fn tags_are_asked_by_key() {
    assert_eq!(customers("tags.vip:yes"), are("acme"));
    assert_eq!(customers("标签.style:tender"), are("acme"));
    assert_eq!(customers("tags.vip:no"), are(""));
    assert_eq!(customers("tags.vip:"), are("beta"));
    assert_eq!(deals("customer.tags.style:committee"), are("acme-1"));
}

#[test]
fn bare_words_are_looked_for_in_names() {
    assert_eq!(deals("erp"), are("acme-1"));
    assert_eq!(deals("中国"), are("acme-1"), "the customer's name");
    assert_eq!(deals("beta"), are("beta-1"));
    assert_eq!(ids(Kind::Activity, &["price"]), are("a"));
    assert_eq!(deals("id:bare"), are("bare"));
}

#[test]
fn terms_add_up_and_may_be_negated() {
    assert_eq!(deals("not:grade:A"), are("bare beta-1"));
    assert_eq!(deals("非:grade:A not:beta"), are("bare"));
    assert_eq!(deals("grade:"), are("bare beta-1"));
    assert_eq!(deals("not:grade:"), are("acme-1"));
    assert_eq!(ids(Kind::Opportunity, &["outcome:open", "grade: owner:"]), are("bare"));
}

#[test]
fn an_unknown_field_is_an_error_with_a_suggestion() {
    assert_eq!(deals("ammount:5"), refused("no field `ammount`; did you mean `amount`?"));
    assert_eq!(
        deals("customer.industri:5"),
        refused("no field `customer.industri`; did you mean `industry`?")
    );
    assert!(deals("name.first:x").is_err_and(|why| why.starts_with("no field `name.first`")));
    assert!(
        deals("qwertz:x")
            .is_err_and(|why| why.starts_with("no field `qwertz`; there are customer, name"))
    );
}
