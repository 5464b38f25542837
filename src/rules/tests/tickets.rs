//! Rules about tickets. 2026-11-18 is a Wednesday, today a Saturday.

use super::Case;

const T: &str = "tickets/tic-1.yaml";

pub(super) const CASES: &[Case] = &[
    // OPS-6.2.3
    Case {
        rule: "ticket-follow-up-late",
        files: &[(T, "customer: acme\nstatus: resolved\nresolved_at: 2026-11-17T10:00:00+08:00\n")],
        en: "warning ticket-follow-up-late tickets/tic-1.yaml:3:14 the customer was to be asked by 2026-11-20 how content it is",
        zh: "warning ticket-follow-up-late tickets/tic-1.yaml:3:14 应于 2026-11-20 前询问客户满意度",
        near: &[
            (T, "customer: acme\nstatus: resolved\nresolved_at: 2026-11-18T10:00:00+08:00\n"),
            (
                "tickets/tic-2.yaml",
                "customer: acme\nstatus: resolved\nresolved_at: 2026-11-10T10:00:00+08:00\n\
                 satisfaction: {asked_on: 2026-11-11}\n",
            ),
        ],
    },
    // OPS-6.2.2, OPS-6.1.2, TEL-4.3.2, DEV-SVC-3.3.5: three working days, five for a major one; 48 hours later it goes up.
    Case {
        rule: "ticket-resolution-late",
        files: &[
            (T, "customer: acme\nopened_at: 2026-11-17T10:00:00+08:00\nowner: li-wei\n"),
            (
                "tickets/tic-2.yaml",
                "customer: acme\nopened_at: 2026-11-13T10:00:00+08:00\nowner: li-wei\nstatus: responded\n",
            ),
        ],
        en: "warning ticket-resolution-late tickets/tic-1.yaml:1:1 not solved; due on 2026-11-20\n\
             warning ticket-resolution-late tickets/tic-2.yaml:1:1 not solved; due on 2026-11-18; more than 48 hours over: it is for wang-fang now",
        zh: "warning ticket-resolution-late tickets/tic-1.yaml:1:1 尚未解决，应于 2026-11-20 前解决\n\
             warning ticket-resolution-late tickets/tic-2.yaml:1:1 尚未解决，应于 2026-11-18 前解决；超时逾 48 小时，应由 wang-fang 处理",
        near: &[
            (T, "customer: acme\nopened_at: 2026-11-18T10:00:00+08:00\n"),
            (
                "tickets/tic-2.yaml",
                "customer: acme\nopened_at: 2026-11-16T10:00:00+08:00\nseverity: major\n",
            ),
            (
                "tickets/tic-3.yaml",
                "customer: acme\nopened_at: 2026-11-01T10:00:00+08:00\nstatus: resolved\n",
            ),
        ],
    },
    // OPS-6.2.1: 24 working hours; ITS-7.2.2, DEV-SVC-3.3.5: four for a complaint.
    Case {
        rule: "ticket-response-late",
        files: &[
            (T, "customer: acme\nopened_at: 2026-11-19T10:00:00+08:00\n"),
            (
                "tickets/tic-2.yaml",
                "customer: acme\ntype: complaint\nopened_at: 2026-11-20T10:00:00+08:00\n",
            ),
        ],
        en: "warning ticket-response-late tickets/tic-1.yaml:1:1 nobody has answered; due 2026-11-20 10:00\n\
             warning ticket-response-late tickets/tic-2.yaml:1:1 nobody has answered; due 2026-11-20 14:00",
        zh: "warning ticket-response-late tickets/tic-1.yaml:1:1 尚未响应，应于 2026-11-20 10:00 前响应\n\
             warning ticket-response-late tickets/tic-2.yaml:1:1 尚未响应，应于 2026-11-20 14:00 前响应",
        near: &[
            (T, "customer: acme\nopened_at: 2026-11-20T10:00:00+08:00\n"),
            (
                "tickets/tic-2.yaml",
                "customer: acme\nopened_at: 2026-11-18T10:00:00+08:00\nstatus: responded\n\
                 first_response_at: 2026-11-18T11:00:00+08:00\n",
            ),
            ("tickets/tic-3.yaml", "customer: acme\n"),
        ],
    },
];
