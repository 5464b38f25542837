use super::*;
use crate::store::Memory;

fn tree() -> Memory {
    Memory::new([
        (
            "customers/xingchen.yaml",
            "name: 北京星辰科技有限公司\naliases:\n  - 星辰\ncredit_code: 91350100M000100Y43\ncontacts:\n  - id: c-1\n    name: 王芳\n    phone: \"138-0013-8000\"\n    email: wang@xingchen.cn\n",
        ),
        (
            "customers/xingchen-sh.yaml",
            "name: 上海星辰\ncontacts:\n  - id: c-1\n    name: 李红\n    phone: \"010-88888888转1\"\n    email: li@group.cn\n",
        ),
        (
            "customers/xingchen-sz.yaml",
            "name: 深圳星辰\ncontacts:\n  - id: c-1\n    name: 李青\n    email: li@qq.com\n  - id: c-2\n    name: 林青\n    email: lin@group.cn\n",
        ),
        (
            "leads/lead-1.yaml",
            "name: 杭州云栖\ncontact:\n  name: 潘博士\n  phone: \"13758188809\"\n",
        ),
        ("leads/lead-2.yaml", "name: 苏州旧线索\nstatus: abandoned\n"),
    ])
}

/// What a record of such fields meets: `kind/id ground`.
fn met(pairs: &[(&str, &str)]) -> Vec<String> {
    let tree = tree();
    let book = Book::open(&tree).unwrap();
    let mut marks = Marks::default();
    for (route, text) in pairs {
        let mut keys = route.split('.');
        let head = keys.next().unwrap();
        marks.note(head, keys.next_back().unwrap_or(head), text);
    }
    let told = |found: Vec<Match>| -> Vec<String> {
        let told =
            found.iter().map(|it| format!("{}/{} {}", it.kind.key(), it.id, it.ground.key()));
        told.collect()
    };
    let once = told(matches(&book, &marks));
    assert_eq!(told(Index::new(&book).matches(&marks)), once, "an index answers the same");
    once
}

#[test]
fn each_mark_leads_to_who_bears_it() {
    for (route, text, expected) in [
        ("name", "北京星辰科技有限公司", "customer/xingchen name"),
        ("name", "星　辰", "customer/xingchen name"),
        ("name", "北京星辰科技股份有限公司", "customer/xingchen bare_name"),
        ("credit_code", "91350100m000100y43", "customer/xingchen credit_code"),
        ("contacts.0.phone", "+86 13800138000", "customer/xingchen phone"),
        ("contacts.0.phone", "+86 (10) 8888-8888", "customer/xingchen-sh phone"),
        ("contact.email", "WANG@xingchen.cn", "customer/xingchen email"),
        ("contact.email", "zhao@xingchen.cn", "customer/xingchen email_domain"),
        ("contact.phone", "13758188809", "lead/lead-1 phone"),
        ("name", "杭州云栖", "lead/lead-1 name"),
    ] {
        assert_eq!(met(&[(route, text)]), [expected], "{text}");
    }
}

#[test]
fn what_tells_nothing_meets_nobody() {
    for (route, text) in [
        ("name", "星辰大海"),
        ("name", "李红"),
        ("contact.email", "wang@qq.com"),
        ("contact.email", "zhao@group.cn"),
        ("contact.phone", "88888888"),
        ("name", "苏州旧线索"),
        ("name", ""),
    ] {
        assert_eq!(met(&[(route, text)]), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_surest_ground_is_told() {
    let all = [
        ("contacts.0.email", "wang@xingchen.cn"),
        ("contacts.0.phone", "13758188809"),
        ("name", "北京星辰科技"),
    ];
    assert_eq!(met(&all), ["customer/xingchen bare_name", "lead/lead-1 phone"]);
}

#[test]
fn another_valid_code_is_another_company() {
    let code =
        format!("92350100M000100Y4{}", credit_code::check_character("92350100M000100Y40").unwrap());
    let others =
        [("credit_code", &*code), ("name", "北京星辰科技"), ("contacts.0.phone", "13800138000")];
    assert_eq!(met(&others), Vec::<String>::new());
    let same_name = [("credit_code", &*code), ("name", "北京星辰科技有限公司")];
    assert_eq!(met(&same_name), ["customer/xingchen name"]);
    // A code that cannot be one tells nothing apart.
    let slip = [("credit_code", "91350100M000100Y44"), ("contacts.0.phone", "13800138000")];
    assert_eq!(met(&slip), ["customer/xingchen phone"]);
}

#[test]
fn what_is_typed_says_itself_what_it_is() {
    let typed = |text: &str| Marks::typed(text).0;
    let mark = |ground, text: &str| vec![(ground, text.to_owned())];
    assert_eq!(typed("９１350100m000100y43"), mark(Ground::Code, "91350100M000100Y43"));
    assert_eq!(typed("138 0013 8000"), mark(Ground::Phone, "13800138000"));
    assert_eq!(typed("XingChen.cn"), mark(Ground::Domain, "xingchen.cn"));
    assert_eq!(typed("qq.com"), vec![]);
    assert_eq!(
        typed("Wang@Xingchen.cn"),
        [
            (Ground::Domain, "xingchen.cn".to_owned()),
            (Ground::Email, "wang@xingchen.cn".to_owned())
        ]
    );
    for name in ["星辰", "Acme Co., Ltd.", "2026", ""] {
        assert_eq!(typed(name), vec![], "{name}");
    }
}
