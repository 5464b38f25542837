//! Rules about targets, assessments and what follows from them.

use super::Case;

pub(super) const CASES: &[Case] = &[
    // DEV-SOP-1: one that is changed later says from when.
    Case {
        rule: "target-repeated",
        files: &[
            (
                "targets/2026-11-li-wei.yaml",
                "period: 2026-11\nmember: li-wei\ngoals:\n  - {kpi: sales_amount, value: 1}\n",
            ),
            (
                "targets/x.yaml",
                "period: 2026-11\nmember: li-wei\ngoals:\n  - {kpi: new_customers, value: 2}\n  \
                 - {kpi: sales_amount, value: 2}\n",
            ),
        ],
        en: "error target-repeated targets/x.yaml:5:11 target/2026-11-li-wei has a target for sales amount already",
        zh: "error target-repeated targets/x.yaml:5:11 target/2026-11-li-wei 已有销售额目标",
        near: &[
            (
                "targets/2026-11-li-wei.yaml",
                "period: 2026-11\nmember: li-wei\ngoals:\n  - {kpi: sales_amount, value: 1}\n  \
                 - {kpi: sales_amount, value: 2, since: 2026-12-01, reason: x}\n",
            ),
            (
                "targets/2026-q4-li-wei.yaml",
                "period: 2026-q4\nmember: li-wei\ngoals:\n  - {kpi: sales_amount, value: 1}\n",
            ),
            (
                "targets/t.yaml",
                "period: 2026-11\nteam: a\ngoals:\n  - {kpi: sales_amount, value: 1}\n",
            ),
            ("targets/c.yaml", "period: 2026-11\ngoals:\n  - {kpi: sales_amount, value: 1}\n"),
        ],
    },
    // OPS-1.3.1
    Case {
        rule: "target-unclear",
        files: &[(
            "targets/a.yaml",
            "period: 2026-11\nmember: li-wei\nteam: north\ngoals:\n  - {kpi: order_count, value: 1}\n",
        )],
        en: "error target-unclear targets/a.yaml:3:7 is it the member's or the team's?",
        zh: "error target-unclear targets/a.yaml:3:7 这是成员目标还是团队目标？",
        near: &[(
            "targets/a.yaml",
            "period: 2026-11\nteam: north\ngoals:\n  - {kpi: order_count, value: 1}\n",
        )],
    },
    // ITS-4.3.3, OPS-8.2.1: the total rests on what stands in the file, whatever the records say.
    Case {
        rule: "assessment-differs",
        files: &[(
            "assessments/a.yaml",
            "period: 2026-11\nmember: li-wei\nlines:\n  - {criterion: results, weight: 60, rate: 1}\n  \
             - {criterion: results, weight: 60, rate: 0.5}\n  - {criterion: skill, weight: 40}\n\
             scores:\n  - {criterion: skill, score: 2}\n  - {criterion: skill, score: 4}\n\
             status: reviewed\ntotal: 77.01\n",
        )],
        en: "error assessment-differs assessments/a.yaml:11:8 figures and scores come to 77.00",
        zh: "error assessment-differs assessments/a.yaml:11:8 各项数据与评分合计为 77.00",
        near: &[(
            "assessments/a.yaml",
            "period: 2026-11\nmember: li-wei\nlines:\n  - {criterion: results, weight: 60, rate: 1}\n  \
             - {criterion: results, weight: 60, rate: 0.5}\n  - {criterion: skill, weight: 40}\n\
             scores:\n  - {criterion: skill, score: 2}\n  - {criterion: skill, score: 4}\n\
             status: reviewed\ntotal: 77.00\n",
        )],
    },
    // ITS-4.3.1, ITS-4.3.3
    Case {
        rule: "assessment-by-two",
        files: &[(
            "assessments/a.yaml",
            "period: 2026-11\nmember: li-wei\nstatus: final\ncompiled_by: wang-fang\n\
             reviewed_by: wang-fang\ndecided_by: boss\n",
        )],
        en: "note assessment-by-two assessments/a.yaml:5:14 wang-fang took an earlier step of it too",
        zh: "note assessment-by-two assessments/a.yaml:5:14 wang-fang 也办理了前面的步骤",
        near: &[(
            "assessments/a.yaml",
            "period: 2026-11\nmember: li-wei\nstatus: final\ncompiled_by: he-fang\n\
             reviewed_by: wang-fang\ndecided_by: boss\n",
        )],
    },
    // ITS-4.2, TEL-6.2: the fifth of the next month is in time.
    Case {
        rule: "assessment-late",
        files: &[("assessments/a.yaml", "period: 2026-10\nmember: li-wei\nstatus: reviewed\n")],
        en: "warning assessment-late assessments/a.yaml:3:9 it is still reviewed; it was to be decided by 2026-11-05",
        zh: "warning assessment-late assessments/a.yaml:3:9 仍为“已审核”，应在 2026-11-05 前确定",
        near: &[
            ("assessments/a.yaml", "period: 2026-10\nmember: li-wei\nstatus: final\n"),
            ("assessments/b.yaml", "period: 2026-11\nmember: li-wei\n"),
        ],
    },
    // ITS-4.2, TEL-6.2: since the first month that was assessed; supervisors have no table.
    Case {
        rule: "assessment-missing",
        files: &[
            (
                "members/new.yaml",
                "name: 新人\nemail: new@example.com\nrole: sales_rep\njoined_on: 2026-10-31\n",
            ),
            (
                "members/late.yaml",
                "name: 后来\nemail: late@example.com\nrole: sales_rep\njoined_on: 2026-11-01\n",
            ),
            ("assessments/a.yaml", "period: 2026-08\nmember: li-wei\nstatus: final\n"),
            ("assessments/b.yaml", "period: 2026-10\nmember: li-wei\nstatus: final\n"),
        ],
        en: "warning assessment-missing members/li-wei.yaml:1:7 not assessed for 2026-09\n\
             warning assessment-missing members/new.yaml:1:7 not assessed for 2026-10",
        zh: "warning assessment-missing members/li-wei.yaml:1:7 没有 2026-09 的考核\n\
             warning assessment-missing members/new.yaml:1:7 没有 2026-10 的考核",
        near: &[
            (
                "targets/a.yaml",
                "period: 2026-11\nmember: li-wei\ngoals:\n  - {kpi: order_count, value: 1}\n",
            ),
            ("targets/b.yaml", "period: 2026-10\ngoals:\n  - {kpi: order_count, value: 1}\n"),
        ],
    },
    // ITS-4.4.3, OPS-8.2.2
    Case {
        rule: "coaching-missing",
        files: &[(
            "assessments/a.yaml",
            "period: 2026-10\nmember: li-wei\nstatus: final\nresult: fail\ndecided_on: 2026-11-10\n",
        )],
        en: "warning coaching-missing assessments/a.yaml:4:9 no coaching plan 11 days after the result; 10 are allowed",
        zh: "warning coaching-missing assessments/a.yaml:4:9 结果确定 11 天后仍没有辅导计划，期限为 10 天",
        near: &[
            (
                "assessments/a.yaml",
                "period: 2026-10\nmember: li-wei\nstatus: final\nresult: fail\ndecided_on: 2026-11-11\n",
            ),
            (
                "assessments/b.yaml",
                "period: 2026-09\nmember: li-wei\nstatus: final\nresult: fail\ndecided_on: 2026-10-05\n\
                 coaching:\n  items:\n    - 跟访五次\n",
            ),
            (
                "assessments/c.yaml",
                "period: 2026-08\nmember: li-wei\nstatus: final\nresult: pass\ndecided_on: 2026-09-05\n",
            ),
        ],
    },
    // OPS-8.2.2: in a row, without a month between.
    Case {
        rule: "failures-in-a-row",
        files: &[
            (
                "assessments/a.yaml",
                "period: 2026-10\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
            (
                "assessments/b.yaml",
                "period: 2026-09\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
            (
                "assessments/c.yaml",
                "period: 2026-08\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
        ],
        en: "note failures-in-a-row assessments/a.yaml:4:9 failed 3 times in a row: to be handled by company rules",
        zh: "note failures-in-a-row assessments/a.yaml:4:9 连续 3 次不合格：按公司规定处理",
        near: &[
            (
                "assessments/a.yaml",
                "period: 2026-10\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
            (
                "assessments/b.yaml",
                "period: 2026-09\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
            (
                "assessments/c.yaml",
                "period: 2026-07\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
        ],
    },
];
