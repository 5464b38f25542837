//! Rules about payments and invoices.

use super::Case;

const P: &str = "payments/pay-1.yaml";

pub(super) const CASES: &[Case] = &[
    // TAG-2.1.7a, TAG-2.1.7b
    Case {
        rule: "credit-outdated",
        files: &[
            ("customers/c.yaml", "name: C\ncredit:\n  rating: AA\n  rated_on: 2026-10-31\n"),
            (
                P,
                "customer: c\ndue: 2026-10-31\namount: 100\nstatus: paid\nreceived:\n  - {amount: 100, on: 2026-11-20}\n",
            ),
        ],
        en: "warning credit-outdated customers/c.yaml:2:1 late payments: 1, by 20 days at most, the last since 2026-11-01; the rating is older",
        zh: "warning credit-outdated customers/c.yaml:2:1 逾期付款 1 次，最长 20 天，最近一次自 2026-11-01 起；信用等级评定在此之前",
        near: &[
            ("customers/c.yaml", "name: C\ncredit:\n  rating: AA\n  rated_on: 2026-11-01\n"),
            ("customers/d.yaml", "name: D\n"),
            (
                P,
                "customer: c\ndue: 2026-10-31\namount: 100\nstatus: paid\nreceived:\n  - {amount: 100, on: 2026-11-20}\n",
            ),
            (
                "payments/pay-2.yaml",
                "customer: d\ndue: 2026-10-31\namount: 100\nstatus: paid\nreceived:\n  - {amount: 100, on: 2026-11-20}\n",
            ),
        ],
    },
    // OPS-5.4.2
    Case {
        rule: "invoiced-too-much",
        files: &[(
            "orders/ord-1.yaml",
            "customer: acme\namount: 100\ninvoices:\n  - {amount: 60, no: \"1\"}\n  - {amount: 40.01, no: \"2\"}\n",
        )],
        en: "warning invoiced-too-much orders/ord-1.yaml:3:1 the invoices come to 100.01, the order to 100",
        zh: "warning invoiced-too-much orders/ord-1.yaml:3:1 开票总额为 100.01，订单金额为 100",
        near: &[(
            "orders/ord-1.yaml",
            "customer: acme\namount: 100\ninvoices:\n  - {amount: 60, no: \"1\"}\n  - {amount: 40, no: \"2\"}\n",
        )],
    },
    // TEL-3.5.2, DEV-GAR-6: past 7, 30 and 60 days it goes further up.
    Case {
        rule: "payment-overdue",
        files: &[
            (P, "customer: acme\ndue: 2026-11-14\namount: 100\nowner: li-wei\n"),
            (
                "payments/pay-2.yaml",
                "customer: acme\ndue: 2026-11-13\namount: 100\nowner: li-wei\n",
            ),
            (
                "payments/pay-3.yaml",
                "customer: acme\ndue: 2026-10-01\namount: 100\nreceived:\n  - {amount: 40, on: 2026-10-01}\n\
                 owner: li-wei\n",
            ),
        ],
        en: "warning payment-overdue payments/pay-1.yaml:2:6 100 is 7 days late\n\
             warning payment-overdue payments/pay-2.yaml:2:6 100 is 8 days late; more than 7 days: it is for wang-fang now\n\
             warning payment-overdue payments/pay-3.yaml:2:6 60 is 51 days late; more than 30 days: it is for boss now",
        zh: "warning payment-overdue payments/pay-1.yaml:2:6 100 已逾期 7 天\n\
             warning payment-overdue payments/pay-2.yaml:2:6 100 已逾期 8 天；超过 7 天，应由 wang-fang 处理\n\
             warning payment-overdue payments/pay-3.yaml:2:6 60 已逾期 51 天；超过 30 天，应由 boss 处理",
        near: &[
            (P, "customer: acme\ndue: 2026-11-14\namount: 100\nstatus: written_off\n"),
            (
                "payments/pay-2.yaml",
                "customer: acme\ndue: 2026-11-01\namount: 100\nstatus: paid\nreceived:\n  \
                 - {amount: 100, on: 2026-11-20}\n",
            ),
            ("payments/pay-3.yaml", "customer: acme\ndue: 2026-11-30\namount: 100\n"),
        ],
    },
    // TEL-3.5.2
    Case {
        rule: "payment-reminder-due",
        files: &[
            (P, "customer: acme\ndue: 2026-11-26\namount: 100\n"),
            (
                "payments/pay-2.yaml",
                "customer: acme\ndue: 2026-11-21\namount: 100\ncollections:\n  - {on: 2026-11-15}\n",
            ),
        ],
        en: "note payment-reminder-due payments/pay-1.yaml:2:6 due in 5 days; the customer is not reminded yet\n\
             note payment-reminder-due payments/pay-2.yaml:2:6 due in 0 days; the customer is not reminded yet",
        zh: "note payment-reminder-due payments/pay-1.yaml:2:6 5 天后到期，尚未提醒客户\n\
             note payment-reminder-due payments/pay-2.yaml:2:6 0 天后到期，尚未提醒客户",
        near: &[
            (P, "customer: acme\ndue: 2026-11-27\namount: 100\n"),
            (
                "payments/pay-2.yaml",
                "customer: acme\ndue: 2026-11-21\namount: 100\ncollections:\n  - {on: 2026-11-16}\n",
            ),
            ("payments/pay-3.yaml", "customer: acme\ndue: 2026-11-22\namount: 100\nstatus: paid\n"),
        ],
    },
];
