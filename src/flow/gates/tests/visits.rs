//! Activities that lack what a gate asks for, and such as have it.

use super::{Case, Files};

const V: &str = "activities/p.yaml";
const POOR: (&str, &str) =
    ("activities/a.yaml", "type: visit\non: 2026-11-10\ncustomer: acme\neffect: poor\n");
const QUIET: (&str, &str) = (
    "customers/quiet.yaml",
    "name: Quiet\ncontacts:\n  - id: c-1\n    name: 张三\n    do_not_call: true\n  \
     - id: c-2\n    name: 李四\n",
);

const FINE: &[Files] = &[
    &[QUIET, (V, "type: call\non: 2026-11-20\ncustomer: quiet\nmet:\n  - 李四\n")],
    &[QUIET, (V, "type: call\non: 2026-11-20\ncustomer: quiet\n")],
    &[QUIET, (V, "type: call\non: 2026-11-20\ncustomer: quiet\ninbound: true\nmet:\n  - c-1\n")],
    &[QUIET, (V, "type: visit\non: 2026-11-20\ncustomer: quiet\nmet:\n  - c-1\n")],
];

pub(super) const CASES: &[Case] = &[
    // DEV-5.9.1, DEV-5.9.3
    Case {
        gate: "revisit-analysed",
        lacking: &[POOR, (V, "type: visit\non: 2026-11-20\ncustomer: acme\n")],
        says: &[
            [
                "the visit of 2026-11-10 went poorly; why is missing",
                "2026-11-10 的拜访效果差，缺少对它的分析",
                "salesops log visit customer/acme TEXT analysis=TEXT",
            ],
            [
                "the visit of 2026-11-10 went poorly; how this one set about it anew is missing",
                "2026-11-10 的拜访效果差，缺少本次的新重点",
                "salesops log visit customer/acme TEXT new_focus=TEXT",
            ],
        ],
        content: &[
            &[
                POOR,
                (
                    V,
                    "type: visit\non: 2026-11-20\ncustomer: acme\nanalysis: 太贵\nnew_focus: 租用\n",
                ),
            ],
            &[POOR, (V, "type: call\non: 2026-11-20\ncustomer: acme\n")],
            &[POOR, (V, "type: visit\non: 2026-11-20\ncustomer: dealer\n")],
            &[
                POOR,
                ("activities/b.yaml", "type: visit\non: 2026-11-12\ncustomer: acme\n"),
                (V, "type: visit\non: 2026-11-20\ncustomer: acme\n"),
            ],
        ],
    },
    Case {
        gate: "contact-willing",
        lacking: &[
            QUIET,
            (V, "type: sms\non: 2026-11-20\ncustomer: quiet\nmet:\n  - 李四\n  - c-1\n"),
        ],
        says: &[[
            "张三 does not want to be called; if it was 张三 who called, say so",
            "张三 不希望接到电话；若为对方主动联系，请写明",
            "salesops log sms customer/quiet TEXT inbound=yes",
        ]],
        content: FINE,
    },
];
