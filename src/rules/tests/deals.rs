//! Rules about opportunities and activities.

use super::Case;

pub(super) const CASES: &[Case] = &[
    // OPS-3.3.2
    Case {
        rule: "activity-mismatch",
        files: &[(
            "activities/a.yaml",
            "type: call\non: 2026-11-20\ncustomer: beta\nopportunity: acme-1\n",
        )],
        en: "error activity-mismatch activities/a.yaml:3:11 opportunity `acme-1` is of `acme`, not of `beta`",
        zh: "error activity-mismatch activities/a.yaml:3:11 销售机会 `acme-1` 属于 `acme`，不属于 `beta`",
        near: &[(
            "activities/a.yaml",
            "type: call\non: 2026-11-20\ncustomer: acme\nopportunity: acme-1\n",
        )],
    },
    // Own: one deal, one amount.
    Case {
        rule: "amount-differs",
        files: &[(
            "opportunities/d.yaml",
            "stage: potential\namount: 150.00\nlines:\n  - product: erp\n    qty: 2\n    price: 100.00\n",
        )],
        en: "error amount-differs opportunities/d.yaml:2:9 the amount is 150.00, but the lines add up to 200.00",
        zh: "error amount-differs opportunities/d.yaml:2:9 金额为 150.00，而明细合计为 200.00",
        near: &[
            (
                "opportunities/d.yaml",
                "stage: potential\namount: 200\nlines:\n  - product: erp\n    qty: 2\n    price: 100.00\n",
            ),
            (
                "opportunities/e.yaml",
                "stage: potential\namount: 150.00\nlines:\n  - product: erp\n  - product: crm\n    price: 1.00\n",
            ),
        ],
    },
    // Own: what cannot be summed exactly is counted nowhere.
    Case {
        rule: "amount-invalid",
        files: &[(
            "opportunities/d.yaml",
            "stage: potential\namount: -5.00\nlines:\n  - product: erp\n  - product: crm\n    price: 1.005\n",
        )],
        en: "error amount-invalid opportunities/d.yaml:2:9 -5.00 is negative\n\
             error amount-invalid opportunities/d.yaml:6:12 `1.005` has too many decimals: CNY allows 2",
        zh: "error amount-invalid opportunities/d.yaml:2:9 -5.00 为负数\n\
             error amount-invalid opportunities/d.yaml:6:12 `1.005` 小数位太多：CNY 最多 2 位",
        near: &[
            ("opportunities/d.yaml", "stage: potential\namount: 0.00\n"),
            // The dinar has three decimals.
            ("opportunities/e.yaml", "stage: potential\namount: 1.005\ncurrency: KWD\n"),
        ],
    },
    Case {
        rule: "amount-invalid",
        files: &[(
            "opportunities/d.yaml",
            "stage: contract\noutcome: won\nclosed: {on: 2026-11-20, amount: 10.5}\ncurrency: JPY\n",
        )],
        en: "error amount-invalid opportunities/d.yaml:3:34 `10.5` has too many decimals: JPY allows 0",
        zh: "error amount-invalid opportunities/d.yaml:3:34 `10.5` 小数位太多：JPY 最多 0 位",
        near: &[(
            "opportunities/d.yaml",
            "stage: contract\noutcome: won\nclosed: {on: 2026-11-20, amount: 10.00}\n",
        )],
    },
    // OPS-4.1.2
    Case {
        rule: "close-date-past",
        files: &[("opportunities/d.yaml", "stage: potential\nexpected_close: 2026-11-19\n")],
        en: "warning close-date-past opportunities/d.yaml:2:17 the expected close passed 2 days ago",
        zh: "warning close-date-past opportunities/d.yaml:2:17 预计成交日期已过 2 天",
        near: &[
            ("opportunities/d.yaml", "stage: potential\nexpected_close: 2026-11-21\n"),
            (
                "opportunities/e.yaml",
                "stage: potential\noutcome: suspended\nexpected_close: 2026-11-19\n",
            ),
        ],
    },
    // OPS-1.3.4
    Case {
        rule: "closed-missing",
        files: &[
            ("opportunities/d.yaml", "stage: contract\noutcome: won\n"),
            ("opportunities/e.yaml", "stage: contract\nclosed: {on: 2026-11-20}\n"),
        ],
        en: "error closed-missing opportunities/d.yaml:2:10 the outcome is won, but `closed` is missing\n\
             error closed-missing opportunities/e.yaml:2:9 `closed` is written, but the outcome is not won or lost",
        zh: "error closed-missing opportunities/d.yaml:2:10 结果为 won，但缺少 `closed`\n\
             error closed-missing opportunities/e.yaml:2:9 写有 `closed`，但结果不是赢单或输单",
        near: &[
            ("opportunities/d.yaml", "stage: contract\noutcome: suspended\n"),
            ("opportunities/e.yaml", "stage: contract\noutcome: lost\nclosed: {on: 2026-11-20}\n"),
        ],
    },
    // OPS-3.3.2, TAG-3.2.1b
    Case {
        rule: "dated-in-future",
        files: &[
            ("activities/a.yaml", "type: call\non: 2026-11-22\n"),
            (
                "opportunities/d.yaml",
                "stage: contract\noutcome: won\nmoves:\n  - {on: 2026-12-01, stage: contract}\nclosed: {on: 2026-12-02}\n",
            ),
        ],
        en: "error dated-in-future activities/a.yaml:2:5 2026-11-22 is after today (2026-11-21)\n\
             error dated-in-future opportunities/d.yaml:4:10 2026-12-01 is after today (2026-11-21)\n\
             error dated-in-future opportunities/d.yaml:5:14 2026-12-02 is after today (2026-11-21)",
        zh: "error dated-in-future activities/a.yaml:2:5 2026-11-22 晚于今天（2026-11-21）\n\
             error dated-in-future opportunities/d.yaml:4:10 2026-12-01 晚于今天（2026-11-21）\n\
             error dated-in-future opportunities/d.yaml:5:14 2026-12-02 晚于今天（2026-11-21）",
        near: &[
            ("activities/a.yaml", "type: call\non: 2026-11-21\nnext: {on: 2026-12-24}\n"),
            ("opportunities/d.yaml", "stage: potential\nexpected_close: 2027-01-31\n"),
        ],
    },
    // TAG-3.2.2b
    Case {
        rule: "dates-disordered",
        files: &[
            (
                "opportunities/d.yaml",
                "stage: interested\nmoves:\n  - {on: 2026-11-18, stage: potential}\n  \
                 - {on: 2026-10-08, stage: interested}\n",
            ),
            (
                "opportunities/e.yaml",
                "stage: potential\noutcome: lost\nmoves:\n  - {on: 2026-11-18, stage: potential}\n\
                 closed: {on: 2026-11-17}\n",
            ),
        ],
        en: "error dates-disordered opportunities/d.yaml:4:10 2026-10-08 stands after 2026-11-18; moves go by date\n\
             error dates-disordered opportunities/e.yaml:5:14 closed on 2026-11-17, before its first move (2026-11-18)",
        zh: "error dates-disordered opportunities/d.yaml:4:10 2026-10-08 排在 2026-11-18 之后；变动应按日期排列\n\
             error dates-disordered opportunities/e.yaml:5:14 关闭于 2026-11-17，早于第一次变动（2026-11-18）",
        near: &[(
            "opportunities/d.yaml",
            "stage: interested\noutcome: lost\nmoves:\n  - {on: 2026-11-18, stage: potential}\n  \
             - {on: 2026-11-18, stage: interested}\nclosed: {on: 2026-11-18}\n",
        )],
    },
    // DEV-5.12
    Case {
        rule: "lost-without-reason",
        files: &[("opportunities/d.yaml", "stage: potential\noutcome: lost\n")],
        en: "error lost-without-reason opportunities/d.yaml:2:10 lost, but nobody says why",
        zh: "error lost-without-reason opportunities/d.yaml:2:10 已输单，但未写明原因",
        near: &[
            ("opportunities/d.yaml", "stage: potential\noutcome: lost\nlost_reason: price\n"),
            (
                "opportunities/e.yaml",
                "stage: potential\noutcome: lost\nimported: {from: a.csv, key: \"1\", on: 2026-11-01}\n",
            ),
        ],
    },
    // OPS-4.1.1
    Case {
        rule: "missing-customer",
        files: &[
            ("activities/a.yaml", "type: call\non: 2026-11-20\n"),
            (
                "opportunities/d.yaml",
                "stage: potential\nimported: {from: a.csv, key: \"1\", on: 2026-11-01}\n",
            ),
        ],
        en: "warning missing-customer activities/a.yaml:1:1 no customer is named\n\
             warning missing-customer opportunities/d.yaml:1:1 no customer is named",
        zh: "warning missing-customer activities/a.yaml:1:1 没有写明客户\n\
             warning missing-customer opportunities/d.yaml:1:1 没有写明客户",
        near: &[
            ("activities/a.yaml", "type: call\non: 2026-11-20\nopportunity: acme-1\n"),
            ("opportunities/d.yaml", "customer: acme\nstage: potential\n"),
        ],
    },
    // DEV-5.10
    Case {
        rule: "missing-lesson",
        files: &[("opportunities/d.yaml", "stage: contract\noutcome: won\n")],
        en: "warning missing-lesson opportunities/d.yaml:1:1 closed without a lesson",
        zh: "warning missing-lesson opportunities/d.yaml:1:1 已关闭但没有经验总结",
        near: &[
            (
                "opportunities/d.yaml",
                "stage: contract\noutcome: won\nlesson:\n  worked: early demo\n",
            ),
            ("opportunities/e.yaml", "stage: contract\noutcome: suspended\n"),
        ],
    },
    // TAG-3.2.2c, OPS-1.3.4
    Case {
        rule: "moves-disagree",
        files: &[
            (
                "customers/c.yaml",
                "name: C\nowner: li-wei\nmoves:\n  - {on: 2026-11-02, owner: wang-fang}\n",
            ),
            ("customers/e.yaml", "name: E\nmoves:\n  - {on: 2026-11-02, owner: wang-fang}\n"),
            (
                "customers/f.yaml",
                "name: F\nowner: li-wei\nmoves:\n  - {on: 2026-11-02, owner: li-wei}\n  \
                 - {on: 2026-11-03, pool: true, from: li-wei}\n",
            ),
            (
                "opportunities/d.yaml",
                "stage: contract\noutcome: won\nmoves:\n  - {on: 2026-11-02, stage: solution}\n  \
                 - {on: 2026-11-03, outcome: lost}\n",
            ),
        ],
        en: "error moves-disagree customers/c.yaml:2:8 `owner` is `li-wei`, but its moves lead to `wang-fang`\n\
             error moves-disagree customers/e.yaml:1:1 `owner` is missing, but its moves lead to `wang-fang`\n\
             error moves-disagree customers/f.yaml:2:8 `owner` is `li-wei`, but the last move put it into the public pool\n\
             error moves-disagree opportunities/d.yaml:1:8 `stage` is `contract`, but its moves lead to `solution`\n\
             error moves-disagree opportunities/d.yaml:2:10 `outcome` is `won`, but its moves lead to `lost`",
        zh: "error moves-disagree customers/c.yaml:2:8 `owner` 为 `li-wei`，而变动记录的结果是 `wang-fang`\n\
             error moves-disagree customers/e.yaml:1:1 缺少 `owner`，而变动记录的结果是 `wang-fang`\n\
             error moves-disagree customers/f.yaml:2:8 `owner` 为 `li-wei`，而最后的变动已将其放入公海\n\
             error moves-disagree opportunities/d.yaml:1:8 `stage` 为 `contract`，而变动记录的结果是 `solution`\n\
             error moves-disagree opportunities/d.yaml:2:10 `outcome` 为 `won`，而变动记录的结果是 `lost`",
        near: &[
            (
                "opportunities/d.yaml",
                "stage: solution\nowner: li-wei\nmoves:\n  - {on: 2026-11-02, stage: contract, outcome: lost}\n  \
                 - {on: 2026-11-03, stage: solution, outcome: open}\n",
            ),
            (
                "customers/f.yaml",
                "name: F\nmoves:\n  - {on: 2026-11-02, owner: li-wei}\n  \
                 - {on: 2026-11-03, pool: true, from: li-wei}\n",
            ),
            (
                "customers/g.yaml",
                "name: G\nowner: wang-fang\nmoves:\n  - {on: 2026-11-03, pool: true, from: li-wei}\n  \
                 - {on: 2026-11-04, owner: wang-fang, pool: false}\n",
            ),
        ],
    },
    // OPS-1.1
    Case {
        rule: "next-step-missing",
        files: &[("opportunities/d.yaml", "stage: potential\nnext:\n  what: call\n")],
        en: "warning next-step-missing opportunities/d.yaml:1:1 no next step is planned",
        zh: "warning next-step-missing opportunities/d.yaml:1:1 没有下一步安排",
        near: &[
            ("opportunities/d.yaml", "stage: potential\nnext:\n  on: 2026-11-20\n"),
            ("opportunities/e.yaml", "stage: potential\noutcome: suspended\n"),
        ],
    },
    // DEV-5.7.2H
    Case {
        rule: "stage-dwell",
        files: &[(
            "opportunities/d.yaml",
            "stage: contract\nmoves:\n  - {on: 2026-11-06, stage: contract}\n",
        )],
        en: "warning stage-dwell opportunities/d.yaml:1:8 in stage contract for 15 days; the policy gives it 14",
        zh: "warning stage-dwell opportunities/d.yaml:1:8 已在合同签订阶段停留 15 天，制度规定 14 天",
        near: &[
            (
                "opportunities/d.yaml",
                "stage: contract\nmoves:\n  - {on: 2026-11-07, stage: contract}\n",
            ),
            (
                "opportunities/e.yaml",
                "stage: contract\noutcome: suspended\nmoves:\n  - {on: 2026-01-06, stage: contract}\n",
            ),
            ("opportunities/f.yaml", "stage: contract\nmoves: []\n"),
        ],
    },
    // OPS-4.1.2: the finding points at what is half there, else at the stage.
    Case {
        rule: "stage-without-gate",
        files: &[(
            "opportunities/d.yaml",
            "customer: acme\ninterest_evidence: asked\nneeds:\n  summary: \"\"\n  objective: speed\n\
             competition:\n  none_known: false\nstage: interested\n",
        )],
        en: "error stage-without-gate opportunities/d.yaml:8:1 the need is missing (gate need)\n\
             error stage-without-gate opportunities/d.yaml:6:1 the competitors are not named (nor is it said that none is known) (gate competition)\n\
             error stage-without-gate opportunities/d.yaml:8:1 the expected close is missing (gate expected-close)",
        zh: "error stage-without-gate opportunities/d.yaml:8:1 缺少需求概述（关卡 need）\n\
             error stage-without-gate opportunities/d.yaml:6:1 未写明竞争对手（也未说明“未发现竞争对手”）（关卡 competition）\n\
             error stage-without-gate opportunities/d.yaml:8:1 缺少预计成交日期（关卡 expected-close）",
        near: &[
            // Waived gates, imports that nobody has touched and deals given up are left alone.
            (
                "opportunities/d.yaml",
                "customer: acme\nstage: interested\nmoves:\n  - {on: 2026-11-02, stage: interested, \
                 waived: [interest, need, competition, expected-close]}\n",
            ),
            (
                "opportunities/e.yaml",
                "stage: contract\nimported: {from: a.csv, key: \"1\", on: 2026-11-01}\n",
            ),
            ("opportunities/f.yaml", "stage: contract\noutcome: lost\n"),
        ],
    },
    // OPS-4.4.1
    Case {
        rule: "quote-price-outdated",
        files: &[
            (
                "products/erp.yaml",
                "name: ERP\ncategory: software\nprices:\n  - {list: 100}\n  - {from: 2026-11-01, list: 120}\n",
            ),
            (
                "proposals/prop-1.yaml",
                "opportunity: acme-1\nstatus: submitted\nlines:\n  - product: crm\n    price: 5\n  - product: erp\n    price: 90\n\
                 submitted_on: 2026-10-20\n",
            ),
        ],
        en: "warning quote-price-outdated proposals/prop-1.yaml:6:14 the list price of erp was 100 on 2026-10-20 and is 120 now",
        zh: "warning quote-price-outdated proposals/prop-1.yaml:6:14 erp 的目录价在 2026-10-20 为 100，现为 120",
        near: &[
            (
                "products/erp.yaml",
                "name: ERP\ncategory: software\nprices:\n  - {list: 100}\n  - {from: 2026-11-01, list: 120}\n  \
                 - {from: 2026-12-01, list: 130}\n",
            ),
            (
                "proposals/prop-1.yaml",
                "opportunity: acme-1\nstatus: submitted\nlines:\n  - product: erp\n    price: 90\nsubmitted_on: 2026-11-02\n",
            ),
            (
                "proposals/prop-2.yaml",
                "opportunity: acme-1\nstatus: submitted\nlines:\n  - product: erp\n    price: 90\n\
                 valid_until: 2026-11-30\nsubmitted_on: 2026-10-20\n",
            ),
            (
                "proposals/prop-3.yaml",
                "opportunity: acme-1\nstatus: withdrawn\nlines:\n  - product: erp\n    price: 90\nsubmitted_on: 2026-10-20\n",
            ),
        ],
    },
];
