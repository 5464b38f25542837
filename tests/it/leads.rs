//! The life of leads: handed out, taken note of.

use crate::support::{Book, transcript};

/// A fair's leads in a team of two and one elsewhere.
const FAIR: &[(&str, &str)] = &[
    (
        "members/sun-li.yaml",
        "name: 孙丽\nemail: sun@example.com\nrole: sales_supervisor\nteam: 南区\nterritory: east\n",
    ),
    (
        "members/zhou-hao.yaml",
        "name: 周浩\nemail: zhou@example.com\nrole: senior_sales_rep\nteam: 南区\nterritory: east\n\
         expertise:\n  - {kind: product, value: mes}\n",
    ),
    (
        "members/lin.yaml",
        "name: 林晓燕\nemail: lin@example.com\nrole: sales_rep\nteam: 南区\nterritory: south\n",
    ),
    (
        "members/li-wei.yaml",
        "name: 李伟\nemail: li@example.com\nrole: sales_rep\nteam: 北区\nterritory: north\n",
    ),
    ("territories/east.yaml", "name: 华东\nteam: 南区\n"),
    ("territories/north.yaml", "name: 华北\nteam: 北区\n"),
    ("territories/south.yaml", "name: 华南\nteam: 南区\n"),
    ("products/mes.yaml", "name: MES\ncategory: software\n"),
    (
        "leads/lead-1.yaml",
        "name: 恒锐机械\ncontact:\n  name: 周建平\n  phone: \"13962188801\"\nsource: exhibition\n\
         territory: east\nneed: 三条产线要上 MES\nneed_clarity: clear\nintent: high\nproducts:\n  - mes\n\
         expected_amount: 680000\n",
    ),
    (
        "leads/lead-2.yaml",
        "name: 乐居家纺\ncontact:\n  name: 沈佳\nsource: exhibition\nterritory: east\n\
         need: 想看看销售怎么管\nneed_clarity: partly\nintent: mid\nproducts:\n  - mes\n\
         expected_amount: 60000\ngrade: mid\ngraded: {on: 2026-11-20, by: sun-li}\n",
    ),
    (
        "leads/lead-3.yaml",
        "name: 云栖研究院\ncontact:\n  name: 潘博士\nsource: exhibition\nterritory: east\n\
         need: 做课题，需要试用环境\nneed_clarity: unclear\nintent: low\ngrade: low\n\
         graded: {on: 2026-11-20, by: sun-li}\n",
    ),
];

fn fair(lang: &str) -> Book {
    let book = Book::of(FAIR);
    book.put("salesops.toml", format!("format = 1\nlang = \"{lang}\"\n"));
    book
}

// OPS-2.4.1, OPS-2.4.2, DEV-REG-1
#[test]
fn leads_are_handed_out() {
    for lang in ["en", "zh"] {
        transcript(&fair(lang), &format!("leads_{lang}"));
    }
}

// OPS-1.1, OPS-2.4.1
#[test]
fn what_one_gives_up_another_takes_from_the_public_pool() {
    for lang in ["en", "zh"] {
        let book = fair(lang);
        book.put("customers/yuntu.yaml", "name: 云图科技\nterritory: east\nowner: zhou-hao\n");
        book.put(
            "leads/lead-4.yaml",
            "name: 江南数控\nterritory: east\nstatus: contacted\ngrade: low\n\
             graded: {on: 2026-11-02, by: sun-li}\nowner: zhou-hao\n",
        );
        transcript(&book, &format!("pool_{lang}"));
    }
}
