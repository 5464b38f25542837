//! The ladder by which a person's word leads to a record: the first rung that hits decides.

use super::{id, open};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{Found, Wanted};
use crate::store::Memory;

const CUSTOMER: &[Kind] = &[Kind::Customer];
const DEAL: &[Kind] = &[Kind::Opportunity];
const BOTH: &[Kind] = &[Kind::Customer, Kind::Opportunity];

fn tree() -> Memory {
    Memory::new([
        ("members/li-wei.yaml", "name: 李伟\nemail: li@example.com\n"),
        ("members/wang-fang.yaml", "name: 王芳\n"),
        ("customers/acme.yaml", "name: Acme\naliases:\n  - 爱客\nowner: li-wei\n"),
        ("customers/acme-north.yaml", "name: Acme North\nowner: wang-fang\n"),
        (
            "customers/beijingxingchen.yaml",
            "name: 北京星辰科技有限公司\naliases:\n  - 星辰\nformer_names:\n  - 老星辰\nowner: li-wei\n",
        ),
        ("customers/xingchen-sh.yaml", "name: 上海星辰\naliases:\n  - 上星\n"),
        ("customers/twin-a.yaml", "name: Twin\n"),
        ("customers/twin-b.yaml", "name: twin\n"),
        ("opportunities/won.yaml", "customer: new\nstage: delivery\noutcome: won\n"),
        ("opportunities/done.yaml", "customer: new\nstage: after_sales\noutcome: won\n"),
        ("customers/new.yaml", "name: 恒瑞机械\n"),
        ("leads/lead-1.yaml", "name: 恒瑞机械\nstatus: converted\ncustomer: new\n"),
        ("leads/lead-2.yaml", "name: 上海星辰\n"),
        ("products/acme.yaml", "name: Acme box\n"),
        ("tags/customer.vip.yaml", "label: {en: VIP, zh: 贵宾}\ntype: yes_no\n"),
        ("opportunities/acme-7k3q.yaml", "customer: acme\nname: ERP\nstage: potential\n"),
        (
            "opportunities/acme-9abc.yaml",
            "customer: acme\nname: ERP old\nstage: potential\noutcome: lost\n",
        ),
        (
            "opportunities/beijingxingchen-1aaa.yaml",
            "customer: beijingxingchen\nstage: potential\nowner: li-wei\n",
        ),
        (
            "opportunities/beijingxingchen-2bbb.yaml",
            "customer: beijingxingchen\nstage: potential\nowner: wang-fang\n",
        ),
    ])
}

/// What is found, as `kind/id`, `A or B`, or the words of the refusal.
fn find(typed: &str, kinds: &[Kind], me: &str) -> String {
    let tree = tree();
    let book = open(&tree);
    let me = (!me.is_empty()).then(|| id(me));
    match book.find(typed, Wanted { kinds, me: me.as_ref() }) {
        Found::One(kind, id) => format!("{}/{id}", kind.key()),
        Found::Many(hits) => listed(&hits),
        Found::Alike(hits) => format!("like {}", listed(&hits)),
        Found::None(why) => why.en.into_owned(),
    }
}

fn listed(hits: &[(Kind, Id)]) -> String {
    let hits = hits.iter().map(|(kind, id)| format!("{}/{id}", kind.key()));
    hits.collect::<Vec<_>>().join(" or ")
}

#[test]
fn a_kind_and_an_id_name_one_record() {
    for typed in ["customer/acme", "customers/acme", "客户/acme", " Customer/acme "] {
        assert_eq!(find(typed, BOTH, ""), "customer/acme", "{typed}");
    }
    // What follows the kind may be a beginning or a name as well.
    assert_eq!(find("customer/acm", BOTH, ""), "customer/acme or customer/acme-north");
    assert_eq!(find("客户／星辰", BOTH, ""), "customer/beijingxingchen");
    assert_eq!(
        find("customer/acem", BOTH, ""),
        "no customer is called `acem`; did you mean `acme`?"
    );
    assert_eq!(
        find("product/acme", BOTH, ""),
        "`product/…` is not a kind of record that this command takes; it takes customer, opportunity"
    );
    assert_eq!(
        find("thing/acme", CUSTOMER, ""),
        "`thing/…` is not a kind of record that this command takes; it takes customer"
    );
}

#[test]
fn an_id_comes_before_all_that_begins_with_it() {
    assert_eq!(find("acme", BOTH, ""), "customer/acme");
    assert_eq!(find("acme", &Kind::ALL, ""), "product/acme or customer/acme");
    assert_eq!(find("customer.vip", &Kind::ALL, ""), "tag/customer.vip");
}

#[test]
fn a_beginning_that_only_one_id_has_names_it() {
    assert_eq!(find("acme-n", CUSTOMER, ""), "customer/acme-north");
    assert_eq!(find("acme-7", DEAL, ""), "opportunity/acme-7k3q");
    assert_eq!(find("twin", &[Kind::Member], ""), "no member is called `twin`");
    // One letter is too little to mean anything.
    assert_eq!(find("b", CUSTOMER, ""), "no customer is called `b`");
}

#[test]
fn names_are_known_in_any_case_and_width() {
    for typed in ["Acme North", "acme  north", "ＡＣＭＥ　ＮＯＲＴＨ"] {
        assert_eq!(find(typed, CUSTOMER, ""), "customer/acme-north", "{typed}");
    }
    for typed in ["北京星辰科技有限公司", "星辰", "老星辰"] {
        assert_eq!(find(typed, CUSTOMER, ""), "customer/beijingxingchen", "{typed}");
    }
    assert_eq!(find("贵宾", &[Kind::Tag], ""), "tag/customer.vip");
    assert_eq!(find("LI@example.com", &[Kind::Member], ""), "member/li-wei");
    assert_eq!(find("erp old", DEAL, ""), "opportunity/acme-9abc");
}

#[test]
fn several_that_fit_alike_are_all_told() {
    assert_eq!(find("Twin", CUSTOMER, ""), "customer/twin-a or customer/twin-b");
    assert_eq!(
        find("beijing", DEAL, ""),
        "opportunity/beijingxingchen-1aaa or opportunity/beijingxingchen-2bbb"
    );
}

#[test]
fn a_lead_that_has_become_the_customer_is_meant_no_more() {
    const LEADS: &[Kind] = &[Kind::Customer, Kind::Lead];
    assert_eq!(find("恒瑞机械", LEADS, ""), "customer/new");
    assert_eq!(find("恒瑞机械", &[Kind::Lead], ""), "lead/lead-1");
    assert_eq!(find("上海星辰", LEADS, ""), "customer/xingchen-sh or lead/lead-2");
}

#[test]
fn a_deal_is_called_by_its_customer() {
    assert_eq!(find("爱客", DEAL, ""), "opportunity/acme-7k3q", "the other one is lost");
    // Where none is open, one that is being carried out is.
    assert_eq!(find("恒瑞机械", DEAL, ""), "opportunity/won");
    // Both ids begin so, which names neither.
    assert_eq!(find("acme", DEAL, ""), "opportunity/acme-7k3q");
    assert_eq!(find("customer/acme", DEAL, ""), "opportunity/acme-7k3q");
    assert_eq!(find("上星", DEAL, ""), "customer/xingchen-sh (上海星辰) has no open opportunity");
    // Where the customer itself may be meant, it is.
    assert_eq!(find("爱客", BOTH, ""), "customer/acme");
}

#[test]
fn mine_come_before_others() {
    let both = "opportunity/beijingxingchen-1aaa or opportunity/beijingxingchen-2bbb";
    assert_eq!(find("星辰", DEAL, ""), both);
    assert_eq!(find("星辰", DEAL, "li-wei"), "opportunity/beijingxingchen-1aaa");
    assert_eq!(find("星辰", DEAL, "wang-fang"), "opportunity/beijingxingchen-2bbb");
    // A beginning that two share names neither of them, mine or not.
    assert_eq!(find("beijing", DEAL, "li-wei"), both);
    assert_eq!(find("客户/星辰", DEAL, "li-wei"), "opportunity/beijingxingchen-1aaa");
    assert_eq!(find("星辰", DEAL, "somebody"), both);
    // But an id is an id, whosever it is.
    assert_eq!(find("acme-north", CUSTOMER, "li-wei"), "customer/acme-north");
}

#[test]
fn what_comes_near_is_suggested() {
    assert_eq!(
        find("acme-nroth", CUSTOMER, ""),
        "no customer is called `acme-nroth`; did you mean `acme-north`?"
    );
    assert_eq!(find("星晨", CUSTOMER, ""), "no customer is called `星晨`; did you mean `星辰`?");
    assert_eq!(find("海星辰", CUSTOMER, ""), "like customer/xingchen-sh");
    assert_eq!(find("xyzzy", CUSTOMER, ""), "no customer is called `xyzzy`");
    assert_eq!(find("xyzzy", BOTH, ""), "no record is called `xyzzy`");
    assert_eq!(find("", CUSTOMER, ""), "no customer is called ``");
}
