//! Refusals: each says what is wrong, what would be right, and where.

use super::{open, today, tree};
use crate::base::kind::Kind;
use crate::query::{Asker, Query, Wrong};

fn wrong(query: &str) -> Wrong {
    let tree = tree();
    let book = open(&tree);
    let asker = Asker { me: None, today: today(), sure: false };
    Query::parse(&book, Kind::Opportunity, &[query.to_owned()], asker).unwrap_err()
}

fn shown(query: &str) -> String {
    let wrong = wrong(query);
    let [line, marks] = wrong.excerpt();
    format!("{}\n{line}\n{marks}", wrong.message.en)
}

#[test]
fn the_place_is_marked() {
    assert_eq!(
        shown("owner:li-wei stage:negotation"),
        "`negotation` is not in the list; did you mean `negotiation`?\n\
         owner:li-wei stage:negotation\n\
         \u{20}                  ^^^^^^^^^^"
    );
    assert_eq!(
        shown("customer.industri:C39"),
        "no field `customer.industri`; did you mean `industry`?\n\
         customer.industri:C39\n\
         \u{20}        ^^^^^^^^"
    );
    assert_eq!(
        shown("客户：Acme 金额：很多"),
        "`很多` is not an amount: write it like 480000, 480,000.00, 48万 or 1.2亿\n\
         客户：Acme 金额：很多\n\
         \u{20}                ^^^^"
    );
}

#[test]
fn the_end_of_a_long_query_is_shown() {
    let long = format!("{}grade:D", "owner:li-wei ".repeat(20));
    assert_eq!(shown(&long), "`D` is none of A, B, C\nD\n^");
}

#[test]
fn every_refusal_helps() {
    let cases = [
        ("grade:D", "`D` is none of A, B, C"),
        ("outcome:wonn", "`wonn` is not in the list; did you mean `won`?"),
        ("expected_close:soon", "`soon` is not a period; write `2026`"),
        ("amount:5万..1万", "`5万..1万` ends before it begins; write `1万..5万`"),
        ("currency:RMB", "no currency `RMB`; did you mean `CNY`?"),
        ("owner:me", "who is `me`? say `--as MEMBER`"),
        ("next:2026-11", "`next` has several parts; ask one of next.on, next.what"),
        ("tags:vip", "say which tag, as in `tags.KEY:vip`"),
        ("customer.tags.vipp:yes", "no tag `vipp`; none is defined for this kind of record"),
        ("not:", "`not:` stands before a condition"),
        ("name.first:x", "no field `name.first`"),
        ("..:x", "no field `..`"),
        (":x", "no field ``"),
    ];
    for (query, why) in cases {
        let told = wrong(query).message;
        assert!(told.en.starts_with(why), "{query}: {}", told.en);
        assert!(!told.zh.is_empty());
    }
}
