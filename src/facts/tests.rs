//! What is found without decoding every file is what is found by decoding all.

use super::protection::standings;
use super::search::search;
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::store::Memory;

/// The same few customers, leads, deals and calls, written in every way that YAML allows.
const BOOK: &[(&str, &str)] = &[
    ("members/li-wei.yaml", "name: 李伟\nemail: li@example.com\n"),
    ("members/gone.yaml", "{name: \"Old Wang\", left_on: 2026-01-01}\n"),
    ("tags/customer.mood.yaml", "label: {en: mood, zh: 情绪}\ntype: text\n"),
    ("customers/c-plain.yaml", "name: 北京星辰科技有限公司  # as on the licence\nowner: li-wei\n"),
    (
        "customers/c-bom.yaml",
        "\u{feff}name: 星辰外贸\r\naliases:\r\n- 外贸\r\n-\r\n  星辰W\r\nowner: li-wei\r\n",
    ),
    ("customers/c-escape.yaml", "name: \"\\u661f\\u8fb0 \\x41\"\nowner: \"li\\x2dwei\"\n"),
    ("customers/c-single.yaml", "'name': '星辰''s'\naliases: [Xing, 'Chen']\n"),
    (
        "customers/c-folded.yaml",
        "name: >-\n  星辰\n  Star\nnote: |\n  name: no name\n  it\'s a scanner\n",
    ),
    ("customers/c-lines.yaml", "name: Star\n  星辰\nowner: gone\n"),
    ("customers/c-question.yaml", "? name\n: 星辰问\n"),
    ("customers/c-spaced.yaml", "name : 星辰隔\ntags:\n  mood: [\"谨\\\n    慎\", Ｓcanner]\n"),
    (
        "customers/c-people.yaml",
        "name: Other\ncontacts: [{id: c-1, name: 王星辰, phone: \"138-0013-8000\", email: w@xc.cn}]\n",
    ),
    (
        "customers/c-person.yaml",
        "name: Other 2\ncontacts:\n  - id: c-1\n    name: 辰星\n    phone: 13800138000\n",
    ),
    ("customers/c-capital.yaml", "name: 星辰 \u{212a}IT\nnote: weighs 5 \u{212a}g\n"),
    ("customers/c-broken.yaml", "name: 星辰坏\nindustri: x\nname: twice\n"),
    ("customers/c-fatal.yaml", "name: [星辰\n"),
    ("customers/c-latin.yaml", "name: Xingchen Co., Ltd.\nformer_names:\n  - 臺灣星辰\n"),
    (
        "leads/lead-1.yaml",
        "name: 星辰贸易\ncontact: {name: 刘星, phone: '13800138000'}\nowner: li-wei\nneed: scanner for \"boxes\"\n",
    ),
    ("opportunities/o-1.yaml", "customer: c-plain\nname: 星辰二期\nstage: potential\n"),
    (
        "opportunities/o-2.yaml",
        "{customer: \"c-\\x62om\", stage: potential, moves: [{on: 2026-02-01, stage: potential}]}\n",
    ),
    ("opportunities/o-3.yaml", "name: 星辰 without a stage\ncustomer: c-plain\n"),
    (
        "opportunities/o-4.yaml",
        "customer: 'c-plain'\nstage: contract\noutcome: won\nmoves:\n  - {on: 2026-06-01, outcome: won}\nclosed: {on: 2026-06-01}\n",
    ),
    (
        "activities/a-1.yaml",
        "type: call\non: 2026-11-01\ncustomer: c-plain\ncontent: about the Scanner and 星辰\n",
    ),
    (
        "activities/a-2.yaml",
        "type: call\non: 2026-11-02\nopportunity: \"o\\x2d1\"\ncontent: \"sc\\x61nner\"\n",
    ),
    (
        "activities/a-3.yaml",
        "{type: call, on: 2026-11-03, customer: c-bom, content: 'it''s 星辰'}\n",
    ),
    (
        "activities/a-4.yaml",
        "type: call\non: 2026-11-04\ncustomer: c-plainer\ncontent: stock\n  room\n",
    ),
];

const TYPED: [&str; 24] = [
    "星辰",
    "xingchen",
    "xc",
    "北京星辰",
    "star",
    "外贸",
    "星辰w",
    "wangxingchen",
    "辰星",
    "liuxing",
    "台湾星辰",
    "臺灣",
    "scanner",
    "Scanner and",
    "it's",
    "谨慎",
    "stock room",
    "kg",
    "k",
    "13800138000",
    "w@xc.cn",
    "xc.cn",
    "li",
    "c-p",
];

/// A book of which nothing, or everything, is decoded already; or the names are at hand.
fn opened(tree: &Memory, how: usize) -> Book<'_> {
    let book = Book::open(tree).unwrap();
    for kind in Kind::ALL {
        match how {
            0 => {}
            1 => drop(book.rows(kind)),
            _ => drop(book.named(kind, "x")),
        }
    }
    book
}

#[test]
fn looking_at_bytes_first_finds_the_same() {
    let tree = Memory::new(BOOK.iter().copied());
    let mut found = 0;
    for typed in TYPED {
        for kinds in [&Kind::ALL[..], &[Kind::Customer, Kind::Lead], &[Kind::Opportunity]] {
            let told = |how| {
                let book = opened(&tree, how);
                (search(&book, typed, kinds, false), book.look(typed, kinds))
            };
            let plain = told(1);
            assert_eq!(told(0), plain, "{typed} {kinds:?}");
            assert_eq!(opened(&tree, 2).look(typed, kinds), plain.1, "{typed} {kinds:?}");
            let book = opened(&tree, 0);
            book.look(typed, kinds);
            assert_eq!(book.look(typed, kinds), plain.1, "{typed} {kinds:?} again");
            found += plain.0.len();
        }
    }
    assert!(found > 100, "{found}");
}

#[test]
fn looking_at_bytes_first_tells_the_same_standing() {
    let tree = Memory::new(BOOK.iter().copied());
    let day = Date::parse_iso("2026-11-21").unwrap();
    let told = |how| {
        let book = opened(&tree, how);
        let ids = |kind| book.ids(kind).into_iter().cloned().map(move |id| (kind, id));
        let all: Vec<(Kind, Id)> = ids(Kind::Customer).chain(ids(Kind::Lead)).collect();
        let all: Vec<(Kind, &Id)> = all.iter().map(|(kind, id)| (*kind, id)).collect();
        let each: Vec<_> =
            all.iter().flat_map(|one| standings(&opened(&tree, how), &[*one], day)).collect();
        assert_eq!(standings(&book, &all, day), each);
        each
    };
    let plain = told(1);
    assert_eq!(told(0), plain);
    let until = plain.iter().flatten().filter_map(|standing| standing.until);
    let until: Vec<String> = until.map(|day| day.to_string()).collect();
    assert_eq!(until, ["2027-05-02", "2027-06-01"]);
}
