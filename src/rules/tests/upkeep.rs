//! Rules about surveys and products in use.

use super::Case;

const S: &str = "surveys/sur-1.yaml";
const ORDER: &str = "orders/ord-1.yaml";
const DELIVERED: &str = "customer: acme\nstatus: accepted\ndelivered_on: 2026-08-01\nlines:\n  - product: erp\nowner: li-wei\n";

pub(super) const CASES: &[Case] = &[
    // OPS-6.3.1, ITS-3.6.1: 90 days.
    Case {
        rule: "maintenance-due",
        files: &[(ORDER, DELIVERED)],
        en: "warning maintenance-due customers/acme.yaml:1:7 what was delivered is not looked after since 2026-08-01, 112 days; the policy gives 90",
        zh: "warning maintenance-due customers/acme.yaml:1:7 已交付的产品自 2026-08-01 起 112 天未维护，制度规定 90 天",
        near: &[
            (ORDER, DELIVERED),
            (
                "activities/act-2.yaml",
                "type: call\non: 2026-10-01\ncustomer: acme\npurpose: maintenance\nmember: li-wei\ncontent: 巡检\n",
            ),
            (
                "orders/ord-2.yaml",
                "customer: beta\nstatus: accepted\ndelivered_on: 2026-01-01\n\
                 imported: {from: o.csv, key: O1, on: 2026-11-20}\n",
            ),
            ("orders/ord-3.yaml", "customer: beta\nstatus: accepted\ndelivered_on: 2026-08-23\n"),
        ],
    },
    // OPS-6.3.2: 14 days before.
    Case {
        rule: "upgrade-unannounced",
        files: &[
            (ORDER, DELIVERED),
            (
                "products/erp.yaml",
                "name: ERP\ncategory: software\nupgrades:\n  - {version: 8.1, date: 2026-06-01}\n  \
                 - {version: 8.2, date: 2026-12-05}\n",
            ),
        ],
        en: "warning upgrade-unannounced products/erp.yaml:5:26 8.2 comes on 2026-12-05, and customers who have the product are not told (1): `acme`",
        zh: "warning upgrade-unannounced products/erp.yaml:5:26 8.2 将于 2026-12-05 发布，尚有 1 家在用客户未通知：`acme`",
        near: &[
            (ORDER, DELIVERED),
            (
                "products/erp.yaml",
                "name: ERP\ncategory: software\nupgrades:\n  - {version: 8.2, date: 2026-12-05}\n",
            ),
            (
                "products/crm.yaml",
                "name: CRM\ncategory: software\nupgrades:\n  - {version: \"9\", date: 2026-12-06}\n",
            ),
            (
                "activities/act-2.yaml",
                "type: email\non: 2026-11-20\ncustomer: acme\npurpose: upgrade_notice\nmember: li-wei\ncontent: 通知\n",
            ),
            (
                "orders/ord-2.yaml",
                "customer: beta\nstatus: in_progress\nlines:\n  - product: erp\nowner: li-wei\n",
            ),
        ],
    },
    // ITS-4.3.2, DEV-ADV-10: the third quarter passed without one.
    Case {
        rule: "survey-due",
        files: &[(S, "sent_on: 2026-05-11\n")],
        en: "warning survey-due surveys/sur-1.yaml:1:10 the last survey was sent on 2026-05-11; the policy asks for one once a quarter",
        zh: "warning survey-due surveys/sur-1.yaml:1:10 最近一次调查于 2026-05-11 发放；制度要求每季度一次",
        near: &[(S, "sent_on: 2026-05-11\n"), ("surveys/sur-2.yaml", "sent_on: 2026-07-01\n")],
    },
    // OPS-6.4.1
    Case {
        rule: "service-review-due",
        files: &[
            (S, "sent_on: 2026-05-11\nreview:\n  on: 2026-06-01\n"),
            ("surveys/sur-2.yaml", "sent_on: 2026-08-11\n"),
        ],
        en: "warning service-review-due surveys/sur-1.yaml:3:7 the service was last reviewed on 2026-06-01; the policy asks for it once a quarter",
        zh: "warning service-review-due surveys/sur-1.yaml:3:7 最近一次服务评估在 2026-06-01；制度要求每季度一次",
        near: &[(S, "sent_on: 2026-08-11\n")],
    },
    Case {
        rule: "service-review-due",
        files: &[(S, "sent_on: 2026-05-11\n")],
        en: "warning service-review-due surveys/sur-1.yaml:1:10 the survey of 2026-05-11 was never reviewed; the policy asks for it once a quarter",
        zh: "warning service-review-due surveys/sur-1.yaml:1:10 2026-05-11 的调查从未评估；制度要求每季度评估一次",
        near: &[(S, "sent_on: 2026-05-11\nreview:\n  on: 2026-09-30\n")],
    },
    // ITS-4.3.2: a share of 0.3.
    Case {
        rule: "survey-few-answers",
        files: &[(S, "sent_on: 2026-08-11\nsent_to:\n  - acme\n  - beta\n")],
        en: "warning survey-few-answers surveys/sur-1.yaml:2:1 0 of 2 answered; the policy wants a share of 0.3",
        zh: "warning survey-few-answers surveys/sur-1.yaml:2:1 2 家中仅 0 家答复；制度要求比例为 0.3",
        near: &[
            (
                S,
                "sent_on: 2026-08-11\nsent_to:\n  - acme\n  - beta\nanswers:\n  - {customer: acme, overall: 4}\n",
            ),
            ("surveys/sur-2.yaml", "sent_on: 2026-11-01\nsent_to:\n  - acme\n"),
        ],
    },
    // OPS-6.4.2
    Case {
        rule: "review-without-measure",
        files: &[(
            S,
            "sent_on: 2026-11-01\nreview:\n  on: 2026-11-20\n  findings:\n    - 晚上无人接听\n",
        )],
        en: "warning review-without-measure surveys/sur-1.yaml:4:3 nothing is to be done about what was found (1)",
        zh: "warning review-without-measure surveys/sur-1.yaml:4:3 发现 1 项不足，没有安排改进措施",
        near: &[
            (
                S,
                "sent_on: 2026-11-01\nreview:\n  on: 2026-11-20\n  findings:\n    - 晚上无人接听\n",
            ),
            (
                "tasks/task-1.yaml",
                "subject: survey/sur-1\nwhat: 安排晚班\nwho: li-wei\ndue: 2026-12-01\n",
            ),
            ("surveys/sur-2.yaml", "sent_on: 2026-11-01\nreview:\n  on: 2026-11-20\n"),
        ],
    },
    // OPS-6.4.1
    Case {
        rule: "out-of-range",
        files: &[(
            S,
            "sent_on: 2026-11-01\nanswers:\n  - {customer: acme, overall: 6, quality: 5}\n",
        )],
        en: "error out-of-range surveys/sur-1.yaml:3:31 6 is not between 1 and 5",
        zh: "error out-of-range surveys/sur-1.yaml:3:31 6 不在 1 至 5 之间",
        near: &[(S, "sent_on: 2026-11-01\nanswers:\n  - {customer: acme, overall: 5}\n")],
    },
];
