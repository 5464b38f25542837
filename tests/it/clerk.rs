//! What a sales clerk enters besides deals: disputes, awards and trainings, what a month brings, surveys
//! and backups. At each the refusal first, then the command that mends it.

use crate::cli::{OFFICE, PEOPLE, speaking};
use crate::support::transcript;

#[test]
fn a_dispute_is_ruled_and_the_ruling_followed() {
    // DEV-REG-0, DEV-REG-4
    for case in ["disputes_en", "disputes_zh"] {
        let book = speaking(case, "bob");
        for (path, text) in [PEOPLE[0], PEOPLE[2]] {
            book.put(path, text);
        }
        transcript(&book, case);
    }
}

#[test]
fn awards_trainings_and_meetings_are_kept() {
    // ITS-6.3.1, TEL-7.1.2, TEL-7.2.2, OPS-8.3.2
    for case in ["growth_en", "growth_zh"] {
        let book = speaking(case, "ann-lee");
        book.put(PEOPLE[0].0, PEOPLE[0].1);
        transcript(&book, case);
    }
}

#[test]
fn a_month_brings_a_bonus_a_commission_and_the_next_rung() {
    // ITS-4.4.1, TEL-6.3.1, ITS-6.2.2
    for case in ["rewards_en", "rewards_zh"] {
        let book = speaking(case, "cleo");
        for (path, text) in OFFICE {
            book.put(path, text);
        }
        for (path, text) in PAST {
            book.put(path, text);
        }
        transcript(&book, case);
    }
}

/// Two excellent months, and money that came in.
const PAST: &[(&str, &str)] = &[
    (
        "assessments/2026-09-li-wei.yaml",
        "member: li-wei\nperiod: 2026-09\n\nstatus: final\ntotal: 95.00\nby_score: excellent\nresult: excellent\n\
         imported: {from: kpi.xlsx, key: S-9, on: 2026-11-01}\n",
    ),
    (
        "assessments/2026-10-li-wei.yaml",
        "member: li-wei\nperiod: 2026-10\n\nstatus: final\ntotal: 96.00\nby_score: excellent\nresult: excellent\n\
         imported: {from: kpi.xlsx, key: S-10, on: 2026-11-01}\n",
    ),
    (
        "orders/2026/ord-1.yaml",
        "customer: acme\n\nstatus: accepted\nlines:\n  - {product: erp, qty: 1, price: 48000.00}\n\n\
         owner: li-wei\nimported: {from: orders.xlsx, key: A-1, on: 2026-11-01}\n",
    ),
    (
        "payments/2026/pay-1.yaml",
        "order: ord-1\ncustomer: acme\n\nstatus: paid\ndue: 2026-11-20\namount: 30000.00\nreceived:\n  \
         - {amount: 30000.00, on: 2026-11-19}\n\nowner: li-wei\n\
         imported: {from: bank.xlsx, key: B-1, on: 2026-11-20}\n",
    ),
];

#[test]
fn customers_are_asked_and_the_book_is_kept_twice() {
    // ITS-4.3.2, OPS-6.4.1, OPS-6.4.2, TAG-6.2.2, TAG-6.2.3
    for case in ["surveys_en", "surveys_zh"] {
        let book = speaking(case, "tess");
        book.put(
            "members/tess.yaml",
            "name: Tess\nemail: tess@example.com\nrole: service_agent\nreports_to: ann-lee\n",
        );
        book.put(PEOPLE[2].0, PEOPLE[2].1);
        transcript(&book, case);
    }
}

#[test]
fn records_are_looked_at_and_what_is_found_is_put_right() {
    // TAG-4.3.1, TAG-4.3.2, TAG-7.1.1, TAG-7.1.3, TAG-7.2
    for case in ["audits_en", "audits_zh"] {
        let book = speaking(case, "tess");
        book.put(
            "members/tess.yaml",
            "name: Tess\nemail: tess@example.com\nrole: sales_clerk\nreports_to: ann-lee\n",
        );
        for (id, name, by) in [("alpha", "阿尔法", "li-wei"), ("gamma", "伽马", "tess")] {
            let text = format!(
                "name: {name}\ntype: sme\n\nowner: li-wei\nentered: {{at: 2026-11-18T09:00:00+08:00, by: {by}}}\n"
            );
            book.put(&format!("customers/{id}.yaml"), text);
        }
        transcript(&book, case);
    }
}

#[test]
fn records_are_looked_over_in_one_sweep() {
    // TAG-4.1.1a
    for case in ["sweeps_en", "sweeps_zh"] {
        let book = speaking(case, "li-wei");
        for (id, name, day) in [("alpha", "阿尔法", "01"), ("gamma", "伽马", "08")] {
            let text = format!(
                "name: {name}\ntype: sme\n\nowner: li-wei\nentered: {{at: 2026-10-{day}T09:00:00+08:00, by: li-wei}}\n"
            );
            book.put(&format!("customers/{id}.yaml"), text);
        }
        transcript(&book, case);
    }
}
