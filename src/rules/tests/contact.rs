//! Rules about calls and visits. 2026-11-18 is a Wednesday, today a Saturday.

use super::Case;

const A: &str = "activities/act-a.yaml";
const B: &str = "activities/act-b.yaml";
const C: &str = "activities/act-c.yaml";

pub(super) const CASES: &[Case] = &[
    // OPS-3.3.2, OPS-3.4.3, TEL-2.1.2: the hour where it is said, else the end of the day.
    Case {
        rule: "activity-recorded-late",
        files: &[
            (
                A,
                "type: call\non: 2026-11-17\ncustomer: acme\nmember: li-wei\ncontent: 谈价\n\
                 entered: {at: 2026-11-19T09:00:00+08:00}\n",
            ),
            (
                B,
                "type: visit\non: 2026-11-17\ncustomer: acme\nmember: li-wei\ncontent: 谈价\neffect: good\n\
                 entered: {at: 2026-11-19T09:00:00+08:00}\n",
            ),
            ("members/tele.yaml", "name: 周琳\nemail: t@example.com\nrole: telesales_rep\n"),
            (
                C,
                "type: call\non: 2026-11-17\nat: 2026-11-17T10:00:00+08:00\ncustomer: acme\nmember: tele\n\
                 content: 谈价\nentered: {at: 2026-11-17T14:30:00+08:00}\n",
            ),
        ],
        en: "note activity-recorded-late activities/act-a.yaml:6:10 of 2026-11-17, written down later than 24 hours after it\n\
             note activity-recorded-late activities/act-b.yaml:7:10 of 2026-11-17, written down later than one working day after it\n\
             note activity-recorded-late activities/act-c.yaml:7:10 of 2026-11-17, written down later than 4 hours after it",
        zh: "note activity-recorded-late activities/act-a.yaml:6:10 2026-11-17 的活动，超过 24 小时才记录\n\
             note activity-recorded-late activities/act-b.yaml:7:10 2026-11-17 的活动，超过 1 个工作日才记录\n\
             note activity-recorded-late activities/act-c.yaml:7:10 2026-11-17 的活动，超过 4 小时才记录",
        near: &[
            (
                A,
                "type: call\non: 2026-11-17\ncustomer: acme\nmember: li-wei\ncontent: 谈价\n\
                 entered: {at: 2026-11-18T23:00:00+08:00}\n",
            ),
            (
                B,
                "type: visit\non: 2026-11-17\ncustomer: acme\nmember: li-wei\ncontent: 谈价\neffect: good\n\
                 entered: {at: 2026-11-18T23:00:00+08:00}\n",
            ),
            ("members/tele.yaml", "name: 周琳\nemail: t@example.com\nrole: telesales_rep\n"),
            (
                C,
                "type: call\non: 2026-11-17\nat: 2026-11-17T10:00:00+08:00\ncustomer: acme\nmember: tele\n\
                 content: 谈价\nentered: {at: 2026-11-17T14:00:00+08:00}\n",
            ),
            (
                "activities/act-d.yaml",
                "type: call\non: 2026-10-17\ncustomer: acme\nmember: tele\ncontent: 谈价\n\
                 entered: {at: 2026-11-17T14:00:00+08:00}\nimported: {from: a.csv, key: \"1\", on: 2026-11-17}\n",
            ),
        ],
    },
    // Own: by name or id; where nobody is named, when everybody minds.
    Case {
        rule: "call-unwanted",
        files: &[
            (
                "customers/quiet.yaml",
                "name: Quiet\ncontacts:\n  - id: c-1\n    name: 张三\n    do_not_call: true\n",
            ),
            (A, "type: call\non: 2026-11-20\ncustomer: quiet\nmember: li-wei\ncontent: 谈价\n"),
            (
                B,
                "type: wechat\non: 2026-11-20\ncustomer: quiet\nmember: li-wei\ncontent: 谈价\nmet:\n  - 张三\n",
            ),
        ],
        en: "warning call-unwanted activities/act-a.yaml:1:7 张三 does not want to be called\n\
             warning call-unwanted activities/act-b.yaml:1:7 张三 does not want to be called",
        zh: "warning call-unwanted activities/act-a.yaml:1:7 张三 不希望被致电\n\
             warning call-unwanted activities/act-b.yaml:1:7 张三 不希望被致电",
        near: &[
            (
                "customers/quiet.yaml",
                "name: Quiet\ncontacts:\n  - id: c-1\n    name: 张三\n    do_not_call: true\n  \
                 - id: c-2\n    name: 李四\n",
            ),
            (A, "type: call\non: 2026-11-20\ncustomer: quiet\nmember: li-wei\ncontent: 谈价\n"),
            (
                B,
                "type: call\non: 2026-11-20\ncustomer: quiet\nmember: li-wei\ninbound: true\nmet:\n  - c-1\n\
                 content: 谈价\n",
            ),
            (
                C,
                "type: email\non: 2026-11-20\ncustomer: quiet\nmember: li-wei\nmet:\n  - c-1\ncontent: 谈价\n",
            ),
        ],
    },
    // DEV-5.5.2A: visits that say whom they met.
    Case {
        rule: "decision-maker-unmet",
        files: &[
            (A, "type: visit\non: 2026-11-10\ncustomer: beta\nmet:\n  - 李四\n"),
            (B, "type: visit\non: 2026-11-12\ncustomer: beta\nmet:\n  - c-1\n"),
        ],
        en: "warning decision-maker-unmet customers/beta.yaml:3:1 2 visits, and no decision maker was met",
        zh: "warning decision-maker-unmet customers/beta.yaml:3:1 已拜访 2 次，均未见到决策者",
        near: &[
            (A, "type: visit\non: 2026-11-10\ncustomer: acme\nmet:\n  - 张三\n"),
            (B, "type: visit\non: 2026-11-12\ncustomer: acme\nmet:\n  - c-1\n"),
            (C, "type: visit\non: 2026-11-12\ncustomer: beta\nmet:\n  - c-1\n"),
            ("activities/act-d.yaml", "type: visit\non: 2026-11-12\ncustomer: beta\n"),
            // Not at a visit, but met.
            (
                "customers/met.yaml",
                "name: Met\ncontacts:\n  - {id: c-1, name: A, decision_role: decision_maker}\n  - {id: c-2, name: B}\n",
            ),
            ("activities/act-e.yaml", "type: visit\non: 2026-11-10\ncustomer: met\nmet:\n  - B\n"),
            ("activities/act-f.yaml", "type: visit\non: 2026-11-12\ncustomer: met\nmet:\n  - B\n"),
            (
                "activities/act-g.yaml",
                "type: meeting\non: 2026-11-13\ncustomer: met\nmet:\n  - A\n",
            ),
        ],
    },
    // OPS-3.4.1
    Case {
        rule: "key-customer-unvisited",
        files: &[
            (
                "customers/key.yaml",
                "name: Key\ngrade: A\nentered: {at: 2026-01-05T09:00:00+08:00}\n",
            ),
            (A, "type: visit\non: 2026-08-21\ncustomer: key\n"),
            (
                "customers/new.yaml",
                "name: New\nintent: {level: high}\nentered: {at: 2026-08-05T09:00:00+08:00}\n",
            ),
        ],
        en: "warning key-customer-unvisited customers/key.yaml:1:7 a key customer, last visited 92 days ago; the policy allows 90\n\
             warning key-customer-unvisited customers/new.yaml:1:7 a key customer, never visited in 108 days; the policy allows 90",
        zh: "warning key-customer-unvisited customers/key.yaml:1:7 重点客户，距上次拜访已 92 天，制度规定不超过 90 天\n\
             warning key-customer-unvisited customers/new.yaml:1:7 重点客户，108 天来从未拜访，制度规定不超过 90 天",
        near: &[
            ("customers/key.yaml", "name: Key\nkey_account: true\n"),
            (A, "type: visit\non: 2026-08-23\ncustomer: key\n"),
            (
                "customers/new.yaml",
                "name: New\ngrade: C\nentered: {at: 2026-08-05T09:00:00+08:00}\n",
            ),
        ],
    },
    // DEV-5.9.1, DEV-5.9.2, DEV-5.9.3
    Case {
        rule: "revisit-unanalysed",
        files: &[
            (
                A,
                "type: visit\non: 2026-11-10\ncustomer: beta\neffect: poor\nmaterials:\n  - 样本\n",
            ),
            (
                B,
                "type: visit\non: 2026-11-12\ncustomer: beta\nnew_focus: 先谈售后\nmaterials:\n  - 样本\n",
            ),
        ],
        en: "warning revisit-unanalysed activities/act-b.yaml:1:7 the visit of 2026-11-10 went poorly; why is missing\n\
             warning revisit-unanalysed activities/act-b.yaml:5:1 the material is that of the visit of 2026-11-10, which went poorly",
        zh: "warning revisit-unanalysed activities/act-b.yaml:1:7 2026-11-10 的拜访效果差，缺少对它的分析\n\
             warning revisit-unanalysed activities/act-b.yaml:5:1 提供的资料与 2026-11-10 效果差的拜访相同",
        near: &[
            (
                A,
                "type: visit\non: 2026-11-10\ncustomer: beta\neffect: poor\nmaterials:\n  - 样本\n",
            ),
            (
                B,
                "type: visit\non: 2026-11-12\ncustomer: beta\nanalysis: 没见到老板\nnew_focus: 先谈售后\neffect: fair\n",
            ),
            (C, "type: visit\non: 2026-11-13\ncustomer: beta\n"),
            ("activities/act-d.yaml", "type: visit\non: 2026-11-13\ncustomer: acme\n"),
        ],
    },
    // DEV-5.4.1
    Case {
        rule: "visit-unannounced",
        files: &[
            (A, "type: call\non: 2026-10-10\ncustomer: beta\n"),
            (B, "type: visit\non: 2026-11-12\ncustomer: beta\n"),
        ],
        en: "note visit-unannounced activities/act-b.yaml:1:7 a visit without a call or message in the 30 days before it",
        zh: "note visit-unannounced activities/act-b.yaml:1:7 此次拜访之前 30 天内没有电话或消息",
        near: &[
            (A, "type: wechat\non: 2026-10-20\ncustomer: beta\n"),
            (
                B,
                "type: visit\non: 2026-11-12\ncustomer: beta\nnext: {on: 2026-11-20, what: 再谈}\n",
            ),
            (C, "type: visit\non: 2026-11-20\ncustomer: beta\n"),
            (
                "activities/act-d.yaml",
                "type: visit\non: 2026-11-20\nlead: lead-1\nappointment: true\n",
            ),
            // Of the same day, whichever came first.
            ("leads/lead-1.yaml", "name: A\n"),
            ("leads/lead-2.yaml", "name: B\n"),
            ("activities/act-e.yaml", "type: visit\non: 2026-11-20\nlead: lead-2\n"),
            ("activities/act-f.yaml", "type: call\non: 2026-11-20\nlead: lead-2\n"),
        ],
    },
    // OPS-3.4.3
    Case {
        rule: "visit-without-effect",
        files: &[(A, "type: visit\non: 2026-11-12\ncustomer: beta\n")],
        en: "note visit-without-effect activities/act-a.yaml:1:7 how the visit went is missing",
        zh: "note visit-without-effect activities/act-a.yaml:1:7 缺少拜访效果",
        near: &[
            (A, "type: visit\non: 2026-11-12\ncustomer: beta\neffect: fair\n"),
            (B, "type: call\non: 2026-11-12\ncustomer: beta\n"),
            (
                C,
                "type: visit\non: 2026-11-12\ncustomer: beta\nimported: {from: a.csv, key: \"1\", on: 2026-11-17}\n",
            ),
        ],
    },
];
