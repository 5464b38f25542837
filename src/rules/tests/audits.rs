//! Rules about audits and the notices that follow them.

use super::Case;

const A: &str = "audits/aud-1.yaml";
const N: &str = "notices/ntc-1.yaml";

pub(super) const CASES: &[Case] = &[
    // TAG-4.3.1: one at least.
    Case {
        rule: "auditor-missing",
        files: &[(
            A,
            "on: 2026-11-10\nby: wang-fang\nrecords:\n  - customer/acme\nstatus: finished\n",
        )],
        en: "note auditor-missing audits/aud-1.yaml:2:5 members at work who may review: 0; the policy asks for 1",
        zh: "note auditor-missing audits/aud-1.yaml:2:5 在职的数据审核人员 0 名，制度要求不少于 1 名",
        near: &[
            ("members/sun.yaml", "name: 孙丽\nemail: s@example.com\nrole: data_auditor\n"),
            (A, "on: 2026-11-10\nby: sun\nrecords:\n  - customer/acme\nstatus: finished\n"),
            ("audits/aud-2.yaml", "on: 2026-11-11\nby: wang-fang\n"),
        ],
    },
    // TAG-7.1.1: every 30 days.
    Case {
        rule: "supervision-overdue",
        files: &[(
            A,
            "on: 2026-10-21\nscope: supervision\nby: wang-fang\nrecords:\n  - customer/acme\nstatus: finished\n",
        )],
        en: "note supervision-overdue audits/aud-1.yaml:1:5 the last supervision was 31 days ago, on 2026-10-21; the policy asks for one every 30",
        zh: "note supervision-overdue audits/aud-1.yaml:1:5 上次监督检查在 31 天前（2026-10-21）；制度要求每 30 天一次",
        near: &[
            (
                A,
                "on: 2026-10-22\nscope: supervision\nby: wang-fang\nrecords:\n  - customer/acme\nstatus: finished\n",
            ),
            // A review is no supervision.
            ("members/sun.yaml", "name: 孙丽\nemail: s@example.com\nrole: data_auditor\n"),
            (
                "audits/aud-2.yaml",
                "on: 2026-01-10\nby: sun\nrecords:\n  - customer/acme\nstatus: finished\n",
            ),
        ],
    },
    Case {
        rule: "supervision-overdue",
        files: &[
            ("members/sun.yaml", "name: 孙丽\nemail: s@example.com\nrole: tag_supervisor\n"),
            // What is not finished is none.
            (A, "on: 2026-11-10\nscope: supervision\nby: sun\n"),
        ],
        en: "note supervision-overdue members/sun.yaml:1:1 holds a role that supervises, and no supervision is on record; the policy asks for one every 30 days",
        zh: "note supervision-overdue members/sun.yaml:1:1 担任监督岗位，但没有监督检查记录；制度要求每 30 天一次",
        near: &[(
            "members/sun.yaml",
            "name: 孙丽\nemail: s@example.com\nrole: tag_supervisor\nleft_on: 2026-11-01\n",
        )],
    },
    // TAG-7.1.3, TAG-4.3.2
    Case {
        rule: "notice-overdue",
        files: &[(N, "issued_on: 2026-11-09\nto: li-wei\nby: wang-fang\n\ndue: 2026-11-16\n")],
        en: "warning notice-overdue notices/ntc-1.yaml:5:6 li-wei has not put it right, 5 days after 2026-11-16",
        zh: "warning notice-overdue notices/ntc-1.yaml:5:6 li-wei 未按期整改，已超过 2026-11-16 5 天",
        near: &[(N, "issued_on: 2026-11-16\nto: li-wei\nby: wang-fang\n\ndue: 2026-11-21\n")],
    },
    // Five working days: from Friday the 13th to Friday the 20th.
    Case {
        rule: "notice-overdue",
        files: &[(
            N,
            "issued_on: 2026-11-09\nto: li-wei\nby: wang-fang\nresult: 已补填\n\ndue: 2026-11-16\nstatus: fixed\nfixed_on: 2026-11-13\n",
        )],
        en: "warning notice-overdue notices/ntc-1.yaml:7:9 put right on 2026-11-13, and nobody has seen it; the policy allows 5 working days",
        zh: "warning notice-overdue notices/ntc-1.yaml:7:9 2026-11-13 已整改，尚无人复查；制度限 5 个工作日",
        near: &[
            (
                N,
                "issued_on: 2026-11-09\nto: li-wei\nby: wang-fang\nresult: 已补填\n\ndue: 2026-11-16\nstatus: fixed\nfixed_on: 2026-11-16\n",
            ),
            (
                "notices/ntc-2.yaml",
                "issued_on: 2026-10-09\nto: li-wei\nby: wang-fang\nresult: 已补填\n\ndue: 2026-10-16\nstatus: verified\nfixed_on: 2026-10-16\nverified_by: wang-fang\n",
            ),
        ],
    },
    // TAG-4.1.1a: 31 days after somebody looked, in all groups; one finding for each who has some.
    Case {
        rule: "verification-due",
        files: &[
            (
                "tags/customer.vip.yaml",
                "label: {en: VIP, zh: 贵宾}\ntype: yes_no\ngroup: management\n",
            ),
            (
                "tags/customer.score.yaml",
                "label: {en: score, zh: 评分}\ntype: number\ngroup: credit\n",
            ),
            (
                "verifications/2026/10/ver-1.yaml",
                "on: 2026-10-20\nby: li-wei\nrecords:\n  - customer/acme\n  - customer/beta\n",
            ),
            (
                "verifications/2026/11/ver-2.yaml",
                "on: 2026-11-10\nby: li-wei\nrecords:\n  - customer/acme\n  - customer/beta\ngroups:\n  - credit\n",
            ),
        ],
        en: "note verification-due customers/acme.yaml:1:1 customers of li-wei that nobody has looked over for 31 days: 2; this one was due on 2026-11-20",
        zh: "note verification-due customers/acme.yaml:1:1 li-wei 的客户超过 31 天未核实：2 条；此条应在 2026-11-20 前核实",
        near: &[
            (
                "tags/customer.vip.yaml",
                "label: {en: VIP, zh: 贵宾}\ntype: yes_no\ngroup: management\n",
            ),
            (
                "tags/customer.score.yaml",
                "label: {en: score, zh: 评分}\ntype: number\ngroup: credit\n",
            ),
            (
                "verifications/2026/10/ver-1.yaml",
                "on: 2026-10-20\nby: li-wei\nrecords:\n  - customer/acme\n",
            ),
            (
                "verifications/2026/11/ver-2.yaml",
                "on: 2026-11-10\nby: li-wei\nrecords:\n  - customer/acme\ngroups:\n  - credit\n  - management\n",
            ),
            (
                "verifications/2026/11/ver-3.yaml",
                "on: 2026-10-21\nby: li-wei\nrecords:\n  - customer/beta\n",
            ),
        ],
    },
    // What is found wrong is due at once, until it is looked over again.
    Case {
        rule: "verification-due",
        files: &[
            (
                "verifications/2026/11/ver-1.yaml",
                "on: 2026-11-16\nby: li-wei\nrecords:\n  - customer/acme\n  - customer/beta\n",
            ),
            (
                "verifications/2026/11/ver-2.yaml",
                "on: 2026-11-18\nby: li-wei\nrecords:\n  - customer/acme\nexceptions:\n  - customer/acme\n",
            ),
        ],
        en: "note verification-due customers/acme.yaml:1:1 customers of li-wei that nobody has looked over for 31 days: 1; this one was due on 2026-11-17",
        zh: "note verification-due customers/acme.yaml:1:1 li-wei 的客户超过 31 天未核实：1 条；此条应在 2026-11-17 前核实",
        near: &[
            (
                "verifications/2026/11/ver-1.yaml",
                "on: 2026-11-18\nby: li-wei\nrecords:\n  - customer/acme\n  - customer/beta\nentered: {at: 2026-11-18T12:00:00+08:00}\n",
            ),
            (
                "verifications/2026/11/ver-2.yaml",
                "on: 2026-11-18\nby: li-wei\nrecords:\n  - customer/acme\nexceptions:\n  - customer/acme\nentered: {at: 2026-11-18T09:00:00+08:00}\n",
            ),
        ],
    },
    // TAG-4.1.2a: seven days, and a step of a deal counts.
    Case {
        rule: "verification-due",
        files: &[(
            "verifications/2026/11/ver-1.yaml",
            "on: 2026-11-13\nby: li-wei\nrecords:\n  - opportunity/acme-1\n",
        )],
        en: "note verification-due opportunities/acme-1.yaml:1:1 opportunities of li-wei that nobody has looked over for 7 days: 1; this one was due on 2026-11-20",
        zh: "note verification-due opportunities/acme-1.yaml:1:1 li-wei 的销售机会超过 7 天未核实：1 条；此条应在 2026-11-20 前核实",
        near: &[
            (
                "verifications/2026/11/ver-1.yaml",
                "on: 2026-11-14\nby: li-wei\nrecords:\n  - opportunity/acme-1\n",
            ),
            (
                "opportunities/beta-1.yaml",
                "customer: beta\nname: B\nstage: potential\nowner: li-wei\nmoves:\n  - {on: 2026-11-14, by: li-wei, stage: potential}\n",
            ),
        ],
    },
    // TAG-3.2.2b: an audit, and what follows it, goes by date.
    Case {
        rule: "dates-disordered",
        files: &[(
            N,
            "issued_on: 2026-11-16\nto: li-wei\nresult: 已改\nstatus: fixed\nmoves:\n  - {on: 2026-11-12, by: li-wei, status: fixed}\n",
        )],
        en: "error dates-disordered notices/ntc-1.yaml:6:10 2026-11-12 stands after 2026-11-16; steps go by date",
        zh: "error dates-disordered notices/ntc-1.yaml:6:10 2026-11-12 排在 2026-11-16 之后；各步骤应按日期排列",
        near: &[(
            N,
            "issued_on: 2026-11-16\nto: li-wei\nresult: 已改\nstatus: fixed\nmoves:\n  - {on: 2026-11-16, by: li-wei, status: fixed}\n",
        )],
    },
    Case {
        rule: "dated-in-future",
        files: &[("verifications/2026/11/ver-1.yaml", "on: 2026-11-22\nby: li-wei\n")],
        en: "error dated-in-future verifications/2026/11/ver-1.yaml:1:5 2026-11-22 is after today (2026-11-21)",
        zh: "error dated-in-future verifications/2026/11/ver-1.yaml:1:5 2026-11-22 晚于今天（2026-11-21）",
        near: &[("verifications/2026/11/ver-1.yaml", "on: 2026-11-21\nby: li-wei\n")],
    },
    Case {
        rule: "rate-repeated",
        files: &[
            ("rates/2026-10.yaml", "period: 2026-10\nrates:\n  - {currency: USD, rate: 7.1}\n"),
            (
                "rates/a1.yaml",
                "period: 2026-10\nrates:\n  - {currency: EUR, rate: 8}\n  - {currency: USD, rate: 20}\n",
            ),
        ],
        en: "error rate-repeated rates/a1.yaml:4:16 rate/2026-10 has a rate of USD for the same time already",
        zh: "error rate-repeated rates/a1.yaml:4:16 rate/2026-10 已有同一期间的 USD 汇率",
        near: &[
            ("rates/2026-10.yaml", "period: 2026-10\nrates:\n  - {currency: USD, rate: 7.1}\n"),
            ("rates/2026-q4.yaml", "period: 2026-q4\nrates:\n  - {currency: USD, rate: 7}\n"),
            ("rates/a1.yaml", "period: 2026-10\nrates:\n  - {currency: EUR, rate: 8}\n"),
        ],
    },
];
