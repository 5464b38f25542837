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
];
