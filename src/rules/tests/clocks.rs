//! Rules about the clocks of leads. Today is a Saturday.

use super::Case;

pub(super) const CASES: &[Case] = &[
    // OPS-2.2.1: a working day has 24 hours, a weekend none.
    Case {
        rule: "lead-entry-late",
        files: &[(
            "leads/lead-1.yaml",
            "name: A\nreceived_at: 2026-11-10T09:00:00+08:00\nentered: {at: 2026-11-11T09:00:01+08:00}\n",
        )],
        en: "note lead-entry-late leads/lead-1.yaml:3:10 received 2026-11-10 09:00, entered more than 24 hours later",
        zh: "note lead-entry-late leads/lead-1.yaml:3:10 2026-11-10 09:00 收到，超过 24 小时才录入",
        near: &[
            (
                "leads/lead-1.yaml",
                "name: A\nreceived_at: 2026-11-10T09:00:00+08:00\nentered: {at: 2026-11-11T09:00:00+08:00}\n",
            ),
            (
                "leads/lead-2.yaml",
                "name: B\nreceived_at: 2026-11-13T17:00:00+08:00\nentered: {at: 2026-11-16T16:00:00+08:00}\n",
            ),
            (
                "leads/lead-3.yaml",
                "name: C\nstatus: abandoned\nabandon_reason: 停业\nreceived_at: 2026-11-02T09:00:00+08:00\nentered: {at: 2026-11-11T09:00:00+08:00}\n",
            ),
            (
                "leads/lead-4.yaml",
                "name: D\nreceived_at: 2026-11-02T09:00:00+08:00\nmoves:\n  - {on: 2026-11-20, owner: li-wei}\nentered: {at: 2026-11-11T09:00:00+08:00}\nimported: {from: f.csv, key: \"1\", on: 2026-11-11}\n",
            ),
        ],
    },
    // OPS-2.1.1
    Case {
        rule: "lead-handover-late",
        files: &[(
            "leads/lead-1.yaml",
            "name: A\nreceived_at: 2026-11-10T09:00:00+08:00\nhanded_over_at: 2026-11-12T09:00:00+08:00\n",
        )],
        en: "note lead-handover-late leads/lead-1.yaml:3:17 received 2026-11-10 09:00, handed over more than 24 hours later",
        zh: "note lead-handover-late leads/lead-1.yaml:3:17 2026-11-10 09:00 收到，超过 24 小时才移交",
        near: &[
            (
                "leads/lead-1.yaml",
                "name: A\nreceived_at: 2026-11-10T09:00:00+08:00\nhanded_over_at: 2026-11-11T08:00:00+08:00\n",
            ),
            ("leads/lead-2.yaml", "name: B\nreceived_at: 2026-11-10T09:00:00+08:00\n"),
        ],
    },
    // OPS-2.3.1: two working days after Tuesday is Thursday.
    Case {
        rule: "lead-grade-late",
        files: &[("leads/lead-1.yaml", "name: A\nentered: {at: 2026-11-17T09:00:00+08:00}\n")],
        en: "warning lead-grade-late leads/lead-1.yaml:1:1 not graded; due 2026-11-19",
        zh: "warning lead-grade-late leads/lead-1.yaml:1:1 尚未评级，2026-11-19 到期",
        near: &[
            ("leads/lead-1.yaml", "name: A\nentered: {at: 2026-11-19T09:00:00+08:00}\n"),
            (
                "leads/lead-2.yaml",
                "name: B\ngrade: low\nentered: {at: 2026-11-02T09:00:00+08:00}\n",
            ),
            (
                "leads/lead-3.yaml",
                "name: C\nentered: {at: 2026-11-02T09:00:00+08:00}\nimported: {from: f.csv, key: \"1\", on: 2026-11-02}\n",
            ),
        ],
    },
    // OPS-2.4.2
    Case {
        rule: "lead-assign-late",
        files: &[("leads/lead-1.yaml", "name: A\ngrade: low\ngraded: {on: 2026-11-18}\n")],
        en: "warning lead-assign-late leads/lead-1.yaml:3:9 nobody's yet; due 2026-11-19",
        zh: "warning lead-assign-late leads/lead-1.yaml:3:9 尚未分配，2026-11-19 到期",
        near: &[
            ("leads/lead-1.yaml", "name: A\ngrade: low\ngraded: {on: 2026-11-20}\n"),
            ("leads/lead-2.yaml", "name: B\ngrade: low\ngraded: {on: 2026-11-02}\nowner: li-wei\n"),
            (
                "leads/lead-3.yaml",
                "name: C\ngrade: low\ngraded: {on: 2026-11-02}\nmoves:\n  \
                 - {on: 2026-11-03, by: li-wei, owner: li-wei}\n  \
                 - {on: 2026-11-10, by: li-wei, pool: true, from: li-wei, reason: far}\n",
            ),
        ],
    },
    // OPS-2.4.2: a contact says that the member knows of it.
    Case {
        rule: "lead-unacknowledged",
        files: &[(
            "leads/lead-1.yaml",
            "name: A\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-18T09:00:00+08:00\n",
        )],
        en: "warning lead-unacknowledged leads/lead-1.yaml:3:1 李伟 has not taken note of it; due 2026-11-19 09:00",
        zh: "warning lead-unacknowledged leads/lead-1.yaml:3:1 李伟 尚未确认接收，2026-11-19 09:00 到期",
        near: &[
            (
                "leads/lead-1.yaml",
                "name: A\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-18T09:00:00+08:00\n  acknowledged_at: 2026-11-20T09:00:00+08:00\n",
            ),
            (
                "leads/lead-2.yaml",
                "name: B\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-20T09:00:00+08:00\n",
            ),
            (
                "leads/lead-3.yaml",
                "name: C\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-16T09:00:00+08:00\n",
            ),
            ("activities/act-2.yaml", "type: call\non: 2026-11-16\nlead: lead-3\n"),
        ],
    },
    // OPS-3.2.1: a call before it was given does not count for who has it now.
    Case {
        rule: "lead-contact-late",
        files: &[
            (
                "leads/lead-1.yaml",
                "name: A\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-18T09:00:00+08:00\n  first_contact_due: 2026-11-19T09:00:00+08:00\n",
            ),
            ("activities/act-2.yaml", "type: call\non: 2026-11-17\nlead: lead-1\n"),
        ],
        en: "warning lead-contact-late leads/lead-1.yaml:6:22 not contacted; due 2026-11-19 09:00",
        zh: "warning lead-contact-late leads/lead-1.yaml:6:22 尚未首次接触，2026-11-19 09:00 到期",
        near: &[
            (
                "leads/lead-1.yaml",
                "name: A\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-18T09:00:00+08:00\n  first_contact_due: 2026-11-19T09:00:00+08:00\n",
            ),
            ("activities/act-2.yaml", "type: call\non: 2026-11-18\nlead: lead-1\n"),
            (
                "leads/lead-2.yaml",
                "name: B\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-18T09:00:00+08:00\n  first_contact_due: 2026-11-21T09:00:00+08:00\n",
            ),
        ],
    },
    // OPS-3.3.1a, OPS-3.3.1b, OPS-3.3.1c
    Case {
        rule: "lead-follow-up-late",
        files: &[
            ("leads/lead-1.yaml", "name: A\ngrade: high\nowner: li-wei\n"),
            ("activities/act-2.yaml", "type: call\non: 2026-11-17\nlead: lead-1\n"),
            ("leads/lead-2.yaml", "name: B\ngrade: low\nowner: li-wei\n"),
            ("activities/act-3.yaml", "type: call\non: 2026-10-21\nlead: lead-2\n"),
        ],
        en: "warning lead-follow-up-late leads/lead-1.yaml:2:8 the last contact was 4 days ago; the policy allows 3\n\
             warning lead-follow-up-late leads/lead-2.yaml:2:8 the last contact was 31 days ago; the policy allows 30",
        zh: "warning lead-follow-up-late leads/lead-1.yaml:2:8 距上次联系已 4 天，制度规定不超过 3 天\n\
             warning lead-follow-up-late leads/lead-2.yaml:2:8 距上次联系已 31 天，制度规定不超过 30 天",
        near: &[
            ("leads/lead-1.yaml", "name: A\ngrade: high\nowner: li-wei\n"),
            ("activities/act-2.yaml", "type: call\non: 2026-11-18\nlead: lead-1\n"),
            ("leads/lead-2.yaml", "name: B\ngrade: mid\nowner: li-wei\n"),
            ("activities/act-3.yaml", "type: call\non: 2026-11-07\nlead: lead-2\n"),
            ("leads/lead-3.yaml", "name: C\ngrade: high\n"),
            ("activities/act-4.yaml", "type: call\non: 2026-11-01\nlead: lead-3\n"),
        ],
    },
    // OPS-2.3.4
    Case {
        rule: "lead-idle",
        files: &[
            ("leads/lead-1.yaml", "name: A\ngrade: low\n"),
            ("activities/act-2.yaml", "type: call\non: 2026-05-24\nlead: lead-1\n"),
        ],
        en: "note lead-idle leads/lead-1.yaml:2:8 a low lead, and no contact for 180 days",
        zh: "note lead-idle leads/lead-1.yaml:2:8 低等级线索，已超过 180 天没有接触",
        near: &[
            ("leads/lead-1.yaml", "name: A\ngrade: low\nreceived_at: 2025-05-24T09:00:00+08:00\n"),
            ("activities/act-2.yaml", "type: call\non: 2026-05-25\nlead: lead-1\n"),
            ("leads/lead-2.yaml", "name: B\ngrade: mid\nreceived_at: 2025-05-24T09:00:00+08:00\n"),
        ],
    },
    // OPS-4.1.1: keen on a Thursday, to be converted by the Thursday after.
    Case {
        rule: "lead-convert-late",
        files: &[
            ("leads/lead-1.yaml", "name: A\ngrade: mid\n"),
            (
                "activities/act-2.yaml",
                "type: call\non: 2026-11-12\nlead: lead-1\ncall_result: interested\n",
            ),
        ],
        en: "warning lead-convert-late leads/lead-1.yaml:1:1 strong interest on 2026-11-12; it was to become an opportunity by 2026-11-19",
        zh: "warning lead-convert-late leads/lead-1.yaml:1:1 2026-11-12 表现出强烈意向，应在 2026-11-19 前转为销售机会",
        near: &[
            ("leads/lead-1.yaml", "name: A\ngrade: mid\n"),
            (
                "activities/act-2.yaml",
                "type: call\non: 2026-11-16\nlead: lead-1\ncall_result: interested\n",
            ),
            ("leads/lead-2.yaml", "name: B\ngrade: mid\n"),
            (
                "activities/act-3.yaml",
                "type: call\non: 2026-11-02\nlead: lead-2\ncall_result: callback\n",
            ),
            ("leads/lead-3.yaml", "name: C\nstatus: converted\ncustomer: acme\n"),
            (
                "activities/act-4.yaml",
                "type: call\non: 2026-11-02\nlead: lead-3\ncall_result: interested\n",
            ),
        ],
    },
    // OPS-3.3.1a
    Case {
        rule: "lead-without-meeting",
        files: &[
            ("leads/lead-1.yaml", "name: A\ngrade: high\ngraded: {on: 2026-11-06}\n"),
            ("activities/act-2.yaml", "type: call\non: 2026-11-18\nlead: lead-1\n"),
        ],
        en: "warning lead-without-meeting leads/lead-1.yaml:3:9 a high lead that nobody has met; due 2026-11-20",
        zh: "warning lead-without-meeting leads/lead-1.yaml:3:9 高等级线索尚未面谈或演示，2026-11-20 到期",
        near: &[
            ("leads/lead-1.yaml", "name: A\ngrade: high\ngraded: {on: 2026-11-06}\n"),
            ("activities/act-2.yaml", "type: demo\non: 2026-11-18\nlead: lead-1\n"),
            ("leads/lead-2.yaml", "name: B\ngrade: high\ngraded: {on: 2026-11-07}\n"),
            ("leads/lead-3.yaml", "name: C\ngrade: mid\ngraded: {on: 2026-11-01}\n"),
        ],
    },
];
