//! Tickets that lack what a gate asks for, and such as have it.

use super::{Case, Files};

const T: &str = "tickets/p.yaml";
const O: &str = "orders/p.yaml";

const LET: Files = &[
    (T, "customer: acme\nsatisfaction: {score: 2, asked_on: 2026-11-20}\n"),
    (
        "approvals/a.yaml",
        "subject: ticket/p\nwhat: ticket_close\nverdict: approved\nby: wang-fang\non: 2026-11-21\n\
         note: 客户要求的功能不在合同之内\n",
    ),
];

pub(super) const CASES: &[Case] = &[
    // OPS-1.1, OPS-6.1.1
    Case {
        gate: "ticket-owned",
        lacking: &[(T, "customer: acme\n")],
        says: &[[
            "nobody answers for it",
            "缺少负责人",
            "salesops ticket transfer ticket/p owner=MEMBER",
        ]],
        content: &[&[(T, "customer: acme\nowner: li-wei\n")]],
    },
    // OPS-6.2.1, OPS-6.2.2
    Case {
        gate: "ticket-solved",
        lacking: &[(T, "customer: acme\ncomplexity: complex\nmode: phone\n")],
        says: &[
            ["why it happened is missing", "缺少原因分析", "salesops set ticket/p analysis=TEXT"],
            ["what was done is missing", "缺少解决方案", "salesops set ticket/p solution=TEXT"],
            [
                "who solves the complex problem is missing",
                "缺少处理复杂问题的技术人员",
                "salesops set ticket/p technician=MEMBER",
            ],
            [
                "a complex problem is solved on site or remotely",
                "复杂问题应上门或远程解决",
                "salesops set ticket/p mode=onsite",
            ],
        ],
        content: &[
            &[(T, "customer: acme\nanalysis: 缓存过期\nsolution: 已更新补丁\nmode: phone\n")],
            &[(
                T,
                "customer: acme\ncomplexity: complex\nanalysis: 缓存过期\nsolution: 已更新补丁\n\
                 technician: li-wei\nmode: remote\n",
            )],
        ],
    },
    // ITS-7.2.2, DEV-SVC-3.3.5
    Case {
        gate: "ticket-fed-back",
        lacking: &[(T, "customer: acme\n")],
        says: &[[
            "the customer was not told the result",
            "尚未向客户反馈结果",
            "salesops set ticket/p feedback_to_customer.channel=TEXT",
        ]],
        content: &[&[(T, "customer: acme\nfeedback_to_customer: {channel: 电话}\n")]],
    },
    // OPS-6.2.3, TEL-4.3.2: content, or asked five working days ago, or a supervisor says yes and why.
    Case {
        gate: "ticket-content",
        lacking: &[(T, "customer: acme\n")],
        says: &[[
            "the customer was not asked how content it is",
            "尚未询问客户满意度",
            "salesops set ticket/p satisfaction.score=1-5",
        ]],
        content: &[
            &[(T, "customer: acme\nsatisfaction: {score: 3}\n")],
            &[(T, "customer: acme\nsatisfaction: {asked_on: 2026-11-13}\n")],
            LET,
        ],
    },
    Case {
        gate: "ticket-content",
        lacking: &[(T, "customer: acme\nsatisfaction: {asked_on: 2026-11-17}\n")],
        says: &[[
            "the customer was asked on 2026-11-17 and has 5 working days to answer",
            "已于 2026-11-17 询问客户，客户可在 5 个工作日内答复",
            "salesops set ticket/p satisfaction.score=1-5",
        ]],
        content: &[],
    },
    // A yes without a reason is none.
    Case {
        gate: "ticket-content",
        lacking: &[
            (T, "customer: acme\nsatisfaction: {score: 2, asked_on: 2026-11-20}\n"),
            (
                "approvals/a.yaml",
                "subject: ticket/p\nwhat: ticket_close\nverdict: approved\nby: wang-fang\non: 2026-11-21\n",
            ),
        ],
        says: &[[
            "the customer gives 2; below 3 it is opened again, or a supervisor approves the closing by a note",
            "客户评分为 2，低于 3；应重新打开，或由主管注明原因批准关闭",
            "salesops ticket reopen ticket/p --reason TEXT",
        ]],
        content: &[],
    },
    // OPS-5.4.2
    Case {
        gate: "tickets-settled",
        lacking: &[
            (O, "customer: acme\nstatus: accepted\n"),
            ("tickets/a.yaml", "order: p\ncustomer: acme\nstatus: resolved\n"),
            ("tickets/b.yaml", "order: p\ncustomer: acme\nstatus: closed\n"),
            ("tickets/c.yaml", "customer: acme\n"),
        ],
        says: &[["ticket/a is still open", "ticket/a 尚未办结", "salesops show ticket/a"]],
        content: &[
            &[
                (O, "customer: acme\nstatus: accepted\n"),
                ("tickets/b.yaml", "order: p\ncustomer: acme\nstatus: closed\n"),
            ],
            &[
                (O, "customer: acme\nstatus: closed\n"),
                ("tickets/a.yaml", "order: p\ncustomer: acme\n"),
            ],
        ],
    },
    // OPS-5.4.2: an objection holds the deal back, a later repair does not.
    Case {
        gate: "delivery-accepted",
        lacking: &[
            (super::D, "stage: contract\namount: 480000\n"),
            (
                O,
                "opportunity: d\ncustomer: acme\nstatus: accepted\n\
                 acceptance: {by: c-1, result: passed, on: 2026-11-10}\n",
            ),
            ("tickets/a.yaml", "order: p\ncustomer: acme\nopened_at: 2026-11-10T09:00:00+08:00\n"),
            ("tickets/b.yaml", "order: p\ncustomer: acme\nopened_at: 2026-11-11T09:00:00+08:00\n"),
        ],
        says: &[["ticket/a is still open", "ticket/a 尚未办结", "salesops show ticket/a"]],
        content: &[],
    },
];
