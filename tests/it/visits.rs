//! Calls and visits: what is logged of them, and what holds them back.

use crate::support::{Book, transcript};

const COMPANY: &[(&str, &str)] = &[(
    "customers/quiet.yaml",
    "name: 宁静园林\ntype: sme\ncontacts:\n  - id: c-1a2b\n    name: 马静\n    primary: true\n    \
     do_not_call: true\nindustry: E48\n\nowner: li-wei\n",
)];

fn company(case: &str) -> Book {
    let book = Book::small().used_by("li-wei");
    for (path, text) in COMPANY {
        book.put(path, text);
    }
    if case.ends_with("zh") {
        book.put("salesops.toml", "format = 1\n");
    }
    book
}

// OPS-3.4.3, DEV-5.9.1, DEV-5.9.3, TEL-3.3.1, TEL-3.3.3
#[test]
fn a_visit_after_a_failed_one_is_thought_over_and_nobody_is_called_against_their_will() {
    for case in ["visits_en", "visits_zh"] {
        transcript(&company(case), case);
    }
}

// TEL-5.2.1, TEL-5.2.2, TEL-5.2.3, TEL-1.3.3, TEL-3.2.2
#[test]
fn telesales_call_by_an_approved_script_and_its_versions_are_told_apart() {
    for case in ["scripts_en", "scripts_zh"] {
        let book = company(case);
        book.put("members/boss.yaml", "name: 赵敏\nrole: sales_manager\n");
        book.put("members/tele.yaml", "name: 周琳\nrole: telesales_rep\nreports_to: ann-lee\n");
        transcript(&book, case);
    }
}

// OPS-3.1.1, OPS-3.1.2, OPS-4.3.1b
#[test]
fn a_deal_of_grade_b_has_a_plan() {
    for case in ["plans_en", "plans_zh"] {
        let book = Book::small().used_by("li-wei");
        let lang = &case[case.len() - 2..];
        book.put("salesops.toml", format!("format = 1\nlang = \"{lang}\"\n"));
        transcript(&book, case);
    }
}

// DEV-5.4.2, DEV-5.4.3, ITS-7.3.1, DEV-5.13.4, ITS-2.2.1c, ITS-2.2.2d
#[test]
fn visits_care_refusals_and_what_the_market_does() {
    for case in ["care_en", "care_zh"] {
        transcript(&company(case), case);
    }
}
