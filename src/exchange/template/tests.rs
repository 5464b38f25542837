use super::*;
use crate::store::Memory;

const FILES: [(&str, &str); 5] = [
    ("members/li-wei.yaml", "name: 李伟\n"),
    ("members/wang-a.yaml", "name: 王\n"),
    ("members/wang-b.yaml", "name: 王\n"),
    (
        "tags/customer.tier.yaml",
        "label: {en: tier, zh: 客户层级}\ntype: choice\nvalues:\n  - {key: gold, en: gold, zh: 金牌}\nrequired: true\n",
    ),
    // Called as a field is: its heading must lead to it all the same.
    ("tags/customer.remark2.yaml", "label: {en: note, zh: 备注}\ntype: text\n"),
];

fn entries(kind: Kind, lang: Lang) -> Vec<Entry> {
    let memory = Memory::new(FILES);
    form(&Book::open(&memory).unwrap(), kind, lang).columns
}

fn entry(kind: Kind, heading: &str) -> Entry {
    let all = entries(kind, Lang::Zh);
    let headings: Vec<&str> = all.iter().map(|entry| entry.heading.as_str()).collect();
    let at = headings.iter().position(|own| *own == heading);
    all[at.unwrap_or_else(|| panic!("no {heading} in {headings:?}"))].clone()
}

#[test]
fn every_heading_is_read_without_a_mapping() {
    let memory = Memory::new(FILES);
    let book = Book::open(&memory).unwrap();
    for kind in Kind::ALL {
        for lang in [Lang::En, Lang::Zh] {
            let headers: Vec<String> =
                form(&book, kind, lang).columns.into_iter().map(|entry| entry.heading).collect();
            let wishes = crate::exchange::begin::Wishes {
                kind,
                headers: &headers,
                key: &[],
                ignore: &[],
                dates: None,
                constants: &[],
                creates_duplicates: false,
            };
            let begun = crate::exchange::begin::begin(&book, &wishes);
            begun.mapping().unwrap_or_else(|why| panic!("{kind:?}: {}\n{headers:?}", why.en));
        }
    }
}

#[test]
fn columns_say_what_belongs_into_them() {
    let customer = |heading: &str| entry(Kind::Customer, heading);
    assert_eq!(customer("客户类型*").choices[1], "中小企业");
    assert_eq!(customer("负责人*").choices, ["李伟", "wang-a", "wang-b"]);
    assert_eq!(customer("重点客户").choices, ["是", "否"]);
    assert_eq!(customer("客户层级*").choices, ["金牌"]);
    assert_eq!(customer("联系人*").holds, Holds::Text);
    assert_eq!(customer("电话").holds, Holds::Text);
    assert!(customer("客户名称*").example.starts_with("#例："));
    assert_eq!(customer("tags.remark2").choices, [""; 0]);
    assert_eq!(entry(Kind::Opportunity, "预计成交日期").holds, Holds::Day);
    assert_eq!(entry(Kind::Opportunity, "预计金额").holds, Holds::Number);
    assert_eq!(entry(Kind::Opportunity, "销售阶段*").choices[1], "意向客户");
    assert_eq!(entry(Kind::Opportunity, "导入键*").example, "#例：1");
    let english = entries(Kind::Customer, Lang::En);
    assert_eq!(english[0].heading, "name*");
    assert!(english[0].example.starts_with("#example: "));
}
