//! Audits and notices that lack what a gate asks for, and such as have it.

use super::{Case, Files};

const A: &str = "audits/p.yaml";
const N: &str = "notices/p.yaml";
const SUN: (&str, &str) = ("members/sun.yaml", "name: 孙丽\nextra_roles:\n  - data_auditor\n");
const OF_LI: (&str, &str) =
    ("customers/beta.yaml", "name: Beta\nentered: {at: 2026-11-12T09:00:00+08:00, by: li-wei}\n");
const OF_SUN: (&str, &str) =
    ("customers/gamma.yaml", "name: Gamma\nentered: {at: 2026-09-12T09:00:00+08:00, by: sun}\n");
const DONE: Files = &[SUN, OF_LI, (A, "on: 2026-11-20\nby: sun\nrecords:\n  - customer/beta\n")];

pub(super) const CASES: &[Case] = &[
    // TAG-4.3.2, TAG-7.1.2
    Case {
        gate: "audit-sampled",
        lacking: &[SUN, OF_LI, OF_SUN, (A, "on: 2026-11-20\nby: sun\nperiod: 2026-09\n")],
        says: &[[
            "from 2026-09-01 to 2026-09-30 there are no records left that others entered or moved",
            "2026-09-01 至 2026-09-30 没有尚未抽取的、由他人录入或变动的记录",
            "salesops set audit/p period=PERIOD",
        ]],
        content: &[&[SUN, OF_LI, (A, "on: 2026-11-20\nby: sun\n")]],
    },
    Case {
        gate: "audit-sampled",
        lacking: &[
            SUN,
            OF_LI,
            ("customers/acme.yaml", "name: Acme\nmoves:\n  - {on: 2026-10-08, owner: li-wei}\n"),
            (A, "on: 2026-11-20\nby: sun\nperiod: 2026-10\nrecords:\n  - customer/acme\n"),
        ],
        says: &[[
            "from 2026-10-01 to 2026-10-31 there are no records left that others entered or moved",
            "2026-10-01 至 2026-10-31 没有尚未抽取的、由他人录入或变动的记录",
            "salesops set audit/p period=PERIOD",
        ]],
        content: &[],
    },
    // TAG-4.3.2: what is found has somebody who mends it.
    Case {
        gate: "audit-complete",
        lacking: &[
            SUN,
            (
                A,
                "on: 2026-11-20\nby: sun\nfindings:\n  - {record: customer/acme, problem: 行业有误}\n",
            ),
        ],
        says: &[
            ["it looked at no record", "没有检查任何记录", "salesops audit draw audit/p"],
            [
                "something was found in customer/acme, which is not among the records looked at",
                "customer/acme 有发现的问题，但不在抽查记录中",
                "salesops set audit/p records+=customer/acme",
            ],
            [
                "nobody is named who mends what was found in customer/acme",
                "customer/acme 的问题没有整改人",
                "salesops set audit/p findings.customer/acme.who=MEMBER",
            ],
        ],
        content: &[
            DONE,
            &[
                SUN,
                (
                    A,
                    "on: 2026-11-20\nby: sun\nrecords:\n  - customer/acme\nfindings:\n  \
                     - {record: customer/acme, problem: 行业有误, who: li-wei}\n",
                ),
            ],
        ],
    },
    // Two about one record are told apart by their places; who has left mends nothing.
    Case {
        gate: "audit-complete",
        lacking: &[
            SUN,
            ("members/gone.yaml", "name: 离职\nleft_on: 2026-11-01\n"),
            (
                A,
                "on: 2026-11-20\nby: sun\nrecords:\n  - customer/acme\nfindings:\n  \
                 - {record: customer/acme, problem: 行业有误, who: li-wei}\n  \
                 - {record: customer/acme, problem: 地址过期, who: gone}\n",
            ),
        ],
        says: &[[
            "nobody is named who mends what was found in customer/acme",
            "customer/acme 的问题没有整改人",
            "salesops set audit/p findings.1.who=MEMBER",
        ]],
        content: &[],
    },
    // TAG-4.3.1: nobody else closes it.
    Case {
        gate: "audit-entitled",
        lacking: &[
            SUN,
            OF_LI,
            (A, "on: 2026-11-20\nby: sun\nrecords:\n  - customer/beta\nfinished_by: wang-fang\n"),
        ],
        says: &[[
            "it is sun's to finish, not wang-fang's",
            "应由审核人 sun 完成，而不是 wang-fang",
            "salesops audit finish audit/p --as sun",
        ]],
        content: &[DONE],
    },
    // TAG-4.3.1
    Case {
        gate: "audit-entitled",
        lacking: &[
            OF_LI,
            (A, "on: 2026-11-20\nscope: supervision\nby: li-wei\nrecords:\n  - customer/beta\n"),
        ],
        says: &[
            [
                "li-wei does not hold a role that audits (tag supervisor)",
                "li-wei 不担任审核岗位（标签监督员）",
                "salesops set member/li-wei extra_roles+=tag_supervisor",
            ],
            [
                "li-wei entered customer/beta: nobody audits what they entered",
                "customer/beta 由 li-wei 录入：不得审核自己录入的记录",
                "salesops set audit/p records-=customer/beta",
            ],
        ],
        content: &[DONE],
    },
    // TAG-7.1.3
    Case {
        gate: "notice-answered",
        lacking: &[(N, "issued_on: 2026-11-20\nto: li-wei\n")],
        says: &[["what was done is missing", "缺少整改情况", "salesops set notice/p result=TEXT"]],
        content: &[&[(N, "issued_on: 2026-11-20\nto: li-wei\nresult: 已更正\n")]],
    },
    Case {
        gate: "notice-verified",
        lacking: &[(
            N,
            "issued_on: 2026-11-20\nto: li-wei\nby: sun\nresult: 已更正\nverified_by: li-wei\n",
        )],
        says: &[[
            "nobody verifies their own mending",
            "不得复查自己的整改",
            "salesops notice verify notice/p --as MEMBER",
        ]],
        content: &[
            &[(N, "issued_on: 2026-11-20\nto: li-wei\nby: wang-fang\nverified_by: wang-fang\n")],
            &[SUN, (N, "issued_on: 2026-11-20\nto: li-wei\nby: wang-fang\nverified_by: sun\n")],
        ],
    },
    Case {
        gate: "notice-verified",
        lacking: &[
            SUN,
            (N, "issued_on: 2026-11-20\nto: li-wei\nby: sun\nverified_by: wang-fang\n"),
        ],
        says: &[[
            "it is for who issued it, or who may audit",
            "应由签发人或审核岗位复查",
            "salesops notice verify notice/p --as MEMBER",
        ]],
        content: &[],
    },
    // Who put it right for another does not see it either.
    Case {
        gate: "notice-verified",
        lacking: &[(
            N,
            "issued_on: 2026-11-20\nto: li-wei\nby: wang-fang\nfixed_by: wang-fang\nverified_by: wang-fang\n",
        )],
        says: &[[
            "nobody verifies their own mending",
            "不得复查自己的整改",
            "salesops notice verify notice/p --as MEMBER",
        ]],
        content: &[],
    },
    // TAG-4.3.2: who is told, or a superior.
    Case {
        gate: "notice-own",
        lacking: &[(N, "issued_on: 2026-11-20\nto: li-wei\nfixed_by: zhao-min\n")],
        says: &[[
            "it is for li-wei, or a superior of theirs",
            "应由 li-wei 或其上级办理",
            "salesops notice fix notice/p --as li-wei",
        ]],
        content: &[
            &[(N, "issued_on: 2026-11-20\nto: li-wei\nfixed_by: li-wei\n")],
            &[
                ("members/li-wei.yaml", "name: 李伟\nreports_to: wang-fang\n"),
                (N, "issued_on: 2026-11-20\nto: li-wei\nfixed_by: wang-fang\n"),
            ],
        ],
    },
    Case {
        gate: "notice-withdrawn",
        lacking: &[(N, "issued_on: 2026-11-20\nto: li-wei\nby: wang-fang\nwithdrawn_by: li-wei\n")],
        says: &[[
            "it is for who issued it, or who may audit",
            "应由签发人或审核岗位办理",
            "salesops notice withdraw notice/p --reason TEXT --as MEMBER",
        ]],
        content: &[&[(
            N,
            "issued_on: 2026-11-20\nto: li-wei\nby: wang-fang\nwithdrawn_by: wang-fang\n",
        )]],
    },
];
