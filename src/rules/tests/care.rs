//! Rules about the care for customers, and what is learnt of the market.

use super::Case;

const C: &str = "customers/c.yaml";
const D: &str = "opportunities/d.yaml";
const A: &str = "activities/act-a.yaml";
const WON: &str =
    "customer: c\nstage: contract\noutcome: won\nclosed: {on: 2026-10-10, by: li-wei}\n";

pub(super) const CASES: &[Case] = &[
    // ITS-7.2.1, DEV-KA-12, TEL-4.3.1: the shorter limit counts; who was never contacted, from the entry.
    Case {
        rule: "customer-contact-late",
        files: &[
            (C, "name: C\ngrade: C\nkey_account: true\nowner: li-wei\n"),
            (A, "type: call\non: 2026-11-06\ncustomer: c\nmember: li-wei\ncontent: x\n"),
            (
                "customers/b.yaml",
                "name: B\ngrade: B\nowner: li-wei\nentered: {at: 2026-10-01T09:00:00+08:00}\n",
            ),
        ],
        en: "warning customer-contact-late customers/b.yaml:1:7 no contact; due on 2026-10-31, never done\n\
             warning customer-contact-late customers/c.yaml:1:7 no contact; due on 2026-11-20, last on 2026-11-06",
        zh: "warning customer-contact-late customers/b.yaml:1:7 应联系客户：应于 2026-10-31 前进行，从未进行\n\
             warning customer-contact-late customers/c.yaml:1:7 应联系客户：应于 2026-11-20 前进行，上次为 2026-11-06",
        near: &[
            (C, "name: C\ngrade: A\nowner: li-wei\n"),
            (A, "type: call\non: 2026-11-07\ncustomer: c\nmember: li-wei\ncontent: x\n"),
            (
                "customers/b.yaml",
                "name: B\nowner: li-wei\nentered: {at: 2026-01-01T09:00:00+08:00}\n",
            ),
            (
                "customers/d.yaml",
                "name: D\ngrade: A\nowner: li-wei\nentered: {at: 2026-01-01T09:00:00+08:00}\n\
                 imported: {from: a.csv, key: \"1\", on: 2026-11-17}\n",
            ),
        ],
    },
    // ITS-3.6.1, TEL-3.5.3, DEV-GAR-3
    Case {
        rule: "return-visit-late",
        files: &[
            (C, "name: C\nowner: li-wei\n"),
            (D, WON),
            ("customers/a.yaml", "name: A\ngrade: A\nowner: li-wei\n"),
            (
                "opportunities/e.yaml",
                "customer: a\nstage: contract\noutcome: won\nclosed: {on: 2026-03-10, by: li-wei}\n",
            ),
            (
                A,
                "type: call\non: 2026-10-20\ncustomer: a\nmember: li-wei\npurpose: return_visit\ncontent: x\n",
            ),
        ],
        en: "warning return-visit-late customers/a.yaml:1:7 no return visit; due on 2026-11-19, last on 2026-10-20\n\
             warning return-visit-late customers/c.yaml:1:7 no return visit; due on 2026-11-09, never done",
        zh: "warning return-visit-late customers/a.yaml:1:7 应回访客户：应于 2026-11-19 前进行，上次为 2026-10-20\n\
             warning return-visit-late customers/c.yaml:1:7 应回访客户：应于 2026-11-09 前进行，从未进行",
        near: &[
            (C, "name: C\nowner: li-wei\n"),
            (D, WON),
            (
                A,
                "type: call\non: 2026-10-20\ncustomer: c\nmember: li-wei\npurpose: return_visit\ncontent: x\n",
            ),
            // Bought so long ago that it has lapsed.
            ("customers/a.yaml", "name: A\ngrade: A\nowner: li-wei\n"),
            (
                "opportunities/e.yaml",
                "customer: a\nstage: contract\noutcome: won\nclosed: {on: 2025-11-10, by: li-wei}\n",
            ),
            ("customers/b.yaml", "name: B\ngrade: A\nowner: li-wei\n"),
        ],
    },
    // ITS-7.3.2
    Case {
        rule: "value-service-late",
        files: &[
            (C, "name: C\nintent: {level: high}\nowner: li-wei\n"),
            (
                D,
                "customer: c\nstage: contract\noutcome: won\nclosed: {on: 2026-03-10, by: li-wei}\n",
            ),
        ],
        en: "warning value-service-late customers/c.yaml:1:7 no training or technical service; due on 2026-09-06, never done",
        zh: "warning value-service-late customers/c.yaml:1:7 应提供培训或技术支持：应于 2026-09-06 前进行，从未进行",
        near: &[
            (C, "name: C\nintent: {level: high}\nowner: li-wei\n"),
            (
                D,
                "customer: c\nstage: contract\noutcome: won\nclosed: {on: 2026-03-10, by: li-wei}\n",
            ),
            (
                A,
                "type: visit\non: 2026-08-20\ncustomer: c\nmember: li-wei\npurpose: customer_training\ncontent: x\n\
                 effect: good\n",
            ),
            ("customers/b.yaml", "name: B\ngrade: C\nowner: li-wei\n"),
            (
                "opportunities/e.yaml",
                "customer: b\nstage: contract\noutcome: won\nclosed: {on: 2026-03-10, by: li-wei}\n",
            ),
        ],
    },
    // DEV-SOP-4: who never told of the market is left in peace.
    Case {
        rule: "intel-late",
        files: &[
            ("intel/intel-1.yaml", "subject: 用友降价\non: 2026-09-01\nowner: li-wei\n"),
            ("intel/intel-2.yaml", "subject: 金蝶降价\non: 2026-10-21\nowner: li-wei\n"),
        ],
        en: "note intel-late members/li-wei.yaml:1:7 the last word on the market was 31 days ago; the policy allows 30",
        zh: "note intel-late members/li-wei.yaml:1:7 距上次提供市场信息已 31 天，制度规定不超过 30 天",
        near: &[
            ("intel/intel-1.yaml", "subject: 用友降价\non: 2026-10-22\nowner: li-wei\n"),
            (
                "members/gone.yaml",
                "name: 周强\nrole: sales_rep\nemail: g@example.com\nleft_on: 2026-10-31\n",
            ),
            ("intel/intel-2.yaml", "subject: 金蝶降价\non: 2026-01-22\nowner: gone\n"),
        ],
    },
    // DEV-5.4.2, DEV-5.4.3
    Case {
        rule: "visits-overlap",
        files: &[
            (
                "tasks/task-1.yaml",
                "what: 拜访 A\nwho: li-wei\ndue: 2026-11-24\nstarts_at: 2026-11-24T09:00:00+08:00\n\
                 ends_at: 2026-11-24T12:00:00+08:00\n",
            ),
            (
                "tasks/task-2.yaml",
                "what: 拜访 B\nwho: li-wei\ndue: 2026-11-24\nstarts_at: 2026-11-24T10:00:00+08:00\n\
                 ends_at: 2026-11-24T10:30:00+08:00\n",
            ),
            (
                "tasks/task-3.yaml",
                "what: 拜访 C\nwho: li-wei\ndue: 2026-11-24\nstarts_at: 2026-11-24T11:30:00+08:00\n",
            ),
        ],
        en: "warning visits-overlap tasks/task-2.yaml:4:12 task/task-1 takes until 2026-11-24 12:00\n\
             warning visits-overlap tasks/task-3.yaml:4:12 task/task-1 takes until 2026-11-24 12:00",
        zh: "warning visits-overlap tasks/task-2.yaml:4:12 task/task-1 到 2026-11-24 12:00 才结束\n\
             warning visits-overlap tasks/task-3.yaml:4:12 task/task-1 到 2026-11-24 12:00 才结束",
        near: &[
            (
                "tasks/task-1.yaml",
                "what: 拜访 A\nwho: li-wei\ndue: 2026-11-24\nstarts_at: 2026-11-24T09:00:00+08:00\n\
                 ends_at: 2026-11-24T12:00:00+08:00\n",
            ),
            (
                "tasks/task-2.yaml",
                "what: 拜访 B\nwho: wang-fang\ndue: 2026-11-24\nstarts_at: 2026-11-24T10:00:00+08:00\n",
            ),
            (
                "tasks/task-3.yaml",
                "what: 拜访 C\nwho: li-wei\ndue: 2026-11-24\nstarts_at: 2026-11-24T12:00:00+08:00\n",
            ),
            (
                "tasks/task-4.yaml",
                "what: 拜访 D\nwho: li-wei\ndue: 2026-11-24\nstarts_at: 2026-11-24T10:00:00+08:00\ndone: 2026-11-20\n",
            ),
        ],
    },
];
