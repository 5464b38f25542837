//! What people mean by what they type: names and nicknames that resolve, and those that ask.

use proptest::prelude::*;

use super::{id, open};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::name::normal;
use crate::book::{Book, Found, Wanted};
use crate::store::Memory;

const CUSTOMER: &[Kind] = &[Kind::Customer];
const MEMBER: &[Kind] = &[Kind::Member];
const DEAL: &[Kind] = &[Kind::Opportunity];

fn tree() -> Memory {
    Memory::new([
        ("members/liwei.yaml", "name: 李伟\naliases:\n  - 小李\n"),
        ("members/liwei-2k7f.yaml", "name: 李维\n"),
        ("members/zengli.yaml", "name: 曾丽\naliases:\n  - 小曾\n"),
        ("members/shanjie.yaml", "name: 单捷\n"),
        ("members/xiefeng.yaml", "name: 解峰\n"),
        ("members/qiuyun.yaml", "name: 仇云\n"),
        ("members/zhangwei.yaml", "name: 张伟\naliases:\n  - 老张\n"),
        ("members/zhangwei-9xq2.yaml", "name: 章炜\naliases:\n  - 老章\n"),
        ("customers/chongqingyinhang.yaml", "name: 重庆银行股份有限公司\nowner: liwei\n"),
        ("customers/changshayinhang.yaml", "name: 长沙银行股份有限公司\naliases:\n  - 长行\n"),
        ("customers/changansteel.yaml", "name: 长安钢铁有限公司\nformer_names:\n  - 长钢总厂\n"),
        ("customers/beijingxingchenkeji.yaml", "name: 北京星辰科技有限公司\nowner: liwei\n"),
        ("customers/xingchenwuliu.yaml", "name: 星辰物流有限公司\nowner: zengli\n"),
        ("customers/xingchengwuliu.yaml", "name: 兴城物流有限公司\n"),
        ("customers/acme.yaml", "name: Acme Co., Ltd.\naliases:\n  - ＡＣＭＥ中国\n"),
        ("customers/acme-north.yaml", "name: Acme North GmbH\n"),
        ("customers/taijidian.yaml", "name: 臺灣積體電路製造\naliases:\n  - 台積電\n"),
        ("customers/hualian-a1b2.yaml", "name: 华联超市\nowner: liwei\n"),
        ("customers/hualian-c3d4.yaml", "name: 华联超市\nowner: zengli\n"),
        ("customers/3m.yaml", "name: 3M中国有限公司\n"),
        (
            "opportunities/chongqingyinhang-7k3q.yaml",
            "customer: chongqingyinhang\nstage: potential\n",
        ),
        (
            "opportunities/hualian-a1b2-9abc.yaml",
            "customer: hualian-a1b2\nstage: potential\nowner: liwei\n",
        ),
        (
            "opportunities/hualian-c3d4-8xyz.yaml",
            "customer: hualian-c3d4\nstage: potential\nowner: zengli\n",
        ),
        (
            "opportunities/xingchenwuliu-1aaa.yaml",
            "customer: xingchenwuliu\nname: 仓储\nstage: potential\nowner: zengli\n",
        ),
        (
            "opportunities/xingchenwuliu-2bbb.yaml",
            "customer: xingchenwuliu\nname: 运输\nstage: potential\nowner: zengli\n",
        ),
    ])
}

/// Who asks in the table below.
const ME: &str = "zengli";

/// What a reading command opens, or what it asks, several in the order in which they are shown.
fn read(book: &Book<'_>, typed: &str, kinds: &[Kind]) -> Vec<String> {
    let me = id(ME);
    match book.find(typed, Wanted { kinds, me: Some(&me) }) {
        Found::One(kind, id) => vec![format!("{}/{id}", kind.key())],
        Found::Many(hits) | Found::Alike(hits) => {
            hits.iter().map(|(kind, id)| format!("{}/{id}", kind.key())).collect()
        }
        Found::None(why) => vec![why.en.into_owned()],
    }
}

/// Whether a command that writes takes it without asking.
fn writes(book: &Book<'_>, typed: &str, kinds: &[Kind]) -> bool {
    let me = id(ME);
    matches!(book.find(typed, Wanted { kinds, me: Some(&me) }), Found::One(..))
}

#[test]
fn names_and_nicknames_resolve_to_what_a_person_means() {
    let tree = tree();
    let book = open(&tree);
    // What is typed, what it is, and whether it is certain enough for a write.
    let table: &[(&str, &[Kind], &str, bool)] = &[
        ("李伟", MEMBER, "member/liwei", true),
        ("小曾", MEMBER, "member/zengli", true),
        ("老章", MEMBER, "member/zhangwei-9xq2", true),
        ("李 维", MEMBER, "member/liwei-2k7f", true),
        ("zengli", MEMBER, "member/zengli", true),
        ("shan jie", MEMBER, "member/shanjie", false),
        ("dan jie", MEMBER, "member/shanjie", false),
        ("jiefeng", MEMBER, "member/xiefeng", false),
        ("chouyun", MEMBER, "member/qiuyun", false),
        ("重慶銀行股份有限公司", CUSTOMER, "customer/chongqingyinhang", true),
        ("重庆银行", CUSTOMER, "customer/chongqingyinhang", false),
        ("zhongqingyinxing", CUSTOMER, "customer/chongqingyinhang", false),
        ("cqyh", CUSTOMER, "customer/chongqingyinhang", false),
        ("长行", CUSTOMER, "customer/changshayinhang", true),
        ("长钢总厂", CUSTOMER, "customer/changansteel", true),
        ("北京星辰科技", CUSTOMER, "customer/beijingxingchenkeji", false),
        ("xckj", CUSTOMER, "customer/beijingxingchenkeji", false),
        ("ACME　CO.，　LTD.", CUSTOMER, "customer/acme", true),
        ("acme 中国", CUSTOMER, "customer/acme", true),
        ("台湾积体电路制造", CUSTOMER, "customer/taijidian", true),
        ("台积电", CUSTOMER, "customer/taijidian", true),
        ("3M中国", CUSTOMER, "customer/3m", false),
        ("重庆银行股份有限公司", DEAL, "opportunity/chongqingyinhang-7k3q", true),
        ("cqyh", DEAL, "opportunity/chongqingyinhang-7k3q", false),
        ("华联超市", DEAL, "opportunity/hualian-c3d4-8xyz", true),
        ("运输", DEAL, "opportunity/xingchenwuliu-2bbb", true),
    ];
    for (typed, kinds, meant, certain) in table {
        assert_eq!(read(&book, typed, kinds), [*meant], "{typed}");
        assert_eq!(writes(&book, typed, kinds), *certain, "{typed}");
    }
}

#[test]
fn what_may_mean_several_asks() {
    let tree = tree();
    let book = open(&tree);
    // Mine come first among those that are told.
    let (weis, zhangs) = ("member/liwei member/liwei-2k7f", "member/zhangwei member/zhangwei-9xq2");
    let banks = "customer/changshayinhang customer/chongqingyinhang";
    let longs = "customer/changansteel customer/changshayinhang";
    let wuliu = "customer/xingchenwuliu customer/xingchengwuliu";
    let hualian = "customer/hualian-c3d4 customer/hualian-a1b2";
    let deals = "opportunity/xingchenwuliu-1aaa opportunity/xingchenwuliu-2bbb";
    let table: &[(&str, &[Kind], &str)] = &[
        ("李", MEMBER, weis),
        ("li wei", MEMBER, weis),
        ("liw", MEMBER, weis),
        ("lw", MEMBER, weis),
        ("zhang", MEMBER, zhangs),
        ("zw", MEMBER, zhangs),
        ("老", MEMBER, zhangs),
        ("小", MEMBER, "member/liwei member/zengli"),
        ("银行", CUSTOMER, banks),
        ("銀行", CUSTOMER, banks),
        ("yinhang", CUSTOMER, banks),
        ("yinxing", CUSTOMER, banks),
        ("长", CUSTOMER, longs),
        ("長", CUSTOMER, longs),
        ("zhang", CUSTOMER, longs),
        ("chang", CUSTOMER, longs),
        ("华联", CUSTOMER, hualian),
        ("hualian", CUSTOMER, hualian),
        ("hlcs", CUSTOMER, hualian),
        ("xingchen", CUSTOMER, wuliu),
        ("xcwl", CUSTOMER, wuliu),
        ("物流有限公司", CUSTOMER, wuliu),
        ("acm", CUSTOMER, "customer/acme customer/acme-north"),
        ("星辰", DEAL, deals),
        ("星辰物流有限公司", DEAL, deals),
        ("xingchenwuliu", DEAL, deals),
    ];
    for (typed, kinds, meant) in table {
        assert_eq!(read(&book, typed, kinds).join(" "), *meant, "{typed}");
        assert!(!writes(&book, typed, kinds), "{typed}");
    }
}

#[test]
fn a_name_that_sounds_the_same_is_only_suggested() {
    let tree = tree();
    let book = open(&tree);
    for (typed, kinds, near) in [
        ("李唯", MEMBER, "李伟"),
        ("单杰", MEMBER, "单捷"),
        ("增力", MEMBER, "曾丽"),
        ("华连超市", CUSTOMER, "华联超市"),
    ] {
        let told = read(&book, typed, kinds).concat();
        assert!(told.ends_with(&format!("did you mean `{near}`?")), "{typed}: {told}");
        assert!(!writes(&book, typed, kinds), "{typed}");
    }
}

/// A book of people and companies whose names are written, or sound, much alike.
fn sound_alikes() -> impl Strategy<Value = Vec<(String, Vec<String>)>> {
    let name = "[李理力][伟维炜薇]|(长|常|場)(沙|杀)(银行|行)?(有限公司|股份有限公司)?|li ?wei|LiWei|Acme( Co\\.| Ltd)?";
    prop::collection::vec((name, prop::collection::vec(name, 0..2)), 1..7)
}

/// What people type for them.
fn typed() -> impl Strategy<Value = String> {
    "[李理力]?[伟维炜薇]?|[长常場長](沙|杀)?(银行|銀行|行)?(有限公司)?|l(i|I)? ?w(ei)?|liwei(-[a-z0-9])?|changsha(yinhang)?|csyh|ａｃｍｅ( co| ltd)?|[a-g]"
}

fn written(names: &[(String, Vec<String>)]) -> Vec<(Id, Vec<String>)> {
    let mut records: Vec<(Id, Vec<String>)> = Vec::new();
    for (at, (name, aliases)) in names.iter().enumerate() {
        let slug = crate::base::slug::slug(name).unwrap();
        let is_taken = records.iter().any(|(id, _)| *id == slug);
        let own = if is_taken { slug.with_suffix(&format!("{at}{at}")).unwrap() } else { slug };
        records.push((own, [vec![name.clone()], aliases.clone()].concat()));
    }
    records
}

proptest! {
    // The path of `set`, `advance` and every other command that writes.
    #[test]
    fn a_write_never_lands_on_a_sound_alike(names in sound_alikes(), typed in typed()) {
        let records = written(&names);
        let mut tree = Memory::default();
        for (id, names) in &records {
            let aliases: String = names[1..].iter().map(|name| format!("  - {name}\n")).collect();
            let aliases = if aliases.is_empty() { aliases } else { format!("aliases:\n{aliases}") };
            let text = format!("name: {}\n{aliases}", names[0]);
            tree.insert(&format!("customers/{id}.yaml"), text.into_bytes());
        }
        let book = open(&tree);
        let found = book.find(&typed, Wanted { kinds: CUSTOMER, me: None });
        // By the letter: an id, the beginning of one id only, or a name that one record bears.
        let ids = |fits: &dyn Fn(&Id) -> bool| -> Vec<&Id> {
            records.iter().map(|(id, _)| id).filter(|id| fits(id)).collect()
        };
        let exact = ids(&|id| **id == *typed);
        let begun = ids(&|id| typed.len() > 1 && id.starts_with(&*typed));
        let bears = |id: &Id| records.iter().any(|(known, names)| {
            known == id && names.iter().any(|name| normal(name) == normal(&typed))
        });
        let named = ids(&bears);
        let meant = [exact, begun, named].into_iter().find(|hits| hits.len() == 1);
        match found {
            Found::One(_, id) => prop_assert_eq!(meant, Some(vec![&id])),
            _ => prop_assert_eq!(meant, None),
        }
    }
}
