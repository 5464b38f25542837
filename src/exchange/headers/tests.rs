use super::*;
use crate::store::Memory;

const VIP: (&str, &str) = (
    "tags/customer.vip.yaml",
    "label: {en: VIP, zh: 贵宾}\ntype: yes_no\naliases:\n  - 大贵宾\nstatus: active\n",
);
const INDUSTRY: (&str, &str) = (
    "tags/customer.industry.yaml",
    "label: {en: trade, zh: 行业门类}\ntype: text\nfield: industry\n",
);
const PHONE: (&str, &str) = (
    "tags/customer.contact_phone.yaml",
    "label: {en: direct line, zh: 直线}\ntype: text\nfield: contacts.phone\n",
);
const OLD: (&str, &str) =
    ("tags/customer.fax.yaml", "label: {en: fax, zh: 传真}\ntype: text\nstatus: retired\n");

fn meant(kind: Kind, header: &str) -> Result<Meant, Text> {
    let memory = Memory::new([VIP, INDUSTRY, PHONE, OLD]);
    Names::new(&Book::open(&memory).unwrap(), kind).find(header)
}

fn route(header: &str) -> String {
    let found = meant(Kind::Customer, header).unwrap_or_else(|why| panic!("{}", why.en));
    found.route.unwrap_or_else(|| "the id".to_owned())
}

#[test]
fn labels_aliases_and_keys_lead_to_their_fields() {
    for (header, expected) in [
        ("客户名称", "name"),
        ("公司", "name"),
        (" 公司 名称＊ ", "name"),
        ("Company Name", "name"),
        ("credit_code", "credit_code"),
        ("Credit code", "credit_code"),
        ("税号", "credit_code"),
        ("备注", "note"),
        ("负责人", "owner"),
        ("id", "the id"),
        ("记录编号", "the id"),
    ] {
        assert_eq!(route(header), expected, "{header}");
    }
}

#[test]
fn the_first_contact_and_other_groups_have_their_names_too() {
    for (header, expected) in [
        ("联系人", "contacts.0.name"),
        ("姓名", "contacts.0.name"),
        ("手机", "contacts.0.phone"),
        ("wechat", "contacts.0.wechat"),
        ("职务", "contacts.0.position"),
        ("E-Mail", "contacts.0.email"),
        ("员工人数", "metrics.staff"),
        ("年采购额", "annual_purchase.amount"),
        ("下次跟进日期", "next.on"),
    ] {
        assert_eq!(route(header), expected, "{header}");
    }
}

#[test]
fn routes_are_followed_by_key_and_label() {
    for (header, expected) in [
        ("metrics.revenue", "metrics.revenue"),
        ("规模指标.营业收入", "metrics.revenue"),
        ("contacts.1.phone", "contacts.1.phone"),
        ("联系人.1.手机", "contacts.1.phone"),
        ("aliases.0", "aliases.0"),
        ("Tags.Region_Code", "tags.region_code"),
        ("标签.region_code*", "tags.region_code"),
    ] {
        assert_eq!(route(header), expected, "{header}");
    }
}

#[test]
fn the_dictionary_names_tags_and_fields() {
    for (header, expected) in [
        ("贵宾", "tags.vip"),
        ("大贵宾", "tags.vip"),
        ("vip", "tags.vip"),
        ("行业门类", "industry"),
        ("直线", "contacts.0.phone"),
    ] {
        assert_eq!(route(header), expected, "{header}");
    }
    assert!(meant(Kind::Customer, "传真").is_err());
    assert!(meant(Kind::Product, "贵宾").is_err());
}

#[test]
fn units_scale_numbers_and_are_known_or_refused() {
    let scale = |header: &str| meant(Kind::Customer, header).map(|meant| meant.scale);
    assert_eq!(scale("年营收（万元）"), Ok(10_000));
    assert_eq!(scale("员工人数（人）"), Ok(1));
    assert_eq!(scale("公司（全称）"), Ok(1));
    assert!(scale("年营收（美元）").unwrap_err().zh.contains("不认识单位 `美元`"));
}

#[test]
fn what_names_nothing_or_several_things_is_told() {
    let why = meant(Kind::Customer, "客户类形").unwrap_err();
    assert_eq!(why.en, "`客户类形` (did you mean `客户类型`?)");
    assert_eq!(meant(Kind::Customer, "星座").unwrap_err().zh, "`星座`");
    let why = meant(Kind::Customer, "币种").unwrap_err();
    assert!(why.en.contains("`metrics.currency`") && why.en.contains("`annual_purchase.currency`"));
    assert!(meant(Kind::Customer, "需求").is_err(), "a group without a field that stands for it");
    assert!(meant(Kind::Customer, "moves").is_err() && meant(Kind::Customer, "录入时间").is_err());
}

#[test]
fn every_name_of_a_field_leads_back_to_it() {
    for kind in Kind::ALL {
        let memory = Memory::default();
        let book = Book::open(&memory).unwrap();
        let names = Names::new(&book, kind);
        for (route, _) in target::routes(kind) {
            let found = names.find(&route).unwrap_or_else(|why| panic!("{route}: {}", why.en));
            assert_eq!(found.route.as_deref().unwrap_or("id"), route, "{kind:?}");
        }
        for field in kind.fields().iter().filter(|field| !target::is_own(field.key)) {
            if matches!(field.shape.core(), Shape::Group(_) | Shape::Tags) {
                continue;
            }
            for name in [field.label.en, field.label.zh].iter().chain(field.aliases) {
                let found = names.find(name).unwrap_or_else(|why| panic!("{name}: {}", why.en));
                assert_eq!(found.route.as_deref(), Some(field.key), "{kind:?} {name}");
            }
        }
    }
}
