//! Activities that lack what a gate asks for, and such as have it.

use super::{Case, D, Files};

const V: &str = "activities/p.yaml";
const POOR: (&str, &str) =
    ("activities/a.yaml", "type: visit\non: 2026-11-10\ncustomer: acme\neffect: poor\n");
const KEY: (&str, &str) = ("customers/key.yaml", "name: Key\nkey_account: true\n");
const QUIET: (&str, &str) = (
    "customers/quiet.yaml",
    "name: Quiet\ncontacts:\n  - id: c-1\n    name: 张三\n    do_not_call: true\n  \
     - id: c-2\n    name: 李四\n",
);

const TELE: (&str, &str) = ("members/tele.yaml", "name: 周琳\nrole: telesales_rep\n");

const FINE: &[Files] = &[
    &[QUIET, (V, "type: call\non: 2026-11-20\ncustomer: quiet\nmet:\n  - 李四\n")],
    &[QUIET, (V, "type: call\non: 2026-11-20\ncustomer: quiet\n")],
    &[QUIET, (V, "type: call\non: 2026-11-20\ncustomer: quiet\ninbound: true\nmet:\n  - c-1\n")],
    &[QUIET, (V, "type: visit\non: 2026-11-20\ncustomer: quiet\nmet:\n  - c-1\n")],
];

pub(super) const CASES: &[Case] = &[
    // OPS-3.4.1
    Case {
        gate: "visit-prepared",
        lacking: &[KEY, (V, "type: visit\non: 2026-11-20\ncustomer: key\n")],
        says: &[
            [
                "Key is a key customer; what the visit was to achieve is missing",
                "Key 是重点客户，缺少拜访的目的",
                "salesops log visit customer/key TEXT prep.objective=TEXT",
            ],
            [
                "Key is a key customer; the talking points are missing",
                "Key 是重点客户，缺少谈话要点",
                "salesops log visit customer/key TEXT prep.talking_points+=TEXT",
            ],
        ],
        content: &[
            &[
                KEY,
                (
                    V,
                    "type: visit\non: 2026-11-20\ncustomer: key\nprep: {objective: 签约, talking_points: [价格]}\n",
                ),
            ],
            &[KEY, (V, "type: call\non: 2026-11-20\ncustomer: key\n")],
            &[(V, "type: visit\non: 2026-11-20\ncustomer: acme\n")],
            &[
                KEY,
                (
                    "tasks/t.yaml",
                    "what: 拜访\nsubject: customer/key\nobjective: 签约\ndue: 2026-11-19\n",
                ),
                (V, "type: visit\non: 2026-11-20\ncustomer: key\nprep: {talking_points: [价格]}\n"),
            ],
            &[
                KEY,
                ("salesops.toml", "format = 1\n[visit]\nprep_required = false\n"),
                (V, "type: visit\non: 2026-11-20\ncustomer: key\n"),
            ],
        ],
    },
    // A task of long ago planned another visit.
    Case {
        gate: "visit-prepared",
        lacking: &[
            KEY,
            (
                "tasks/t.yaml",
                "what: 拜访\nsubject: customer/key\nobjective: 签约\ndue: 2026-01-19\n",
            ),
            (V, "type: visit\non: 2026-11-20\ncustomer: key\nprep: {talking_points: [价格]}\n"),
        ],
        says: &[[
            "Key is a key customer; what the visit was to achieve is missing",
            "Key 是重点客户，缺少拜访的目的",
            "salesops log visit customer/key TEXT prep.objective=TEXT",
        ]],
        content: &[],
    },
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
    // TEL-3.2.2, TEL-3.3.1
    Case {
        gate: "call-scripted",
        lacking: &[
            TELE,
            ("scripts/cold.yaml", "name: 首次电话\nstatus: released\n"),
            (V, "type: call\non: 2026-11-20\ncustomer: acme\nmember: tele\n"),
        ],
        says: &[[
            "telesales call by a script, and none is named",
            "电话销售应按话术通话，未写明所用话术",
            "salesops log call customer/acme TEXT script=ID",
        ]],
        content: &[
            &[
                TELE,
                ("scripts/cold.yaml", "name: 首次电话\nstatus: released\n"),
                (V, "type: call\non: 2026-11-20\ncustomer: acme\nmember: tele\nscript: cold\n"),
            ],
            &[
                ("scripts/cold.yaml", "name: 首次电话\nstatus: released\n"),
                (V, "type: call\non: 2026-11-20\ncustomer: acme\nmember: li-wei\n"),
            ],
            &[TELE, (V, "type: call\non: 2026-11-20\ncustomer: acme\nmember: tele\n")],
        ],
    },
    Case {
        gate: "call-scripted",
        lacking: &[
            ("scripts/cold.yaml", "name: 首次电话\n"),
            (V, "type: call\non: 2026-11-20\nlead: l\nmember: li-wei\nscript: cold\n"),
        ],
        says: &[[
            "the script `首次电话` is not released",
            "话术 `首次电话` 未发布",
            "salesops log call lead/l TEXT script=ID",
        ]],
        content: &[],
    },
    // TEL-5.2.1, TEL-1.3.3
    Case {
        gate: "script-complete",
        lacking: &[(
            "scripts/p.yaml",
            "name: 首次电话\nreplies:\n  - {type: price, answer: 最低价}\n",
        )],
        says: &[
            ["the text is missing", "缺少正文", "salesops set script/p body=TEXT"],
            [
                "`最低价` is forbidden (`script.forbidden_words`)",
                "`最低价` 是禁用词（`script.forbidden_words`）",
                "salesops set script/p replies.0.answer=TEXT",
            ],
        ],
        content: &[&[("scripts/p.yaml", "name: 首次电话\nbody: 请问您现在方便吗\n")]],
    },
    // OPS-4.3.1b: its own, its customer's, or the lead's that it was.
    Case {
        gate: "follow-up-plan",
        lacking: &[
            (D, "customer: acme\nlead: l\nstage: interested\ngrade: B\n"),
            ("leads/l.yaml", "name: Acme\n"),
            ("plans/a.yaml", "subject: customer/dealer\n"),
            ("plans/b.yaml", "subject: customer/acme\nstatus: dropped\n"),
        ],
        says: &[[
            "a deal of grade B has no plan",
            "B 级机会没有跟进计划",
            "salesops add plan subject=opportunity/d goal=TEXT strategy=TEXT",
        ]],
        content: &[
            &[(D, "customer: acme\nstage: interested\ngrade: A\n")],
            &[
                (D, "customer: acme\nstage: interested\ngrade: B\n"),
                ("plans/a.yaml", "subject: opportunity/d\n"),
            ],
            &[
                (D, "customer: acme\nstage: interested\ngrade: B\n"),
                ("plans/a.yaml", "subject: customer/acme\nstatus: done\n"),
            ],
            &[
                (D, "lead: l\nstage: interested\ngrade: B\n"),
                ("leads/l.yaml", "name: Acme\n"),
                ("plans/a.yaml", "subject: lead/l\n"),
            ],
        ],
    },
    // OPS-3.1.1
    Case {
        gate: "plan-steps-done",
        lacking: &[(
            "plans/p.yaml",
            "subject: customer/acme\nsteps:\n  - {what: 演示, done: 2026-11-01}\n  - {what: 试点}\n",
        )],
        says: &[[
            "the step `试点` is not done",
            "步骤 `试点` 尚未完成",
            "salesops set plan/p steps.1.done=DATE",
        ]],
        content: &[&[("plans/p.yaml", "subject: customer/acme\n")]],
    },
];
