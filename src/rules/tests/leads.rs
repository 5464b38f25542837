//! Rules about leads and tasks.

use super::Case;

pub(super) const CASES: &[Case] = &[
    // OPS-2.3.4
    Case {
        rule: "lead-abandoned-silently",
        files: &[("leads/lead-1.yaml", "name: A\nstatus: abandoned\n")],
        en: "error lead-abandoned-silently leads/lead-1.yaml:2:9 abandoned, but nobody says why",
        zh: "error lead-abandoned-silently leads/lead-1.yaml:2:9 已放弃，但未写明原因",
        near: &[
            ("leads/lead-1.yaml", "name: A\nstatus: abandoned\nabandon_reason: 已停业\n"),
            ("leads/lead-2.yaml", "name: B\nstatus: nurturing\n"),
        ],
    },
    // OPS-2.2.2: too short, or a placeholder that is long enough in characters.
    Case {
        rule: "lead-need-vague",
        files: &[
            ("leads/lead-1.yaml", "name: A\nneed: 要系统\n"),
            ("leads/lead-2.yaml", "name: B\nneed: Unknown\n"),
        ],
        en: "warning lead-need-vague leads/lead-1.yaml:2:7 the need says too little; at least 8 characters\n\
             warning lead-need-vague leads/lead-2.yaml:2:7 the need says too little; at least 8 characters",
        zh: "warning lead-need-vague leads/lead-1.yaml:2:7 需求写得太少，至少 8 个字\n\
             warning lead-need-vague leads/lead-2.yaml:2:7 需求写得太少，至少 8 个字",
        near: &[
            ("leads/lead-1.yaml", "name: A\nneed: 打通仓储与财务数据\n"),
            ("leads/lead-2.yaml", "name: B\nneed: 待定\nstatus: abandoned\nabandon_reason: 停业\n"),
            (
                "leads/lead-3.yaml",
                "name: C\nneed: 待定\nimported: {from: f.csv, key: \"1\", on: 2026-11-20}\n",
            ),
        ],
    },
    // OPS-2.1.3
    Case {
        rule: "lead-unscreened",
        files: &[
            ("leads/lead-1.yaml", "name: A\nsource: forum\ngrade: mid\n"),
            (
                "leads/lead-2.yaml",
                "name: B\nsource: forum\nprescreen: {passed: false}\ngrade: low\n",
            ),
        ],
        en: "warning lead-unscreened leads/lead-1.yaml:3:8 graded without a first look that it passed\n\
             warning lead-unscreened leads/lead-2.yaml:4:8 graded without a first look that it passed",
        zh: "warning lead-unscreened leads/lead-1.yaml:3:8 未通过初步筛选即已评级\n\
             warning lead-unscreened leads/lead-2.yaml:4:8 未通过初步筛选即已评级",
        near: &[
            ("leads/lead-1.yaml", "name: A\nsource: forum\n"),
            (
                "leads/lead-2.yaml",
                "name: B\nsource: forum\nprescreen: {passed: true}\ngrade: low\n",
            ),
            ("leads/lead-3.yaml", "name: C\nsource: exhibition\ngrade: low\n"),
        ],
    },
    // OPS-2.1.2
    Case {
        rule: "referrer-missing",
        files: &[("leads/lead-1.yaml", "name: A\nsource: customer_referral\n")],
        en: "warning referrer-missing leads/lead-1.yaml:2:9 nobody is named who referred it",
        zh: "warning referrer-missing leads/lead-1.yaml:2:9 没有写明推荐人",
        near: &[
            ("leads/lead-1.yaml", "name: A\nsource: customer_referral\nreferrer: customer/acme\n"),
            ("leads/lead-2.yaml", "name: B\nsource: walk_in\n"),
        ],
    },
    // OPS-1.1, OPS-2.3.3: a lead that somebody works, not one that waits to be assigned.
    Case {
        rule: "next-step-missing",
        files: &[("leads/lead-1.yaml", "name: A\nowner: li-wei\n")],
        en: "warning next-step-missing leads/lead-1.yaml:1:1 no next step is planned",
        zh: "warning next-step-missing leads/lead-1.yaml:1:1 没有下一步安排",
        near: &[
            ("leads/lead-1.yaml", "name: A\nowner: li-wei\nnext: {on: 2026-11-24}\n"),
            ("leads/lead-2.yaml", "name: B\n"),
            ("leads/lead-3.yaml", "name: C\nstatus: converted\nowner: li-wei\n"),
        ],
    },
    // OPS-1.1: a lead whose owner has left.
    Case {
        rule: "owner-left",
        files: &[
            ("members/zhou.yaml", "name: 周强\nleft_on: 2026-10-31\n"),
            ("leads/lead-1.yaml", "name: A\nowner: zhou\n"),
        ],
        en: "warning owner-left leads/lead-1.yaml:2:8 周强 does not work here any more",
        zh: "warning owner-left leads/lead-1.yaml:2:8 周强 已不在职",
        near: &[
            ("members/zhou.yaml", "name: 周强\nleft_on: 2026-10-31\n"),
            ("leads/lead-1.yaml", "name: A\nstatus: converted\nowner: zhou\n"),
        ],
    },
    // TAG-5.2.2b
    Case {
        rule: "task-overdue",
        files: &[("tasks/task-1.yaml", "what: 准备演示\nwho: li-wei\ndue: 2026-11-18\n")],
        en: "warning task-overdue tasks/task-1.yaml:3:6 overdue since 2026-11-18",
        zh: "warning task-overdue tasks/task-1.yaml:3:6 2026-11-18 到期，尚未完成",
        near: &[
            (
                "tasks/task-1.yaml",
                "what: 准备演示\nwho: li-wei\ndue: 2026-11-18\ndone: 2026-11-20\n",
            ),
            ("tasks/task-2.yaml", "what: 准备演示\nwho: li-wei\ndue: 2026-11-21\n"),
        ],
    },
    // DEV-REG-1, OPS-2.3.4
    Case {
        rule: "keeping-ends",
        files: &[(
            "customers/idle.yaml",
            "name: Idle\nowner: li-wei\nentered: {at: 2026-05-30T09:00:00+08:00}\n",
        )],
        en: "note keeping-ends customers/idle.yaml:2:8 kept for its owner until 2026-11-26, then anybody's",
        zh: "note keeping-ends customers/idle.yaml:2:8 为负责人保留至 2026-11-26，此后收回公海",
        near: &[
            // Kept for weeks yet; over already; exempt; from another system.
            (
                "customers/idle.yaml",
                "name: Idle\nowner: li-wei\nentered: {at: 2026-07-30T09:00:00+08:00}\n",
            ),
            (
                "customers/over.yaml",
                "name: Over\nowner: li-wei\nentered: {at: 2026-01-30T09:00:00+08:00}\n",
            ),
            (
                "customers/key.yaml",
                "name: Key\nkey_account: true\nowner: li-wei\nentered: {at: 2026-05-30T09:00:00+08:00}\n",
            ),
        ],
    },
    // OPS-4.3.2: asked on a Monday, due on Thursday; the weekend does not count.
    Case {
        rule: "task-overdue",
        files: &[(
            "tasks/task-1.yaml",
            "what: 演示环境\ndepartment: tech\nentered: {at: 2026-11-16T10:00:00+08:00}\n",
        )],
        en: "warning task-overdue tasks/task-1.yaml:2:13 overdue since 2026-11-19",
        zh: "warning task-overdue tasks/task-1.yaml:2:13 2026-11-19 到期，尚未完成",
        near: &[
            (
                "tasks/task-1.yaml",
                "what: 演示环境\ndepartment: tech\nentered: {at: 2026-11-18T10:00:00+08:00}\n",
            ),
            ("tasks/task-2.yaml", "what: 演示环境\ndepartment: tech\n"),
        ],
    },
    // OPS-1.1, TAG-5.2.2a
    Case {
        rule: "task-unowned",
        files: &[("tasks/task-1.yaml", "what: 准备演示\n")],
        en: "warning task-unowned tasks/task-1.yaml:1:1 nobody is named who does it",
        zh: "warning task-unowned tasks/task-1.yaml:1:1 没有写明承办人",
        near: &[
            ("tasks/task-1.yaml", "what: 准备演示\nwho: li-wei\n"),
            ("tasks/task-2.yaml", "what: 准备演示\ndepartment: 法务部\n"),
            ("tasks/task-3.yaml", "what: 准备演示\ndone: 2026-11-01\n"),
        ],
    },
    // OPS-2.3.1, OPS-4.2.1, TEL-4.2.1: an override in force is kept, an expired one told of; closed
    // deals and untouched imports are left alone.
    Case {
        rule: "grade-differs",
        files: &[
            ("leads/lead-1.yaml", "name: A\nneed_clarity: unclear\ngrade: high\n"),
            (
                "opportunities/d.yaml",
                "evaluation:\n  probability: 50\ngrade: B\ngrade_override: {reason: 大客户, expires: 2026-11-20}\n\
                 stage: potential\n",
            ),
            ("customers/c.yaml", "name: C\ngrade: A\n"),
        ],
        en: "warning grade-differs customers/c.yaml:2:8 the record gives `C` (score 0)\n\
             warning grade-differs leads/lead-1.yaml:3:8 the record gives `low` (score 0)\n\
             warning grade-differs opportunities/d.yaml:3:8 the override has expired; the record gives `B` (score 50)",
        zh: "warning grade-differs customers/c.yaml:2:8 按记录应为 `C`（得分 0）\n\
             warning grade-differs leads/lead-1.yaml:3:8 按记录应为 `low`（得分 0）\n\
             warning grade-differs opportunities/d.yaml:3:8 人工调整已失效；按记录应为 `B`（得分 50）",
        near: &[
            ("leads/lead-1.yaml", "name: A\ngrade: low\n"),
            (
                "leads/lead-2.yaml",
                "name: B\ngrade: high\nstatus: abandoned\nabandon_reason: 停业\n",
            ),
            (
                "opportunities/d.yaml",
                "grade: A\ngrade_override: {reason: 大客户, expires: 2026-11-21}\nstage: potential\n",
            ),
            ("customers/c.yaml", "name: C\ngrade: C\n"),
            (
                "customers/e.yaml",
                "name: E\ngrade: A\nimported: {from: f.csv, key: \"1\", on: 2026-11-20}\n",
            ),
        ],
    },
    // TAG-3.1.2b: a reference to a record of any kind.
    Case {
        rule: "reference-dangling",
        files: &[("tasks/task-1.yaml", "what: 准备演示\nsubject: customer/acne\nwho: li-wei\n")],
        en: "error reference-dangling tasks/task-1.yaml:2:10 there is no customer `acne`",
        zh: "error reference-dangling tasks/task-1.yaml:2:10 没有客户 `acne`",
        near: &[("tasks/task-1.yaml", "what: 准备演示\nsubject: customer/acme\nwho: li-wei\n")],
    },
];
